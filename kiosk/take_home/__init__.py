"""What a visitor takes along: where the clinic's pages stand on the web, and lines in a code."""

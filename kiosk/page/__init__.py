"""What a page is: its blocks, its words, its review. Reads no file and knows no Qt."""

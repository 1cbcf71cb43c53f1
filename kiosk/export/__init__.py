"""The pages as a website: HTML without a script, for a clinic's server, a stick or a phone."""

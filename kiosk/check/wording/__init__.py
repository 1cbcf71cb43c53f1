"""What words tell: claims, frequencies, numbers, how hard a text is to read."""

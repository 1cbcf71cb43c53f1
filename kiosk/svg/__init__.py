"""A drawing: its SVG as a tree, what in it can't be drawn, its colours. No files, no Qt."""

"""A folder of pages with its settings, pictures and reviews, and the last good copies of it."""

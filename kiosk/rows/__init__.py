"""A page as flat rows, which the screen, the voice and the leaflet read. Knows no Qt."""

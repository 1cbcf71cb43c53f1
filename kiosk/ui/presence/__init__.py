"""Whether somebody is there, and what the screen does while nobody is."""

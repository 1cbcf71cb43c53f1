"""One person's visit, and whether anybody is there. Pure: the clock is handed in."""

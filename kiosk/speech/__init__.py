"""Speech without Qt: what a page says aloud, where its reading stands, how the engine is asked."""

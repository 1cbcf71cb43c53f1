"""How things look: text size, colours, the screen's size, where lines stand."""

"""New text: watching the folder, making an edition in a child, showing it."""

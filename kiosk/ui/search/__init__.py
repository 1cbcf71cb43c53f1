"""Search as QML sees it: what is typed, on which keys, and what was found."""

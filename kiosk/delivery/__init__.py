"""Bringing signed texts to this kiosk, from a web server, a folder or a stick alike.

Owns what is trusted, what is kept and which text is handed over: the kiosk's `content` leads to it,
and the kiosk looks after that folder as after any other. The Update Framework (python-tuf) judges
what was signed. Knows no Qt, and nothing of who signs.
"""

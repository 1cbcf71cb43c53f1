"""Publishing signed texts: a repository of The Update Framework in a folder, for any web server.

Owns who must sign what, where the keys are looked for, and when signatures expire. Releases nothing
that the check refuses. Knows no kiosk.
"""

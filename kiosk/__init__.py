"""The kiosk: patient information from Markdown, fullscreen on a touchscreen."""

__version__ = "0.1.0"

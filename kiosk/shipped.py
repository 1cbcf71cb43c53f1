"""What comes with the kiosk: its folders, and the libraries that may be missing. Knows no Qt."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent

FOR_AUTHORS = frozenset(
    ("cryptography", "htpy", "imagesize", "markupsafe", "textstat", "tqdm", "typst")
)
"""Libraries that only checking, preview, leaflet, report, export and publishing load; in Debian
they are a package of their own. Each is called alike by Python and by pip."""


def shipped(name: str) -> Path:
    """Return a folder that comes with the kiosk: inside the wheel, beside it in a checkout."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name

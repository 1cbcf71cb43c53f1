"""The folders that come with the kiosk. Knows no Qt, so that every command can ask."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return a folder that comes with the kiosk: inside the wheel, beside it in a checkout."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name

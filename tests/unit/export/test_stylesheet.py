"""The stylesheet's colours are the kiosk's, and every text is 7:1 on its ground in both schemes."""

from __future__ import annotations

import re

import pytest

from kiosk.shipped import shipped

STYLE = (shipped("export") / "style.css").read_text("utf-8")
THEME = (shipped("ui") / "qml" / "Kiosk" / "Theme.qml").read_text("utf-8")

# Text, and what it stands on.
TEXTS = [
    (ink, ground)
    for ink, grounds in {
        "ink": "paper card tint amber-tint red-tint", "quiet": "paper card",
        "teal": "paper card tint", "on-teal": "teal", "amber": "amber-tint",
        "red": "red-tint paper",
    }.items()
    for ground in grounds.split()
]  # fmt: skip
EDGES = [("edge", "card"), ("amber-edge", "amber-tint"), ("red-edge", "red-tint"), ("teal", "tint")]


def palette(scheme: str) -> dict[str, str]:
    light, dark, _ = re.findall(r":root(?:,\s*\.light)? \{\n?([^}]*--paper[^}]*)\}", STYLE)
    return {
        name: value
        for part in ((light,) if scheme == "light" else (light, dark))
        for name, value in re.findall(r"--([\w-]+): (#[0-9A-F]{6});", part)
    }


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_are_seven_to_one_and_edges_three_to_one(scheme: str) -> None:
    colours = palette(scheme)
    weak = [
        (one, other)
        for pairs, least in ((TEXTS, 7), (EDGES, 3))
        for one, other in pairs
        if contrast(colours[one], colours[other]) < least
    ]
    assert not weak


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_those_of_the_kiosks_theme(scheme: str) -> None:
    said = re.findall(
        r"readonly property color (\w+): isContrast.* \"(#\w{6})\" : \"(#\w{6})\"", THEME
    )
    theme = {name: dark if scheme == "dark" else light for name, dark, light in said}
    colours = palette(scheme)
    names = {
        "card": "card", "quiet": "quiet", "teal": "teal", "tint": "tint", "hair": "line",
        "edge": "edge", "line": "edge", "amber": "amber", "amber-tint": "amberTint",
        "amber-edge": "amberEdge", "red": "red", "red-tint": "redTint", "red-edge": "redEdge",
    }  # fmt: skip
    assert {name: colours[name] for name in names} == {n: theme[own] for n, own in names.items()}
    for name in ("paper", "ink"):
        assert colours[name] in THEME

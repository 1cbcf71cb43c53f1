"""The colours of a drawing: those that follow the screen's scheme, and those that stay.

Owns how a colour can be written. Knows no scheme.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kiosk.svg.colour_names import fixed
from kiosk.svg.element import Element
from kiosk.svg.stylesheet import Rule, declarations
from kiosk.svg.values import SHAPES, TEXTS

ROLE = re.compile(r"var\(--([a-z0-9-]+)\)")
"""How a drawing names a colour of the scheme."""

_PAINTS = ("fill", "stroke", "stop-color", "flood-color", "color")


class Palette(msgspec.Struct, frozen=True):
    """The colours that a drawing keeps in every scheme, and whether it takes some from it.

    Each is written as #RRGGBB or as one of the names of SVG.
    """

    fixed: frozenset[str]
    follows: bool


def palette(root: Element, rules: Sequence[Rule]) -> Palette:
    """Give the colours of a drawing. A shape without any is black, as SVG has it."""
    found = [
        rule.declarations[name] for rule in rules for name in _PAINTS if name in rule.declarations
    ]
    waiting = [(root, "black", False)]
    while waiting:
        element, fill, styled = waiting.pop()
        if not element.own or element.name in ("metadata", "title", "desc", "mask", "clipPath"):
            continue
        given = {**element.attributes, **declarations(element.attributes.get("style", ""))}
        fill = given.get("fill", fill)
        # What a style sheet gives to it is among the sheet's own.
        styled = styled or bool(rules)
        found += [given[name] for name in _PAINTS if name != "fill" and name in given]
        if element.name in (*SHAPES, *TEXTS) and not (styled and "fill" not in given):
            found.append(fill)
        waiting.extend((child, fill, styled) for child in element.children)
    seen = {fixed(value) for value in found} - {""}
    follows = any(ROLE.search(value) or value.strip() == "currentColor" for value in found)
    return Palette(frozenset(seen), follows)

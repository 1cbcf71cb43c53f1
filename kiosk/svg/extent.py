"""How much there is to draw in a drawing, each part counted as often as it is drawn.

Owns the limits that keep drawing fast. The weights are what was measured: a filter takes about as
long as two hundred shapes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiosk.svg.element import Element, SvgError
from kiosk.svg.stylesheet import Rule, addresses, declarations, keys

MOST_DRAWN = 5_000
"""The most shapes that are drawn, repeated ones and heavy ones counted accordingly."""

MOST_DEEP = 32
"""How deep drawn elements may stand in each other; Qt draws nothing that stands deeper."""

_WEIGHTS = {"text": 5, "tspan": 2, "filter": 200, "mask": 25, "clipPath": 25, "pattern": 10}
_NOT_DRAWN = {
    "defs", "symbol", "marker", "mask", "pattern", "filter", "clipPath", "linearGradient",
    "radialGradient", "style", "metadata",
}  # fmt: skip
_DRAWN_AGAIN = (
    "mask", "filter", "fill", "stroke", "clip-path", "marker-start",
    "marker-mid", "marker-end",
)  # fmt: skip
_NUMBER = re.compile(r"[0-9]+")
_SIMPLER = "Save it with fewer shapes and without copies of copies, or as PNG"


class Extent:
    """Counts a drawing's shapes. Each part is counted once and remembered: it takes one pass."""

    def __init__(self, root: Element, rules: Sequence[Rule]) -> None:
        self._parts: dict[str, Element] = {}
        for each in root.walk():
            if name := each.attributes.get("id"):
                self._parts.setdefault(name, each)
        self._rules: dict[str, list[dict[str, str]]] = {}
        for rule in rules:
            referring = {
                name: value for name, value in rule.declarations.items() if name in _DRAWN_AGAIN
            }
            if any(map(addresses, referring.values())):
                for key in rule.keys:
                    self._rules.setdefault(key, []).append(referring)
        self._known: dict[int, tuple[int, int]] = {}
        self._open: set[int] = set()
        drawn, _ = self._measure(root, 1)
        if drawn > MOST_DRAWN:
            raise SvgError(f"has {drawn:,} shapes to draw, more than {MOST_DRAWN:,}", _SIMPLER)

    def _measure(self, element: Element, depth: int) -> tuple[int, int]:
        """Give how much is drawn and how deep it goes. Raises SvgError."""
        key = id(element)
        if key in self._open:
            raise SvgError(
                f"has a part in line {element.line} that holds itself",
                "Take out the copy of a group from within that group",
            )
        known = self._known.get(key)
        if known is None:
            if depth > MOST_DEEP:
                raise self._too_deep(element)
            self._open.add(key)
            known = self._known[key] = self._counted(element, depth)
            self._open.discard(key)
        if depth + known[1] > MOST_DEEP + 1:
            raise self._too_deep(element)
        return known

    def _counted(self, element: Element, depth: int) -> tuple[int, int]:
        course = element.attributes.get("d") or element.attributes.get("points") or ""
        points = len(_NUMBER.findall(course)) // 2 if course else 1
        drawn, height = _WEIGHTS.get(element.name, 1), 0
        for child in element.children:
            if child.own:
                inner, below = self._measure(child, depth + 1)
                drawn += 0 if child.name in _NOT_DRAWN else inner
                height = max(height, below)
        for name, address in self._references(element):
            part = self._parts.get(address)
            if part is not None:
                inner, below = self._measure(part, depth + 1)
                drawn += inner * (points if name == "marker-mid" else 1)
                height = max(height, below)
        return min(drawn, 10**9), height + 1

    def _references(self, element: Element) -> list[tuple[str, str]]:
        """Give the parts that are drawn again with this one, each with its property."""
        found = []
        if element.name in ("use", "tref", "textPath") and element.href.startswith("#"):
            found.append(("href", element.href[1:]))
        styles = [declarations(element.attributes.get("style", "")), element.attributes]
        if self._rules:
            styles += [style for key in keys(element) for style in self._rules.get(key, ())]
        for style in styles:
            for name in _DRAWN_AGAIN:
                for address in addresses(style.get(name, "")):
                    found.append((name, address.removeprefix("#")))
        return found

    def _too_deep(self, element: Element) -> SvgError:
        return SvgError(
            f"has more than {MOST_DEEP} groups in each other in line {element.line}",
            "Ungroup its shapes and save it anew as plain SVG",
        )

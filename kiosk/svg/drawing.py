"""A drawing, read and judged: what in it is wrong, how it is shaped, which colours it has.

Owns the one verdict that the check, the screen and paper share.
"""

from __future__ import annotations

import math
import re

import msgspec

from kiosk.svg.colours import Palette, palette
from kiosk.svg.element import Element, SvgError, Tree, read_tree
from kiosk.svg.extent import Extent
from kiosk.svg.reach import acts, loads
from kiosk.svg.stylesheet import Rule, declarations, is_used, rules, sheets
from kiosk.svg.subset import Undrawn, undrawn

MOST_STYLES = 100_000
"""The most characters of style sheets: each rule is tried on each shape."""

MOST_RULES = 300
"""The most rules of style sheets."""

MOST_SLENDER = 50
"""How many times as long as wide a drawing may be: a longer one would be a line on the screen."""

Fault = tuple[str, str]
"""What is wrong, in words that go on after a picture's name, and what to do about it."""

_MARKER = re.compile(r"marker-(\d+)")
_SEPARATED = re.compile(r"[\s,]+")


class Drawing(msgspec.Struct, frozen=True):
    """A drawing as its file has it; what there is to say of it is found out when it is asked.

    `view` is its viewBox: left, top, width and height in its own units; None without one.
    """

    tree: Tree
    rules: tuple[Rule, ...]
    view: tuple[float, float, float, float] | None

    @property
    def root(self) -> Element:
        """Its outermost element."""
        return self.tree.root

    @property
    def loads(self) -> tuple[str, ...]:
        """Each address outside the file that it names."""
        return loads(self.tree)

    @property
    def acts(self) -> tuple[str, ...]:
        """Each element and attribute in it that does something."""
        return acts(self.tree)

    @property
    def undrawn(self) -> list[Undrawn]:
        """What of it would be drawn wrong, each kind once."""
        return undrawn(self.root, self.rules)

    @property
    def markers(self) -> frozenset[int]:
        """The numbers of its markers, which a page's key explains."""
        return frozenset(filter(None, map(marker, self.root.walk())))

    @property
    def palette(self) -> Palette:
        """Its colours."""
        return palette(self.root, self.rules)

    @property
    def coloured(self) -> bool:
        """Whether it says itself what currentColor is."""
        return any("color" in rule.declarations for rule in self.rules) or any(
            map(_coloured, self.root.walk())
        )

    @property
    def fault(self) -> Fault | None:
        """What keeps it off the screen, and what to do about it; None if nothing does."""
        if found := self.reaching or self.acting:
            return found
        misdrawn = self.undrawn
        return misdrawn[0].fault if misdrawn else None

    @property
    def reaching(self) -> Fault | None:
        """What it loads from elsewhere."""
        if not (found := self.loads):
            return None
        return (
            f"loads from elsewhere: {_listed(found)}",
            "Save it anew as plain SVG with fonts as shapes; a photograph is a file of its own",
        )

    @property
    def acting(self) -> Fault | None:
        """What in it does something."""
        if not (found := self.acts):
            return None
        return (
            f"holds more than a drawing: {_listed(found)}",
            "Save it anew as plain SVG, without scripts and without HTML in it",
        )


def marker(element: Element) -> int:
    """Give the number of a marker, `<g id="marker-1">`; 0 for what is none."""
    found = _MARKER.fullmatch(element.attributes.get("id", "")) if element.name == "g" else None
    return int(found[1]) if found else 0


def read_drawing(content: bytes) -> Drawing:
    """Read an SVG file's bytes. Raises SvgError: it can't be read, or takes too long to draw."""
    tree = read_tree(content)
    root = tree.root
    styles = [(sheet.text, sheet.line) for sheet in sheets(root) if is_used(sheet)]
    if sum(len(text) for text, _ in styles) > MOST_STYLES:
        raise _too_many_styles(f"{MOST_STYLES:,} characters")
    ruled = [rule for text, line in styles for rule in rules(text, line)]
    if len(ruled) > MOST_RULES:
        raise _too_many_styles(f"{MOST_RULES:,} rules")
    Extent(root, ruled)
    return Drawing(tree, tuple(ruled), _view(root))


def _coloured(element: Element) -> bool:
    given = element.attributes
    return "color" in given or "color" in declarations(given.get("style", ""))


def _listed(words: tuple[str, ...]) -> str:
    """Give the first three, each shortened where it is long."""
    shortened = [word if len(word) <= 60 else word[:59] + "…" for word in words[:3]]
    return ", ".join(shortened) + (" …" if len(words) > 3 else "")


def _view(root: Element) -> tuple[float, float, float, float] | None:
    given = root.attributes.get("viewBox", "").strip()
    if not given:
        return None
    try:
        left, top, width, height = map(float, _SEPARATED.split(given))
    except ValueError:
        width = height = left = top = math.nan
    if not all(map(math.isfinite, (left, top, width, height))) or min(width, height) <= 0:
        raise SvgError(
            f"has a viewBox that can't be used: “{given[:40]}”",
            'Write four numbers, such as viewBox="0 0 600 400"',
        )
    if not 1 / MOST_SLENDER <= width / height <= MOST_SLENDER:
        raise SvgError(
            f"is more than {MOST_SLENDER} times as long as it is wide",
            "Make its viewBox wider, or cut the drawing into several",
        )
    return left, top, width, height


def _too_many_styles(what: str) -> SvgError:
    return SvgError(
        f"has style sheets of more than {what}", "Save it anew as plain SVG without <style>"
    )

"""What of SVG the kiosk draws as it is meant, and what to do about the rest.

Owns the list. Each entry was seen: a small drawing was drawn by Qt 6.11 and compared with the same
in plain shapes; tests/unit/ui/reading/test_drawn_right.py holds both. What is drawn right is not
named here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kiosk.svg import values
from kiosk.svg.element import Element
from kiosk.svg.stylesheet import Rule, declarations
from kiosk.svg.values import SHAPES, TEXTS

_DRAWN = {
    *SHAPES, *TEXTS, "svg", "g", "a", "use", "defs", "symbol", "switch", "style", "title", "desc",
    "metadata", "view", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient",
    "stop", "filter", "feOffset", "feGaussianBlur", "feMerge", "feMergeNode", "feFlood",
    "feComposite", "feBlend", "feColorMatrix",
}  # fmt: skip

_INSTEAD = {
    "image": "Put the photograph into the page as a PNG or JPEG file of its own",
    "textPath": "Turn the words into shapes (in Inkscape: Path, Object to Path)",
    "tref": "Write the words where they are drawn",
    "textArea": "Write each line as a text of its own",
    "svg": "Take the inner <svg> apart: put its shapes into the drawing itself",
    "animate": "Take it out, and draw the shape as it is to be seen",
    "animateTransform": "Take it out, and draw the shape as it is to be seen",
    "animateMotion": "Take it out, and draw the shape as it is to be seen",
    "set": "Take it out, and draw the shape as it is to be seen",
}
_PLAIN = "Save it anew as plain SVG with this drawn as plain shapes"
_OUT = "Take it out, or draw the same with plain shapes"
_CONDITIONS = ("systemLanguage", "requiredFeatures", "requiredExtensions")
_AROUND = ("g", "svg", "a", "use", "text")
_GRADED = ("x1", "x2", "y1", "y2", "cx", "cy", "r", "fx", "fy")
_PART = re.compile(r"(?:\*|[A-Za-z][\w-]*)?(?:[.#][\w-]+)*")
_COMBINED = re.compile(r"[\s>+~]+")


class Undrawn(msgspec.Struct, frozen=True):
    """One thing that would be drawn wrong: what it is called, the line, and what to do."""

    what: str
    line: int
    remedy: str

    @property
    def fault(self) -> tuple[str, str]:
        """It as words that go on after a picture's name, and the remedy."""
        said = f"has {self.what} in line {self.line}, which is not drawn as it is meant"
        return said, self.remedy


def undrawn(root: Element, rules: Sequence[Rule]) -> list[Undrawn]:
    """Give each kind of thing that would be drawn wrong once, at its first line."""
    found: dict[str, Undrawn] = {}
    styled = bool(rules)
    names = {each.attributes["id"]: each for each in root.walk() if "id" in each.attributes}
    for each in (*_in_sheets(rules, names), *_below(root, styled, names)):
        found.setdefault(each.what, each)
    return list(found.values())


def _below(root: Element, styled: bool, names: Mapping[str, Element]) -> Iterator[Undrawn]:
    waiting = [(root, root)]
    viewed = bool(root.attributes.get("viewBox", "").strip())
    while waiting:
        element, parent = waiting.pop()
        if not element.own or element.name in ("title", "desc", "metadata", "view"):
            continue  # they are left out before it is drawn
        yield from _about(element, parent, names, viewed=viewed)
        if element is root and styled and element.attributes.get("class"):
            yield Undrawn("a class on the outermost <svg>", element.line, _OUT)
        waiting.extend((child, element) for child in reversed(list(element.children)))


def _about(
    element: Element, parent: Element, names: Mapping[str, Element], *, viewed: bool
) -> Iterator[Undrawn]:
    name, line = element.name, element.line
    if name not in _DRAWN or (name == "svg" and parent is not element):
        yield Undrawn(f"<{name}>", line, _INSTEAD.get(name, _PLAIN))
        return
    if element.href and name not in ("a", "style"):
        if name in ("pattern", "filter"):
            yield Undrawn(f"a {name} that takes over from another", line, "Write all of it in one")
        elif not element.href.startswith("#"):
            yield Undrawn(f"data in a <{name}>", line, _OUT)
    for condition in _CONDITIONS:
        if condition in element.attributes:
            yield Undrawn(condition, line, "Take the condition out and keep what is to be seen")
    yield from _of_kind(element, parent, names)
    styles = declarations(element.attributes.get("style", ""))
    for attribute, value in element.attributes.items():
        if attribute in styles or " " in attribute:
            continue
        measurable = viewed and name in (*SHAPES, *TEXTS, "use")
        if found := values.wrong(element, attribute, value, names, measurable=measurable):
            yield Undrawn(found[0], line, found[1])
    for attribute, value in styles.items():
        found = values.wrong_in_css(attribute, value) or values.wrong(
            element, attribute, value, names
        )
        if found:
            yield Undrawn(found[0], line, found[1])


def _of_kind(element: Element, parent: Element, names: Mapping[str, Element]) -> Iterator[Undrawn]:
    """Give what is wrong with an element for what it is."""
    given, line = element.attributes, element.line
    match element.name:
        case "use" if _scaled(element, names.get(element.href.removeprefix("#"))):
            yield Undrawn(
                "a <symbol> whose viewBox is scaled", line,
                "Make it a <g> in the size in which it is drawn, without viewBox and width",
            )  # fmt: skip
        case "mask" | "clipPath" if {"mask", "clip-path"} & given.keys():
            yield Undrawn(f"a mask or clip-path on a <{element.name}>", line, _OUT)
        case "linearGradient" | "radialGradient" if given.get("gradientUnits") == "userSpaceOnUse":
            if any("%" in given.get(each, "") for each in _GRADED):
                yield Undrawn("a gradient in percent of the drawing", line, "Write plain numbers")
        case "pattern":
            if given.get("patternUnits") != "userSpaceOnUse" or (
                given.get("patternContentUnits", "userSpaceOnUse") != "userSpaceOnUse"
            ):
                yield Undrawn(
                    "a pattern measured by its shape", line,
                    'Write patternUnits="userSpaceOnUse" and its width and height as numbers',
                )  # fmt: skip
            if re.search("rotate|skew|matrix", given.get("patternTransform", "")):
                yield Undrawn("a pattern that is turned", line, "Draw the lines as shapes")
        case "tspan" if {"x", "y", "dx", "dy"} & given.keys():
            yield Undrawn(
                "a <tspan> with a place of its own", line, "Make each line a <text> of its own"
            )
    if parent.name == "clipPath" and element.name not in (*SHAPES, "text", "title"):
        yield Undrawn(f"a <{element.name}> in a <clipPath>", line, "Put the shape itself into it")
    if _gives(element, "mask") and _gives(element, "clip-path"):
        yield Undrawn("mask and clip-path on one shape", line, "Put a <g> with one around it")
    markers = ("marker-start", "marker-mid", "marker-end")
    if element.name in _AROUND and any(_gives(element, each) for each in markers):
        yield Undrawn(f"a marker on a <{element.name}>", line, "Put the marker on each line itself")


def _scaled(use: Element, part: Element | None) -> bool:
    """Tell whether a symbol is not drawn in the size of its viewBox, from its left top corner."""
    if not part or part.name != "symbol" or "viewBox" not in part.attributes:
        return False
    both = part.attributes | use.attributes
    size = [both.get(side, "100%").strip().removesuffix("px") for side in ("width", "height")]
    return re.split(r"[\s,]+", part.attributes["viewBox"].strip()) != ["0", "0", *size]


def _gives(element: Element, name: str) -> bool:
    styles = declarations(element.attributes.get("style", ""))
    return (styles.get(name) or element.attributes.get(name) or "none") != "none"


def _in_sheets(rules: Sequence[Rule], names: Mapping[str, Element]) -> Iterator[Undrawn]:
    for rule in rules:
        for selector in rule.selectors:
            parts = _COMBINED.split(selector)
            if selector.endswith((":hover", ":focus", ":active")):
                continue  # nobody points at a drawing
            if "@" in selector:
                yield Undrawn(f"the rule {selector[:30]}", rule.line, "Take the rule out")
            elif not all(_PART.fullmatch(part) and part for part in parts):
                yield Undrawn(
                    f"the style for '{selector[:30]}'", rule.line,
                    "Name classes in <style>, such as .line, and nothing else",
                )  # fmt: skip
            elif parts[-1] == "svg":
                yield Undrawn("a style for <svg>", rule.line, "Give it to a <g> around all shapes")
        for attribute, value in rule.declarations.items():
            found = (
                values.wrong_in_css(attribute, value)
                or values.wrong_in_sheet(attribute, value)
                or values.wrong(None, attribute, value, names)
            )
            if found:
                yield Undrawn(found[0], rule.line, found[1])

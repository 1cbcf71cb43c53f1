"""A drawing written out anew, in the colours of a scheme and with markers in a page's digits.

Owns what a program that draws gets to read: what was read and judged, and nothing else. What Qt
would miss is put as Qt takes it; what nobody sees is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape  # xml.sax would bring all of urllib to the start: 50 ms

from kiosk.svg.colours import ROLE
from kiosk.svg.drawing import Drawing, marker
from kiosk.svg.element import Element
from kiosk.svg.stylesheet import declarations
from kiosk.svg.values import SHAPES, TEXTS, measured

_COUNT = re.compile(r"\s*[0-9]+\s*")
_LEFT_OUT = {"title", "desc", "metadata", "view", "style"}
_LEFT_OFF = {"href", "xlink:href", "class", "style"}
_OUTER = {"viewBox", "width", "height", "x", "y", "preserveAspectRatio", "version", "baseProfile"}
_URL = re.compile(r"url\(", re.IGNORECASE)
_ZERO = ord("0")
_FINE = 1000
"""How many pixels across a drawing is said to be at least: Qt rounds its size to whole ones."""


def dressed(drawing: Drawing, colours: Mapping[str, str], *, among: str = "") -> str:
    """Return the drawing as an SVG's text in these colours.

    A colour that isn't given is grey. Its markers count from the digit `zero`, or are left out if
    `markers` is "none". `among`: what its names begin with where it stands in a page of HTML among
    others; there it has attributes for styles, which a page's policy may forbid. A drawing with
    style sheets can't stand there.
    """
    assert not (among and drawing.rules)
    return "".join(_Writer(drawing, colours, among).written())


class _Writer:
    def __init__(self, drawing: Drawing, colours: Mapping[str, str], among: str) -> None:
        self._drawing = drawing
        self._among = among
        self._colours = colours
        self._ink = colours.get("ink", "#000000")
        self._own_ink = drawing.coloured
        self._markers = colours.get("markers") != "none"
        self._names = {each.attributes.get("id") for each in drawing.root.walk()}
        zero = ord(colours.get("zero") or "0")
        self._digits = {_ZERO + n: chr(zero + n) for n in range(10)}

    def written(self) -> Iterator[str]:
        yield '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        yield self._size()
        root = self._drawing.root
        if "color" not in root.attributes:
            yield f' color="{escape(self._ink)}"'
        yield from self._attributes(root, _OUTER)
        yield ">"
        if self._drawing.rules:
            # Before all shapes: Qt passes over a style sheet that stands behind them.
            yield f"<style>{escape(self._coloured(self._sheet()))}</style>"
        for child in root.children:
            yield from self._element(child, counted=False)
        yield "</svg>"

    def _size(self) -> str:
        given = self._drawing.root.attributes
        view = self._drawing.view
        if view is None:
            sizes = {each: given[each] for each in ("width", "height") if each in given}
            return "".join(f' {name}="{escape(value)}"' for name, value in sizes.items())
        # Where width and height have another shape than the view, Qt would stretch the drawing.
        left, top, width, height = view
        whole = width.is_integer() and height.is_integer()
        larger = 1.0 if whole else max(1.0, _FINE / min(width, height))
        return (
            f' viewBox="{left:.10g} {top:.10g} {width:.10g} {height:.10g}"'
            f' width="{width * larger:.0f}" height="{height * larger:.0f}"'
        )

    def _sheet(self) -> str:
        written = []
        for rule in self._drawing.rules:
            body = ";".join(f"{_masked(name)}:{it}" for name, it in rule.declarations.items())
            written.append(f"{','.join(rule.selectors)}{{{body}}}")
        return "".join(written)

    def _element(self, element: Element, *, counted: bool) -> Iterator[str]:
        if not element.own or element.name in _LEFT_OUT:
            return
        if element.name == "use" and element.href[1:] not in self._names:
            return  # Qt would complain of it at each drawing
        if marker(element):
            if not self._markers:
                return
            counted = True
        name = {"clipPath": "mask", "a": "g"}.get(element.name, element.name)
        yield f"<{name}"
        yield from self._attributes(element, frozenset())
        yield ">"
        for part in element.content:
            if isinstance(part, Element):
                inner = _white(part) if element.name == "clipPath" else part
                yield from self._element(inner, counted=counted)
            elif element.name in ("text", "tspan"):
                is_count = counted and _COUNT.fullmatch(part)
                yield escape(part.translate(self._digits) if is_count else part)
        yield f"</{name}>"

    def _attributes(self, element: Element, but: frozenset[str] | set[str]) -> Iterator[str]:
        given = {
            _masked(name): value
            for name, value in element.attributes.items()
            if name not in _LEFT_OFF and name not in but and " " not in name
        }
        if self._drawing.view and element.name in (*SHAPES, *TEXTS, "use"):
            given = {name: measured(name, it, self._drawing.view) for name, it in given.items()}
        if "id" in given:
            given["id"] = self._among + given["id"]
        if element.href and element.name != "a":
            given["xlink:href"] = self._named(element.href)
        styles = {
            _masked(name): value
            for name, value in declarations(element.attributes.get("style", "")).items()
        }
        _mend(element, given, styles)
        if self._drawing.rules and "class" in element.attributes:
            given["class"] = element.attributes["class"]
        if self._among:
            given |= styles
        elif styles:
            given["style"] = ";".join(f"{name}:{value}" for name, value in styles.items())
        for name, value in given.items():
            yield f' {name}="{escape(self._coloured(value))}"'

    def _coloured(self, value: str) -> str:
        if "(" in value:
            value = ROLE.sub(lambda role: self._colours.get(role[1], "#808080"), value)
            value = self._unquoted(value)
        # Where the drawing gives a colour itself, Qt knows best where it holds.
        return value if self._own_ink else value.replace("currentColor", self._ink)

    def _unquoted(self, value: str) -> str:
        """Qt passes over a reference in quotation marks."""
        first, *others = _URL.split(value)
        for each in others:
            address, _, rest = each.partition(")")
            words = address.strip(" \t\r\n\"'")
            first += f"url({self._named(words)}){rest}"
        return first

    def _named(self, address: str) -> str:
        """Give the address of one of its parts as the part is named here."""
        return address.replace("#", f"#{self._among}", 1)


def _masked(name: str) -> str:
    """Qt passes over clip-path; the same shapes in white are a mask, which it draws."""
    return {"clip-path": "mask", "clipPathUnits": "maskContentUnits"}.get(name, name)


def _white(shape: Element) -> Element:
    """Give a shape of a clip-path as a mask takes it."""
    styles = declarations(shape.attributes.get("style", ""))
    rule = styles.get("clip-rule") or shape.attributes.get("clip-rule") or "nonzero"
    given = {
        name: value for name, value in shape.attributes.items() if name not in ("class", "opacity")
    }
    given["style"] = f"fill:#ffffff;fill-opacity:1;stroke:none;fill-rule:{rule}"
    return Element(shape.name, shape.own, shape.line, given, shape.content)


def _mend(element: Element, given: dict[str, str], styles: dict[str, str]) -> None:
    """Say what Qt takes for granted in another way than SVG does."""
    match element.name:
        case "marker":
            # 3 is what a marker measures that doesn't say so (SVG 1.1, 11.6.2).
            given.setdefault("markerWidth", "3")
            given.setdefault("markerHeight", "3")
            if "overflow" in styles:
                given["overflow"] = styles.pop("overflow")
        case "ellipse":
            for one, other in (("rx", "ry"), ("ry", "rx")):
                if one in given:
                    given.setdefault(other, given[one])

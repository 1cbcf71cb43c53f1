"""The CSS in a drawing: rules of `<style>` elements, and declarations of `style` attributes.

Owns cutting CSS into pieces, in time that grows with its length alone. Judges none of them.
"""

from __future__ import annotations

import re

import msgspec

from kiosk.svg.element import Element

# No part of the pattern can begin anew where another has ended: it takes one pass.
_URL = re.compile(r"""url\(\s*["']?([^)"']*)""", re.IGNORECASE)
_COMBINED = re.compile(r"[\s>+~]+")
_PART = re.compile(r"[.#]?[\w-]+")


class Rule(msgspec.Struct, frozen=True):
    """One rule of a style sheet, with the line of its `<style>` element."""

    selectors: tuple[str, ...]
    declarations: dict[str, str]
    line: int

    @property
    def keys(self) -> set[str]:
        """One name, `.class` or `#id` for each selector that an element must have; "" is any."""
        lasts = (_COMBINED.split(selector)[-1] for selector in self.selectors)
        return {(_PART.findall(last) or [""])[0] for last in lasts}


def keys(element: Element) -> set[str]:
    """Give the keys of the rules that may be meant for an element."""
    classes = element.attributes.get("class", "").split()
    return {"", element.name, f"#{element.attributes.get('id')}", *(f".{it}" for it in classes)}


def declarations(text: str) -> dict[str, str]:
    """Give the properties of a `style` attribute; their names in small letters."""
    found = {}
    for each in without_comments(text).split(";"):
        name, colon, value = each.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip()
    return found


def rules(text: str, line: int) -> list[Rule]:
    """Give the rules of a style sheet; what stands in an at-rule is none."""
    found = []
    for each in without_comments(text).split("}"):
        head, brace, body = each.rpartition("{")
        if brace:
            selectors = tuple(part.strip() for part in head.split(","))
            found.append(Rule(selectors, declarations(body), line))
    return found


def sheets(root: Element) -> list[Element]:
    """Give the `<style>` elements of a drawing, of whatever namespace."""
    return [each for each in root.walk() if each.name.lower() == "style"]


def is_used(sheet: Element) -> bool:
    """Tell whether a `<style>` element is CSS that is meant for a screen."""
    kind = sheet.attributes.get("type", "").strip().lower()
    media = sheet.attributes.get("media", "").strip().lower()
    return sheet.own and kind in ("", "text/css") and media in ("", "all", "screen")


def addresses(value: str) -> list[str]:
    """Give what stands in each `url(…)` of a value."""
    return [found.strip() for found in _URL.findall(value)]


def without_comments(text: str) -> str:
    """Give CSS without its comments; one that never ends takes the rest along."""
    first, *others = text.split("/*")
    return first + "".join(" " + each.partition("*/")[2] for each in others)

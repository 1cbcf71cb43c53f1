"""What a drawing loads from elsewhere, and what in it acts.

Owns what keeps a drawing to itself: it may name its own parts, and nothing else. Every namespace
counts, for another program may read the file with other eyes.
"""

from __future__ import annotations

import re

from kiosk.svg.element import Tree
from kiosk.svg.stylesheet import addresses, sheets, without_comments

_ACTING = {
    "script", "handler", "listener", "foreignobject", "iframe", "embed", "object", "audio", "video",
    "canvas",
}  # fmt: skip
_SHEET = re.compile(r"""href\s*=\s*["']([^"']*)""")
_IMPORT = re.compile(r"""@import\s+["']([^"']*)""", re.IGNORECASE)
_REFERRING = {"href", "src", "base"}


def loads(tree: Tree) -> tuple[str, ...]:
    """Give each address outside the file that it names, as it is written."""
    found = [address for words in tree.sheets for address in _SHEET.findall(words)]
    for element in tree.root.walk():
        for attribute, value in element.attributes.items():
            name = _plain(attribute)
            if name in _REFERRING:
                # Where an anchor leads nobody goes: a drawing is not touched.
                found += [] if element.name.lower() == "a" else ["".join(value.split())]
            else:
                found += addresses(_unescaped(value))
    for sheet in sheets(tree.root):
        text = _unescaped(without_comments(sheet.text))
        found += addresses(text) + _IMPORT.findall(text)
    return tuple(dict.fromkeys(each for each in found if _outside(each)))


def acts(tree: Tree) -> tuple[str, ...]:
    """Give each element and attribute that does something, or holds a page of its own."""
    found: dict[str, None] = {}
    for element in tree.root.walk():
        name = element.name.lower()
        if name in _ACTING:
            found[f"<{name}>"] = None
        for attribute, value in element.attributes.items():
            plain = _plain(attribute)
            address = "".join(value.split()).lower()
            if plain.startswith("on") or address.startswith(("javascript:", "vbscript:")):
                found[plain] = None
    return tuple(found)


def _plain(attribute: str) -> str:
    return attribute.rpartition(" ")[2].rpartition(":")[2].lower()


def _outside(address: str) -> bool:
    if not address or address.startswith("#") or address.lower().startswith("javascript:"):
        return False
    # A picture written out as data is in the file itself: `subset` knows what is drawn of it.
    return not address.lower().startswith("data:")


def _unescaped(css: str) -> str:
    """Give CSS with its escapes read (CSS Syntax 3, 4.3.7)."""
    if "\\" not in css:
        return css
    return re.sub(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", _escaped, css, flags=re.DOTALL)


def _escaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd")

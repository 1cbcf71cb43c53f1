"""Pictures in a page: drawings as part of it, photographs as files beside it, or their words.

Owns which of them a picture becomes. A drawing comes from the tree that was read and judged.
"""

from __future__ import annotations

from pathlib import Path

import htpy as h
from markupsafe import Markup

from kiosk.export.inline_html import inline
from kiosk.export.place import BASE, Place
from kiosk.export.site import Site
from kiosk.pack import drawings
from kiosk.pack.picture_files import flaw, read_picture
from kiosk.page.blocks import Figure
from kiosk.page.error import ContentError
from kiosk.svg.dressing import dressed
from kiosk.svg.on_white import ON_WHITE

_ROLES = {name: f"var(--{name})" for name in ON_WHITE}
"""The colours that a drawing names, as the stylesheet has them for each scheme."""


def figure(block: Figure, at: Place) -> h.Node:
    """Return a picture with its caption and what its markers mean."""
    caption = h.p(".title")[inline(block.caption, at)] if block.caption else None
    entries = [
        h.li[h.span(".number")[at.say.number(n)], h.div[inline(spans, at)]]
        for n, spans in enumerate(block.key, 1)
    ]
    key = h.ol(".numbered.key")[entries] if entries else None
    picture = _picture(block, at)
    return h.figure[picture, h.figcaption[caption, key] if caption or key else None]


def icon(name: str, site: Site) -> h.Node:
    """Return an icon, which says nothing that the words beside it don't; nothing without one."""
    found = drawings.drawing(site.pack.icon(name))
    # The same one stands on a page more than once: it may hold no names.
    if not found or found.rules or any("id" in each.attributes for each in found.root.walk()):
        return None
    return h.span(".icon", aria_hidden="true")[Markup(dressed(found, _ROLES, among="icon-"))]


def _picture(block: Figure, at: Place) -> h.Node:
    try:
        file = at.site.pack.picture(block.source, at.page.language)
    except ContentError:
        return _lost(block, at)
    if flaw(file):
        return _lost(block, at)
    zero = {"zero": at.say.digits[0]} if block.key else {"markers": "none"}
    if file.suffix.lower() != ".svg":
        return _image(read_picture(file), file, block, at)
    found = drawings.drawing(file)
    if not found:
        return _lost(block, at)
    if found.rules:
        # Its style sheet would be the whole page's.
        return _image(dressed(found, {**ON_WHITE, **zero}).encode(), file, block, at)
    drawn = dressed(found, {**_ROLES, **zero}, among=at.drawing())
    kind = "drawing light" if found.palette.fixed else "drawing"
    return h.div(role="img", aria_label=block.alternative, class_=kind)[Markup(drawn)]


def _image(content: bytes, file: Path, block: Figure, at: Place) -> h.Node:
    address = f"{BASE}/{at.site.keep(content, file)}"
    return h.img(".drawing.light", src=address, alt=block.alternative)


def _lost(block: Figure, at: Place) -> h.Node:
    return h.div(".lost")[h.p[h.strong[at.say.lost_picture()]], h.p[block.alternative]]

"""The leaflet set by Typst: the pages of a pack as data, poured into one template.

Owns what the template is given, and the PDF that comes of it. How it looks is the template's
(leaflet.typ). Writes no file, and knows neither Qt nor the screen.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import typst

from kiosk.leaflet.compiled import Fonts, compiled, templates
from kiosk.leaflet.leaflet_error import LeafletError
from kiosk.leaflet.words import Language
from kiosk.pack.drawings import dressed
from kiosk.pack.pack import Pack
from kiosk.pack.picture_files import flaw, read_picture
from kiosk.pack.today import Today
from kiosk.pack.validate import picture_faults
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.page.review import Status
from kiosk.svg.on_white import ON_WHITE

log = logging.getLogger("kiosk.leaflet")

COLOURS = ON_WHITE
"""The colours of the template and of the drawings in it."""

ICONS = {"note": "teal", "tip": "teal", "info": "amber", "warning": "amber", "emergency": "red"}
"""The icons that the template draws, and their colours."""


@dataclass(frozen=True)
class Leaflet:
    """A leaflet as a PDF file, and how many pages it has."""

    pdf: bytes
    pages: int


def typeset(
    pack: Pack,
    language: str,
    day: date,
    languages: Mapping[str, Language],
    fonts: Fonts,
    *,
    only: str = "",
) -> Leaflet:
    """Set a pack's pages in one language, as they stand on one day; `only` one of them, if named.

    `languages` holds all of the pack's: a page that is not translated speaks another one. The same
    pack, day, languages and fonts give the same bytes.

    Raises:
        ContentError: a page can't be read, or Typst can't draw a picture.
        LeafletError: there is no such page, there is nothing to print, or it can't be set.
    """
    gathered = Gathered(pack, language, languages, fonts.families)
    today = Today(pack, day)
    names = list(dict.fromkeys(pack.offered))
    if only and only not in names:
        hint = " Leave .md away." if only.endswith(".md") else ""
        raise LeafletError(f"The pack has no page {only!r}. It has: {', '.join(names)}.{hint}")
    names = [only] if only else names
    pages = [today.shown(pack.page(name, language)) for name in names]
    pages = [page for page in pages if not today.hides(page)]
    if not pages:
        whose = f"the page {only!r}" if only else "every page"
        raise LeafletError(f"There is nothing to print: the review of {whose} is overdue.")
    for fault in (fault for page in pages for fault in picture_faults(pack, page, flaw)):
        log.error("%s", fault)
    chapters = [gathered.chapter(page, overdue=today.overdue(page)) for page in pages]
    covers = [] if only else [card.figure for card in today.rest(language) if card.figure]
    front = {
        "language": language,
        "languages": {code: spoken.words() for code, spoken in languages.items()},
        "title": pack.title(language),
        "clinic": pack.clinic(language),
        "phone": pack.phone(language),
        "emergency": pack.emergency_number(language),
        "printed": languages[language].day(day),
        "draft": any(chapter["draft"] for chapter in chapters),
        "cover": gathered.picture(covers[0], pack.default_language, "") if covers else "",
        "colours": COLOURS,
        "fonts": fonts.families,
        "chapters": chapters,
        "alone": bool(only),
    }
    return _set(gathered, msgspec.json.encode(front), day, fonts)


@dataclass
class Gathered:
    """The files that the template reads: icons, and pictures as pages ask for them."""

    pack: Pack
    language: str
    languages: Mapping[str, Language]
    families: Sequence[str]
    files: dict[str, bytes] = field(default_factory=dict)
    origins: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, colour in ICONS.items():
            drawn = dressed(self.pack.icon(name), {"ink": COLOURS[colour]})
            self.files[f"icon-{name}.svg"] = drawn.encode()

    def chapter(self, page: Page, *, overdue: bool) -> dict[str, Any]:
        """Return a page as the template takes it."""
        spoken = self.languages[page.language]
        data = msgspec.to_builtins(page)
        _Dress(self, spoken, page.language).block(data)
        foreign = page.language != self.language
        return {
            "page": data,
            "draft": page.review.status is Status.DRAFT,
            "notices": spoken.notices(page, overdue=overdue, foreign=foreign),
            "foot": spoken.say.foot(page.review, spoken.day, late=overdue),
        }

    def picture(self, source: str, language: str, zero: str) -> str:
        """Return the name under which the template finds a picture; empty if there is none to show.

        Its markers count from `zero`; without one they are left out. Raises ContentError.
        """
        try:
            file = self.pack.picture(source, language)
        except ContentError:
            return ""
        if flaw(file):
            return ""
        content = read_picture(file)
        if file.suffix.lower() == ".svg":
            markers = {"zero": zero, "markers": "all" if zero else "none"}
            svg = dressed(file, {**COLOURS, **markers})
            content = svg.replace(self.families[0], self._family(zero)).encode()
        name = f"picture-{len(self.origins)}{file.suffix.lower()}"
        self.files[name], self.origins[name] = content, file
        return name

    def _family(self, zero: str) -> str:
        """Return the family for a drawing's digits: an SVG's own choice takes any that has them."""
        script = unicodedata.name(zero or "0").split()[0].partition("-")[0].title()
        return next((each for each in self.families if script in each), self.families[0])


@dataclass
class _Dress:
    """Adds to a page what the template can't know: its pictures' files, and how plans are read.

    Headings go down by one level at a time, as PDF/UA-1 asks (7.4.2).
    """

    gathered: Gathered
    spoken: Language
    language: str
    level: int = 1
    section: int = 1

    def block(self, part: Any) -> None:
        """Walk a page or any part of one in the order of its text."""
        if isinstance(part, list | tuple):
            for each in part:
                self.block(each)
        if not isinstance(part, dict):
            return
        match part.get("block"):
            case "heading":
                self.level = self.section = part["level"] = min(part["level"], self.level + 1)
            case "question":
                self.level = part["level"] = min(3, self.section + 1)
            case "sources":
                self.level = self.section = 2
            case "figure":
                zero = self.spoken.phrases.digits[0] if part["key"] else ""
                part["file"] = self.gathered.picture(part["source"], self.language, zero)
            case "schedule":
                for plan in part["plans"]:
                    plan["visits"] = self.spoken.say.visits(plan["weeks"])
        for each in part.values():
            self.block(each)


def _set(gathered: Gathered, data: bytes, day: date, fonts: Fonts) -> Leaflet:
    files = templates()
    files["main.typ"] = files["leaflet.typ"]
    found = fonts.found()
    try:
        pdf = compiled({**files, **gathered.files, "leaflet.json": data}, found, day)
    except typst.TypstError as error:
        for name, file in gathered.origins.items():
            if not _drawable(name, gathered.files[name], found, day):
                raise ContentError(
                    file,
                    0,
                    "the picture can't be drawn",
                    "Save it anew as a plain SVG without links to other files, or as PNG or JPEG",
                ) from error
        raise LeafletError(
            f"The leaflet can't be set: {error.message}. "
            "Install fonts-noto-core, or write it otherwise."
        ) from error
    return Leaflet(pdf, len(re.findall(rb"/Type\s*/Page\b", pdf)))


def _drawable(name: str, content: bytes, fonts: typst.Fonts, day: date) -> bool:
    alone = f'#set document(title: "-")\n#image("{name}", width: 1cm, alt: "-")'
    try:
        compiled({"main.typ": alone.encode(), name: content}, fonts, day)
    except typst.TypstError:
        return False
    return True

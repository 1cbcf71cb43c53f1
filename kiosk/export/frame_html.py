"""What stands around every page: whose it is, the other pages, the other languages.

Owns the head of the file, which allows it nothing but its own stylesheet and pictures, and the
page from which all others are reached.
"""

from __future__ import annotations

from dataclasses import dataclass

import htpy as h

from kiosk.export.number_html import filled_call
from kiosk.export.picture_html import icon
from kiosk.export.site import Site
from kiosk.leaflet.words import Language
from kiosk.page.phrases import filled

STYLE = "style.css"

_POLICY = "; ".join(
    (
        "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "base-uri 'none'",
        "form-action 'none'",
    )
)  # fmt: skip
"""What a browser may load: nothing from anywhere else (Content Security Policy, level 3)."""


@dataclass(frozen=True)
class Frame:
    """One file of the website; `base` is the website's folder seen from it.

    `title` is the page's, `name` that of its file; both are empty for the first page.
    """

    site: Site
    base: str
    language: str
    title: str = ""
    name: str = ""

    @property
    def spoken(self) -> Language:
        """The language of what stands around the page."""
        return self.site.languages[self.language]


def framed(frame: Frame, main: h.Node, *, skip: str) -> str:
    """Return a whole file; `skip` is the name of its main part."""
    body: list[h.Node] = [
        h.a(".skip", href=f"#{skip}")[frame.spoken.say.translate("Export", "Go to the text")],
        "\n", _header(frame), "\n", _pages(frame), "\n", main, "\n", _footer(frame), "\n",
    ]  # fmt: skip
    return str(
        h.html(lang=frame.language, dir=frame.spoken.direction)["\n", _head(frame), h.body[body]]
    )


def start_html(site: Site) -> str:
    """Return the page from which all others are reached, with a part for each language."""
    frame = Frame(site, ".", site.pack.default_language)
    parts = [_start(site, each) for each in site.languages.values()]
    title = h.h1[site.pack.clinic(frame.language)]
    return framed(frame, h.main(id="text")[title, parts], skip="text")


def _head(frame: Frame) -> h.Node:
    pack = frame.site.pack
    title = frame.title or pack.title(frame.language)
    found = [
        h.meta(charset="utf-8"),
        h.meta(http_equiv="Content-Security-Policy", content=_POLICY),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="color-scheme", content="light dark"),
        h.meta(name="referrer", content="no-referrer"),
        h.title[f"{title} – {pack.clinic(frame.language)}"],
        # Without one a browser asks the server for a picture that there isn't.
        h.link(rel="icon", href="data:,"),
        h.link(rel="stylesheet", href=f"{frame.base}/{STYLE}"),
    ]
    return h.head[[[each, "\n"] for each in found]]


def _header(frame: Frame) -> h.Node:
    pack = frame.site.pack
    whose = h.a(href=f"{frame.base}/index.html")[
        h.span(".clinic")[pack.clinic(frame.language)],
        " ",
        h.span(".topic")[pack.title(frame.language)],
    ]
    return h.header[
        h.p(".whose")[whose] if frame.name else None,
        _languages(frame) if len(pack.languages) > 1 else None,
    ]


def _languages(frame: Frame) -> h.Node:
    """Return links to the same page in every language, each called by its own name in itself.

    On the first page they lead to the part of it that speaks the language.
    """
    links = []
    for code, spoken in frame.site.languages.items():
        address = frame.site.address(frame.base, code, frame.name) if frame.name else f"#{code}"
        here = "true" if frame.name and code == frame.language else None
        link = h.a(href=address, hreflang=code, lang=code, dir=spoken.direction, aria_current=here)
        links.append(h.li[link[spoken.name]])
    names = " / ".join(each.name for each in frame.site.languages.values())
    return h.nav(".languages", aria_label=names)[h.ul[links]]


def _pages(frame: Frame) -> h.Node:
    if not frame.name:
        return None
    return h.nav(".pages", aria_label=frame.spoken.say.translate("TabStrip", "Pages"))[
        _links(frame, frame.language)
    ]


def _links(frame: Frame, language: str) -> h.Node:
    """Return links to all pages that are offered everywhere."""
    site = frame.site
    icons = {tab.page: icon(tab.icon, site) for tab in site.pack.tabs}
    links = []
    for name in site.offered:
        if address := site.address(frame.base, language, name):
            page = site.page(language, name)
            here = "page" if name == frame.name else None
            foreign = page.language if page.language != language else None
            words = h.span(lang=foreign)[page.tab]
            links.append(h.li[h.a(href=address, aria_current=here)[icons.get(name), words]])
    return h.ul[links]


def _footer(frame: Frame) -> h.Node:
    pack, language = frame.site.pack, frame.language
    translate, day = frame.spoken.say.translate, frame.spoken.day(frame.site.today.day)
    phone = pack.phone(language)
    emergency = translate("Handout", "In an emergency call %1")
    return h.footer(".clinic-foot")[
        h.p[h.strong[pack.clinic(language)]],
        h.p[filled_call(translate("Handout", "Phone: %1"), phone)] if phone else None,
        h.p(".emergency-number")[filled_call(emergency, pack.emergency_number(language))],
        # What falls due later, nobody judges again.
        h.p(".quiet")[filled(translate("Export", "This page was made on %1."), day)],
    ]


def _start(site: Site, spoken: Language) -> h.Node:
    """Return one language's part of the first page: what the resting screen says, and the pages."""
    code = spoken.code
    frame = Frame(site, ".", code)
    cards = [
        h.li[
            h.a(href=address)[
                h.span(".line-of-card")[card.line],
                " ",
                h.span(".quiet")[card.text] if card.text else None,
            ]
        ]
        for card in site.today.rest(code)
        if card.language == code
        and (address := site.address(frame.base, code, card.page, card.section))
    ]
    return h.section(".start", id=code, lang=code, dir=spoken.direction)[
        h.h2[spoken.name],
        h.p(".topic")[site.pack.title(code)],
        h.ul(".cards")[cards] if cards else None,
        h.nav(".pages", aria_label=f"{spoken.say.translate('TabStrip', 'Pages')} ({spoken.name})")[
            _links(frame, code)
        ],
    ]

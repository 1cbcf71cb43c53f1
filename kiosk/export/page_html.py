"""One page of the website: its notices, its text, its sources and its review.

Owns what stands in which order. What stands around all pages alike is the frame's.
"""

from __future__ import annotations

import htpy as h

from kiosk.export.block_html import flow, heading
from kiosk.export.frame_html import Frame, framed
from kiosk.export.inline_html import inline, words_alone
from kiosk.export.number_html import filled_call
from kiosk.export.picture_html import icon
from kiosk.export.place import BASE, Place
from kiosk.export.site import Site
from kiosk.leaflet.words import Language
from kiosk.page.blocks import Layout, Page, Sources
from kiosk.page.phrases import filled
from kiosk.page.review import Status
from kiosk.page.sections import FEWEST, opening, sections


def page_html(site: Site, name: str, language: str) -> str:
    """Return a page in a language as the text of an HTML file.

    Raises ContentError: a picture's file can't be read.
    """
    page = site.page(language, name)
    spoken = site.languages[page.language]
    at = Place(site, page, language, spoken.say)
    hidden = site.today.hides(page)
    body = _waiting(site, page, at) if hidden else _body(page, spoken, at)
    foreign = page.language != language
    dress = {"lang": page.language, "dir": spoken.direction} if foreign else {}
    frame = Frame(site, BASE, language, page.title, name)
    return framed(frame, h.main(id=at.name("text"), **dress)[body], skip=at.name("text"))


def _body(page: Page, spoken: Language, at: Place) -> h.Node:
    overdue = at.site.today.overdue(page)
    foreign = page.language != at.language
    notices = [
        h.p(".notice")[icon(sign, at.site), h.span[said]]
        for sign, said in spoken.notices(page, overdue=overdue, foreign=foreign)
    ]
    until = None if overdue else _until(page, spoken)
    lead = h.p(".lead")[inline(page.lead, at)] if page.lead else None
    # In the order of the page: what comes last leads back to what came before.
    first = opening(page)
    above = flow(first, at)
    text = flow([e for e in page.blocks[len(first) :] if not isinstance(e, Sources)], at)
    explained = _explanations(at)
    sources = flow([each for each in page.blocks if isinstance(each, Sources)], at)
    foot = [h.p[line] for line in spoken.say.foot(page.review, spoken.day, late=overdue)]
    return h.fragment[
        h.h1[page.title], notices, until, lead, above, _contents(page, at), "\n", text,
        explained, sources, h.footer(".review")[foot] if foot else None,
    ]  # fmt: skip


def _until(page: Page, spoken: Language) -> h.Node:
    """Return how long the review holds: the page may lie in a drawer by then."""
    if page.review.status is Status.DRAFT or not page.review.next_review:
        return None
    words = spoken.say.translate(
        "Export",
        "The review of this page holds until %1. After that day, ask the clinic for a newer page.",
    )
    return h.p(".until")[filled(words, spoken.day(page.review.next_review))]


def _contents(page: Page, at: Place) -> h.Node:
    """Return links to the sections, where the kiosk has doors to them."""
    parts = sections(page)
    if page.layout is not Layout.DOORS or len(parts) < FEWEST:
        return None
    words = at.say.translate("Handout", "Contents")
    links = [h.li[h.a(href=f"#{each.anchor}")[words_alone(each.heading, at)]] for each in parts]
    return h.nav(".contents", aria_label=words)[h.ul[links]]


def _explanations(at: Place) -> h.Node:
    """Return what the words mean that are marked in the text."""
    if not at.terms:
        return None
    entries = [
        h.fragment[h.dt(id=at.name(f"term-{term.term}"))[term.term], h.dd[h.p[term.meaning]]]
        for term in at.terms.values()
    ]
    title = at.name("explanations")
    return h.section(".explanations")[
        heading(at.heading(2), id=title)[at.say.explanations()], h.dl[entries]
    ]


def _waiting(site: Site, page: Page, at: Place) -> h.Node:
    """Return what stands in the place of a page that is hidden until it has been reviewed again."""
    translate = at.say.translate
    emergency = translate("Handout", "In an emergency call %1")
    return h.fragment[
        h.h1[page.title],
        h.p(".notice")[
            icon("clock", site),
            h.span[translate("PageUpdating", "This page is waiting for its review")],
        ],
        h.p[h.strong[filled_call(emergency, site.pack.emergency_number(page.language))]],
        h.p[
            translate(
                "PageUpdating",
                "Somebody should have checked it again by now, so it is not shown today. "
                "Please ask the staff about it.",
            )
        ],
    ]

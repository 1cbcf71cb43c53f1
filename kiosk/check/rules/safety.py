"""Rules on what must not be in a pack: HTML, and pictures that load or run something.

Owns what is unsafe in a text. The parser keeps all of it off the screen; a reader then misses
words without anybody knowing, and an author believes in what nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.pack_pictures import drawing, reaching, shown
from kiosk.check.material.rule import AnyRule, PackRule, PageRule, Survey
from kiosk.check.material.shortened import shortened
from kiosk.check.material.written import Tag
from kiosk.markdown.tree import READ

_INSTEAD = {
    "a": "Write [words](risks.md) instead",
    "b": "Write **words** instead",
    "strong": "Write **words** instead",
    "i": "Write *words* instead",
    "em": "Write *words* instead",
    "u": "Write **words** instead: underlined words look like a link",
    "p": "Take the tags out: an empty line makes a paragraph",
    "hr": "Write --- on a line of its own instead",
    "img": "Write ![what it shows](figures/name.svg) instead",
    "ul": "Write - at the start of each line instead",
    "ol": "Write 1. at the start of each line instead",
    "li": "Write - at the start of the line instead",
    "table": "Write the table with | between the cells instead",
    "h1": "Write ## at the start of the line instead",
    "h2": "Write ## at the start of the line instead",
    "h3": "Write ### at the start of the line instead",
    "h4": "Write #### at the start of the line instead",
}
_WITH_CONTENT = {
    "script", "style", "iframe", "object", "embed", "svg", "audio", "video", "form", "canvas",
}  # fmt: skip
_KNOWN = {
    *_INSTEAD, *_WITH_CONTENT, "div", "span", "sub", "sup", "small", "big", "font", "center", "td",
    "tr", "th", "thead", "tbody", "dl", "dt", "dd", "h5", "h6", "code", "pre", "blockquote", "img",
    "input", "button", "label", "link", "meta", "html", "body", "head", "s", "del", "ins", "mark",
    "abbr", "details", "summary", "section", "article", "figure", "figcaption", "nav", "header",
    "footer", "main", "aside", "time", "cite", "q", "kbd", "samp", "var", "wbr", "picture",
    "source", "select", "option", "textarea", "template", "title", "base", "caption", "col",
    "colgroup", "doctype",
}  # fmt: skip


def _html(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    told: set[tuple[int, str]] = set()
    opened = {tag.name for tag in checked.written.tags}
    for tag in checked.written.tags:
        spot = checked.at(tag.offset)
        name = tag.name.removeprefix("/")
        if name in READ:
            continue
        before = checked.source.text[max(0, tag.offset - 1) : tag.offset]
        kind = "comment" if name == "!--" else "tag" if name in _KNOWN else "words"
        kind = "smaller" if before.isalnum() and _compares(tag) else kind
        # One finding of a kind in a line: the other tags of a table, say, go with the first.
        if (spot.line, kind) in told or checked.is_letter_by_letter(tag.offset):
            continue
        if name != tag.name and name in opened:
            continue
        told.add((spot.line, kind))
        yield _markup(kind, tag, spot)


def _markup(kind: str, tag: Tag, spot: Spot) -> Mark:
    match kind:
        case "comment":
            return Mark(
                spot,
                "a comment stands in the text, which nobody sees on the screen",
                "Take it out; keep notes to each other in a file of their own",
                severity=Severity.WARNING,
            )
        case "tag":
            return Mark(spot, f"the HTML {_said(tag)} never reaches the screen", _instead(tag))
        case "smaller":
            return Mark(
                spot,
                f"the words {_said(tag)} never reach the screen, because they look like HTML",
                "Put a space on each side of the signs, as in a < b and c > d",
            )
        case _:
            return Mark(
                spot,
                f"the words {_said(tag)} never reach the screen, because they look like HTML",
                "Write them without the signs < and >",
            )


def _compares(tag: Tag) -> bool:
    """Tell whether words between the signs look like what stands between "less" and "more"."""
    return " " in tag.text.strip("<> ") and not re.search(r"=[\s\"']*\w|/>", tag.text)


def _instead(tag: Tag) -> str:
    name = tag.name.removeprefix("/")
    if name in _WITH_CONTENT:
        return "Take it out with all that stands in it"
    return _INSTEAD.get(name, "Take the tags out and keep the words")


def _said(tag: Tag) -> str:
    return f"'{shortened(tag.text, 40)}'"


def _remote(survey: Survey) -> Iterator[Mark]:
    for picture in shown(survey):
        if found := reaching(picture.path):
            problem = f"the picture '{shortened(picture.name)}' {found[0]}"
            yield Mark(picture.spot, problem, found[1], file=picture.file)


def _acting(survey: Survey) -> Iterator[Mark]:
    for picture in shown(survey):
        found = drawing(picture.path)
        if found and found.acting:
            problem, remedy = found.acting
            yield Mark(
                picture.spot,
                f"the picture '{shortened(picture.name)}' {problem}",
                remedy,
                file=picture.file,
            )


RULES: tuple[AnyRule, ...] = (
    PageRule("raw-html", Severity.ERROR, "pages are written in Markdown, without HTML", _html),
    PackRule(
        "remote-resource", Severity.ERROR, "no picture loads anything from elsewhere", _remote
    ),
    PackRule("script-in-picture", Severity.ERROR, "no picture holds a program or HTML", _acting),
)

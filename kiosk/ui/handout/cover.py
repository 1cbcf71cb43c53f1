"""The first sheets: the cover, and the contents with their page numbers.

Owns how they look. What they say is handed to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.ui.handout import paper
from kiosk.ui.handout.boxes import notice
from kiosk.ui.handout.drawings import Drawing
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.paper import COLOURS, Style, mm, pt
from kiosk.ui.handout.pieces import Piece, Pieces, height_of, spaced, stacked, together
from kiosk.ui.handout.wording import Wording

_KIND = Style(size=140, leading=190, colour=COLOURS.white)
_TITLE = Style(size=340, leading=410, bold=True, colour=COLOURS.white)
_CLINIC = Style(size=170, leading=220, bold=True)
_CALL = Style(size=140, leading=190, bold=True, colour=COLOURS.red)
_CHAPTER = Style(size=125, leading=176, bold=True)
_MANY = 15
_SECTION = Style(size=120, leading=168)


@dataclass(frozen=True)
class Imprint:
    """What the cover says. `picture` is drawn where there is one; `tongue` names the language."""

    title: str
    clinic: str
    phone: str
    emergency_number: str
    tongue: str
    printed: date
    draft: bool
    picture: Drawing | None


def cover(imprint: Imprint, hand: Hand) -> Pieces:
    """Return the cover as one piece, as high as a sheet."""
    head = hand.words(imprint.clinic, _CLINIC)
    panel = _panel(imprint, hand)
    foot = _foot(imprint, hand)
    warned = notice(hand.labels.some_draft(), "warning", hand) if imprint.draft else []
    start = paper.EDGE + mm(8)
    end = paper.HEIGHT - mm(20)

    def draw(ink: Ink, x: float, y: float) -> None:
        top = start
        for piece in head:
            piece.draw(ink, x, top)
            top += piece.height
        panel.draw(ink, x, top + pt(14))
        top += pt(14) + panel.height
        low = end - foot.height
        foot.draw(ink, x, low)
        for piece in warned:
            low -= piece.height + pt(22)
            piece.draw(ink, x, low)
        if imprint.picture:
            _picture(ink, imprint.picture, (x, top + pt(20), hand.width, low - top - pt(40)))

    return [Piece(paper.ROOM, draw)]


def _panel(imprint: Imprint, hand: Hand) -> Piece:
    padding = mm(11)
    width = hand.width - 2 * padding
    lines = hand.words(hand.labels.take(), _KIND, width)
    lines += spaced(hand.words(imprint.title, _TITLE, width), pt(8))
    height = max(mm(62), height_of(lines) + 2 * padding)
    said = stacked(lines)

    def draw(ink: Ink, x: float, y: float) -> None:
        ink.box((x, y, hand.width, height), fill=COLOURS.teal, radius=mm(3))
        said.draw(ink, x + padding, y + height - padding - said.height)

    return Piece(height, draw)


def _picture(ink: Ink, picture: Drawing, place: tuple[float, float, float, float]) -> None:
    """Draw the picture into the middle of a place, where there is room for one."""
    x, y, most, room = place
    if room < mm(30):
        return
    width = min(most * 0.86, room / picture.aspect)
    height = width * picture.aspect
    picture.draw(ink, x + (most - width) / 2, y + (room - height) / 2, width, height)


def _foot(imprint: Imprint, hand: Hand) -> Piece:
    labels = hand.labels
    column = hand.width * 0.58
    said = hand.words(imprint.clinic, paper.STRONG, column)
    if imprint.phone:
        said += hand.words(labels.phone(imprint.phone), paper.BODY, column)
    said += spaced(hand.words(labels.emergency(imprint.emergency_number), _CALL, column), pt(5))
    about = [
        piece
        for line in (imprint.tongue, labels.printed(imprint.printed))
        for piece in hand.lines(Wording(line), paper.BODY, hand.width - column, end=True)
    ]
    left, right = stacked(said), stacked(about)

    def draw(ink: Ink, x: float, y: float) -> None:
        ink.rule((x, y), (x + hand.width, y), COLOURS.teal, pt(2))
        left.draw(ink, x, y + pt(12))
        right.draw(ink, x + column, y + pt(12))

    return Piece(max(left.height, right.height) + pt(12), draw)


@dataclass(frozen=True)
class Entry:
    """One line of the contents: a chapter, or a section of one, and the sheet it begins on."""

    words: str
    sheet: int
    section: bool = False


def contents(entries: Sequence[Entry], hand: Hand) -> Pieces:
    """Return the contents: chapters with their sections, dots, and page numbers."""
    made = together(hand.words(hand.labels.contents(), paper.TITLE), also_next=True)
    chapter: Pieces = []
    for entry in entries:
        if not entry.section:
            made += _whole(chapter)
            chapter = []
        chapter += spaced([_entry(entry, hand)], pt(2) if entry.section else pt(12))
    return made + _whole(chapter)


def _whole(chapter: Pieces) -> Pieces:
    """Return a chapter's entries on one sheet, unless it has very many."""
    return together(chapter) if len(chapter) <= _MANY else together(chapter[:3]) + chapter[3:]


def _entry(entry: Entry, hand: Hand) -> Piece:
    style = _SECTION if entry.section else _CHAPTER
    shift = mm(8) if entry.section else 0
    numbers = mm(14)
    lines = hand.words(entry.words, style, hand.width - shift - numbers - mm(6))
    said = stacked(lines)
    reach = hand.last_line(entry.words, style, hand.width - shift - numbers - mm(6))
    [number] = hand.lines(Wording(hand.say.number(entry.sheet)), style, numbers, end=True)
    wide = hand.widths(Wording(hand.say.number(entry.sheet)), style)[1]

    def draw(ink: Ink, x: float, y: float) -> None:
        said.draw(ink, x + shift, y)
        foot = y + said.height - style.leading
        start, end = x + shift + reach + pt(6), x + hand.width - wide - pt(6)
        if end - start > pt(10):
            level = foot + style.leading * 0.68
            ink.rule((start, level), (end, level), COLOURS.edge, pt(0.9), (1, 3))
        number.draw(ink, x + hand.width - numbers, foot)

    return Piece(said.height, draw)

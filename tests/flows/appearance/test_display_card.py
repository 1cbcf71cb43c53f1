"""The display card: how a visitor sets what they see, and that no reader loses their line over it.

WCAG 2.2, 1.4.4 (text to 200 % without loss), 1.4.8 (colours, line spacing), 2.3.3 (motion can be
turned off); Section 508, 402.4 and EN 301 549, 5.1.4 (large characters).
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QSignalSpy

from kiosk.app import Kiosk
from kiosk.start import Start
from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.visit.visit import LINE_SPACINGS, SCHEMES, TEXT_SIZES, Visit
from tests.flows.clock import UNHURRIED
from tests.flows.screen import Screen, is_text, type_of
from tests.patient_bot import PatientBot
from tests.waiting import LIMIT

DISPLAYS = {
    "landscape": (1920, 1080, 21.5),
    "portrait": (1080, 1920, 21.5),
    "tablet": (1280, 800, 10.1),
    "upright tablet": (800, 1280, 10.1),
}

MM = ScreenSize(*DISPLAYS["landscape"]).mm

PLACES = (0.03, 0.2, 0.4, 0.7, 0.95)
"""Parts of the way to the page's end; at none of them the dots of a chart are at the top."""


@pytest.fixture(scope="module")
def running(qapp: object, request: pytest.FixtureRequest, whole_pages: Path) -> Iterator[Screen]:
    """One kiosk for all measurements; `screen` gives it back as it was."""
    start = Start(
        content=whole_pages, size=(1920, 1080), moving=True, locked=True, waiting=UNHURRIED
    )
    kiosk = Kiosk(start)
    kiosk.show()
    screen = Screen(kiosk, PatientBot(request))
    screen.settle()
    yield screen
    kiosk.close()


@pytest.fixture
def screen(running: Screen) -> Screen:
    running.shell.navigator.reset()
    if running.window.width() != 1920 or running.mm != pytest.approx(MM):
        running.measure(*DISPLAYS["landscape"])
    running.frame()
    return running


def wish(screen: Screen, **wishes: object) -> None:
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, **wishes))
    screen.settle()
    screen.frame()


# The card


def choices(screen: Screen, kind: str) -> list[QQuickItem]:
    card = screen.item("display-card")
    return [item for item in screen.of_type("Choice", card) if item.objectName().startswith(kind)]


def chosen(screen: Screen, kind: str) -> list[str]:
    return [item.objectName() for item in choices(screen, kind) if item.property("chosen")]


def test_no_other_card_is_made_with_it_that_a_screen_reader_would_be_told_of(
    screen: Screen,
) -> None:
    (cards,) = (
        item for item in screen.items(hidden=True) if "InfoCard" in str(item.property("file"))
    )
    meta = cards.metaObject()
    made = QSignalSpy(cards, meta.method(meta.indexOfSignal("itemChanged()")))
    screen.tap("display")
    screen.tap("display-close")
    assert made.count() == 0
    screen.shell.card.show("keys")
    assert made.count() == 1


def test_each_choice_shows_at_once_and_one_of_each_is_chosen(screen: Screen) -> None:
    screen.tap("display")
    theme = screen.theme
    for size in (*TEXT_SIZES[::-1], 125):
        bring(screen, f"size-{size}")
        screen.tap(f"size-{size}")
        assert screen.visit.text_size == size
        assert theme.property("textScale") == size / 100
        assert chosen(screen, "size-") == [f"size-{size}"]
    for scheme in SCHEMES[::-1]:
        screen.tap(f"scheme-{scheme}")
        assert (screen.visit.scheme, theme.property("scheme")) == (scheme, scheme)
        assert chosen(screen, "scheme-") == [f"scheme-{scheme}"]
    for spacing in LINE_SPACINGS[::-1]:
        screen.tap(f"spacing-{spacing}")
        assert screen.visit.line_spacing == spacing
        assert theme.property("lineSpacing") == spacing / 100
        assert chosen(screen, "spacing-") == [f"spacing-{spacing}"]
    for motion, still in (("motion-off", True), ("motion-on", False)):
        screen.tap(motion)
        assert (screen.visit.still, theme.property("moving")) == (still, not still)
        assert chosen(screen, "motion-") == [motion]
    assert screen.found("display-card")
    counts = [len(choices(screen, kind)) for kind in ("size-", "scheme-", "spacing-", "motion-")]
    assert counts == [len(TEXT_SIZES), len(SCHEMES), len(LINE_SPACINGS), 2]


def bring(screen: Screen, name: str) -> None:
    """Scroll the card's choices so that one can be touched."""
    flick = screen.item("display-choices")
    one = screen.item(name)
    top = one.mapToItem(flick.property("contentItem"), 0, 0).y()
    most = max(0.0, float(flick.property("contentHeight")) - flick.height())
    flick.setProperty("contentY", max(0.0, min(top - flick.height() / 2, most)))
    screen.frame()


def whole(screen: Screen, item: QQuickItem) -> bool:
    """Tell whether an item of the card is seen, nothing fading over it."""
    flick = screen.item("display-choices")
    ended = bool(flick.property("atYEnd"))
    fading = 0.0 if ended else float(screen.item("display-card").property("fading"))
    place, area = screen.area(item), screen.area(flick)
    return place.top() >= area.top() - 1 and place.bottom() <= area.bottom() - fading + 1


@pytest.mark.parametrize("display", DISPLAYS)
def test_the_chosen_size_is_seen_whole_and_a_button_leads_on_to_all_there_is(
    screen: Screen, display: str
) -> None:
    screen.measure(*DISPLAYS[display])
    for size in (200, 100, 150):
        wish(screen, text_size=size)
        screen.tap("display")
        assert whole(screen, screen.item(f"size-{size}")), f"opened at {size} %"
        for touched in (200, size):
            bring(screen, f"size-{touched}")
            screen.tap(f"size-{touched}")
            screen.frame()
            assert whole(screen, screen.item(f"size-{touched}")), f"{size}, then {touched} %"
        flick = screen.item("display-choices")
        flick.setProperty("contentY", 0.0)
        screen.frame()
        hidden = float(flick.property("contentHeight")) > flick.height() + 1
        assert len(screen.found("display-more")) == hidden
        unseen = {each for each in choices(screen, "") if not whole(screen, each)}
        assert hidden or not unseen
        while hidden and not flick.property("atYEnd"):
            screen.tap("display-more")
            unseen = {each for each in unseen if not whole(screen, each)}
        assert not unseen
        if hidden:
            screen.tap("display-more")
            assert flick.property("contentY") == 0
        screen.tap("display-close")


def test_upright_the_largest_letters_hide_nothing_of_what_a_choice_is_called(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk(size=(800, 1280), diagonal=10.1, text_size=200, language="bn")
    screen.settle()
    screen.tap("display")
    screen.frame()
    title = screen.texts(screen.item("display-choices"))[0]
    assert whole(screen, title)
    assert whole(screen, screen.item("size-200"))


def test_back_to_usual_takes_back_every_wish_for_the_text(screen: Screen) -> None:
    usual = screen.visit
    wish(screen, text_size=200, scheme="dark", line_spacing=150, still=True, low=True)
    screen.tap("display")
    screen.tap("display-usual")
    assert screen.visit == msgspec.structs.replace(usual, low=True)
    assert screen.found("display-card")


def test_the_card_goes_with_the_visit(screen: Screen) -> None:
    screen.tap("display")
    before = screen.visit
    screen.shell.navigator.reset()
    screen.frame()
    assert not screen.found("display-card")
    assert screen.visit == before


def test_a_touch_on_the_card_or_the_page_above_it_reaches_nothing_below(screen: Screen) -> None:
    screen.tap("display")
    card = screen.area(screen.item("display-card"))
    screen.tap(QPointF(card.left() + 5, card.bottom() - 5))
    assert screen.visit.page == "overview"
    assert screen.found("display-card")
    screen.shell.card.close()
    screen.shell.navigator.enter("overview", "compare")
    screen.rest()
    link = screen.link("")
    screen.reach(link)
    below = screen.area(link).top() - card.top() / 3
    screen.column.setProperty("contentY", min(screen.scrolled + max(0.0, below), screen.furthest))
    screen.frame()
    at = screen.link_point(link, "")
    assert at.y() < card.top()
    screen.tap("display")
    screen.tap(at)
    assert screen.shell.card.kind == ""


def test_what_the_card_changes_is_seen_above_it(screen: Screen) -> None:
    for display in DISPLAYS.values():
        screen.measure(*display)
        for text_size in (100, 200):
            wish(screen, text_size=text_size, line_spacing=150)
            screen.tap("display")
            pane, card = screen.area(screen.stack), screen.area(screen.item("display-card"))
            assert (card.top() - pane.top()) / pane.height() >= 0.4
            screen.tap("display-close")


def test_where_nothing_ever_moves_there_is_no_choice_of_movement(
    kiosk: Callable[..., Screen],
) -> None:
    still = kiosk(moving=False)
    still.tap("display")
    assert not choices(still, "motion-")


# Nothing moves


def test_with_reduced_motion_a_tab_is_there_with_the_next_frame(screen: Screen) -> None:
    """WCAG 2.2, 2.3.3: animation that a touch sets off can be turned off."""
    meta = screen.stack.metaObject()
    moving = QSignalSpy(screen.stack, meta.method(meta.indexOfSignal("movingChanged()")))
    frames_of_a_turn(screen, "risks")
    moved = moving.count()
    assert moved, "it moves; in how many frames is the machine's affair"
    wish(screen, still=True)
    assert frames_of_a_turn(screen, "overview") <= 1
    assert moving.count() == moved
    screen.tap("more")
    assert places_over_frames(screen) == 1
    screen.drag(QPointF(800, 700), QPointF(0, -350), steps=5, stop=False)
    assert places_over_frames(screen) == 1


def frames_of_a_turn(screen: Screen, page: str) -> int:
    """Count the frames from a touch on a tab until its pane stands still."""
    tab = screen.middle(f"tab-{page}")
    screen.press(tab)
    screen.release(tab)
    frames, end = 0, time.monotonic() + LIMIT
    while not screen.stack.property("settled") or screen.pane.parentItem().x() != 0:
        screen.frame()
        frames += 1
        assert time.monotonic() < end, "it never stands still"
    return frames


def places_over_frames(screen: Screen) -> int:
    places = set()
    for _ in range(6):
        places.add(screen.scrolled)
        screen.frame()
    return len(places)


# The line being read


class Line(NamedTuple):
    """A line of the page: its first letter, and where its top is below the column's, in pixels."""

    row: int
    text: str
    nth: int
    letter: int
    y: float


class Reader:
    """Somebody who reads the pane on the screen, and knows which line they are at."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.column = screen.column
        self.lost: list[str] = []
        self.line = Line(0, "", 0, 0, 0.0)

    @property
    def scrolled(self) -> float:
        return float(self.column.property("contentY"))

    @property
    def furthest(self) -> float:
        return float(self.column.property("contentHeight")) - self.column.height()

    def go_to(self, part: float) -> None:
        self.column.setProperty("contentY", round(part * self.furthest))
        self.screen.frame()
        self.line = self._line_read()

    def wish(self, what: str, **wishes: object) -> None:
        """Change how things look, and see where the line is then."""
        self.screen.shell.navigator.change(msgspec.structs.replace(self.screen.visit, **wishes))
        self.screen.frame()
        self.screen.frame()
        self.look(what)

    def look(self, what: str) -> None:
        """The line may be one line away from where it was; the page's end moves it further."""
        texts = self._texts(self._rows()[self.line.row])
        same = [text for text in texts if text.property("text") == self.line.text]
        text = same[min(self.line.nth, len(same) - 1)]
        number = max(n for n, letter in enumerate(starts(text)) if letter <= self.line.letter)
        by = abs(self._top(text, number) - self.line.y)
        if by > height_of_line(text) and self.scrolled < self.furthest - 1:
            self.lost.append(f"{what}: {by:.0f} px, a line is {height_of_line(text):.0f}")

    def _rows(self) -> list[QQuickItem]:
        """Give the page's head, its rows and its foot."""
        (page,) = [
            item
            for item in self.column.property("contentItem").childItems()
            if item.inherits("QQuickColumn")
        ]
        parts: list[QQuickItem] = []
        for item in page.childItems():
            rows = item.childItems() if type_of(item) == "PageRows" else [item]
            parts += [row for row in rows if row.isVisible() and row.height()]
        return parts

    def _texts(self, row: QQuickItem) -> list[QQuickItem]:
        return [item for item in self.screen.items(row) if is_text(item) and item.property("text")]

    def _top(self, text: QQuickItem, line: int) -> float:
        at = text.property("topPadding") + line * height_of_line(text)
        return float(text.mapToItem(self.column, QPointF(0, at)).y())

    def _line_read(self) -> Line:
        """Give the first line of the column of which at least half is seen."""
        for number, row in enumerate(self._rows()):
            if row.mapToItem(self.column, QPointF(0, row.height())).y() <= 0:
                continue
            texts = self._texts(row)
            for text in texts:
                if self._top(text, text.property("lineCount")) <= 0:
                    continue
                for line, letter in enumerate(starts(text)):
                    if self._top(text, line) + height_of_line(text) / 2 > 0:
                        words = text.property("text")
                        same = [each for each in texts if each.property("text") == words]
                        return Line(number, words, same.index(text), letter, self._top(text, line))
        raise AssertionError("no line is on the screen")


def height_of_line(text: QQuickItem) -> float:
    return float(text.property("contentHeight") / text.property("lineCount"))


def laid_out(text: QQuickItem) -> QTextDocument:
    """Lay the same words out with another engine than the one that draws them."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(text.property("font"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    if "<" in text.property("text"):
        document.setHtml(text.property("text"))
    else:
        document.setPlainText(text.property("text"))
    padding = text.property("leftPadding") + text.property("rightPadding")
    document.setTextWidth(text.width() - padding)
    document.size()  # lays it out
    return document


def starts(text: QQuickItem) -> list[int]:
    """Give the first letter of each line."""
    document = laid_out(text)
    layout = document.firstBlock().layout()
    return [layout.lineAt(number).textStart() for number in range(layout.lineCount())]


def only(page: str, folder: Path, pack: Path) -> Path:
    """Write a pack once more with one tab: other panes would be laid out anew each time."""
    shutil.copytree(pack, folder)
    head, *tabs = (folder / "pack.toml").read_text("utf-8").split("[[tabs]]")
    # Behind the last tab stand the details that the page shows.
    end = tabs[-1].partition("\n[")
    tabs[-1] = end[0] + "\n"
    tab = next(each for each in tabs if f'page = "{page}"' in each)
    (folder / "pack.toml").write_text("".join([head, "[[tabs]]", tab, *end[1:]]), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("display", "page"),
    [
        ("landscape", "overview"), ("portrait", "procedure"), ("portrait", "types"),
        ("landscape", "risks"), ("tablet", "faq"),
    ],
)  # fmt: skip
def test_the_line_being_read_stays_while_the_text_grows_and_shrinks(
    kiosk: Callable[..., Screen], tmp_path: Path, whole_pages: Path, display: str, page: str
) -> None:
    """WCAG 2.2, 1.4.4: larger text loses nothing, the reader's place neither."""
    pack = only(page, tmp_path / "pack", whole_pages)
    width, height, diagonal = DISPLAYS[display]
    screen = kiosk(pack, size=(width, height), diagonal=diagonal, moving=True)
    screen.rest()
    assert screen.visit.page == page
    reader = Reader(screen)
    for part in PLACES:
        reader.go_to(part)
        before = reader.scrolled
        for size in (200, 100):
            reader.wish(f"{part} at {size} %", text_size=size)
        assert reader.scrolled == pytest.approx(before, abs=1)
    assert not reader.lost, "\n".join(reader.lost)


def test_the_line_being_read_stays_in_another_layout_of_any_kind(
    kiosk: Callable[..., Screen], tmp_path: Path, whole_pages: Path
) -> None:
    pack = only("types", tmp_path / "pack", whole_pages)
    screen = kiosk(pack, size=DISPLAYS["landscape"][:2], moving=True)
    screen.rest()
    reader = Reader(screen)
    for part in PLACES[1:4]:
        reader.go_to(part)
        reader.wish(f"{part} with wide lines", line_spacing=150, text_size=125)
        reader.wish(f"{part} low", low=True)
        reader.wish(f"{part} as before", low=False, line_spacing=100, text_size=100)
        for display in ("portrait", "landscape"):
            screen.measure(*DISPLAYS[display])
            screen.frame()
            reader.look(f"{part} {display}")
    assert not reader.lost, "\n".join(reader.lost)


def test_who_is_at_the_top_of_a_page_stays_at_its_top(screen: Screen) -> None:
    fresh: Visit = screen.visit
    for wishes in ({"text_size": 200}, {"line_spacing": 150}, {"low": True}, {"scheme": "dark"}):
        wish(screen, **wishes)
        assert screen.scrolled == 0
    screen.shell.navigator.change(fresh)
    screen.settle()
    assert screen.scrolled == 0


def test_the_measure_of_lines_agrees_with_what_is_drawn(screen: Screen) -> None:
    """Each link is drawn in the line in which the test's own layout has it."""
    compared = 0
    for text, address in screen.links():
        if not shiboken6.isValid(text) or text.property("lineCount") < 2:
            continue
        document = laid_out(text)
        block = document.firstBlock()
        fragment = block.begin()
        letters = []
        while not fragment.atEnd():
            one = fragment.fragment()
            if one.charFormat().anchorHref() == address:
                letters.append(one.position())
            fragment += 1
        number = block.layout().lineForTextPosition(letters[0]).lineNumber()
        each = text.property("contentHeight") / text.property("lineCount")
        middle = text.property("topPadding") + (number + 0.5) * each
        found = [
            x for x in range(0, int(text.width()), 4) if screen.link_at(text, x, middle) == address
        ]
        assert found, f"{address} is not in line {number} of {type_of(text.parentItem())}"
        compared += 1
    assert compared > 10

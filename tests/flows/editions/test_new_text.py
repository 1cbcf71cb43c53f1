"""New text on the screen: who reads keeps their place, and what says the same stays untouched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.reading.page_source import PackPages
from tests.conftest import Kept
from tests.flows.packs import Writer
from tests.flows.screen import Screen

WORDS = "Some words that somebody reads while they wait for their name to be called. " * 4


def long(sections: int = 12, first: str = "") -> str:
    parts = [
        f"## Section {n}\n\nStart of {n}. {WORDS}\n\nEnd of {n}. {WORDS}" for n in range(sections)
    ]
    return "\n\n".join([first, *parts] if first else parts)


QUESTIONS = "\n\n".join(f"### Question {n}?\n\nAnswer {n}. {WORDS}" for n in range(10))


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "text", ("en", "bn"))
    writer.page("one", long()).page("two", "Two.").page("three", QUESTIONS, layout="faq")
    writer.page("one", "বাংলা এক।", language="bn").page("extra", long(), tab=False)
    writer.written()
    return writer


def replace(screen: Screen, pack: Writer) -> None:
    """Hand the pack as it is now to the shell, as a checked edition comes to it."""
    loaded = load_pack(pack.written(), assets=shipped("assets"))
    screen.kiosk.current_text.pictures.turn_to(loaded.folder)
    with screen.qtbot.waitSignal(screen.shell.navigator.renewed):
        screen.shell.navigator.replace(loaded, PackPages(loaded))
    screen.frame()


def read(screen: Screen, page: str, section: str) -> None:
    """Go to a section and wait until nothing moves any more."""
    screen.shell.links.go(page, section)
    screen.settle()
    screen.wait(lambda: not screen.stack.property("moving"))


def top_of(screen: Screen, words: str) -> float:
    """Give the height on the screen at which the text that starts so stands."""
    (text,) = (each for each in screen.texts(screen.column) if screen.plain(each).startswith(words))
    return text.mapToScene(QPointF(0, 0)).y()


def lines(screen: Screen) -> Sequence[QQuickItem]:
    return screen.texts(screen.column)


class Counting(QObject):
    """Counts what the model of a page's rows says to the screen."""

    def __init__(self, screen: Screen, page: str) -> None:
        super().__init__()
        self.resets = self.removed = self.inserted = 0
        (pane,) = (each for each in screen.shell.navigator.panes if each.page_name == page)
        pane.rows.modelReset.connect(self._reset)
        pane.rows.rowsRemoved.connect(
            lambda _, first, last: self._count("removed", last - first + 1)
        )
        pane.rows.rowsInserted.connect(
            lambda _, first, last: self._count("inserted", last - first + 1)
        )

    def _reset(self) -> None:
        self.resets += 1

    def _count(self, name: str, rows: int) -> None:
        setattr(self, name, getattr(self, name) + rows)

    @property
    def counted(self) -> tuple[int, int, int]:
        return self.resets, self.removed, self.inserted


def test_pages_that_say_the_same_are_left_alone(kiosk: Callable[..., Screen], pack: Writer) -> None:
    screen = kiosk(pack.folder)
    counts = [Counting(screen, page) for page in ("one", "two", "three")]
    replace(screen, pack)
    assert [each.counted for each in counts] == [(0, 0, 0)] * 3
    pack.page("two", "Two anew.")
    replace(screen, pack)
    assert [each.counted for each in counts] == [(0, 0, 0), (0, 1, 1), (0, 0, 0)]
    screen.tap("tab-two")
    screen.settle()
    assert screen.reads("Two anew.")


def test_only_the_rows_that_changed_are_made_anew(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    count = Counting(screen, "one")
    pack.page("one", long().replace("Start of 5.", "New start of 5."))
    replace(screen, pack)
    assert count.counted == (0, 1, 1)


@pytest.mark.parametrize(
    "changed",
    [
        long(first=f"Something new at the top. {WORDS}\n\n{WORDS}"),
        long().replace(f"End of 2. {WORDS}", ""),
        long().replace("End of 2.", f"End of 2. {WORDS}"),
        long().replace("Start of 9.", "Another start of 9.") + "\n\nAnd something at the end.",
        long(first=f"{WORDS}\n\n## New section\n\n{WORDS}").replace("End of 9.", "Ending of 9."),
    ],
    ids=["longer above", "shorter above", "wordier above", "changed below", "above and below"],
)
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_who_reads_keeps_their_place(
    kiosk: Callable[..., Screen], pack: Writer, changed: str, size: tuple[int, int]
) -> None:
    screen = kiosk(pack.folder, size=size)
    read(screen, "one", "section-6")
    screen.column.setProperty("contentY", screen.scrolled + 7)
    screen.frame()
    before = top_of(screen, "Start of 6.")
    pack.page("one", changed)
    replace(screen, pack)
    assert top_of(screen, "Start of 6.") == pytest.approx(before)
    screen.rest()
    assert top_of(screen, "Start of 6.") == pytest.approx(before)


def test_who_stands_at_the_top_stays_at_the_top(kiosk: Callable[..., Screen], pack: Writer) -> None:
    screen = kiosk(pack.folder)
    pack.page("one", long(first=f"Something new. {WORDS}"))
    replace(screen, pack)
    assert screen.scrolled == 0
    assert screen.reads("Something new.")


def test_who_reads_words_that_are_rewritten_reads_the_new_ones_there(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    screen.column.setProperty("contentY", top_of(screen, "Start of 4.") - 200)
    screen.frame()
    before = top_of(screen, "Start of 4.")
    pack.page("one", long(first=WORDS).replace("Start of 4.", "Beginning of 4."))
    replace(screen, pack)
    assert top_of(screen, "Beginning of 4.") == pytest.approx(before)


def test_a_page_that_became_short_shows_its_end(kiosk: Callable[..., Screen], pack: Writer) -> None:
    screen = kiosk(pack.folder)
    read(screen, "one", "section-9")
    pack.page("one", "Little is left.")
    replace(screen, pack)
    screen.rest()
    assert screen.scrolled <= screen.furthest
    assert screen.reads("Little is left.")


def test_the_open_question_stays_open_under_the_readers_eyes(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    screen.tap("tab-three")
    screen.settle()
    question = screen.of_type("QuestionBlock")[5]
    screen.reach(question)
    screen.tap(question)
    screen.rest()
    before = top_of(screen, "Answer 5.")
    pack.page(
        "three", f"### New?\n\n{WORDS}\n\n" + QUESTIONS.replace("Answer 7", "Reply 7"), layout="faq"
    )
    replace(screen, pack)
    assert top_of(screen, "Answer 5.") == pytest.approx(before)
    pack.page("three", QUESTIONS.replace("Question 5?", "Another?"), layout="faq")
    replace(screen, pack)
    assert screen.visit.questions == ()
    assert not screen.reads("Answer 5.")


def test_new_text_waits_until_the_finger_lets_go(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    screen.drag(QPointF(700, 500), QPointF(0, -200), lift=False)
    pack.page("one", "Little is left.")
    loaded = load_pack(pack.written(), assets=shipped("assets"))
    screen.shell.navigator.replace(loaded, PackPages(loaded))
    screen.frame()
    assert not screen.reads("Little is left.")
    screen.release(QPointF(700, 300))
    screen.wait(lambda: screen.reads("Little is left."))


GONE = "This page has been taken away"


def without(pack: Writer, page: str) -> None:
    if page in pack.tabs:
        pack.tabs.remove(page)
    for language in pack.languages:
        (pack.folder / language / f"{page}.md").unlink(missing_ok=True)


@pytest.mark.parametrize(("page", "then"), [("two", "one"), ("one", "two"), ("extra", "three")])
def test_who_reads_a_page_that_is_gone_is_told_gently(
    kiosk: Callable[..., Screen], pack: Writer, page: str, then: str
) -> None:
    screen = kiosk(pack.folder)
    if page == "extra":
        screen.shell.navigator.turnTo("three")
    screen.shell.links.go(page, "")
    screen.settle()
    without(pack, page)
    replace(screen, pack)
    screen.settle()
    assert screen.visit.page == screen.visit.tab == then
    assert screen.reads(GONE)
    screen.tap("card-close")
    assert not screen.reads(GONE)
    assert screen.reads(f"Page {then}")


def test_who_reads_another_page_is_not_told(kiosk: Callable[..., Screen], pack: Writer) -> None:
    screen = kiosk(pack.folder)
    without(pack, "two")
    replace(screen, pack)
    assert not screen.reads(GONE)
    assert screen.shell.navigator.tabs == ["one", "three"]


def test_nobody_is_told_while_the_screen_rests(kiosk: Callable[..., Screen], pack: Writer) -> None:
    screen = kiosk(pack.folder, resting=True)
    without(pack, "one")
    screen.shell.navigator.replace(
        (loaded := load_pack(pack.written(), assets=shipped("assets"))), PackPages(loaded)
    )
    assert screen.visit.page == "two"
    screen.shell.presence.begin("en")
    screen.settle()
    assert not screen.reads(GONE)
    assert screen.reads("Page two")


@pytest.mark.parametrize(
    "order", [["new", "one", "two", "three"], ["three", "two", "one"], ["two", "new", "one"]]
)
def test_tabs_may_come_go_and_change_places_around_a_reader(
    kiosk: Callable[..., Screen], pack: Writer, order: list[str]
) -> None:
    screen = kiosk(pack.folder, moving=True)
    read(screen, "one", "section-6")
    before = top_of(screen, "Start of 6.")
    pack.page("new", "News.")
    pack.tabs = order
    replace(screen, pack)
    assert screen.visit.page == "one"
    assert top_of(screen, "Start of 6.") == pytest.approx(before, abs=1)
    assert screen.area(screen.pane).x() == 0, "it stands where it stood, without a slide"
    names = [item.objectName() for item in screen.of_type("TabButton")]
    assert names == [f"tab-{page}" for page in order]
    for page in order:
        screen.tap(f"tab-{page}")
        screen.settle()
        assert screen.visit.page == page
        assert screen.reads(f"Page {page}")


def test_a_page_that_is_no_tab_any_more_can_still_be_read(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    screen.tap("tab-two")
    screen.settle()
    pack.tabs = ["one", "three", "extra"]
    replace(screen, pack)
    screen.settle()
    assert screen.visit.page == "two"
    assert screen.reads("Two.")
    assert not screen.reads(GONE)
    screen.shell.navigator.back()
    screen.settle()
    assert screen.visit.page == "one"


def test_who_reads_a_language_that_is_gone_reads_the_default_one(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    screen.tap("language-bn")
    screen.settle()
    assert screen.reads("বাংলা এক।")
    pack.languages = ("en", "de")
    replace(screen, pack)
    screen.settle()
    assert screen.visit.language == "en"
    assert screen.reads("Start of 0.")
    assert {item.objectName() for item in screen.items()} >= {"language-en", "language-de"}
    assert not screen.found("language-bn")


def test_an_open_card_stays(kiosk: Callable[..., Screen], pack: Writer) -> None:
    pack.page("one", "A [way out](https://example.org/here).")
    screen = kiosk(pack.written())
    screen.tap_link("outside:")
    pack.page("one", "No way.")
    replace(screen, pack)
    assert screen.found("card")
    assert screen.reads("https://example.org/here")


def test_the_next_visitor_starts_on_the_first_tab_of_the_new_text(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    pack.tabs = ["three", "one", "two"]
    replace(screen, pack)
    assert screen.visit.page == "one"
    screen.shell.navigator.reset()
    screen.settle()
    assert screen.visit.page == screen.visit.tab == "three"
    assert not screen.visit.questions


def test_a_page_that_could_not_be_shown_comes_back(
    kiosk: Callable[..., Screen], pack: Writer, logged: Kept
) -> None:
    pack.raw("one", b"")
    screen = kiosk(pack.folder)
    assert screen.reads("This page is being updated")
    pack.page("one", "Mended.")
    replace(screen, pack)
    assert screen.reads("Mended.")
    assert not screen.reads("This page is being updated")


def painted(file: Path, colour: str) -> None:
    image = QImage(400, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))


def test_a_picture_that_changed_is_drawn_anew_and_another_one_is_left_alone(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    for name in ("left", "right"):
        painted(pack.folder / f"{name}.png", "#336699")
    pack.page("one", "![Left](left.png)\n\nBetween.\n\n![Right](right.png)")
    screen = kiosk(pack.written())
    count = Counting(screen, "one")
    screen.wait(lambda: colours(screen) == ["#336699", "#336699"])
    painted(pack.folder / "left.png", "#993333")
    replace(screen, pack)
    assert count.counted == (0, 1, 1)
    screen.wait(lambda: colours(screen) == ["#993333", "#336699"])


def test_a_picture_that_comes_later_takes_the_place_of_its_words(
    kiosk: Callable[..., Screen], pack: Writer, logged: Kept
) -> None:
    pack.page("one", "![Left](left.png)\n\nBetween.")
    screen = kiosk(pack.written())
    count = Counting(screen, "one")
    assert screen.reads("This picture can't be shown")
    painted(pack.folder / "left.png", "#336699")
    replace(screen, pack)
    assert count.counted == (0, 1, 1)
    screen.wait(lambda: colours(screen) == ["#336699"])
    assert not screen.reads("This picture can't be shown")
    (pack.folder / "left.png").unlink()
    replace(screen, pack)
    assert screen.reads("This picture can't be shown")
    assert screen.reads("Left")


def colours(screen: Screen) -> list[str]:
    """Give the colour in the middle of each figure on the screen."""
    seen = screen.window.grabWindow()
    ratio = seen.width() / screen.window.width()
    middles = (
        screen.area(next(item for item in screen.of_type("Image", block))).center() * ratio
        for block in screen.of_type("FigureBlock")
    )
    return [seen.pixelColor(middle.toPoint()).name() for middle in middles]

"""The resting screen: what it shows, how a touch starts, and that a waking touch does no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.input.spoken_guide import described
from kiosk.ui.presence.presence import SHIFTS
from kiosk.ui.presence.rest_screen import start_words
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.page_source import PackPages
from kiosk.visit.presence_state import Light, Phase
from tests.flows.clock import Clock
from tests.flows.hands import Hands
from tests.flows.keyboard import Keyboard
from tests.flows.packs import Writer
from tests.flows.screen import Screen, type_of

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0H40V20Z"/></svg>'
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    (tmp_path / "drawing.svg").write_text(DRAWING, "utf-8")
    pages = Writer(tmp_path, ("en", "de")).page("one").page("two").page("one", language="de")
    pages.card("First line", "one", text="A quiet fact.")
    return pages.card("Second line", "two", figure="drawing.svg")


@pytest.fixture
def screen(kiosk: Callable[..., Screen], clock: Clock, pack: Writer) -> Screen:
    opened = kiosk(pack.written(), waiting=clock.waiting(), resting=True)
    opened.settle()
    return opened


def timer(screen: Screen) -> QObject:
    [rest] = screen.of_type("RestScreen")
    [found] = [child for child in rest.children() if child.inherits("QQmlTimer")]
    return found


def hidden(screen: Screen, kind: str) -> list[QQuickItem]:
    return [item for item in screen.items(hidden=True) if type_of(item) == kind]


def ground(screen: Screen) -> QPointF:
    """Give a point of the resting screen that is no button."""
    return QPointF(screen.window.width() - 30, 30)


def test_the_cards_come_one_after_the_other_and_begin_again(screen: Screen) -> None:
    assert screen.reads("First line")
    assert screen.reads("A quiet fact.")
    assert not screen.reads("Second line")
    assert timer(screen).property("interval") == 12_000
    timer(screen).setProperty("interval", 1)
    screen.wait(lambda: screen.reads("Second line"))
    assert not screen.reads("First line")
    screen.wait(lambda: screen.reads("First line"))


def test_a_card_fades_before_the_next_one_comes(
    kiosk: Callable[..., Screen], clock: Clock, pack: Writer
) -> None:
    screen = kiosk(pack.written(), waiting=clock.waiting(), resting=True, moving=True)
    screen.settle()
    seen: set[tuple[bool, bool]] = set()
    cards = screen.of_type("RestCards")[0]
    cards.opacityChanged.connect(
        lambda: seen.add((screen.reads("First line"), screen.reads("Second line")))
    )
    timer(screen).setProperty("interval", 100)
    screen.wait(lambda: cards.opacity() < 1)
    timer(screen).setProperty("interval", 12_000)
    screen.wait(lambda: screen.reads("Second line") and cards.opacity() == 1)
    assert (True, False) in seen
    assert (True, True) not in seen


def test_new_text_shows_on_the_resting_screen(screen: Screen, pack: Writer) -> None:
    timer(screen).setProperty("interval", 1)
    screen.wait(lambda: screen.reads("Second line"))
    pack.cards.clear()
    folder = pack.card("The only line", "one").written()
    new = load_pack(folder, assets=shipped("assets"))
    screen.shell.navigator.replace(new, PackPages(new))
    screen.frame()
    assert screen.reads("The only line")
    assert not screen.reads("Second line")
    assert not timer(screen).property("running")


def test_a_pack_without_cards_shows_its_title(
    kiosk: Callable[..., Screen], clock: Clock, tmp_path: Path
) -> None:
    pack = Writer(tmp_path).page("one").written()
    screen = kiosk(pack, waiting=clock.waiting(), resting=True)
    screen.settle()
    assert screen.reads("A pack for tests")
    assert screen.reads("Test Clinic")
    assert not timer(screen).property("running")


def test_below_a_picture_a_fact_has_all_the_room_that_its_heading_leaves(
    kiosk: Callable[..., Screen], clock: Clock
) -> None:
    screen = kiosk(size=(800, 1280), diagonal=10.1, waiting=clock.waiting(), resting=True)
    screen.settle()
    (fact,) = [each for each in screen.texts() if screen.plain(each).startswith("A doctor can")]
    assert fact.property("lineCount") == 2, "in one line it would be half as large as it may be"


def test_a_figure_that_can_not_be_drawn_is_left_out_and_told_of(
    kiosk: Callable[..., Screen], clock: Clock, pack: Writer, logged: object
) -> None:
    (pack.folder / "drawing.svg").write_text("no drawing", "utf-8")
    screen = kiosk(pack.written(), waiting=clock.waiting(), resting=True)
    timer(screen).setProperty("interval", 1)
    screen.wait(lambda: screen.reads("Second line"))
    assert "can't be drawn" in str(getattr(logged, "lines", ""))


@pytest.mark.parametrize("language", ["en", "de"])
def test_touching_a_language_starts_in_it(screen: Screen, language: str) -> None:
    screen.tap(f"start-{language}")
    assert screen.shell.presence.phase == Phase.BROWSING
    assert screen.visit.language == language
    assert not screen.of_type("RestScreen")
    assert screen.reads("Page one")


def test_touching_anything_else_starts_in_the_language_of_the_resting_screen(
    screen: Screen,
) -> None:
    screen.tap(ground(screen))
    assert (screen.shell.presence.phase, screen.visit.language) == (Phase.BROWSING, "en")
    screen.shell.presence.rest()
    screen.shell.welcome("de")
    screen.frame()
    assert screen.visit.language == "de", "the pages are made before anybody comes"
    screen.tap(ground(screen))
    assert (screen.shell.presence.phase, screen.visit.language) == (Phase.BROWSING, "de")


def test_a_language_is_offered_in_words_of_its_own() -> None:
    translations = Translations(shipped("assets") / "translations")
    assert start_words(translations, "en") == start_words(translations, "en-GB") == "Touch to start"
    assert start_words(translations, "bn") == start_words(translations, "bn-IN") == "শুরু করতে চাপ দিন"
    assert start_words(translations, "de") == ""


def test_a_touch_starts_when_the_finger_is_lifted(screen: Screen) -> None:
    screen.press(ground(screen))
    assert screen.shell.presence.phase == Phase.RESTING
    screen.release(ground(screen))
    assert screen.shell.presence.phase == Phase.BROWSING


def test_a_finger_that_slides_over_the_resting_screen_starts(screen: Screen) -> None:
    screen.drag(QPointF(1200, 60), QPointF(-600, 40))
    assert screen.shell.presence.phase == Phase.BROWSING
    assert screen.visit.page == "one"


def test_a_finger_that_slides_off_a_language_starts_nothing(screen: Screen) -> None:
    screen.drag(screen.middle("start-de"), QPointF(0, -300))
    assert screen.shell.presence.phase == Phase.RESTING


@pytest.mark.parametrize("key", ["Key_Return", "Key_Enter", "Key_Space", "Key_Home", "Key_Tab"])
def test_a_reading_key_starts(screen: Screen, key: str) -> None:
    screen.window.requestActivate()
    screen.wait(screen.window.isActive)
    for _ in range(2):  # at the start, and after a visit
        QTest.keyClick(screen.window, getattr(Qt.Key, key))
        assert (screen.shell.presence.phase, screen.visit.page) == (Phase.BROWSING, "one")
        screen.shell.presence.rest()
        screen.frame()


def test_an_arrow_starts_where_there_is_no_language_to_choose(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    screen = kiosk(Writer(tmp_path).page("one").written(), resting=True)
    QTest.keyClick(screen.window, Qt.Key.Key_Down)
    assert screen.shell.presence.phase == Phase.BROWSING


def test_an_arrow_chooses_a_language_and_starts_nothing(screen: Screen) -> None:
    """WCAG 2.2, 2.1.1: each start button has the focus once, and Enter starts in its language."""
    keys = (
        ("Down", "start-en"), ("Right", "start-de"), ("Up", "start-en"), ("Left", "rest-card"),
    )  # fmt: skip
    for key, name in keys:
        QTest.keyClick(screen.window, Qt.Key[f"Key_{key}"])
        ringed = screen.shell.focus.ringed
        assert ringed is not None
        assert ringed.objectName() == name
        assert screen.shell.presence.phase == Phase.RESTING
    QTest.keyClick(screen.window, Qt.Key.Key_Left)
    QTest.keyClick(screen.window, Qt.Key.Key_Return)
    assert (screen.shell.presence.phase, screen.visit.language) == (Phase.BROWSING, "de")


def test_other_keys_start_nothing(screen: Screen) -> None:
    screen.window.requestActivate()
    screen.wait(screen.window.isActive)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_F5, Qt.Key.Key_Shift):
        QTest.keyClick(screen.window, key)
    assert screen.shell.presence.phase == Phase.RESTING


def buttons(screen: Screen) -> list[QPointF]:
    """Give the middle of whatever a finger can press on the pane."""
    kinds = ("Pill", "Tool", "TabButton", "QuestionBlock")
    found = [item for kind in kinds for item in screen.of_type(kind)]
    window = QRectF(0, 0, screen.window.width(), screen.window.height())
    middles = [screen.area(item).center() for item in found]
    return [point for point in middles if window.contains(point)]


def test_the_starting_touch_presses_no_button_beneath(
    kiosk: Callable[..., Screen], clock: Clock
) -> None:
    screen = kiosk(waiting=clock.waiting())
    fresh, presence = screen.visit, screen.shell.presence
    points = buttons(screen)
    assert len(points) > 6
    points += [QPointF(x, y) for x in range(20, 1280, 240) for y in range(20, 800, 150)]
    presence.rest()
    screen.frame()
    kinds = ("StartButton", "RestLink", "RestCard")
    offered = [screen.area(item) for kind in kinds for item in screen.of_type(kind)]
    elsewhere = [p for p in points if not any(area.contains(p) for area in offered[1:])]
    assert len(elsewhere) > 20
    for point in elsewhere:
        presence.rest()
        screen.frame()  # its buttons find their places
        screen.tap(point)
        assert presence.phase == Phase.BROWSING, point
        assert (screen.visit, screen.shell.card.kind, screen.scrolled) == (fresh, "", 0), point


@pytest.mark.parametrize("light", [Light.DIM, Light.DARK])
def test_the_touch_that_wakes_the_screen_does_nothing_else(
    kiosk: Callable[..., Screen], clock: Clock, pack: Writer, light: Light
) -> None:
    closed = light is Light.DARK
    clock.date = datetime(2026, 11, 22, 3, 0)
    hours = ["Mo-Fr 08:00-18:00"] if closed else []
    screen = kiosk(pack.written(), waiting=clock.waiting(*hours), resting=True)
    screen.settle()
    presence = screen.shell.presence
    fresh = screen.visit
    for point in (QPointF(640, 760), QPointF(100, 700), QPointF(1200, 40), QPointF(640, 400)):
        clock.after(301, presence)
        assert presence.light == light
        screen.press(point)
        assert presence.light == Light.BRIGHT
        screen.frame()  # what the touch has lit is there when the finger is lifted
        screen.release(point)
        assert (presence.phase, screen.visit) == (Phase.RESTING, fresh)
    screen.tap(ground(screen))
    assert presence.phase == Phase.BROWSING


def brightness(image: QImage) -> float:
    points = [(x, y) for x in range(0, image.width(), 16) for y in range(0, image.height(), 16)]
    return sum(image.pixelColor(x, y).lightness() for x, y in points) / len(points)


def test_a_dim_screen_is_darker_and_can_still_be_read(screen: Screen, clock: Clock) -> None:
    before = brightness(screen.window.grabWindow())
    clock.after(301, screen.shell.presence)
    assert screen.item("veil").opacity() == pytest.approx(0.65)
    assert screen.reads("First line")
    assert brightness(screen.window.grabWindow()) == pytest.approx(before * 0.35, rel=0.1)


def test_a_dark_screen_is_black_and_turns_no_cards(
    kiosk: Callable[..., Screen], clock: Clock, pack: Writer
) -> None:
    clock.date = datetime(2026, 11, 22, 3, 0)
    screen = kiosk(pack.written(), waiting=clock.waiting("Mo-Fr 08:00-18:00"), resting=True)
    screen.settle()
    assert brightness(screen.window.grabWindow()) == 0
    assert not [item for item in screen.items(hidden=True) if type_of(item).startswith("Rest")]
    presence = screen.shell.presence
    screen.tap(ground(screen))
    screen.tap(ground(screen))
    assert presence.phase == Phase.BROWSING, "it wakes for one visit"
    presence.rest()
    screen.frame()
    assert brightness(screen.window.grabWindow()) == 0
    clock.date = datetime(2026, 11, 23, 8, 0)
    clock.after(60, presence)
    assert screen.reads("First line"), "the clinic has opened"


def test_the_whole_picture_stands_aside_and_uncovers_no_edge(screen: Screen, clock: Clock) -> None:
    [rest] = screen.of_type("RestScreen")
    back = next(item for item in rest.childItems() if type_of(item) == "Rectangle")
    button = screen.item("start-en")
    window = QRectF(0, 0, screen.window.width(), screen.window.height())
    home = screen.area(button).topLeft()
    for x, y in SHIFTS:
        assert screen.area(button).topLeft() == home + QPointF(x, y)
        assert screen.area(back).contains(window)
        clock.after(60, screen.shell.presence)


def test_the_panes_are_made_below_so_that_a_touch_shows_one_at_once(screen: Screen) -> None:
    screen.wait(lambda: len(hidden(screen, "PaneView")) == 2)
    made = hidden(screen, "PaneView")
    assert not screen.of_type("PaneView")
    screen.press(ground(screen))
    screen.release(ground(screen))
    assert screen.of_type("PaneView")[0] in made
    assert screen.stack.property("settled")


def test_a_palm_starts_a_visit_and_nothing_more(screen: Screen) -> None:
    hands = Hands(screen.window)
    fresh = screen.visit
    hands.press(f0=QPointF(500, 60), f1=QPointF(560, 70), f2=QPointF(620, 60))
    hands.release()
    assert (screen.shell.presence.phase, screen.visit) == (Phase.BROWSING, fresh)


def test_a_touch_that_is_taken_back_starts_nothing(screen: Screen) -> None:
    hands = Hands(screen.window)
    hands.press(f0=ground(screen))
    hands.cancel()
    assert screen.shell.presence.phase == Phase.RESTING


@pytest.fixture
def impatient(qapp: QGuiApplication) -> Iterator[None]:
    """Make a touch a long one after 20 ms."""
    hints = qapp.styleHints()
    before = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(20)
    yield
    hints.setMousePressAndHoldInterval(before)


@pytest.mark.usefixtures("impatient")
def test_a_long_touch_starts_too(kiosk: Callable[..., Screen], clock: Clock, pack: Writer) -> None:
    screen = kiosk(pack.written(), waiting=clock.waiting(), resting=True)
    screen.settle()
    since = QElapsedTimer()
    for target in ("start-de", ground(screen)):
        screen.press(target)
        since.start()
        screen.wait(lambda: since.hasExpired(60))
        screen.release(target)
        assert screen.shell.presence.phase == Phase.BROWSING
        screen.shell.presence.rest()
        screen.frame()


# The cards lead somewhere


PARTS = "## First {#first}\n\nA.\n\n## Second {#second}\n\nB.\n\n## Third {#third}\n\nC.\n"


@pytest.fixture
def leading(kiosk: Callable[..., Screen], clock: Clock, tmp_path: Path) -> Screen:
    """Give a kiosk at rest whose cards lead to sections, the first in two languages."""
    pages = Writer(tmp_path / "pack", ("en", "de")).page("one")
    for language in ("en", "de"):
        pages.page("two", PARTS, layout="doors", language=language)
    pages.page("ask", "Words.", tab=False, label="Questions")
    pages.page("ask", "Worte.", tab=False, label="Fragen", language="de").extras = ["ask"]
    pages.card({"en": "Which one?", "de": "Welche?"}, "two#second")
    pages.card({"en": "English alone"}, "two").card("A name", "two#nowhere")
    opened = kiosk(pages.written(), size=(1920, 1080), waiting=clock.waiting(), resting=True)
    opened.settle()
    opened.wait(lambda: bool(opened.shell.navigator.made))
    return opened


def turn(screen: Screen) -> str:
    """Let the next card come; give its line."""
    screen.shell.restContents.turn()
    screen.frame()
    (card,) = screen.of_type("RestCard")
    return str(card.property("line"))


def test_each_card_comes_in_every_language_that_it_has_before_the_next_one(
    leading: Screen,
) -> None:
    assert [turn(leading) for _ in range(5)] == [
        "Welche?", "English alone", "A name", "Which one?", "Welche?",
    ]  # fmt: skip
    (dots,) = leading.of_type("RestDots")
    assert (dots.property("count"), dots.property("current")) == (3, 0)


def test_all_that_says_something_speaks_the_language_of_the_card(leading: Screen) -> None:
    assert leading.reads("Questions")
    turn(leading)
    assert leading.reads("Fragen")
    leading.tap("rest-ask")
    assert (leading.visit.language, leading.visit.page) == ("de", "ask")
    leading.shell.presence.rest()
    leading.frame()
    assert leading.reads("Which one?"), "it begins anew"
    assert leading.reads("Questions")


@pytest.mark.parametrize(("turns", "language"), [(0, "en"), (1, "de")])
def test_touching_a_card_opens_its_section_in_its_language(
    leading: Screen, turns: int, language: str
) -> None:
    for _ in range(turns):
        turn(leading)
    leading.tap("rest-card")
    leading.settle()
    assert leading.shell.presence.phase == Phase.BROWSING
    assert (leading.visit.language, leading.visit.place) == (language, ("two", "second"))
    assert leading.reads("Second")
    leading.shell.presence.rest()
    assert leading.visit.place == ("one", ""), "the next visit begins as ever"


def test_touching_elsewhere_starts_in_the_language_of_the_resting_screen_whatever_the_card(
    leading: Screen,
) -> None:
    turn(leading)
    leading.tap(ground(leading))
    assert (leading.visit.language, leading.visit.place) == ("en", ("one", ""))
    leading.settle()
    assert leading.shell.navigator.extras.rows[0].title == "Questions"


def test_a_card_whose_section_is_gone_opens_its_page(leading: Screen) -> None:
    turn(leading)
    turn(leading)
    assert turn(leading) == "A name"
    leading.tap("rest-card")
    leading.settle()
    assert leading.visit.place == ("two", "")


def test_a_card_under_a_finger_stays(leading: Screen) -> None:
    timer(leading).setProperty("interval", 1)
    leading.press("rest-card")
    for _ in range(5):
        leading.frame()
    assert leading.reads("Which one?")
    leading.release("rest-card")
    assert leading.visit.language == "en"


def test_a_card_that_a_key_has_led_to_stays_and_enter_opens_it(leading: Screen) -> None:
    keys = Keyboard(leading)
    keys.press("Down", "Up")
    assert keys.ringed.objectName() == "rest-card"
    assert described(keys.ringed).startswith("Which one?, button.")
    timer(leading).setProperty("interval", 1)
    leading.frame()
    assert leading.reads("Which one?")
    timer(leading).setProperty("interval", 12_000)
    keys.press("Return")
    assert leading.visit.place == ("two", "second")


def test_a_card_left_by_keys_gives_way_in_the_end(leading: Screen) -> None:
    Keyboard(leading).press("Down", "Up")
    timer(leading).setProperty("interval", 1)
    leading.wait(lambda: leading.reads("Welche?"))
    assert leading.shell.focus.ringed is None

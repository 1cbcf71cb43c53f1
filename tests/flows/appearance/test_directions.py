"""A language that runs from right to left mirrors the screen, and nothing of it is cut.

The same Arabic words are shown as English and as Urdu, which counts in the same digits: whatever
is on the screen must then stand exactly where a mirror would show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontInfo, QTextLayout, QTextLine
from PySide6.QtQuick import QQuickItem

from tests.flows.arabic import ONLY, PAGES, TABS, arabic
from tests.flows.loudspeaker import Loudspeaker
from tests.flows.measuring import painted, unreadable, untouchable
from tests.flows.screen import Screen, is_text
from tests.flows.sheets import ENDING, LANDSCAPE, PORTRAIT, SHEETS, become
from tests.flows.sights import whence
from tests.flows.views import Room, leave, open_room

SLACK = 3.0
"""Pixels: Qt begins a mirrored row at a whole pixel, and what is centred at another one."""


@pytest.fixture(scope="module")
def room(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("arabic")
    made = open_room(folder / "state", request, arabic(folder / "pack"))
    yield made
    made.close()


class Seen(NamedTuple):
    """One thing on the screen, and where it is drawn.

    `ragged`: how many pixels the ends of its lines may be off: where they end at the left, Qt
    counts the space at the end of a line, too.
    """

    what: str
    area: QRectF
    ragged: float


def turn(screen: Screen, page: str) -> None:
    if screen.visit.page != page:
        screen.shell.navigator.turnTo(page)
    if page == "asked":
        screen.shell.navigator.ask(page, "works")
    screen.settle()
    screen.column.setProperty("contentY", 0.0)
    screen.rest()


def scene(screen: Screen) -> list[Seen]:
    """Give all that is drawn, in the order in which it is made; not what stays where it is."""
    seen = []
    for item in screen.items():
        # What a card says runs as its words do: another test's matter.
        if stays(item) or item.objectName() in ("card-text", "card-study", "card-source"):
            continue
        shape = item.inherits("QQuickRectangle") or item.inherits("QQuickImage")
        if is_text(item) and item.property("text"):
            seen.append(_words(screen, item))
        elif shape and item.width() > 0 and item.height() > 0:
            seen.append(Seen(f"{whence(item)} {item.objectName()}", screen.area(item), 0.0))
    return seen


def stays(item: QQuickItem) -> bool:
    """Tell of what has its side whichever way words run: a pad's keys, a picture's arrows."""
    above: QQuickItem | None = item
    while above is not None and not above.objectName().startswith(("key-", "figure-arrow-")):
        above = above.parentItem()
    return above is not None


def _words(screen: Screen, text: QQuickItem) -> Seen:
    name, said = whence(text), str(text.property("text")).strip("\u200f")[:40]
    fact = name.endswith("StaffFact")  # how much memory there is changes meanwhile
    ragged = fact or int(text.property("lineCount")) > 1
    return Seen(
        name if fact else f"{name} “{said}”", painted(text), text.width() if ragged else 0.0
    )


def unmirrored(screen: Screen, there: list[Seen], here: list[Seen]) -> list[str]:
    """Give one line for each thing that is not where the mirror image has it."""
    width = screen.window.width()
    assert [each.what for each in there] == [each.what for each in here]
    wrong = []
    for seen, (what, area, _) in zip(there, here, strict=True):
        left, right = width - seen.area.right(), width - seen.area.left()
        off = max(
            abs(left - area.left()) - seen.ragged, abs(right - area.right()),
            abs(seen.area.top() - area.top()),
        )  # fmt: skip
        if off > SLACK:
            wrong.append(
                f"{what}: {area.left():.0f} to {area.right():.0f}, not {left:.0f} to {right:.0f}; "
                f"top {area.top():.0f}, not {seen.area.top():.0f}"
            )
    return wrong


def report(found: list[str]) -> str:
    return "\n" + "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("display", [LANDSCAPE, PORTRAIT])
def test_right_to_left_every_page_is_the_mirror_image_of_left_to_right(
    room: Room, display: tuple[int, int, float], text_size: int
) -> None:
    seen: dict[str, list[list[Seen]]] = {}
    for language in ("en", "ur"):
        become(room, language, display, text_size)
        for page in PAGES:
            turn(room.screen, page)
            seen.setdefault(page, []).append(scene(room.screen))
    wrong = [each for page in PAGES for each in unmirrored(room.screen, *seen[page])]
    assert not wrong, report(wrong)


@pytest.mark.parametrize(("display", "text_size"), [(LANDSCAPE, 100), (PORTRAIT, 200)])
def test_right_to_left_every_card_is_the_mirror_image_of_left_to_right(
    room: Room, display: tuple[int, int, float], text_size: int
) -> None:
    seen: dict[str, list[list[Seen]]] = {}
    for language in ("en", "ur"):
        become(room, language, display, text_size)
        for name, show in SHEETS.items():
            leave(room, language)
            if name not in ENDING:
                turn(room.screen, "all")
            show(room)
            room.screen.settle()
            room.screen.frame()
            # The kiosk has words to invite with in one of the two languages only.
            said = [each for each in scene(room.screen) if "Touch to read more" not in each.what]
            seen.setdefault(name, []).append(said)
    wrong = [f"{name}: {each}" for name in SHEETS for each in unmirrored(room.screen, *seen[name])]
    assert not wrong, report(wrong)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("display", [LANDSCAPE, PORTRAIT])
def test_nothing_of_an_arabic_page_is_cut_or_covered(
    room: Room, display: tuple[int, int, float], text_size: int
) -> None:
    become(room, "ar", display, text_size)
    found: list[str] = []
    for page in (*PAGES, ONLY):
        turn(room.screen, page)
        found += [f"{page}: {each}" for each in unreadable(room.screen) + untouchable(room.screen)]
    assert not found, report(found)


def test_generated_numbers_are_in_arabic_digits(room: Room) -> None:
    become(room, "ar")
    turn(room.screen, "all")
    words = room.screen.words(room.screen.column).replace("\u200f", "").split("\n")
    for number in ("١.", "٢.", "١", "٢"):
        assert number in words, number
    assert any("[١]" in each for each in words)
    assert any("63 in 100" in each for each in words), "among English words in English digits"
    room.screen.shell.card.showDisplay()
    room.screen.frame()
    assert "١٠٠ %" in room.screen.words()


def test_arabic_letters_come_from_one_font_of_the_machine(room: Room) -> None:
    """Not from whichever the system finds first."""
    become(room, "ar")
    turn(room.screen, "short")
    text = next(each for each in room.screen.texts(room.screen.column) if each.property("text"))
    assert QFontInfo(text.property("font")).family() == "Atkinson Hyperlegible"
    assert drawn_with(text) == {"Noto Naskh Arabic"}


def drawn_with(text: QQuickItem) -> set[str]:
    layout = QTextLayout("الشعر", text.property("font"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def sides(screen: Screen, item: QQuickItem) -> tuple[float, float]:
    """Give how far an item is from the left and from the right edge of the screen."""
    area = screen.area(item)
    return area.left(), screen.window.width() - area.right()


@pytest.mark.parametrize("display", [LANDSCAPE, PORTRAIT])
def test_a_page_in_another_language_runs_as_its_own_words_do(
    room: Room, display: tuple[int, int, float]
) -> None:
    """WCAG 2.2, 1.3.2: what stands in for a missing translation is read from its own side."""
    screen = room.screen
    become(room, "en", display)
    turn(screen, ONLY)
    before = {each.what: each.area for each in scene_of_column(screen)}
    become(room, "ar", display)
    turn(screen, ONLY)
    assert screen.reads("This page is not yet in your language")
    moved = [
        each.what
        for each in scene_of_column(screen)
        if each.what in before and abs(each.area.left() - before[each.what].left()) > SLACK
    ]
    assert not moved
    tabs = [sides(screen, screen.item(f"tab-{name}"))[0] for name in TABS]
    assert tabs == sorted(tabs, reverse=True)
    assert sides(screen, screen.item("about"))[0] > sides(screen, screen.item("language-en"))[0]


def test_a_card_of_such_a_page_is_set_as_its_words_run(room: Room) -> None:
    become(room, "ar")
    turn(room.screen, ONLY)
    for page, aside in ((ONLY, False), ("all", True)):
        turn(room.screen, page)
        SHEETS["source"](room)
        room.screen.frame()
        text = room.screen.item("card-text")
        area, room_for_it = painted(text), room.screen.area(text)
        assert area.width() < room_for_it.width() - 50
        if aside:
            assert area.right() == pytest.approx(room_for_it.right(), abs=1)
        else:
            assert area.left() == pytest.approx(room_for_it.left(), abs=1)
        room.screen.shell.card.close()


def scene_of_column(screen: Screen) -> list[Seen]:
    return [each for each in scene(screen) if "Block" in each.what]


def test_what_points_on_points_the_other_way(room: Room) -> None:
    for language, mirrored in (("en", False), ("ar", True)):
        become(room, language)
        room.screen.shell.navigator.turnTo("about")
        room.screen.settle()
        icons = room.screen.of_type("Icon", room.screen.item("back"))
        assert [icon.property("mirror") for icon in icons] == [mirrored]
        (plain,) = room.screen.of_type("Icon", room.screen.item("about"))
        assert not plain.property("mirror")


def test_a_full_stop_after_a_number_stands_on_its_far_side(room: Room) -> None:
    become(room, "ar")
    turn(room.screen, "all")
    (marker,) = (
        each for each in room.screen.texts(room.screen.column)
        if str(each.property("text")).strip("\u200f") == "١."
    )  # fmt: skip
    layout = QTextLayout(str(marker.property("text")), marker.property("font"))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    stop = str(marker.property("text")).index(".")
    assert _across(line, stop) > _across(line, stop + 1)


def _across(line: QTextLine, letter: int) -> float:
    """Give where a letter begins; the stub knows of one number, Qt returns two."""
    where: tuple[float, int] = line.cursorToX(letter)  # type: ignore[assignment]
    return where[0]


def test_a_swipe_to_the_right_turns_to_the_next_tab(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    screen = kiosk(arabic(tmp_path, ("ar",)), moving=True)
    for start, by, page in (
        (QPointF(900, 400), -500, "all"),
        (QPointF(300, 400), 500, "asked"),
        (QPointF(300, 400), 500, "short"),
        (QPointF(900, 400), -500, "asked"),
    ):
        screen.drag(start, QPointF(by, 0))
        screen.settle()
        assert screen.visit.page == page


def test_the_bar_of_the_voice_is_mirrored_too(
    kiosk: Callable[..., Screen], loudspeaker: Loudspeaker, tmp_path: Path
) -> None:
    screen = kiosk(arabic(tmp_path / "pack"), size=LANDSCAPE[:2], language="ar")
    screen.shell.readAloud.listen(-1)
    screen.wait(lambda: bool(screen.found("listen-bar")))
    names = ("back", "pause", "forward", "slower", "faster", "stop")
    across = [screen.area(screen.item(f"listen-{name}")).left() for name in names]
    assert across == sorted(across, reverse=True)
    (icon,) = screen.of_type("Icon", screen.item("listen-forward"))
    assert icon.property("mirror")
    screen.shell.readAloud.stop()

"""In a language whose words are 40 % longer than in English nothing is cut, covered or too small.

EN 301 549, 11.7 and WCAG 2.2, 1.4.4: at 200 % nothing is lost; translators need no short words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from kiosk.shipped import shipped
from tests.combinations import is_every
from tests.flows.loudspeaker import Loudspeaker
from tests.flows.measuring import unreadable, untouchable
from tests.flows.pseudo import CODE, kiosk_words, long_pages, long_word, long_words
from tests.flows.screen import Screen
from tests.flows.sheets import ENDING, LANDSCAPE, PORTRAIT, SHEETS, become, on_top
from tests.flows.views import Room, leave, open_room

TABLET = (1280, 800, 10.0)
Look = tuple[tuple[int, int, float], int]
"""A display and a text size."""

# What has room at twice the size has it at the usual one: that is seen on the smallest display.
LOOKS: list[Look] = [
    (display, text_size)
    for display in (LANDSCAPE, PORTRAIT, TABLET)
    for text_size in (100, 200)
    if text_size == 200 or display is TABLET or is_every()
]
PAGES = ("overview", "procedure", "types", "risks", "faq", "about", "glossary")


def named(look: Look) -> str:
    return f"{look[0][0]}x{look[0][1]}-{look[1]}"


@pytest.fixture(scope="module", params=LOOKS, ids=named)
def look(request: pytest.FixtureRequest) -> Look:
    """Give each look in turn: all tests are run in one before the next is put on."""
    look: Look = request.param
    return look


@pytest.fixture(scope="module")
def room(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("pseudo")
    made = open_room(
        folder / "state", request, long_pages(folder / "pack"), kiosk_words(folder / "words")
    )
    yield made
    made.close()


def turn(screen: Screen, page: str) -> None:
    screen.shell.navigator.turnTo(page)
    screen.settle()
    screen.column.setProperty("contentY", 0.0)
    screen.frame()


def report(found: list[str]) -> str:
    return "\n" + "\n".join(dict.fromkeys(found))


def test_every_word_is_two_fifths_longer() -> None:
    assert long_word("Close") == "Çlöšééö"
    assert long_words("Closes in %L1 s") == "Çlöšéšéöš îñé %L1 š"
    words = re.findall(r"[A-Za-z]{2,}", (shipped("content") / "en" / "risks.md").read_text("utf-8"))
    assert all(len(long_word(word)) >= 1.4 * len(word) for word in words)


def test_no_page_is_cut_or_covered(room: Room, look: Look) -> None:
    become(room, CODE, *look)
    found: list[str] = []
    for page in PAGES:
        for anchor in room.screen.everywhere(page):
            assert not room.screen.reads("More below"), "the kiosk's words are long as well"
            wrong = unreadable(room.screen) + untouchable(room.screen)
            found += [f"{page} {anchor}: {each}" for each in wrong]
    assert not found, report(found)


LARGE = [look for look in LOOKS if look[1] == 200]


@pytest.mark.parametrize("look", LARGE, ids=named, indirect=True, scope="module")
def test_no_answer_is_cut_or_covered(room: Room, look: Look) -> None:
    become(room, CODE, *look)
    turn(room.screen, "faq")
    found: list[str] = []
    anchors = [each.property("anchor") for each in room.screen.of_type("QuestionBlock")]
    assert len(anchors) == 20
    for anchor in anchors:
        room.screen.shell.navigator.ask("faq", anchor)
        room.screen.frame()
        (block,) = (
            each for each in room.screen.of_type("QuestionBlock", room.screen.column)
            if each.property("opened")
        )  # fmt: skip
        found += [f"{anchor}: {each}" for each in unreadable(room.screen, block)]
    assert not found, report(found)


def test_no_card_and_nothing_of_the_staffs_is_cut_or_covered(room: Room, look: Look) -> None:
    screen = room.screen
    found: list[str] = []
    become(room, CODE, *look)
    for name, show in SHEETS.items():
        if name not in ENDING and screen.visit.page != "types":
            become(room, CODE, *look)
            turn(screen, "types")
        show(room)
        screen.frame()
        over = on_top(screen)
        found += [
            f"{name}: {each}" for each in unreadable(screen, over) + untouchable(screen, over)
        ]
        leave(room, CODE)
    assert not found, report(found)


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_bar_of_the_voice_is_not_cut(
    kiosk: Callable[..., Screen],
    loudspeaker: Loudspeaker,
    tmp_path_factory: pytest.TempPathFactory,
    text_size: int,
) -> None:
    folder = tmp_path_factory.mktemp("voice")
    screen = kiosk(
        long_pages(folder / "pack"), words=kiosk_words(folder / "words"), language=CODE,
        text_size=text_size,
    )  # fmt: skip
    screen.shell.readAloud.listen(-1)
    screen.wait(lambda: bool(screen.found("listen-bar")))
    found: list[str] = []
    for display in (LANDSCAPE, PORTRAIT, TABLET):
        screen.measure(*display)
        found += unreadable(screen) + untouchable(screen)
    screen.shell.readAloud.stop()
    assert not found, report(found)

"""What the running kiosk counts: by touch, and nothing of who touches."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from kiosk.counts.counts_file import NAME, CountsFile
from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.staff.pin import hashed
from kiosk.ui.counting.begin import begin_counting
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.shell import Shell
from tests.conftest import Kept
from tests.flows.clock import Clock
from tests.flows.loudspeaker import Loudspeaker
from tests.flows.packs import Writer
from tests.flows.screen import Screen

DOORS = """\
## Pain {#pain}

It hurts a little.

## Bruises {#bruises}

They fade.

## Price {#price}

Ask.
"""


PIN = "739146"
STORED = hashed(PIN, (2, 1, 1))

ASKED = "## All\n\n### Why? {#why}\n\nBecause."


class Room:
    """A kiosk that counts, and its file."""

    def __init__(self, start: Callable[..., Screen], folder: Path, *, words: bool = False) -> None:
        self.clock = Clock()
        pack = Writer(folder / "pack", ("en", "bn")).page("one", DOORS, layout="doors")
        pack.page("two", ASKED, layout="faq").page("one", "কথা।", language="bn")
        pack.page("about", "About us.", tab=False).about = "about"
        self.screen = start(
            pack.written(), resting=True, waiting=self.clock.waiting(), pin=STORED,
            state=folder / "state",
        )  # fmt: skip
        self.shell = self.screen.shell
        self.file = CountsFile(folder / NAME)
        self.counting = begin_counting(
            self.shell, self.screen.kiosk.translations, folder, lambda: self.clock.date, words=words
        )

    def visit(self, *steps: Callable[[Shell], None], language: str = "en") -> None:
        """Let somebody come, do these things, and go."""
        self.shell.presence.begin(language)
        for step in steps:
            step(self.shell)
        self.shell.presence.rest()

    def search(self, words: str) -> Callable[[Shell], None]:
        """Give a step that searches for these words and leaves the search."""

        def step(shell: Shell) -> None:
            self.screen.settle()
            shell.search.open()
            self.screen.settle()
            for each in words:
                shell.search.press("type", each)
            self.screen.wait(lambda: not shell.search.waiting)
            shell.search.close()

        return step

    def counted(self) -> dict[tuple[str, str], int]:
        """End the counting, and give what it has written of the month."""
        self.counting.close()
        return self.file.month("2026-11")


def turn(page: str) -> Callable[[Shell], None]:
    return lambda shell: shell.navigator.turnTo(page)


def enter(page: str, section: str) -> Callable[[Shell], None]:
    return lambda shell: shell.navigator.enter(page, section)


def ask(page: str, anchor: str) -> Callable[[Shell], None]:
    return lambda shell: shell.navigator.ask(page, anchor)


def speak(language: str) -> Callable[[Shell], None]:
    return lambda shell: shell.navigator.chooseLanguage(language)


def listen(shell: Shell) -> None:
    shell.readAloud.listen(-1)


def test_a_visit_counts_what_it_has_opened_once(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path)
    twice = [enter("one", "pain"), enter("one", "pain"), turn("two"), turn("one")]
    room.visit(*twice, turn("two"), ask("two", "why"), speak("bn"))
    assert room.counted() == {
        ("visit", "en"): 1, ("language", "en"): 1, ("page one", "en"): 1,
        ("section one#pain", "en"): 1, ("page two", "en"): 1, ("question two#why", "en"): 1,
        ("language", "bn"): 1, ("page two", "bn"): 1, ("question two#why", "bn"): 1,
    }  # fmt: skip


def test_how_things_are_read_counts_where_it_was_chosen(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path)
    room.visit(lambda shell: shell.appearance.resize(150))
    room.visit(lambda shell: shell.appearance.dress("dark"), language="bn")
    counted = room.counted()
    assert counted[("text-size 150", "en")] == counted[("scheme dark", "bn")] == 1
    assert not [thing for thing, _ in counted if thing in ("text-size 100", "scheme light")]


def test_a_visit_that_listens_counts_once(
    kiosk: Callable[..., Screen], tmp_path: Path, loudspeaker: Loudspeaker
) -> None:
    room = Room(kiosk, tmp_path)
    room.visit()
    room.visit(listen, turn("two"), listen)
    assert room.counted()["listened", "en"] == 1


def test_a_search_counts_when_it_is_left_with_nothing_found(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path)
    room.visit(room.search("bruises"))
    assert ("vain-search", "en") not in room.file.month("2026-11")
    room.visit(room.search("qqqq"), room.search("zzzz"))
    room.visit(lambda shell: shell.search.open(), language="bn")
    assert {thing: count for thing, count in room.counted().items() if "search" in thing[0]} == {
        ("vain-search", "en"): 1
    }


def test_it_is_written_at_the_full_hour_whether_anybody_came_or_not(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path)
    timer = room.counting.findChild(QTimer)
    assert timer is not None
    room.clock.date = datetime(2026, 11, 23, 12, 20)
    room.visit(turn("two"))
    assert not (tmp_path / NAME).exists()
    for _ in range(2):
        (tmp_path / NAME).unlink(missing_ok=True)
        timer.timeout.emit()
        room.screen.wait((tmp_path / NAME).exists)
        assert timer.interval() == 40 * 60 * 1000 + 1
    assert room.counted() == {}


def test_counts_that_cannot_be_written_are_told_and_the_kiosk_goes_on(
    kiosk: Callable[..., Screen], tmp_path: Path, logged: Kept
) -> None:
    room = Room(kiosk, tmp_path)
    (tmp_path / NAME).mkdir()
    room.visit(turn("two"))
    room.counting.close()
    [line] = logged.lines
    assert line.startswith("the counts of the last hour can't be written and are lost")
    (tmp_path / NAME).rmdir()
    room.visit(turn("two"))
    assert room.counted()["page two", "en"] == 1


def test_nothing_of_a_search_goes_to_the_log(
    kiosk: Callable[..., Screen], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    room = Room(kiosk, tmp_path, words=True)
    with caplog.at_level("DEBUG"):
        for day in range(1, 7):
            room.clock.date = datetime(2026, 11, day, 9, 0)
            room.visit(room.search("qqqq"))
        room.counted()
    assert "qqqq" not in caplog.text


def test_nobody_is_counted_while_the_kiosk_rests(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path)
    room.shell.welcome("bn")
    room.shell.presence.rest()
    assert room.counted() == {}


def test_words_searched_in_vain_are_kept_on_the_fifth_day_without_their_digits(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path, words=True)
    for day in range(1, 6):
        assert room.file.words("2026-11") == []
        room.clock.date = datetime(2026, 11, day, 9, 0)
        room.visit(room.search("Qqqq 07123"))
        room.visit(room.search("qqqq"))
        room.visit(room.search(f"zzzz{'abcde'[day - 1]}"))
    room.counted()
    assert room.file.words("2026-11") == [("2026-11", "en", "qqqq")]


def test_before_the_fifth_day_the_folder_holds_nothing_of_a_word(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    written = []
    for name, word in (("one", "qqqq"), ("two", "zzzz")):
        (folder := tmp_path / name).mkdir()
        room = Room(kiosk, folder, words=True)
        for day in range(1, 5):
            room.clock.date = datetime(2026, 11, day, 9, 0)
            room.visit(room.search(word))
        room.counted()
        written.append((folder / NAME).read_bytes())
    assert written[0] == written[1]


def test_words_are_not_kept_where_only_counts_are_asked_for(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path)
    for day in range(1, 8):
        room.clock.date = datetime(2026, 11, day, 9, 0)
        room.visit(room.search("qqqq"))
    assert room.counted()[("vain-search", "en")] == 7
    assert room.file.words("2026-11") == []
    assert b"qqqq" not in (tmp_path / NAME).read_bytes()


def test_a_day_of_visits_in_another_order_leaves_the_same_bytes(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    visits = [
        [enter("one", "pain"), turn("two"), ask("two", "why")],
        [turn("two"), speak("bn")],
        [speak("bn"), enter("one", "pain")],
        [lambda shell: shell.appearance.resize(200), enter("one", "price")],
    ]
    dice, left = random.Random(18), set[bytes]()
    for turned in range(3):
        (folder := tmp_path / str(turned)).mkdir()
        room = Room(kiosk, folder)
        for steps in dice.sample(visits, len(visits)):
            room.visit(*steps)
        room.counted()
        left.add((folder / NAME).read_bytes())
    assert len(left) == 1


def test_staff_and_patients_are_told_what_is_counted(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    room = Room(kiosk, tmp_path, words=True)
    desk = room.shell.desk
    desk.gesture()
    room.screen.frame()
    for digit in PIN:
        room.screen.tap("key-" + digit)
    room.screen.tap("key-ok")
    room.screen.wait(lambda: room.screen.reads("On, without persons; words searched in vain too"))
    desk.close()
    room.shell.presence.begin("en")
    room.screen.settle()
    room.screen.tap("about")
    room.screen.settle()
    assert room.screen.reads("What this kiosk counts")
    assert room.screen.reads("nothing that tells one visitor from another")
    assert room.screen.reads("five different days")
    room.shell.navigator.chooseLanguage("bn")
    room.screen.settle()
    assert room.screen.reads("About us.")
    Writer(tmp_path / "pack", ("en", "bn")).page("about", "Another text.", tab=False)
    pack = load_pack(tmp_path / "pack", assets=shipped("assets"))
    room.shell.navigator.replace(pack, PackPages(pack))
    room.screen.settle()
    assert room.screen.reads("Another text.")
    assert room.screen.reads("What this kiosk counts")


def test_where_nothing_is_counted_about_says_nothing_of_it(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    pack = Writer(tmp_path / "pack").page("one").page("about", "About us.", tab=False)
    pack.about = "about"
    screen = kiosk(pack.written())
    screen.tap("about")
    screen.settle()
    assert screen.reads("About us.")
    assert not screen.reads("What this kiosk counts")
    assert screen.shell.desk.status.counting == "off"

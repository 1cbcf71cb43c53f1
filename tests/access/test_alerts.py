"""What comes up by itself, and what changes, through the accessibility bus; with a small pack."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from kiosk.staff.pin import hashed
from tests.access.bus import Node, Reader, kiosk
from tests.access.test_reader import CONTROLS, faults, page_of
from tests.flows.packs import Writer

PROGRAM = """
import sys, time
import msgspec
from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtTest import QTest
import kiosk.app
from kiosk.__main__ import main

class Pushed(kiosk.app.Kiosk):
    '''A kiosk whose clock, keys and staff are moved by its standard input.'''

    def __init__(self, start, health):
        self.ahead = 0.0
        clock = lambda: time.monotonic() + self.ahead
        waiting = msgspec.structs.replace(start.waiting, clock=clock)
        super().__init__(msgspec.structs.replace(start, waiting=waiting), health)
        self.line = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.line.activated.connect(self.hear)

    def hear(self):
        said = sys.stdin.readline().strip()
        if said == "knock":
            self.shell.desk.gesture()
        elif said.startswith("Key_"):
            QTest.keyClick(self.window, Qt.Key[said])
        elif said:
            self.ahead += float(said)
            self.shell.presence.check()

kiosk.app.Kiosk = Pushed
sys.exit(main(["run", *sys.argv[1:]]))
"""


class Room:
    """A kiosk of which the test owns the clock, and a screen reader at it."""

    def __init__(self, reader: Reader, process: subprocess.Popen[str]) -> None:
        self.reader = reader
        self._process = process

    def push(self, word: str) -> None:
        assert self._process.stdin
        print(word, file=self._process.stdin, flush=True)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Give a kiosk with a small pack and a PIN, on which somebody has begun to read.

    The screen reader has been attached while the kiosk ran.
    """
    folder = tmp_path_factory.mktemp("alerts")
    pack = Writer(folder / "pack", ("en", "bn")).page("one", "Read on [there](two.md).").page("two")
    pack.page("one", "কিছু কথা।", language="bn", label="এক")
    settings = folder / "settings.toml"
    settings.write_text(f'pin = "{hashed("2468")}"\n')
    settings.chmod(0o600)
    arguments = ("--windowed", "--size", "900x700", "--content", str(pack.written()))
    program = ("-c", PROGRAM)
    with kiosk(folder, *arguments, "--settings", str(settings), program=program, late=True) as (
        reader,
        one,
    ):
        start = reader.until(lambda tree: tree.of("push button"))
        reader.press(start.of("push button")[0])
        reader.until(lambda tree: tree.of("page tab"))
        yield Room(reader, one)


def test_a_reader_that_comes_late_finds_links_that_it_can_press(room: Room) -> None:
    reader = room.reader

    def only_one_to_press(tree: Node) -> bool:
        # What Qt itself tells of a link can't be pressed; it goes when the other one comes.
        links = page_of(tree).of("link")
        return (
            [each.name for each in links if "Press" in each.actions]
            == ["there"]
            == [each.name for each in links]
        )

    tree = reader.until(only_one_to_press, whole=True)
    reader.press(page_of(tree).find("link", "there"))
    reader.until(lambda tree: "selected" in tree.find("page tab", "Two").states)
    reader.press(reader.peek().find("page tab", "One"))
    reader.until(lambda tree: "selected" in tree.find("page tab", "One").states)


def test_the_question_is_told_at_once_and_answered_by_a_press(room: Room) -> None:
    # WCAG 2.2, 2.2.1 (A): "the user is warned before time expires"; 4.1.3 (AA): without focus.
    reader = room.reader
    reader.events()
    room.push("900")

    told = reader.until_told(lambda event: event.kind.startswith("object:announcement"))
    tree = reader.until(lambda tree: tree.of("alert"))
    (alert,) = tree.of("alert")
    assert (told.role, told.on) == ("alert", 2), "it isn't told assertively"
    assert told.said == (
        "Are you still there? If not, what you chose here is cleared for the next person. "
        "Touch anywhere to go on"
    )
    assert alert.name == "Are you still there?"
    assert [each.name for each in alert.of("push button")] == ["Touch anywhere to go on"]
    assert any(each.name.startswith("Seconds left: ") for each in alert.below)
    assert all("enabled" not in each.states for each in tree.of("page tab"))
    assert faults(tree) == []

    reader.press(alert.of("push button")[0])
    tree = reader.until(lambda tree: not tree.of("alert"))
    assert all("enabled" in each.states for each in tree.of("page tab"))


def test_a_press_through_the_bus_is_somebody_who_is_there(room: Room) -> None:
    # WCAG 2.2, 2.2.1 (A): somebody who reads by a screen reader touches no glass.
    reader = room.reader
    room.push("50")
    reader.press(reader.peek().find("page tab", "Two"))
    reader.until(lambda tree: "selected" in tree.find("page tab", "Two").states)
    room.push("50")
    reader.press(reader.peek().find("page tab", "One"))
    tree = reader.until(lambda tree: "selected" in tree.find("page tab", "One").states)
    assert not tree.of("alert")


def test_what_the_keys_lead_to_is_told_and_has_the_focus(room: Room) -> None:
    # WCAG 2.2, 4.1.2 (A): "notification of changes to these items is available".
    reader, gained = room.reader, ("object:state-changed:focused", 1)
    reader.events()
    for _ in range(2):
        room.push("Key_Tab")
        event = reader.until_told(lambda event: (event.kind, event.on) == gained)
        focused = [each for each in reader.tree().all() if "focused" in each.states]
        assert [(each.role, each.name) for each in focused] == [(event.role, event.name)]


def test_the_bus_gives_the_language_of_the_pane(room: Room) -> None:
    # WCAG 2.2, 3.1.1 (A): "The default human language of each Web page can be ... determined".
    reader = room.reader
    tree = reader.peek()
    assert reader.ask("language", tree.of("page tab")[0].number).startswith("en")

    reader.press(next(each for each in tree.all() if each.name == "বাংলা"))
    tree = reader.until(lambda tree: [each for each in tree.of("page tab") if each.name == "এক"])
    assert reader.ask("language", tree.of("document frame")[0].number).startswith("bn")
    assert faults(reader.tree()) == []

    tree = reader.peek()
    reader.press(next(each for each in tree.all() if each.name == "English"))
    reader.until(lambda tree: [each for each in tree.of("page tab") if each.name == "One"])


def test_the_pad_has_named_keys_and_tells_no_digit_of_the_pin(room: Room) -> None:
    reader = room.reader
    room.push("knock")
    tree = reader.until(lambda tree: tree.of("dialog"))
    pad = tree.find("dialog", "PIN for staff")
    assert faults(pad) == []
    names = [each.name for each in pad.of("push button")]
    assert sorted(name for name in names if name.isdigit()) == list("0123456789")
    assert {"Enter", "Take the last digit away", "Take all digits away", "Close"} <= set(names)
    able = [each for each in tree.all() if "enabled" in each.states and each.role in CONTROLS]
    assert {each.number for each in able} <= {each.number for each in pad.all()}

    reader.events()
    for digit in "24":
        reader.press(pad.find("push button", digit))
    tree = reader.until(lambda tree: [1 for each in tree.all() if each.name == "2 digits typed"])
    others = [each for each in tree.all() if each.role not in CONTROLS]
    assert not [each for each in others if "24" in each.name + (each.text or "")]
    reader.press(tree.find("push button", "Close"))
    reader.until(lambda tree: not tree.of("dialog"))

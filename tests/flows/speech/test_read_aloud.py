"""A page read aloud in the running kiosk, by a real speech engine.

Section 508, 402.2.1: speech for all that is displayed; 402.2.4: repeat and pause; 402.3.2: volume,
reset after each use; 405.1: no blanking while speech is on. EN 301 549, 5.1.3.4-5 and 5.1.3.12-13.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.speech.read_aloud import NOWHERE, ReadAloud
from tests.conftest import Kept
from tests.flows.clock import Clock
from tests.flows.loudspeaker import Loudspeaker, engines, named
from tests.flows.measuring import unreadable, untouchable
from tests.flows.packs import Writer
from tests.flows.running import Machine
from tests.flows.screen import Screen
from tests.waiting import LIMIT

Open = Callable[..., Screen]

LONG = "These words go on and on, so that somebody has the time to do something else. " * 4
QUESTIONS = "## Part {#part}\n\n### Why? {#why}\n\nBecause it is so.\n\n### How? {#how}\n\nSo.\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    writer = Writer(tmp_path / "pack")
    writer.page("one", text=f"## Begin {{#begin}}\n\n{LONG}\n\nShort.\n\n- first\n- second\n")
    writer.page("two", text="Two.\n")
    return writer.written()


class Ear:
    """Notes each row that is read."""

    def __init__(self, read_aloud: ReadAloud) -> None:
        self._read_aloud = read_aloud
        self.rows: list[int] = []
        read_aloud.changed.connect(self._note)

    def _note(self) -> None:
        if self._read_aloud.playing and self._read_aloud.row not in self.rows[-1:]:
            self.rows.append(self._read_aloud.row)


def over(qtbot: QtBot, read_aloud: ReadAloud) -> None:
    qtbot.waitUntil(lambda: not read_aloud.active)


@pytest.mark.parametrize("language", ["en", "bn"])
def test_a_page_is_read_row_by_row_to_its_foot(
    kiosk: Open, loudspeaker: Loudspeaker, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    words = {"en": "Hair grows.", "bn": "চুল বাড়ে।"}[language]
    writer = Writer(tmp_path / "pack", languages=(language,))
    writer.page("one", language=language, text=f"## {words}\n\n{words} {words}\n\n- {words}\n")
    screen = kiosk(writer.written())
    read_aloud = screen.shell.readAloud
    assert read_aloud.available
    assert read_aloud.row == NOWHERE
    ear = Ear(read_aloud)
    read_aloud.listen(-1)
    assert (read_aloud.active, read_aloud.playing, read_aloud.page) == (True, True, "one")
    over(qtbot, read_aloud)
    assert ear.rows == [-1, 0, 1, 2, 3]
    assert loudspeaker.loudest() > 3000
    assert loudspeaker.seconds > 4


def test_reading_begins_where_the_reader_is(
    kiosk: Open, loudspeaker: Loudspeaker, qtbot: QtBot, pack: Path
) -> None:
    read_aloud = kiosk(pack).shell.readAloud
    ear = Ear(read_aloud)
    read_aloud.listen(2)
    over(qtbot, read_aloud)
    assert ear.rows == [2, 3, 4, 5]


def test_pause_back_and_forward_move_by_blocks(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, pack: Path
) -> None:
    read_aloud = kiosk(pack).shell.readAloud
    read_aloud.listen(1)
    qtbot.waitUntil(lambda: patient.seconds > 0.2)
    since = patient.seconds
    read_aloud.toggle()
    assert (read_aloud.active, read_aloud.playing, read_aloud.row) == (True, False, 1)
    silent(qtbot, patient, since)
    before = patient.seconds
    read_aloud.forward()
    read_aloud.back()
    read_aloud.back()
    assert read_aloud.row == 0
    assert patient.seconds == before
    read_aloud.forward()
    read_aloud.toggle()
    qtbot.waitUntil(lambda: patient.seconds > before + 0.2)
    assert read_aloud.row == 1
    read_aloud.forward()
    assert (read_aloud.playing, read_aloud.row) == (True, 2)
    qtbot.waitUntil(lambda: read_aloud.row == 3)


def silent(qtbot: QtBot, speaker: Loudspeaker, since: float) -> None:
    """Wait until nothing can play any more; less than 0.1 s has been heard since then."""
    qtbot.waitUntil(lambda: not engines(speaker.place))
    assert speaker.emptied() - since < 0.1


@pytest.mark.parametrize("ended", ["rest", "stop", "turn"])
def test_the_end_of_a_visit_silences_it_within_a_tenth_of_a_second(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, pack: Path, ended: str
) -> None:
    screen = kiosk(pack)
    read_aloud = screen.shell.readAloud
    read_aloud.listen(1)
    qtbot.waitUntil(lambda: patient.seconds > 0.2)
    since = patient.seconds
    match ended:
        case "rest":
            screen.shell.presence.rest()
        case "stop":
            read_aloud.stop()
        case "turn":
            screen.shell.navigator.turnTo("two")
    silent(qtbot, patient, since)
    assert not read_aloud.active
    assert not read_aloud.problem
    assert patient.loudest() > 3000


def test_volume_and_pace_are_as_set_again_after_a_visit(
    kiosk: Open, loudspeaker: Loudspeaker, qtbot: QtBot, pack: Path
) -> None:
    screen = kiosk(pack, volume=40)
    read_aloud = screen.shell.readAloud
    assert (read_aloud.volume, read_aloud.pace) == (40, 100)
    for _ in range(9):
        read_aloud.louder()
        read_aloud.faster()
    assert (read_aloud.volume, read_aloud.pace) == (100, 200)
    for _ in range(12):
        read_aloud.quieter()
        read_aloud.slower()
    assert (read_aloud.volume, read_aloud.pace) == (10, 50)
    read_aloud.setVolume(75)
    screen.shell.navigator.reset()
    assert (read_aloud.volume, read_aloud.pace) == (40, 100)


def test_another_pace_and_volume_are_heard_at_once(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, pack: Path
) -> None:
    read_aloud = kiosk(pack).shell.readAloud
    read_aloud.listen(1)
    qtbot.waitUntil(lambda: patient.seconds > 0.3)
    read_aloud.setVolume(10)
    before = patient.seconds + 0.1
    qtbot.waitUntil(lambda: patient.seconds > before + 0.4)
    assert 0 < patient.loudest(before) < patient.loudest() / 2
    assert read_aloud.row == 1


def test_nobody_is_asked_while_a_page_is_read(
    kiosk: Open, patient: Loudspeaker, pack: Path
) -> None:
    clock = Clock()
    screen = kiosk(pack, waiting=clock.waiting())
    presence, read_aloud = screen.shell.presence, screen.shell.readAloud
    read_aloud.listen(0)
    for _ in range(20):
        assert clock.after(600, presence) == "browsing"
        assert presence.light == "bright"
    read_aloud.toggle()
    assert clock.after(59, presence) == "browsing"
    assert clock.after(3000, presence) == "asked"


def test_a_touch_elsewhere_leaves_it_running(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, tmp_path: Path
) -> None:
    writer = Writer(tmp_path / "pack")
    writer.page("one", layout="faq", text=QUESTIONS)
    screen = kiosk(writer.written())
    read_aloud = screen.shell.readAloud
    read_aloud.listen(1)
    qtbot.waitUntil(lambda: patient.seconds > 0.1)
    screen.shell.navigator.ask("one", "how")  # below
    assert (read_aloud.playing, read_aloud.row) == (True, 1)
    screen.shell.navigator.ask("one", "why")  # this one: its answer is read next
    screen.shell.card.show("missing")
    assert (read_aloud.playing, read_aloud.row, read_aloud.inner) == (True, 1, -1)
    qtbot.waitUntil(lambda: read_aloud.inner == 0)
    assert read_aloud.row == 1
    screen.shell.navigator.ask("one", "why")  # closed while it is read: its question, and on
    assert (read_aloud.playing, read_aloud.row, read_aloud.inner) == (True, 1, -1)
    qtbot.waitUntil(lambda: read_aloud.row == 2)


def test_new_text_goes_on_at_the_same_sentence(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, tmp_path: Path
) -> None:
    writer = Writer(tmp_path / "pack").page("one", f"{LONG}\n\nShort.")
    screen = kiosk(writer.written())
    read_aloud = screen.shell.readAloud
    read_aloud.listen(0)
    qtbot.waitUntil(lambda: patient.seconds > 0.3)
    writer.page("one", f"New words above.\n\n{LONG}\n\nShort.")
    loaded = load_pack(writer.written(), assets=shipped("assets"))
    screen.shell.navigator.replace(loaded, PackPages(loaded))
    assert (read_aloud.playing, read_aloud.row) == (True, 1)
    before = patient.seconds
    qtbot.waitUntil(lambda: patient.seconds > before + 0.5)  # not broken off
    assert patient.loudest(before + 0.1) > 3000


def test_another_language_goes_on_at_the_same_block(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, tmp_path: Path
) -> None:
    writer = Writer(tmp_path / "pack", languages=("en", "bn"))
    writer.page("one", text="## A {#a}\n\nOne.\n\n## B {#b}\n\nA sentence.\n")
    writer.page("one", language="bn", text="## ক {#a}\n\n## খ {#b}\n\nচুল পড়া নিয়ে কথা।\n")
    screen = kiosk(writer.written())
    read_aloud = screen.shell.readAloud
    read_aloud.listen(3)
    qtbot.waitUntil(lambda: patient.seconds > 0.1)
    screen.shell.navigator.chooseLanguage("bn")
    assert (read_aloud.playing, read_aloud.row) == (True, 2)


def test_a_language_without_a_voice_has_nothing_to_listen_to(
    kiosk: Open, loudspeaker: Loudspeaker, tmp_path: Path, place: Path
) -> None:
    writer = Writer(tmp_path / "pack", languages=("en", "xx"))
    writer.page("one")
    writer.page("one", language="xx")
    screen = kiosk(writer.written())
    read_aloud = screen.shell.readAloud
    offered = [read_aloud.available]
    screen.shell.navigator.chooseLanguage("xx")
    offered.append(read_aloud.available)
    assert offered == [True, False]
    read_aloud.listen(-1)
    read_aloud.say("word")
    assert not read_aloud.active
    assert not engines(place)


def test_a_sentence_for_the_focus_comes_between_and_the_reading_goes_on(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, pack: Path
) -> None:
    read_aloud = kiosk(pack).shell.readAloud
    read_aloud.say("Menu")
    qtbot.waitUntil(lambda: patient.loudest() > 3000)
    assert not read_aloud.active
    read_aloud.listen(2)
    read_aloud.say("Stop")
    assert (read_aloud.playing, read_aloud.row) == (True, 2)
    qtbot.waitUntil(lambda: read_aloud.row == 3)


@pytest.mark.parametrize("program", ["espeak-ng", "aplay"])
def test_a_program_that_fails_ends_the_listening_with_one_sentence(
    kiosk: Open, pack: Path, logged: Kept, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    engine = pack.parent / "bin" / program
    engine.parent.mkdir()
    engine.write_text("#!/bin/sh\nexit 1\n")
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", f"{engine.parent}:{os.environ['PATH']}")
    screen = kiosk(pack)
    read_aloud = screen.shell.readAloud
    for _ in range(2):
        read_aloud.listen(-1)
        assert not read_aloud.problem
        screen.wait(lambda: read_aloud.problem)
        assert not read_aloud.active
    assert len(logged.lines) == 1
    screen.shell.presence.rest()
    assert not read_aloud.problem


LISTENS = """
from PySide6.QtCore import QTimer
self.told = QTimer(interval=50, timeout=lambda: self.shell.readAloud.row >= 0 and told("READING"))
self.told.start()
QTimer.singleShot(100, lambda: self.shell.readAloud.listen(0))
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("program", ["aplay", "sleep"])
def test_no_program_outlives_the_kiosk(
    tmp_path: Path, patient: Loudspeaker, how: signal.Signals, program: str, qtbot: QtBot
) -> None:
    place = patient.place
    machine = Machine(tmp_path / "machine")
    machine.pack = Writer(tmp_path / "long").page("one", LONG).written()
    running = LISTENS.strip().replace("\n", "\n        ")
    made = "pass"
    if program == "sleep":
        made = (
            'start = __import__("msgspec").structs.replace(start, speech={"en": ("sleep", "600")})'
        )
    with machine.start(made=made, running=running) as kiosk:
        kiosk.until("READING")
        qtbot.waitUntil(lambda: bool(named(place, program)))
        kiosk.send(how)
        kiosk.process.wait(LIMIT)
        qtbot.waitUntil(lambda: not engines(place))
    assert not os.listdir(place)


def test_the_part_of_a_tall_block_that_is_read_is_marked_and_in_view(
    kiosk: Open, loudspeaker: Loudspeaker, tmp_path: Path
) -> None:
    cell = "So many words that a few of them fill the screen."
    table = "| Way | Cost |\n|---|---|\n" + f"| {cell} | {cell} |\n" * 5
    steps = '!!! steps "How"\n\n' + "".join(f"    {at}. {cell}\n" for at in range(1, 7))
    writer = Writer(tmp_path / "pack").page("one", text=f"{table}\n{steps}\n")
    screen = kiosk(writer.written(), text_size=200)
    read_aloud = screen.shell.readAloud
    read_aloud.listen(0)
    read_aloud.toggle()
    seen: list[int] = []
    while not seen or seen[-1] != read_aloud.row * 100 + read_aloud.inner:
        seen.append(read_aloud.row * 100 + read_aloud.inner)
        screen.rest()
        mark, view = screen.area(screen.item("read-mark")), screen.area(screen.column)
        if read_aloud.inner >= 0:
            assert view.top() <= mark.top() < view.bottom() - screen.mm * 15, read_aloud.inner
            assert mark.height() < view.height()
        read_aloud.forward()
    assert len(seen) >= 5 + 6


def test_the_bar_takes_its_room_away_with_it(
    kiosk: Open, loudspeaker: Loudspeaker, pack: Path
) -> None:
    screen = kiosk(pack)
    before = screen.column.height()
    screen.tap("listen")
    screen.wait(lambda: bool(screen.found("listen-bar")) and screen.column.height() < before)
    at = screen.area(screen.item("listen-slower")).left()
    screen.tap("listen-slower")
    assert screen.area(screen.item("listen-slower")).left() == at
    screen.tap("listen-stop")
    screen.wait(lambda: not screen.found("listen-bar"))
    assert screen.column.height() == before


def test_volume_and_pace_are_whole_in_a_text_size_chosen_while_they_are_there(
    kiosk: Open, patient: Loudspeaker, tmp_path: Path
) -> None:
    screen = kiosk(Writer(tmp_path / "pack").page("one", LONG).written())
    screen.tap("listen")
    screen.wait(lambda: bool(screen.found("listen-bar")))
    screen.tap("display")
    for size in (200, 100, 150):
        screen.shell.appearance.resize(size)
        screen.frame()
        for name in ("volume", "listen-pace"):
            text = screen.item(name)
            assert text.property("lineCount") == 1, (name, size)
            assert text.property("contentWidth") <= text.width() < 2 * text.property("contentWidth")


@pytest.mark.parametrize("text_size", [100, 200])
def test_something_of_the_page_is_seen_while_it_is_read_in_the_lower_half_of_a_tablet(
    kiosk: Open, patient: Loudspeaker, tmp_path: Path, text_size: int
) -> None:
    screen = kiosk(Writer(tmp_path / "pack").page("one", LONG).written())
    screen.measure(1280, 800, 10.1)
    screen.shell.appearance.resize(text_size)
    screen.shell.appearance.reach(True)
    screen.tap("listen")
    screen.wait(lambda: bool(screen.found("listen-bar")))
    screen.settle()
    assert screen.column.height() > 1.2 * 1.24 * screen.theme.property("body")
    found = unreadable(screen) + untouchable(screen)
    assert not found, "\n".join(found)
    screen.tap("listen-stop")
    screen.frame()
    assert screen.found("listen")


COMPARED = """!!! compare

| You ask | Wait | Lotion | Pills |
|--|--|--|--|
| What is it? | Nothing at all | Something fluid | Something solid |
"""


def test_of_a_comparison_is_said_what_is_seen_also_when_the_words_grow_meanwhile(
    kiosk: Open, loudspeaker: Loudspeaker, qtbot: QtBot, tmp_path: Path
) -> None:
    pack = Writer(tmp_path / "pack").page("one", COMPARED).written()
    heard = tmp_path / "heard"
    engine = f"tee -a {heard} | espeak-ng --stdin --stdout -b 1 -v en"
    screen = kiosk(pack, size=(1280, 800), diagonal=10.1, speech={"en": ("sh", "-c", engine)})
    navigator, read_aloud = screen.shell.navigator, screen.shell.readAloud

    def said() -> set[str]:
        told = heard.read_text("utf-8")
        heard.write_text("")
        return {word for word in ("Nothing", "fluid", "solid") if word in told}

    for text_size, shown in ((100, {"Nothing", "fluid"}), (200, {"Nothing"})):
        navigator.change(msgspec.structs.replace(screen.visit, text_size=text_size))
        screen.rest()
        screen.column.setProperty("contentY", 0.0)
        screen.tap("listen")
        over(qtbot, read_aloud)
        assert said() == shown
        assert screen.reads("fluid") is ("fluid" in shown)
    navigator.change(msgspec.structs.replace(screen.visit, text_size=100))
    screen.rest()
    read_aloud.listen(-1)
    navigator.change(msgspec.structs.replace(screen.visit, text_size=200))
    over(qtbot, read_aloud)
    assert said() == {"Nothing"}

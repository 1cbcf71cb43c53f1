"""The voice with a real Speech Dispatcher, and with engines that hang, die or are missing."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QProcess
from pytestqt.qtbot import QtBot

from kiosk.speech.ssip import Speech
from kiosk.ui.speech.daemon import Daemon
from kiosk.ui.speech.voice import Voice, Waits
from tests.conftest import Kept
from tests.flows.loudspeaker import Loudspeaker, engines
from tests.waiting import slowness

ENGLISH = Speech(text="This is a sentence.", language="en")
BENGALI = Speech(text="চুল পড়া নিয়ে কথা।", language="bn")
LONG = Speech(
    text="On and on and on it goes, until somebody says that it is enough, " * 3, language="en"
)

QUICK = Waits(start=0.5, begin=0.3, end=0.3, letter=0.0, hush=0.1)

HANGS = """#!/bin/sh
sleep 600
"""
DIES = """#!/bin/sh
exit 1
"""
MUTE = """#!{python}
import os, socket, sys
line = socket.socket(socket.AF_UNIX)
line.bind(sys.argv[sys.argv.index("-S") + 1])
line.listen()
talk = line.accept()[0]
answers = lambda *lines: talk.sendall("".join(each + "\\r\\n" for each in lines).encode())
number, words = 0, False
for said in talk.makefile("r", newline="\\r\\n"):
    if words and said == ".\\r\\n":
        words, number = False, number + 1
        answers(f"225-{number}", "225 OK", f"701-{number}", "701 BEGIN")
        pass  # then
    elif said == "SPEAK\\r\\n":
        words = True
        answers("230 OK")
    elif not words:
        answers("200 OK")
"""
"""An engine that begins to speak and never says that it has ended."""


@pytest.fixture
def voice(qtbot: QtBot, place: Path) -> Iterator[Voice]:
    made = Voice(Daemon())
    yield made
    made.stop()
    gone(qtbot, place)


def gone(qtbot: QtBot, place: Path) -> None:
    """Wait until no process is left; there is no file left either."""
    qtbot.waitUntil(lambda: not engines(place))
    assert not os.listdir(place)


def stub(folder: Path, text: str) -> str:
    """Write an engine of a test and give its name."""
    file = folder / "engine-of-a-test"
    file.write_text(text.replace("{python}", sys.executable), "utf-8")
    file.chmod(0o755)
    return str(file)


def heard(qtbot: QtBot, voice: Voice, speech: Speech) -> None:
    with qtbot.waitSignal(voice.said):
        voice.say(speech)


def test_english_and_bengali_sound_and_end(
    voice: Voice, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    for speech in (ENGLISH, BENGALI):
        before = loudspeaker.played
        heard(qtbot, voice, speech)
        assert 0.5 < (loudspeaker.played - before) / 22050 < 5
        assert loudspeaker.loudest(before) > 3000


def test_pace_changes_how_long_it_lasts_and_volume_how_loud_it_is(
    voice: Voice, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    lasts, loud = [], []
    for pace, volume in ((50, 100), (100, 50), (200, 10)):
        before = loudspeaker.played
        heard(qtbot, voice, Speech(text=ENGLISH.text, language="en", pace=pace, volume=volume))
        lasts.append(loudspeaker.played - before)
        loud.append(loudspeaker.loudest(before))
    assert lasts[0] > 1.5 * lasts[1] > 2 * lasts[2]
    assert loud[0] > 1.5 * loud[1] > 3 * loud[2]


@pytest.mark.parametrize("silenced", ["for good", "for a while"])
def test_it_is_silent_within_half_a_second(
    voice: Voice, patient: Loudspeaker, qtbot: QtBot, silenced: str
) -> None:
    voice.say(LONG)
    qtbot.waitUntil(lambda: patient.seconds > 0.3)
    clock = QElapsedTimer()
    clock.start()
    voice.silence() if silenced == "for good" else voice.hush()
    before = -1
    while before != patient.played:
        before = patient.played
        qtbot.wait(60)
    assert clock.elapsed() < 500 * slowness()
    assert patient.loudest() > 3000


def test_another_sentence_takes_the_place_of_the_one_that_sounds(
    voice: Voice, patient: Loudspeaker, qtbot: QtBot
) -> None:
    voice.say(LONG)
    qtbot.waitUntil(lambda: patient.seconds > 0.2)
    heard(qtbot, voice, Speech(text="Now.", language="en", pace=200))
    assert patient.seconds < 4


def test_whatever_a_page_holds_comes_to_an_end(
    voice: Voice, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    for text in (".", "…", "<b> & 'c' \"d\"", ". .", "\u200d", "?!", "→ ☂ 😀", "1,000,000 %"):
        heard(qtbot, voice, Speech(text=text, language="en"))


def test_an_engine_that_is_killed_is_started_anew_and_says_the_same_again(
    voice: Voice, place: Path, patient: Loudspeaker, qtbot: QtBot
) -> None:
    voice.say(Speech(text=ENGLISH.text, language="en", pace=200))
    qtbot.waitUntil(lambda: patient.seconds > 0.1)
    before = engines(place)
    # The engine, and not its keeper.
    engine = next(each for each in before if "dispatcher" in os.readlink(f"/proc/{each}/exe"))
    with qtbot.waitSignal(voice.said):
        os.kill(engine, signal.SIGKILL)
    assert not set(before) & set(engines(place))


def test_an_engine_without_anything_to_say_ends(
    place: Path, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    voice = Voice(Daemon(), Waits(idle=0.2))
    heard(qtbot, voice, ENGLISH)
    qtbot.waitUntil(lambda: not engines(place))
    heard(qtbot, voice, ENGLISH)
    voice.stop()


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        (HANGS, "did not start"),
        (DIES, "ended"),
        (MUTE, "came to no end"),
        (MUTE.replace("pass  # then", "os._exit(1)"), "ended"),
        (MUTE.replace("230 OK", "300 ERR"), "refuses"),
    ],
    ids=["hangs", "dies", "never ends", "dies in a sentence", "refuses"],
)
def test_an_engine_that_fails_twice_is_given_up_with_one_warning(
    place: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture, engine: str, told: str
) -> None:
    caplog.set_level(logging.INFO, "kiosk.speech")
    voice = Voice(Daemon(stub(place.parent, engine)), QUICK)
    with qtbot.waitSignal(voice.failed):
        voice.say(ENGLISH)
    records = [each for each in caplog.records if each.name == "kiosk.speech"]
    assert [each.levelno for each in records] == [logging.INFO, logging.WARNING]
    assert told in records[1].getMessage()
    voice.stop()
    gone(qtbot, place)


def test_a_missing_engine_is_a_failure_too(place: Path, qtbot: QtBot, logged: Kept) -> None:
    voice = Voice(Daemon("no-such-program"))
    for _ in range(2):
        with qtbot.waitSignal(voice.failed):
            voice.say(ENGLISH)
    (line,) = logged.lines
    assert "not installed" in line


def test_an_engine_that_does_not_fall_silent_is_killed(
    tmp_path: Path, place: Path, qtbot: QtBot
) -> None:
    voice = Voice(Daemon(stub(tmp_path, MUTE)), QUICK)
    voice.say(LONG)
    qtbot.waitUntil(lambda: bool(engines(place)))
    clock = QElapsedTimer()
    clock.start()
    qtbot.wait(150)
    voice.hush()
    qtbot.waitUntil(lambda: not engines(place))
    assert clock.elapsed() < 1000 * slowness()
    voice.stop()


def test_the_engine_is_a_child_that_holds_none_of_the_kiosks_files(
    place: Path, loudspeaker: Loudspeaker, voice: Voice, qtbot: QtBot
) -> None:
    heard(qtbot, voice, ENGLISH)
    (process,) = voice.findChildren(QProcess)
    flags = process.unixProcessParameters().flags
    assert flags & QProcess.UnixProcessFlag.CloseFileDescriptors
    assert flags & QProcess.UnixProcessFlag.CreateNewSession
    assert all(os.getpgid(each) == process.processId() for each in engines(place))

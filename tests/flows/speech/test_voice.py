"""The voice with real programs, and with programs that hang, die, write rubbish or are missing."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QProcess
from pytestqt.qtbot import QtBot

from kiosk.speech.engine import Speech
from kiosk.ui.speech.voice import Voice, Waits
from tests.children import children
from tests.conftest import Kept
from tests.flows.loudspeaker import Loudspeaker, engines, named
from tests.waiting import LIMIT

ENGLISH = Speech(text="This is a sentence.", language="en")
BENGALI = Speech(text="চুল পড়া নিয়ে কথা।", language="bn")
NOW = Speech(text="Now.", language="en", pace=200)
LONG = Speech(
    text="On and on and on it goes, until somebody says that it is enough, " * 3, language="en"
)
HANGS = "sleep 600"
DIES = "exit 1"
RUBBISH = "echo this is no sound"
SILENT = "cat >/dev/null"
ENDLESS = "cat /dev/zero"
CHILDREN = "sleep 601 & sleep 602 & wait"


def program(text: str) -> tuple[str, ...]:
    """Give a program that makes a fault happen."""
    return ("/bin/sh", "-c", text)


@pytest.fixture
def voice(qtbot: QtBot, place: Path) -> Iterator[Voice]:
    made = Voice({})
    yield made
    made.stop()
    gone(qtbot, place)


def gone(qtbot: QtBot, place: Path) -> None:
    """Wait until no process is left; there is no file left either."""
    qtbot.waitUntil(lambda: not engines(place))
    assert not os.listdir(place)


def heard(qtbot: QtBot, voice: Voice, speech: Speech) -> None:
    with qtbot.waitSignal(voice.said):
        voice.say(speech)


def test_english_and_bengali_sound_and_end(
    voice: Voice, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    for speech in (ENGLISH, BENGALI):
        before = loudspeaker.seconds
        heard(qtbot, voice, speech)
        assert 0.5 < loudspeaker.seconds - before < 5
        assert loudspeaker.loudest(before) > 3000


def test_pace_changes_how_long_it_lasts_and_volume_how_loud_it_is(
    voice: Voice, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    lasts, loud = [], []
    for pace, volume in ((50, 100), (100, 50), (200, 10)):
        before = loudspeaker.seconds
        heard(qtbot, voice, Speech(text=ENGLISH.text, language="en", pace=pace, volume=volume))
        lasts.append(loudspeaker.seconds - before)
        loud.append(loudspeaker.loudest(before))
    assert lasts[0] > 1.5 * lasts[1] > 2 * lasts[2]
    assert loud[0] > 1.5 * loud[1] > 3 * loud[2]
    assert loud[0] < 32767  # not clipped


def test_it_is_silent_within_a_tenth_of_a_second(
    voice: Voice, patient: Loudspeaker, qtbot: QtBot, place: Path
) -> None:
    voice.say(LONG, ENGLISH)
    qtbot.waitUntil(lambda: patient.seconds > 0.3)
    before = patient.seconds
    voice.silence()
    qtbot.waitUntil(lambda: not engines(place))
    # What is played is measured, not the clock: a busy machine is slow to look, and no louder.
    assert patient.emptied() - before < 0.1
    assert patient.loudest() > 3000


def test_another_sentence_takes_the_place_of_the_one_that_sounds(
    voice: Voice, patient: Loudspeaker, qtbot: QtBot
) -> None:
    voice.say(LONG)
    qtbot.waitUntil(lambda: patient.seconds > 0.2)
    heard(qtbot, voice, NOW)
    assert patient.seconds < 4


def test_the_next_sentence_is_made_while_one_is_heard(
    voice: Voice, patient: Loudspeaker, qtbot: QtBot, place: Path
) -> None:
    voice.say(LONG, NOW)
    qtbot.waitUntil(lambda: patient.seconds > 0.2)
    player = one(qtbot, place, "aplay")
    # Nothing needs to be made any more when it has ended.
    qtbot.waitUntil(lambda: engines(place) == [player])
    voice.said.connect(lambda: voice.say(NOW))
    with qtbot.waitSignals([voice.said, voice.said]):
        os.kill(player, signal.SIGSTOP)
        os.kill(player, signal.SIGCONT)
        voice.say(NOW, NOW)


def one(qtbot: QtBot, place: Path, name: str) -> int:
    """Wait for the program of this name and give its number."""
    found: list[int] = []

    def there() -> bool:
        found[:] = named(place, name)
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def test_whatever_a_page_holds_comes_to_an_end(
    voice: Voice, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    odd = (".", "…", "<b> & 'c' \"d\"", ". .", "\u200d", "?!", "→ ☂ 😀", "1,000,000 %", "-w x")
    for text in ("", "\x01\n", *odd):
        heard(qtbot, voice, Speech(text=text, language="en"))


def test_no_word_that_is_read_stands_in_a_command_line(
    voice: Voice, patient: Loudspeaker, qtbot: QtBot, place: Path
) -> None:
    voice.say(LONG, LONG)
    qtbot.waitUntil(lambda: patient.seconds > 0.1)
    lines = [Path("/proc", str(each), "cmdline").read_bytes() for each in engines(place)]
    assert lines
    assert not any(b"enough" in line for line in lines)


def test_marks_of_engines_are_read_and_not_obeyed(
    voice: Voice, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    lasts = []
    for text in ("[[a]]", "[ [a] ]", "<break time='9s'/>"):
        before = loudspeaker.seconds
        heard(qtbot, voice, Speech(text=text, language="en"))
        lasts.append(loudspeaker.seconds - before)
    phonemes, letters, markup = lasts
    assert phonemes == pytest.approx(letters, rel=0.3)
    assert markup < 6


@pytest.mark.parametrize("name", ["espeak-ng", "aplay"])
def test_a_program_that_is_killed_is_started_anew_and_says_the_same_again(
    voice: Voice, patient: Loudspeaker, qtbot: QtBot, name: str
) -> None:
    with qtbot.waitSignal(voice.said):
        voice.say(ENGLISH)
        if name == "aplay":
            qtbot.waitUntil(lambda: patient.seconds > 0.1)
            os.kill(one(qtbot, patient.place, name), signal.SIGKILL)
        else:  # long before it has loaded; a warning would fail the test
            (engine,) = (each.processId() for each in voice.findChildren(QProcess))
            os.kill(engine, signal.SIGKILL)
    assert patient.seconds > 0.8


QUICK = Waits(make=0.3, play=0.3)


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        (HANGS, "did not end in time"),
        (DIES, "ended with an error"),
        (RUBBISH, "no WAV"),
        (SILENT, "no WAV"),
        (ENDLESS, "without an end"),
    ],
    ids=["hangs", "dies", "rubbish", "silent", "endless"],
)
def test_an_engine_that_fails_twice_is_given_up_with_one_warning(
    place: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture, engine: str, told: str
) -> None:
    waits = QUICK if engine == HANGS else None
    voice = Voice({"en": program(engine)}, waits)
    fails(qtbot, caplog, voice, told)
    gone(qtbot, place)


@pytest.mark.parametrize(
    ("player", "told"),
    [
        (program(HANGS), "did not end in time"),
        (program(DIES), "ended with an error"),
        (("aplay", "-q", "-D", "no-such-card", "-"), "aplay ended with an error"),
    ],
    ids=["hangs", "dies", "no card"],
)
def test_a_player_that_fails_twice_is_given_up_with_one_warning(
    place: Path,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    player: tuple[str, ...],
    told: str,
) -> None:
    voice = Voice({}, Waits(play=0.0 if "in time" in told else LIMIT), player)
    fails(qtbot, caplog, voice, told)
    gone(qtbot, place)


def fails(qtbot: QtBot, caplog: pytest.LogCaptureFixture, voice: Voice, told: str) -> None:
    """Let a voice fail twice: a line for each that is tried once more, and one warning only."""
    caplog.set_level(logging.INFO, "kiosk.speech")
    for _ in range(2):
        with qtbot.waitSignal(voice.failed):
            voice.say(NOW, LONG)
    records = [each for each in caplog.records if each.name == "kiosk.speech"]
    assert [each.levelno for each in records] == [logging.INFO, logging.WARNING, logging.INFO]
    assert told in records[1].getMessage()
    assert "Now" not in caplog.text
    voice.stop()


@pytest.mark.parametrize(
    ("programs", "player"),
    [({"en": ("no-such-program",)}, ("aplay",)), ({}, ("no-such-program",))],
    ids=["engine", "player"],
)
def test_a_missing_program_is_a_failure_too(
    place: Path,
    qtbot: QtBot,
    logged: Kept,
    programs: Mapping[str, tuple[str, ...]],
    player: tuple[str, ...],
) -> None:
    voice = Voice(programs, player=player)
    for _ in range(2):
        with qtbot.waitSignal(voice.failed):
            voice.say(ENGLISH)
    (line,) = logged.lines
    assert "no-such-program is not installed" in line
    voice.stop()


def test_a_voice_that_speaks_again_is_warned_of_again_when_it_fails(
    loudspeaker: Loudspeaker, qtbot: QtBot, logged: Kept
) -> None:
    voice = Voice({"xx": ("no-such-program",)})
    for _ in range(2):
        with qtbot.waitSignal(voice.failed):
            voice.say(Speech(text="Word.", language="xx"))
        heard(qtbot, voice, ENGLISH)
    assert len(logged.lines) == 2
    voice.stop()


def test_a_program_of_the_settings_says_its_language_at_the_pace_and_volume_asked_for(
    loudspeaker: Loudspeaker, qtbot: QtBot, tmp_path: Path
) -> None:
    read, note = tmp_path / "read", tmp_path / "note"
    speaks = "espeak-ng --stdin --stdout -b 1 -v bn -a $2"
    script = f'echo "$@" >"$0"; tee "{read}" | {speaks}'
    own = ("/bin/sh", "-c", script, str(note), "{rate}", "{volume}", "{length}", "{gain}")
    voice = Voice({"bn": own})
    heard(qtbot, voice, Speech(text=BENGALI.text, language="bn-BD", pace=200, volume=50))
    assert loudspeaker.loudest() > 1500
    assert read.read_text("utf-8") == BENGALI.text
    assert note.read_text("utf-8") == "320 50 0.50 0.50\n"
    voice.stop()


def test_what_a_program_has_started_ends_with_it(
    place: Path, qtbot: QtBot, loudspeaker: Loudspeaker
) -> None:
    voice = Voice({"en": program(CHILDREN)})
    voice.say(ENGLISH)
    qtbot.waitUntil(lambda: len(engines(place)) == 3)
    voice.silence()
    gone(qtbot, place)
    voice.stop()


def test_a_voice_at_rest_keeps_no_process_no_handle_and_no_object(
    place: Path, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    voice = Voice({})
    heard(qtbot, voice, NOW)
    gone(qtbot, place)
    before = len(os.listdir("/proc/self/fd"))
    for number in range(20):
        voice.say(LONG, ENGLISH)
        if number % 2:
            heard(qtbot, voice, NOW)
        voice.silence()
    qtbot.waitUntil(lambda: not voice.findChildren(QObject))
    assert children() == []
    assert len(os.listdir("/proc/self/fd")) <= before


def test_each_program_is_a_child_that_holds_none_of_the_kiosks_files(
    place: Path, patient: Loudspeaker, voice: Voice, qtbot: QtBot
) -> None:
    voice.say(LONG)
    qtbot.waitUntil(lambda: patient.seconds > 0.1)
    for process in voice.findChildren(QProcess):
        flags = process.unixProcessParameters().flags
        assert flags & QProcess.UnixProcessFlag.CloseFileDescriptors
        assert flags & QProcess.UnixProcessFlag.CreateNewSession
    assert all(os.getpgid(each) == each for each in engines(place))


def test_the_end_of_the_kiosk_waits_until_all_is_gone(
    place: Path, patient: Loudspeaker, qtbot: QtBot
) -> None:
    voice = Voice({})
    voice.say(LONG, ENGLISH)
    qtbot.waitUntil(lambda: patient.seconds > 0.1)
    clock = QElapsedTimer()
    clock.start()
    voice.stop()
    assert not engines(place)
    assert clock.elapsed() < 500

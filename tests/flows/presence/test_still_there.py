""" "Are you still there?": the card, its countdown, and the sound that goes with it."""

from __future__ import annotations

import struct
import sys
import wave
from array import array
from collections.abc import Callable
from pathlib import Path
from runpy import run_path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.shipped import shipped
from kiosk.ui.presence.chime import Chime
from kiosk.visit.presence_state import Phase
from tests.conftest import Kept
from tests.flows.clock import Clock
from tests.flows.packs import Writer
from tests.flows.screen import Screen

QUESTION = "Are you still there?"
SOUND = shipped("assets") / "sounds" / "still-there.wav"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(kiosk: Callable[..., Screen], clock: Clock, tmp_path: Path) -> Screen:
    return kiosk(
        Writer(tmp_path / "pack").page("one").page("two").written(), waiting=clock.waiting()
    )


def ask(screen: Screen, clock: Clock) -> QQuickItem:
    assert clock.after(3600, screen.shell.presence) == Phase.ASKED
    screen.frame()
    return screen.item("still-there")


def test_the_question_comes_and_counts_down_once_a_second(screen: Screen, clock: Clock) -> None:
    assert not screen.reads(QUESTION)
    ask(screen, clock)
    assert screen.reads(QUESTION)
    assert screen.reads("Touch anywhere to go on")
    seen = [screen.plain(screen.item("seconds-left"))]
    changes: list[int] = []
    screen.shell.presence.changed.connect(lambda: changes.append(1))
    for _ in range(30):
        clock.after(0.5, screen.shell.presence)
        seen.append(screen.plain(screen.item("seconds-left")))
    assert seen[0] == "30"
    assert seen[-1] == "15"
    assert len(changes) == 15


def test_a_touch_anywhere_goes_on_any_number_of_times(screen: Screen, clock: Clock) -> None:
    window = QRectF(0, 0, screen.window.width(), screen.window.height())
    points = [window.center(), QPointF(3, 3), QPointF(1270, 790), screen.middle("tab-two")]
    before = screen.visit
    for point in points * 3:
        ask(screen, clock)
        screen.tap(point)
        assert (screen.shell.presence.phase, screen.visit) == (Phase.BROWSING, before)
        assert not screen.found("still-there")


def test_nobody_answers_and_the_resting_screen_comes(screen: Screen, clock: Clock) -> None:
    screen.tap("tab-two")
    ask(screen, clock)
    assert clock.after(30, screen.shell.presence) == Phase.RESTING
    screen.frame()
    assert screen.of_type("RestScreen")
    assert screen.visit.page == "one"


# The sound


def stub(folder: Path, name: str, script: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)
    return file


def played(screen: Screen, chime: Chime) -> None:
    chime.play()
    assert chime.sounding, "the kiosk goes on while it plays"
    screen.wait(lambda: not chime.sounding)


def test_the_sound_is_short_and_soft_and_made_by_its_script() -> None:
    made = run_path(str(SOUND.with_suffix(".py")))["samples"]()
    with wave.open(str(SOUND)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22050)
        kept = struct.unpack(f"<{sound.getnframes()}h", sound.readframes(sound.getnframes()))
    assert SOUND.stat().st_size < 60_000
    assert len(kept) == len(made)
    assert max(abs(one - other) for one, other in zip(kept, made, strict=True)) <= 1
    assert max(map(abs, kept)) < 0.4 * 32768
    assert kept[0] == 0
    assert abs(kept[-1]) < 3


def test_alsa_is_given_every_sample(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard.raw"
    config = tmp_path / "alsa.conf"
    config.write_text(
        f'pcm.!default {{ type file slave.pcm {{ type null }} file "{heard}" format "raw" }}\n',
        "utf-8",
    )
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    played(screen, Chime(SOUND, [("aplay", "-q")], parent=screen.shell))
    samples = array("h", heard.read_bytes())
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(SOUND)) as sound:
        assert samples.tobytes()[: 2 * sound.getnframes()] == sound.readframes(sound.getnframes())


def test_a_player_that_hangs_is_killed(screen: Screen, tmp_path: Path, logged: Kept) -> None:
    hanging = stub(tmp_path, "hangs", f'echo $$ > "{tmp_path}/pid"; exec sleep 600')
    other = stub(tmp_path, "late", f'touch "{tmp_path}/startled"')
    players = [(str(hanging),), (str(other),)]
    chime = Chime(SOUND, players, patience=300, parent=screen.shell)
    played(screen, chime)
    assert not Path("/proc", (tmp_path / "pid").read_text().strip()).exists()
    assert not (tmp_path / "startled").exists(), "another player would sound far too late"
    assert "can't be played" in logged.lines[0]


def test_the_next_player_is_used_where_one_is_missing_or_fails(
    screen: Screen, tmp_path: Path
) -> None:
    failing = stub(tmp_path, "fails", "exit 1")
    good = stub(tmp_path, "plays", f'echo "$@" > "{tmp_path}/played"')
    players = [("kiosk-has-no-such-player",), (str(failing),), (str(good), "-q")]
    chime = Chime(SOUND, players, parent=screen.shell)
    chime.play()
    screen.wait(lambda: (tmp_path / "played").exists() and not chime.sounding)
    assert (tmp_path / "played").read_text() == f"-q {SOUND}\n"


def test_that_nothing_can_play_is_logged_once(screen: Screen, tmp_path: Path, logged: Kept) -> None:
    failing = stub(tmp_path, "fails", "exit 1")
    chime = Chime(SOUND, [("kiosk-has-no-such-player",), (str(failing),)], parent=screen.shell)
    for _ in range(3):
        chime.play()
        screen.wait(lambda: not chime.sounding)
    assert len(logged.lines) == 1
    assert "alsa-utils" in logged.lines[0]


@pytest.mark.parametrize("asked", [{"sound": True}, {}, {"sound": True, "safe": True}])
def test_the_question_sounds_if_it_may(
    kiosk: Callable[..., Screen],
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: dict[str, bool],
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    stub(programs, "pw-play", f'echo >> "{tmp_path}/played"')
    (tmp_path / "played").touch()
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    pack = Writer(tmp_path / "pack").page("one").written()
    screen = kiosk(pack, waiting=clock.waiting(), **asked)
    heard = 0
    for _ in range(3):
        ask(screen, clock)
        chimes = screen.shell.findChildren(Chime)
        screen.wait(lambda: not any(chime.sounding for chime in chimes))  # noqa: B023
        screen.shell.presence.stay()
        heard += asked == {"sound": True}
        assert len((tmp_path / "played").read_text()) == heard

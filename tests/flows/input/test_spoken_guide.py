"""The voice that leads who uses keys and sees nothing, said by a real speech engine.

Section 508, 402.1: operable without assistive technology; 402.2: speech-output enabled "for full
and independent use by individuals with vision impairments". EN 301 549, 5.1.3.1, 5.1.3.5, 5.1.3.12
and 5.6.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.speech.page_reading import PageReading
from kiosk.visit.presence_state import Phase
from kiosk.visit.visit import Visit
from tests.flows.clock import Clock
from tests.flows.keyboard import Keyboard
from tests.flows.loudspeaker import Loudspeaker, engines
from tests.flows.packs import Writer
from tests.flows.screen import Screen

Open = Callable[..., Screen]

LONG = "These words go on and on, so that somebody has the time to press another key. " * 4
TEXT = f"""## Begin {{#begin}}

Hair grows slowly.

- first thing
- second thing

| Way | Cost |
|---|---|
| Wait | nothing |

{LONG}

### Why? {{#why}}

Because it is so.
"""


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give every short sentence that the voice is asked for, as it is asked for it."""
    heard: list[str] = []
    really = PageReading.say

    def say(aloud: PageReading, visit: Visit, text: str) -> None:
        heard.append(text)
        really(aloud, visit, text)

    monkeypatch.setattr(PageReading, "say", say)
    return heard


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    writer = Writer(tmp_path / "pack").page("one", TEXT)
    return writer.page("two", "## Part {#part}\n\n### How? {#how}\n\nSo.\n", layout="faq").written()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_who_sees_nothing_reads_a_page_by_six_keys(
    kiosk: Open, loudspeaker: Loudspeaker, qtbot: QtBot, pack: Path, said: list[str]
) -> None:
    screen = kiosk(pack, resting=True)
    keys = Keyboard(screen)
    keys.press("Down")
    screen.settle()
    assert said[0].startswith("Welcome.")
    qtbot.waitUntil(lambda: loudspeaker.loudest() > 3000)
    for _ in range(40):
        keys.press("Down")
        screen.frame()
        if "tab, chosen" in said[-1]:
            break
    else:
        pytest.fail("no tab was said:\n" + "\n".join(said))
    told = words(" ".join(said))
    wanted = words("Page one. The lead of one. Begin. Hair grows slowly. first thing second thing")
    wanted += words(f"Way Cost Wait nothing {LONG} Why Because it is so")
    there = iter(told)
    missing = [word for word in wanted if word not in there]
    assert not missing, "\n".join(said)


def test_states_are_said(
    kiosk: Open, loudspeaker: Loudspeaker, pack: Path, said: list[str]
) -> None:
    screen = kiosk(pack, resting=True)
    keys = Keyboard(screen)
    keys.press("Down", "Right")
    screen.settle()
    for _ in range(20):
        if "How?" in said[-1]:
            break
        keys.press("Down")
        screen.frame()
    assert "button" in said[-1]
    assert "hidden" in said[-1] or "closed" in said[-1]
    keys.press("Return")
    screen.frame()
    assert "shown" in said[-1] or "open" in said[-1]


def test_another_key_breaks_off_what_is_said(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    writer = Writer(tmp_path / "pack").page("one", f"{LONG}\n\nShort.\n")
    screen = kiosk(writer.written(), resting=True)
    keys = Keyboard(screen)
    keys.press("Down")
    screen.settle()
    while LONG[:40] not in said[-1]:
        keys.press("Down")
        screen.frame()
    before = patient.seconds
    qtbot.waitUntil(lambda: patient.seconds > before + 0.3)
    keys.press("Down")
    screen.frame()
    assert said[-1].startswith("Short")
    played = patient.seconds
    qtbot.waitUntil(lambda: patient.seconds > played + 0.3)
    qtbot.waitUntil(lambda: not engines(patient.place))
    # The long sentences take more than fifteen seconds.
    assert patient.emptied() - played < 5


def test_the_volume_is_changed_without_looking(
    kiosk: Open, loudspeaker: Loudspeaker, pack: Path, said: list[str]
) -> None:
    screen = kiosk(pack, resting=True)
    keys = Keyboard(screen)
    keys.press("Down")
    usual = screen.visit.volume
    keys.press("VolumeUp", "VolumeUp", "VolumeDown")
    assert screen.visit.volume == usual + 10
    assert said[-1] == "70 %"
    screen.shell.presence.rest()
    assert screen.visit.volume == usual


def test_the_volume_of_the_next_visit_is_not_changed_before_it_begins(
    kiosk: Open, pack: Path
) -> None:
    # Section 508, 402.3.2: reset to the usual volume after each use.
    screen = kiosk(pack, resting=True)
    usual = screen.visit.volume
    Keyboard(screen).press("VolumeDown", "VolumeUp", "VolumeUp")
    screen.shell.presence.begin("en")
    assert screen.visit.volume == usual


def test_the_help_key_turns_it_off_and_on_and_a_finger_off(
    kiosk: Open, loudspeaker: Loudspeaker, pack: Path, said: list[str]
) -> None:
    screen = kiosk(pack)
    keys = Keyboard(screen)
    keys.press("Down", "Down")
    screen.frame()
    assert said == []
    keys.press("F17")
    screen.frame()
    assert said
    assert screen.shell.card.kind == "keys"
    keys.press("F17")
    screen.frame()
    assert screen.shell.card.kind == ""
    count = len(said)
    keys.press("Down")
    screen.frame()
    assert len(said) == count
    keys.press("F17", "Escape")
    screen.frame()
    screen.tap("tab-two")
    screen.settle()
    count = len(said)
    keys.press("Down")
    screen.frame()
    assert len(said) == count


def test_nobody_is_asked_while_the_voice_speaks(
    kiosk: Open, patient: Loudspeaker, qtbot: QtBot, pack: Path, said: list[str]
) -> None:
    # Section 508, 405.1: no blanking while speech is on.
    clock = Clock()
    screen = kiosk(pack, resting=True, waiting=clock.waiting())
    Keyboard(screen).press("Down")
    assert said
    assert clock.after(3600, screen.shell.presence) == "browsing"
    qtbot.waitUntil(lambda: patient.seconds > 0.2)
    assert clock.after(3600, screen.shell.presence) == "browsing"


def test_the_question_is_put_to_who_does_not_see_it(
    kiosk: Open, loudspeaker: Loudspeaker, qtbot: QtBot, pack: Path, said: list[str]
) -> None:
    clock = Clock()
    screen = kiosk(pack, resting=True, waiting=clock.waiting())
    Keyboard(screen).press("Down")
    # Not before it has said its welcome.
    qtbot.waitUntil(lambda: clock.after(3600, screen.shell.presence) == "asked")
    assert said[-1].startswith("Are you still there?")


def test_the_ways_to_start_are_said_each_in_its_own_language(
    kiosk: Open, loudspeaker: Loudspeaker, qtbot: QtBot, said: list[str]
) -> None:
    screen = kiosk(resting=True)
    keys = Keyboard(screen)
    keys.press("Down")
    assert said[-1] == "Touch to start: English"
    keys.press("Down")
    assert said[-1].endswith(": বাংলা")
    qtbot.waitUntil(lambda: loudspeaker.loudest() > 3000)
    assert screen.shell.presence.phase == Phase.RESTING


def test_each_tab_and_the_button_beside_them_are_said(
    kiosk: Open, loudspeaker: Loudspeaker, pack: Path, said: list[str]
) -> None:
    screen = kiosk(pack, resting=True)
    keys = Keyboard(screen)
    keys.press("Down", "Escape")
    screen.frame()
    assert said[-1].endswith("tab, chosen.")
    keys.press("Tab")
    screen.frame()
    assert said[-1].endswith("tab.")
    keys.press("Tab")
    screen.frame()
    assert said[-1] == "Bring everything within reach, button."


def test_how_loud_it_is_now_is_said_with_the_button(
    kiosk: Open, loudspeaker: Loudspeaker, pack: Path, said: list[str]
) -> None:
    screen = kiosk(pack, resting=True)
    keys = Keyboard(screen)
    keys.press("Down")
    screen.shell.card.showDisplay()
    screen.frame()
    for _ in range(20):
        if "Louder" in said[-1]:
            break
        keys.press("Tab")
        screen.frame()
    keys.press("Return")
    screen.frame()
    assert said[-1] == "Louder, button, 70 %."

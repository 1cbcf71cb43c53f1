"""A monkey plays with the locked kiosk: nothing breaks, nothing opens, nothing grows.

`KIOSK_MONKEY=200000` sets how many events it sends in all, as `make soak` does, and `KIOSK_SEED=…`
plays a run again; a failure and the head of a run name its seed. Whether memory grows is only
looked at from 10,000 events on: before that nothing but chance is seen. `make soak` measures it by
visits.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.staff.pin import hashed
from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.visit.presence_state import Phase
from kiosk.visit.visit import first_visit
from tests.conftest import Kept
from tests.flows.conftest import connected
from tests.flows.loudspeaker import Loudspeaker
from tests.flows.monkey import SCREENS, Clock, Monkey
from tests.flows.packs import Writer
from tests.flows.screen import Screen

EVENTS = int(os.environ.get("KIOSK_MONKEY", "2000"))
"""In all: five of eight for the kiosk's own pack, two for a strange one, one for the PIN pad."""

WARM = 5_000
STRIDE = max(1_000, EVENTS // 12)
SEED = int(os.environ["KIOSK_SEED"])

GROWTH = 10.0
"""MiB of memory that the kiosk may take more at the end than when it was warm.

One and the same kiosk takes 5 more or less from rest to rest; `make soak` tells a slope from that.
"""


@pytest.fixture(autouse=True)
def _deaf(tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give a loudspeaker that plays as fast as a sound card and keeps nothing."""
    for _ in connected(Loudspeaker(tmp_path, patient=True, keeps=False), monkeypatch):
        yield


def children() -> set[str]:
    """Give all child processes but the voice, which may read aloud meanwhile, with their names."""
    files = Path("/proc/self/task").glob("*/children")
    return {name for file in files for pid in file.read_text().split() if (name := _stranger(pid))}


def _stranger(pid: str) -> str:
    """Give a process and what it was started as; nothing for the voice."""
    process, own = Path("/proc", pid), Path("/proc/self/cmdline").read_bytes()
    try:
        started = process.joinpath("cmdline").read_bytes()
        name = process.joinpath("comm").read_text().strip()
    except FileNotFoundError:  # it has just ended
        return ""
    # What has only just been split off, or has ended, is not yet or no longer what it is.
    speaks = started in (own, b"") or name in ("setpriv", "espeak-ng", "aplay")
    return "" if speaks else f"{pid} {name} {started!r}"


def handles() -> set[str]:
    """Give what the process holds open: sockets, pipes and files."""
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            found.add(os.readlink(link))
        except FileNotFoundError:  # the folder itself, while it was read
            continue
    return {name for name in found if not name.startswith("/proc/")}


def memory(screen: Screen) -> float:
    """Give the memory that this process alone has taken, in MiB, after all that can go has gone.

    Not PSS, which falls by tens of MiB when another program loads the same Qt.
    """
    for _ in range(5):
        screen.frame()
        screen.qtbot.wait(20)
    gc.collect()
    screen.kiosk.engine.collectGarbage()
    screen.window.releaseResources()
    screen.frame()
    ctypes.CDLL(None).malloc_trim(0)  # what the C library keeps for later is no growth
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024


class Watch:
    """What must be true of the kiosk whatever is done to it."""

    def __init__(self, monkey: Monkey, noise: Kept) -> None:
        self.monkey = monkey
        self.screen = monkey.screen
        self.noise = noise
        self.said = len(noise.records)
        self.raised: list[str] = []
        self.may_open: tuple[str, ...] = ("away",)
        self.stages: set[str] = set()
        self.before = self._outside()

    def _outside(self) -> tuple[object, ...]:
        return children(), QGuiApplication.clipboard().text()

    def check(self) -> None:
        """Fail with the seed and the last gestures when something isn't as it must be."""
        try:
            self._hold()
        except AssertionError as error:
            trail = "\n".join(self.monkey.trail)
            pytest.fail(f"KIOSK_SEED={SEED}, event {self.monkey.sent}: {error}\n{trail}")

    def _hold(self) -> None:
        window = self.screen.window
        assert QGuiApplication.topLevelWindows() == [window], "one window"
        assert window.isVisible(), "it is there"
        assert (window.width(), window.height()) == self.monkey.size, "it has its size"
        assert self.noise.lines[self.said :] == [], "nothing is logged"
        assert self.raised == [], "nothing is raised"
        assert self._outside() == self.before, "no other process, and the clipboard as it was"
        stage = self.screen.shell.desk.stage
        self.stages.add(stage)
        assert stage in self.may_open, "staff's page stays shut"


@pytest.fixture
def raised(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep every exception that nobody catches."""
    kept: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _: kept.append(repr(error)))
    monkeypatch.setattr(sys, "unraisablehook", lambda it: kept.append(repr(it.exc_value)))
    return kept


def to_rest(monkey: Monkey) -> None:
    """Let nobody be there until the kiosk rests."""
    # Reading aloud takes real minutes, in which nobody counts as gone.
    monkey.screen.shell.readAloud.stop()
    presence, start = monkey.screen.shell.presence, monkey.clock.now
    while presence.phase != Phase.RESTING:
        monkey.clock.now += 1
        presence.check()
        assert monkey.clock.now - start < 3600, "the kiosk never rests"


def tour(monkey: Monkey) -> None:
    """Show every page on every screen, so that each picture and letter has been drawn once."""
    screen = monkey.screen
    for width, height, diagonal in SCREENS:
        screen.window.resize(width, height)
        screen.shell.appearance.measure(ScreenSize(width, height, diagonal))
        for language in screen.shell.languages.rows:
            screen.shell.presence.begin(language.code)
            for page in screen.shell.navigator.tabs:
                screen.shell.navigator.turnTo(page)
                screen.wait(lambda: screen.stack.property("column") is not None)
                screen.frame()
                screen.column.setProperty("contentY", screen.furthest)
                screen.frame()
    monkey.size = width, height


def fresh(screen: Screen) -> None:
    """Hold that nothing is left of whoever was there."""
    shell = screen.shell
    assert shell.navigator.visit == first_visit("en", shell.navigator.tabs)
    assert shell.card.kind == ""
    columns = [item for item in screen.items(hidden=True) if item.objectName() == "column"]
    assert columns
    assert all(column.property("contentY") == 0 for column in columns)
    [stack] = [item for item in screen.items(hidden=True) if item.objectName() == "stack"]
    assert stack.property("drag") == 0


def played(screen: Screen, clock: Clock, noise: Kept, raised: list[str], events: int) -> Watch:
    """Let the monkey play, then let the kiosk come to rest."""
    print(f"KIOSK_SEED={SEED}: {events} events", flush=True)
    monkey = Monkey(screen, clock, SEED)
    watch = Watch(monkey, noise)
    watch.raised = raised
    hints = QGuiApplication.styleHints()
    before = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(30)  # a held finger is a long press within a few frames
    try:
        if events > WARM:
            tour(monkey)
        monkey.play(min(WARM, events // 2), watch.check)
        figures, held = [_pause(monkey)], handles()
        while monkey.sent < events:
            monkey.play(min(STRIDE, events - monkey.sent), watch.check)
            figures.append(_pause(monkey))
    finally:
        hints.setMousePressAndHoldInterval(before)
    watch.check()
    print(f"KIOSK_SEED={SEED}: {monkey.sent} events, MiB:", *(f"{each:.1f}" for each in figures))
    assert handles() <= held, f"KIOSK_SEED={SEED}: nothing is left open"
    if events >= 2 * WARM:
        # A pause may find Qt's font cache just filled; what leaks is there at every one.
        half = len(figures) // 2
        grown = min(figures[half:]) - min(figures[:half])
        assert grown < GROWTH, f"KIOSK_SEED={SEED}: memory grew by {grown:.1f} MiB"
    fresh(screen)
    return watch


def _pause(monkey: Monkey) -> float:
    monkey.stop()
    to_rest(monkey)
    monkey.size = 1280, 800
    monkey.screen.window.resize(*monkey.size)
    monkey.screen.shell.appearance.measure(ScreenSize(*monkey.size, 21.5))
    return memory(monkey.screen)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A pack with many tabs, two languages, words without end, and links to nowhere useful."""
    writer = Writer(tmp_path, ("en", "ar"))
    body = (
        "## First {n}\n\n" + "Words and [an address](https://example.org/{n}). " * 8
        + "\n\n## Second\n\n" + "W" * 400 + "\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"
        + "\n1. one\n2. two\n\n> [!WARNING]\n> Mind this.\n\n[^1]\n\n[^1]: A source.\n"
    )  # fmt: skip
    for number in range(12):
        writer.page(f"page{number}", body.replace("{n}", str(number)), label=f"Tab of {number}")
        if number % 2:
            writer.page(f"page{number}", "## كلمات\n\n" + "كلمة " * 90, language="ar")
    writer.about = "page0"
    return writer.written()


def test_a_monkey_breaks_nothing_and_the_kiosk_rests_at_the_end(
    kiosk: Callable[..., Screen], noise: Kept, raised: list[str]
) -> None:
    clock = Clock()
    screen = kiosk(moving=True, locked=True, resting=True, waiting=clock.waiting())
    played(screen, clock, noise, raised, EVENTS * 5 // 8)


def test_a_monkey_breaks_no_strange_pack_either(
    kiosk: Callable[..., Screen], noise: Kept, raised: list[str], hostile: Path
) -> None:
    clock = Clock()
    screen = kiosk(hostile, moving=True, locked=True, resting=True, waiting=clock.waiting())
    played(screen, clock, noise, raised, EVENTS // 4)


def test_a_monkey_gets_to_the_pin_pad_and_no_further(
    kiosk: Callable[..., Screen], noise: Kept, raised: list[str], tmp_path: Path
) -> None:
    clock = Clock()
    pack = Writer(tmp_path / "pack").page("one").page("two").written()
    pin, state = hashed("918273645501", (2, 1, 1)), tmp_path / "state"
    screen = kiosk(pack, locked=True, waiting=clock.waiting(), pin=pin, state=state)
    monkey = Monkey(screen, clock, SEED)
    watch = Watch(monkey, noise)
    watch.raised, watch.may_open = raised, ("away", "pad")
    for _ in range(5):
        monkey.stop()
        if screen.shell.desk.stage == "away":
            monkey.knock()
            assert screen.shell.desk.stage == "pad", f"KIOSK_SEED={SEED}"
        monkey.play(EVENTS // 40, watch.check, every=1)
    assert watch.stages == {"away", "pad"}

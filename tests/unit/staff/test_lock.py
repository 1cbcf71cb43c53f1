"""Wrong PINs lock the pad: each time longer, across restarts, whatever the calendar does."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kiosk.staff.language_choice import kept_choice
from kiosk.staff.lock import Lock, Tries
from tests.conftest import Kept
from tests.unit.strategies import JUNK

ROOT = Path(__file__).parents[3]

YEAR = 365 * 24 * 3600.0


class World:
    """Time as it really passes, and a computer whose clock begins anew with each boot."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "state" / "staff.json"
        self.time = 0.0
        self.booted = -5.0
        self.stored = "a hash"
        self.start()

    def start(self) -> None:
        self.lock = Lock(
            self.file, self.stored,
            boot=f"boot {self.booted}", clock=lambda: self.time - self.booted,
        )  # fmt: skip

    def reboot(self) -> None:
        self.booted = self.time
        self.time += 20
        self.start()

    def wait(self, seconds: float) -> None:
        self.time += seconds

    def wrong(self, times: int = 1) -> None:
        for _ in range(times):
            assert not self.lock.attempt(lambda: False)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def right() -> bool:
    return True


def test_five_wrong_pins_lock_for_a_minute(world: World) -> None:
    for left in (5, 4, 3, 2, 1):
        assert (world.lock.seconds, world.lock.left) == (0, left)
        world.wrong()
    assert world.lock.seconds == 60
    world.wait(59.5)
    assert world.lock.seconds == 1
    assert not world.lock.attempt(right)
    world.wait(0.5)
    assert world.lock.seconds == 0
    assert world.lock.attempt(right)


def test_a_locked_pad_does_not_even_look_at_the_pin(world: World) -> None:
    def look() -> bool:
        pytest.fail("it was compared")

    world.wrong(5)
    assert not world.lock.attempt(look)


def test_each_further_wrong_pin_locks_twice_as_long_up_to_an_hour(world: World) -> None:
    world.wrong(4)
    lengths = []
    for _ in range(9):
        world.wrong()
        lengths.append(world.lock.seconds)
        assert world.lock.left == 1
        world.wait(world.lock.seconds)
    assert lengths == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_a_right_pin_clears_the_count(world: World) -> None:
    world.wrong(4)
    assert world.lock.attempt(right)
    assert world.lock.left == 5
    world.start()
    assert world.lock.left == 5


def test_a_restart_neither_opens_the_lock_nor_begins_it_again(world: World) -> None:
    world.wrong(5)
    world.wait(20)
    world.start()
    assert world.lock.seconds == 40
    world.wait(40)
    world.start()
    assert world.lock.seconds == 0
    world.wrong()
    assert world.lock.seconds == 120


def test_a_try_is_counted_before_it_is_answered(world: World) -> None:
    seen: list[Tries] = []

    def look() -> bool:
        seen.append(msgspec.json.decode(world.file.read_bytes(), type=Tries))
        return True

    world.wrong(2)
    world.lock.attempt(look)
    assert [tries.wrong for tries in seen] == [3]


def test_pulling_the_plug_while_the_pin_is_compared_gives_no_further_try(tmp_path: Path) -> None:
    file = tmp_path / "staff.json"
    program = (
        "import os, signal, sys, time\n"
        "from pathlib import Path\n"
        "from kiosk.staff.lock import Lock\n"
        "lock = Lock(Path(sys.argv[1]), 'x', boot='one', clock=time.monotonic)\n"
        "lock.attempt(lambda: os.kill(os.getpid(), signal.SIGKILL))\n"
    )
    for wrong in range(1, 6):
        ran = subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, check=False)
        assert ran.returncode == -signal.SIGKILL
        assert msgspec.json.decode(file.read_bytes(), type=Tries).wrong == wrong
    lock = Lock(file, "x", boot="two", clock=lambda: 0.0)
    assert lock.seconds == 60


def test_a_reboot_begins_the_lock_again_and_nobody_can_say_that_it_took_longer(
    world: World,
) -> None:
    world.wrong(6)  # the sixth while it is locked: not counted
    world.wait(59)
    world.reboot()
    assert world.lock.seconds == 60
    world.wait(20)
    world.start()
    assert world.lock.seconds == 40
    world.wait(YEAR)
    world.reboot()
    assert world.lock.seconds == 60
    world.wait(60)
    assert world.lock.attempt(right)
    world.reboot()
    assert world.lock.seconds == 0


def test_no_wall_clock_is_asked(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.wrong(5)
    monkeypatch.setattr(time, "time", lambda: pytest.fail("it was asked"))
    world.start()
    assert world.lock.seconds == 60


def test_a_new_pin_begins_anew(world: World) -> None:
    world.wrong(9)
    world.wait(10)
    world.stored = "another hash"
    world.start()
    assert (world.lock.seconds, world.lock.left) == (0, 5)


def test_the_file_says_nothing_of_the_pin_and_is_for_its_owner_only(world: World) -> None:
    world.stored = "scrypt$1$2$3$salt$hash"
    world.start()
    world.wrong()
    assert b"hash" not in world.file.read_bytes()
    assert world.file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 40,
        b'{"wrong":2,"at":1',
        b"[]",
        b'{"wrong":-4}',
        b'{"wrong":"5"}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"x":' * 100_000,
        b'{"at":1e999}',
    ],
)
def test_a_torn_file_locks_once_and_never_for_good(
    tmp_path: Path, content: bytes, logged: Kept
) -> None:
    world = World(tmp_path)
    world.file.parent.mkdir(exist_ok=True)
    world.file.write_bytes(content)
    world.start()
    assert "locked for a minute" in logged.lines[0]
    assert world.lock.seconds == 60
    world.wait(20)
    world.start()
    assert world.lock.seconds == 40
    world.wait(40)
    assert world.lock.attempt(right)
    world.start()
    assert (world.lock.seconds, world.lock.left) == (0, 5)
    assert len(logged.lines) == 1


@given(content=JUNK)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_the_files_a_start_goes_on(logged: Kept, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.file.write_bytes(content)
        world.start()
        assert 0 <= world.lock.seconds <= 3600
        world.wait(3600)
        assert world.lock.attempt(right)
        choice = Path(folder, "choice.json")
        choice.write_bytes(content)
        assert isinstance(kept_choice(choice).language, str)


def test_a_newer_kiosks_count_goes_on(world: World) -> None:
    world.wrong(5)
    world.wait(60)
    world.wrong()
    assert world.lock.seconds == 120
    told = msgspec.json.decode(world.file.read_bytes())
    world.file.write_bytes(msgspec.json.encode({**told, "new": {"of": [1]}}))
    world.start()
    assert world.lock.seconds == 120


def test_going_back_to_an_older_kiosk_gives_no_further_try(world: World, logged: Kept) -> None:
    for again in (1, 2):
        world.file.write_bytes(b'{"version":2,"wrong":"many"}')
        world.start()
        assert f"{world.file}: a newer kiosk has written it;" in logged.lines[-1]
        assert world.lock.seconds == 60, again
    world.wait(60)
    world.wrong()
    assert world.lock.seconds == 120


def test_no_number_in_the_file_locks_for_more_than_an_hour(world: World) -> None:
    world.wrong()
    told = msgspec.json.decode(world.file.read_bytes())
    for wrong, at in ((10**6, 1e300), (10**18, 5.0), (10**30, -1e300)):
        world.file.write_bytes(msgspec.json.encode({**told, "at": at}).replace(
            b'"wrong":1', b'"wrong":' + str(wrong).encode()
        ))  # fmt: skip
        world.start()
        assert 0 <= world.lock.seconds <= 3600
        world.wait(3600)
        assert world.lock.attempt(right)
        world.wrong()


def fill(file: Path) -> None:
    try:
        with file.open("wb", buffering=0) as stream:
            while stream.write(b"x" * 4096):
                pass
    except OSError as error:
        assert error.errno == errno.ENOSPC  # noqa: PT017  # a full disk is what is wanted


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[World]:
    """Give a world whose disk is full once two wrong PINs are counted."""
    disk = tmp_path / "state"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        world = World(tmp_path)
        world.wrong(2)
        fill(disk / "filler")
        yield world
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_count_that_cannot_be_written_locks_at_once_and_longer_and_is_told_once(
    full_disk: World, logged: Kept
) -> None:
    lengths: list[int] = []
    for _ in range(4):
        full_disk.wrong()
        assert full_disk.lock.kept is False
        assert full_disk.lock.left == 1
        lengths.append(full_disk.lock.seconds)
        full_disk.wait(full_disk.lock.seconds)
    assert lengths == [120, 120, 120, 240], "the third to the sixth wrong one"
    assert len(logged.lines) == 1
    assert full_disk.lock.attempt(right)
    # What stood there before is whole.
    assert msgspec.json.decode(full_disk.file.read_bytes(), type=Tries).wrong == 2
    assert [each.name for each in full_disk.file.parent.glob(".new-*")] == []


def test_a_restart_gives_no_further_try_where_the_count_cannot_be_written(
    full_disk: World, logged: Kept
) -> None:
    for again in (full_disk.start, full_disk.reboot):
        again()
        assert full_disk.lock.seconds == 120
        full_disk.wait(119)
        assert not full_disk.lock.attempt(right)
        full_disk.wait(1)
        assert full_disk.lock.attempt(right)
    (full_disk.file.parent / "filler").unlink()
    full_disk.start()
    assert (full_disk.lock.kept, full_disk.lock.seconds, full_disk.lock.left) == (True, 0, 3)


steps = some.one_of(
    some.just(("wrong", 0.0)),
    some.just(("restart", 0.0)),
    some.tuples(some.just("wait"), some.floats(0, 4000)),
    some.just(("reboot", 0.0)),
)


@given(journey=some.lists(steps, max_size=40))
@settings(max_examples=60)
def test_the_lock_never_opens_early_and_never_holds_longer_than_an_hour(
    journey: list[tuple[str, float]],
) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder))
        wrong, opens = 0, 0.0
        for kind, amount in journey:
            match kind:
                case "wrong" if not world.lock.seconds:
                    world.wrong()
                    wrong += 1
                    length = min(3600, 60 * 2 ** max(0, wrong - 5)) if wrong >= 5 else 0
                    opens = world.time + length
                case "restart":
                    world.start()
                case "wait":
                    world.wait(amount)
                case "reboot":
                    world.reboot()
            # Half a second of the way floats add up is no early opening.
            assert world.lock.seconds >= opens - world.time - 0.5
            assert world.lock.seconds <= 3600
            assert world.lock.left == max(1, 5 - wrong)
        world.wait(3600)
        assert world.lock.attempt(right)

"""What a start that ended leaves, and when the next one has to be safe: the pure half of it."""

from __future__ import annotations

import faulthandler
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.health.crash_record import (
    CAUSE,
    KEPT,
    TRACE,
    CrashRecord,
    Instant,
    Kind,
    RunMark,
    kept,
    made_of,
    moment,
)
from kiosk.health.last_run import LastRun
from kiosk.health.safe_mode import WITHIN, is_safe
from kiosk.health.vitals import Health, memory
from tests.conftest import Kept
from tests.unit.strategies import JUNK

NOW = Instant(boot="this", seconds=10_000, time="2026-03-01T08:00:00Z")


def ended(ago: float, kind: Kind = Kind.KILLED, **more: object) -> CrashRecord:
    """Give an end that was found so many seconds ago."""
    fields = {"cause": "", "time": "", "boot": "this", "found": NOW.seconds - ago, "ran": 1, **more}
    return CrashRecord(kind=kind, **fields)  # type: ignore[arg-type]


def left(text: str = "", *, boot: str = "this", safe: bool = False) -> bytes:
    began = Instant(boot=boot, seconds=9_000, time="2026-03-01T07:43:20Z")
    mark = RunMark(moment=began, version="1", safe=safe)
    return msgspec.json.encode(mark) + b"\n" + text.encode()


@pytest.mark.parametrize(
    ("ends", "safe"),
    [
        ([], False),
        ([ended(20), ended(0)], False),
        ([ended(40), ended(20), ended(0)], True),
        ([ended(WITHIN), ended(20), ended(0)], True),
        ([ended(WITHIN + 1), ended(20), ended(0)], False),
        ([ended(40, Kind.FAULT), ended(20, Kind.EXCEPTION), ended(0, Kind.DISPLAY)], True),
        ([ended(40), ended(20, Kind.POWER), ended(0)], False),
        ([ended(40, boot="last"), ended(20, boot="last"), ended(0)], False),
        # The clock of a boot never goes back; what seems to come from the future is not counted.
        ([ended(-10), ended(-5), ended(0)], False),
    ],
)
def test_three_crashes_in_five_minutes_of_one_boot_are_too_many(
    ends: list[CrashRecord], safe: bool
) -> None:
    assert is_safe(ends, NOW) is safe


@pytest.mark.parametrize(
    ("end", "safe"),
    [
        (ended(0, safe=True, ran=WITHIN - 1), True),
        (ended(0, safe=True, ran=WITHIN), False),
        (ended(0, safe=False, ran=1), False),
        (ended(WITHIN + 1, safe=True, ran=1), False),
        (ended(0, Kind.POWER, safe=True, ran=1), False),
    ],
)
def test_a_safe_start_is_followed_by_a_normal_one_once_it_held_for_five_minutes(
    end: CrashRecord, safe: bool
) -> None:
    assert is_safe([end], NOW) is safe


@pytest.mark.parametrize(
    ("text", "boot", "kind"),
    [
        ("", "this", Kind.KILLED),
        ("", "last", Kind.POWER),
        ("\0\0\0", "last", Kind.POWER),
        ("Fatal Python error: Aborted\n\nCurrent thread", "this", Kind.FAULT),
        ("Fatal Python error: Aborted\n\nCurrent thread", "last", Kind.FAULT),
        ("Traceback (most recent call last):\nKeyError: 1\n", "this", Kind.EXCEPTION),
        ("display\n", "this", Kind.DISPLAY),
        ("stopped\nFatal Python error: Segmentation fault\n", "this", Kind.FAULT),
    ],
)
def test_the_kind_of_an_end_follows_from_what_it_left(text: str, boot: str, kind: Kind) -> None:
    record = made_of(left(text, boot=boot), NOW)
    assert record is not None
    assert record.kind is kind
    assert record.ran == (1_000 if boot == "this" else -1)


@pytest.mark.parametrize("text", ["stopped\n", "stopped\ndisplay\n"])
def test_an_end_that_was_asked_for_is_no_record(text: str) -> None:
    assert made_of(left(text), NOW) is None


@given(JUNK | st.binary(max_size=400), st.booleans())
def test_whatever_stands_in_the_mark_makes_a_record_or_none(text: bytes, whole: bool) -> None:
    record = made_of(left() + text if whole else text, NOW)
    assert (
        record is None
        or msgspec.json.decode(msgspec.json.encode(record), type=CrashRecord) == record
    )


@given(st.text(max_size=3 * TRACE))
def test_a_record_is_bounded(text: str) -> None:
    for before in ("Fatal Python error: ", "Traceback (most recent call last):\n"):
        record = made_of(left(before + text), NOW)
        assert record is not None
        assert len(record.trace) <= TRACE
        assert len(record.cause) <= CAUSE


@given(st.lists(st.sampled_from([Kind.KILLED, Kind.POWER, Kind.FAULT]), max_size=40))
def test_few_records_are_kept_and_power_cuts_push_no_crash_out(kinds: list[Kind]) -> None:
    records: tuple[CrashRecord, ...] = ()
    for number, kind in enumerate(kinds):
        records = kept((*records, ended(0, kind, began=number)))
    crashes = [number for number, kind in enumerate(kinds) if kind is not Kind.POWER]
    assert len(records) <= KEPT
    assert len([record for record in records if record.kind is Kind.POWER]) <= 1
    found = [int(record.began) for record in records if record.kind is not Kind.POWER]
    assert found == crashes[len(crashes) - len(found) :]
    assert len(found) >= min(len(crashes), KEPT - 1)


def test_a_record_has_no_room_for_a_person() -> None:
    assert set(CrashRecord.__struct_fields__) == {
        "kind", "cause", "time", "boot", "began", "found", "ran", "safe", "version", "trace",
    }  # fmt: skip


def test_this_moment_is_one_of_this_boot() -> None:
    first, second = moment(), moment()
    assert first.boot == second.boot == Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    assert 0 < first.seconds <= second.seconds


def test_what_a_power_cut_left_is_found_once_and_by_another_boot(logged: Kept) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "running").write_bytes(left(boot="last"))
        for _ in range(2):
            with LastRun(place, lambda: NOW, "1") as book:
                assert [record.kind for record in book.records] == [Kind.POWER]
                assert not book.safe
    faulthandler.disable()
    assert logged.lines == []


@pytest.mark.parametrize("torn", [b"", b"\0" * 300, b'{"moment":', b"{}\n", b"\xff\n"])
def test_a_torn_mark_is_a_power_cut_and_no_crash(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / "running").write_bytes(torn)
    with LastRun(tmp_path, lambda: NOW, "1") as book:
        assert [record.kind for record in book.records] == [Kind.POWER]
    faulthandler.disable()


@given(JUNK, JUNK)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_the_files_a_start_goes_on(
    tmp_path: Path, logged: Kept, running: bytes, records: bytes
) -> None:
    (tmp_path / "running").write_bytes(running)
    (tmp_path / "records").write_bytes(records)
    with LastRun(tmp_path, lambda: NOW, "1") as book:
        assert [record.kind for record in book.records][-1:] == [Kind.POWER]
    faulthandler.disable()


def test_the_same_end_is_not_counted_twice_where_its_mark_stays(
    tmp_path: Path, logged: Kept
) -> None:
    for _ in range(4):
        (tmp_path / "running").write_bytes(left())
        with LastRun(tmp_path, lambda: NOW, "1") as book:
            assert len(book.records) == 1
            assert not book.safe
    faulthandler.disable()
    assert len(logged.lines) == 1


def test_a_folder_that_cannot_be_made_is_one_warning(tmp_path: Path, logged: Kept) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with LastRun(tmp_path / "file" / "health", lambda: NOW, "1") as book:
        book.write("unheard")
    faulthandler.disable()
    [line] = logged.lines
    assert str(tmp_path / "file") in line


def test_the_files_are_for_the_kiosk_alone(tmp_path: Path) -> None:
    folder = tmp_path / "health"
    with LastRun(folder, lambda: NOW, "1"):
        assert folder.stat().st_mode & 0o777 == 0o700
        assert (folder / "running").stat().st_mode & 0o777 == 0o600
    faulthandler.disable()


def clock(*seconds: float) -> Callable[[], Instant]:
    left = iter(seconds)
    return lambda: Instant(boot="this", seconds=next(left), time="")


def test_the_figures_are_those_of_this_run(logged: Kept) -> None:
    import logging  # noqa: PLC0415

    health = Health(clock=clock(100, 160.5))
    log = logging.getLogger("kiosk.test")
    log.addHandler(health.tally)
    log.info("nothing")
    log.warning("a warning")
    log.error("an %s", "error")
    log.removeHandler(health.tally)
    vitals = health.vitals()
    assert (vitals.uptime, vitals.errors, vitals.warnings) == (60.5, 1, 1)
    assert vitals.trouble == "an error"
    assert (vitals.safe, vitals.crashes) == (False, ())


def test_memory_is_the_share_of_this_process_in_kib() -> None:
    before = memory()
    # So much that other processes, with which libraries are shared, come and go without harm.
    held = bytearray(b"x") * 400_000_000
    grown = memory() - before
    assert len(held) / 1024 * 0.8 < grown < len(held) / 1024 * 1.2

"""A small file is whole or as it was, and nobody sweeps away what is still being written."""

from __future__ import annotations

import fcntl
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from kiosk.whole_file import NEW, sweep, write_whole


def test_what_was_left_half_written_is_swept_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "kept", b"1")
    (tmp_path / f"{NEW}torn").write_bytes(b"half")
    (tmp_path / f"{NEW}folder").mkdir()
    (tmp_path / f"{NEW}link").symlink_to(tmp_path / "kept")
    sweep(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {"kept", f"{NEW}folder", f"{NEW}link"}


def test_what_is_still_being_written_stays(tmp_path: Path) -> None:
    write_whole(tmp_path / "one", b"1", prepare=lambda _: sweep(tmp_path))
    assert (tmp_path / "one").read_bytes() == b"1"


def test_sweeping_without_an_end_disturbs_no_writing(tmp_path: Path) -> None:
    done = Event()

    def sweeper() -> int:
        times = 0
        while not done.is_set():
            sweep(tmp_path)
            times += 1
        return times

    with ThreadPoolExecutor(1) as other:
        swept = other.submit(sweeper)
        try:
            for number in range(2000):
                write_whole(tmp_path / "one", str(number).encode(), durable=False)
        finally:
            done.set()
    assert swept.result() > 1
    assert [each.name for each in tmp_path.iterdir()] == ["one"]


def test_a_file_that_was_swept_before_it_was_locked_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = fcntl.flock
    calls: list[int] = []

    def late(handle: int, how: int) -> None:
        if not calls:
            for each in tmp_path.glob(f"{NEW}*"):
                each.unlink()
        calls.append(how)
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    write_whole(tmp_path / "one", b"1")
    assert (tmp_path / "one").read_bytes() == b"1"
    assert len(calls) == 2

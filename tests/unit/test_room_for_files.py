"""A small file takes little memory to read, however large one may be."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.page_cache import PageCache
from kiosk.page.regular_file import read_regular
from kiosk.whole_file import read_whole
from tests.unit.pack.test_page_cache import PAGE

MOST = 10_000_000


def peak(read: Callable[[], object]) -> int:
    """Return the bytes that Python holds at most while this is read the second time."""
    read()
    gc.collect()
    tracemalloc.start()
    try:
        read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_small_file_of_a_pack_takes_little_room(tmp_path: Path) -> None:
    file = tmp_path / "drawing.svg"
    file.write_text("<svg/>", "utf-8")
    assert read_regular(file, MOST) == b"<svg/>"
    assert peak(lambda: read_regular(file, MOST)) < 200_000


def test_a_small_file_of_the_kiosks_own_takes_little_room(tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_text("[1]", "utf-8")
    assert read_whole(file, list[int]) == [1]
    assert peak(lambda: read_whole(file, list[int])) < 200_000


def test_a_kept_page_takes_little_room(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.put("aa", PAGE)
    assert cache.get("aa") == PAGE
    assert peak(lambda: cache.get("aa")) < 200_000


@pytest.mark.parametrize("most", [MOST, 10])
def test_a_file_that_is_longer_than_it_says_is_read_to_its_end_or_refused(most: int) -> None:
    file = Path("/proc/version")
    assert file.stat().st_size == 0
    assert read_regular(file, most) == (file.read_bytes() if most == MOST else None)

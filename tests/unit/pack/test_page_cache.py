"""The cache gives back what it was given, or nothing."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kiosk.pack.page_cache import Leads, PageCache, code_digest
from kiosk.page.blocks import Layout, Page, Paragraph, Text
from kiosk.page.review import Review, Status
from tests.unit.strategies import pages

PAGE = Page(
    name="x",
    language="en",
    title="T",
    tab="T",
    lead=(),
    layout=Layout.PAGE,
    review=Review(status=Status.DRAFT, author="A"),
    blocks=(Paragraph((Text("words"),)),),
)


def file_of(folder: Path, key: str) -> Path:
    (found,) = folder.glob(f"{key}*")
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(pages)
def test_any_page_comes_back_as_it_went_in(tmp_path: Path, page: Page) -> None:
    cache = PageCache(tmp_path)
    cache.put("aa", page)
    assert cache.get("aa") == page


def test_a_key_never_put_is_a_miss(tmp_path: Path) -> None:
    assert PageCache(tmp_path / "nowhere").get("aa") is None


def test_a_kiosk_that_reads_markdown_otherwise_has_other_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "code"
    for room in ("markdown", "page", "pack"):
        (code / room).mkdir(parents=True)
        (code / room / "read.py").write_text("one")
    monkeypatch.setattr("kiosk.pack.page_cache.HERE", code)
    before = PageCache(tmp_path).reader
    assert PageCache(tmp_path).reader == before
    (code / "page" / "read.py").write_text("two")
    assert PageCache(tmp_path).reader != before


@pytest.mark.parametrize("name", ["svg/deep/judge.py", "ui/qml/Theme.qml", "app.py", "new/one.py"])
def test_a_kiosk_of_any_other_code_has_another_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr("kiosk.pack.page_cache.HERE", tmp_path)
    digests = {code_digest()}
    for content in ("one", "two", ""):
        file.write_text(content)
        os.utime(file, (1, 1))  # as all files of some packages are dated
        digests.add(code_digest())
        assert code_digest() in digests
    assert len(digests) == 4


def test_what_is_no_code_has_no_part_in_the_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "svg" / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr("kiosk.pack.page_cache.HERE", tmp_path)
    before = code_digest()
    (tmp_path / "svg" / "__pycache__" / "judge.py").write_text("compiled")
    (tmp_path / "svg" / "notes.txt").write_text("words")
    assert code_digest() == before


def test_what_other_code_has_proved_counts_for_nothing(tmp_path: Path) -> None:
    proven = {"aa": Leads(("thing.svg",), ("two",))}
    PageCache(tmp_path).prove(proven, "this")
    assert PageCache(tmp_path).proven("this") == proven
    assert PageCache(tmp_path).proven("other") == {}


def test_damage_at_any_byte_is_a_miss(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.put("aa", PAGE)
    file = file_of(tmp_path, "aa")
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.get("aa") is None
    file.write_bytes(whole)
    assert cache.get("aa") == PAGE


def test_a_file_cut_at_any_length_is_a_miss(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.put("aa", PAGE)
    file = file_of(tmp_path, "aa")
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert cache.get("aa") is None
    file.write_bytes(whole + b"\0")
    assert cache.get("aa") is None


def test_random_bytes_are_a_miss_and_are_replaced(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.put("aa", PAGE)
    file_of(tmp_path, "aa").write_bytes(os.urandom(4_096))
    assert cache.get("aa") is None
    cache.put("aa", PAGE)
    assert cache.get("aa") == PAGE


def test_a_file_under_another_key_is_a_miss(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.put("aa", PAGE)
    file_of(tmp_path, "aa").rename(tmp_path / "bb.page")
    assert cache.get("bb") is None


def test_a_folder_that_cannot_be_made_is_borne_and_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = PageCache(tmp_path / "file" / "cache")
    with caplog.at_level(logging.WARNING, "kiosk.library"):
        cache.put("aa", PAGE)
        cache.put("bb", PAGE)
    assert cache.get("aa") is None
    assert len(caplog.records) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_borne_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(**_: object) -> tuple[int, str]:
        name = tmp_path / ".new-x"
        name.touch()
        return os.open("/dev/full", os.O_WRONLY), str(name)

    monkeypatch.setattr("tempfile.mkstemp", full)
    PageCache(tmp_path).put("aa", PAGE)
    assert list(tmp_path.iterdir()) == []
    assert "can't be kept" in caplog.text


def test_the_oldest_files_go_first_when_there_are_too_many(tmp_path: Path) -> None:
    for number in range(9):
        PageCache(tmp_path).put(f"a{number}", PAGE)
        os.utime(file_of(tmp_path, f"a{number}"), (number, number))
    (tmp_path / ".new-torn").write_bytes(b"half")
    PageCache(tmp_path, entries=3).put("b0", PAGE)
    assert sorted(file.stem for file in tmp_path.iterdir()) == ["a7", "a8", "b0"]


def test_the_files_together_keep_below_their_bound(tmp_path: Path) -> None:
    PageCache(tmp_path).put("aa", PAGE)
    size = file_of(tmp_path, "aa").stat().st_size
    os.utime(file_of(tmp_path, "aa"), (1, 1))
    PageCache(tmp_path, size=size + 1).put("bb", PAGE)
    assert [file.stem for file in tmp_path.iterdir()] == ["bb"]

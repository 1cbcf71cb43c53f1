"""Every word of the kiosk's own is there in every language it speaks, and none is left over."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.shipped import shipped
from tests.waiting import LIMIT

FOLDER = shipped("assets") / "translations"
FILES = sorted(FOLDER.glob("kiosk_*.ts"))
PLACE = re.compile(r"%L?\d")
SAME = ("%L1", "%L1 MiB")
"""What is written alike in every language."""


def messages(file: Path) -> Iterator[tuple[str, str, str, str]]:
    """Give context, source, translation and state of each entry."""
    for context in Xml.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            assert found is not None
            yield (
                context.findtext("name", ""), message.findtext("source", ""), found.text or "",
                found.get("type", ""),
            )  # fmt: skip


def words_py(what: str, folder: Path) -> None:
    subprocess.run([sys.executable, FOLDER / "words.py", what, folder], check=True, timeout=LIMIT)


def test_bengali_is_there() -> None:
    assert FOLDER / "kiosk_bn.ts" in FILES
    assert len(list(messages(FOLDER / "kiosk_bn.ts"))) > 100


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_entry_is_translated(file: Path) -> None:
    bad = [each for each in messages(file) if each[3] or not each[2].strip()]
    assert not bad, "translate what make translations has added"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_translation_keeps_its_places(file: Path) -> None:
    for context, source, said, _ in messages(file):
        assert sorted(PLACE.findall(source)) == sorted(PLACE.findall(said)), (context, source)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_entry_is_left_in_english(file: Path) -> None:
    assert not [each for each in messages(file) if each[1] == each[2] and each[1] not in SAME]


def test_bengali_counts_in_bengali_digits_and_ends_sentences_its_own_way() -> None:
    for context, _, said, _ in messages(FOLDER / "kiosk_bn.ts"):
        bare = PLACE.sub("", said)
        assert not any(each.isdecimal() and each.isascii() for each in bare), (context, said)
        assert not re.search(r"[ঀ-৿]\.", bare), (context, said)
        assert said == unicodedata.normalize("NFC", said)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_file_holds_what_the_sources_say_now(file: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(file, tmp_path))
    words_py("collect", tmp_path)
    assert copy.read_text("utf-8") == file.read_text("utf-8"), "run make translations"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_file_names_no_line_and_no_folder(file: Path) -> None:
    assert "<location" not in file.read_text("utf-8")


def test_what_the_kiosk_reads_is_newer_than_its_source(tmp_path: Path) -> None:
    for file in FILES:
        shutil.copy(file, tmp_path)
    words_py("compile", tmp_path)
    for file in FILES:
        made = (tmp_path / file.name).with_suffix(".qm")
        assert made.read_bytes() == file.with_suffix(".qm").read_bytes(), "run make translations"


def test_a_terminal_without_a_language_compiles_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    source = Path(shutil.copy(FILES[0], tmp_path))
    words_py("compile", tmp_path)
    assert source.with_suffix(".qm").is_file()


def test_a_translation_is_compiled_again_only_when_its_source_has_changed(tmp_path: Path) -> None:
    source = Path(shutil.copy(FILES[0], tmp_path))
    made = source.with_suffix(".qm")
    words_py("compile", tmp_path)
    made.write_bytes(b"kept")
    words_py("compile", tmp_path)
    assert made.read_bytes() == b"kept"
    source.touch()
    words_py("compile", tmp_path)
    assert made.read_bytes() != b"kept"

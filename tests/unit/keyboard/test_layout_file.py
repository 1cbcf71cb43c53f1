"""A keyboard that a pack brings, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.keyboard.layout_file import layout_file, read_layout
from kiosk.page.error import ContentError
from kiosk.shipped import shipped

GOOD = 'letters = ["ä b", "c"]\n[names]\n"ä" = "a with dots"\n'


def write(folder: Path, text: str, name: str = "de") -> Path:
    file = folder / "keyboard" / f"{name}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_a_packs_own_keyboard_comes_before_the_kiosks(tmp_path: Path) -> None:
    own = write(tmp_path, GOOD, "en")
    assert layout_file("en", tmp_path, shipped("assets")) == own
    assert layout_file("en-GB", tmp_path) == own
    assert layout_file("bn", tmp_path, shipped("assets")) == shipped("assets") / "keyboard/bn.toml"
    assert layout_file("de", tmp_path, shipped("assets")) is None


def test_its_rows_are_keys_with_spaces_between_them(tmp_path: Path) -> None:
    layout = read_layout(write(tmp_path, GOOD), "de")
    assert layout.letters == (("ä", "b"), ("c",))
    assert layout.names == {"ä": "a with dots"}
    assert layout.digits[0] == tuple("1234567890")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("# nothing\n", 1, "'letters' is missing"),
        ("\nletters = []\n", 2, "no row"),
        ('letters = ["a b"]\n\nlettres = ["c"]\n', 3, "nothing here is called 'lettres'"),
        ('letters = "a b"\n', 1, "should be a list"),
        ('\nletters = ["a b", "c a"]\n', 2, "the key 'a' twice"),
        ('letters = ["abcdefghi b"]\n', 1, "no letter or sign"),
        ('letters = ["a", " "]\n', 1, "a row without keys"),
        ('letters = ["a b c d e f g h i j k l m n o"]\n', 1, "with more than 14"),
        ('letters = ["a"]\nmore = ["b", "b"]\n', 2, "the key 'b' twice"),
        ('letters = ["a"]\n[signs]\n"e" = "i"\n', 3, "'signs' has 'e'"),
        ('letters = ["a"\nmore\n', 2, "can't be read from here on"),
        ('letters = ["a\\u0007"]\n', 1, "no letter or sign"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    with pytest.raises(ContentError) as told:
        read_layout(write(tmp_path, text), "de")
    assert told.value.line == line
    assert problem in told.value.problem
    assert told.value.remedy


@pytest.mark.parametrize("file", sorted((shipped("assets") / "keyboard").glob("*.toml")))
def test_those_that_come_with_the_kiosk_are_right(file: Path) -> None:
    assert read_layout(file, file.stem).letters

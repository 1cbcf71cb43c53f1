"""A keyboard that a pack brings, and what is said of a wrong one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.keyboard.layout_file import layout_file, read_layout, unused
from kiosk.page.error import ContentError
from kiosk.shipped import shipped

ROOT = Path(__file__).parents[3]
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
        ('letters = ["a"]\n[signs]\n"e" = "i"\n', 3, "'signs' has 'e', which is no key"),
        ('letters = ["a"]\n[signs]\n"a" = ""\n', 3, "'signs' gives 'a' no sign"),
        ('letters = ["a"]\n[signs]\n"a" = 5\n', 3, "'signs' gives 'a' something else than"),
        ('letters = ["signs"]\n\n[signs]\nsigns = "i"\na = "i"\n', 5, "'signs' has 'a'"),
        ("letters = [5]\n", 1, "'letters' has a row that is no keys between quotation marks"),
        ('letters = [\n  "a",\n  ["b"],\n  7,\n]\n', 1, "a row that is no keys"),
        ('letters = [\n  "a",\n  7,\n]\n', 3, "a row that is no keys"),
        ("letters = 5\n", 1, "'letters' should be a list"),
        ('letters = ["a B"]\n', 1, "'B' in 'letters' is a capital letter"),
        ('letters = ["a"]\nmore = ["b \u0301"]\n', 2, "has no letter below its accent"),
        ('letters = ["a \U0001f600"]\n', 1, "no letter or sign"),
        ('letters = ["a 1\ufe0f\u20e3"]\n', 1, "no letter or sign"),
        ('letters = ["a \U0001f3fb"]\n', 1, "no letter or sign"),
        ('letters = ["a"]\n[names]\n"b" = "bee"\n', 3, "'names' has 'b', which no key types"),
        ('letters = ["a"]\n[names]\n"a" = " "\n', 3, "'names' gives 'a' no words"),
        ('letters = ["a"]\n[names]\n"a" = 1\n', 3, "'names' gives 'a' something else than"),
        (f'letters = ["a"]\n[names]\n"a" = "{"x" * 61}"\n', 3, "'names' gives 'a' no words"),
        (f"letters = ['a']\n{'# more' * 5_000}\n", 0, "is larger than 20,000 bytes"),
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


def test_the_manuals_example_is_right(tmp_path: Path) -> None:
    manual = (ROOT / "docs/translating.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    layout = read_layout(write(tmp_path, example, "bn"), "bn")
    assert layout.letters
    assert layout.more
    assert layout.digits[0][9] == "০"
    assert layout.signs["আ"] == "া"
    assert layout.names


def test_what_is_never_read_is_told(tmp_path: Path) -> None:
    assert list(unused(tmp_path, ["en"])) == []
    for name in ("en", "pt", "pt-BR", "de", "EN"):
        write(tmp_path, GOOD, name)
    (tmp_path / "keyboard/bn.toml").mkdir()
    (tmp_path / "keyboard/en.txt").write_text("", "utf-8")
    told = {path: problem for path, problem, _ in unused(tmp_path, ["en", "bn", "pt-BR"])}
    assert sorted(told) == [
        f"keyboard/{each}" for each in ("EN.toml", "bn.toml", "de.toml", "en.txt")
    ]
    assert "named after no language" in told["keyboard/de.toml"]
    assert "it is no file" in told["keyboard/bn.toml"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "keyboard").write_text("", "utf-8")
    ((path, problem, remedy),) = unused(other, ["en"])
    assert path == "keyboard"
    assert "is a file and no folder" in problem
    assert "keyboard/xx.toml" in remedy

"""A picture's file is found however its name is written; what differs in capitals is named."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from kiosk.pack.file_names import line_finder, lying, nearly, without_picture
from kiosk.pack.pack import load_pack
from kiosk.pack.validate import picture_faults
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from tests.flows.packs import Writer

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"/>'

# য় is one sign on a Bengali keyboard and two in the composed form, which leaves it taken apart.
BENGALI = "ক্রি\u09dfা"
NAMES = [
    (BENGALI, unicodedata.normalize("NFC", BENGALI)),
    (unicodedata.normalize("NFD", "Hände"), "Hände"),
    ("Hände", unicodedata.normalize("NFD", "Hände")),
    ("my photo", "my%20photo"),
    ("my photo", "my photo"),
    ("my%20photo", "my%20photo"),
    (unicodedata.normalize("NFD", "Hände"), "H%C3%A4nde"),
    ("50%", "50%"),
]


@pytest.mark.parametrize(("lies", "written"), NAMES)
@pytest.mark.parametrize("inside", [True, False])
def test_a_name_is_found_as_it_is_meant(
    tmp_path: Path, lies: str, written: str, inside: bool
) -> None:
    folder = tmp_path / (lies if inside else "figures")
    folder.mkdir()
    (folder / f"{lies}.svg").write_text(SVG)
    asked = f"{written if inside else 'figures'}/{written}.svg"
    assert lying(tmp_path, asked) == folder / f"{lies}.svg"


def test_the_name_itself_goes_before_what_it_may_stand_for(tmp_path: Path) -> None:
    (tmp_path / "a%20b.svg").touch()
    (tmp_path / "a b.svg").touch()
    assert lying(tmp_path, "a%20b.svg") == tmp_path / "a%20b.svg"


@pytest.mark.parametrize("written", ["", ".", "../x.svg", "/x.svg", "no/where.svg", "%2e%2e/x.svg"])
def test_what_does_not_lie_there_stays_as_it_is_written(tmp_path: Path, written: str) -> None:
    assert not (lying(tmp_path, written)).is_file()
    assert nearly(tmp_path, written) in ("", ".", "..", "/")


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("figures/hands.svg", "Figures/Hands.svg"),
        ("FIGURES/HANDS.SVG", "Figures/Hands.svg"),
        ("Figures/feet.svg", ""),
    ],
)
def test_another_size_of_letters_is_named(tmp_path: Path, written: str, near: str) -> None:
    (tmp_path / "Figures").mkdir()
    (tmp_path / "Figures/Hands.svg").touch()
    assert nearly(tmp_path, written) == near


def test_a_page_shows_a_picture_by_any_form_of_its_name(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "text")
    writer.page("one", f"![A thing]({BENGALI}.svg)\n\n![A thing](<my photo.svg>)")
    (writer.folder / f"{BENGALI}.svg").write_text(SVG)
    (writer.folder / "my photo.svg").write_text(SVG)
    pack = load_pack(writer.written(), assets=shipped("assets"))
    for source in pack.page("one", "en").pictures:
        assert pack.picture(source, "en").is_file()


def test_capitals_are_told_with_the_name_that_lies_there(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "text")
    writer.page("one", "![A thing](figures/hands.svg)")
    (writer.folder / "Figures").mkdir()
    (writer.folder / "Figures/Hands.svg").write_text(SVG)
    pack = load_pack(writer.written(), assets=shipped("assets"))
    (told,) = picture_faults(pack, pack.page("one", "en"))
    assert "'figures/hands.svg' is missing; there is 'Figures/Hands.svg'" in told.problem
    assert "Write Figures/Hands.svg" in told.remedy
    assert told.line == 11


@pytest.mark.parametrize(
    ("lies", "remedy"),
    [
        ("figures/hands.png", "Write figures/hands.png in its place"),
        ("hands.svg", "Write hands.svg in its place"),
        ("pictures/Hands.SVG", "Write pictures/Hands.SVG in its place"),
        ("figures/hands.svg.txt", "Rename it to figures/hands.svg"),
        ("figures/hands.HEIC", "Open it, and save it as PNG or JPEG"),
        ("en/hands.md", "Copy an SVG, PNG or JPEG file into the pack's folder"),
        (".hands.svg", "Copy an SVG, PNG or JPEG file into the pack's folder"),
    ],
)
def test_a_picture_of_the_same_name_is_told_where_it_lies(
    tmp_path: Path, lies: str, remedy: str
) -> None:
    writer = Writer(tmp_path / "text")
    writer.page("one", "![A thing](figures/hands.svg)")
    file = writer.folder / lies
    file.parent.mkdir(exist_ok=True)
    file.write_text(SVG)
    pack = load_pack(writer.written(), assets=shipped("assets"))
    (told,) = picture_faults(pack, pack.page("one", "en"))
    assert (f"there is '{lies}'" in told.problem) == (not remedy.startswith("Copy"))
    assert told.remedy.startswith(remedy)


def test_the_line_is_found_in_any_form_of_the_name(tmp_path: Path) -> None:
    content = f"one\n![A]({unicodedata.normalize('NFD', 'é.svg')})".encode()
    line_of = line_finder(content)
    assert line_of("é.svg") == 2
    assert line_of("e.svg") == 0


@pytest.mark.parametrize(
    "before",
    [
        "![B](bigthing.svg)",
        "Not `thing.svg`.",
        "[B](other/thing.svg)",
        "Other-thing.svg",
        "[thing.svg]",
    ],
)
def test_the_line_is_the_one_that_leads_to_the_name(before: str) -> None:
    for leads in ("![A](thing.svg)", "[A](./thing.svg#here)", "[A](<thing.svg>)"):
        assert line_finder(f"{before}\n{leads}\n{leads}".encode())("thing.svg") == 2


def test_a_name_that_nothing_leads_to_is_found_by_itself_before_within_another() -> None:
    assert line_finder(b"bigthing.svg\n[a]: thing.svg")("thing.svg") == 2
    assert line_finder(b"bigthing.svg")("thing.svg") == 1


def test_a_path_of_thousands_of_steps_is_not_walked(tmp_path: Path) -> None:
    (tmp_path / "É.svg").write_text(SVG)
    (tmp_path / "x").mkdir()
    assert nearly(tmp_path, "x/../" * 190 + "é.svg").endswith("É.svg")
    assert nearly(tmp_path, "x/../" * 200 + "é.svg") == ""


def test_a_name_does_not_lead_out_of_the_pack(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "text")
    writer.page("one")
    (tmp_path / "secret.svg").write_text(SVG)
    pack = load_pack(writer.written(), assets=shipped("assets"))
    for source in (
        "../secret.svg",
        "%2e%2e/secret.svg",
        "%2E%2E%2Fsecret.svg",
        "a/../../secret.svg",
    ):
        with pytest.raises(ContentError):
            pack.picture(source, "en")


def test_what_has_the_name_and_is_no_file_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "gone.svg").symlink_to("nowhere.svg")
    os.mkfifo(tmp_path / "figures" / "pipe.svg")
    for name, problem in (
        ("figures", "is a folder"),
        ("figures/gone.svg", "is a link that leads nowhere"),
        ("figures/pipe.svg", "is no file"),
    ):
        told = without_picture(name, "is missing", [tmp_path / "en", tmp_path], tmp_path, "en")
        assert told == (f"the picture '{name}' {problem}", "Copy the picture itself into its place")

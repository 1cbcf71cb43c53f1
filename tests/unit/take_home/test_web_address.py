"""The address under which a page stands on the clinic's website, and what it may begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pack.pack import load_pack
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from kiosk.take_home.web_address import in_letters, web_address
from tests.flows.packs import Writer


@pytest.mark.parametrize("base", ["https://a.example/hair", "https://a.example/hair/"])
def test_an_address_says_language_page_and_section(base: str) -> None:
    assert web_address(base, "en", "risks") == "https://a.example/hair/en/risks.html"
    section = "https://a.example/hair/bn/risks.html#pregnancy"
    assert web_address(base, "bn", "risks", "pregnancy") == section


def test_a_name_in_another_script_is_written_for_machines_and_shown_to_people() -> None:
    address = web_address("https://a.example", "bn", "ঝুঁকি", "ক/খ")
    assert address.isascii()
    assert address.count("/") == 4
    assert in_letters(address) == "a.example/bn/ঝুঁকি.html#ক/খ"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("http://a.example", "begins with https://"),
        ("a.example/hair", "begins with https://"),
        ("https://me@a.example", "no ?, # or @ in it"),
        ("https://a.example/?from=kiosk", "no ?, # or @ in it"),
        ("https://a.example/#top", "no ?, # or @ in it"),
        ("https://", "is not the address of a folder on a website"),
        ("https://a.example//hair", "is not the address of a folder on a website"),
        ("https://ক্লিনিক.example", "is not the address of a folder on a website"),
        ("https://a.example/" + "x" * 100, "has more than 100 characters"),
    ],
)
def test_what_no_page_can_stand_below_is_told_with_its_line(
    tmp_path: Path, given: str, problem: str
) -> None:
    writer = Writer(tmp_path / "pack").page("one")
    writer.take_home = given
    with pytest.raises(ContentError, match=problem.replace("?", r"\?")) as told:
        load_pack(writer.written(), assets=shipped("assets"))
    (said,) = told.value.each()
    file = (tmp_path / "pack" / "pack.toml").read_text("utf-8").split("\n")
    assert file[said.line - 1].startswith("take_home")
    assert "https://" in said.remedy


def test_a_pack_without_one_has_none(tmp_path: Path) -> None:
    folder = Writer(tmp_path / "pack").page("one").written()
    assert load_pack(folder, assets=shipped("assets")).take_home == ""

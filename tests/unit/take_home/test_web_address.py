"""The address under which a page stands on the clinic's website, and what it may begin with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.pack.pack import load_pack
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from kiosk.take_home.web_address import in_letters, web_address, website
from tests.flows.packs import Writer
from tests.unit.export.html_reading import made


def test_an_address_says_language_page_and_section() -> None:
    base = "https://a.example/hair"
    assert web_address(base, "en", "risks") == "https://a.example/hair/en/risks.html"
    section = "https://a.example/hair/bn/risks.html#pregnancy"
    assert web_address(base, "bn", "risks", "pregnancy") == section


def test_a_name_in_another_script_is_written_for_machines_and_shown_to_people() -> None:
    address = web_address("https://a.example", "bn", "ঝুঁকি", "ক/খ")
    assert address.isascii()
    assert address.count("/") == 4
    assert in_letters(address) == "a.example/bn/ঝুঁকি.html#ক/খ"


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        ("https://a.example", "https://a.example"),
        ("https://a.example/", "https://a.example"),
        ("https://a.example/hair/", "https://a.example/hair"),
        ("https://a.example/hair/index.html", "https://a.example/hair"),
        ("https://a.example/index.html", "https://a.example"),
        (" HTTPS://A.Example/Hair ", "https://a.example/Hair"),
        ("https://a.example.:8443/hair", "https://a.example:8443/hair"),
        ("https://a.example:/hair", "https://a.example/hair"),
        ("https://192.168.1.5/hair", "https://192.168.1.5/hair"),
        ("https://[2001:DB8::1]:444/hair", "https://[2001:db8::1]:444/hair"),
        ("https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"),
        ("https://a.example/চুল/a%20b", "https://a.example/%E0%A6%9A%E0%A7%81%E0%A6%B2/a%20b"),
    ],
)
def test_all_pages_stand_below_the_folder_that_was_meant(
    tmp_path: Path, given: str, begins: str
) -> None:
    assert website(given) == begins
    assert website(begins) == begins
    writer = Writer(tmp_path / "pack").page("one")
    writer.take_home = given
    assert load_pack(writer.written(), assets=shipped("assets")).take_home == given


def test_the_files_of_an_export_lie_where_their_addresses_say(tmp_path: Path) -> None:
    files = made(Writer(tmp_path / "pack").page("one").written())
    begins = website("https://a.example/hair/index.html")
    below = [web_address(begins, "en", "one").removeprefix(f"{begins}/"), "index.html"]
    assert set(below) <= set(files)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("http://a.example", "begins with https://"),
        ("a.example/hair", "begins with https://"),
        ("https://me@a.example", "no ?, # or @ in it"),
        ("https://a.example/?from=kiosk", "no ?, # or @ in it"),
        ("https://a.example/#top", "no ?, # or @ in it"),
        ("https://", "names no website"),
        ("https://localhost", "names no website"),
        ("https://true", "names no website"),
        ("https://5", "names no website"),
        ("https://a..example", "names no website"),
        ("https://256.1.1.1", "names no website"),
        ("https://[2001:db8::x]", "names no website"),
        ("https://[2001:db8", "names no website"),
        ("https://127.0.0.1", "names the computer itself"),
        ("https://[::1]", "names the computer itself"),
        ("https://ক্লিনিক.example", "another name for machines, which begins with xn--"),
        ("https://me:secret@a.example", "no ?, # or @ in it"),
        ("https://a.example:99999", "else than a port, 1 to 65535"),
        ("https://a.example:0", "else than a port, 1 to 65535"),
        ("https://a.example:https", "else than a port, 1 to 65535"),
        ("https://a.example//hair", "has '' for the name of a folder"),
        ("https://a.example/../hair", "has '..' for the name of a folder"),
        ("https://a.example/%2E%2e", "has '%2E%2e' for the name of a folder"),
        ("https://a.example/%zz", "has a % without two figures"),
        ("https://a.example/en/risks.html", "leads to a page and not to the folder"),
        ("https://a.example/my hair", "has a space"),
        ("https://a.example/\u200bhair", "a sign in it that nobody can see"),
        (" ", "does not begin with https://"),
        ("https://a.example/" + "x" * 100, "has more than 100 characters"),
    ],
)
def test_what_no_page_can_stand_below_is_told_with_its_line(
    tmp_path: Path, given: str, problem: str
) -> None:
    writer = Writer(tmp_path / "pack").page("one")
    writer.take_home = given
    with pytest.raises(ContentError, match=re.escape(problem)) as told:
        load_pack(writer.written(), assets=shipped("assets"))
    assert "secret" not in str(told.value)
    (said,) = told.value.each()
    file = (tmp_path / "pack" / "pack.toml").read_text("utf-8").split("\n")
    assert file[said.line - 1].startswith("take_home")
    assert "https://" in said.remedy


@pytest.mark.parametrize("value", ["5", "true", "1.5", "2026-01-01", '{en = "https://a.example"}'])
def test_what_is_no_text_is_told_with_an_example(tmp_path: Path, value: str) -> None:
    folder = Writer(tmp_path / "pack").page("one").written()
    file = folder / "pack.toml"
    file.write_text(f"take_home = {value}\n{file.read_text('utf-8')}", "utf-8")
    with pytest.raises(ContentError) as told:
        load_pack(folder, assets=shipped("assets"))
    (said,) = told.value.each()
    assert said.line == 1
    assert "'take_home' should be words" in said.problem
    assert 'take_home = "https://www.example.org/pages"' in said.remedy


def test_a_pack_without_one_has_none(tmp_path: Path) -> None:
    folder = Writer(tmp_path / "pack").page("one").written()
    assert load_pack(folder, assets=shipped("assets")).take_home == ""

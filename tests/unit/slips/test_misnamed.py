"""A misnamed or misplaced file or folder is told with the name or place that it needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.check.examine import examine
from kiosk.pack import packfile
from kiosk.pack.pack import load_pack
from kiosk.page.error import ContentError
from tests.unit.check.test_examine import ASSETS, TODAY


@pytest.mark.parametrize(
    ("misnamed", "remedy"),
    [
        ("faq.md.txt", "Rename it to en/faq.md"),
        ("FAQ.md", "Rename it to en/faq.md"),
        ("faq.MD", "Rename it to en/faq.md"),
        ("faq .md", "Rename it to en/faq.md"),
        ("faq (1).md", "Rename it to en/faq.md"),
        ("faq - Copy.md", "Rename it to en/faq.md"),
        ("faq.docx", "Open it, and save its words as plain text in a file named en/faq.md"),
        ("faq.txt", "Rename it to en/faq.md"),
        ("faq", "Rename it to en/faq.md"),
        ("faqmd", "Rename it to en/faq.md"),
        ("faq,md", "Rename it to en/faq.md"),
    ],
)
def test_a_misnamed_file_is_named_with_the_name_that_it_needs(
    tmp_path: Path, misnamed: str, remedy: str
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / packfile.NAME).write_text(
        'title = "T"\nclinic = "C"\nemergency_number = "9"\nfront_desk = "d"\nlanguages = ["en"]\n'
        '[[tabs]]\npage = "faq"\nicon = "info"\n'
    )
    page = "---\ntitle: T\nreview: {status: draft, author: A}\n---\nx"
    file = tmp_path / "en" / misnamed
    file.write_text(page)
    with pytest.raises(ContentError) as caught:
        load_pack(tmp_path, assets=ASSETS)
    assert misnamed in caught.value.problem
    assert caught.value.remedy == remedy
    file.rename(tmp_path / "en" / "faq.md")
    load_pack(tmp_path, assets=ASSETS)
    file.write_text(page)
    found = examine(tmp_path, assets=ASSETS, today=TODAY, rules=()).findings
    assert [finding.file for finding in found if "no page can be called" in finding.problem] == (
        [] if not re.search(r"\.MD|\.md", misnamed) else [f"en/{misnamed}"]
    )


def small_pack(folder: Path, languages: str = '["en"]') -> Path:
    (folder / "en").mkdir(parents=True)
    (folder / packfile.NAME).write_text(
        'title = "T"\nclinic = "C"\nemergency_number = "9"\nfront_desk = "d"\n'
        f'languages = {languages}\n[[tabs]]\npage = "faq"\nicon = "info"\n'
        '[[tabs]]\npage = "risks"\nicon = "info"\n'
    )
    for name in ("faq", "risks"):
        page = "---\ntitle: T\nreview: {status: draft, author: A}\n---\nx"
        (folder / "en" / f"{name}.md").write_text(page)
    return folder


def said(folder: Path) -> list[tuple[str, str, str]]:
    found = examine(folder, assets=ASSETS, today=TODAY).findings
    return [
        (each.file, each.severity.value, each.remedy)
        for each in found
        if each.rule in ("unreadable", "empty-language")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Pack.toml", "pack.TOML", "pack.toml.txt", "pack.tml", "pack.tom", "pack", "pack.txt",
        "pack .toml", "pack (1).toml", "pack - Copy.toml", "Pack.toml.TXT", "pakc.toml",
        "pack.toml.docx", "pack.rtf", "packtoml", "pack.toml ",
    ],
)  # fmt: skip
def test_a_misnamed_pack_toml_is_named_with_the_name_that_it_needs(
    tmp_path: Path, name: str
) -> None:
    folder = small_pack(tmp_path)
    assert said(folder) == []
    (folder / packfile.NAME).rename(folder / name)
    (finding,) = examine(folder, assets=ASSETS, today=TODAY).findings
    assert f"'{name}' lies there" in finding.problem
    office = name.endswith((".docx", ".rtf"))
    assert finding.remedy.startswith("Open it, and save" if office else "Rename it to pack.toml")


def test_a_wrong_folder_is_told_with_the_one_to_name(tmp_path: Path) -> None:
    folder = small_pack(tmp_path / "mine")
    ((_, _, above),) = said(folder / "en")
    assert above == f"Name the folder above, {folder.name}: it holds a pack.toml"
    ((_, _, inside),) = said(folder.parent)
    assert inside == f"Name the folder in it that holds one: {folder}"
    (folder / "en" / "faq.md").unlink()
    (folder / "en" / "risks.md").unlink()
    (folder / packfile.NAME).rename(folder / "notes.txt")
    ((_, _, nowhere),) = said(folder)
    assert nowhere == "Name a folder that holds a pack.toml"


@pytest.mark.parametrize(
    "name", ["English", "EN", "En", "en ", "en_GB", "en-GB ", "ENGLISH pages", "my pages"]
)
def test_a_misnamed_language_folder_is_told_once_with_the_name_that_it_needs(
    tmp_path: Path, name: str
) -> None:
    folder = small_pack(tmp_path)
    (folder / "en").rename(folder / name)
    (folder / "figures").mkdir()
    assert said(folder) == [(name, "error", "Rename the folder to en")]


@pytest.mark.parametrize("name", ["Bengali", "bengali", "bn_BD", "BN", "বাংলা"])
def test_the_misnamed_folder_of_another_language_is_told_too(tmp_path: Path, name: str) -> None:
    folder = small_pack(tmp_path, '["en", "bn"]')
    (folder / name).mkdir()
    (folder / name / "faq.md").write_text((folder / "en" / "faq.md").read_text())
    assert said(folder) == [(name, "error", "Rename the folder to bn")]


def test_a_folder_of_pages_beside_the_right_one_is_told(tmp_path: Path) -> None:
    folder = small_pack(tmp_path)
    for name in ("EN", "fr", "old"):
        (folder / name).mkdir()
        (folder / name / "faq.md").write_text("---\n")
    move = "Move what is to be seen into the folder en, and take this one out"
    add = "Add fr to languages in pack.toml, or take the folder out"
    assert said(folder) == [("EN", "warning", move), ("fr", "warning", add)]


def test_a_language_folder_that_lies_in_another_one_is_told_once(tmp_path: Path) -> None:
    folder = small_pack(tmp_path)
    (folder / "Text").mkdir()
    (folder / "en").rename(folder / "Text" / "en")
    beside = "Move the folder en so that it lies beside pack.toml"
    assert said(folder) == [("Text/en", "error", beside)]


def test_a_page_that_pack_toml_names_with_a_capital_is_told_by_the_name_to_write(
    tmp_path: Path,
) -> None:
    folder = small_pack(tmp_path)
    toml = folder / packfile.NAME
    toml.write_text(toml.read_text().replace('"risks"', '"Risks"'))
    right = "Write risks in its place: capital and small letters are told apart"
    assert said(folder) == [("pack.toml", "error", right)]


def test_a_page_in_the_wrong_place_is_told_with_the_right_one(tmp_path: Path) -> None:
    folder = small_pack(tmp_path)
    (folder / "README.md").write_text("# What this is")
    (folder / "en" / "more").mkdir()
    (folder / "en" / "risks.md").rename(folder / "risks.md")
    (folder / "en" / "more" / "care.md").write_text("---\n")
    assert said(folder) == [
        ("en/more/care.md", "warning", "Move it to en/care.md"),
        ("pack.toml", "error", "Move it to en/risks.md"),
        ("risks.md", "warning", "Move it to en/risks.md"),
    ]

"""Other people's packs: few tabs, many tabs, faulty pages, missing translations."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from tests.conftest import Kept
from tests.flows.packs import HEAD, Writer
from tests.flows.screen import Screen

UPDATING = "This page is being updated"


@pytest.mark.parametrize("count", [1, 3, 8])
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_a_pack_of_any_number_of_tabs_works(
    kiosk: Callable[..., Screen], tmp_path: Path, count: int, size: tuple[int, int]
) -> None:
    writer = Writer(tmp_path)
    for number in range(count):
        writer.page(f"page{number}", label=f"Label {number}")
    screen = kiosk(writer.written(), size=size)
    for number in range(count):
        screen.tap(f"tab-page{number}")
        screen.settle()
        assert screen.visit.page == f"page{number}"
        assert screen.reads(f"Page page{number}")


FAULTS = ("empty", "bytes", "front", "huge", "deep")
PICTURES = {"missing": "missing.svg", "outside": "../../outside.svg", "symlink": "linked.svg"}


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A pack with one good page, one page of each fault, and a good page again."""
    secret = tmp_path / "outside.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    writer = Writer(tmp_path / "pack")
    writer.page("good", "All is well.")
    writer.raw("empty", b"")
    writer.raw("bytes", HEAD.format(name="b", tab="B", layout="page").encode() + b"caf\xe9\n")
    writer.raw("front", b"---\ntitle: [unclosed\n---\n\nWords.\n")
    writer.raw("huge", b"")
    with (writer.folder / "en" / "huge.md").open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    writer.page("deep", "\n".join("    " * depth + "- deeper" for depth in range(500)))
    for name, source in PICTURES.items():
        writer.page(name, f'Before.\n\n![A thing]({source} "Below it")\n\nBehind.')
    os.symlink(secret, writer.folder / "linked.svg")
    return writer.page("last", "All is still well.").written()


def test_a_faulty_page_says_so_and_takes_no_other_page_down(
    kiosk: Callable[..., Screen], faulty: Path, logged: Kept
) -> None:
    screen = kiosk(faulty, size=(1920, 1080))
    for name in FAULTS:
        screen.tap(f"tab-{name}")
        screen.settle()
        assert screen.visit.page == name
        assert screen.reads(UPDATING), name
        for good, words in (("good", "All is well."), ("last", "All is still well.")):
            screen.tap(f"tab-{good}")
            screen.settle()
            assert screen.reads(words)
            assert not screen.reads(UPDATING)


@pytest.mark.parametrize("name", PICTURES)
def test_a_page_with_a_faulty_picture_is_shown_with_words_in_its_place(
    kiosk: Callable[..., Screen], faulty: Path, logged: Kept, name: str
) -> None:
    screen = kiosk(faulty, size=(1920, 1080))
    screen.tap(f"tab-{name}")
    screen.settle()
    for words in ("Before.", "This picture can't be shown", "A thing", "Below it", "Behind."):
        assert screen.reads(words), words
    assert not screen.reads(UPDATING)
    (lost,) = screen.of_type("LostPicture")
    assert screen.area(lost).height() > 0


@pytest.mark.parametrize("fault", [*FAULTS, *PICTURES])
def test_the_log_names_file_line_and_remedy_of_a_faulty_page(
    kiosk: Callable[..., Screen], faulty: Path, logged: Kept, fault: str
) -> None:
    kiosk(faulty)
    about = [line for line in logged.lines if f"{fault}.md" in line]
    assert len(about) == 1, "once, not at each visit"
    found = re.match(r"(\S+?\.md)(?::(\d+))?: (.+)$", about[0])
    assert found, about[0]
    assert found[1] == str(faulty / "en" / f"{fault}.md")
    if fault not in ("empty", "huge"):
        assert int(found[2]) > 0
    sentences = found[3].rstrip(".").split(". ")
    assert len(sentences) >= 2, f"a problem and a remedy: {about[0]}"
    assert "\n" not in about[0]


def test_a_faulty_page_can_be_swiped_past(
    kiosk: Callable[..., Screen], tmp_path: Path, logged: Kept
) -> None:
    writer = Writer(tmp_path).page("one").raw("two", b"").page("three")
    screen = kiosk(writer.written())
    for expected in ("two", "three"):
        screen.drag(QPointF(900, 300), QPointF(-500, 0))
        screen.settle()
        assert screen.visit.page == expected


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    writer = Writer(tmp_path, ("en", "bn"))
    writer.page("one", "English one.").page("two", "English two.")
    writer.page("one", "বাংলা এক।", language="bn")
    return writer.written()


NOTE = "এই পাতাটি এখনো বাংলায় নেই"


def test_a_page_missing_in_a_language_is_shown_in_the_default_one_and_says_so(
    kiosk: Callable[..., Screen], translated: Path
) -> None:
    screen = kiosk(translated)
    screen.tap("language-bn")
    screen.settle()
    assert screen.reads("বাংলা এক।")
    assert not screen.reads(NOTE)
    screen.tap("tab-two")
    screen.settle()
    assert screen.reads("English two.")
    assert screen.reads(NOTE)
    screen.tap("language-en")
    screen.settle()
    assert screen.reads("English two.")
    assert not screen.reads(NOTE)


def test_the_language_buttons_bear_the_languages_own_names(
    kiosk: Callable[..., Screen], translated: Path
) -> None:
    screen = kiosk(translated)
    assert screen.item("language-en").property("text") == "English"
    assert screen.item("language-bn").property("text") == "বাংলা"


def test_a_pack_in_one_language_offers_no_choice(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    screen = kiosk(Writer(tmp_path).page("one").written())
    assert not [item for item in screen.items() if item.objectName().startswith("language-")]


def test_a_link_to_a_page_that_is_not_there_says_so(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    # The reader is told, the log isn't: it would say who touched what when. That the link leads
    # nowhere is found when the text is read (test_proof.py).
    screen = kiosk(Writer(tmp_path).page("one", "See [the other](nowhere.md).").written())
    screen.tap_link("page:")
    assert screen.reads("This page is being updated")
    screen.tap("card-close")
    assert screen.visit.page == "one"

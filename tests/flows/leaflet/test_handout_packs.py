"""The leaflet of other packs: reviewed and overdue pages, other scripts, too much, and faults."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import get_args

import msgspec
import pytest
import typst

from kiosk.__main__ import main
from kiosk.leaflet import typeset
from kiosk.leaflet.leaflet_error import LeafletError
from kiosk.page import blocks
from kiosk.ui.leaflet import handout
from tests.conftest import Kept
from tests.flows.arabic import arabic
from tests.flows.packs import Writer
from tests.flows.paperwork import DOTS, printed, run
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[3]

REVIEWED = b"""---
title: Page of old
tab: Old
lead: A lead.
layout: page
review:
  status: reviewed
  author: An author
  reviewer: A reviewer
  reviewed: 2024-01-02
  next_review: %s
---

Reviewed words.
"""


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    (tmp_path / "pack").mkdir()
    return Writer(tmp_path / "pack").page("first", "See [the part](second.md#part) of it.")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "leaflet.pdf"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 8 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "kiosk-test", str(place)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a disk here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_link_tells_the_sheet_on_which_its_place_stands(pack: Writer, out: Path) -> None:
    words = "\n\n".join(["Many words stand here, line after line after line."] * 60)
    folder = pack.page("second", f"{words}\n\n## The part {{#part}}\n\nFound.").written()
    sheets = printed(folder, "en", out).sheets
    told = re.search(r"See the part \(page (\d+)\) of it", " ".join(sheets))
    assert told
    assert "The part Found." in sheets[int(told[1]) - 1]
    assert "Found." not in sheets[int(told[1]) - 2]


def test_an_outside_link_shows_its_address(
    pack: Writer, out: Path
) -> None:  # fmt: skip
    pack.page("second", "Ask [the service](https://example.org/help) today. ## Part {#part}")
    assert "the service (https://example.org/help) today" in printed(pack.written(), "", out).text


def test_a_reviewed_page_says_by_whom_and_when(tmp_path: Path, out: Path) -> None:
    folder = Writer(tmp_path).raw("old", REVIEWED % b"2027-01-02").written()
    text = printed(folder, "en", out).text
    assert "Written by An author" in text
    review = "Reviewed by A reviewer on 2 January 2024. Next review due on 2 January 2027."
    assert review in text
    assert "raft" not in text


def test_an_overdue_page_says_so_and_is_left_out_where_the_pack_hides_it(
    tmp_path: Path, out: Path
) -> None:
    writer = Writer(tmp_path).raw("old", REVIEWED % b"2026-03-04").page("new")
    folder = writer.written()
    text = printed(folder, "en", out).text
    assert "should have been reviewed again by 4 March 2026" in text
    assert "Reviewed words." in text
    writer.hide_overdue = True
    writer.written()
    text = printed(folder, "en", out).text
    assert "Page of old" not in text
    assert "Page new" in text
    (folder / "en" / "new.md").write_bytes(REVIEWED % b"2026-03-04")
    with pytest.raises(LeafletError, match="nothing to print"):
        printed(folder, "en", out)


def test_all_block_kinds_are_printed_also_from_right_to_left(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    leaflet = printed(arabic(folder), "ar", out)
    assert "This page is not yet in your language" in leaflet.text
    assert re.search("63 in.{0,9}100", leaflet.text), "among English words in English digits"
    assert all(mapped == "yes" for *_, mapped in leaflet.fonts)
    pictures = tmp_path / "sheets"
    pictures.mkdir()
    for box in leaflet.ink(pictures):
        assert box.left() * 25.4 / DOTS >= 20 - 2 * 25.4 / DOTS
        assert (box.right() + 1) * 25.4 / DOTS <= 190 + 2 * 25.4 / DOTS
    places = run("pdftotext", "-bbox", "-f", "2", "-l", "2", leaflet.file, "-")
    ends = [float(right) for right in re.findall(r'xMax="([\d.]+)"[^>]*>[^<]*Contents', places)]
    assert max(ends) == pytest.approx(595 - 20 * 72 / 25.4, abs=2), (
        "the heading begins at the right"
    )


def test_a_phrase_without_a_translation_runs_from_left_to_right_also_there(
    tmp_path: Path, out: Path
) -> None:
    (tmp_path / "pack").mkdir()
    leaflet = printed(arabic(tmp_path / "pack"), "ar", out)
    words = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<',
        run("pdftotext", "-bbox", "-f", "1", "-l", "1", leaflet.file, "-"),
    )
    placed = {word.strip("\u2066\u2069\u202a-\u202e"): (float(x), float(y)) for x, y, word in words}
    assert "it." in placed, "the full stop stands behind the last word"
    assert placed["Draft,"][0] < placed["reviewed."][0] < placed["it."][0]


def test_a_raised_number_stands_apart_where_only_words_go(tmp_path: Path, out: Path) -> None:
    (tmp_path / "pack").mkdir()
    text = "## ১০^৯^ and C~max~ 1^st^ {#cells}\n\nWords.\n"
    leaflet = printed(Writer(tmp_path / "pack").page("first", text).written(), "en", out)
    assert "১০^৯ and Cmax 1st" in [words for words, _ in leaflet.bookmarks]


def test_whatever_is_higher_than_a_sheet_goes_on_on_the_next(tmp_path: Path, out: Path) -> None:
    long = "very many words that fill a cell " * 250
    text = f"| A | B |\n|---|---|\n| {long} | b |\n| c | d |\n\n{'endless' * 60}\n"
    folder = Writer(tmp_path).page("first", text).written()
    leaflet = printed(folder, "en", out)
    assert leaflet.text.count("words") == 250
    pictures = tmp_path / "sheets"
    pictures.mkdir()
    for box in leaflet.ink(pictures):
        assert (box.bottom() + 1) * 25.4 / DOTS <= 297 - 12 + 1
        assert (box.right() + 1) * 25.4 / DOTS <= 191


def test_a_heading_never_ends_a_sheet_however_much_stands_above_it(
    tmp_path: Path, out: Path
) -> None:
    """Each page has one line more above its heading than the one before."""
    writer = Writer(tmp_path)
    for above in range(30):
        lines = "\n\n".join(["Words."] * above)
        writer.page(f"page-{above}", f"{lines}\n\n## Part {{#part}}\n\n### Below\n\nFound.\n")
    leaflet = printed(writer.written(), "en", out)
    assert leaflet.text.count("Part Below Found.") >= 30
    for sheet in leaflet.body[2:]:
        assert sheet.strip().splitlines()[-1] not in ("Part", "Below")


def test_what_leads_to_a_chart_stands_on_its_sheet(tmp_path: Path, out: Path) -> None:
    """Each page has one line more above its heading than the one before."""
    writer = Writer(tmp_path)
    for above in range(30):
        lines = "\n\n".join(["Words."] * above)
        chart = '!!! people "Title"\n    - 20: group\n'
        writer.page(f"page-{above}", f"{lines}\n\n## Part {{#part}}\n\nLeads.\n\n{chart}")
    leaflet = printed(writer.written(), "en", out)
    sheets = [sheet for sheet in leaflet.body if "Leads." in sheet]
    assert len(sheets) == 30
    assert all("Title" in sheet and "Part" in sheet for sheet in sheets)


def test_a_table_that_goes_on_says_its_head_again_and_no_row_is_cut(
    tmp_path: Path, out: Path
) -> None:
    rows = "\n".join(f"| row{n} | {'words in a cell ' * 12} end{n} |" for n in range(40))
    folder = Writer(tmp_path).page("first", f"| Name | What |\n|---|---|\n{rows}\n").written()
    sheets = [sheet for sheet in printed(folder, "en", out).body if "row" in sheet]
    assert len(sheets) > 2
    for sheet in sheets:
        assert "Name What" in sheet.replace("\n", " ")
        assert re.findall(r"row(\d+)", sheet) == re.findall(r"end(\d+)", sheet)


def test_a_comparison_is_printed_with_all_its_options_three_in_a_table(
    tmp_path: Path, out: Path
) -> None:
    names = ("Wait", "Lotion", "Pills", "Surgery")
    head = f"| You ask | {' | '.join(names)} |\n|--|--|--|--|--|\n"
    body = "| What is it? | A | B | C | D |\n| Helped | | Some<br>26: saw hair | | 48: kept it |"
    text = f'!!! compare "Which one?"\n\n{head}{body}'
    leaflet = printed(Writer(tmp_path / "pack").page("one", text).written(), "en", out)
    assert (
        "Which one? You ask Wait Lotion What is it? A B Helped Not known Some 26 in 100 saw hair "
        "You ask Pills Surgery What is it? C D Helped Not known 48 in 100 kept it"
    ) in leaflet.text


@pytest.mark.parametrize("options", [2, 3, 4])
def test_no_word_is_printed_over_another_however_long_it_is(
    tmp_path: Path, out: Path, options: int
) -> None:
    endless = "unbreakable" * 5
    names = ["Wait", "Lotion", "Arzneimittelunverträglichkeit", "Surgery"][:options]
    lines = [
        ["You ask", *names],
        ["--"] * (options + 1),
        ["Contraindications", *["Words of an answer that fill more than one line"] * options],
        ["Arzneimittelunverträglichkeiten?", *["Words"] * options],
        [endless, *["Words"] * options],
        ["Long?", *[endless] * options],
    ]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    text = f"{table}\n\n!!! compare\n\n{table}\n"
    leaflet = printed(Writer(tmp_path / "pack").page("one", text).written(), "en", out)
    assert leaflet.text.count("Contraindications") >= 2, "whole where there is room for it"
    for sheet in leaflet.places:
        for (word, box), (other, box2) in combinations(sheet, 2):
            common = box.intersected(box2)
            assert common.width() < 1 or common.height() < 1, (word, other)
        assert all(box.right() < 190 * 72 / 25.4 + 1 for _, box in sheet)


def test_no_figure_and_no_chart_is_cut(tmp_path: Path, out: Path) -> None:
    chart = '!!! people "Title"\n' + "\n".join(f"    - {n}: group" for n in (10, 20, 30))
    text = "\n\n".join(f"{chart}\n\nSome words.\n" for _ in range(9))
    leaflet = printed(Writer(tmp_path).page("first", text).written(), "en", out)
    assert [sheet.count("Title") * 3 for sheet in leaflet.body] == [
        sheet.count("in 100") for sheet in leaflet.body
    ]


@pytest.mark.parametrize(("ways", "union"), [("kinds", blocks.Block), ("ways", blocks.Span)])
def test_the_template_has_a_way_for_every_kind_of_block_and_of_span(
    ways: str, union: object
) -> None:
    folder = Path(typeset.__file__).parent
    files = {file.name: file.read_bytes() for file in folder.glob("*.typ")}
    files["leaflet.json"] = msgspec.json.encode({"colours": typeset.COLOURS})
    files["main.typ"] = (
        f'#import "blocks.typ": {ways}\n#metadata({ways}.keys()) <there>'.encode()
    )  # fmt: skip
    compiler = typst.Compiler(files)  # type: ignore[type-var]  # its stubs know no files by name
    there = msgspec.json.decode(compiler.query("<there>", field="value", one=True))
    assert sorted(there) == sorted(kind.__struct_config__.tag for kind in get_args(union))


def test_a_letter_that_no_font_has_is_told_and_nothing_is_written(
    tmp_path: Path, out: Path
) -> None:
    folder = Writer(tmp_path).page("first", "A letter of nobody: \U000f1234.").written()
    with pytest.raises(LeafletError, match=r"could not be displayed .* Install fonts-noto-core"):
        printed(folder, "en", out)
    assert not out.exists()


def test_headings_go_down_by_one_level_at_a_time(tmp_path: Path, out: Path) -> None:
    text = "## Two\n\n#### Four\n\n### Three\n\n#### Four again\n\nWords.\n"
    leaflet = printed(Writer(tmp_path).page("first", text).written(), "en", out)
    levels = re.findall(r"^ *(H\d)", leaflet.structure, re.MULTILINE)
    assert levels == ["H1", "H1", "H2", "H3", "H3", "H4"]


def test_a_running_kiosk_never_loads_typst() -> None:
    code = "import sys, kiosk.__main__, kiosk.app; assert 'typst' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=LIMIT)


def test_the_same_leaflet_on_the_same_day_has_the_same_bytes(pack: Writer, out: Path) -> None:
    folder = pack.page("second", "**Bold** words. ## Part {#part}").written()
    code = (
        "import sys; from datetime import datetime; from pathlib import Path;"
        "from kiosk.ui.leaflet import handout;"
        "handout(Path(sys.argv[1]), '', Path(sys.argv[2]), calendar=lambda: datetime(2026, 3, 5))"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    made = []
    for _ in range(2):
        command = [sys.executable, "-c", code, str(folder), str(out)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=LIMIT)
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_the_command_says_in_one_sentence_what_it_wrote(
    pack: Writer, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pack.page("second").written()
    assert main(["handout", "--content", str(folder), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"Wrote 4 pages to {out}.\n"


@pytest.mark.parametrize("fault", ["language", "page", "missing", "folder"])
def test_a_fault_is_one_sentence_and_leaves_nothing_behind(
    fault: str, pack: Writer, tmp_path: Path, logged: Kept
) -> None:
    place, language = tmp_path / "place", "en"
    place.mkdir()
    out = place / "leaflet.pdf"
    match fault:
        case "language":
            language, said = "xx", "The pack has no language 'xx'. It has: en."
        case "page":
            pack.raw("second", b"no front matter")
            said = "second.md:1: "
        case "missing":
            out = place / "nowhere" / "leaflet.pdf"
            said = f"There is no folder {place / 'nowhere'}. Make it, or name another one."
        case _:
            out = place
            said = f"{place} is a folder. Name a file in it"
    folder = pack.written()
    asked = ["handout", "--content", str(folder), "--language", language, "--out", str(out)]
    assert main(asked) == 1
    [line] = logged.lines
    assert said in line
    assert "\n" not in line
    assert list(place.iterdir()) == []


def test_a_picture_that_cannot_be_shown_is_told_and_its_words_are_printed(
    pack: Writer, out: Path, logged: Kept
) -> None:
    (pack.folder / "torn.svg").write_text("<svg")
    pack.page("second", '![A torn thing.](torn.svg "Below it")\n\n![](gone.svg)\n\nBehind.')
    text = printed(pack.written(), "en", out).text
    assert "This picture can't be shown A torn thing. Below it" in text
    assert text.count("This picture can't be shown") == 2
    assert "Behind." in text
    told = [line.partition("second.md:")[2][:29] for line in logged.lines]
    assert told == ["11: the picture 'torn.svg' is", "13: the picture 'gone.svg' is"]


def test_a_full_disk_is_told_and_the_leaflet_before_stays(pack: Writer, small_disk: Path) -> None:
    out = small_disk / "leaflet.pdf"
    out.write_bytes(b"the one before")
    with pytest.raises(LeafletError, match=r"the disk is full\. Make room, or name another folder"):
        handout(pack.page("second").written(), "", out)
    assert out.read_bytes() == b"the one before"
    assert list(small_disk.iterdir()) == [out]


def test_a_folder_that_may_not_be_written_is_told(pack: Writer, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(LeafletError, match=r"can't be written: Read-only file system\. Name"):
        handout(pack.page("second").written(), "", small_disk / "leaflet.pdf")
    assert list(small_disk.iterdir()) == []

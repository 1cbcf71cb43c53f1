"""The report on paper: what poppler reads in it, in every language, whatever the pack holds."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.counts.counts_file import CountsFile, Word
from kiosk.counts.tally import Counted
from kiosk.shipped import shipped
from kiosk.ui.month_report import report
from tests.flows.packs import Writer
from tests.flows.paperwork import Printed, closed, run

TODAY = datetime(2026, 12, 2, 12, 0)
DAY = date(2026, 11, 5)


def written(
    folder: Path,
    pack: Path,
    counts: dict[tuple[str, str], int],
    language: str = "en",
    **more: object,
) -> Path:
    """Write the report of these counts; give its file."""
    file = folder / "counts.sqlite"
    words = more.pop("kept", ())
    counted = {Counted(DAY, thing, spoken): n for (thing, spoken), n in counts.items()}
    CountsFile(file).add(counted, words)  # type: ignore[arg-type]
    out = folder / f"report-{language}.pdf"
    report(
        pack, language, month="2026-11", out=out, counts=file,
        calendar=lambda: TODAY, **more,  # type: ignore[arg-type]
    )  # fmt: skip
    return out


def text(out: Path) -> str:
    return re.sub(r"\s+", " ", run("pdftotext", "-layout", out, "-"))


OURS = {
    ("visit", "en"): 372, ("visit", "bn"): 4, ("page risks", "en"): 175,
    ("section risks#serious", "en"): 203, ("text-size 150", "bn"): 13, ("listened", "en"): 7,
}  # fmt: skip


def test_it_says_what_is_read_and_what_hardly_is_on_two_tagged_sheets(tmp_path: Path) -> None:
    out = written(tmp_path, shipped("content"), OURS)
    said = text(out)
    for words in (
        "What was read in November 2026", "English 372", "বাংলা <5",
        "Risks and side effects · Risks 175 <5", "A page was read aloud 7 <5",
        "Text at 150 % <5 13", "Hardly or never opened", "Glossary",
        "The words themselves are not in this report.", "2/2",
    ):  # fmt: skip
        assert words in said, words
    told = run("pdfinfo", out)
    assert re.search("Tagged: +yes", told)
    assert re.search("Pages: +2$", told, re.M)
    assert "TH" in run("pdfinfo", "-struct", out)
    assert Printed(out, "").alternatives == ["English: 372, বাংলা: <5"]


def test_bengali_words_come_back_as_they_were_put_in(tmp_path: Path) -> None:
    out = written(tmp_path, shipped("content"), OURS, "bn")
    said = closed(text(out))
    for words in ("নভেম্বর ২০২৬-এ কী পড়া হয়েছে", "ঝুঁকি ও পার্শ্বপ্রতিক্রিয়া", "৩৭২", "<৫"):
        assert closed(words) in said, words


def test_the_same_counts_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(written(tmp_path / name, shipped("content"), OURS).read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_large_pack_still_takes_two_sheets(tmp_path: Path, language: str) -> None:
    spoken = ("en", "ar", "bn", "de", "fr", "hi", "tr", "ur")
    pack = Writer(tmp_path / "pack", spoken)
    for page in range(30):
        below = "\n\n".join(f"## A section {n} of {'many ' * 12} {{#s{n}}}\n\nA." for n in range(9))
        pack.page(f"p{page}", below, layout="doors", tab=page < 5)
    pack.extras = [f"p{page}" for page in range(5, 30)]
    counts = {(f"section p{page}#s{n}", "en"): 5 + n for page in range(20) for n in range(9)}
    counts |= {("visit", each): 20 for each in spoken} | {(f"page p{n}", "fr"): 9 for n in range(9)}
    words = [Word("2026-11", "en", f"word {chr(97 + n)}{'x' * 30}") for n in range(26)]
    out = written(
        tmp_path, pack.written(), counts, language, kept=words, words=True, ask=lambda _: "yes"
    )
    assert re.search("Pages: +2$", run("pdfinfo", out), re.M)
    assert "word a" in text(out)
    if language == "en":
        assert re.search(r"\d+ more are in the table", text(out))


def test_where_all_is_read_there_is_nothing_for_the_authors(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").written()
    out = written(tmp_path, pack, {("visit", "en"): 9, ("page one", "en"): 5})
    assert "Everything was opened in 5 visits or more." in text(out)


def test_a_title_is_told_as_it_is_whatever_typst_or_a_line_would_make_of_it(tmp_path: Path) -> None:
    signs = r'a#panic("x") *b* _c_ $d$ @e \f `g` // h = i'
    turned = "سؤال عن 5 \u202eABC\u202c"
    pack = Writer(tmp_path / "pack").page("one", f"## {turned} {{#t}}\n\nA.", layout="doors")
    titles = pack.written() / "en" / "one.md"
    told = re.sub(r"(?m)^title: .*$", lambda _: f"title: {signs}", titles.read_text("utf-8"))
    titles.write_text(told, "utf-8")
    counts = {("visit", "en"): 9, ("page one", "en"): 8, ("section one#t", "en"): 7}
    said = text(written(tmp_path, pack.folder, counts))
    for sign in signs.split():
        assert sign in said, said
    assert "سؤال" in said

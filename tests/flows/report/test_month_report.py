"""`kiosk report`: whose counts it reads, what it asks, and what it writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.counts.counts_file import CountsFile, Word
from kiosk.counts.tally import Counted
from kiosk.report.report_error import ReportError
from kiosk.ui.month_report import report
from tests.flows.packs import Writer

TODAY = datetime(2026, 12, 2, 12, 0)
MONTH = "2026-11"


class Clinic:
    """A clinic's counts of a month, its pack, and the report of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.counts, self.table = folder / "counts.sqlite", folder / "report.csv"
        self.pack = Writer(folder / "pack", ("en", "bn")).page("one").page("two").written()
        day = date(2026, 11, 5)
        counted = {Counted(day, "visit", "en"): 40, Counted(day, "page one", "en"): 4}
        CountsFile(self.counts).add(counted, [Word(MONTH, "en", "wigs")])

    def report(
        self, *, words: bool = False, ask: Callable[[str], str] = input, **more: object
    ) -> str:
        where = {"month": MONTH, "counts": self.counts, "table": self.table, **more}
        return report(
            self.pack,
            "en",
            words=words,
            calendar=lambda: TODAY,
            ask=ask,
            **where,  # type: ignore[arg-type]
        )


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


def test_the_table_is_written_for_everybody_and_without_small_counts_or_words(
    clinic: Clinic,
) -> None:
    assert clinic.report() == f"Wrote {clinic.table}."
    told = clinic.table.read_text("utf-8-sig")
    assert f"{MONTH},visit,,,,en,40" in told
    assert f"{MONTH},page,one,,Page one,en,<5" in told
    assert "wigs" not in told
    assert clinic.table.stat().st_mode & 0o777 == 0o644


def test_words_are_shown_and_written_only_after_a_yes(clinic: Clinic) -> None:
    asked: list[str] = []

    def answering(answer: str) -> Callable[[str], str]:
        def ask(words: str) -> str:
            asked.append(words)
            return answer

        return ask

    for answer in ("", "no"):
        with pytest.raises(ReportError, match="Nothing was written"):
            clinic.report(words=True, ask=answering(answer))
        assert not clinic.table.exists()
    clinic.report(words=True, ask=answering("yes"))
    assert all("wigs" in words for words in asked)
    assert f"{MONTH},word,,wigs,,en," in clinic.table.read_text("utf-8-sig")


def test_words_are_not_written_where_nobody_can_answer(clinic: Clinic) -> None:
    for closed in (EOFError, RuntimeError):

        def nobody(words: str, closed: type[Exception] = closed) -> str:
            raise closed

        with pytest.raises(ReportError, match="Nothing was written"):
            clinic.report(words=True, ask=nobody)


def test_what_cannot_be_reported_is_told(clinic: Clinic) -> None:
    for month, why in (("2026-12", "isn't over yet"), ("2026-10", "holds no counts of 2026-10")):
        with pytest.raises(ReportError, match=why):
            clinic.report(month=month)
    clinic.counts.write_bytes(b"torn")
    with pytest.raises(ReportError, match=r"is damaged, .* begins a damaged one anew") as caught:
        clinic.report()
    assert "sudo" not in str(caught.value)
    with pytest.raises(ReportError, match=r"no regular file\. Name another file: --counts"):
        clinic.report(counts=Path("/dev/null"))
    with pytest.raises(ReportError, match="There is no file /nowhere"):
        clinic.report(counts=Path("/nowhere"))
    with pytest.raises(ReportError, match="can't be both"):
        clinic.report(out=clinic.table)
    with pytest.raises(ReportError, match="There is no folder"):
        report(clinic.pack, "en", month=MONTH, table=clinic.folder / "none" / "a.csv")

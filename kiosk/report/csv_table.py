"""The figures of a month as a table that spreadsheets open: one line a thing and language."""

from __future__ import annotations

import csv
import io

from kiosk.report.figures import FEWEST, Figures

COLUMNS = ("month", "kind", "page", "place", "title", "language", "visits")


def csv_table(figures: Figures) -> bytes:
    """Give the table as UTF-8, with the mark by which spreadsheets know it.

    `visits` is a number, or `<5`; of a word searched in vain it says nothing.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    rows.writerow(COLUMNS)
    for line in figures.lines:
        for language, count in zip(figures.languages, line.counts, strict=True):
            told = f"<{FEWEST}" if count is None else count
            place = line.kind, *map(_words, (line.page, line.place, line.title))
            rows.writerow((figures.month, *place, language, told))
    for language, word in figures.words:
        rows.writerow((figures.month, "word", "", word, "", language, ""))
    return text.getvalue().encode("utf-8-sig")


def _words(text: str) -> str:
    """Give a title or a name so that no spreadsheet takes it for a formula.

    Some take the wide signs of Chinese and Japanese for one too.
    """
    return f"'{text}" if text.lstrip().startswith(tuple("=+-@＝＋－＠")) else text

"""`kiosk report`: what was read in a month, on paper and as a table.

Owns whose counts are read, what is asked before words leave the machine, and the files. The table
needs no more than a kiosk has; paper needs what authors have.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from platformdirs import user_state_path

from kiosk.counts.counts_file import NAME, CountsFile, Word
from kiosk.pack.pack import Pack, load_pack
from kiosk.report.csv_table import csv_table
from kiosk.report.figures import Figures, check_month, figures, last_month
from kiosk.report.report_error import ReportError
from kiosk.settings.settings_files import load_settings
from kiosk.shipped import shipped
from kiosk.whole_file import Unreadable, behind_links, special, write_whole

SERVICE = Path("/var/lib/kiosk")
"""The state folder of the service."""


def report(
    content: Path | None,
    language: str,
    *,
    month: str | None,
    out: Path | None = None,
    table: Path | None = None,
    words: bool = False,
    settings: Path | None = None,
    counts: Path | None = None,
    calendar: Callable[[], datetime] = datetime.now,
    ask: Callable[[str], str] = input,
) -> str:
    """Write the report of a month, the last one if none is named; give what was written.

    With `words` the words searched in vain are part of it, after somebody has seen them and said
    yes to `ask`.

    Raises:
        ContentError: the pack can't be used.
        ReportError: there is nothing to report, or it can't be written.
        SettingsError: the settings can't be used.
    """
    if not (out or table):
        raise ReportError("Name a file: --out FILE.pdf, --csv FILE.csv, or both.")
    for file in filter(None, (out, table)):
        _check_place(file)
    if out and table and os.path.realpath(out) == os.path.realpath(table):
        raise ReportError(f"{out} can't be both. Name two files, such as one.pdf and one.csv.")
    today = calendar().date()
    month = month or last_month(today)
    check_month(month, today)
    if counts and not counts.exists():
        raise ReportError(f"There is no file {counts}. Name another one: --counts.")
    source = counts or _counts()
    kept = CountsFile(source)
    try:
        counted, vain = kept.month(month), kept.words(month)
    except (OSError, Unreadable) as error:
        raise ReportError(_unread(source, error)) from error
    if not counted:
        raise ReportError(
            f"{source} holds no counts of {month}. A kiosk counts once its settings say "
            "counts = true; name a month since then, or another kiosk's file: --counts."
        )
    pack = load_pack(
        content or load_settings(settings).folder or shipped("content"), assets=shipped("assets")
    )
    language = language or pack.default_language
    if language not in pack.languages:
        raise ReportError(
            f"The pack has no language {language!r}. It has: {', '.join(pack.languages)}."
        )
    told = [(each.language, each.word) for each in vain] if words and _agreed(vain, ask) else []
    found = figures(month, counted, pack, language, told)
    if out:
        _write(out, _on_paper(found, pack, language))
    if table:
        _write(table, csv_table(found))
    return f"Wrote {' and '.join(str(file) for file in (out, table) if file)}."


def _on_paper(found: Figures, pack: Pack, language: str) -> bytes:
    # Imported here: a kiosk without the authors' package gives its table all the same.
    from kiosk.leaflet.compiled import Fonts  # noqa: PLC0415
    from kiosk.report.report_pdf import Paper, report_pdf  # noqa: PLC0415
    from kiosk.ui.qt.application import FAMILY, STANDING_IN, font_folder  # noqa: PLC0415
    from kiosk.ui.qt.translations import Translations  # noqa: PLC0415
    from kiosk.ui.spoken_languages import spoken  # noqa: PLC0415

    translations = Translations(shipped("assets") / "translations")
    year, month = map(int, found.month.split("-"))
    paper = Paper(
        clinic=pack.clinic(language),
        topic=pack.title(language),
        language=language,
        month=translations.month(date(year, month, 1), language),
        languages={code: spoken(code, translations) for code in found.languages},
        fonts=Fonts((FAMILY, *STANDING_IN), font_folder()),
    )
    return report_pdf(found, paper)


def _counts() -> Path:
    own = user_state_path("kiosk") / NAME
    return own if own.exists() else SERVICE / NAME


def _unread(source: Path, error: OSError | Unreadable) -> str:
    match error:
        case PermissionError():
            return f"{source} can't be read: {error.strerror}. Run it with sudo."
        case OSError():
            why = error.strerror
        case Unreadable():
            why = f"{error}; a kiosk begins a damaged one anew at the full hour"
    return f"{source} can't be read: {why}. Name another file: --counts."


def _agreed(words: list[Word], ask: Callable[[str], str]) -> bool:
    """Show the words, and tell whether they may be written. Raises ReportError for a no."""
    if not words:
        return False
    shown = "\n".join(f"  {each.language}  {each.word}" for each in words)
    try:
        answer = ask(f"Words searched in vain:\n{shown}\nWrite them into the report? Type yes: ")
    except (EOFError, RuntimeError):  # the second where standard input was closed
        answer = ""
    if answer.strip().casefold() != "yes":
        raise ReportError("Nothing was written. Without --words the report has no words.")
    return True


def _check_place(file: Path) -> None:
    if special(file) or file.is_dir():
        raise ReportError(f"{file} is no regular file. Name another one.")
    if not file.parent.is_dir():
        raise ReportError(f"There is no folder {file.parent}. Make it, or name another one.")


def _write(file: Path, content: bytes) -> None:
    try:
        # A link stays one; and who asked by sudo may open it.
        write_whole(behind_links(file), content, prepare=lambda handle: os.fchmod(handle, 0o644))
    except OSError as error:
        raise ReportError(
            f"{file} can't be written: {error.strerror}. Name another folder."
        ) from error

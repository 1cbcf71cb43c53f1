"""What staff chose on their page, kept across restarts. A file that is no good counts as none."""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from kiosk.whole_file import Unreadable, Versioned, read_whole, write_whole

_log = logging.getLogger("kiosk.staff")


class LanguageChoice(Versioned, frozen=True):
    """The resting screen's language; empty: the pack's first."""

    language: str = ""


def kept_choice(file: Path) -> LanguageChoice:
    """Return what was chosen last."""
    try:
        return read_whole(file, LanguageChoice)
    except FileNotFoundError:
        return LanguageChoice()
    except (OSError, Unreadable) as error:
        _log.warning("%s: %s; the resting screen has its usual language.", file, error)
        return LanguageChoice()


def keep_choice(file: Path, choice: LanguageChoice) -> None:
    """Keep a choice. A disk that can't be written is logged: it then holds until the next start."""
    try:
        write_whole(file, msgspec.json.encode(choice))
    except OSError as error:
        _log.warning("the choice of language can't be kept in %s: %s", file, error)

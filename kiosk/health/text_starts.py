"""How many starts with a text began and have not held (docs/decisions/0018-always-back.md).

Owns the count and its file. Knows a text by its name alone: an edition's digest, or the fingerprint
of a folder.
"""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from kiosk.whole_file import Unreadable, Versioned, read_whole, write_whole

CUT_OFF = 3
"""Starts cut off one after the other, after which a text is set aside."""

REMEMBERED = 100
"""Texts whose starts are counted at most, the last ones."""

_log = logging.getLogger("kiosk.press")


class Starts(Versioned, frozen=True, kw_only=True):
    """How many starts with each text began and have not held, and the last text that has.

    `by` is the release that began them. A text may hang one release and not another: each counts
    for itself, so that one which goes back to shows what the other has set aside.
    """

    begun: dict[str, int] = msgspec.field(default_factory=dict)
    held: str = ""
    by: str = ""


class TextStarts:
    """The starts counted in `file` by this `release`; another's count is none, but for `held`.

    A disk that is full or can't be written is logged and otherwise borne.
    """

    def __init__(self, file: Path, release: str) -> None:
        self._file = file
        self._release = release
        self._begun: tuple[str, int] | None = None
        self._complained = False

    def kept(self) -> Starts:
        """Read the counts of this release, and the last text that has held with any."""
        try:
            found = read_whole(self._file, Starts)
        except OSError:
            return Starts()
        except Unreadable as error:
            if not self._complained:
                self._complained = True
                _log.info("%s: %s; starts are counted anew.", self._file, error)
            return Starts()
        return found if found.by == self._release else Starts(held=found.held)

    def cut_off(self, text: str) -> bool:
        """Tell whether so many starts with a text were cut off that it is set aside."""
        return self.kept().begun.get(text, 0) >= CUT_OFF

    def begin(self, text: str) -> None:
        """Count a start with this text; it is on the disk before anything of it is drawn."""
        before = self.kept().begun.get(text, 0)
        # First: a signal may ask for `spare` while this is written.
        self._begun = (text, before)
        self._write(text, before + 1)

    def spare(self) -> None:
        """Take the start that was begun last back: it ended in order before it could hold.

        May be called at any moment of `begin`: what was before stands there again.
        """
        if self._begun:
            self._write(*self._begun)
        self._begun = None

    def hold(self, text: str) -> None:
        """Note that the screen has held with this text: it is good."""
        self._begun = None
        self._write(text, 0, held=text)

    def _write(self, text: str, begun: int, held: str = "") -> None:
        starts = self.kept()
        others = {each: count for each, count in starts.begun.items() if each != text}
        counts = dict([*others.items(), (text, begun)][-REMEMBERED:])
        found = Starts(
            begun={each: count for each, count in counts.items() if count > 0},
            held=held or starts.held,
            by=self._release,
        )
        try:
            write_whole(self._file, msgspec.json.encode(found))
        except OSError as error:
            _log.warning("starts can't be counted in %s: %s", self._file.parent, error)

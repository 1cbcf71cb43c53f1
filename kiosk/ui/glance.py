"""The kiosk's health and its text at a glance, as the staff page shows them.

Owns the figures last asked for. Asks only while the page is open; measures and judges nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import msgspec
from PySide6.QtCore import QDateTime, QLocale, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.health.figures import Figures
from kiosk.health.record import CRASHES
from kiosk.library.pack import Pack
from kiosk.library.reviews import Reviews, reviews
from kiosk.ui.declared import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING = Figures(uptime=0, memory=0, errors=0, warnings=0, trouble="", safe=False, crashes=())
"""Figures of a program that nobody looks after."""

SHOWN = 3
"""Findings shown in full; the others are counted."""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """How the text is. `loaded` is in seconds since 1970, 0 if it was never loaded.

    `findings` are what was wrong at the last reload, a line each; `drafts` and `overdue` count
    pages that no clinician has reviewed, or whose next review is past, in all languages.
    `loading`: it is being read just now.
    """

    version: str = ""
    loaded: float = 0.0
    findings: tuple[str, ...] = ()
    pages: int = 0
    drafts: int = 0
    overdue: int = 0
    loading: bool = False


class PackNews:
    """The news of one pack; its pages are counted once a day, if asked. Times as in `News`."""

    def __init__(self, pack: Pack, calendar: Callable[[], datetime]) -> None:
        self._pack = pack
        self._calendar = calendar
        self._loaded = calendar().timestamp()
        self._day: date | None = None
        self._counted = Reviews()

    def __call__(self) -> News:
        """Return the news as they are now."""
        today = self._calendar().date()
        if today != self._day:  # a page may be overdue that wasn't yesterday
            self._day, self._counted = today, reviews(self._pack, today)
        return News(
            loaded=self._loaded,
            pages=self._counted.pages,
            drafts=self._counted.drafts,
            overdue=self._counted.overdue,
        )


@QmlElement
@QmlUncreatable("made in Python")
class Glance(QObject):  # type: ignore[operator]
    """The figures of the staff page; `look` asks for new ones."""

    changed = Signal()

    def __init__(
        self, health: Callable[[], Figures], news: Callable[[], News], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ask_health, self._ask_news = health, news
        self._health, self._news = NOTHING, News()

    def retell(self) -> None:
        """Say the same figures again: the screen's language has changed."""
        self.changed.emit()

    def look(self) -> None:
        """Ask for the figures as they are now."""
        seen = self._ask_health(), self._ask_news()
        if seen != (self._health, self._news):
            self._health, self._news = seen
            self.changed.emit()

    @Property(int, notify=changed)
    def uptime(self) -> int:
        """Whole minutes since the kiosk was started."""
        return int(self._health.uptime // 60)

    @Property(int, notify=changed)
    def memory(self) -> int:
        """Memory that the kiosk uses, in MiB."""
        return round(self._health.memory / 1024)

    @Property(int, notify=changed)
    def errors(self) -> int:
        """Errors logged since the start."""
        return self._health.errors

    @Property(str, notify=changed)
    def crash(self) -> str:
        """When and how it last crashed; empty if it didn't."""
        last = next((r for r in reversed(self._health.crashes) if r.kind in CRASHES), None)
        if last is None:
            return ""
        try:
            seconds = datetime.fromisoformat(last.time).timestamp()
        except (ValueError, OverflowError):
            return last.told
        return f"{_words(QDateTime.fromSecsSinceEpoch(int(seconds)))}: {last.told}"

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """The last error or warning that was logged, if there was an error."""
        return self._health.trouble if self._health.errors else ""

    @Property(bool, notify=changed)
    def safe(self) -> bool:
        """Whether it runs with nothing optional."""
        return self._health.safe

    @Property(str, notify=changed)
    def version(self) -> str:
        """The version of the text."""
        return self._news.version

    @Property(str, notify=changed)
    def loaded(self) -> str:
        """Day and time at which the text was last loaded; empty if it never was."""
        moment = QDateTime.fromSecsSinceEpoch(int(self._news.loaded))
        return _words(moment) if self._news.loaded else ""

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        """Whether the text is being read just now."""
        return self._news.loading

    @Property(str, notify=changed)
    def findings(self) -> str:
        """The first findings of the last reload, a line each."""
        return "\n".join(self._news.findings[:SHOWN])

    @Property(int, notify=changed)
    def findingCount(self) -> int:
        """How many findings there are."""
        return len(self._news.findings)

    @Property(int, notify=changed)
    def unshown(self) -> int:
        """How many findings are not in `findings`."""
        return max(0, len(self._news.findings) - SHOWN)

    @Property(int, notify=changed)
    def pages(self) -> int:
        """Pages in the pack, in all languages."""
        return self._news.pages

    @Property(int, notify=changed)
    def drafts(self) -> int:
        """Pages that no clinician has reviewed."""
        return self._news.drafts

    @Property(int, notify=changed)
    def overdue(self) -> int:
        """Pages whose next review is past."""
        return self._news.overdue


def _words(moment: QDateTime) -> str:
    # In words that no country reads the other way round; the tongue sets the language.
    return QLocale().toString(moment, "d MMM yyyy, HH:mm")

"""How the kiosk and its text are, as the staff page shows it.

Owns the figures last asked for, and the list of what the desk works with. Asks only while the page
is open; a count of pages that has begun goes on to its end. Measures and judges nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QLocale,
    QObject,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.health.crash_record import CRASHES
from kiosk.health.vitals import Vitals
from kiosk.pack.news import Filed, News
from kiosk.pack.pack import Pack
from kiosk.page.phrases import filled
from kiosk.releases.releases import NOT_READY, STOPS, Standing
from kiosk.staff.lock import Lock
from kiosk.ui.qt.list_models import own_name
from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING = Vitals(uptime=0, memory=0, errors=0, warnings=0, trouble="", safe=False, crashes=())
"""Figures of a program that nobody looks after."""

SHOWN = 3
"""Findings or pages shown in full; the others are counted."""


class StaffTools(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk works with. `clock` gives seconds and never jumps, `pin` is the stored hash.

    Without a PIN and its lock the desk can't be opened. With a `printer`, a name in CUPS, and the
    pack that is `shown`, its pages can be printed. `content` is the folder that the kiosk reads.
    """

    clock: Callable[[], float]
    pin: str = ""
    lock: Lock | None = None
    health: Callable[[], Vitals] = lambda: NOTHING
    news: Callable[[], News] = News
    standing: Callable[[], Standing] = Standing
    reload: Callable[[], None] = lambda: None
    printer: str = ""
    shown: Callable[[], Pack] | None = None
    content: Path | None = None


@QmlElement
@QmlUncreatable("made in Python")
class StaffStatus(QObject):  # type: ignore[operator]
    """The figures of the staff page; `look` asks for new ones."""

    changed = Signal()

    def __init__(
        self,
        health: Callable[[], Vitals],
        news: Callable[[], News],
        standing: Callable[[], Standing],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ask_health, self._ask_news, self._ask_standing = health, news, standing
        self._health, self._news, self._standing = NOTHING, News(), Standing()
        self._counting = "off"
        self._again = QTimer(self, singleShot=True, interval=1)
        self._again.timeout.connect(self._count)

    def tell_counting(self, counting: str) -> None:
        """Show what is counted from now on: "off", "visits", or "words" searched in vain too."""
        self._counting = counting
        self.changed.emit()

    def retell(self) -> None:
        """Say the same figures again: the screen's language has changed."""
        self.changed.emit()

    def look(self) -> None:
        """Ask for the figures as they are now."""
        self._take(self._ask_health(), self._ask_news(), self._ask_standing())

    @Slot()
    def _count(self) -> None:
        self._take(self._health, self._ask_news(), self._standing)

    def _take(self, health: Vitals, news: News, standing: Standing) -> None:
        if (health, news, standing) != (self._health, self._news, self._standing):
            self._health, self._news, self._standing = health, news, standing
            self.changed.emit()
        if not news.counted:
            self._again.start()

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
    def counting(self) -> str:
        """What is counted: "off", "visits", or "words" searched in vain too."""
        return self._counting

    @Property(str, notify=changed)
    def program(self) -> str:
        """The release of the program that runs."""
        return self._standing.runs

    @Property(str, notify=changed)
    def update(self) -> str:
        """What becomes or became of a newer release; empty if there is nothing to say."""
        standing = self._standing
        turn = standing.turn
        if standing.waits:
            words = QCoreApplication.translate("StaffStatus", "%1 is started at the next rest")
            return filled(words, standing.waits)
        if turn and turn.kind == "refused":
            words = QCoreApplication.translate("StaffStatus", "%1 is not used: %2")
            return filled(words, turn.release, turn.why)
        if turn and turn.kind == "left":
            words = QCoreApplication.translate("StaffStatus", "%1 was left: %2")
            return filled(words, turn.release, _why(turn.why))
        return ""

    @Property(bool, notify=changed)
    def updateFailed(self) -> bool:
        """Whether a newer release is not the one that is used."""
        turn = self._standing.turn
        return bool(turn and turn.kind != "taken")

    @Property(str, notify=changed)
    def version(self) -> str:
        """The version of the text."""
        return self._news.version

    @Property(str, notify=changed)
    def aside(self) -> str:
        """The version that was set aside because its starts were cut off; empty if none was."""
        return self._news.aside

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

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        """Whether all pages have been read, so that the figures of reviews are known."""
        return self._news.counted

    @Property(int, notify=changed)
    def pages(self) -> int:
        """Pages in the pack, in all languages."""
        return self._news.reviews.pages

    @Property(int, notify=changed)
    def drafts(self) -> int:
        """Pages that no clinician has reviewed."""
        return self._news.reviews.drafts

    @Property(int, notify=changed)
    def overdue(self) -> int:
        """Pages that should have been reviewed again before today."""
        return len(self._news.reviews.overdue)

    @Property(bool, notify=changed)
    def hides(self) -> bool:
        """Whether those pages are off the screen."""
        return self._news.hides

    @Property(str, notify=changed)
    def overdueLines(self) -> str:
        """The first of them and when they were due, a line each."""
        return _lines(self._news.reviews.overdue)

    @Property(int, notify=changed)
    def overdueMore(self) -> int:
        """How many of them are not in `overdueLines`."""
        return _more(self._news.reviews.overdue)

    @Property(int, notify=changed)
    def soon(self) -> int:
        """Pages whose review is due within the next 30 days."""
        return len(self._news.reviews.soon)

    @Property(str, notify=changed)
    def soonLines(self) -> str:
        """The first of them and when they are due, a line each."""
        return _lines(self._news.reviews.soon)

    @Property(int, notify=changed)
    def soonMore(self) -> int:
        """How many of them are not in `soonLines`."""
        return _more(self._news.reviews.soon)


def _why(code: str) -> str:
    if code == NOT_READY:
        return QCoreApplication.translate("StaffStatus", "it was not ready within 60 seconds")
    if code == STOPS:
        return QCoreApplication.translate(
            "StaffStatus", "the computer stopped three times before it was ready"
        )
    return QCoreApplication.translate("StaffStatus", "it failed three times in ten minutes")


def _together(pages: Sequence[Filed]) -> list[list[Filed]]:
    """Put a page's languages together where they are due on the same day."""
    made: dict[tuple[str, date | None], list[Filed]] = {}
    for page in pages:
        made.setdefault((page.name, page.review.next_review), []).append(page)
    return list(made.values())


def _lines(pages: Sequence[Filed]) -> str:
    return "\n".join(map(_line, _together(pages)[:SHOWN]))


def _line(pages: Sequence[Filed]) -> str:
    """Name a page, its languages, and the day on which its review is due."""
    due = pages[0].review.next_review
    day = QLocale().toString(QDate(due.year, due.month, due.day), "d MMM yyyy") if due else ""
    languages = ", ".join(own_name(page.language) for page in pages)
    words = QCoreApplication.translate("StaffStatus", "%1, due on %2")
    return filled(words, f"{pages[0].tab} ({languages})", day)


def _more(pages: Sequence[Filed]) -> int:
    return sum(map(len, _together(pages)[SHOWN:]))


def _words(moment: QDateTime) -> str:
    # In words that no country reads the other way round; `Translations` sets the language.
    return QLocale().toString(moment, "d MMM yyyy, HH:mm")

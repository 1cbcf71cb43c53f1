"""Reading aloud as QML sees it: what is read, how far it has come, how fast and how loud.

Owns when a reading ends with a page or a visit, and whether there is a voice. Volume and pace are
the visit's. Loads nothing of speech before somebody listens: a start is measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.presence.presence import Presence
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.navigator import Navigator
from kiosk.visit.visit import PACES, VOLUME_STEP

if TYPE_CHECKING:
    from kiosk.rows.row import Row
    from kiosk.speech.utterances import Utterance
    from kiosk.ui.speech.page_reading import PageReading

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

NOWHERE = -2
"""The row that is read while nothing is read: -1 is a page's head."""


@QmlElement
@QmlUncreatable("made in Python")
class ReadAloud(QObject):  # type: ignore[operator]
    """Reads the page on the screen aloud, sentence by sentence.

    `programs` says a language other than by the system's engine.
    """

    changed = Signal()

    def __init__(
        self,
        navigator: Navigator,
        presence: Presence,
        translations: Translations,
        programs: Mapping[str, Sequence[str]],
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._navigator, self._presence = navigator, presence
        self._translations = translations
        self._programs = programs
        self._visit = navigator.visit
        self._page = navigator.shown
        self._page_reading: PageReading | None = None
        self._voices: dict[str, bool] = {}
        self._sounding = self._problem = False
        self._alone = frozenset[int]()
        self._looked = self._looks()
        navigator.visitChanged.connect(self._follow)
        # At the very end of a visit, before anything else is put back.
        presence.ended.connect(self.stop)
        navigator.wiped.connect(self.stop)

    # What there is

    @Property(bool, notify=changed)
    def available(self) -> bool:
        """Whether the page on the screen can be read: there is a voice for its language."""
        return self._page is not None and self._speaks(self._page.language)

    @Property(bool, notify=changed)
    def speaks(self) -> bool:
        """Whether there is a voice for the language chosen."""
        return self._speaks(self._visit.language)

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether a page, or what was found, is being read, or its reading rests."""
        return self._now is not None

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        """Whether it is being read just now."""
        return self._page_reading is not None and self._page_reading.playing

    @Property(str, notify=changed)
    def page(self) -> str:
        """The page that is read; empty if none is."""
        return self._visit.page if self._now and not self._recites else ""

    @Property(int, notify=changed)
    def row(self) -> int:
        """The row being read: -1 is the page's head, the number of rows its foot, -2 nothing."""
        return self._now.row if self._now else NOWHERE

    @Property(int, notify=changed)
    def inner(self) -> int:
        """The row inside that row; -1 if it is the row itself."""
        return self._now.inner if self._now else -1

    @property
    def _sounds(self) -> bool:
        return self._page_reading is not None and self._page_reading.sounding

    @property
    def _recites(self) -> bool:
        return self._page_reading is not None and self._page_reading.recites

    @property
    def _now(self) -> Utterance | None:
        return self._page_reading.now if self._page_reading is not None else None

    @Property(int, notify=changed)
    def pace(self) -> int:
        """How fast it is read, in percent, 50 to 200."""
        return self._visit.pace

    @Property(int, notify=changed)
    def volume(self) -> int:
        """How loud it is read, in percent."""
        return self._visit.volume

    @Property(bool, notify=changed)
    def problem(self) -> bool:
        """Whether the reading has ended because nothing can be said just now."""
        return self._problem

    # What a touch means

    @Slot(int)
    def listen(self, row: int) -> None:
        """Read the page on the screen from this row on; -1 for its beginning."""
        self._problem = False
        if self._page is not None and self.available:
            self._made().begin(self._visit, self._page, self._rows(), row, self._alone)
        self._tell()

    @Slot(list)
    def recite(self, texts: list[str]) -> None:
        """Read these instead of a page, in the language chosen; each is a row."""
        self._problem = False
        if self.speaks:
            self._made().recite(self._visit, texts)
        self._tell()

    @Slot()
    def toggle(self) -> None:
        """Pause, or go on with the sentence that was broken off."""
        if self._page_reading is not None:
            self._page_reading.toggle()

    @Slot()
    def back(self) -> None:
        """Say this block again; at its beginning, the one before."""
        if self._page_reading is not None:
            self._page_reading.back()

    @Slot()
    def forward(self) -> None:
        """Go on with the next block."""
        if self._page_reading is not None:
            self._page_reading.forward()

    @Slot()
    def slower(self) -> None:
        """Read at the next slower pace."""
        self._wish(pace=max((each for each in PACES if each < self.pace), default=PACES[0]))

    @Slot()
    def faster(self) -> None:
        """Read at the next faster pace."""
        self._wish(pace=min((each for each in PACES if each > self.pace), default=PACES[-1]))

    @Slot()
    def louder(self) -> None:
        """Read a step louder."""
        self.setVolume(self.volume + VOLUME_STEP)

    @Slot()
    def quieter(self) -> None:
        """Read a step more quietly; to silence nobody comes that way."""
        self.setVolume(max(min(self.volume, VOLUME_STEP), self.volume - VOLUME_STEP))

    @Slot(int)
    def setVolume(self, percent: int) -> None:
        """Set how loud it is read."""
        self._wish(volume=max(0, min(100, percent)))

    @Slot()
    def stop(self) -> None:
        """End the reading; within a tenth of a second nothing sounds."""
        self._problem = False
        if self._page_reading is not None:
            self._page_reading.stop()
        self._tell()

    @Slot(str)
    def say(self, text: str, language: str = "") -> None:
        """Say a short sentence at once; a reading goes on after it with the same sentence.

        `language` is that of the sentence if it isn't the visit's.
        """
        visit = self._visit.in_language(language or self._visit.language)
        if self._speaks(visit.language):
            self._made().say(visit, text)

    # What others tell

    @Slot(list)
    def see(self, alone: list[int]) -> None:
        """Say one option of these comparisons of the page on the screen: one is seen at a time."""
        if self._alone == (now := frozenset(alone)):
            return
        self._alone = now
        if self._page_reading and self._now and self._page and not self._recites:
            self._page_reading.follow(self._visit, self._page, self._rows(), self._alone)
            self._tell()

    @Slot()
    def _follow(self) -> None:
        """Take over the visit and the page on the screen, which may say something else now.

        A reading goes on at the same place in another text or language; on another page it ends.
        """
        before, self._visit = self._visit, self._navigator.visit
        page, self._page = self._page, self._navigator.shown
        turned = self._visit.place != before.place
        if turned:
            self._problem = False
        if self._page_reading is None or self._now is None:
            pass
        elif self._recites:
            if self._visit.place != before.place or self._visit.language != before.language:
                self.stop()
            else:
                self._page_reading.hear(self._visit)
        elif turned or self._page is None or not self.available:
            self.stop()
        elif page is not self._page or self._visit != before:
            self._page_reading.follow(self._visit, self._page, self._rows(), self._alone)
        self._tell()

    @Slot()
    def _failed(self) -> None:
        self._problem = True
        self._tell()

    def close(self) -> None:
        """Leave no engine behind: the kiosk ends."""
        if self._page_reading is not None:
            self._page_reading.close()

    def _made(self) -> PageReading:
        if self._page_reading is None:
            from kiosk.ui.speech.page_reading import PageReading  # noqa: PLC0415

            self._page_reading = PageReading(
                self._translations,
                lambda: self._presence.today,
                self._programs,
                emergency=self._emergency,
                said=self._spellings,
                parent=self,
            )
            self._page_reading.changed.connect(self._tell)
            self._page_reading.failed.connect(self._failed)
        return self._page_reading

    def _emergency(self, language: str) -> str:
        """Give the number of the pack that is shown now: it changes with a new text."""
        return self._navigator.pack.emergency_number(language)

    def _spellings(self, language: str) -> Mapping[str, str]:
        return self._navigator.pack.said.get(language, {})

    def _rows(self) -> Sequence[Row]:
        """Give all rows of the page on the screen, which holds none back from here on."""
        return self._navigator.pane(self._visit.page).rows.rows

    def _speaks(self, language: str) -> bool:
        if language not in self._voices:
            from kiosk.speech.engine import is_installed  # noqa: PLC0415

            self._voices[language] = is_installed(language, self._programs)
        return self._voices[language]

    def _wish(self, **wish: int) -> None:
        self._navigator.change(msgspec.structs.replace(self._visit, **wish))

    def _looks(self) -> tuple[object, ...]:
        page = self._page.language if self._page else None
        now = self._now and self._now.place
        return page, now, self.playing, self._sounds, self.pace, self.volume, self._problem

    @Slot()
    def _tell(self) -> None:
        """Say what has changed, to the presence first: while anything is said nobody is idle."""
        looks = self._looks()
        if looks == self._looked:
            return
        self._looked = looks
        if self._sounding != self._sounds:
            self._sounding = self._sounds
            self._presence.listen(self._sounding)
        self.changed.emit()

"""A page on its way to the voice: which sentence is said, and how it goes on when things change.

Owns the one reading and the voice. It is made, and all that it needs is loaded, when somebody first
listens. Knows neither QML nor when a visit ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.page.blocks import Page
from kiosk.page.sentences import sentences
from kiosk.page.superscripts import aloud
from kiosk.rows.row import Row
from kiosk.speech.engine import Programs, Speech
from kiosk.speech.reading import Reading, State
from kiosk.speech.utterances import Listener, Utterance, spoken
from kiosk.ui.qt.translations import Translations
from kiosk.ui.speech.voice import Voice
from kiosk.visit.visit import Visit

Alone = frozenset[int]
"""The comparisons of a page, by number, of which one option is seen at a time: two don't fit."""


class PageReading(QObject):
    """Reads sentence by sentence. `failed`: nothing can be said; the reading is over then.

    `emergency` gives the number to call in an emergency as pages of a language write it, `said` the
    words of a language that are said as if they were spelt otherwise.
    """

    changed = Signal()
    failed = Signal()

    def __init__(
        self,
        translations: Translations,
        today: Callable[[], date],
        programs: Programs,
        *,
        emergency: Callable[[str], str],
        said: Callable[[str], Mapping[str, str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._emergency, self._spellings = emergency, said
        self._today = today
        self._translations = translations
        self._reading = Reading()
        self._recites = self._aside = False
        self._visit: Visit | None = None
        self._voice = Voice(programs, parent=self)
        self._voice.said.connect(self._said)
        self._voice.failed.connect(self._failed)

    @property
    def now(self) -> Utterance | None:
        """What is read, or read next; None when nothing is."""
        return self._reading.now

    @property
    def playing(self) -> bool:
        """Whether it is being read just now."""
        return self._reading.state is State.PLAYING

    @property
    def recites(self) -> bool:
        """Whether what is read is no page."""
        return self._recites

    @property
    def sounding(self) -> bool:
        """Whether anything is being said: the page, or a short sentence."""
        return self._aside or self.playing

    def begin(
        self, visit: Visit, page: Page, rows: Sequence[Row], start: int, alone: Alone
    ) -> None:
        """Read a page, of which these are all rows, from a row on."""
        self._visit, self._recites = visit, False
        self._take(Reading(utterances=self._told(visit, page, rows, alone)).from_row(start))

    def recite(self, visit: Visit, texts: Sequence[str]) -> None:
        """Read these instead of a page, in the language of the visit; each is a row."""
        self._visit, self._recites = visit, True
        say = self._translations.phrases(visit.language)
        told = (
            Utterance(row=row, inner=-1, text=each, language=visit.language)
            for row, text in enumerate(texts)
            for each in sentences(aloud(text, say))
        )
        self._take(Reading(utterances=tuple(told)).from_row(0))

    def toggle(self) -> None:
        """Pause, or go on."""
        self._take(self._reading.toggled())

    def back(self) -> None:
        """Go back to a block's beginning."""
        self._take(self._reading.back())

    def forward(self) -> None:
        """Go on with the next block."""
        self._take(self._reading.forward())

    def stop(self) -> None:
        """End the reading; nothing sounds any more."""
        self._aside = False
        # Nothing of it is kept: somebody may have typed it.
        self._reading = Reading()
        self._voice.silence()
        self.changed.emit()

    def say(self, visit: Visit, text: str) -> None:
        """Say a short sentence at once; a reading goes on after it."""
        self._visit = visit
        self._aside = True
        self._voice.say(self._speech(visit, text, visit.language))
        self.changed.emit()

    def follow(self, visit: Visit, page: Page, rows: Sequence[Row], alone: Alone) -> None:
        """Go on at the same place of what the page says now, as this visit wants it."""
        heard = self._visit is not None and heard_in(visit) != heard_in(self._visit)
        self._visit = visit
        reading = self._reading.within(self._told(visit, page, rows, alone))
        self._take(reading, anew=heard or _words(reading) != _words(self._reading))

    def hear(self, visit: Visit) -> None:
        """Go on with what is recited as this visit wants it."""
        heard = self._visit is not None and heard_in(visit) != heard_in(self._visit)
        self._visit = visit
        self._take(self._reading, anew=heard)

    def close(self) -> None:
        """Leave no engine behind: the kiosk ends."""
        self._voice.stop()

    def _take(self, reading: Reading, *, anew: bool = True) -> None:
        """Take over a state; `anew`: what it says there is to be said from its beginning."""
        before, self._reading = self._reading, reading
        now = reading.now
        if now is None:
            if before.now:
                self.stop()
        elif reading.state is State.PLAYING:
            if anew:
                self._aside = False
                self._utter(now, reading.spoken().now)
        elif before.state is State.PLAYING:
            self._aside = False
            self._voice.silence()
        self.changed.emit()

    def _utter(self, *coming: Utterance | None) -> None:
        if self._visit is not None:
            visit = self._visit
            self._voice.say(
                *(self._speech(visit, each.text, each.language) for each in coming if each)
            )

    def _speech(self, visit: Visit, text: str, language: str) -> Speech:
        pace, volume = heard_in(visit)
        return Speech(
            text=text,
            language=language,
            pace=pace,
            volume=volume,
            emergency=self._emergency(language),
            said=tuple(self._spellings(language).items()),
        )

    @Slot()
    def _said(self) -> None:
        if not self._aside:
            self._take(self._reading.spoken())
        elif self.playing:
            self._take(self._reading)
        else:
            self._aside = False
            self.changed.emit()

    @Slot()
    def _failed(self) -> None:
        read = self.playing
        self.stop()
        if read:
            self.failed.emit()

    def _told(
        self, visit: Visit, page: Page, rows: Sequence[Row], alone: Alone
    ) -> tuple[Utterance, ...]:
        return spoken(
            page,
            rows,
            self._listener(visit.language),
            self._listener(page.language),
            opened=visit.question(visit.page),
            ticked=frozenset(visit.ticked_on(visit.page)),
            compared=_compared(visit, rows, alone),
            headed=not visit.section(visit.page),
        )

    def _listener(self, language: str) -> Listener:
        return Listener(
            language=language,
            say=self._translations.phrases(language),
            day=partial(self._translations.day, language=language),
            today=self._today(),
        )


def _compared(visit: Visit, rows: Sequence[Row], alone: Alone) -> dict[int, tuple[int, ...]]:
    """Give the options of each comparison among these rows that a visitor sees: two, or one."""
    shown: dict[int, tuple[int, ...]] = {}
    for row in rows:
        if row.kind == "compare":
            pair = visit.pair(visit.page, row.count).within(len(row.badge or ()))
            one = pair.options[pair.latest]
            shown[row.count] = (one,) if row.count in alone else pair.options
    return shown


def heard_in(visit: Visit) -> tuple[int, int]:
    """Give what a visitor hears by: pace and volume."""
    return visit.pace, visit.volume


def _words(reading: Reading) -> tuple[str, str] | None:
    now = reading.now
    return (now.text, now.language) if now else None

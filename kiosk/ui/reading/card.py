"""The card over a page: an explanation, a source, a level of evidence, or how things look.

What a figure opened large shows is kept by `large_figure`.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.page.blocks import Level
from kiosk.page.phrases import Phrases
from kiosk.rows.row import Row
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.reading.large_figure import LargeFigure

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A level of evidence in words, what it was given for, and the styled sources behind that."""

    level: str = ""
    word: str = ""
    meaning: str = ""
    study: str = ""
    sources: tuple[str, ...] = ()


def weighed(level: str, study: str, sources: Iterable[tuple[str, str]], say: Phrases) -> Weighed:
    """Put into words what a badge says; each source is its name and its styled text."""
    known = Level(level)
    return Weighed(
        level=level,
        word=say.evidence(known),
        meaning=say.meaning(known),
        study=study,
        sources=tuple(f"<b>{name}:</b> {text}" for name, text in sources if name),
    )


class Carried(msgspec.Struct, frozen=True):
    """What a phone takes along: a picture of the code, as an address for QML; none: too much.

    `modules` are those of a side, with the quiet zone; `address` is what the code says, where that
    is one, in letters.
    """

    picture: str = ""
    modules: int = 0
    address: str = ""


@QmlElement
@QmlUncreatable("made in Python")
class Card(QObject):  # type: ignore[operator]
    """What is on the card; nothing without one."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._said = ("", "", "")
        self._links: list[tuple[str, str]] = []
        self._weighed = Weighed()
        self._carried = Carried()
        self._large_figure = LargeFigure(self)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """What is on it, or nothing.

        One of term, source, evidence, outside, missing, gone, display, links, keys, figure, phone.
        """
        return self._said[0]

    @Property(str, notify=changed)
    def title(self) -> str:
        """The term, or the source's name."""
        return self._said[1]

    @Property(str, notify=changed)
    def text(self) -> str:
        """The explanation, the source, or the address."""
        return self._said[2]

    @Property(list, notify=changed)
    def words(self) -> list[str]:
        """The words of each link to choose from."""
        return [words for words, _ in self._links]

    @Property(list, notify=changed)
    def links(self) -> list[str]:
        """The address of each link to choose from."""
        return [address for _, address in self._links]

    @Property(LargeFigure, constant=True)
    def largeFigure(self) -> LargeFigure:
        """The figure that is opened large."""
        return self._large_figure

    def enlarge(self, figure: Row, language: str) -> None:
        """Open a figure large; its words are in this language."""
        self._large_figure.show(figure, language)
        self.show("figure", figure.plain, figure.picture)

    @Property(str, notify=changed)
    def level(self) -> str:
        """The level of evidence that is explained."""
        return self._weighed.level

    @Property(str, notify=changed)
    def study(self) -> str:
        """What stands beside the badge that is explained."""
        return self._weighed.study

    @Property(list, notify=changed)
    def sources(self) -> list[str]:
        """The sources behind that badge, styled."""
        return list(self._weighed.sources)

    @Property(str, notify=changed)
    def code(self) -> str:
        """The picture of a code for a phone, a pixel a module; empty where it is too much."""
        return self._carried.picture

    @Slot(float, float, float, result=int)
    def pixelsAModule(self, mm: float, wanted: float, room: float) -> int:
        """Return how many pixels a module of that code takes; 0 where it has no room."""
        from kiosk.take_home.phone_code import pixels_a_module  # noqa: PLC0415

        return pixels_a_module(self._carried.modules, mm, wanted, room)

    def carry(self, carried: Carried) -> None:
        """Put up a code for a phone."""
        self._carried = carried
        self.show("phone", text=carried.address)

    def offer(self, links: list[tuple[str, str]]) -> None:
        """Put these links on the card: the words of each, and its address."""
        self._links = links
        self.show("links")

    def weigh(self, evidence: Weighed) -> None:
        """Explain a badge."""
        self._weighed = evidence
        self.show("evidence", evidence.word, evidence.meaning)

    def show(self, kind: str, title: str = "", text: str = "") -> None:
        """Put this on the card."""
        if kind != "phone":
            self._carried = Carried()
        if (kind, title, text) != self._said:
            self._said = (kind, title, text)
            self.changed.emit()
            if kind != "figure":
                self._large_figure.clear()

    @Slot()
    def showDisplay(self) -> None:
        """Put up the card with which a visitor sets how things look."""
        self.show("display")

    @Slot()
    def close(self) -> None:
        """Take the card away."""
        self.show("")

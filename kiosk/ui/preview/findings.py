"""What stands beside the panes in the preview: the findings, and the screen that is tried on.

Owns which screen it is and which way round. Examines nothing; shows no page.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.check.examine import Report
from kiosk.check.material.finding import Finding
from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.ui.qt.list_models import Language, StructModel
from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


class Panel(msgspec.Struct, frozen=True):
    """A screen that clinics have: pixels across and down, and inches from corner to corner."""

    name: str
    width: int
    height: int
    diagonal: float


PANELS = (
    Panel("21.5″", 1920, 1080, 21.5),
    Panel("10.1″", 1280, 800, 10.1),
    Panel("15.6″", 1366, 768, 15.6),
    Panel("43″", 3840, 2160, 43.0),
)
"""The screens that can be tried on; the first one is what the kiosk is designed for."""


class Line(msgspec.Struct, frozen=True):
    """One finding as the list shows it."""

    severity: str
    place: str
    problem: str
    remedy: str
    rule: str
    opens: bool


@QmlElement
@QmlUncreatable("made in Python")
class PreviewFindings(QObject):  # type: ignore[operator]
    """The side of the preview. `opened` bears language, page and anchor of a finding's place."""

    changed = Signal()
    languagesChanged = Signal()
    screenChanged = Signal()
    releaseChanged = Signal()
    opened = Signal(str, str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = StructModel(Line, self)
        self._report: Report | None = None
        self._busy = self._broken = self._upright = self._release = False
        self._panel = 0
        self._languages: tuple[Language, ...] = ()

    # The findings

    @Property(QObject, constant=True)
    def findings(self) -> StructModel:
        """The findings in the order of files and lines."""
        return self._lines

    @Property(int, notify=changed)
    def errors(self) -> int:
        """How many of them are errors."""
        return self._report.errors if self._report else 0

    @Property(int, notify=changed)
    def warnings(self) -> int:
        """How many are warnings."""
        return len(self._report.findings) - self._report.errors if self._report else 0

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the pack is being examined; the findings are those from before."""
        return self._busy

    @Property(bool, notify=changed)
    def broken(self) -> bool:
        """Whether the last check broke off: the findings are those from before."""
        return self._broken

    @Property(bool, notify=releaseChanged)
    def release(self) -> bool:
        """Whether drafts and overdue pages count as errors."""
        return self._release

    @Slot(bool)
    def demand(self, release: bool) -> None:
        """Let drafts and overdue pages count as errors, or not."""
        if release != self._release:
            self._release = release
            self.releaseChanged.emit()

    def wait(self) -> None:
        """The pack is being examined."""
        self._busy = True
        self.changed.emit()

    def take(self, report: Report) -> None:
        """Show what has been found; the list stays where it is if that is the same as before."""
        self._report, self._busy, self._broken = report, False, False
        lines = [_line(finding) for finding in report.findings]
        if lines != list(self._lines.rows):
            self._lines.fill(lines)
        self.changed.emit()

    def give_up(self) -> None:
        """The check broke off; the findings from before stay."""
        self._busy, self._broken = False, True
        self.changed.emit()

    @Slot(int)
    def open(self, index: int) -> None:
        """Go to the place of a finding, if it stands on a page."""
        found = self._report.findings[index] if self._report else None
        if found and found.page:
            self.opened.emit(found.language, found.page, found.section)

    # The languages

    @Property(list, notify=languagesChanged)
    def codes(self) -> list[str]:
        """The codes of the pack's languages."""
        return [language.code for language in self._languages]

    @Property(list, notify=languagesChanged)
    def names(self) -> list[str]:
        """Their own names, in the same order."""
        return [language.name for language in self._languages]

    def speak(self, languages: Sequence[Language]) -> None:
        """Take over the pack's languages."""
        self._languages = tuple(languages)
        self.languagesChanged.emit()

    # The screen

    @Property(list, constant=True)
    def screens(self) -> list[str]:
        """The screens that can be tried on."""
        return [panel.name for panel in PANELS]

    @Property(int, notify=screenChanged)
    def screen(self) -> int:
        """Which of them it is."""
        return self._panel

    @Property(bool, notify=screenChanged)
    def upright(self) -> bool:
        """Whether it stands on its short side."""
        return self._upright

    @Property(int, notify=screenChanged)
    def across(self) -> int:
        """Pixels from left to right."""
        return self.display.width

    @Property(int, notify=screenChanged)
    def down(self) -> int:
        """Pixels from top to bottom."""
        return self.display.height

    @property
    def display(self) -> ScreenSize:
        """The screen that is tried on."""
        panel = PANELS[self._panel]
        sides = (panel.width, panel.height)
        return ScreenSize(*(sides[::-1] if self._upright else sides), panel.diagonal)

    @Slot(int)
    def tryOn(self, index: int) -> None:
        """Take another screen."""
        if index != self._panel and 0 <= index < len(PANELS):
            self._panel = index
            self.screenChanged.emit()

    @Slot(bool)
    def turn(self, upright: bool) -> None:
        """Stand the screen on its short side, or lay it down."""
        if upright != self._upright:
            self._upright = upright
            self.screenChanged.emit()


def _line(finding: Finding) -> Line:
    place = f"{finding.file}:{finding.spot.line}" if finding.spot.line else finding.file
    problem, remedy = finding.sentences
    return Line(
        severity=finding.severity.value,
        place=place,
        problem=problem,
        remedy=remedy,
        rule=finding.rule,
        opens=bool(finding.page),
    )

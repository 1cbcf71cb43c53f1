"""What the kiosk hands to its QML, real and small, for the test of one component.

Owns a pack of a few words and what is made from it. Starts no window and no program.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtQml import QmlElement, QQmlEngine, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.check.examine import Report
from kiosk.check.material.finding import Finding, Severity, Spot
from kiosk.markdown.parse import parse_page
from kiosk.pack.pack import load_pack
from kiosk.page.blocks import Page
from kiosk.rows.build import page_rows
from kiosk.shipped import shipped
from kiosk.staff.lock import Lock
from kiosk.staff.pin import hashed
from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.ui.presence.presence import Presence
from kiosk.ui.preview.findings import PreviewFindings
from kiosk.ui.qt.cancelled_touch import CancelledTouch
from kiosk.ui.qt.list_models import RowModel, languages_of
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.card import weighed
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.reading.pane import Pane
from kiosk.ui.reading.pictures import PROVIDER, Pictures
from kiosk.ui.shell import Shell
from kiosk.ui.staff import page_printing, text_choice  # noqa: F401 (QML knows their types by name)
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.status import StaffTools
from kiosk.visit.visit import first_visit
from tests.flows.clock import Clock
from tests.flows.door import cancel_touch
from tests.flows.packs import HEAD, Writer

QML_IMPORT_NAME = "Kiosk.Testing"
QML_IMPORT_MAJOR_VERSION = 1

PIN = "7391"
"""What opens the staff page of every shell that is made here."""

SIZE = ScreenSize(1280, 800, 21.5)

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0H40V20Z"/></svg>'
)


@QmlElement
class Parts(QObject):
    """Makes what a component needs. Time passes when a test says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = Clock()
        self._kept: QQmlEngine | None = None
        self._watched: set[QQuickWindow] = set()
        self._folders: list[TemporaryDirectory[str]] = []
        # What QML alone holds, Python's collector takes apart.
        self._models: list[RowModel] = []

    @Slot(str, result=RowModel)
    @Slot(str, str, result=RowModel)
    def rows(self, text: str, layout: str = "page") -> RowModel:
        """Return the rows of a page of this Markdown, laid out as its author says."""
        rows = page_rows(_page(text, layout), lambda name: (name, 0.5))
        self._models.append(RowModel(rows, self._engine))
        return self._models[-1]

    @Slot(str, str, result=Shell)
    @Slot(str, str, str, result=Shell)
    def shell(self, languages: str, tabs: str, clinic: str = "") -> Shell:
        """Return a shell of a pack with these languages and tabs, with spaces between them.
        In the label of a tab `_` is a space.

        The first tab is read, in the first language; there is a page about this information.
        """
        writer = self._writer(languages)
        writer.clinic = clinic or writer.clinic
        for label in tabs.split():
            writer.page(f"page-{len(writer.tabs)}", label=label.replace("_", " "))
        writer.page("about", tab=False).about = "about"
        return self._shell(writer)

    @Slot(str, result=Shell)
    @Slot(str, str, result=Shell)
    @Slot(str, str, str, result=Shell)
    def reading(self, text: str, language: str = "en", layout: str = "page") -> Shell:
        """Return a shell in one language whose first page says this; it has extra pages, too.

        `drawing.svg` and `other.svg` are drawings that a page may show. A program that never says
        a word is the voice.
        """
        writer = self._writer(language).page("one", text, language=language, layout=layout)
        for drawing in ("drawing.svg", "other.svg"):
            (writer.folder / drawing).write_text(DRAWING, "utf-8")
        self._with_extras(writer, "Questions for your doctor")
        writer.page("about", tab=False, language=language)
        writer.about = "about"
        return self._shell(writer)

    @Slot(str, str, str, result=Shell)
    def reviewed(self, due: str, title: str, lead: str) -> Shell:
        """Return a shell of a page in the first of two languages, whose review was due on a day."""
        writer = self._writer("en bn").page("two").page("one", due=due)
        file = writer.folder / "en" / "one.md"
        said = file.read_text("utf-8").replace("Page one", title).replace("The lead of one.", lead)
        file.write_text(said, "utf-8")
        writer.tabs.sort()
        return self._shell(writer)

    @Slot(Shell, str, str, str)
    def showCard(self, shell: Shell, kind: str, title: str, text: str) -> None:
        """Put up a card of any kind, as the kiosk does that is asked for it."""
        if kind == "links":
            shell.links.offer([(title, "page:one%0Apart"), (text, "outside:example.org")])
        elif kind == "evidence":
            say = self.pane(shell).say
            shell.card.weigh(weighed("low", title, [("Source 1", text)] if text else [], say))
        else:
            shell.card.show(kind, title, text)

    @Slot(int, int, str, str, result=PreviewFindings)
    def findings(self, errors: int, warnings: int, problem: str, place: str) -> PreviewFindings:
        """Return what a preview has found: so many errors, then warnings that have no page."""
        results = PreviewFindings(self._engine)
        results.speak(languages_of(("en", "bn")))
        severities = [Severity.ERROR] * errors + [Severity.WARNING] * warnings
        found = tuple(
            Finding(
                file=place, spot=Spot(number + 1, 1), rule="a-rule", severity=severity,
                problem=problem, remedy="mend it", page="one" if number < errors else "",
                language="en", section=f"part-{number}",
            )
            for number, severity in enumerate(severities)
        )  # fmt: skip
        results.take(Report(findings=found, pages=1, off={}))
        return results

    @Slot(PreviewFindings, bool)
    def check(self, results: PreviewFindings, broken: bool) -> None:
        """Begin another check, which may break off."""
        results.wait()
        if broken:
            results.give_up()

    @Slot(Shell, result=Pane)
    def pane(self, shell: Shell) -> Pane:
        """Return the page that a shell shows."""
        return shell.navigator.pane(shell.navigator.page)

    @Slot(Shell, result="QVariantList")
    def pictures(self, shell: Shell) -> list[str]:
        """Return the addresses of the figures of the page that a shell shows."""
        return [row.picture for row in self.pane(shell).rows.rows if row.kind == "figure"]

    @Slot(str, str, bool, result=Shell)
    def resting(self, languages: str, words: str, extras: bool) -> Shell:
        """Return a shell at rest with one card of many words and a drawing, and another.

        `words` are the line of the first card, and the title of one of its `extras`, if it has any.
        """
        writer = self._writer(languages).page("one")
        (writer.folder / "drawing.svg").write_text(DRAWING, "utf-8")
        writer.card(words, "one", text="A fact that takes some words. " * 5, figure="drawing.svg")
        writer.card("Another line", "one")
        if extras:
            self._with_extras(writer, words)
        return self._shell(writer, resting=True)

    def _shell(self, writer: Writer, *, resting: bool = False) -> Shell:
        pack = load_pack(writer.written(), assets=shipped("assets"))
        self._show_pictures_of(pack.folder)
        waiting = self._clock.waiting()
        lock = Lock(
            writer.folder / "staff.json", hashed(PIN, (2, 1, 1)),
            boot="this one", clock=waiting.clock,
        )  # fmt: skip
        return Shell(
            pack,
            PackPages(pack),
            SIZE,
            first_visit(writer.languages[0], writer.tabs, 100, 50),
            Presence(waiting, resting=resting),
            desk=Desk(
                StaffTools(
                    clock=waiting.clock,
                    pin=hashed(PIN, (2, 1, 1)),
                    lock=lock,
                    printer="Desk",
                    shown=lambda: pack,
                ),
                writer.languages[0],
            ),
            translations=Translations(shipped("assets") / "translations"),
            unlocked=False,
            framed=False,
            moving=True,
            speech={"en": ("sleep", "600")},
            parent=self._engine,
        )

    @Slot(Shell)
    def endSpeech(self, shell: Shell) -> None:
        """Wait until no engine runs any more: Qt complains of one that is still about to end."""
        shell.readAloud.close()

    @Slot(Shell, float)
    def passTime(self, shell: Shell, seconds: float) -> None:
        """Let so many seconds pass, and the shell see that."""
        self._clock.after(seconds, shell.presence)
        shell.desk.tick()

    @Slot(Shell)
    def knock(self, shell: Shell) -> None:
        """Make the staff's gesture."""
        shell.desk.gesture()

    @Slot(Shell)
    def enter(self, shell: Shell) -> None:
        """Type the right PIN on the pad."""
        for digit in PIN:
            shell.desk.type(int(digit))
        shell.desk.enter()

    @Slot(QQuickItem)
    def watchTouches(self, item: QQuickItem) -> None:
        """Have an item's window hear of touches that are taken back, as the kiosk's own does."""
        window = item.window()
        if window not in self._watched:
            self._watched.add(window)
            CancelledTouch(window)

    @Slot(QQuickItem)
    def takeBack(self, item: QQuickItem) -> None:
        """Take every touch on an item's window back, as a compositor does."""
        for device in QInputDevice.devices():
            if device.type() is QInputDevice.DeviceType.TouchScreen:
                assert isinstance(device, QPointingDevice)
                cancel_touch(item.window(), device)

    @Slot(int, int, float, result="QVariantList")
    def measure(self, width: int, height: int, diagonal: float) -> list[float]:
        """Return how many pixels a millimetre has on such a screen, and how high capitals are."""
        screen = ScreenSize(width, height, diagonal)
        return [screen.mm, screen.cap_height]

    def _with_extras(self, writer: Writer, label: str) -> Writer:
        language = writer.languages[0]
        writer.page("ask", "- [ ] Why?", tab=False, label=label, language=language)
        writer.page("glossary", "Word\n:   Meaning.\n", tab=False, language=language)
        writer.extras = ["ask", "glossary"]
        return writer

    def _writer(self, languages: str) -> Writer:
        self._folders.append(TemporaryDirectory(prefix="kiosk-qml-"))
        return Writer(Path(self._folders[-1].name) / "pack", tuple(languages.split()))

    @property
    def _engine(self) -> QQmlEngine:
        """What the things that are made here belong to: it outlives what is drawn of them."""
        # Python's side of it is kept: with that, theirs would go.
        self._kept = self._kept or qmlEngine(self)
        assert self._kept is not None
        return self._kept

    def _show_pictures_of(self, folder: Path) -> None:
        pictures = self._engine.imageProvider(PROVIDER)
        assert isinstance(pictures, Pictures)
        pictures.turn_to(folder)


def _page(text: str, layout: str = "page") -> Page:
    head = HEAD.format(name="one", tab="One", layout=layout)
    return parse_page(head + text, name="one", language="en", file="one.md", terms={}, facts={})

"""`kiosk preview`: a window with the panes of a folder that is being written, and its findings.

Builds what the window needs and wires it; the kiosk's own composition root is `kiosk.app`. Nothing
here is locked, rests or forgets: whoever writes a page is no visitor.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import shiboken6
from platformdirs import user_cache_path
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontInfo
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.pack.copying import fingerprint
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.page.error import ContentError
from kiosk.ui.editions.folder_watch import FolderWatch
from kiosk.ui.presence.housekeeping import Housekeeping
from kiosk.ui.presence.presence import Presence
from kiosk.ui.preview.checker import Checker
from kiosk.ui.preview.findings import PreviewFindings
from kiosk.ui.qt.application import StartError, application, use_platform
from kiosk.ui.qt.cancelled_touch import CancelledTouch
from kiosk.ui.qt.glyphs import Glyphs
from kiosk.ui.qt.list_models import languages_of
from kiosk.ui.qt.stop_signals import StopSignals
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.reading.pictures import PROVIDER, Pictures
from kiosk.ui.shell import Shell
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.status import StaffTools
from kiosk.visit.presence_state import Timing
from kiosk.visit.visit import VOLUME, first_visit
from kiosk.visit.waiting import Waiting

log = logging.getLogger("kiosk.preview")

QML = Path(__file__).parents[1] / "qml"

STILL = 0.3
"""Seconds for which the folder must stand still: an editor has saved."""

FOR_EVER = 10.0**6
"""Seconds, some eleven days, after which somebody would be asked whether they are still there."""


def preview(folder: Path, *, assets: Path) -> int:
    """Show a folder until the window is closed, and return 0.

    Raises ContentError where the folder holds no pack that can be shown, StartError without a
    display.
    """
    asked = use_platform()
    shown = Preview(folder, assets)
    try:
        if shown.app.platformName() == "offscreen" and not asked:
            raise StartError("There is no display here to show a preview on.")
        shown.window.show()
        shown.app.exec()
    finally:
        shown.close()
    return 0


class Preview:
    """The running preview: its window, the shell behind the panes, and the findings.

    `calendar` gives the local time, in any thread.
    """

    def __init__(
        self,
        folder: Path,
        assets: Path,
        still: float = STILL,
        calendar: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._folder, self._assets, self._calendar = folder, assets, calendar
        compiled = user_cache_path("kiosk") / "pages"
        self._cache = PageCache(compiled)
        seen = fingerprint(folder)
        pack = self._load()
        self.app = application()
        self._pictures = Pictures((pack.folder, assets))
        self._translations = Translations(assets / "translations")
        self._translations.speak(pack.default_language)
        # The proofs are made with the shell, whose child they are; it needs their screen first.
        self.results = PreviewFindings(self.app)
        self.shell = self._shell(pack)
        self.results.setParent(self.shell)
        self.results.speak(languages_of(pack.languages))
        self.engine = QQmlApplicationEngine()
        self.engine.addImageProvider(PROVIDER, self._pictures)
        self.engine.addImportPath(str(QML))
        self.window = self._window()
        CancelledTouch(self.window)
        self.shell.navigator.visitChanged.connect(self._speak)
        self.results.screenChanged.connect(
            lambda: self.shell.appearance.measure(self.results.display)
        )
        self.results.opened.connect(self._open)
        self.results.releaseChanged.connect(self.examine)
        self.checker = Checker(
            folder,
            assets,
            lambda: calendar().date(),
            self.shell,
            cache=compiled,
            lacking=Glyphs().lacking,
        )
        self.checker.read.connect(self.results.take)
        self.checker.failed.connect(self.results.give_up)
        Housekeeping(self.window, self.engine, self.shell.presence, parent=self.shell)
        self._signals = StopSignals(self.app.quit)
        self.examine()
        self._watch = FolderWatch(folder, lambda: seen, still, self.shell)
        self._watch.settled.connect(self.reload)
        self._watch.start()

    def _load(self) -> Pack:
        return load_pack(self._folder, assets=self._assets, cache=self._cache)

    def _shell(self, pack: Pack) -> Shell:
        waiting = Waiting(
            clock=time.monotonic,
            calendar=self._calendar,
            timing=Timing(idle=FOR_EVER, ask=FOR_EVER, dim=FOR_EVER),
        )
        tools = StaffTools(clock=time.monotonic, reload=self.reload)
        tabs = [tab.page for tab in pack.tabs]
        return Shell(
            pack,
            PackPages(pack),
            self.results.display,
            first_visit(pack.default_language, tabs, 100, VOLUME),
            Presence(waiting, resting=False),
            desk=Desk(tools, pack.default_language),
            translations=self._translations,
            unlocked=False,
            framed=True,
            moving=True,
            parent=self.app,
        )

    def _window(self) -> QQuickWindow:
        made: list[QObject] = []
        self.engine.objectCreated.connect(lambda root, _: made.append(root))
        self.engine.setInitialProperties({"shell": self.shell})
        self.engine.loadFromModule("Kiosk", "ThemeBindings")
        em = QFontInfo(self.app.font()).pixelSize()
        given = {"shell": self.shell, "results": self.results, "em": em}
        self.engine.setInitialProperties(given)
        self.engine.loadFromModule("Kiosk", "PreviewWindow")
        if len(made) < 2 or not isinstance(made[-1], QQuickWindow):
            raise StartError("The preview can't be drawn: the messages above say why.")
        return made[-1]

    def _speak(self) -> None:
        if self._translations.speak(self.shell.navigator.visit.language):
            self.engine.retranslate()

    def reload(self) -> None:
        """Show the folder as it is now; the last good text stays where it can't be shown."""
        try:
            pack = self._load()
        except ContentError as error:
            log.info("%s", error)  # it stands among the findings
        else:
            self.shell.navigator.replace(pack, PackPages(pack))
            self.results.speak(languages_of(pack.languages))
        self.examine()

    def examine(self) -> None:
        """Have the folder examined as it is now."""
        self.results.wait()
        self.checker.begin(release=self.results.release)

    def _open(self, language: str, page: str, section: str) -> None:
        if language != self.shell.navigator.visit.language:
            self.shell.navigator.chooseLanguage(language)
        self.shell.links.go(page, section)

    def close(self) -> None:
        """Take the window down before the objects that it is bound to."""
        self._watch.stop()
        self.checker.close()
        self.shell.readAloud.close()
        self.shell.search.leave()
        self.window.close()
        self._signals.release()
        shiboken6.delete(self.engine)
        shiboken6.delete(self.shell)
        self._translations.hush()

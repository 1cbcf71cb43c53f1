"""A kiosk that says what is on its panes, then reloads whatever it finds until it is killed.

`main` is the whole of a process. It sends its panes, then words each time that it begins or ends to
read the folder: after that, with what the first pane says.
"""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection
from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from kiosk.app import Kiosk
from kiosk.shipped import shipped
from kiosk.start import Start
from kiosk.ui.editions.current_text import BEATS, CurrentText, TextFolders
from kiosk.ui.presence.presence import Presence
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.navigator import Navigator
from kiosk.visit.visit import first_visit

STILL = 0.01
"""Seconds for which the folder must stand still before it is read."""


class Windowless:
    """What of a kiosk finds the text and makes the panes of it: all that reads a file of it.

    The objects are the kiosk's own. It starts in a third of the time.
    """

    def __init__(self, content: Path, state: Path) -> None:
        assets, waiting = shipped("assets"), Start().waiting
        cache = user_cache_path("kiosk") / "pages"
        folders = TextFolders(content=content, assets=assets, cache=cache, state=state, still=STILL)
        self.current_text = CurrentText(folders, "", waiting.calendar)
        pack = self.current_text.pack
        self._home = QObject()
        self.navigator = Navigator(
            pack,
            self.current_text.pages,
            first_visit(pack.default_language, [tab.page for tab in pack.tabs]),
            Presence(waiting, resting=False),
            translations=Translations(assets / "translations"),
            parent=self._home,
        )
        self.current_text.open(self.navigator, lambda: True)


def panes(navigator: Navigator) -> list[tuple[str, int, str]]:
    """Give each tab's label, how many rows it has, and the words of its first one."""
    for pane in navigator.panes:
        navigator.pane(pane.page_name)
    return [
        (pane.label, len(pane.rows.rows), pane.rows.rows[0].plain if pane.rows.rows else "")
        for pane in navigator.panes
    ]


def watch(text: CurrentText, navigator: Navigator, line: Connection) -> None:
    """Send what is on the panes, and from now on whether the folder is being read.

    What is shown has held by then: these kills are not the text's fault.
    """
    for _ in range(BEATS):
        text.live()
    line.send(panes(navigator))
    assert text.builder
    text.builder.changed.connect(lambda: line.send(reading(text, navigator)))
    QTimer.singleShot(0, text.watch)


def reading(text: CurrentText, navigator: Navigator) -> str:
    """Tell whether the folder is being read; if not, what the first pane says now."""
    return "reading" if text.news().loading else f"read {panes(navigator)[0][2]}"


def main(line: Connection, content: Path, state: Path, *, whole: bool) -> None:
    """Run until something ends it; `whole`: with its window."""
    if whole:
        kiosk = Kiosk(Start(content=content, state=state, still=STILL))
        watch(kiosk.current_text, kiosk.shell.navigator, line)
        kiosk.run()
        return
    app = QCoreApplication(sys.argv)
    part = Windowless(content, state)
    watch(part.current_text, part.navigator, line)
    app.exec()

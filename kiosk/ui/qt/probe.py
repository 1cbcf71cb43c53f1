"""A child process of the doctor: asks Qt what only Qt can tell of this computer.

`python -m kiosk.ui.qt.probe` reads a JSON object on standard input, a text for each language, and
writes an `Answer` as JSON. It stands apart because a Qt that can't start ends its process.
"""

from __future__ import annotations

import ctypes
import os
import sys
import unicodedata

import msgspec
from PySide6.QtCore import QLibraryInfo, QLocale, qVersion
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout
from PySide6.QtQuick import QQuickWindow  # noqa: F401  # what the kiosk draws with loads too

from kiosk.ui.qt.application import FAMILY, add_fonts


class Answer(msgspec.Struct, frozen=True):
    """Qt's version; why a window system's plugin does not load; letters that no font has."""

    version: str
    plugins: dict[str, str]
    missing: dict[str, str]


PLUGINS = {
    "Wayland": "platforms/libqwayland.so",
    "Wayland's shell": "wayland-shell-integration/libxdg-shell.so",
    "X": "platforms/libqxcb.so",
}


def answer(texts: dict[str, str]) -> Answer:
    """Ask Qt. `texts` holds what is shown in each language."""
    running = QGuiApplication([])
    add_fonts()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    plugins = {name: loads(os.path.join(folder, file)) for name, file in PLUGINS.items()}
    missing = {language: lacking(text + written(language)) for language, text in texts.items()}
    del running
    return Answer(qVersion(), plugins, missing)


def loads(file: str) -> str:
    """Give the dynamic linker's reason why a plugin does not load; empty if it does."""
    try:
        ctypes.CDLL(file)
    except OSError as error:
        return str(error)
    return ""


def written(language: str) -> str:
    """Give what Qt itself writes in a language: its name, the months, the digits."""
    locale = QLocale(language)
    months = [locale.monthName(month) + locale.toString(month) for month in range(1, 13)]
    return "".join([locale.nativeLanguageName(), *months])


def lacking(text: str) -> str:
    """Give the characters that would be drawn as an empty box, sorted."""
    font = QFont(FAMILY)

    def drawn(character: str) -> bool:
        layout = QTextLayout(character, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        # Glyph 0 is the box for what a font does not have. Where no font has a script with shapes
        # of its own, such as Bengali, Qt draws boxes with a font of its own that has no tables.
        return all(
            0 not in run.glyphIndexes() and run.rawFont().fontTable("cmap")
            for run in layout.glyphRuns()
        )

    # Controls and spaces have no picture of their own.
    visible = {each for each in text if unicodedata.category(each)[0] not in "CZ"}
    return "".join(sorted(each for each in visible if not drawn(each)))


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    asked = msgspec.json.decode(sys.stdin.buffer.read(), type=dict[str, str])
    sys.stdout.buffer.write(msgspec.json.encode(answer(asked)))

"""Runs the QML tests of this folder as Qt Quick Test does; started by test_qml.py.

What is said to it is handed on to Qt's test program: `python -m tests.qml.run -input
tests/qml/tst_Pill.qml` runs one file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

from kiosk.app import QML
from kiosk.shipped import shipped
from kiosk.ui.qt.application import add_fonts
from kiosk.ui.reading.pictures import PROVIDER, Pictures

# Names the types of Kiosk.Testing and of Kiosk.Native, which its import registers.
from tests.qml.parts import Parts

HERE = Path(__file__).parent

NATIVE = (Parts,)


class Setup(QObject):
    """Gives the tests' engine what the kiosk gives its own."""

    @Slot()
    def applicationAvailable(self) -> None:
        add_fonts()

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:
        assets = shipped("assets")
        engine.addImageProvider(PROVIDER, Pictures((assets,)))
        engine.addImportPath(str(QML))
        theme = engine.singletonInstance("Kiosk", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("iconFolder", str(assets / "icons"))
        theme.setProperty("moving", False)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("kiosk", Setup, sys.argv, str(HERE)))

"""The least that a Qt Quick program can be: one window with one text."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

app = QGuiApplication(sys.argv)
engine = QQmlApplicationEngine()
engine.load(str(Path(__file__).with_suffix(".qml")))
sys.exit(app.exec())

"""The rule that noise is failure holds for Qt's and QML's own messages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QUrl, qWarning
from PySide6.QtQml import QQmlComponent

from tests.conftest import Kept
from tests.flows.screen import Screen

NOISY = b"""import QtQml
QtObject {
    property int wrong: missing.thing
    Component.onCompleted: console.warn("said")
}
"""


def test_a_qml_message_is_kept_as_noise(kiosk: Callable[..., Screen], logged: Kept) -> None:
    screen = kiosk()
    assert logged.lines == []
    component = QQmlComponent(screen.kiosk.engine)
    component.setData(QByteArray(NOISY), QUrl("file:///noise.qml"))
    made = component.create()
    assert made is not None
    # While other panes are being made the engine keeps such errors back.
    screen.wait(lambda: any("ReferenceError" in line for line in logged.lines))
    assert any("said" in line for line in logged.lines)
    assert {record.name for record in logged.records} == {"kiosk.qt"}


def test_a_qt_warning_is_kept_as_noise(qapp: object, logged: Kept) -> None:
    qWarning("a warning of Qt's own")
    assert logged.lines == ["a warning of Qt's own"]

"""QML's garbage: it is collected whole, between two steps of a script, never a slice at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSEngine

MUCH = """
const kept = [];
for (let i = 0; i < 200000; ++i) kept.push({number: i});
for (let round = 0; round < 20; ++round) {
    const dropped = [];
    for (let i = 0; i < 20000; ++i) dropped.push({number: i});
}
"""
"""Leaves more alive than is looked through within the 5 ms that Qt gives a slice."""


@pytest.fixture
def steps() -> Iterator[list[str]]:
    """Give what the collector says that it does."""
    said: list[str] = []

    def keep(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        said.append(message)

    QLoggingCategory.setFilterRules("qt.qml.gc.stateTransitions.debug=true")
    before = qInstallMessageHandler(keep)
    yield said
    qInstallMessageHandler(before)
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")


def test_what_is_begun_is_ended_before_anything_else_runs(
    qapp: QGuiApplication, steps: list[str]
) -> None:
    engine = QJSEngine()
    engine.evaluate(MUCH)
    assert not engine.hasError()
    begun = sum("Preparing to execute the MarkStart state" in each for each in steps)
    ended = sum("Preparing to execute the DoSweep state" in each for each in steps)
    assert begun >= 1
    assert ended == begun

"""What every test stands on: Qt's and QML's messages are failures; no kiosk outlives its test."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QByteArray, QUrl, qWarning
from PySide6.QtQml import QQmlComponent

from tests.conftest import Kept, pytest_runtest_protocol
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


class Ring:
    """Garbage that only a collection takes away, as a kiosk is."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _collects_as_before() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    (gc.enable if enabled else gc.disable)()


@pytest.mark.usefixtures("qapp", "_collects_as_before")
@pytest.mark.parametrize("aged", [False, True])
def test_what_a_test_leaves_is_gone_before_the_next_and_goes_in_no_other_thread(
    request: pytest.FixtureRequest, aged: bool
) -> None:
    played = pytest_runtest_protocol(request.node, request.node)
    next(played)
    left = Ring()
    gone = weakref.ref(left)
    if aged:
        gc.collect()
    del left
    with pytest.raises(StopIteration):
        played.send(None)
    assert gone() is None
    assert not gc.isenabled(), "another thread may collect until the next test begins"

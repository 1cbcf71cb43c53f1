"""What the kiosk starts holds nothing of the kiosk's open: cage would wait for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess

from kiosk.pack.editions import Editions
from kiosk.ui.editions.builder import Builder, BuildFolders
from kiosk.ui.presence.chime import Chime
from kiosk.ui.presence.screen_power import ScreenPower
from kiosk.ui.qt.child_process import child


def test_a_child_gets_none_of_the_kiosks_files(qapp: QObject) -> None:
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)
    process = child(qapp)
    process.start("/bin/sh", ["-c", f"[ -e /proc/self/fd/{writing} ]"])
    assert process.waitForFinished()
    assert process.exitCode() == 1
    process.deleteLater()
    os.close(reading)
    os.close(writing)


def builder(folder: Path, parent: QObject) -> Builder:
    places = BuildFolders(state=folder, assets=folder, cache=folder)
    return Builder(Editions(folder, folder), places, None, parent=parent)


STARTERS: list[Callable[[Path, QObject], QObject]] = [
    lambda folder, parent: Chime(folder, parent=parent),
    lambda folder, parent: ScreenPower(lambda: False, parent=parent),
    builder,
]


@pytest.mark.parametrize("made", STARTERS, ids=["chime", "blackout", "press"])
def test_every_program_is_started_as_such_a_child(
    made: Callable[[Path, QObject], QObject], tmp_path: Path, qapp: QObject
) -> None:
    starter = made(tmp_path, qapp)
    (process,) = starter.findChildren(QProcess)
    wanted = QProcess.UnixProcessFlag.CloseFileDescriptors
    assert process.unixProcessParameters().flags & wanted
    starter.deleteLater()

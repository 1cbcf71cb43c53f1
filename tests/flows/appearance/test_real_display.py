"""The kiosk on a real X server, where nothing but the kiosk itself makes it fullscreen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.waiting import LIMIT
from tests.x_server import x_server

PROGRAM = """
from PySide6.QtCore import QTimer
from kiosk.app import Kiosk
from kiosk.start import Start
kiosk = Kiosk(Start())
def said():
    print(kiosk.app.platformName(), kiosk.window.width(), kiosk.window.height())
    kiosk.app.quit()
QTimer.singleShot(1200, said)
raise SystemExit(kiosk.run())
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Give the name of an X display of its own, without a window manager."""
    with x_server(1440, 900) as server:
        yield server.display


def test_without_a_window_manager_the_kiosk_fills_the_screen_and_says_nothing(
    display: str,
) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["xcb", "1440", "900"]

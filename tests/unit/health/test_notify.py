"""The line to systemd: what is said on a real socket, and silence where there is none."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.health.notify import notifier
from tests.conftest import Kept
from tests.waiting import LIMIT


@pytest.fixture(params=["a file", "an abstract name"])
def line(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, socket.socket]]:
    """Give a service manager's socket and how NOTIFY_SOCKET names it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
        end.settimeout(LIMIT)
        if request.param == "a file":
            name = str(tmp_path / "notify")
            end.bind(name)
        else:
            name = f"@kiosk-notify-{os.getpid()}"
            end.bind("\0" + name[1:])
        yield name, end


def test_systemd_is_told_in_its_own_words(line: tuple[str, socket.socket]) -> None:
    name, end = line
    told = notifier({"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "10000000", "WATCHDOG_PID": "1"})
    assert told.interval == 5  # although the pid is the compositor's
    told.ready("Two\nlines")
    told.alive()
    told.stopping()
    assert end.recv(100) == b"READY=1\nSTATUS=Two lines"
    assert end.recv(100) == b"WATCHDOG=1"
    assert end.recv(100) == b"STOPPING=1"


@pytest.mark.parametrize("usec", ["", "0", "-5", "soon", "²", "1.5"])
def test_without_a_watchdog_there_is_no_interval(usec: str) -> None:
    assert notifier({"NOTIFY_SOCKET": "@x", "WATCHDOG_USEC": usec}).interval == 0


@pytest.mark.parametrize("address", ["", "vsock:2:1234", "relative"])
def test_without_a_socket_nothing_is_said(address: str) -> None:
    told = notifier({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "10000000"})
    told.ready("")
    told.alive()
    assert told.interval == 0


def test_a_socket_that_nobody_reads_is_one_warning(tmp_path: Path, logged: Kept) -> None:
    told = notifier({"NOTIFY_SOCKET": str(tmp_path / "gone")})
    told.alive()
    told.alive()
    assert len(logged.lines) == 1


def test_a_manager_that_does_not_listen_holds_nothing_up(tmp_path: Path, logged: Kept) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
        end.bind(str(tmp_path / "notify"))
        told = notifier({"NOTIFY_SOCKET": str(tmp_path / "notify")})
        for _ in range(2_000):  # far more than the kernel keeps for it
            told.alive()
    assert len(logged.lines) == 1

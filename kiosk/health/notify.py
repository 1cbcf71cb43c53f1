"""Tells systemd how the kiosk is: ready, alive, stopping. Knows the protocol of sd_notify(3)."""

from __future__ import annotations

import logging
from collections.abc import Mapping

log = logging.getLogger("kiosk.health")


class Notifier:
    """A line to the service manager; without one everything here is quietly nothing.

    `address`: of the datagram socket, as NOTIFY_SOCKET has it; empty: there is nobody to tell.
    `interval`: seconds between two signs of life, half of what the watchdog allows (the share that
    sd_watchdog_enabled(3) advises); 0: no watchdog.
    """

    def __init__(self, address: str = "", interval: float = 0) -> None:
        self._address = address
        self.interval = interval if address else 0.0
        self._complained = False

    def ready(self, status: str) -> None:
        """Say that patients can read the first pane."""
        self._send(f"READY=1\nSTATUS={_line(status)}")

    def status(self, status: str) -> None:
        """Say in words how it goes."""
        self._send(f"STATUS={_line(status)}")

    def alive(self) -> None:
        """Say that the event loop runs."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """Say that the kiosk is ending."""
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if not self._address:
            return
        import socket  # noqa: PLC0415  # 3 ms that only a service needs

        address = "\0" + self._address[1:] if self._address[0] == "@" else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                # A manager that is busy must not hold up the screen: the next sign will do.
                line.sendto(message.encode(), socket.MSG_DONTWAIT, address)
        except OSError as error:
            if not self._complained:
                self._complained = True
                log.warning("systemd can't be told at %s: %s", self._address, error)


def notifier(environment: Mapping[str, str]) -> Notifier:
    """Return the line that `environment` names.

    WATCHDOG_PID is not looked at: the service's main process is the compositor, and the kiosk, its
    child, is the one to be watched. That is why the service says NotifyAccess=all.
    """
    address = environment.get("NOTIFY_SOCKET", "")
    if address[:1] not in ("/", "@"):
        return Notifier()
    allowed = environment.get("WATCHDOG_USEC", "")
    microseconds = int(allowed) if allowed.isascii() and allowed.isdecimal() else 0
    return Notifier(address, microseconds / 2 / 1_000_000)


def _line(text: str) -> str:
    return " ".join(text.split())

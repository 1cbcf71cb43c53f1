"""Sends what is logged to journald with fields of its own, so that programs can ask for an event.

Knows the protocol (systemd's docs/JOURNAL_NATIVE_PROTOCOL.md), and which of a record's attributes
become fields: `event`, `edition` and `state`, as `extra=` of a logging call sets them.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

SOCKET = Path("/run/systemd/journal/socket")

FIELDS = ("event", "edition", "state")
"""What a line may tell beside its message; in the journal KIOSK_EVENT and so on."""

_LONGEST = 48_000
"""Bytes of a message: beyond what a socket takes at once the journal wants a file of its own."""


class JournalHandler(logging.Handler):
    """Hands each record to the journal; to `fallback` where nobody takes it."""

    def __init__(self, fallback: logging.Handler, place: Path = SOCKET) -> None:
        super().__init__()
        self._fallback, self._place = fallback, place

    def emit(self, record: logging.LogRecord) -> None:
        """Send one record."""
        import socket  # noqa: PLC0415  # 3 ms that only a service needs

        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                # A journal that is busy must not hold up the screen.
                line.setblocking(False)
                line.sendto(b"".join(_fields(record)), str(self._place))
        except OSError:
            self._fallback.emit(record)


def _fields(record: logging.LogRecord) -> Iterator[bytes]:
    trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
    yield _field("MESSAGE", f"{record.getMessage()}\n{trace}".strip())
    yield _field("PRIORITY", str(priority(record.levelno)))
    yield _field("SYSLOG_IDENTIFIER", "kiosk")
    yield _field("KIOSK_LOGGER", record.name)
    for name in FIELDS:
        if value := getattr(record, name, ""):
            yield _field(f"KIOSK_{name.upper()}", str(value))


def _field(name: str, text: str) -> bytes:
    """Write a field with its length, so that it may hold line ends."""
    data = text.encode(errors="backslashreplace")[:_LONGEST]
    return name.encode() + b"\n" + len(data).to_bytes(8, "little") + data + b"\n"


_PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (0, 6))
"""syslog's figures, as sd-daemon(3) lists them; what is below INFO is 7."""


def priority(level: int) -> int:
    """Give syslog's figure of a level of logging."""
    return 7 if level < logging.INFO else next(p for least, p in _PRIORITIES if level >= least)

"""One line an event, on standard error: for people, for the journal, or as JSON.

Owns how a line looks, and that what Python would print by itself becomes a line too. The rule for
whoever logs: a line is about the kiosk, never about the person before it. No language, page, touch
or visit is logged as it happens; a fault names the file and line that staff can mend.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from types import TracebackType
from typing import Final, Literal, TextIO

import msgspec

from kiosk.journal import FIELDS, JournalHandler, priority

log = logging.getLogger("kiosk")

Form = Literal["text", "json"]

# What would break a line, or mean something to a terminal: C0, DEL, C1 and the separators.
_ESCAPED: Final = {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))
} | {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r", 0x2028: "\\u2028", 0x2029: "\\u2029"}  # fmt: skip


class Line(msgspec.Struct, omit_defaults=True):
    """One event as JSON: `time` is ISO 8601 in UTC, `traceback` one string.

    `event`, `edition`, `state` are those of docs/health.md, where the line has them.
    """

    time: str
    level: str
    logger: str
    message: str
    traceback: str = ""
    event: str = ""
    edition: str = ""
    state: str = ""


class OneLine(logging.Formatter):
    """Makes one line of an event, whatever stands in its message.

    `journal`: put the priority before it in the way that journald takes off again.
    """

    def __init__(self, form: Form, *, journal: bool) -> None:
        super().__init__()
        self._form = form
        self._journal = journal

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its end."""
        trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        message = record.getMessage()
        if self._form == "json":
            line = _as_json(record, message, trace)
        else:
            whole = f"{message}\n{trace}" if trace else message
            line = f"kiosk: {whole.strip().translate(_ESCAPED)}"
        return f"<{priority(record.levelno)}>{line}" if self._journal else line


def _as_json(record: logging.LogRecord, message: str, trace: str) -> str:
    line = Line(
        time=time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        + f".{int(record.msecs):03d}Z",
        level=record.levelname.lower(),
        logger=record.name,
        message=_encodable(message),
        traceback=_encodable(trace),
        **{name: str(getattr(record, name, "")) for name in FIELDS},
    )
    return msgspec.json.encode(line).decode()


def _encodable(text: str) -> str:
    # A file name that is no UTF-8 arrives as lone surrogates, which JSON can't hold.
    return text.encode(errors="backslashreplace").decode()


def is_journal(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether `stream` goes to journald: JOURNAL_STREAM names its device and inode."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return environment.get("JOURNAL_STREAM", "") == f"{status.st_dev}:{status.st_ino}"


def set_up(form: Form, level: int, stream: TextIO, environment: Mapping[str, str]) -> None:
    """Send what is logged to `stream`: the kiosk's from `level` up, others' warnings."""
    journal = is_journal(stream, environment)
    handler: logging.Handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine(form, journal=journal))
    if journal and form == "text":
        handler = JournalHandler(handler)
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    log.setLevel(level)
    # It warns of each try; who asked says once what came of them.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    # A log that can't be written (a terminal that was closed) is no reason to print about it.
    logging.raiseExceptions = False


def catch_exceptions() -> None:
    """Log as errors, a line each, the exceptions that Python would print.

    PySide hands over those raised in slots, which don't end the kiosk; a thread's don't either.
    """
    logging.captureWarnings(True)
    sys.excepthook = _unhandled
    threading.excepthook = lambda thread: _unhandled(
        thread.exc_type, thread.exc_value, thread.exc_traceback
    )
    sys.unraisablehook = lambda ignored: _unhandled(
        ignored.exc_type, ignored.exc_value, ignored.exc_traceback
    )


def _unhandled(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    words = "".join(traceback.format_exception_only(kind, error)).strip()
    log.error("%s", words, exc_info=(kind, error, trace) if error else None)

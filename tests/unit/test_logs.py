"""The log: one line an event, whatever it says."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.logs import Form, Line, OneLine, is_journal


def event(
    message: str, level: int = logging.WARNING, error: BaseException | None = None
) -> logging.LogRecord:
    trace = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("kiosk.test", level, __file__, 1, "%s", (message,), trace)


def as_json(record: logging.LogRecord) -> Line:
    return msgspec.json.decode(OneLine("json", journal=False).format(record), type=Line)


@given(st.text(st.characters(), max_size=200))  # lone surrogates too
def test_any_message_is_one_line(message: str) -> None:
    [line] = OneLine("text", journal=False).format(event(message)).splitlines()
    assert line.startswith("kiosk: ")
    assert "\x1b" not in line
    assert "\n" not in OneLine("json", journal=False).format(event(message))
    assert as_json(event(message)).message == message.encode(errors="backslashreplace").decode()


def test_a_line_of_json_has_its_fields() -> None:
    record = event("words", logging.ERROR)
    record.created, record.msecs = 0.25, 250.0
    assert as_json(record) == Line("1970-01-01T00:00:00.250Z", "error", "kiosk.test", "words")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_traceback_goes_into_the_line(form: Form) -> None:
    try:
        raise ValueError("a\nb")
    except ValueError as error:
        record = event("words", logging.ERROR, error)
    line = OneLine(form, journal=False).format(record)
    assert "\n" not in line
    assert "Traceback (most recent call last):\\n" in line
    assert "ValueError: a\\nb" in line


@pytest.mark.parametrize(
    ("level", "priority"),
    [
        (logging.DEBUG, 7),
        (logging.INFO, 6),
        (logging.WARNING, 4),
        (logging.ERROR, 3),
        (logging.CRITICAL, 2),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_journal_gets_the_priority_first(form: Form, level: int, priority: int) -> None:
    assert OneLine(form, journal=True).format(event("x", level)).startswith(f"<{priority}>")


def test_the_journal_is_known_by_device_and_inode(tmp_path: Path) -> None:
    with (tmp_path / "journal").open("w", encoding="utf-8") as stream:
        status = os.fstat(stream.fileno())
        name = f"{status.st_dev}:{status.st_ino}"
        assert is_journal(stream, {"JOURNAL_STREAM": name})
        assert not is_journal(stream, {"JOURNAL_STREAM": "1:2"})
        assert not is_journal(stream, {})
    assert not is_journal(sys.stderr, {"JOURNAL_STREAM": "1:2"})
    assert not is_journal(stream, {"JOURNAL_STREAM": name})

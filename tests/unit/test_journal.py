"""What journald is sent: any message with its fields, and nothing lost where nobody listens."""

from __future__ import annotations

import logging
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kiosk.journal import JournalHandler
from tests.unit.test_logs import as_json, event

ROOT = Path(__file__).parents[2]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[socket.socket]:
    """Listen as journald does."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "socket"))
        yield line


class Fallback(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def received(journal: socket.socket) -> dict[str, str]:
    """Read one datagram as systemd's protocol says."""
    data, fields = journal.recv(1_000_000), {}
    while data:
        name, _, data = data.partition(b"\n")
        length = int.from_bytes(data[:8], "little")
        fields[name.decode()] = data[8 : 8 + length].decode()
        assert data[8 + length : 9 + length] == b"\n"
        data = data[9 + length :]
    return fields


def sent(journal: socket.socket, record: logging.LogRecord) -> dict[str, str]:
    fallback = Fallback()
    JournalHandler(fallback, Path(journal.getsockname())).handle(record)
    assert fallback.records == []
    return received(journal)


def test_an_event_has_its_name_in_a_field(journal: socket.socket) -> None:
    record = event("The text is shown anew.", logging.INFO)
    record.event, record.edition = "text-shown", "0123abcd"
    assert sent(journal, record) == {
        "MESSAGE": "The text is shown anew.", "PRIORITY": "6", "SYSLOG_IDENTIFIER": "kiosk",
        "KIOSK_LOGGER": "kiosk.test", "KIOSK_EVENT": "text-shown", "KIOSK_EDITION": "0123abcd",
    }  # fmt: skip
    assert (as_json(record).event, as_json(record).edition) == ("text-shown", "0123abcd")


@given(some.text(some.characters(), max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_becomes_another_field(journal: socket.socket, message: str) -> None:
    fields = sent(journal, event(f"a\nPRIORITY=0\n{message}.", logging.ERROR))
    assert fields["PRIORITY"] == "3"
    assert len(fields) == 4
    told = f"a\nPRIORITY=0\n{message}."
    assert fields["MESSAGE"] == told.encode(errors="backslashreplace").decode()


def test_a_traceback_stands_in_the_message(journal: socket.socket) -> None:
    try:
        raise ValueError("why")
    except ValueError as error:
        fields = sent(journal, event("words", logging.ERROR, error))
    assert fields["MESSAGE"].startswith("words\nTraceback (most recent call last):")
    assert fields["MESSAGE"].endswith("ValueError: why")


def test_a_message_without_end_is_cut(journal: socket.socket) -> None:
    assert len(sent(journal, event("x" * 1_000_000))["MESSAGE"]) == 48_000


def test_where_no_journal_listens_the_line_is_written(tmp_path: Path) -> None:
    fallback = Fallback()
    JournalHandler(fallback, tmp_path / "nobody").handle(event("words"))
    assert [record.getMessage() for record in fallback.records] == ["words"]


def test_a_journal_that_is_full_holds_nobody_up(journal: socket.socket) -> None:
    fallback = Fallback()
    handler = JournalHandler(fallback, Path(journal.getsockname()))
    for number in range(10_000):
        handler.handle(event(str(number)))
        if fallback.records:
            return
    pytest.fail("ten thousand messages fit into a socket that nobody reads")


def test_the_manual_lists_the_events_that_there_are() -> None:
    code = "".join(file.read_text("utf-8") for file in (ROOT / "kiosk").rglob("*.py"))
    sent = set(re.findall(r'"event": "([a-z-]+)"', code))
    manual = (ROOT / "docs" / "health.md").read_text("utf-8").partition("| Event |")[2]
    told = {each for row in manual.splitlines() for each in _events(row)}
    assert sent == told


def _events(row: str) -> list[str]:
    return re.findall(r"`([a-z-]+)`", row.split("|")[1]) if row.startswith("| `") else []

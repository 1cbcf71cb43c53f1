"""Whether the kiosk is used is written down by the quarter hour, and nothing else of a visit."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.presence.presence import Presence
from kiosk.ui.presence.use_record import UseRecord
from kiosk.visit.quarter_hours import Use
from kiosk.visit.waiting import Waiting
from kiosk.whole_file import read_whole


class Place:
    """A presence that is written down, and the clock that it goes by."""

    def __init__(self, file: Path) -> None:
        self.file, self.now = file, 9000.0
        waiting = Waiting(clock=lambda: self.now, calendar=lambda: datetime(2026, 11, 29, 12))
        self.presence = Presence(waiting, resting=True)
        UseRecord(self.presence, file, lambda: self.now)

    @property
    def kept(self) -> Use:
        return read_whole(self.file, Use)


def test_a_visit_is_two_numbers_of_quarter_hours(qtbot: QtBot, tmp_path: Path) -> None:
    place = Place(tmp_path / "use")
    assert not place.kept.covers(10)
    place.presence.begin("en")
    assert place.kept == Use(10, None)
    place.now += 1000
    place.presence.rest()
    assert place.kept == Use(10, 11)
    assert json.loads(place.file.read_bytes()) == {"first": 10, "last": 11}


def test_what_is_touched_in_a_visit_writes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    place = Place(tmp_path / "use")
    place.presence.begin("en")
    before = place.file.stat()
    place.presence.touch()
    place.presence.stay()
    assert place.file.stat() == before


def test_a_start_goes_on_with_what_the_last_one_has_left(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "use"
    Place(file).presence.begin("en")
    assert Place(file).kept == Use(10, 10), "it died in the middle of the visit"
    file.write_bytes(b"{torn")
    assert not Place(file).kept.covers(10)


def test_a_folder_that_is_not_there_is_told_once_and_borne(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    place = Place(tmp_path / "file" / "use")
    place.presence.begin("en")
    place.presence.rest()
    assert len(caplog.records) == 1
    caplog.clear()

"""Who is there, by what the broker has said, and for how long that holds."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.fleet.fleet_table import line, table
from kiosk.fleet.home_assistant import discovery
from kiosk.fleet.roll import Roll
from kiosk.fleet.state import State
from kiosk.fleet.told import OFFLINE, ONLINE
from kiosk.install.doctor.diagnosis import Verdict
from tests.fleet.simulated import told

SCHEMA = Path(__file__).parents[3] / "docs" / "fleet.schema.json"


def heard(roll: Roll, name: str, health: Verdict = Verdict.WARN, holds: float = 90) -> None:
    roll.hear_state(name, bytes(told(name, 1, health=health).state))
    roll.hear_online(name, ONLINE, holds, 0)


def test_a_word_holds_until_its_time_is_over() -> None:
    roll = Roll()
    heard(roll, "one")
    assert roll.kiosk("one", 89.9).online
    assert not roll.kiosk("one", 90).online
    roll.hear_online("one", ONLINE, 90, 100)
    assert roll.kiosk("one", 100).online
    roll.hear_online("one", OFFLINE, 90, 101)
    assert not roll.kiosk("one", 101).online


def test_no_word_holds_for_longer_than_any_kiosk_gives_it() -> None:
    roll = Roll()
    roll.hear_online("one", ONLINE, 2**32 - 1, 0)
    assert roll.kiosk("one", 89).online
    assert not roll.kiosk("one", 91).online


def test_what_a_silent_kiosk_told_last_stays_known() -> None:
    roll = Roll()
    heard(roll, "one")
    [kiosk] = roll.kiosks(1000)
    assert not kiosk.online
    assert kiosk.state
    assert kiosk.state.edition
    assert kiosk.state.edition.version == "a1b2c3d"


def test_a_kiosk_is_well_that_is_there_and_does_not_fail() -> None:
    roll = Roll()
    heard(roll, "warns")
    heard(roll, "fails", Verdict.FAIL)
    roll.hear_online("tells-nothing", ONLINE, 90, 0)
    assert {each.name: each.well for each in roll.kiosks(1)} == {
        "warns": True, "fails": False, "tells-nothing": False,
    }  # fmt: skip
    assert not roll.kiosk("warns", 90).well


def test_a_kiosk_that_is_forgotten_is_gone() -> None:
    roll = Roll()
    heard(roll, "one")
    roll.hear_state("one", b"")
    roll.hear_online("one", b"", 0, 0)
    assert roll.kiosks(1) == ()


@given(some.binary(max_size=40))
def test_no_payload_raises(payload: bytes) -> None:
    roll = Roll()
    roll.hear_state("one", payload)
    roll.hear_online("one", payload, 90, 0)
    table(roll.kiosks(1))


def test_a_field_of_a_newer_kiosk_is_no_fault() -> None:
    roll = Roll()
    state = json.loads(bytes(told("one", 1).state)) | {"newer": [1]}
    roll.hear_state("one", json.dumps(state).encode())
    assert roll.kiosk("one", 0).state


def test_the_table_says_who_is_silent_and_what_is_wrong() -> None:
    roll = Roll()
    heard(roll, "one")
    heard(roll, "two", holds=1)
    first, one, two, _, last = table(roll.kiosks(2)).splitlines()
    assert first.split()[0] == "KIOSK"
    assert one.split()[:5] == ["one", "online", "warn", "a1b2c3d", "1.3.0"]
    assert "warn: pin" in one
    assert two.split()[1] == "SILENT"
    assert last == "1 online, 1 silent; 1 warn; text a1b2c3d on 2."


def test_nothing_that_a_terminal_obeys_comes_from_another_computer() -> None:
    roll = Roll()
    bad = b"\x1b[2Jbad"
    roll.hear_state("o\x1bne", bytes(told("one", 1, edition=bad.decode()).state))
    said = table(roll.kiosks(0)) + line(roll.kiosks(0)[0], datetime(2026, 11, 29))
    assert "\x1b" not in said


def test_the_words_of_one_kiosk_do_not_pad_the_lines_of_all() -> None:
    roll = Roll()
    roll.hear_state("one", bytes(told("one", 1, edition="9" * 60_000).state))
    assert max(map(len, table(roll.kiosks(0)).splitlines())) < 300


def test_the_schema_in_docs_is_the_one_of_the_code() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == msgspec.json.schema(State)


def test_home_assistant_is_told_where_each_value_is() -> None:
    found = discovery("desk", "1.3.0")
    parts = found["components"]
    assert {part["state_topic"] for part in parts.values()} == {
        "kiosk/desk/state", "kiosk/desk/online",
    }  # fmt: skip
    assert len({part["unique_id"] for part in parts.values()}) == len(parts) == 4
    assert parts["online"]["expire_after"] == 90
    fields = set(State.__struct_fields__)
    for part in parts.values():
        asked = part.get("value_template", "").partition("value_json.")[2]
        assert not asked or asked.split(".")[0].split()[0] in fields, asked


@pytest.mark.parametrize("name", ["online", "health", "in_use", "edition"])
def test_home_assistant_hears_of_nothing_that_is_read(name: str) -> None:
    words = json.dumps(discovery("desk", "1.3.0")["components"][name])
    assert "page" not in words

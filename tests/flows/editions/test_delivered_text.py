"""A text that is fetched comes to a screen that runs; why another one does not come, staff read."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.delivery.going_back import back
from kiosk.delivery.kept_texts import trouble
from tests.fleet.world import BEGUN, DAY, Faulty, World
from tests.flows.editions.test_always_back import SPY
from tests.flows.running import Machine


def test_a_fetched_text_is_shown_by_a_kiosk_that_runs_and_so_is_the_one_before(
    tmp_path: Path,
) -> None:
    machine, world = Machine(tmp_path / "machine"), World(tmp_path / "world")
    world.now = datetime.now(UTC)  # the kiosk that runs goes by the computer's clock
    world.repository().sign()
    world.release("First words.")
    world.fetch()
    machine.pack = world.kept.folder / "current"
    with machine.start(running=SPY.strip()) as running:
        running.until("SHOWN First words.; aside False; findings 0")
        world.release("Second words.")
        world.fetch()
        running.until("SHOWN Second words.; aside False; findings 0")
        back(world.kept)
        running.until("SHOWN First words.; aside False; findings 0")
        world.release("Third words.")
        with pytest.raises(DeliveryError):
            world.fetch(Faulty(world.public, lambda place, content: content[:-1]))
        running.until("SHOWN First words.; aside False; findings 1")
        world.fetch()
        running.until("SHOWN Third words.; aside False; findings 0")
        assert running.send(signal.SIGTERM).ended()[0] == 0


def test_staff_read_why_no_newer_text_comes(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.release("First words.")
    world.fetch()
    content = world.kept.folder / "current"
    assert trouble(content, BEGUN + DAY) == ""
    told = trouble(content, BEGUN + 91 * DAY)
    assert told.startswith("Nobody has signed the text anew since 2026-05-30.")
    with pytest.raises(DeliveryError):
        world.fetch(Faulty(world.public, lambda place, content: content[:-1]))
    assert trouble(content, BEGUN).startswith("No newer text since 2026-03-01 ")
    assert trouble(content.parent / "texts", BEGUN) == ""
    assert trouble(tmp_path / "elsewhere" / "current", BEGUN) == ""

"""The kiosk comes back by itself, whatever ends it. The figures: `make cage ROUNDS=50`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cage.rounds import BLOWS, Blow, end_kiosk, hang_kiosk, kill_cage, rounds
from tests.cage.session import ROOT, WATCHDOG, Session
from tests.cage.supervisor import RESTART
from tests.waiting import slowness

ROUNDS = 2

AIM = 3.0
"""Seconds from a kill to the first readable pane, on a machine that does nothing else. The best
round counts."""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session() as one:
        one.first_pane(0)
        yield one


@pytest.mark.parametrize("blow", BLOWS.values(), ids=BLOWS)
def test_the_kiosk_is_readable_again_within_seconds(session: Session, blow: Blow) -> None:
    seconds = rounds(session, blow, ROUNDS)
    assert min(seconds) < AIM * slowness() + (WATCHDOG if blow is hang_kiosk else 0)


def test_a_kiosk_that_is_asked_to_end_says_that_it_does_so(session: Session) -> None:
    asked = end_kiosk(session)
    session.supervisor.wait("stopping", asked)
    assert session.supervisor.wait("ended", asked).code == 0
    session.first_pane(asked)


def test_a_kiosk_whose_cage_is_asked_to_end_first_has_not_crashed(session: Session) -> None:
    records = session.folder / "state" / "kiosk" / "health" / "records"
    session.first_pane(kill_cage(session))
    before = records.read_bytes()
    session.first_pane(session.ask_cage_to_end())
    assert records.read_bytes() == before
    session.first_pane(kill_cage(session))
    assert records.read_bytes() != before, "nobody has asked that one"


def test_the_figures_are_those_of_the_installed_service() -> None:
    unit = (ROOT / "assets" / "deploy" / "kiosk.service").read_text("utf-8").splitlines()
    assert f"RestartSec={1000 * RESTART:g}ms" in unit
    (start,) = [line for line in unit if line.startswith("ExecStart=")]
    assert start.startswith("ExecStart=/usr/bin/cage -d $CAGE_OPTIONS -- ")
    assert start.endswith(" -- @KIOSK@ run --locked")

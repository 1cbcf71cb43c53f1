"""A kiosk is started anew for another release when nobody is there, and only then."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.presence import release_watch
from kiosk.ui.presence.presence import Presence
from kiosk.ui.presence.release_watch import ReleaseWatch
from kiosk.visit.waiting import Waiting
from tests.waiting import LIMIT


def watched(waits: list[bool], *, resting: bool) -> tuple[Presence, ReleaseWatch, list[str]]:
    """Watch a presence; `waits` says whether a release waits, the last list what came of it."""
    waiting = Waiting(clock=lambda: 0.0, calendar=lambda: datetime(2026, 11, 29, 12))
    presence = Presence(waiting, resting=resting)
    watch = ReleaseWatch(presence, lambda: waits[0], parent=presence)
    due: list[str] = []
    watch.due.connect(lambda: due.append("due"))
    return presence, watch, due


def test_it_waits_until_the_visitor_has_gone(qtbot: QtBot) -> None:
    presence, watch, due = watched([True], resting=False)
    watch.look()
    assert not due
    assert not watch._timer.isActive(), "nobody looks while somebody reads"
    presence.rest()
    assert watch._timer.isActive()
    watch.look()
    watch.look()
    presence.begin("en")
    presence.rest()
    assert due == ["due"], "it is said once"


def test_a_release_that_comes_while_nobody_is_there_is_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release_watch, "EVERY", 1)
    waits = [False]
    _, watch, due = watched(waits, resting=True)
    watch.look()
    assert not due
    waits[0] = True
    qtbot.waitUntil(lambda: due == ["due"], timeout=round(LIMIT * 1000))

"""Outside the opening hours under the real compositor: off where it can do that, else black."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.visit.opening_hours import DAYS
from tests.cage.session import HEADLESS, Session, cage_version
from tests.waiting import until

SWITCHES = cage_version() >= (0, 1, 5)


def test_a_closed_clinic_s_screen_is_off_or_black_and_the_log_says_once_which() -> None:
    said = "is switched off." if SWITCHES else "is black, but not off: "
    with Session(HEADLESS, settings=f"hours = {[closed_now()]}") as session:
        session.supervisor.wait("ready", 0)
        until(lambda: any(said in line for line in session.log), f"it never logged: {said}")
        found = [line for line in session.log if said in line]
        assert len(found) == 1
        picture = session.picture()
        assert not (picture and picture.readable)
        assert (picture is None) == SWITCHES
        assert session.complaints == []


def closed_now() -> str:
    """Return opening hours that are days away."""
    day = DAYS[(datetime.now() + timedelta(days=3)).weekday()]
    return f"{day} 12:00-13:00"

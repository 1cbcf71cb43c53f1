"""Checks of which release of the program runs, where Debian's packages brought it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.releases.releases import WHY, Releases

_RELEASE = Subject("release")
REFUSED = _RELEASE.warn(
    "{release} is not used: {why}; {current} goes on",
    "Mend that; it is tried again each night, or now: sudo kiosk-release again",
)
LEFT = _RELEASE.warn(
    "{release} was left on {time}, because {why}; {current} is used",
    "Read why: journalctl -u kiosk; report it. To try it again: sudo kiosk-release use {release}",
)
HALF = _RELEASE.warn(
    "an update of {package} was cut off; {current} goes on",
    "sudo dpkg --configure -a; if that fails: sudo apt-get install --reinstall {package}",
)

_QUERY = ("dpkg-query", "-W", "-f", "${Package} ${db:Status-Abbrev}\n", "clinic-kiosk*")


def check_release(machine: Machine) -> Iterator[Diagnosis]:
    """Check that the newest release is the one that is used, and that dpkg has ended its work."""
    releases = Releases(machine.path("/opt/kiosk"), machine.path("/var/lib/clinic-kiosk"))
    current, turn = releases.current, releases.record().turn
    if not current:
        yield _RELEASE.fine("not from Debian's packages: there is none to go back to")
        return
    half = list(_half(machine))
    for package in half:
        yield HALF.found(package=package, current=current)
    if turn and turn.kind == "refused":
        yield REFUSED.found(release=turn.release, why=turn.why, current=current)
    elif turn and turn.kind == "left":
        time = f"{datetime.fromtimestamp(turn.at):%Y-%m-%d %H:%M}"
        why = WHY.get(turn.why, turn.why)
        yield LEFT.found(release=turn.release, time=time, why=why, current=current)
    elif not half:
        before = releases.previous
        yield _RELEASE.fine(f"{current}, and {before} to go back to" if before else current)


def _half(machine: Machine) -> Iterator[str]:
    """Give the packages that should be installed (i) and are not whole (i) or not sound (R)."""
    for line in machine.run(_QUERY).out.splitlines():
        package, _, state = line.partition(" ")
        if state.startswith("i") and state.strip() != "ii":
            yield package

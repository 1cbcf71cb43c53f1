"""Whether a new release holds: tried once without a screen, then watched while it runs.

Owns when a release is left for the one before it. What systemd and the kiosk itself say of an end
is judged here, because nothing of a release that fails can be trusted to judge it. Knows only
Python's own library.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.releases.releases import FAULTS, NOT_READY, Watched
from kiosk.releases.running import run

LONG: Final = 7 * 24 * 3600.0
"""Seconds for which a release is watched after it was first ready: weekdays and a weekend."""

MANY: Final = 3
"""Faults for which a release is left; and starts of the computer that came to nothing."""

WITHIN: Final = 600.0
"""Seconds in which they come."""

PATIENCE: Final = 300
"""Seconds that a try without a screen may take; on a small computer it takes some ten."""


BOUNDS: Final = (
    "MemoryMax=2G",
    "TasksMax=512",
    "LimitCORE=0",
    "RestrictAddressFamilies=AF_UNIX AF_NETLINK",
    "DevicePolicy=closed",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "ProtectProc=invisible",
    "ProtectClock=yes",
    "ProtectControlGroups=yes",
    "ProtectHostname=yes",
    "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelTunables=yes",
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "KeyringMode=private",
    "LockPersonality=yes",
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service",
    "SystemCallFilter=~@privileged @resources",
    "SystemCallFilter=nice setpriority setrlimit prlimit64",
    "SystemCallErrorNumber=EPERM",
)
"""What a try may do and take: lines of kiosk.service."""


class End(NamedTuple):
    """One end of the service. `result`: systemd's word, `$SERVICE_RESULT`.

    `ready`: it had come so far as to be ready. `mark`: what the kiosk left in its mark of a run, in
    which a line says that it was asked to end, or lost its display; None if it took the mark away,
    as it does when it ends in order.
    """

    result: str
    ready: bool
    mark: bytes | None

    @property
    def in_time(self) -> bool:
        """Whether it was ready when systemd's patience ended, which then asks it to end."""
        return self.ready or self.result != "timeout"

    @property
    def in_order(self) -> bool:
        """Whether it was asked to end by somebody else, or lost its display, and did."""
        if not self.in_time:
            return False
        clean = self.result in ("success", "exec-condition")
        if self.mark is None or not self.ready:
            return clean
        lines = self.mark.splitlines()[1:]
        return b"stopped" in lines or (b"display" in lines and clean)


def is_over(watched: Watched, now: float) -> bool:
    """Tell whether a release has proved itself by `now`, in seconds since 1970."""
    return watched.ready is not None and now - watched.ready > LONG


def reason(end: End, faults: Sequence[float]) -> str:
    """Give why a release is to be left after this end; empty if it goes on.

    `faults`: when its faults were since the computer was started, in seconds, this end's last.
    """
    if end.in_order:
        return ""
    if not end.in_time:
        return NOT_READY
    recent = [moment for moment in faults if faults[-1] - moment <= WITHIN]
    return FAULTS if len(recent) >= MANY else ""


def why_not(release: Path, scratch: Path, user: int, group: int, kept: Path) -> str:
    """Have a release draw every pane, as that user, with the machine's settings and its texts.

    It gets a copy of `kept`, the folder with the last good texts, and writes into `scratch` alone.
    Where systemd runs it is bounded as the service is, and hears no network at all.

    Returns why it is not to be used: a line that it has said, or an empty one if all is well.
    """
    kiosk = [str(release / "bin" / "kiosk"), "run"]
    state = scratch / "state"
    state.mkdir()
    os.chown(state, user, group)
    # The last that root does here: from now on that user may put a link in any place.
    os.chown(scratch, user, group)
    environment = {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "HOME": str(scratch),
        "TMPDIR": str(scratch),
        "XDG_CONFIG_HOME": "/etc/xdg",
        "XDG_STATE_HOME": str(state),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        "QT_QUICK_BACKEND": "software",
    }
    # The kiosk's own texts are copied by its own user: whatever lies there is no way to root's.
    # What can't be copied is no fault of the release.
    if kept.is_dir():
        copy = ["cp", "-a", "--", str(kept), str(state / "kiosk")]
        run(copy, PATIENCE, environment, (user, group), scratch)
    bounded = _bounded(environment, user, group, scratch)
    if shutil.which(bounded[0]) and run([*bounded, "true"], PATIENCE, os.environ).code == 0:
        ran = run([*bounded, *kiosk], PATIENCE, os.environ)
    else:
        ran = run(kiosk, PATIENCE, environment, (user, group), scratch)
    if ran.code is None:
        return f"it did not draw the panes within {PATIENCE} seconds"
    if ran.code:
        return f"kiosk ended with {ran.code}: {ran.said}"
    if not any(scratch.glob("kiosk-panes-*/*.png")):
        return "it drew no pane"
    return ""


def _bounded(environment: Mapping[str, str], user: int, group: int, scratch: Path) -> list[str]:
    """Give how systemd is asked to run a command; where it doesn't run, that fails."""
    more = (
        "PrivateNetwork=yes",
        f"ReadWritePaths={scratch}",
        f"WorkingDirectory={scratch}",
        # Whoever waits gives up at the same time, and can end nothing of this.
        f"RuntimeMaxSec={PATIENCE}",
        "TimeoutStopSec=1s",
    )
    return [
        "systemd-run", "--quiet", "--collect", "--pipe", "--wait", f"--uid={user}",
        f"--gid={group}", *(f"--property={each}" for each in (*BOUNDS, *more)),
        *(f"--setenv={name}={value}" for name, value in environment.items()), "--",
    ]  # fmt: skip

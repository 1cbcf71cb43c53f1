"""What can happen to a kiosk, and how long it takes to be readable again.

python -m tests.cage.rounds 50     so many rounds of each, and their figures
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import time
from collections.abc import Callable

from tests.cage.session import WATCHDOG, Session

Blow = Callable[[Session], float]
"""Does something to a kiosk and returns the moment, by time.monotonic(), when it began."""


def _signal(process: int, number: signal.Signals) -> float:
    # Before it is sent: what it does may be told before this process goes on.
    moment = time.monotonic()
    os.kill(process, number)
    return moment


def kill_kiosk(session: Session) -> float:
    return _signal(session.kiosk, signal.SIGKILL)


def kill_cage(session: Session) -> float:
    return _signal(session.supervisor.main, signal.SIGKILL)


def end_kiosk(session: Session) -> float:
    return _signal(session.kiosk, signal.SIGTERM)


def hang_kiosk(session: Session) -> float:
    """Stop the kiosk's process; its time is that of the watchdog and that of a start."""
    return _signal(session.kiosk, signal.SIGSTOP)


def kill_starting(session: Session) -> float:
    """Kill the kiosk, and once more at a random moment of the start that follows."""
    supervisor = session.supervisor
    started = supervisor.wait("started", kill_kiosk(session))
    supervisor.first("ready", started.when, random.uniform(0.01, 0.7))
    return _signal(supervisor.main, signal.SIGKILL)


BLOWS: dict[str, Blow] = {
    "kill -9 of the kiosk": kill_kiosk,
    "kill -9 of cage": kill_cage,
    "kill -9 during a start": kill_starting,
    "SIGTERM of the kiosk": end_kiosk,
    f"SIGSTOP of the kiosk (watchdog {WATCHDOG:g} s)": hang_kiosk,
}


def rounds(session: Session, blow: Blow, count: int) -> list[float]:
    """Do it so many times; return the seconds from each blow to a readable pane.

    Raises:
        AssertionError, TimeoutError: a round was not survived.
    """
    return [session.first_pane(blow(session)) for _ in range(count)]


def figures(seconds: list[float], tried: int) -> str:
    """Return one line: rounds survived out of rounds tried, and seconds to a readable pane."""
    if not seconds:
        return f"survived 0 of {tried}"
    return (
        f"survived {len(seconds)} of {tried}, seconds to the first readable pane: "
        f"min {min(seconds):.2f}, median {statistics.median(seconds):.2f}, max {max(seconds):.2f}"
    )


def main(count: int) -> int:
    """Print the figures of every blow; return how many rounds were not survived."""
    lost = 0
    for name, blow in BLOWS.items():
        taken: list[float] = []
        with Session() as session:
            session.first_pane(0)
            for _ in range(count):
                try:
                    taken += rounds(session, blow, 1)
                except (AssertionError, TimeoutError) as error:
                    print(f"{name}: {error}", file=sys.stderr)
                    break
        print(f"{name + ':':<40} {figures(taken, count)}", flush=True)
        lost += count - len(taken)
    return lost


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)))

"""The kiosk's service on a machine, asked and watched; and how what holds of it is told."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import NoReturn

from tests.machine.debian import Debian

GROUP = "/sys/fs/cgroup/{kind}/system.slice/kiosk.service"

Held = Iterator[tuple[str, bool, str]]
"""What must hold, whether it did, and what was seen."""


class Service:
    """The kiosk's service on a booted machine."""

    def __init__(self, machine: Debian) -> None:
        self.machine = machine

    def show(self, name: str) -> str:
        return self.machine.ask("systemctl", "show", "kiosk", "-p", name, "--value")

    def kiosk(self) -> str:
        """Give the number of the kiosk's own process, which cage starts; empty without one."""
        main = self.show("MainPID")
        children = self.machine.ask("cat", f"/proc/{main}/task/{main}/children").split()
        return children[0] if children else ""

    def ready(self) -> bool:
        return self.show("ActiveState") == "active"

    def started_again(self, restarts: str) -> float:
        """Wait until systemd has started it once more than so often; give the seconds."""
        return self.machine.wait(
            "a new start", lambda: self.show("NRestarts") != restarts and self.ready()
        )

    def inside(self, program: str) -> str:
        """Run Python among the service's processes, bounded as they are; give what it prints."""
        join = " ".join(
            f"[ ! -d {place} ] || echo $$ > {place}/cgroup.procs;"
            for place in (GROUP.format(kind=kind) for kind in ("memory", "pids", "systemd", "."))
        )
        return self.machine.ask("sh", "-c", f'{join} exec python3 -c "$0"', program)


def told(results: Held) -> int:
    """Print a line for each thing that must hold; give how many don't."""
    missed = 0
    for words, held, seen in results:
        missed += not held
        print(f"{'holds ' if held else 'MISSED'}  {words}: {' '.join(seen.split())}", flush=True)
    return missed


def timed(main: Callable[..., int]) -> NoReturn:
    """Run a program by the words of its command line, print its seconds, and end with its code."""
    began = time.monotonic()
    code = main(*sys.argv[1:])
    print(f"{time.monotonic() - began:.0f} s")
    sys.exit(code)

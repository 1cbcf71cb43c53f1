"""`make machine`: the service on a Debian with a real systemd, booted in a container.

    python -m tests.machine [RELEASE]      bookworm, or trixie

Makes the machine in build/ once, some minutes, then installs this folder's committed state on it as
docs/install.md says, boots it, and does to the service what no test without a systemd can. Prints a
line for each thing that must hold; exit code 1 if one doesn't, 2 if no machine can be made here.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from tests.machine.debian import ROOT, WITHOUT_A_SCREEN, Debian, NoMachine, packages_to_add
from tests.machine.service import Held, Service, timed, told

PROGRAM = "/opt/kiosk"
CHECKOUT = "/opt/checkout"

TAKE_ALL = "b = []\nwhile True: b.append(bytearray(20_000_000))"
"""Takes memory until it is stopped."""

FORK_ALL = (
    "import os, time\nn = 0\ntry:\n while True:\n  n += 1\n"
    "  if not os.fork(): time.sleep(60); os._exit(0)\nexcept OSError: print(n)"
)
"""Starts processes until it may not start another, and prints how many it could."""

WATCHDOG = 20.0
"""Seconds: WatchdogSec= of kiosk.service."""


def install(machine: Debian) -> None:
    """Put the committed state of this folder on the machine, as docs/install.md says."""
    root = machine.folder / "root"
    checkout = root / CHECKOUT[1:]
    subprocess.run(["rm", "-rf", str(checkout)], check=True)
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(checkout)], check=True)
    update = (
        f"[ -d {PROGRAM} ] || git clone -q {CHECKOUT} {PROGRAM}; "
        f"cd {PROGRAM} && git fetch -q origin && git reset -q --hard origin/HEAD && "
        f"sh assets/deploy/prepare.sh run && .venv/bin/kiosk install"
    )
    print(machine.once("sh", "-c", update))


def starts(service: Service) -> Held:
    seconds = service.machine.wait("the kiosk", service.ready)
    status = service.show("StatusText")
    yield "the service says that it is ready", "panes" in status, f"{status} ({seconds:.0f} s)"
    text = service.machine.ask("journalctl", "-u", "kiosk", "-o", "cat", "--no-pager")
    started = next((line for line in text.splitlines() if "on wayland" in line), "")
    yield "it draws under Wayland", bool(started), started


def is_bounded(service: Service) -> Held:
    for name, most in (("MemoryMax", str(2 * 1024**3)), ("TasksMax", "512")):
        yield f"{name} is {most}", service.show(name) == most, service.show(name)
    for name in ("MemoryCurrent", "TasksCurrent"):
        now = service.show(name)
        yield f"{name} is counted, so the bound is in force", now.isdecimal(), now


def outlives_memory(service: Service) -> Held:
    before = service.kiosk(), service.show("NRestarts")
    service.inside(TAKE_ALL)
    after = service.kiosk(), service.show("NRestarts")
    yield "a child that takes all memory goes, the kiosk stays", before == after, " ".join(after)
    yield "and is on the screen", service.ready(), service.show("StatusText")


def outlives_tasks(service: Service) -> Held:
    before = service.kiosk()
    started = service.inside(FORK_ALL)
    bounded = started.isdecimal() and 400 < int(started) < 512
    yield "a child that starts processes is stopped at TasksMax", bounded, f"{started} started"
    yield "the kiosk stays", before == service.kiosk() and service.ready(), service.kiosk()


def outlives_hanging(service: Service) -> Held:
    restarts, stopped = service.show("NRestarts"), service.kiosk()
    service.machine.ask("kill", "-STOP", stopped)
    seconds = service.started_again(restarts)
    said = service.machine.ask("journalctl", "-u", "kiosk", "-o", "cat", "-n", "40", "--no-pager")
    yield "the watchdog ends a kiosk that hangs", seconds > WATCHDOG / 2, f"back in {seconds:.0f} s"
    yield "it starts again, and says why", "did not end cleanly" in said, said.splitlines()[-1]


def outlives_killing(service: Service) -> Held:
    for whose, number in (("the kiosk", service.kiosk), ("cage", lambda: service.show("MainPID"))):
        restarts = service.show("NRestarts")
        service.machine.ask("kill", "-KILL", number())
        seconds = service.started_again(restarts)
        yield f"kill -9 of {whose}: it comes back", True, f"{seconds:.1f} s"


def stays_private(service: Service) -> Held:
    folders = service.machine.ask("stat", "-c", "%a %U", "/var/lib/kiosk", "/var/cache/kiosk")
    yield "state and cache are the kiosk's alone", folders.split() == ["700", "kiosk"] * 2, folders
    exposed = service.machine.ask("systemd-analyze", "security", "kiosk", "--no-pager")
    verdict = exposed.splitlines()[-1] if exposed else "no answer"
    yield "systemd's own judge calls it safe enough", "OK" in verdict or "SAFE" in verdict, verdict


def goes(service: Service) -> Held:
    service.machine.ask("/usr/local/bin/kiosk", "uninstall")
    left = service.machine.ask(
        "sh", "-c", "ls -d /etc/xdg/kiosk /var/lib/kiosk /var/cache/kiosk /usr/local/bin/kiosk "
        "/etc/systemd/system/kiosk.service; getent passwd kiosk",
    )  # fmt: skip
    yield "uninstall leaves nothing of it", not left, left


CHECKS: tuple[Callable[[Service], Held], ...] = (
    starts, is_bounded, stays_private, outlives_killing, outlives_memory, outlives_tasks,
    outlives_hanging, goes,
)  # fmt: skip


def main(release: str = "bookworm") -> int:
    """Make, boot and try the machine."""
    machine = Debian(release, ROOT / "build" / "machine" / release)
    try:
        machine.make(packages_to_add())
        install(machine)
    except NoMachine as error:
        print(error)
        return 2
    without = machine.folder / "root/etc/systemd/system/kiosk.service.d/without-a-screen.conf"
    without.parent.mkdir(exist_ok=True)
    without.write_text(WITHOUT_A_SCREEN, "ascii")
    missed = 0
    try:
        machine.boot()
        # Its systemd may have been given the bounds after it had started the service.
        machine.ask("systemctl", "restart", "kiosk")
        for check in CHECKS:
            missed += told(check(Service(machine)))
    finally:
        machine.end()
    return min(1, missed)


if __name__ == "__main__":
    timed(main)

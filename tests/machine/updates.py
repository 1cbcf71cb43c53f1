"""`make update-test`: updates of Debian's packages that fail, and updates that are cut off.

    python -m tests.machine.updates [RELEASE] [KILLS]      bookworm, or trixie; 10

Takes dist/*.deb as `make deb` built them, and makes later versions of them: a good one, one that
can't draw, one that is never ready and one that dies. A machine that is not booted gets the good
one by rings and on a stick, then again and again, and is killed at random moments of it. A booted
one gets one after the other. Prints a line for each thing that must hold; exit code 1 if one
doesn't, 2 if no machine can be made here. Needs what `make deb-test` needs, and overlayfs.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk import __version__
from tests.machine.debian import ROOT, Debian, NoMachine
from tests.machine.delivery import comes_by_rings, comes_on_a_stick
from tests.machine.package import (
    OURS,
    REST,
    booted,
    installs,
    packages,
    prepare,
    says,
    settle,
)
from tests.machine.service import Held, Service, timed, told

PROGRAM = "clinic-kiosk-program"
PANES = {f"/srv/cut/{name}.png" for name in ("overview", "procedure", "types", "risks", "faq")}

ROUND = 20
"""Updates that are cut off and told of in one line."""

SERVED = "    import os\n    if os.environ.get('NOTIFY_SOCKET'):\n"
"""Only as a service: the trial before must pass."""


def can_not_draw(kiosk: Path) -> None:
    """Leave a brace open in the first file that is drawn."""
    with (kiosk / "ui/qml/Kiosk/Main.qml").open("a") as stream:
        stream.write("{")


def is_never_ready(kiosk: Path) -> None:
    """Wait for ever before anything is shown."""
    _change(kiosk / "launch.py", "def _open(", f"{SERVED}        time.sleep(10000)\n")


def dies(kiosk: Path) -> None:
    """Be killed soon after the start has been told."""
    _change(kiosk / "app.py", "def _settled(", f"{SERVED}        os.kill(os.getpid(), 11)\n")


def is_good(kiosk: Path) -> None:
    """Change nothing."""


def _change(file: Path, function: str, first: str) -> None:
    """Let a function begin with these lines, which are indented as in a module."""
    head, rest = file.read_text("utf-8").split(function, 1)
    if head.endswith("    "):  # of a class
        first = "".join(f"    {line}\n" for line in first.splitlines())
    signature, body = rest.split(":\n", 1)
    file.write_text(f"{head}{function}{signature}:\n{first}{body}", "utf-8")


def version(name: str) -> str:
    """Give the version of such an update: later ones are later by their letters."""
    return f"{__version__}+{name}"


def make(name: str, change: Callable[[Path], None], work: Path) -> list[Path]:
    """Make packages of a later version, changed."""
    files = []
    for file in packages(__version__):
        if "authors" in file.name:
            continue
        folder = work / file.stem
        subprocess.run(["dpkg-deb", "-R", str(file), str(folder)], check=True)
        control = folder / "DEBIAN/control"
        text = control.read_text("utf-8").replace(f" {__version__}", f" {version(name)}")
        text = text.replace(f"(= {__version__})", f"(= {version(name)})")
        control.write_text(text, "utf-8")
        inside = folder / "opt/kiosk/packages/program"
        if inside.is_dir():
            (inside / "version").write_text(f"{version(name)}\n", "utf-8")
            change(inside / "lib/any/kiosk")
        made = work / file.name.replace(__version__, version(name))
        build = ["dpkg-deb", "--root-owner-group", "-Znone", "-b", str(folder), str(made)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(folder)
        files.append(made)
    return files


def update(machine: Debian, to: str, *how: str) -> str:
    """Have apt take a version, on a machine that runs; give the end of what it says."""
    words = ["apt-get", "-y", "-q", "--no-install-recommends", "--allow-downgrades", *how]
    both = [f"{name}={to}" for name in (PROGRAM, OURS[0])]
    command = " ".join(["DEBIAN_FRONTEND=noninteractive", *words, "install", *both])
    return machine.ask("sh", "-c", f"({command}) 2>&1; echo $?")[-400:]


def release(service: Service) -> str:
    """Give the release that the kiosk's process is of."""
    command = service.machine.ask("cat", f"/proc/{service.kiosk()}/cmdline").split("\0")[0]
    return command.removeprefix("/opt/kiosk/releases/").partition("/")[0]


def doctor(machine: Debian) -> str:
    """Give what the doctor says of releases."""
    found = json.loads(machine.ask("kiosk", "doctor", "--format", "json"))
    said = (each["findings"] for each in found["checks"] if each["name"] == "release")
    return " ".join(each["text"] for findings in said for each in findings)


def takes_a_good_one(service: Service, to: str) -> Held:
    machine, was = service.machine, release(service)
    said = update(machine, to)
    yield "apt has nothing to mend", said.endswith("\n0"), said[-60:]
    yield "the kiosk goes on meanwhile", release(service) == was, release(service)
    seconds = machine.wait("the new one", lambda: release(service) == to and service.ready(), REST)
    yield f"at rest {to} is started", True, f"{seconds:.0f} s"
    kept = sorted(path.name for path in (machine.folder / "root/opt/kiosk/releases").iterdir())
    yield "the one before is kept, and no other", kept == sorted((was, to)), " ".join(kept)
    yield "the doctor knows both", to in doctor(machine) and was in doctor(machine), doctor(machine)


def refuses_what_can_not_draw(service: Service, to: str) -> Held:
    was, process = release(service), service.kiosk()
    said = update(service.machine, to)
    yield "apt has nothing to mend", said.endswith("\n0"), said[-60:]
    current = service.machine.ask("readlink", "/opt/kiosk/current")
    yield "the one before goes on", current.endswith(was), current
    yield "nothing was started anew", process == service.kiosk(), process
    yield (
        "the doctor says why",
        f"{to} is not used" in doctor(service.machine),
        doctor(service.machine),
    )


def leaves(service: Service, to: str, why: str) -> Held:
    machine, was = service.machine, release(service)
    said = update(machine, to)
    yield "its try passes", said.endswith("\n0") and "is not used" not in said, said[-120:]
    machine.wait("the new one", lambda: release(service) not in (was, ""), REST)
    seconds = machine.wait(
        "the one before", lambda: release(service) == was and service.ready(), REST
    )
    yield f"back to {was}", True, f"{seconds:.0f} s"
    yield "the doctor says why", why in doctor(machine), doctor(machine)
    log = machine.ask("journalctl", "-u", "kiosk", "-p", "err", "-o", "cat", "--no-pager")
    line = next((line for line in reversed(log.splitlines()) if "Back to release" in line), "")
    yield "the log says why", why in line, line


def lets_technicians_choose(service: Service) -> Held:
    machine, was = service.machine, release(service)
    said = machine.ask("kiosk-release", "back")
    yield "`kiosk-release back`", "is used as soon as the kiosk rests" in said, said
    machine.ask("systemctl", "restart", "kiosk")
    machine.wait("the kiosk", lambda: service.ready() and release(service) not in ("", was))
    yield "the other one runs", True, release(service)


class Layer(Debian):
    """The same machine as another, whose files stay as they are whatever happens in this one."""

    def __init__(self, below: Debian, folder: Path) -> None:
        super().__init__(below.release, folder)
        self._below = below

    @contextmanager
    def mounted(self) -> Iterator[Layer]:
        """Begin with the files of the other, and forget all that was changed."""
        for each in ("root", "upper", "work"):
            (self.folder / each).mkdir(parents=True)
        places = f"lowerdir={self._below.folder / 'root'}"
        places += f",upperdir={self.folder / 'upper'},workdir={self.folder / 'work'}"
        root = str(self.folder / "root")
        mount = ["mount", "-t", "overlay", "overlay", "-o", places, root]
        if subprocess.run(mount, check=False).returncode:
            raise NoMachine("This takes overlayfs.")
        try:
            yield self
        finally:
            subprocess.run(["umount", root], check=True)
            shutil.rmtree(self.folder)

    def cut_off(self, command: list[str], seconds: float) -> bool:
        """Run a command and kill all that it has begun after some seconds; tell if it still ran."""
        start = ["systemd-nspawn", "-q", "-D", str(self.folder / "root"), "--register=no"]
        self._machine = subprocess.Popen(
            [*start, "--keep-unit", "--pipe", *command],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        running = self._machine
        self.wait("it", lambda: self._init() is not None or running.poll() is not None)
        init = self._init()
        try:
            self._machine.wait(seconds)
        except subprocess.TimeoutExpired:
            if init is not None:
                os.kill(init, signal.SIGKILL)
            self._machine.wait()
            return True
        return False


def outlives(machine: Debian, kills: int) -> Held:
    """Cut updates off at random moments."""
    to = version("1good")
    both = [f"{name}={to}" for name in (PROGRAM, OURS[0])]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-q"]
    command = [*quiet, "--no-install-recommends", "install", *both]
    with Layer(machine, machine.folder / "layer").mounted() as layer:
        began = time.monotonic()
        layer.cut_off(command, 600)
        seconds = time.monotonic() - began
        whole = says(layer, "kiosk --version; kiosk-release status")
    yield "an update that is not cut off", f"In use: {to}" in whole, f"{seconds:.1f} s"
    seed = random.SystemRandom().randrange(10**6)
    dice = random.Random(seed)
    for first in range(0, kills, ROUND):
        count = min(ROUND, kills - first)
        bad, cut = [], 0
        for _ in range(count):
            moment = dice.uniform(0, seconds)
            with Layer(machine, machine.folder / "layer").mounted() as layer:
                cut += layer.cut_off(command, moment)
                if said := _harm(layer, command, to):
                    bad.append(f"{moment:.2f} s")
                    (machine.folder / f"harm-{seed}-{moment:.2f}.txt").write_text(said, "utf-8")
        yield (
            f"{count} updates cut off: five panes at each start, and the next night updates",
            not bad,
            f"seed {seed}, {cut} of them still ran {' '.join(bad)}",
        )


def _harm(layer: Layer, command: list[str], to: str) -> str:
    """Start after an update was cut off, then update; give all that is said where that fails."""
    state = says(layer, "dpkg -l 'clinic-kiosk*'; ls -la /opt/kiosk /opt/kiosk/releases")
    drawn = says(layer, "kiosk snapshot --out /srv/cut")
    if not (drawn.endswith("\n0") and set(drawn.splitlines()) >= PANES):
        return f"{state}\n{drawn}"
    # As unattended-upgrades does at night.
    mended = says(layer, f"dpkg --configure -a; {' '.join(command)}")
    if not mended.endswith("\n0"):
        # Killed between its last file and its last word of that, dpkg wants all of it once more,
        # and apt gives it only with the next version. The doctor says what does at once.
        told = says(layer, "kiosk doctor")
        if "was cut off" not in told:
            return f"{state}\n{mended}\n{told}"
        mended += says(layer, f"{' '.join(command[:-2])} --reinstall {PROGRAM}={to}")
    after = says(layer, "kiosk-release status; kiosk --version")
    good = mended.endswith("\n0") and f"In use: {to}" in after
    return "" if good else f"{state}\n{mended}\n{after}"


def main(debian: str = "bookworm", kills: str = "10") -> int:
    """Make the machine and update it."""
    work = ROOT / "build" / "machine" / "updates"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    changes = {"1good": is_good, "2draw": can_not_draw, "3ready": is_never_ready, "4dies": dies}
    missed = 0
    try:
        machine, repository = prepare(debian, "unattended-upgrades")
        made = {name: make(name, change, work) for name, change in changes.items()}
        for name, files in made.items():
            repository.add(name, files)
        good = made["1good"]
        missed += told(installs(machine))
        settle(machine)
        repository.offer("now", *changes)
        for comes in (comes_by_rings, comes_on_a_stick):
            with Layer(machine, machine.folder / "layer").mounted() as layer:
                scratch = work / comes.__name__
                scratch.mkdir()
                missed += told(comes(layer, scratch, good, version("1good")))
        missed += told(outlives(machine, int(kills)))
        with booted(machine) as service:
            machine.wait("the kiosk", service.ready)
            missed += told(takes_a_good_one(service, version("1good")))
            missed += told(refuses_what_can_not_draw(service, version("2draw")))
            missed += told(leaves(service, version("3ready"), "not ready within 60 seconds"))
            missed += told(leaves(service, version("4dies"), "three times in ten minutes"))
            missed += told(takes_a_good_one(service, __version__))
            missed += told(lets_technicians_choose(service))
    except NoMachine as error:
        print(error)
        return 2
    return min(1, missed)


if __name__ == "__main__":
    timed(main)

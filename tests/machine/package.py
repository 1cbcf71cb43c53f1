"""`make deb-test`: Debian's packages of the kiosk, on a Debian without a network.

    python -m tests.machine.package [RELEASE]      bookworm, or trixie

Takes dist/*.deb as `make deb` built them, and builds a later version of them. A bare Debian gets
both from a folder that holds all that they need; then they are installed, tried, booted, updated,
put back, removed and purged. Prints a line for each thing that must hold; exit code 1 if one
doesn't, 2 if no machine can be made here. Needs root, debootstrap, systemd-container and reprepro.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk import __version__
from tests.machine.debian import ROOT, WITHOUT_A_SCREEN, Debian, NoMachine, fresh
from tests.machine.service import Held, Service, timed, told

NEXT = f"{__version__}+next"
OURS = ("clinic-kiosk", "clinic-kiosk-authors")
REST = 150.0
"""Seconds: the kiosk looks for another release once a minute while it rests."""

CONTENT = "/opt/kiosk/current/lib/any/kiosk/content"
PLACE = "srv/packages"
SETTINGS = "etc/xdg/kiosk/settings.toml"
ELSEWHERE = ("/proc", "/sys", "/root", "/srv", "/var/lib/apt", "/var/log")
"""Where no package of ours puts anything: the tests do, the clinic, and apt."""
DISTRIBUTIONS = "".join(
    f"Codename: {name}\nArchitectures: amd64\nComponents: main\n\n"
    for name in ("now", "next", "1good", "2draw", "3ready", "4dies")
)


def packages(version: str) -> list[Path]:
    """Give our packages of a version."""
    found = sorted((ROOT / "dist").glob(f"clinic-kiosk*_{version}_amd64.deb"))
    if not found:
        raise NoMachine(f"dist/ has no packages of version {version}: make deb")
    return found


class Repository:
    """A folder of packages on a machine, which apt takes them from."""

    def __init__(self, machine: Debian) -> None:
        self.machine, self.folder = machine, machine.folder / "root" / PLACE
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "conf").mkdir(parents=True)
        (self.folder / "conf" / "distributions").write_text(DISTRIBUTIONS, "ascii")

    def add(self, name: str, files: list[Path]) -> None:
        """Add packages to the distribution of this name."""
        command = ["reprepro", "-b", str(self.folder), "-P", "optional", "-S", "misc"]
        try:
            subprocess.run(
                [*command, "includedeb", name, *map(str, files)],
                stdout=subprocess.DEVNULL, check=True,
            )  # fmt: skip
        except FileNotFoundError:
            raise NoMachine("There is no reprepro: apt-get install reprepro") from None

    def offer(self, *names: str) -> None:
        """Let apt know these distributions, besides what it knows."""
        lines = [f"deb [trusted=yes] file:/{PLACE} {name} main\n" for name in names]
        known = self.machine.folder / "root/etc/apt/sources.list.d"
        (known / "ours.list").write_text("".join(lines), "ascii")
        self.machine.once("apt-get", "update", "-q")

    def cut_off(self) -> None:
        """Take away all that apt knows, and what it has."""
        apt = self.machine.folder / "root/etc/apt"
        (apt / "sources.list").unlink(missing_ok=True)
        for file in (apt / "sources.list.d").iterdir():
            file.unlink()
        self.machine.once("sh", "-c", "apt-get clean; rm -rf /var/lib/apt/lists/*")


def prepare(release: str, *more: str) -> tuple[Debian, Repository]:
    """Make a Debian that has nothing of the kiosk and no network, and all packages in a folder.

    `more`: packages that can be had there besides ours.
    """
    machine = fresh(release, "package")
    repository = Repository(machine)
    repository.add("now", packages(__version__))
    repository.offer("now")
    machine.apt("--download-only", "install", *OURS, *more)
    others = (machine.folder / "root/var/cache/apt/archives").glob("*.deb")
    repository.add("now", [file for file in others if not file.name.startswith("clinic-kiosk")])
    repository.cut_off()
    repository.offer("now")
    return machine, repository


def apt(machine: Debian, *words: str) -> str:
    """Have apt do something without any network."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-q"]
    return machine.once("unshare", "-n", *quiet, "--no-install-recommends", *words)


def says(machine: Debian, command: str) -> str:
    """Give what a shell prints, and its exit code below."""
    return machine.once("sh", "-c", f"({command}) 2>&1; echo $?").strip()


def installs(machine: Debian) -> Held:
    apt(machine, "install", OURS[0])
    version = says(machine, "kiosk --version")
    yield "installed without a network", version == f"kiosk {__version__}\n0", version
    settings = says(machine, f"stat -c '%a %U' /{SETTINGS}")
    yield "the settings are the kiosk's alone", settings == "600 kiosk\n0", settings
    enabled = says(machine, "systemctl is-enabled kiosk ctrl-alt-del.target")
    yield "it starts with the computer", enabled == "enabled\nmasked\n0", enabled
    owner = says(machine, "find /opt/kiosk ! -user root; find /opt/kiosk ! -perm -a+r")
    yield "the program is root's, and everybody may read it", owner == "0", owner
    refused = says(machine, "kiosk install").splitlines()
    yield "`kiosk install` names the package", OURS[0] in refused[0], refused[0]


def shows(machine: Debian) -> Held:
    for language in ("en", "bn"):
        folder = f"/srv/{language}"
        drawn = says(machine, f"kiosk snapshot --language {language} --out {folder}")
        files = sorted((machine.folder / "root" / folder[1:]).glob("*.png"))
        plain = [file.name for file in files if file.stat().st_size < 20_000]
        ok = drawn.endswith("\n0") and len(files) > 5 and not plain and "WARN" not in drawn
        yield f"every pane is drawn ({language})", ok, f"{len(files)} pictures {plain}"


def serves_authors(machine: Debian) -> Held:
    said = says(machine, "kiosk check")
    yield "`kiosk check` names the package that it lacks", OURS[1] in said, said.splitlines()[0]
    apt(machine, "install", OURS[1])
    said = says(machine, "kiosk check")
    yield "with it, it checks", said.endswith("\n0"), said.splitlines()[-2]
    said = says(machine, "kiosk handout --out /srv/a.pdf && head -c 4 /srv/a.pdf")
    yield "and sets a leaflet", said.endswith("%PDF0"), said.splitlines()[-1]
    said = says(machine, "kiosk export /srv/site && ls /srv/site")
    yield "and writes a website", "index.html" in said and said.endswith("\n0"), said[-20:]


def settle(machine: Debian) -> None:
    """Give the kiosk a text of the clinic's own, as docs/install.md says."""
    says(machine, f"mkdir /srv/clinic && cp -r {CONTENT} /srv/clinic/content")
    file = machine.folder / "root" / SETTINGS
    file.write_text(f"{file.read_text('utf-8')}content = '/srv/clinic/content'\n", "utf-8")


@contextmanager
def booted(machine: Debian) -> Iterator[Service]:
    """Start the machine, without a screen, as a technician would tell the service."""
    added = machine.folder / "root/etc/systemd/system/kiosk.service.d"
    added.mkdir(exist_ok=True)
    (added / "without-a-screen.conf").write_text(WITHOUT_A_SCREEN, "ascii")
    try:
        machine.boot()
        yield Service(machine)
    finally:
        machine.end()
        shutil.rmtree(added)


def runs(service: Service) -> Held:
    seconds = service.machine.wait("the kiosk", service.ready)
    service.machine.wait("its first edition", lambda: bool(editions(service.machine)))
    yield "the service is ready", True, f"{service.show('StatusText')} ({seconds:.0f} s)"
    program = service.machine.ask("readlink", "-f", f"/proc/{service.kiosk()}/exe")
    yield "with the machine's own Python", program.startswith("/usr/bin/python3"), program
    found = json.loads(service.machine.ask("kiosk", "doctor", "--format", "json"))
    bad = [each["name"] for each in found["checks"] if each["state"] == "fail"]
    # There is none: WITHOUT_A_SCREEN.
    yield (
        "the doctor misses nothing but a screen",
        bad == ["display"],
        f"{len(found['checks'])} {bad}",
    )
    speaks = service.inside(
        "import subprocess; print(len(subprocess.run(['espeak-ng', '--stdout', 'Hello'],"
        "capture_output=True).stdout))"
    )
    yield "a voice speaks in it", int(speaks or 0) > 1000, f"{speaks} bytes"


def editions(machine: Debian) -> list[str]:
    """Give the pages of all editions that are whole."""
    found = machine.ask("find", "/var/lib/kiosk/editions", "-name", "*.md", "-printf", "%p %Cs\n")
    return [page for page in found.splitlines() if "/.new-" not in page]


def changes_version(service: Service, to: str) -> Held:
    """Update a kiosk that runs, or put it back; what the clinic has stays."""
    machine = service.machine
    root = machine.folder / "root"
    before, was = (root / SETTINGS).read_bytes(), service.kiosk()
    kept = editions(machine)
    how = "apt-get -y -q --no-install-recommends --allow-downgrades install"
    both = " ".join(f"{name}={to}" for name in ("clinic-kiosk-program", *OURS))
    print(machine.ask("sh", "-c", f"DEBIAN_FRONTEND=noninteractive {how} {both} 2>&1")[-300:])
    machine.wait("the kiosk", lambda: service.ready() and service.kiosk() not in ("", was), REST)
    command = machine.ask("cat", f"/proc/{service.kiosk()}/cmdline").split("\0")[0]
    yield f"{to} runs", command.startswith(f"/opt/kiosk/releases/{to}/"), command
    left = sorted(path.name for path in (root / "opt/kiosk/releases").iterdir())
    yield "both releases are kept", left == sorted((__version__, NEXT)), " ".join(left)
    yield "settings and PIN stay", (root / SETTINGS).read_bytes() == before, SETTINGS
    yield "texts that it keeps stay", kept == editions(machine), f"{len(kept)} pages"


def goes(machine: Debian) -> Held:
    root = machine.folder / "root"
    before = (root / SETTINGS).read_bytes()
    apt(machine, "remove", "clinic-kiosk-program", *OURS)
    left = says(machine, "ls -d /opt/kiosk /usr/bin/kiosk /etc/systemd/system/ctrl-alt-del.target")
    yield "removed: program and service are gone", left.count("No such file") == 3, left[-40:]
    stays = (root / SETTINGS).read_bytes() == before and (root / "var/lib/kiosk").is_dir()
    yield "removed: settings, PIN and texts stay", stays, SETTINGS
    apt(machine, "install", OURS[0])
    yield "installed again: they hold", (root / SETTINGS).read_bytes() == before, SETTINGS
    apt(machine, "purge", "clinic-kiosk-program", *OURS)
    shutil.rmtree(root / PLACE)
    aside = " -o ".join(f"-path {path}" for path in ELSEWHERE)
    found = says(machine, f"find / \\( {aside} \\) -prune -o -iname '*kiosk*' -print")
    yield "purged: no file is left", found == "0", found
    user = says(machine, "getent passwd kiosk; getent group kiosk; dpkg -l | grep kiosk")
    yield "purged: no user and no record is left", user == "1", user


def main(release: str = "bookworm") -> int:
    """Make the machine and try the packages on it."""
    missed = 0
    try:
        packages(__version__)
        build = [sys.executable, "assets/deploy/package/build.py", "--quick", "--version", NEXT]
        subprocess.run(build, cwd=ROOT, check=True)
        machine, repository = prepare(release)
        repository.add("next", packages(NEXT))
        for check in (installs, shows, serves_authors):
            missed += told(check(machine))
        settle(machine)
        repository.offer("now", "next")
        with booted(machine) as service:
            missed += told(runs(service))
            missed += told(changes_version(service, NEXT))
            missed += told(changes_version(service, __version__))
        missed += told(goes(machine))
    except NoMachine as error:
        print(error)
        return 2
    return min(1, missed)


if __name__ == "__main__":
    timed(main)

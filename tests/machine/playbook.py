"""The Ansible role on a Debian with a real systemd: once, again, and with other settings.

    python -m tests.machine.playbook [RELEASE]      bookworm, or trixie

Takes dist/*.deb as `make deb` built them and a bare Debian; ansible-core comes from PyPI into a
folder of that Debian. Prints a line for each thing that must hold; exit code 1 if one
doesn't, 2 if no machine can be made here. Needs root, debootstrap and systemd-container.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import Any

from kiosk import __version__
from tests.machine.debian import ROOT, WITHOUT_A_SCREEN, Debian, NoMachine, fresh
from tests.machine.package import packages
from tests.machine.service import Held, Service, timed, told

ROLE = ROOT / "assets" / "deploy" / "ansible"
PLAYBOOK = "PYTHONPATH=/root/ansible-core python3 -m ansible playbook"
PIN = "739145"
RULES = "/etc/udev/rules.d/90-kiosk-touch.rules"


def prepare(release: str) -> Debian:
    """Make a Debian that has nothing of the kiosk, and Ansible with our packages in /root."""
    files = packages(__version__)
    machine = fresh(release, "playbook")
    home = machine.folder / "root" / "root"
    shutil.copytree(ROLE, home / "ansible")
    (home / "packages").mkdir()
    for file in files:
        shutil.copy(file, home / "packages")
    scan = ["dpkg-scanpackages", "--multiversion", "."]
    listed = subprocess.run(scan, cwd=home / "packages", capture_output=True, check=True).stdout
    (home / "packages" / "Packages").write_bytes(listed)
    (home).chmod(0o755)  # apt reads a repository as a user of its own
    machine.apt("install", "python3")
    version = machine.once("python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    fits = ["--only-binary=:all:", "--python-version", version.strip()]
    target = ["--target", str(home / "ansible-core")]
    subprocess.run([*pip, *fits, *target, "ansible-core"], check=True)
    added = machine.folder / "root/etc/systemd/system/kiosk.service.d"
    added.mkdir()
    (added / "without-a-screen.conf").write_text(WITHOUT_A_SCREEN, "ascii")
    return machine


FILES = {"kiosk_packages": ["/root/packages/*.deb"]}
REPOSITORY = {"kiosk_repository": "deb [trusted=yes] file:/root/packages ./"}


def play(machine: Debian, source: dict[str, Any] = FILES, **settings: object) -> str:
    """Run the playbook on the machine itself; give what it printed."""
    said = {
        **source,
        "kiosk_settings": settings,
        "kiosk_pin": PIN,
        "kiosk_doctor_ignores": ["display"],
    }
    hosts = {"kiosks": {"hosts": {"localhost": {"ansible_connection": "local"}}, "vars": said}}
    home = machine.folder / "root" / "root"
    # JSON is YAML too.
    (home / "ansible" / "inventory.yml").write_text(json.dumps(hosts), "utf-8")
    command = f"cd /root/ansible && {PLAYBOOK} -v -i inventory.yml kiosks.yml 2>&1"
    return machine.ask("env", "ANSIBLE_NOCOLOR=1", "LC_ALL=C.UTF-8", "sh", "-c", command)


def counts(said: str) -> dict[str, int]:
    """Give what the last line of a play counts."""
    return {name: int(number) for name, number in re.findall(r"(\w+)=(\d+)", said[-200:])}


def installs(service: Service) -> Held:
    machine = service.machine
    said = play(machine, hours=["Mo-Su 00:00-24:00"], rotation=90, volume=80)
    ended = counts(said)
    fine = ended.get("failed") == 0 and ended.get("unreachable") == 0
    yield "the role makes a kiosk", fine, said[-200:] if fine else said[-3000:]
    if not fine:
        return
    seconds = machine.wait("the kiosk", service.ready)
    yield "the service is ready", True, f"{service.show('StatusText')} ({seconds:.0f} s)"
    shows = machine.ask("kiosk", "settings")
    yield "the settings hold", "volume = 80  # /etc/xdg/kiosk/settings.d/50-ansible" in shows, ""
    mode = machine.ask("stat", "-c", "%a %U", "/etc/xdg/kiosk/settings.d/60-pin.toml")
    yield "the PIN is set, for the kiosk alone", mode == "600 kiosk", mode
    log = machine.ask("journalctl", "--no-pager", "-o", "cat")
    yield "and is in no log", PIN not in f"{said}{log}", f"{len(said)} + {len(log)} characters"
    rule = machine.ask("cat", RULES)
    yield "the finger turns with the screen", '="0 -1 1 1 0 0"' in rule, rule.splitlines()[-1]
    judged = machine.ask("sh", "-c", f"udevadm verify {RULES} 2>&1; echo $?")
    known = "Unknown command verb" in judged
    yield "udev finds no fault in the rule", known or judged.endswith("\n0"), judged[-60:]
    checks = json.loads(machine.ask("kiosk", "doctor", "--format", "json"))["checks"]
    [found] = [each["findings"] for each in checks if each["name"] == "outputs"]
    seen = [f"{each['state']}: {each['text']}" for each in found]
    yield "the doctor says that the screen is turned", seen == ["ok: turned by 90"], str(seen)


def changes_nothing(service: Service) -> Held:
    before = service.kiosk()
    said = play(service.machine, hours=["Mo-Su 00:00-24:00"], rotation=90, volume=80)
    ended = counts(said)
    right = ended.get("changed") == 0 and ended.get("failed") == 0
    yield "a second run says changed=0", right, said[-200:] if right else said[-3000:]
    yield "and the kiosk goes on", service.kiosk() == before, before


def changes_settings(service: Service) -> Held:
    before = service.kiosk()
    play(service.machine, screens="last")
    service.machine.wait("the kiosk", lambda: service.ready() and service.kiosk() != before)
    yield "other settings restart it", True, f"{before} -> {service.kiosk()}"
    rule = service.machine.ask("ls", RULES)
    yield "nothing is left of the turned screen", not rule, rule
    said = play(service.machine, colour="blue")
    told_why = "there is no setting" in said
    yield "a setting that is none is refused before it is written", told_why, said[-200:]


def installs_from_a_repository(service: Service) -> Held:
    machine = service.machine
    machine.ask("apt-get", "-y", "-q", "remove", "clinic-kiosk", "clinic-kiosk-program")
    for again in ("the role makes it a kiosk again", "a second run says changed=0"):
        said = play(machine, REPOSITORY, volume=70)
        ended = counts(said)
        right = ended.get("failed") == 0 and (ended.get("changed") == 0) == ("0" in again)
        yield f"from a repository {again}", right, said[-200:] if right else said[-3000:]
    machine.wait("the kiosk", service.ready)
    yield "the service is ready", True, service.show("StatusText")


def main(release: str = "bookworm") -> int:
    """Make the machine and have Ansible make it a kiosk."""
    missed = 0
    try:
        machine = prepare(release)
    except NoMachine as error:
        print(error)
        return 2
    try:
        machine.boot()
        service = Service(machine)
        for check in (installs, changes_nothing, changes_settings, installs_from_a_repository):
            missed += told(check(service))
    finally:
        machine.end()
    return min(1, missed)


if __name__ == "__main__":
    timed(main)

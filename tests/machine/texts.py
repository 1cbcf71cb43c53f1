"""`make texts-test`: signed texts on a Debian, with what docs/fleet.md has a technician type.

    python -m tests.machine.texts [RELEASE]      bookworm, or trixie

Takes dist/*.deb as `make deb` built them. The machine is publisher and kiosk in one, and its web
server a folder. Prints a line for each thing that must hold; exit code 1 if one doesn't, 2 if no
machine can be made here. udev, and so a stick that is put in, is not among it: a machine in a
folder has no devices of its own.
"""

from __future__ import annotations

import json
import re

from tests.machine.debian import ROOT, Debian
from tests.machine.package import OURS, apt, booted, prepare, says
from tests.machine.service import Held, Service, timed, told

REPOSITORY = "/srv/text-repository"


def typed() -> list[str]:
    """Give the commands that docs/fleet.md has typed on a kiosk, for this machine's source."""
    page = (ROOT / "docs" / "fleet.md").read_text("utf-8")
    [block] = re.findall(r"```\n(cp 1\.root\.json .*?)```", page, re.S)
    lines = block.replace("\\\n", " ").splitlines()
    here = block.count("https://text.example.org")
    assert here == 1
    lines[0] = lines[0].replace("1.root.json", f"{REPOSITORY}/public/metadata/1.root.json", 1)
    return [line.replace("https://text.example.org", f"{REPOSITORY}/public") for line in lines]


def asked(machine: Debian, command: str) -> str:
    return machine.ask("sh", "-c", f"cd /; ({command}) 2>&1; echo $?")


def fetches(service: Service) -> Held:
    machine = service.machine
    machine.wait("the kiosk", service.ready)
    said = asked(machine, "\n".join(["set -e", *typed()]))
    yield "what a technician types works", said.endswith("\n0"), said
    machine.wait("the kiosk with the text", service.ready)
    status = json.loads(machine.ask("kiosk", "text", "status", "--format", "json"))
    name = status["current"]
    assert name, status
    yield "a text is handed over", bool(name) and not status["fault"], str(status)
    shown = f"ls -d /var/lib/kiosk/editions/*/{name}"
    seconds = machine.wait("its edition", lambda: asked(machine, shown).endswith("\n0"))
    yield "and is an edition of the same name", True, f"{name[:7]} after {seconds:.0f} s"
    line = asked(machine, "kiosk doctor | grep ' text '")
    yield "the doctor finds it well", f"ok    text       {name[:7]}" in line, line
    owners = asked(machine, "find /var/lib/kiosk-text ! -user kiosk")
    yield "all of it is the kiosk's, though root has asked", owners == "0", owners
    timer = asked(machine, "systemctl is-active kiosk-text.timer")
    yield "the timer waits", timer == "active\n0", timer


def changes(service: Service) -> Held:
    machine = service.machine
    page = "/srv/our-text/en/overview.md"
    said = asked(
        machine,
        f"echo 'One sentence more.' >> {page} && kiosk publish release {REPOSITORY} /srv/our-text "
        f"--draft --ring all && systemctl start kiosk-text && kiosk text status",
    )
    yield "a changed sentence comes", "Handed over" in said and said.endswith("\n0"), said
    name = json.loads(machine.ask("kiosk", "text", "status", "--format", "json"))["current"]
    shown = f"ls -d /var/lib/kiosk/editions/*/{name}"
    seconds = machine.wait("its edition", lambda: asked(machine, shown).endswith("\n0"))
    yield "the kiosk that runs shows it", True, f"{seconds:.0f} s"
    asked(machine, "sed -i s/sig/sog/ /srv/text-repository/public/metadata/timestamp.json")
    said = asked(machine, "systemctl start kiosk-text; journalctl -u kiosk-text -n 9 -o cat")
    yield "what was changed is refused", "can't be read" in said or "not signed" in said, said
    line = asked(machine, "kiosk doctor | grep -A1 ' text '")
    yield "and the doctor says so", "none was taken" in line, line
    back = asked(machine, "kiosk text back")
    yield "staff go back by one", back.endswith("is left.\n0"), back


def hidden(service: Service) -> Held:
    """What the unit may not do, asked from within it."""
    machine = service.machine
    inside = "systemd-run -q --wait --pipe -p User=kiosk -p ProtectSystem=strict"
    said = asked(
        machine,
        f"{inside} -p 'InaccessiblePaths=-/var/lib/kiosk -/var/cache/kiosk -/run/kiosk' "
        "ls /var/lib/kiosk",
    )
    yield "it does not see the kiosk's state", not said.endswith("\n0"), said


def main(release: str = "bookworm") -> int:
    machine, _ = prepare(release)
    apt(machine, "install", *OURS)
    for command in (
        "cp -r /opt/kiosk/current/lib/any/kiosk/content /srv/our-text",
        f"kiosk publish init {REPOSITORY}",
        f"kiosk publish release {REPOSITORY} /srv/our-text --draft",
        f"kiosk publish release {REPOSITORY} --ring all",
    ):
        said = says(machine, command)
        if not said.endswith("\n0") and said != "0":
            print(f"MISSED  {command}: {said}")
            return 1
    with booted(machine) as service:
        missed = told(fetches(service))
        missed += told(changes(service))
        missed += told(hidden(service))
    return int(missed > 0)


if __name__ == "__main__":
    timed(main)

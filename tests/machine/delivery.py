"""How a new version comes to a kiosk: by rings from a signed repository, and on a stick.

Owns what of `assets/deploy/package/examples` must hold with a real apt, as docs/fleet.md tells it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.machine.debian import ROOT, Debian, NoMachine
from tests.machine.package import apt, says
from tests.machine.service import Held

EXAMPLES = ROOT / "assets" / "deploy" / "package" / "examples"
STICK = "mnt"
PACKAGES = ("clinic-kiosk", "clinic-kiosk-program")
UPDATE = "apt-get -y -q -o Dir::Etc::SourceList=/mnt/kiosk.list -o Dir::Etc::SourceParts=-"
FROM_STICK = f"{UPDATE} update && {UPDATE} install --only-upgrade clinic-kiosk"
"""What docs/fleet.md has a technician type."""


class Rings:
    """A signed repository with the rings of the examples, on a machine's stick."""

    def __init__(self, machine: Debian, work: Path) -> None:
        self.machine, self.folder = machine, machine.folder / "root" / STICK
        self._home = work / "keys"
        self._home.mkdir(mode=0o700)
        self._ours(["gpg", "--batch", "--passphrase", "", "--quick-gen-key", "kiosk"])
        (self.folder / "conf").mkdir()
        shutil.copy(EXAMPLES / "distributions", self.folder / "conf")
        shutil.copy(EXAMPLES / "kiosk.list", self.folder)
        keys = machine.folder / "root/etc/apt/keyrings"
        keys.mkdir(parents=True, exist_ok=True)
        key = self._ours(["gpg", "--armor", "--export", "kiosk"])
        (keys / "clinic-kiosk.asc").write_text(key, "ascii")

    def release(self, *words: str) -> None:
        """Have reprepro do something."""
        kind = ["-P", "optional", "-S", "misc"] if words[0] == "includedeb" else []
        self._ours(["reprepro", "-b", str(self.folder), *kind, *words])

    def _ours(self, command: list[str]) -> str:
        environment = {**os.environ, "GNUPGHOME": str(self._home)}
        try:
            return subprocess.run(
                command, env=environment, capture_output=True, text=True, check=True
            ).stdout
        except FileNotFoundError:
            raise NoMachine(f"There is no {command[0]}: apt-get install gnupg reprepro") from None
        except subprocess.CalledProcessError as error:
            raise NoMachine(f"{command[0]} failed: {error.stderr}") from error


def comes_by_rings(machine: Debian, work: Path, files: list[Path], to: str) -> Held:
    """Have unattended-upgrades take what comes to its ring, and nothing before."""
    rings = Rings(machine, work)
    etc = machine.folder / "root/etc/apt"
    shutil.copy(EXAMPLES / "52clinic-kiosk", etc / "apt.conf.d")
    sources = (EXAMPLES / "clinic-kiosk.sources").read_text("ascii")
    sources = sources.replace("https://packages.clinic.example/kiosk", f"file:/{STICK}")
    apt(machine, "install", "unattended-upgrades")
    (etc / "sources.list.d/ours.list").unlink()
    (etc / "sources.list.d/clinic-kiosk.sources").write_text(sources, "ascii")
    nightly = "apt-get -q update >/dev/null && unattended-upgrade -v; kiosk-release status"
    for ring, wanted in (("pilot", False), ("early", False), ("all", True)):
        if ring == "pilot":
            rings.release("includedeb", "pilot", *map(str, files))
        else:
            before = {"early": "pilot", "all": "early"}[ring]
            rings.release("copy", ring, before, *PACKAGES)
        if ring == "pilot":  # apt wants to find its ring, empty or not
            rings.release("export")
        said = says(machine, nightly)
        taken = f"In use: {to}" in said
        yield (
            f"in the ring {ring}: {'taken' if wanted else 'left alone'}",
            taken == wanted,
            said[-150:],
        )


def comes_on_a_stick(machine: Debian, work: Path, files: list[Path], to: str) -> Held:
    """Have apt take it from a stick, and nothing that somebody has changed there."""
    rings = Rings(machine, work)
    rings.release("includedeb", "all", *map(str, files))
    index = rings.folder / "dists/all/InRelease"
    signed = index.read_bytes()
    index.write_bytes(signed.replace(b"Origin: clinic-kiosk", b"Origin: clinic-kiosc"))
    said = says(machine, FROM_STICK)
    yield "one that others have signed, or nobody", not said.endswith("\n0"), said[-200:]
    index.write_bytes(signed)
    package = next(rings.folder.glob("pool/**/clinic-kiosk-program*.deb"))
    good = package.read_bytes()
    package.write_bytes(good[:5_000_000] + bytes([good[5_000_000] ^ 1]) + good[5_000_001:])
    said = says(machine, f"{FROM_STICK}; kiosk-release status")
    yield "a stick with a changed byte is refused", f"In use: {to}" not in said, said[-200:]
    package.write_bytes(good)
    said = says(machine, f"{FROM_STICK}; kiosk-release status")
    yield "a whole one is taken, without a network", f"In use: {to}" in said, said[-100:]

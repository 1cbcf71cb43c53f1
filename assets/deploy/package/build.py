"""`make deb`: the kiosk as Debian packages, which need no network where they are installed.

    python assets/deploy/package/build.py [--arch amd64] [--version 1.2.0] [--quick]

Writes them into dist/ and asks lintian about them. Exit code 1 if something is missing or wrong.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path

import release

from kiosk import __version__
from kiosk.install.installer import ANNOUNCE, FILES, TEXT_TIMER, UNIT

ROOT = release.ROOT
USER = "kiosk"
COMMAND = "/opt/kiosk/current/bin/kiosk"
"""What the service starts: the link is what an update moves."""


def build(arch: str, version: str, compression: str) -> list[Path]:
    """Build the packages, compressed as dpkg-deb is told; give their files in dist/."""
    _run(["dpkg-checkbuilddeps", "debian/control"], release.HERE)
    work = ROOT / "build" / "deb" / version
    shutil.rmtree(work, ignore_errors=True)
    source = work / f"clinic-kiosk-{version}"
    wheels = work / "wheels"
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)], ROOT)
    [wheel] = wheels.glob("*.whl")
    program, authors = source / "program", source / "authors"
    needed = release.make(program, authors, wheel, arch)
    debian = source / "debian"
    shutil.copytree(release.HERE / "debian", debian)
    shutil.copytree(release.HERE / "examples", source / "examples")
    no_pictures = shutil.ignore_patterns("pictures")
    shutil.copytree(ROOT / "docs", source / "docs", ignore=no_pictures)
    for name in ("monitoring", "ansible", "broker"):
        shutil.copytree(ROOT / "assets" / "deploy" / name, source / "examples" / name)
    for name in ("preseed.cfg", "cloud-init.yaml"):
        shutil.copy(ROOT / "assets" / "deploy" / name, source / "examples")
    _lay_out_service(source / "service", debian)
    _write_copyright(debian / "copyright", [program, authors])
    moment = _run(["git", "log", "-1", "--format=%ct%n%cD"], ROOT).split("\n")
    (debian / "changelog").write_text(
        f"clinic-kiosk ({version}) stable; urgency=medium\n\n"
        "  * CHANGELOG.md tells what is new.\n\n"
        f" -- {_maintainer(debian)}  {moment[1]}\n",
        "utf-8",
    )
    settings = {"KIOSK_LIBRARIES": ", ".join(needed), "KIOSK_VERSION": version}
    settings |= {"SOURCE_DATE_EPOCH": moment[0], "KIOSK_COMPRESSION": compression}
    # -d: for another processor it would want a compiler, and nothing is compiled.
    _run(["dpkg-buildpackage", "-b", "-us", "-uc", "-d", f"-a{arch}"], source, settings)
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    return [Path(shutil.move(file, dist / file.name)) for file in sorted(work.glob("*.deb"))]


def _lay_out_service(folder: Path, debian: Path) -> None:
    """Write what `kiosk install` writes into /etc to where a package's files lie."""
    for file in FILES:
        if not file.path.is_relative_to("/etc"):
            continue
        text = (ROOT / "assets" / "deploy" / file.source).read_text("utf-8")
        place = folder / "usr" / "lib" / file.path.relative_to("/etc")
        if file.path in (UNIT, ANNOUNCE, TEXT_TIMER):
            place = debian / f"clinic-kiosk.{file.path.name}"  # debhelper knows where it goes
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text.replace("@KIOSK@", COMMAND).replace("@USER@", USER), "utf-8")
    added = folder / "usr" / "lib" / "systemd" / "system" / f"{UNIT.name}.d"
    added.mkdir(parents=True)
    shutil.copy(release.HERE / "release.conf", added)


def _write_copyright(file: Path, folders: list[Path]) -> None:
    """Add to our own licence each library's, as its wheel tells it."""
    places = [str(place) for folder in folders for place in folder.rglob("any")]
    places += [str(place) for folder in folders for place in folder.rglob("site-packages")]
    found = {each.name: each for each in distributions(path=places)}
    lines = [
        f"{name} {found[name].version}: {_licence(found[name])}"
        for name in sorted(found, key=str.lower)
        if name != "clinic-kiosk"
    ]
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\n".join(lines) + "\n")


def _licence(library: Distribution) -> str:
    about = library.metadata
    classes = [line for line in about.get_all("Classifier", []) if line.startswith("License")]
    named = about.get("License-Expression") or about.get("License")
    return named or (classes[0].rpartition(":: ")[2] if classes else "see its own files")


def _maintainer(debian: Path) -> str:
    lines = (debian / "control").read_text("utf-8").splitlines()
    return next(line.partition(": ")[2] for line in lines if line.startswith("Maintainer: "))


def _run(command: Sequence[str], folder: Path, more: dict[str, str] | None = None) -> str:
    try:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **(more or {})}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise SystemExit(f"There is no {command[0]}: apt-get install dpkg-dev debhelper") from None
    if done.returncode:
        raise SystemExit(f"{done.stdout}\n{' '.join(command)} failed.")
    return done.stdout.strip()


def main() -> int:
    """Build what the command line asks for."""
    line = argparse.ArgumentParser(description="Build the kiosk's Debian packages.")
    line.add_argument("--arch", choices=tuple(release.PLATFORMS), default="amd64")
    line.add_argument("--version", default=__version__, help="another than the program's own")
    line.add_argument("--quick", action="store_true", help="for a trial: larger, and not judged")
    options = line.parse_args()
    compression = "-Zgzip -z1" if options.quick else "-Zxz"
    files = build(options.arch, options.version, compression)
    for file in files:
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.1f} MB")
    if options.quick:
        return 0
    if not shutil.which("lintian"):
        raise SystemExit("There is no lintian to judge them: apt-get install lintian")
    judge = ["lintian", "--fail-on", "error", "--tag-display-limit", "0", *map(str, files)]
    return subprocess.run(judge, check=False).returncode and 1


if __name__ == "__main__":
    sys.exit(main())

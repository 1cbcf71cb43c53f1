"""A release as it lies below /opt/kiosk/releases: our wheel, the locked libraries, little of Qt.

Owns what is taken from the wheels and where it goes. Knows nothing of Debian's packages.

    pyvenv.cfg, bin/python          the machine's own Python, which by them finds what is below
    bin/kiosk                       the command
    lib/any                         libraries that serve every Python
    lib/python3.11/site-packages    what is compiled for one Python; a .pth leads on to lib/any
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.install.doctor.computer import PYTHONS
from kiosk.shipped import FOR_AUTHORS

HERE = Path(__file__).parent
ROOT = HERE.parents[2]

PLATFORMS = {
    "amd64": ("x86_64", ("manylinux_2_34", "manylinux_2_28", "manylinux_2_17", "manylinux2014")),
    "arm64": ("aarch64", ("manylinux_2_39", "manylinux_2_28", "manylinux_2_17", "manylinux2014")),
}
"""Debian's name of a processor, the wheels' name of it, and which wheels fit, the newest first."""

BASE = {
    "libc.so.6": "libc6",
    "libm.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libresolv.so.2": "libc6",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Libraries that libraries.txt needn't name, and the package of each: on Intel, Debian has them
with Python and X's library; on Arm, Qt's part for X wants two more."""

LAUNCHER = """#!/bin/sh
# By this release's own name, not by /opt/kiosk/current: then an update does not change what is
# running.
exec "$(dirname "$(readlink -f "$0")")/python" -I -m kiosk "$@"
"""


def make(program: Path, authors: Path, wheel: Path, arch: str) -> list[str]:
    """Lay out a release in two empty folders: what the kiosk needs, and what only authors need.

    Returns Debian's packages with the libraries that both load.

    Raises:
        SystemExit: pip can't fetch something, or a library is needed that no package is known of.
    """
    locked = _locked()
    for_authors = locked.keys() - _needed_without(FOR_AUTHORS, locked)
    for folder, names in ((program, locked.keys() - for_authors), (authors, for_authors)):
        _install(folder / "lib", [locked[name] for name in sorted(names)], arch)
    every = program / "lib" / "any"
    _pip(every, [str(wheel)], "--no-index")
    # The command is ours below; what packages are made of is of no use in one.
    shutil.rmtree(every / "bin")
    shutil.rmtree(every / "kiosk" / "assets" / "deploy" / "package")
    _trim(every)
    _make_python(program)
    for kept in [*program.rglob("__pycache__"), *authors.rglob("__pycache__")]:
        shutil.rmtree(kept)  # some wheels bring them
    return _packages([program, authors])


def _locked() -> dict[str, str]:
    """Give each library's part of requirements.lock, with its hashes and who needs it."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    parts = re.findall(r"^[\w-]+==(?:.*\\\n)+.*\n(?: +#.*\n)*", text, re.MULTILINE)
    return {part.partition("==")[0]: part for part in parts}


def _needed_without(without: Iterable[str], locked: Mapping[str, str]) -> set[str]:
    """Give the libraries that are needed, itself or by another, where `without` aren't wanted."""
    found: set[str] = set()
    while True:
        more = {
            name
            for name, part in locked.items()
            if name not in without
            and {"clinic-kiosk", *found} & set(re.findall(r"#(?: +via)? +([\w-]+)", part))
        }
        if more <= found:
            return found
        found |= more


def _install(lib: Path, parts: list[str], arch: str) -> None:
    """Install libraries, each once if it serves every Python."""
    first, *others = [".".join(map(str, version)) for version in PYTHONS]
    every = lib / "any"
    _fetch(every, parts, first, arch)
    compiled = [info.parent for info in every.glob("*.dist-info/WHEEL") if _for_one(info)]
    names = {info.name.split("-")[0].lower().replace("_", "-") for info in compiled}
    site = lib / f"python{first}" / "site-packages"
    site.mkdir(parents=True)
    for info in compiled:
        lines = (info / "RECORD").read_text("utf-8").splitlines()
        tops = {line.split(",")[0].split("/")[0] for line in lines}
        for top in tops - {".."}:  # a command of its own, which no release has
            shutil.move(every / top, site / top)
    again = [part for part in parts if part.partition("==")[0] in names]
    for python in others:
        _fetch(lib / f"python{python}" / "site-packages", again, python, arch)


def _for_one(wheel: Path) -> bool:
    return "-abi3-" not in (text := wheel.read_text("utf-8")) and "-none-" not in text


def _fetch(target: Path, parts: list[str], python: str, arch: str) -> None:
    machine, systems = PLATFORMS[arch]
    lock = target.parent / "part.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.write_text("".join(parts), "utf-8")
    fits = [f"--platform={system}_{machine}" for system in systems]
    wanted = ["--only-binary=:all:", "--require-hashes", "--implementation=cp", "-r", str(lock)]
    _pip(target, wanted, f"--python-version={python}", *fits)
    shutil.rmtree(target / "bin", ignore_errors=True)
    lock.unlink()


def _pip(target: Path, what: list[str], *how: str) -> None:
    pip = [sys.executable, "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    asked = [*pip, "--no-deps", "--no-compile", "--target", str(target), *how, *what]
    if subprocess.run(asked, check=False).returncode:
        raise SystemExit("The libraries can't be had, for the reason above.")


def _trim(folder: Path) -> None:
    """Leave of Qt what kept.txt names, and the shared libraries that this needs."""
    lines = (HERE / "kept.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" ", 1) for line in lines if line and not line.startswith("#")]
    kept = set()
    for library, pattern in pairs:
        found = set((folder / library).glob(pattern))
        if not found:
            raise SystemExit(f"kept.txt: nothing of {library} is called {pattern} any more.")
        kept |= found
    shared = {file.name: file for file in (folder / "PySide6" / "Qt" / "lib").iterdir()}
    new = {file for file in kept if ".so" in file.name}
    while new:
        new = {shared[name] for name in _loaded(new) if name in shared} - kept
        kept |= new
    for library in {library for library, _ in pairs}:
        for file in sorted((folder / library).rglob("*"), reverse=True):
            if file.is_dir() and not any(file.iterdir()):
                file.rmdir()
            elif file.is_file() and file not in kept:
                file.unlink()


def _loaded(files: Iterable[Path]) -> set[str]:
    """Name the shared libraries that some are linked to."""
    told = subprocess.run(
        ["readelf", "--dynamic", *map(str, files)], stdout=subprocess.PIPE, text=True, check=True
    )
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", told.stdout))


def _packages(folders: list[Path]) -> list[str]:
    files = {file.name: file for folder in folders for file in folder.rglob("*.so*")}
    table = (ROOT / "assets" / "deploy" / "libraries.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in table if line.strip() and not line.startswith("#")]
    known = BASE | {name: package for _, name, package in rows}
    outside = _loaded(files.values()) - files.keys()
    if unknown := outside - known.keys():
        raise SystemExit(f"libraries.txt names no package for {', '.join(sorted(unknown))}.")
    # Qt looks for some by itself, so all of the table counts.
    return sorted({known[name] for name in outside} | {package for _, _, package in rows})


def _make_python(folder: Path) -> None:
    """Make the machine's Python find the release, as in an environment that venv has made."""
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to("/usr/bin/python3")
    (folder / "bin" / "kiosk").write_text(LAUNCHER, "utf-8")
    (folder / "bin" / "kiosk").chmod(0o755)
    words = "home = /usr/bin\ninclude-system-site-packages = false\n"
    (folder / "pyvenv.cfg").write_text(words, "utf-8")
    for version in PYTHONS:
        site = folder / "lib" / "python{}.{}".format(*version) / "site-packages"
        (site / "clinic-kiosk.pth").write_text("../../any\n", "utf-8")

"""A clone of the project with packages of a few bytes, in which real faults can be made to happen.

prepare.sh, the virtual environments and what goes wrong are real. Only what is slow is small: the
packages, and a pip that unpacks wheels and does nothing else, where a test does not ask for pip.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pip

from tests.waiting import LIMIT

ROOT = Path(__file__).resolve().parents[2]

MAIN = """
import sys
import PySide6
if sys.argv[1:] == ["wait"]:
    print("waits", flush=True)
    sys.stdin.read()
import PySide6.Later
print("kiosk", PySide6.VERSION, PySide6.Later.VERSION)
"""

PIP = """
import os, sys, sysconfig, zipfile
for line in open(sys.argv[-1]):
    name = line.split()[0]
    print("Collecting", name, "(from a lock)")
    wheel = f"{os.environ['PIP_FIND_LINKS']}/{name.replace('==', '-')}-py3-none-any.whl"
    if not os.path.exists(wheel):
        sys.exit("ERROR: no " + wheel)
    zipfile.ZipFile(wheel).extractall(sysconfig.get_path("purelib"))
"""

PYTHON = """#!/bin/sh
if [ "$1 $2" != "-m venv" ]; then exec {python} "$@"; fi
echo "$3" >>made
[ "$FAULT" != venv ] || exit 1
{python} -m venv --without-pip "$3" && ln -s {pip} "$3"/lib/python*/site-packages/
if [ "$KILL" = venv ]; then kill -9 $PPID; fi
"""

STOPPER = """#!/bin/sh
if [ "$KILL" = "{name} $1" ]; then kill -9 $PPID; exit; fi
exec {real} "$@"
"""
"""Kills prepare.sh when it would start this program with these words."""


class Clone:
    """The clone; its kiosk says the version of the package that it was started with.

    Args:
        root: an empty folder.
        real_pip: environments get pip itself.
    """

    def __init__(self, root: Path, *, real_pip: bool = False) -> None:
        self.root = root
        for folder in ("assets/deploy", "kiosk", "wheels", "bin", "pip"):
            (root / folder).mkdir(parents=True)
        for name in ("prepare.sh", "environment.sh"):
            shutil.copy(ROOT / "assets/deploy" / name, root / "assets/deploy" / name)
        (root / "assets/deploy/libraries.txt").write_text("# none\n", "utf-8")
        for name, text in (("__init__", ""), ("app", "import PySide6.Later\n"), ("__main__", MAIN)):
            (root / "kiosk" / f"{name}.py").write_text(text, "utf-8")
        (root / "pip/__main__.py").write_text(PIP, "utf-8")
        own = Path(pip.__file__).parent if real_pip else "../../../../pip"
        python = PYTHON.format(python=sys.executable, pip=own)
        self._program("python3.13", python)  # the first name that is looked for
        self._program("apt-get", "#!/bin/sh\nexit 1\n")  # a test installs nothing on this machine
        for name in ("mv", "sync", "ln"):
            self._program(name, STOPPER.format(name=name, real=shutil.which(name)))
        self.want(1)
        self.want_tests(1)

    def _program(self, name: str, text: str) -> None:
        file = self.root / "bin" / name
        file.write_text(text, "utf-8")
        file.chmod(0o755)

    def _package(self, name: str, version: int, files: dict[str, str]) -> str:
        """Write a wheel; return its line for a lock."""
        wheel = self.root / "wheels" / f"{name}-{version}-py3-none-any.whl"
        info = f"{name}-{version}.dist-info"
        files = files | {
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = "".join(f"{file},,\n" for file in (*files, f"{info}/RECORD"))
        with zipfile.ZipFile(wheel, "w") as stream:
            for file, text in (files | {f"{info}/RECORD": record}).items():
                stream.writestr(file, text)
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        return f"{name}=={version} --hash=sha256:{digest}\n"

    def want(self, version: int, *, quick: str = "") -> None:
        """Pin another version of what the kiosk stands on; `quick` is its module QtQuick."""
        says = f"VERSION = {version}\n"
        files = {"PySide6/__init__.py": says, "PySide6/Later.py": says, "PySide6/QtQuick.py": quick}
        self.lock = self._package("pyside6_essentials", version, files)
        (self.root / "requirements.lock").write_text(self.lock, "utf-8")

    def want_tests(self, version: int) -> None:
        """Pin another version of what only the tests need."""
        added = self._package("only_tests", version, {"only_tests.py": f"VERSION = {version}\n"})
        (self.root / "requirements-dev.lock").write_text(self.lock + added, "utf-8")

    def offline(self) -> None:
        """Take the packages away."""
        shutil.rmtree(self.root / "wheels")
        (self.root / "wheels").mkdir()

    def start(self, goal: str = "run", *, fault: str = "", kill: str = "") -> subprocess.Popen[str]:
        """Start prepare.sh with the fault named, or to be killed when it starts a program."""
        environment = {
            "PATH": f"{self.root}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C",
            "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "FAULT": fault, "KILL": kill,
            "PIP_FIND_LINKS": str(self.root / "wheels"), "PIP_NO_CACHE_DIR": "1",
        }  # fmt: skip
        limit = "ulimit -f 64;" if fault == "disk" else ""
        command = ["sh", "-c", f"{limit} exec sh assets/deploy/prepare.sh {goal}"]
        return subprocess.Popen(
            command, cwd=self.root, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def prepare(
        self, goal: str = "run", *, fault: str = "", kill: str = ""
    ) -> tuple[int, list[str]]:
        """Run prepare.sh to its end; return its exit code and all that it said."""
        process = self.start(goal, fault=fault, kill=kill)
        said, _ = process.communicate(timeout=LIMIT)
        return process.returncode, said.splitlines()

    def kiosk(self) -> str:
        """Run the kiosk from another folder; return what it says, or why it can't."""
        command = [str(self.root / ".venv/bin/kiosk"), "--version"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)
        except OSError as error:
            return str(error)
        return done.stdout.strip() or done.stderr.strip()

    def environments(self) -> list[str]:
        """Return the names of the environments that are on the disk."""
        return sorted(path.name for path in self.root.glob(".venv-kiosk-*"))

    def made(self) -> int:
        """Return how many environments were begun."""
        file = self.root / "made"
        return len(file.read_text("utf-8").splitlines()) if file.exists() else 0

    def python(self, code: str) -> str:
        """Run code by the environment's own Python; return what it printed."""
        command = [str(self.root / ".venv/bin/python"), "-I", "-c", code]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

"""The machine that figures come from: described for the report, and what it lacks fetched."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion


def fetch(program: str, package: str) -> bool:
    """Tell whether `program` is installed; root on Debian gets `package` installed first."""
    if not shutil.which(program) and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {package}", file=sys.stderr)
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", package]
        for command in (["apt-get", "update", "-q"], install):
            subprocess.run(
                command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
    return shutil.which(program) is not None


def description(chromium: str | None) -> dict[str, str]:
    """Return what matters about this machine, by name; nothing that tells whose it is."""
    processor = _first(r"^model name\s*:\s*(.+)$", "/proc/cpuinfo") or platform.machine()
    memory = int(_first(r"^MemTotal:\s*(\d+)", "/proc/meminfo") or 0)
    return {
        "Date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "Processor": f"{processor}, {os.cpu_count()} cores",
        "Memory": f"{memory / 1024**2:.0f} GiB",
        "GPU": "none used",
        "Kernel": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "Qt, PySide6": f"{qVersion()}, {PySide6.__version__}",
        "Chromium": _version(chromium)
        if chromium
        else "not installed (apt-get install -y chromium)",
        "Screen": "Xvfb, 1920 × 1080 at 24 bit; no window manager, no vertical sync",
        "Platform": "xcb and Qt Quick's software renderer (basic loop) for both Qt programs; "
        "--disable-gpu for Chromium",
    }


def load() -> float:
    """Return how many processes wanted a core over the last minute, on average."""
    return os.getloadavg()[0]


def _first(pattern: str, file: str) -> str | None:
    found = re.search(pattern, Path(file).read_text("utf-8"), re.MULTILINE)
    return found[1] if found else None


def _version(program: str) -> str:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"[\d.]+\d", done.stdout)
    return found[0] if found else "unknown"

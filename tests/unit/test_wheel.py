"""The wheel stands on its own: built, installed in an empty environment, started elsewhere."""

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.version import Version

import kiosk

ROOT = Path(__file__).resolve().parents[2]
PNG = b"\x89PNG\r\n\x1a\n"


def run(command: list[str | Path], cwd: Path, timeout: float = 300) -> str:
    """Run a command outside the source tree; return what it printed, fail with all it said."""
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**outside, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that holds the runtime lock and the wheel, and nothing else.

    What the lock names is lent from this environment, into which pip has put the same pins with the
    same hashes: to unpack Qt once more proves nothing and takes ten seconds.
    """
    folder = tmp_path_factory.mktemp("wheel")
    dist, venv = folder / "dist", folder / "venv"
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", dist], cwd=ROOT)
    [wheel] = dist.glob("*.whl")
    run([sys.executable, "-m", "venv", "--without-pip", venv], cwd=folder)
    [place] = venv.glob("lib/python3*/site-packages")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE):
        found = distribution(name)
        assert Version(found.version) == Version(version), (
            f"{name} is not what the lock names: make venv"
        )
        for top in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
            (place / top).symlink_to(Path(str(found.locate_file(top))).resolve())
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", venv / "bin" / "python"]
    # With what it needs, and nowhere to take it from: the lock must have brought all of it.
    run([*pip, "install", "--quiet", "--no-compile", "--no-index", wheel], cwd=folder)
    return venv


def package(venv: Path) -> Path:
    [found] = venv.glob("lib/python3*/site-packages/kiosk")
    return found


def test_the_wheel_brings_the_content_the_pictures_and_the_qml(installed: Path) -> None:
    inside = package(installed)
    for folder, pattern in (
        ("content", "*.md"),
        ("assets", "*"),
        ("kiosk/ui", "*.qml"),
        ("kiosk/ui", "qmldir"),
        ("assets/translations", "*.qm"),
    ):
        below = Path(folder).relative_to("kiosk") if folder.startswith("kiosk") else folder
        sources = {
            path.relative_to(ROOT / folder)
            for path in (ROOT / folder).rglob(pattern)
            if path.is_file()
        }
        assert sources, f"no {pattern} in {folder}"
        missing = {path for path in sources if not (inside / below / path).is_file()}
        assert not missing


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert kiosk.__version__ in run([installed / "bin" / "kiosk", "--version"], cwd=tmp_path)


def test_the_installed_kiosk_draws_every_tab_of_its_own_pack(
    installed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run([installed / "bin" / "kiosk", "snapshot", "--out", out, "--size", "1280x800"], cwd=tmp_path)
    pack = tomllib.loads((package(installed) / "content" / "pack.toml").read_text("utf-8"))
    tabs = [tab["page"] for tab in pack["tabs"]]
    assert tabs
    pictures = sorted(out.rglob("*.png"))
    for tab in tabs:
        drawn = [path for path in pictures if tab in path.stem]
        assert drawn, f"no picture of {tab} among {[path.name for path in pictures]}"
        for path in drawn:
            assert path.read_bytes().startswith(PNG)

"""The folder of a website: whole or as it was, and nobody else's files are ever touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.export.export_folder import LIST, write_folder
from kiosk.page.error import ContentError
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[3]
OLD = {"index.html": b"old", "en/gone.html": b"old"}
NEW = {"index.html": b"new", "en/risks.html": b"new"}

# Writes a website whose files are never all there: the process is killed after some of them.
KILLED = """
import os, signal, sys
from pathlib import Path
from kiosk.export import export_folder
steps = 0
def killing(step):
    def stepped(*given, **named):
        global steps
        steps += 1
        if steps == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*given, **named)
    return stepped
for name in ("mkdir", "open", "rename"):
    setattr(Path, name, killing(getattr(Path, name)))
export_folder.write_folder(Path(sys.argv[1]), {"index.html": b"new", "en/risks.html": b"new"})
print(steps)
"""


def there(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != LIST
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_a_new_website_takes_the_place_of_an_old_one(folder: Path) -> None:
    write_folder(folder, OLD)
    write_folder(folder, NEW)
    assert there(folder) == NEW
    assert os.listdir(folder.parent) == ["site"]
    # A server that is another user must be able to read it.
    assert {file.stat().st_mode & 0o777 for file in folder.rglob("*.html")} == {0o644}
    assert folder.stat().st_mode & 0o777 == 0o755


def test_an_empty_folder_and_one_that_is_missing_will_do(folder: Path) -> None:
    folder.mkdir()
    write_folder(folder, NEW)
    assert there(folder) == NEW
    write_folder(folder.parent / "deep" / "er", OLD)
    assert there(folder.parent / "deep" / "er") == OLD


@pytest.mark.parametrize("before", [{}, OLD])
def test_a_folder_with_anything_else_in_it_is_left_alone(
    folder: Path, before: dict[str, bytes]
) -> None:
    if before:
        write_folder(folder, before)
    folder.mkdir(exist_ok=True)
    (folder / "holiday.jpg").write_bytes(b"mine")
    with pytest.raises(
        ContentError, match=r"site: holds holiday\.jpg, which no export has written"
    ):
        write_folder(folder, NEW)
    assert there(folder) == {**before, "holiday.jpg": b"mine"}
    assert os.listdir(folder.parent) == ["site"]


def test_a_file_or_a_link_in_its_place_is_left_alone(folder: Path, tmp_path: Path) -> None:
    folder.write_bytes(b"mine")
    with pytest.raises(ContentError, match="is no folder"):
        write_folder(folder, NEW)
    assert folder.read_bytes() == b"mine"
    link = tmp_path / "link"
    link.symlink_to(tmp_path)
    with pytest.raises(ContentError, match="is no folder"):
        write_folder(link, NEW)


def test_a_kill_at_any_moment_leaves_the_old_website_or_the_new_one(folder: Path) -> None:
    write_folder(folder, OLD)
    for step in range(1, 100):
        command = [sys.executable, "-c", KILLED, str(folder), str(step)]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT, check=False
        )
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        kept = folder if folder.exists() else folder.with_name(".site.before")
        assert there(kept) == OLD, step
    assert step > 5
    assert there(folder) == NEW
    assert os.listdir(folder.parent) == ["site"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "kiosk-test", str(place)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a disk here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_leaves_the_old_website(small_disk: Path) -> None:
    folder = small_disk / "site"
    write_folder(folder, OLD)
    with pytest.raises(ContentError, match=r"the disk is full\. Make room"):
        write_folder(folder, {"index.html": b"x" * 100_000})
    assert there(folder) == OLD
    assert os.listdir(small_disk) == ["site"]


def test_a_sticks_own_folder_is_told(small_disk: Path) -> None:
    with pytest.raises(ContentError, match="a stick's own folder can't be replaced"):
        write_folder(small_disk, NEW)
    assert os.listdir(small_disk) == []

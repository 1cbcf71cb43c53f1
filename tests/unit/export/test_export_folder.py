"""The folder of a website: whole or as it was, and nobody else's files are ever touched."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.export.export_folder import LIST, write_folder
from kiosk.page.error import ContentError
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[3]
Texts = dict[str, str]
OLD = {"index.html": b"old", "en/gone.html": b"old"}
NEW = {"index.html": b"new", "en/risks.html": b"new"}

# Writes a website once for each step that it takes, and is killed at that step; says what is there.
KILLED = """
import json, os, signal, sys
from itertools import count
from pathlib import Path
from kiosk.export import export_folder
from kiosk.export.export_folder import write_folder
folder, old, new = Path(sys.argv[1]), *json.loads(sys.argv[3])
def site(files):
    return {path: text.encode() for path, text in files.items()}
def seen(folder):
    files = filter(Path.is_file, folder.rglob("*"))
    return {each.relative_to(folder).as_posix(): each.read_text() for each in files}
def writing(step):
    steps = 0
    def killing(call):
        def stepped(*given, **named):
            nonlocal steps
            steps += 1
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*given, **named)
        return stepped
    for name in ("chmod", "chown", "fsync", "mkdir", "open", "rename", "rmdir", "unlink"):
        setattr(os, name, killing(getattr(os, name)))
    export_folder._exchanged = killing(export_folder._exchanged)
    write_folder(folder, site(new))
if sys.argv[2] == "two steps":
    export_folder._exchanged = lambda one, other: False
for step in count(1):
    write_folder(folder, site(old))  # whatever the last one has left
    assert os.listdir(folder.parent) == [folder.name]
    child = os.fork()
    if not child:
        writing(step)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    kept = folder.with_name(f".{folder.name}.before")
    print(json.dumps([ended, seen(folder), seen(kept)]))
    if ended != -signal.SIGKILL:
        break
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
    for to in (tmp_path, link):
        link.symlink_to(to)
        told = f"link: is a link. Name the folder that it leads to: {to}"
        with pytest.raises(ContentError, match=re.escape(told)):
            write_folder(link, NEW)
        link.unlink()


def killed(folder: Path, how: str) -> list[tuple[int, Texts, Texts]]:
    """Give for each step how the export ended, what was there then, and what was put aside."""
    sites = [{path: text.decode() for path, text in site.items()} for site in (OLD, NEW)]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), how, json.dumps(sites)],
        cwd=ROOT, capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    ends: list[tuple[int, Texts, Texts]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(ends) > 20
    assert {code for code, _, _ in ends[:-1]} == {-signal.SIGKILL}
    assert ends[-1][0] == 0
    assert os.listdir(folder.parent) == ["site"]
    assert there(folder) == NEW
    return ends


def whole(site: Texts) -> bytes:
    """Give what all files of a website say; nothing if some are missing."""
    for each in (OLD, NEW):
        if site.keys() - {LIST} == each.keys():
            return b"".join({site[path].encode() for path in each})
    return b""


def test_a_kill_at_any_moment_leaves_the_old_website_or_the_new_one(folder: Path) -> None:
    said = [whole(site) for _, site, _ in killed(folder, "one step")]
    assert set(said) == {b"old", b"new"}
    assert said == sorted(said, reverse=True), "once it is there it stays"


def test_where_a_disk_exchanges_nothing_a_kill_leaves_it_aside_at_worst(folder: Path) -> None:
    ends = killed(folder, "two steps")
    gone = [kept for _, site, kept in ends if not site]
    assert [whole(kept) for kept in gone] == [b"old"], "the moment between two steps"
    assert {whole(site) for _, site, _ in ends if site} == {b"old", b"new"}


@pytest.mark.parametrize("error", [errno.EINVAL, errno.ENOSYS])
def test_what_the_kernel_says_of_such_a_disk_is_understood(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refusing(*given: object) -> int:
        ctypes.set_errno(error)
        return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *a, **b: SimpleNamespace(renameat2=refusing))
    write_folder(folder, OLD)
    write_folder(folder, NEW)
    assert there(folder) == NEW
    monkeypatch.setattr(ctypes, "CDLL", lambda *a, **b: SimpleNamespace())
    write_folder(folder, OLD)
    assert there(folder) == OLD


def test_an_interrupt_leaves_nothing_beside_the_old_website(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(folder, OLD)

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_folder(folder, NEW)
    assert there(folder) == OLD
    assert os.listdir(folder.parent) == ["site"]


def test_the_folder_keeps_its_owner_and_its_mode(folder: Path) -> None:
    write_folder(folder, OLD)
    folder.chmod(0o2770)
    if os.getuid() == 0:
        os.chown(folder, 33, 33)
    kept = folder.stat()
    write_folder(folder, NEW)
    assert folder.stat().st_mode == kept.st_mode
    for each in (folder, *folder.rglob("*")):
        assert (each.stat().st_uid, each.stat().st_gid) == (kept.st_uid, kept.st_gid), each


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    for letters in (250, 300):
        with pytest.raises(ContentError, match="its name is too long"):
            write_folder(tmp_path / ("x" * letters), NEW)
    assert os.listdir(tmp_path) == []


def test_who_stands_in_the_folder_is_told_to_go_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(folder, OLD)
    monkeypatch.chdir(folder / "en")
    for named in (Path(".."), Path("../../site"), folder):
        with pytest.raises(ContentError, match=r"from within\. Run cd \.\. first, and name"):
            write_folder(named, NEW)
    assert there(folder) == OLD
    assert os.listdir(folder.parent) == ["site"]


def test_who_stands_in_a_folder_that_is_gone_can_name_a_whole_path(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(ContentError, match="can't be written"):
        write_folder(Path("site"), NEW)
    write_folder(folder, NEW)
    assert there(folder) == NEW


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

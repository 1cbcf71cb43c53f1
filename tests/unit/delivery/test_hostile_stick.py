"""Whatever somebody has put on a stick: the text stays, and the reason is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.delivery.sources import FolderSource
from tests.fleet.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.release("First words.")
    world.fetch()
    world.release("Second words.")
    return world


def stick(world: World) -> Path:
    place = world.folder / "stick"
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(world.public, place))


def emptied(file: Path) -> Path:
    file.unlink()
    return file


def sparse(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.truncate(20_000_000_000)


NO_FILE: dict[str, Callable[[Path], object]] = {
    "a pipe": lambda file: os.mkfifo(emptied(file)),
    "a folder": lambda file: emptied(file).mkdir(),
    "a device": lambda file: emptied(file).symlink_to("/dev/zero"),
    "a terminal": lambda file: emptied(file).symlink_to("/dev/tty"),
    "somebody's secret": lambda file: emptied(file).symlink_to("/etc/shadow"),
    "a link to itself": lambda file: emptied(file).symlink_to(file.name),
    "a link to nowhere": lambda file: emptied(file).symlink_to("a\nb\x1b[31m"),
    "memory": lambda file: emptied(file).symlink_to("/proc/self/mem"),
    "20 GB of nothing": sparse,
    "empty": lambda file: file.write_bytes(b""),
    "deep": lambda file: file.write_bytes(b"[" * 60_000),
    "no number": lambda file: file.write_bytes(b'{"signed": NaN, "signatures": []}'),
    "letters that a terminal obeys": lambda file: file.write_bytes(
        b'{"signatures": [], "signed": {"_type": "\\u009b31m\\u001b[2J"}}'
    ),
}


@pytest.mark.parametrize("what", NO_FILE)
def test_what_is_no_file_of_a_repository_is_told(world: World, what: str) -> None:
    place = stick(world)
    files = sorted((place / "targets" / "files").iterdir(), key=lambda file: file.stat().st_mtime)
    newest = max((place / "metadata").glob("*.all.json"))
    for file in (place / "metadata" / "timestamp.json", newest, files[-1]):
        kept = file.read_bytes()
        NO_FILE[what](file)
        with pytest.raises(DeliveryError) as caught:
            world.fetch(FolderSource(place))
        told = str(caught.value)
        assert told.isprintable()
        assert told.startswith(f"{place}: ")
        assert len(told) < 500
        assert world.shown() == "First words."
        if file.is_dir() and not file.is_symlink():
            file.rmdir()
        else:
            file.unlink()
        file.write_bytes(kept)
    world.fetch(FolderSource(place))
    assert world.shown() == "Second words."


@pytest.mark.parametrize("part", ["metadata", "targets", "targets/all", "targets/files"])
@pytest.mark.parametrize("how", ["gone", "a file", "a link round"])
def test_half_a_repository_is_told_and_no_text_is(world: World, part: str, how: str) -> None:
    place = stick(world)
    shutil.rmtree(place / part)
    if how == "a file":
        (place / part).write_text("x")
    elif how == "a link round":
        (place / part).symlink_to(".")
    with pytest.raises(DeliveryError, match=r"no signed text is there, or only a part|can't be"):
        world.fetch(FolderSource(place))
    assert world.shown() == "First words."


def test_of_two_repositories_only_the_trusted_one_counts(world: World, tmp_path: Path) -> None:
    other = World(tmp_path / "other")
    other.release("Strange words.")
    with pytest.raises(DeliveryError, match=r"not signed by who is trusted here|older than"):
        world.fetch(FolderSource(other.public))
    for part in ("metadata", "targets"):  # each copied over the other
        mixed = stick(world)
        shutil.copytree(other.public / part, mixed / part, dirs_exist_ok=True)
        if part == "metadata":
            with pytest.raises(DeliveryError, match=r"not signed by who is trusted|not the one"):
                world.fetch(FolderSource(mixed))
            assert world.shown() == "First words."
    world.fetch(FolderSource(mixed))
    assert world.shown() == "Second words."


def test_a_name_with_signs_that_a_line_or_an_address_obeys_is_a_name(world: World) -> None:
    place = world.folder / "a\nb #?%2e@://\x1b[31m"
    shutil.copytree(world.public, place)
    world.fetch(FolderSource(place))
    assert world.shown() == "Second words."

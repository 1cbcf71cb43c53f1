"""Pipes, sockets, devices and links out of a pack: nothing waits for them or reads them."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.check.examine import examine
from kiosk.pack.copying import copy, digest_of
from kiosk.pack.picture_files import flaw, read_picture
from kiosk.pack.validate import read_proof
from kiosk.page.error import ContentError
from kiosk.page.regular_file import NotAFile, open_regular, read_regular
from kiosk.shipped import shipped
from kiosk.ui.reading.pictures import aspect
from tests.flows.packs import Writer
from tests.unit.check.rulebook import TODAY

ASSETS = shipped("assets")


@pytest.fixture(autouse=True)
def _never_waits() -> Iterator[None]:
    """End a test that waits for a pipe."""

    def late(*_: object) -> None:
        raise AssertionError("something was waited for")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def pipe(place: Path) -> None:
    os.mkfifo(place)


def plug(place: Path) -> None:
    # Bound by a short way: a socket's path has at most 108 bytes.
    here = Path.cwd()
    os.chdir(place.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(place.name)
    os.chdir(here)


def device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def out(place: Path) -> None:
    outside = place.parents[1] / "outside"
    outside.write_text("title: secret words\n")
    place.symlink_to(outside)


def folder(place: Path) -> None:
    place.mkdir()


ODD = [pipe, plug, device, out, folder]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", ["pack.toml", "one.svg", "one.png", "icons/info.svg", "en/two.md"])
def test_a_pack_with_one_is_read_and_nothing_of_it_told(
    tmp_path: Path, odd: Callable[[Path], None], name: str
) -> None:
    writer = Writer(tmp_path / "text")
    writer.page("one", "![A thing](one.svg)\n\n![A thing](one.png)").page("two")
    place = writer.written() / name
    place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    odd(place)
    copy(writer.folder, tmp_path / "copy")
    copied = tmp_path / "copy"
    found = read_proof(copied, assets=ASSETS, cache=None, draws=lambda *_: None, by="")
    report = examine(writer.folder, assets=ASSETS, today=TODAY)
    told = [str(error) for error in found] + [
        sentence for finding in report.findings for sentence in finding.sentences
    ]
    # A pack.toml may be a link: then it is the author's own, and its words may be told.
    assert "secret" not in "".join(told) or (odd, name) == (out, "pack.toml")
    if name != "icons/info.svg":
        assert report.errors


@pytest.mark.parametrize("odd", [pipe, plug, device, folder])
def test_what_is_no_file_is_not_opened(tmp_path: Path, odd: Callable[[Path], None]) -> None:
    for name in ("a.svg", "a.png"):
        file = tmp_path / name
        odd(file)
        assert flaw(file)
        assert aspect(file) == 0
        for opened in (open_regular, digest_of, lambda it: read_regular(it, 9)):
            with pytest.raises(NotAFile):
                opened(file)
        with pytest.raises(ContentError):
            read_picture(file)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(10))
    assert read_regular(tmp_path / "a", 9) is None
    assert read_regular(tmp_path / "a", 10) == bytes(10)

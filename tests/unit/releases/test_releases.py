"""What is written of releases, and what technicians see of them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from kiosk.releases import command as room
from kiosk.releases.command import main, told
from kiosk.releases.releases import FAULTS, NOT_READY, Record, Releases, Standing, Turn, Watched
from tests.unit.releases.releases_place import Place

TURN = b'{"turn": {"kind": "left", "release": "", "instead": "", "why": "", "at": %s}}'
FAR, HUGE = TURN % b"1e300", TURN % (b"1" * 400)
ODD = b'{"watched": {"release": "1", "ready": "x"}}'


@pytest.mark.parametrize(
    "content",
    [
        FAR,
        HUGE,
        b"",
        b"{",
        b"[]",
        b"7",
        b'{"watched": 7}',
        b'{"turn": {}}',
        b"\xff",
        b"[" * 10_000,
        ODD,
    ],
)
def test_a_record_that_can_not_be_read_is_none(place: Place, content: bytes) -> None:
    place.state.mkdir()
    (place.state / "release.json").write_bytes(content)
    assert place.releases.record() == Record()


def test_a_record_of_a_later_version_is_read_as_far_as_it_is_known(place: Place) -> None:
    known = Record(Watched("1.1", 5.0), Turn("left", "1.2", "1.1", FAULTS, 9.0))
    place.releases.write(known)
    file = place.state / "release.json"
    later = json.loads(file.read_bytes())
    later |= {"version": 2, "more": []}
    later["watched"]["rings"] = later["turn"]["rings"] = 3
    file.write_text(json.dumps(later))
    assert place.releases.record() == known


def test_a_kiosk_knows_whether_another_release_waits(place: Place) -> None:
    clone = place.releases.standing(Path(room.__file__), "9.9")
    assert clone == Standing("9.9"), "one that is no release stands for itself"
    place.take("1.0")
    own = place.root / "current/lib/any/words.py"
    at_start = own.resolve()
    assert place.releases.standing(at_start, "9.9")[:2] == ("1.0", "")
    shutil.copytree(place.releases.folder / "1.0", place.releases.folder / "1.1")
    place.releases.use("1.1", "1.0")
    assert place.releases.standing(at_start, "9.9")[:2] == ("1.0", "1.1")
    assert place.releases.standing(own, "9.9")[:2] == ("1.1", "")


# What technicians see


def test_technicians_choose_between_the_two(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    place.take("1.0")
    assert main(["back"], place.releases) == 1
    assert "there is no release '' here, but 1.0" in capsys.readouterr().err
    shutil.copytree(place.releases.folder / "1.0", place.releases.folder / "1.1")
    place.releases.use("1.1", "1.0")
    assert main(["back"], place.releases) == 0
    assert (place.releases.current, place.releases.previous) == ("1.0", "1.1")
    assert main(["use", "1.1"], place.releases) == 0
    assert main(["use", "../1.1"], place.releases) == 1
    capsys.readouterr()
    assert main(["status"], place.releases) == 0
    assert capsys.readouterr().out.splitlines() == [
        "In use: 1.1. Before it: 1.0.",
        "It is watched, and left if it doesn't hold.",
    ]


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_the_kiosks_user_may_read_whatever_roots_mask_is(place: Place, mask: int) -> None:
    place.unpack("1.0")
    before = os.umask(mask)
    try:
        assert main(["take"], place.releases) == 0
    finally:
        os.umask(before)
    made = [place.state, place.state / "release.json", *place.releases.folder.rglob("*")]
    assert all(file.stat().st_mode & 0o044 == 0o044 for file in made), "read by all"
    folders = [file for file in made if file.is_dir()]
    assert all(folder.stat().st_mode & 0o011 == 0o011 for folder in folders), "entered by all"


def test_what_became_of_a_release_is_told(place: Place) -> None:
    place.take("1.0")
    for turn, said in (
        (
            Turn("refused", "1.1", "1.0", "it drew no pane", 0.0),
            "1.1 is not used: it drew no pane.",
        ),
        (
            Turn("left", "1.1", "1.0", NOT_READY, 0.0),
            "1.1 was left, because it was not ready within 60 seconds.",
        ),
    ):
        place.releases.write(Record(None, turn))
        assert list(told(place.releases))[-1] == said


# A second package


def test_the_room_needs_nothing_of_a_release() -> None:
    """Debian's package has a copy of it outside of any release."""
    allowed = sys.stdlib_module_names | {"kiosk.releases"}
    for file in Path(room.__file__).parent.glob("*.py"):
        words = [line.split()[1] for line in file.read_text().splitlines() if _imports(line)]
        for module in words:
            assert module.split(".")[0] in allowed or module.startswith("kiosk.releases."), module


def _imports(line: str) -> bool:
    return line.lstrip().startswith(("import ", "from "))


def test_links_are_followed_nowhere_else(place: Place) -> None:
    place.take("1.0")
    (place.root / "current").unlink()
    (place.root / "current").symlink_to("/etc")
    assert Releases(place.root, place.state).current == ""

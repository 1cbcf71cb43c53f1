"""Releases beside each other: taken, refused, watched, left; whatever is cut off in between."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.releases import command as room
from kiosk.releases.command import main, told
from kiosk.releases.judge import LONG, PATIENCE, End, is_over, reason, why_not
from kiosk.releases.releases import FAULTS, NOT_READY, Record, Releases, Standing, Turn, Watched
from kiosk.releases.switching import Switching
from kiosk.releases.taking import NotTaken, Taking
from kiosk.releases.watching import Watching

DRAWS = 'mkdir -p "$TMPDIR/kiosk-panes-1" && touch "$TMPDIR/kiosk-panes-1/risks.png"'
TURN = b'{"turn": {"kind": "left", "release": "", "instead": "", "why": "", "at": %s}}'
FAR, HUGE = TURN % b"1e300", TURN % (b"1" * 400)
ODD = b'{"watched": {"release": "1", "ready": "x"}}'
LOADS = f'case "$*" in *PySide6*) exit 0;; esac; exec {sys.executable} "$@"'
"""A Python that says of Qt, which no package here has, that it can be loaded."""

MARK = b'{"version":"1"}\n'


class Place:
    """A computer's releases in a folder; the user of the kiosk is the one who runs the tests."""

    def __init__(self, folder: Path) -> None:
        self.root, self.state, self.run = folder / "opt", folder / "state", folder / "run"
        self.kept = folder / "kept"
        self.root.mkdir()
        self.now = 1_000_000.0
        self.said: list[str] = []
        self.releases = Switching(self.root, self.state)
        clock = lambda: self.now  # noqa: E731
        self.taking = Taking(self.releases, self.said.append, self.run, self.kept, clock)
        self.watching = Watching(self.releases, self.said.append, self.run, self.kept, clock)

    def unpack(self, version: str, does: str = DRAWS) -> None:
        """Lay a package out as dpkg does; `does` is what its command runs."""
        program = self.root / "packages/program"
        shutil.rmtree(program, ignore_errors=True)
        (program / "bin").mkdir(parents=True)
        (program / "lib/any").mkdir(parents=True)
        (program / "lib/any/words.py").write_text(f"VERSION = {version!r}\n")
        (program / "version").write_text(f"{version}\n")
        for name, does_it in (("python", LOADS), ("kiosk", does)):
            file = program / "bin" / name
            file.write_text(f"#!/bin/sh\n{does_it}\n")
            file.chmod(0o755)

    def take(self, version: str, does: str = DRAWS) -> None:
        """Install a version."""
        self.unpack(version, does)
        self.taking.take()

    def ended(self, result: str = "success", mark: bytes | None = MARK) -> None:
        """End the service; by default as where the kiosk dies and cage ends in order."""
        running = self.kept / "health/running"
        running.parent.mkdir(parents=True, exist_ok=True)
        running.unlink(missing_ok=True)
        if mark is not None:
            running.write_bytes(mark)
        self.watching.ended(result)

    @property
    def turn(self) -> tuple[str, str, str]:
        """What was last written down: its kind, release, and why."""
        found = self.releases.record().turn
        assert found
        return found.kind, found.release, found.why


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    own = pwd.getpwuid(os.getuid())
    monkeypatch.setattr("pwd.getpwnam", lambda _: own)
    return Place(tmp_path)


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may start it as another user")


# Taking


def test_the_first_release_is_used_at_once_and_nothing_is_tried_or_watched(place: Place) -> None:
    place.take("1.0", "exit 1")
    assert (place.releases.current, place.releases.previous) == ("1.0", "")
    assert place.releases.record().watched is None
    compiled = list((place.root / "current/lib/any/__pycache__").iterdir())
    assert compiled, "it is compiled"
    assert not (place.root / "packages/program/lib/any/__pycache__").exists()


def test_a_first_release_that_can_not_be_loaded_is_dpkgs_to_tell(place: Place) -> None:
    place.unpack("1.0")
    python = place.root / "packages/program/bin/python"
    python.write_text("#!/bin/sh\necho no Qt >&2; exit 1\n")
    with pytest.raises(NotTaken, match=r"release 1\.0: its program can't be loaded: no Qt"):
        place.taking.take()
    assert place.releases.current == ""


@needs_root
def test_a_later_release_is_used_when_it_has_drawn_every_pane_and_two_are_kept(
    place: Place,
) -> None:
    for version in ("1.0", "1.1"):
        place.take(version)
    place.watching.ready()
    place.take("1.2")
    assert (place.releases.current, place.releases.previous) == ("1.2", "1.1")
    assert sorted(each.name for each in place.releases.folder.iterdir()) == ["1.1", "1.2"]
    assert place.said[-1] == "Release 1.2 is used as soon as the kiosk rests."
    assert place.turn == ("taken", "1.2", "")


@needs_root
@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("echo one; echo Main.qml:3; echo oh >&2; exit 1", "kiosk ended with 1: Main.qml:3; oh"),
        ("exit 3", "kiosk ended with 3: it said nothing"),
        ("exit 0", "it drew no pane"),
        ("kill -9 $$", "kiosk ended with -9: it said nothing"),
        (r"printf 'a\000\033[2Jb\377\n'; exit 1", "kiosk ended with 1: a [2Jb\ufffd"),
    ],
)
def test_a_release_that_can_not_draw_is_not_used(place: Place, does: str, why: str) -> None:
    place.take("1.0")
    place.take("1.1", does)
    assert (place.releases.current, place.releases.previous) == ("1.0", "")
    assert place.turn == ("refused", "1.1", why)
    assert place.said == [f"Release 1.1 is not used: {why}. 1.0 goes on."]
    assert [each.name for each in place.releases.folder.iterdir()] == ["1.0"]
    place.take("1.2")
    assert place.releases.current == "1.2", "and the next one is"


@needs_root
def test_a_try_has_copies_of_the_texts_and_the_machines_settings(tmp_path: Path) -> None:
    kept, scratch, release = (tmp_path / name for name in ("kept", "scratch", "release"))
    for folder in (kept, scratch, release / "bin"):
        folder.mkdir(parents=True)
    (kept / "edition").write_text("words")
    file = release / "bin/kiosk"
    file.write_text(
        f"#!/bin/sh\nenv > {tmp_path}/told; {DRAWS}; rm $XDG_STATE_HOME/kiosk/edition\n"
    )
    file.chmod(0o755)
    own = pwd.getpwuid(os.getuid())
    assert why_not(release, scratch, own.pw_uid, own.pw_gid, kept) == ""
    told_ = (tmp_path / "told").read_text()
    assert "XDG_CONFIG_HOME=/etc/xdg\n" in told_
    assert "WAYLAND_DISPLAY" not in told_
    assert "NOTIFY_SOCKET" not in told_
    assert (kept / "edition").read_text() == "words", "its own are not touched"


@needs_root
def test_a_try_that_hangs_is_given_up(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.take("1.0")
    monkeypatch.setattr("kiosk.releases.judge.PATIENCE", 0.2)
    place.take("1.1", "exec sleep 1000")
    assert place.turn == ("refused", "1.1", "it did not draw the panes within 0.2 seconds")
    assert PATIENCE > 60


@needs_root
def test_a_try_ends_with_all_that_it_has_begun_and_holds_no_memory(
    place: Place, tmp_path: Path
) -> None:
    place.take("1.0")
    child = tmp_path / "child"
    place.take("1.1", f"sleep 1000 & echo $! > {child}; yes | head -c 300000000; {DRAWS}; exit 0")
    assert place.releases.current == "1.1"
    assert not _lives(int(child.read_text()))


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@needs_root
def test_a_try_has_no_terminal_of_whoever_updates(place: Place, tmp_path: Path) -> None:
    """Whoever has the kiosk's user could type into it, as root."""
    place.take("1.0")
    place.take("1.1", f"cut -d ' ' -f 6 /proc/self/stat > {tmp_path}/session; {DRAWS}")
    assert int((tmp_path / "session").read_text()) != os.getsid(0)


@needs_root
def test_a_try_gives_the_kiosks_user_no_place_in_which_root_works(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link that it puts there would be followed."""
    handed: list[str] = []
    monkeypatch.setattr("os.chown", lambda path, *_: handed.append(Path(path).name))
    place.take("1.0")
    place.take("1.1")
    assert handed == ["state", "try"]


@needs_root
def test_what_can_not_be_copied_is_no_fault_of_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path)
    nobody = pwd.getpwnam("nobody")
    monkeypatch.setattr("pwd.getpwnam", lambda _: nobody)
    for folder in (*tmp_path.parents[:3], tmp_path, place.root):
        folder.chmod(0o755)
    place.kept.mkdir()
    (place.kept / "roots").touch(mode=0o600)
    place.take("1.0")
    place.take("1.1")
    assert (place.releases.current, place.turn[2]) == ("1.1", "")


@needs_root
def test_a_release_that_hangs_while_it_is_loaded_is_given_up(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take("1.0")
    monkeypatch.setattr("kiosk.releases.taking.PATIENCE", 0.2)
    place.unpack("1.1")
    (place.root / "packages/program/bin/python").write_text("#!/bin/sh\nexec sleep 1000\n")
    place.taking.take()
    assert place.turn == ("refused", "1.1", "its program was not loaded within 0.2 seconds")
    assert [each.name for each in place.releases.folder.iterdir()] == ["1.0"], "and none half made"


@needs_root
def test_what_else_lies_there_keeps_no_release_from_being_used(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take("1.0")
    (place.releases.folder / "note").touch()
    (place.releases.folder / "link").symlink_to("1.0")
    (place.releases.folder / ".1.1.new").mkdir()
    place.taking.compile()
    real = shutil.rmtree

    def stuck(path: Path, *words: object, **more: object) -> None:
        if Path(path).name == ".1.1.new":
            raise OSError(16, "Device or resource busy")
        real(path, *words, **more)  # type: ignore[arg-type]

    place.take("1.1")
    (place.releases.folder / ".1.1.new").mkdir()
    monkeypatch.setattr("shutil.rmtree", stuck)
    place.take("1.2")
    assert place.turn == ("taken", "1.2", "")
    assert any("can't be taken away" in said for said in place.said)


@needs_root
def test_a_release_that_never_ran_is_none_to_go_back_to(place: Place) -> None:
    for version in ("1.0", "1.1", "1.2"):
        place.take(version)
    assert (place.releases.current, place.releases.previous) == ("1.2", "1.0")


@needs_root
def test_what_is_there_already_is_not_made_again(place: Place) -> None:
    place.take("1.0")
    place.take("1.0")
    assert (place.releases.current, place.releases.previous) == ("1.0", "")
    place.take("1.1")
    place.watching.ready()
    place.take("1.0")
    assert (place.releases.current, place.releases.previous) == ("1.0", "1.1")


@needs_root
@pytest.mark.parametrize("moves", [1, 2])
def test_going_back_that_is_cut_off_leaves_the_release_that_holds(
    place: Place, moves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take("1.0")
    place.take("1.1")
    real = os.replace
    done: list[object] = []

    def replace(*words: str) -> None:
        if len(done) == moves:
            raise KeyboardInterrupt
        done.append(real(*words))

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", replace)
        with pytest.raises(KeyboardInterrupt):
            place.ended("timeout")
    assert place.releases.current == "1.0"


@needs_root
def test_another_one_of_the_same_version_stands_beside_the_one_that_runs(place: Place) -> None:
    place.take("1.0")
    place.take("1.0", f"{DRAWS}; true")
    assert (place.releases.current, place.releases.previous) == ("1.0-2", "1.0")


@needs_root
@pytest.mark.parametrize("call", range(1, 40))
def test_wherever_a_taking_is_cut_off_a_whole_release_is_used(
    place: Place, call: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call by which something is made, moved or taken away is one at which power may go."""
    place.take("1.0")
    place.unpack("1.1")
    left = [call]

    def cut(real: Callable[..., object]) -> Callable[..., object]:
        def instead(*args: object, **more: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise KeyboardInterrupt
            return real(*args, **more)

        return instead

    with monkeypatch.context() as patched:
        for name in ("replace", "link", "mkdir", "symlink", "rename", "unlink", "fsync", "rmdir"):
            patched.setattr(os, name, cut(getattr(os, name)))
        try:
            place.taking.take()
        except KeyboardInterrupt:
            pass
        else:
            assert left[0] > 0
    current = place.releases.current
    assert current in ("1.0", "1.1")
    words = (place.root / "current/lib/any/words.py").read_text()
    assert words == f"VERSION = {current!r}\n"
    place.take("1.2")
    assert place.releases.current == "1.2"
    assert place.releases.previous in ("1.0", "1.1")
    assert len(list(place.releases.folder.iterdir())) == 2


# Watching


@needs_root
def test_three_faults_in_ten_minutes_lead_back(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    for number in range(3):
        assert place.releases.current == "1.1", number
        place.watching.ready()
        place.ended()
    assert (place.releases.current, place.releases.previous) == ("1.0", "1.1")
    assert place.turn == ("left", "1.1", FAULTS)
    assert place.said[-1] == (
        "<3>Back to release 1.0: 1.1 is left, because it ended by a fault three times in ten "
        "minutes."
    )
    for _ in range(4):
        place.ended()
    assert place.releases.current == "1.0", "there is nothing before it"


@needs_root
def test_one_that_is_not_ready_in_time_leads_back_at_once(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.ended("timeout", MARK + b"stopped\n")  # systemd itself has asked it to end
    assert place.releases.current == "1.0"
    assert place.turn == ("left", "1.1", NOT_READY)


@needs_root
@pytest.mark.parametrize(
    ("result", "mark"),
    [
        ("success", None),
        ("success", MARK + b"stopped\n"),
        ("success", MARK + b"display\n"),
        ("timeout", MARK + b"stopped\n"),
        ("core-dump", MARK + b"stopped\n"),
    ],
)
def test_an_end_in_order_is_no_fault(place: Place, result: str, mark: bytes | None) -> None:
    place.take("1.0")
    place.take("1.1")
    for _ in range(5):
        place.watching.ready()
        place.ended(result, mark)
    assert place.releases.current == "1.1"


@needs_root
def test_one_that_a_technician_chooses_is_left_too_if_it_fails(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.ended("timeout")
    assert place.releases.current == "1.0"
    assert main(["use", "1.1"], place.releases) == 0
    place.ended("timeout")
    assert place.releases.current == "1.0"


@needs_root
def test_what_fills_the_folder_of_faults_keeps_none_from_going_back(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.run.mkdir()
    (place.run / "faults").write_text("torn")
    place.watching.ready()
    place.ended()
    assert "Faults can't be counted" in place.said[-1]
    place.ended("timeout")
    assert place.releases.current == "1.0"


@needs_root
def test_faults_of_the_one_before_are_not_the_new_ones(place: Place) -> None:
    place.take("1.0")
    place.watching.ready()
    place.take("1.1")
    place.ended("watchdog")
    for _ in range(2):
        place.watching.ready()
        place.ended()
    assert place.releases.current == "1.1"


@needs_root
def test_a_release_that_held_for_a_week_is_left_to_the_kiosks_own_care(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.watching.ready()
    place.now += LONG + 1
    for _ in range(4):
        place.ended()
    assert place.releases.current == "1.1"
    assert place.releases.record().watched is None


def test_faults_count_within_ten_minutes() -> None:
    died = End("success", ready=True, mark=MARK)
    assert reason(died, [0, 10]) == ""
    assert reason(died, [0, 300, 600]) == FAULTS
    assert reason(died, [0, 300, 601]) == ""
    assert reason(died, [0, 300, 601, 700]) == FAULTS
    hung = End("timeout", ready=True, mark=MARK)
    assert reason(hung, [0]) == "", "one that was ready, and hung when it was to end"
    assert reason(End("watchdog", ready=True, mark=None), [1, 2, 3]) == FAULTS
    assert reason(End("protocol", ready=False, mark=None), [1, 2, 3]) == FAULTS
    for mark in (b"display\n", b"stopped\n"):
        early = End("protocol", ready=False, mark=MARK + mark)
        assert reason(early, [1, 2, 3]) == FAULTS, "it never was ready, and nobody has asked it"
    crashed = End("core-dump", ready=True, mark=MARK + b"display\n")
    assert reason(crashed, [1, 2, 3]) == FAULTS, "the compositor died of it"
    asked = End("success", ready=False, mark=MARK)
    assert reason(asked, [1, 2, 3]) == "", "it was asked to end before it was ready"
    assert not is_over(Watched("1.1"), 1e12), "one that never was ready is watched on"
    assert not is_over(Watched("1.1", 100.0), 0.0), "a clock that was set back ends nothing"


# What is read


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


@needs_root
def test_what_authors_need_comes_and_goes_with_its_package(place: Place) -> None:
    place.take("1.0")
    authors = place.root / "packages/authors"
    (authors / "lib/any/typst").mkdir(parents=True)
    (authors / "lib/any/typst/__init__.py").write_text("")
    (authors / "version").write_text("1.0\n")
    place.taking.add("authors")
    place.taking.add("authors")
    release = place.root / "current"
    assert (release / "lib/any/typst/__init__.py").exists()
    assert (release / "version").read_text() == "1.0\n"
    place.taking.remove("authors")
    assert not (release / "lib/any/typst").exists()
    assert (release / "lib/any/words.py").exists()
    place.taking.add("authors")
    place.take("1.0", f"{DRAWS}; true")
    assert place.releases.current == "1.0-2"
    assert (release / "lib/any/typst/__init__.py").exists(), "one of other bytes has it too"
    place.taking.remove("authors")
    shutil.rmtree(place.releases.folder)
    place.taking.remove("authors")
    place.taking.compile()
    place.take("1.0")
    place.taking.remove("authors")
    (authors / "version").write_text("2.0\n")
    place.taking.add("authors")
    assert not (release / "lib/any/typst").exists(), "it is another version's"


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

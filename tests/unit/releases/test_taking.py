"""A release is made, tried and used, or refused; whatever is cut off in between."""

from __future__ import annotations

import os
import pwd
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.releases.judge import BOUNDS, PATIENCE, why_not
from kiosk.releases.taking import NotTaken
from kiosk.shipped import shipped
from tests.unit.releases.releases_place import COMPILES, DRAWS, Place, needs_root


def test_the_first_release_is_used_at_once_and_nothing_is_tried_or_watched(place: Place) -> None:
    place.take("1.0", "exit 1", COMPILES)
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
def test_a_try_is_bounded_by_systemd_where_it_runs(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tmp_path / "asked"
    systemd = tmp_path / "bin/systemd-run"
    systemd.parent.mkdir()
    # What systemd does with `--setenv=`, and nothing of the rest.
    systemd.write_text(
        f'#!/bin/sh\nfor word; do echo "$word"; done >> {asked}\n'
        'while [ "$1" != -- ]; do case $1 in --setenv=*) export "${1#*=}";; esac; shift; done\n'
        'shift; exec "$@"\n'
    )
    systemd.chmod(0o755)
    monkeypatch.setenv("PATH", f"{systemd.parent}:{os.environ['PATH']}")
    place.take("1.0")
    place.take("1.1", "exit 1")
    assert place.turn == ("refused", "1.1", "kiosk ended with 1: it said nothing")
    place.take("1.2")
    assert place.turn == ("taken", "1.2", "")
    words = asked.read_text().splitlines()
    uid = os.getuid()
    for word in ("--pipe", "--wait", f"--uid={uid}", "--property=PrivateNetwork=yes"):
        assert words.count(word) == 4, "once to ask whether it can, and once for the try"
    assert f"--property=ReadWritePaths={place.state / 'try'}" in words
    # One that can't, as in a computer that shuts down: the try goes on without it.
    systemd.write_text("#!/bin/sh\nexit 1\n")
    place.take("1.3")
    assert place.turn == ("taken", "1.3", "")


def test_a_try_may_do_what_the_service_may() -> None:
    lines = (shipped("assets") / "deploy" / "kiosk.service").read_text("utf-8").splitlines()
    kinds = {each.partition("=")[0] for each in BOUNDS}
    assert [line for line in lines if line.partition("=")[0] in kinds] == sorted(
        BOUNDS, key=lines.index
    )
    more = re.compile(r"(Protect|Private|Restrict|System|Memory|NoNew|Lock|Capab|Limit|Key)\w+=")
    assert {line.partition("=")[0] for line in lines if more.match(line)} <= kinds


@needs_root
def test_what_was_refused_because_of_the_computer_is_tried_again(
    place: Place, tmp_path: Path
) -> None:
    settings = tmp_path / "settings"
    place.take("1.0")
    place.take("1.1", f"[ -e {settings} ] || {{ echo settings.; exit 1; }}; {DRAWS}")
    place.taking.again()
    assert place.turn == ("refused", "1.1", "kiosk ended with 1: settings")
    settings.touch()
    place.taking.again()
    assert place.turn == ("taken", "1.1", "")
    assert (place.releases.current, place.releases.previous) == ("1.1", "1.0")
    place.ended("timeout")
    place.taking.again()
    assert place.releases.current == "1.0", "one that was left is not"


@needs_root
def test_a_release_is_not_used_while_dpkg_unpacks_another(place: Place, tmp_path: Path) -> None:
    place.take("1.0")
    file = place.root / "packages/program/lib/any/words.py"
    place.take("1.1", f"echo > {tmp_path}/new; mv {tmp_path}/new {file}; {DRAWS}")
    assert place.turn == ("refused", "1.1", "its package was changed meanwhile")
    place.taking.again()
    assert place.releases.current == "1.1", "made anew of what the package holds now"


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
        folder.chmod(folder.stat().st_mode | 0o055)  # /tmp itself may be among them
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


@needs_root
def test_what_authors_need_comes_and_goes_with_its_package(place: Place) -> None:
    place.take("1.0", python=COMPILES)
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

"""`kiosk text` on a kiosk: by its settings, without what only publishers have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from kiosk.__main__ import main
from kiosk.delivery import command
from kiosk.delivery.kept_texts import KeptTexts
from tests.fleet.tampering import run as tamper
from tests.fleet.world import World
from tests.flows.packs import Writer
from tests.waiting import LIMIT


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    world = World(tmp_path)
    world.kept = KeptTexts(tmp_path / "state" / "kiosk-text")
    world.now = command._now()
    world.repository().sign()
    world.release("First words.")
    return world


def settings(world: World, **more: str) -> Path:
    said = {"text_source": str(world.public), "text_root": str(world.root), **more}
    file = world.folder / "settings.toml"
    file.write_text("".join(f'{name} = "{value}"\n' for name, value in said.items()), "utf-8")
    return file


def text(*words: str | Path) -> int:
    return main(["text", *map(str, words)])


def test_a_kiosk_needs_no_library_that_signs(world: World) -> None:
    """Nor Qt: it draws nothing."""
    program = (
        "import sys\n"
        "sys.modules.update(dict.fromkeys(('cryptography', 'PySide6')))\n"
        "from kiosk.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "text", "fetch", "--settings", settings(world)],
        capture_output=True, text=True, timeout=LIMIT, check=False, env=os.environ,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("is handed over.\n")
    assert world.shown() == "First words."


def test_without_settings_nothing_is_fetched(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert text("fetch", "--settings", settings(world, text_root="")) == 0
    assert "name no text_root" in capsys.readouterr().out
    assert text("fetch", "--settings", settings(world, text_source="")) == 0
    assert "name no text_source" in capsys.readouterr().out
    assert not world.kept.folder.exists()


def test_a_stick_serves_where_no_source_is_set(world: World) -> None:
    file = settings(world, text_source="")
    assert text("fetch", "--settings", file, "--source", world.public) == 0
    assert world.shown() == "First words."


def test_the_status_is_told_to_people_and_programs(
    world: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    file = settings(world)
    text("status")
    assert capsys.readouterr().out == "No text was handed over yet.\n"
    first, second = world.kept, world.release("Second words.")
    text("fetch", "--settings", file)
    third = world.release("Third words.")
    text("fetch", "--settings", file)
    text("back")
    (world.public / "metadata" / "timestamp.json").write_bytes(b"{}")
    assert text("fetch", "--settings", file) == 1
    capsys.readouterr()
    text("status")
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == [f"Handed over: {second[:7]}", f"Left by staff: {third[:7]}"]
    assert "can't be read" in told[-1]
    text("status", "--format", "json")
    said = json.loads(capsys.readouterr().out)
    assert (said["current"], said["left"]) == (second, [third])
    assert said["fault"] == first.state().fault != ""


def test_a_patient_one_does_not_ask_at_once_again(
    world: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    gone = settings(world, text_source=str(world.folder / "gone"))
    assert text("fetch", "--settings", gone) == 1
    capsys.readouterr()
    assert text("fetch", "--settings", gone, "--patient") == 0
    assert "The next one is after" in capsys.readouterr().out
    assert text("fetch", "--settings", gone) == 1


def test_a_newer_kiosks_state_is_read_as_far_as_it_is_known(world: World) -> None:
    world.fetch()
    file = world.kept.folder / "state.json"
    file.write_bytes(file.read_bytes().replace(b'{"version":1', b'{"new":[1],"version":1'))
    assert world.kept.state().came == world.now
    file.write_bytes(file.read_bytes().replace(b'"version":1', b'"version":2'))
    assert world.kept.state().came is None
    assert world.state.shown == (world.kept.current,)
    assert msgspec.json.decode(file.read_bytes())["new"] == [1]


def test_killed_at_any_moment_it_shows_the_old_text_or_the_new_one(tmp_path: Path) -> None:
    """`python -m tests.fleet.kills 1000` does it more often."""
    counted = subprocess.run(
        [sys.executable, "-m", "tests.fleet.kills", "12"],
        capture_output=True, text=True, timeout=LIMIT, check=False,
        env=os.environ | {"TMPDIR": str(tmp_path)}, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert counted.returncode == 0, counted.stderr
    assert counted.stdout.startswith("12 kills: ")


def test_a_byte_that_was_changed_is_refused(tmp_path: Path) -> None:
    """`python -m tests.fleet.tampering 500` does it more often."""
    seen = tamper(25, tmp_path)
    assert seen["refused"] + seen["same"] == 25
    assert seen["refused"] >= 23


def test_a_password_in_the_settings_reaches_no_line_that_anybody_reads(
    world: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    pack = str(Writer(world.folder / "pack").page("one").written())
    for name in ("text_source", "text_proxy"):
        file = settings(world, **{name: "http://me:secret@127.0.0.1:9"})
        text("fetch", "--settings", file)
        text("fetch", "--settings", file, "--source", "https://me:secret@127.0.0.1:9")
        text("status")
        text("status", "--format", "json")
        main(["settings", str(file)])
        main(["settings", "--check", str(file)])
        main(["doctor", "--settings", str(file), "--format", "json", "--content", pack])
        told = caplog.text + "".join(capsys.readouterr())
        assert f"{name} must hold no name and password before an @" in told
        assert "secret" not in told


def test_a_pipe_where_the_state_is_read_is_not_waited_for(
    world: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    file = settings(world)
    text("fetch", "--settings", file)
    for name in ("state.json", "lock", "trust/timestamp.json"):
        place = world.kept.folder / name
        place.unlink()
        os.mkfifo(place)
        assert text("status") == 0
        caplog.clear()
        assert text("fetch", "--settings", file) == int(name != "lock")
        assert name == "lock" or f"{place}: it is no regular file" in caplog.text
        place.unlink()
    assert text("fetch", "--settings", file) == 0
    os.mkfifo(world.folder / "pipe")
    assert text("fetch", "--settings", settings(world, text_root=str(world.folder / "pipe"))) == 1
    assert "it is no regular file. Put the publisher's root file there" in caplog.text


@pytest.mark.parametrize("year", ["0001", "9999", "3026"])
def test_a_time_that_a_broken_disk_has_made_up_stops_nothing(
    world: World, year: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Niue"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        for name in ("known", "looked", "came", "expires"):
            broken = f'{{"{name}":"{year}-01-01T00:00:00Z","failed":1,"fault":"Some."}}'
            world.kept.folder.mkdir(parents=True, exist_ok=True)
            (world.kept.folder / "state.json").write_text(broken, "utf-8")
            assert text("status") == 0
            assert text("fetch", "--settings", settings(world), "--patient") == 0
            assert world.shown() == "First words."
            assert world.state.fault == ""
    monkeypatch.undo()
    time.tzset()

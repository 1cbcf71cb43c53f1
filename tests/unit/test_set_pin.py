"""`kiosk set-pin` at a real terminal: asked twice, stored as a hash, the rest of the file kept."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from kiosk.set_pin import set_pin
from kiosk.settings.settings_files import SettingsError, load_settings, readable_by_all
from kiosk.staff.pin import PinError, hashed, matches
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]

FILE = """# The front desk's screen.
content = "our-text"   # beside this file
diagonal = 32.0

# Mornings only.
hours = ["Mo-Fr 08:00-12:30"]
"""


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a hash that is made here cost next to nothing; those of processes cost what they do."""
    monkeypatch.setattr("kiosk.set_pin.hashed", partial(hashed, cost=(2, 1, 1)))


def at_terminal(home: Path, *arguments: str, typed: tuple[str, ...]) -> tuple[int, str]:
    """Run set-pin at a terminal, type each line when it is asked for; give exit code and screen."""
    terminal, end_of_child = pty.openpty()
    # A session's first process takes the terminal that it opens; getpass asks for that one.
    take = "import os, sys; os.open(sys.argv[1], os.O_RDWR); os.execv(sys.executable, sys.argv[2:])"
    command = [sys.executable, "-m", "kiosk", "set-pin", *arguments]
    child = subprocess.Popen(
        [sys.executable, "-c", take, os.ttyname(end_of_child), *command],
        cwd=ROOT, start_new_session=True,
        stdin=end_of_child, stdout=end_of_child, stderr=end_of_child,
        env={
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home),
            "XDG_CONFIG_HOME": str(home), "XDG_CONFIG_DIRS": str(home / "machine"),
        },
    )  # fmt: skip
    os.close(end_of_child)
    screen, waiting, end = b"", list(typed), time.monotonic() + LIMIT
    asked = 0
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other end of a terminal that was closed
            break
        if not part:
            break
        screen += part
        if screen.count(b": ") > asked and screen.endswith(b": ") and waiting:
            asked = screen.count(b": ")
            os.write(terminal, waiting.pop(0).encode() + b"\n")
    os.close(terminal)
    return child.wait(LIMIT), screen.decode()


def answers(*typed: str) -> object:
    lines = iter(typed)
    return lambda _prompt: next(lines)


def test_a_pin_is_asked_for_twice_and_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.toml"
    code, screen = at_terminal(tmp_path, "--settings", str(file), typed=("739145", "739145"))
    assert code == 0, screen
    assert "739145" not in screen
    assert str(file) in screen
    assert "next start" in screen
    assert matches("739145", load_settings(file).pin)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("typed", "said"), [(("739145", "7392"), "differ"), (("123456",), "first that anybody tries")]
)
def test_a_pin_that_is_no_good_changes_nothing(
    tmp_path: Path, typed: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(FILE, "utf-8")
    code, screen = at_terminal(tmp_path, "--settings", str(file), typed=typed)
    assert code == 1
    assert said in screen
    assert "Traceback" not in screen
    assert file.read_text("utf-8") == FILE


def test_without_a_terminal_there_is_nobody_to_ask(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    ran = subprocess.run(
        [sys.executable, "-m", "kiosk", "set-pin", "--settings", str(file)],
        cwd=ROOT, input="739145\n739145\n", capture_output=True, text=True, check=False,
        start_new_session=True,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "typed at a terminal" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not file.exists()


def test_comments_and_other_settings_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(FILE, "utf-8")
    set_pin(file, answers("739145", "739145"))  # type: ignore[arg-type]
    first = file.read_text("utf-8")
    assert first.startswith(FILE)
    assert load_settings(file).diagonal == 32
    set_pin(file, answers("804615", "804615"))  # type: ignore[arg-type]
    second = file.read_text("utf-8")
    assert second.startswith(FILE)
    assert len(second.splitlines()) == len(first.splitlines())
    assert matches("804615", load_settings(file).pin)


@pytest.mark.parametrize("content", ["", "diagonal = 32.0", '# pin = ""\n', 'pin = ""\r\n'])
def test_any_valid_file_takes_a_pin(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content.encode())
    set_pin(file, answers("739145", "739145"))  # type: ignore[arg-type]
    assert matches("739145", load_settings(file).pin)


def test_a_file_with_a_fault_is_named_before_anybody_types(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("diagonal = 900\n", "utf-8")
    with pytest.raises(SettingsError, match="5 to 200"):
        set_pin(file, answers())  # type: ignore[arg-type]
    assert file.read_text("utf-8") == "diagonal = 900\n"


def test_a_file_that_others_could_read_is_closed_and_keeps_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'pin = ""\n{FILE}', "utf-8")
    file.chmod(0o644)
    assert readable_by_all(file)
    if os.geteuid() == 0:
        os.chown(file, 1234, 1234)
    owner = file.stat().st_uid
    said = set_pin(file, answers("739145", "739145"))  # type: ignore[arg-type]
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.stat().st_uid == owner
    assert str(owner) in said or owner == os.geteuid()
    assert not readable_by_all(file)


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "real.toml", tmp_path / "settings.toml"
    file.write_text(FILE, "utf-8")
    link.symlink_to(file)
    set_pin(link, answers("739145", "739145"))  # type: ignore[arg-type]
    assert link.is_symlink()
    assert matches("739145", load_settings(file).pin)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(SettingsError, match="owner or as root"):
        set_pin(tmp_path / "file" / "settings.toml", answers("739145", "739145"))  # type: ignore[arg-type]


def test_nobody_typing_changes_nothing(tmp_path: Path) -> None:
    def gone(_prompt: str) -> str:
        raise EOFError

    with pytest.raises(PinError, match="Nothing was changed"):
        set_pin(tmp_path / "settings.toml", gone)
    assert list(tmp_path.iterdir()) == []


def test_settings_take_only_a_pin_that_set_pin_made(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('pin = "739145"\n', "utf-8")
    with pytest.raises(SettingsError, match="made by `kiosk set-pin`"):
        load_settings(file)
    file.write_text(f'pin = "{hashed("739145", (2, 1, 1))}"\n', "utf-8")
    assert matches("739145", load_settings(file).pin)


def piped(*arguments: str, text: bytes) -> subprocess.CompletedProcess[str]:
    """Run set-pin with something on its standard input and no terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "set-pin", *arguments],
        cwd=ROOT, input=text, capture_output=True, check=False, start_new_session=True,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def test_the_same_pin_from_a_pipe_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "pin.toml"
    piped("--stdin", "--settings", str(file), text=b"739145\n")
    before = file.read_bytes()
    done = piped("--stdin", "--settings", str(file), text=b"739145\n")
    assert done.returncode == 0
    assert "already" in done.stdout
    assert file.read_bytes() == before
    piped("--stdin", "--settings", str(file), text=b"739146\n")
    assert file.read_bytes() != before


def test_a_pin_can_come_through_a_pipe(tmp_path: Path) -> None:
    file = tmp_path / "settings.d" / "50-pin.toml"
    done = piped("--stdin", "--settings", str(file), text=b"739145\nmore\n")
    assert done.returncode == 0, done.stderr
    assert matches("739145", load_settings(file).pin)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_new_drop_in_is_for_whom_the_machines_file_is(tmp_path: Path) -> None:
    main = tmp_path / "settings.toml"
    main.touch()
    os.chown(main, 65534, 65534)
    file = tmp_path / "settings.d" / "50-pin.toml"
    assert piped("--stdin", "--settings", str(file), text=b"739145\n").returncode == 0
    assert (file.stat().st_uid, file.stat().st_mode & 0o777) == (65534, 0o600)


@pytest.mark.parametrize(
    "text", [b"", b"\n", b"123456\n", b"7391 45\n", b"\xff\xfe\n", b"7" * 5000]
)
def test_what_comes_through_a_pipe_is_held_to_the_same(tmp_path: Path, text: bytes) -> None:
    file = tmp_path / "settings.toml"
    done = piped("--stdin", "--settings", str(file), text=text)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not file.exists()


def test_a_hash_can_be_made_for_a_file_that_is_written_elsewhere(tmp_path: Path) -> None:
    done = piped("--stdin", "--hash", text=b"739145\n")
    assert matches("739145", done.stdout.strip())
    assert [*tmp_path.iterdir()] == []


def test_a_pin_that_would_not_hold_is_not_stored(tmp_path: Path) -> None:
    file, drop_in = tmp_path / "settings.toml", tmp_path / "settings.d" / "a.toml"
    drop_in.parent.mkdir()
    drop_in.write_text(f'pin = "{hashed("739145", (2, 1, 1))}"\n', "utf-8")
    with pytest.raises(SettingsError, match=r"counts before the one in .* --settings .*/a\.toml"):
        set_pin(file, answers())  # type: ignore[arg-type]
    assert not file.exists()
    set_pin(drop_in, answers("804615", "804615"))  # type: ignore[arg-type]
    assert matches("804615", load_settings(file).pin)


def test_a_pin_takes_the_place_of_no_device(tmp_path: Path) -> None:
    pipe = tmp_path / "settings.toml"
    os.mkfifo(pipe)
    with pytest.raises(SettingsError, match="no regular file"):
        set_pin(pipe, answers())  # type: ignore[arg-type]
    assert pipe.is_fifo()

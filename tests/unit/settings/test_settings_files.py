"""Drop-ins beside a settings file: which one counts, and that each fault of each file is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.settings.settings import Settings
from kiosk.settings.settings_files import (
    DROP_INS,
    SettingsError,
    load_settings,
    placed_settings,
    readable_by_all,
)
from kiosk.staff.pin import hashed

PIN = hashed("739145", (2, 1, 1))


def written(folder: Path, drop_ins: dict[str, str], text: str | None = "idle = 90\n") -> Path:
    """Write a settings file, unless it has no text, and files beside it; give the first."""
    file = folder / "settings.toml"
    if text is not None:
        file.write_text(text, "utf-8")
    for name, words in drop_ins.items():
        place = folder / DROP_INS / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(words, "utf-8")
    return file


def test_the_last_drop_in_by_name_counts_and_says_as_little_as_it_wants(tmp_path: Path) -> None:
    drop_ins = {
        "10-a.toml": "idle = 100\nask = 40\n",
        "20-b.toml": "idle = 120\n",
        "30-c.txt": "idle = 130\n",
        "99.toml~": "no TOML",
    }
    settings = load_settings(written(tmp_path, drop_ins, "idle = 90\ndim = 60\n"))
    assert settings == Settings(idle=120, ask=40, dim=60)


def test_what_a_drop_in_says_stands_for_the_whole_setting(tmp_path: Path) -> None:
    file = written(tmp_path, {"a.toml": 'speech.bn = ["b"]\nhours = []\n'}, FIRST)
    assert load_settings(file).speech == {"bn": ("b",)}
    assert load_settings(file).hours == ()


FIRST = 'speech.en = ["a"]\nhours = ["Mo 08:00-18:00"]\n'


def test_a_content_folder_is_seen_from_the_file_that_names_it(tmp_path: Path) -> None:
    file = written(tmp_path, {"a.toml": 'content = "text"\n'}, 'content = "text"\n')
    assert load_settings(file).folder == tmp_path / DROP_INS / "text"


def test_drop_ins_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    (tmp_path / "kiosk").mkdir()
    file = written(tmp_path / "kiosk", {"a.toml": "volume = 30\n"}, None)
    assert load_settings(None).volume == 30
    assert load_settings(file).volume == 30


def test_each_setting_tells_the_file_that_says_it(tmp_path: Path) -> None:
    file = written(tmp_path, {"a.toml": "volume = 30\n"})
    said_by = {each.name: each.file for each in placed_settings(file)}
    assert list(said_by) == list(Settings.__struct_fields__)
    assert said_by["volume"] == tmp_path / DROP_INS / "a.toml"
    assert said_by["idle"] == file
    assert said_by["dim"] is None


WRONG = {
    "content": "3",
    "diagonal": '"large"',
    "idle": "true",
    "ask": "[]",
    "dim": '""',
    "sound": "1",
    "volume": "50.5",
    "speech": '"piper"',
    "hours": "[8]",
    "dark": '"grey"',
    "rotation": "45",
    "screens": '"both"',
    "outputs_off": "[8]",
    "touch_calibration": '["a"]',
    "printer": "4",
    "text_source": "4",
    "text_ring": '"all of them"',
    "text_root": "true",
    "text_proxy": '"proxy"',
    "counts": "1",
    "words_in_vain": '"yes"',
    "broker": "8883",
    "home_assistant": "1",
    "pin": "739145",
}


def test_no_setting_is_left_out() -> None:
    assert list(WRONG) == list(Settings.__struct_fields__)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_told_with_line_and_form(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, {}, f"# Here.\n\n{name} = {WRONG[name]}\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    said = str(caught.value)
    assert said.startswith(f"{file}:3: {name} must be ")
    assert said.endswith("Correct it as docs/settings.md says.")
    assert "`" not in said.replace("`kiosk set-pin --hash`", ""), "no type of Python's"


@pytest.mark.parametrize(
    "line",
    [
        "touch_calibration = [1, 0, 0, 0, 1]",
        "touch_calibration = [1, 0, 0, 1, 0, 0]",
        "touch_calibration = [nan, 0, 0, 0, 1, 0]",
        'outputs_off = ["HDMI A 2"]',
        'outputs_off = ["a\\nCAGE_OPTIONS=-s"]',
    ],
)
def test_what_no_screen_can_be_told_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(SettingsError, match=f":1: {line.split(maxsplit=1)[0]} must "):
        load_settings(written(tmp_path, {}, f"{line}\n"))


def test_every_fault_of_every_file_is_told(tmp_path: Path) -> None:
    drop_ins = {"a.toml": "\nvolum = 3\n[speech]\nbn = []\n", "b.toml": "sound =\n"}
    file = written(tmp_path, drop_ins, "idle = 1\ndim = 1\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    told = [each.removeprefix(f"{tmp_path}/") for each in caught.value.faults]
    assert [each.split(": ")[0] for each in told] == [
        "settings.toml:1", "settings.toml:2", "settings.d/a.toml:2", "settings.d/a.toml:3",
        "settings.d/b.toml:1",
    ]  # fmt: skip
    assert "Is volume meant?" in told[2]
    assert "speech.bn must name a program" in told[3]


def test_a_folder_of_drop_ins_that_is_none_is_told(tmp_path: Path) -> None:
    file = written(tmp_path, {})
    (tmp_path / DROP_INS).write_text("in the way", "utf-8")
    with pytest.raises(SettingsError, match=rf"{DROP_INS}: .* Make it a folder"):
        load_settings(file)


def test_the_file_that_holds_the_pin_is_the_one_that_must_be_closed(tmp_path: Path) -> None:
    file = written(tmp_path, {"pin.toml": f'pin = "{PIN}"\n'})
    file.chmod(0o644)
    (tmp_path / DROP_INS / "pin.toml").chmod(0o600)
    assert not readable_by_all(file)
    (tmp_path / DROP_INS / "pin.toml").chmod(0o644)
    assert readable_by_all(file)


def test_a_start_goes_on_with_what_it_knows_of_a_newer_kiosks_settings(tmp_path: Path) -> None:
    drop_ins = {"a.toml": 'warmth = "evening"\ndark = "dimmed"\nvolume = 30\n'}
    file = written(tmp_path, drop_ins, 'idle = 90\nprinter = ["A", "B"]\ncolours.night = 3\n')
    told: list[str] = []
    assert load_settings(file, told.append) == Settings(idle=90, volume=30)
    places = [line.partition(": ")[0].removeprefix(f"{tmp_path}/") for line in told]
    beside = f"{DROP_INS}/a.toml"
    assert places == ["settings.toml:2", "settings.toml:3", f"{beside}:1", f"{beside}:2"]
    assert all(line.endswith("Until then it does not count.") for line in told)
    with pytest.raises(SettingsError, match="printer must be"):
        load_settings(file)


def test_a_pin_of_a_newer_kiosk_lets_nobody_in_nor_the_one_before(tmp_path: Path) -> None:
    newer = 'pin = "newer$1$abcdef"\n'
    file = written(tmp_path, {"pin.toml": newer}, f'pin = "{PIN}"\n')
    told: list[str] = []
    assert load_settings(file, told.append).pin == ""
    assert "abcdef" not in str(told)
    for mode in (0o600, 0o644):
        (tmp_path / DROP_INS / "pin.toml").chmod(mode)
        assert readable_by_all(file) is (mode == 0o644)


@pytest.mark.parametrize("content", [b"\xff", b"sound = tr", b"[["])
def test_a_torn_file_lets_no_start_go_on_with_half_of_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b"ask = 20\n" + content)
    with pytest.raises(SettingsError):
        load_settings(file, lambda fault: None)


def test_kiosk_settings_shows_what_holds_and_never_the_pin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drop_ins = {"a.toml": f'pin = "{PIN}"\nspeech.bn = ["piper", "-"]\n'}
    file = written(tmp_path, drop_ins)
    assert main(["settings", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" = ")[0] for line in lines] == list(Settings.__struct_fields__)
    assert f"idle = 90  # {file}" in lines
    assert "sound = true  # default" in lines
    assert f'speech = {{bn = ["piper", "-"]}}  # {tmp_path}/{DROP_INS}/a.toml' in lines
    assert "scrypt" not in "".join(lines)


def test_kiosk_settings_shows_what_holds_in_spite_of_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    file = written(tmp_path, {"a.toml": "ask = true\nvolumen = 3\n"})
    assert main(["settings", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert f"idle = 90  # {file}" in lines
    assert any(line.startswith("ask = 30.0") for line in lines), "its default, as in the kiosk"
    told = [record.getMessage() for record in caplog.records]
    places = [each.split(" ")[0] for each in told]
    assert places == [f"{tmp_path}/{DROP_INS}/a.toml:{number}:" for number in (1, 2)]


def test_kiosk_settings_checks_a_file_before_it_is_sent_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, {})
    assert main(["settings", "--check", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: nothing to mend.\n"
    file.write_text("idle = 1\nask = 1\n", "utf-8")
    assert main(["settings", "--check", str(file)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["settings", "--check", str(tmp_path / "missing")]) == 1
    assert "Name a file that can be read." in capsys.readouterr().out
    assert os.listdir(tmp_path) == ["settings.toml"]


def test_a_byte_order_mark_is_no_fault_and_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\xef\xbb\xbfidle = 90\r\n")
    assert load_settings(file).idle == 90
    for encoding in ("utf-16", "latin-1"):
        file.write_text('printer = "caf\xe9"\n', encoding)
        with pytest.raises(SettingsError, match="Save it as UTF-8"):
            load_settings(file)


@pytest.mark.parametrize("line", ["idle: 40", "idle = 40,5", "dark = off", "sound = True"])
def test_a_line_that_is_no_toml_is_told_with_the_form_to_write(tmp_path: Path, line: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"# One.\n{line}\n", "utf-8")
    with pytest.raises(SettingsError, match=r":2: no line of TOML .* Write name = value; "):
        load_settings(file)


@pytest.mark.parametrize("words", ["idle = " + "9" * 5_000, "idle = " + "[" * 5_000])
def test_no_fault_is_told_in_the_words_of_python(tmp_path: Path, words: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(words, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert "sys." not in str(caught.value)
    assert "recursion" not in str(caught.value)
    assert len(str(caught.value)) < 1_100


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, {})
    (tmp_path / DROP_INS).mkdir()
    for name, make in (("fifo", os.mkfifo), ("zero", lambda at: at.symlink_to("/dev/zero"))):
        place = tmp_path / DROP_INS / f"{name}.toml"
        make(place)
        with pytest.raises(SettingsError, match=rf"{name}\.toml: it is no regular file"):
            load_settings(file)
        place.unlink()
    (tmp_path / DROP_INS / "large.toml").write_text("#" * 200_000, "utf-8")
    with pytest.raises(SettingsError, match="larger than 100 kB"):
        load_settings(file)


def test_a_name_that_a_terminal_would_obey_is_one_line(tmp_path: Path) -> None:
    file = written(tmp_path, {"a\n\x1b[31m.toml": "idle = 1\n"})
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert str(caught.value).isprintable()


def test_hidden_files_are_no_drop_ins(tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, {".a.toml": "idle = 1\n"})).idle == 90


def test_defaults_are_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    assert main(["settings", "--check"]) == 0
    assert "is not there: the defaults hold." in capsys.readouterr().out

"""What this machine is: read from one file, field by field as the manual says."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kiosk.settings.settings import Settings
from kiosk.settings.settings_files import SettingsError, default_file, load_settings

MANUAL = Path(__file__).parents[3] / "docs" / "settings.md"


def told() -> dict[str, str]:
    """Give each setting of the manual with its default."""
    rows = re.findall(r"^\| `(\w+)` +\| `([^`]*)` +\|", MANUAL.read_text("utf-8"), re.MULTILINE)
    return dict(rows)


def test_the_manual_tells_of_each_setting_and_no_other() -> None:
    assert list(told()) == list(Settings.__struct_fields__)


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_the_manual_tells_the_default(name: str) -> None:
    said = told()[name]
    value = getattr(msgspec.toml.decode(f"{name} = {said}".encode(), type=Settings), name)
    assert value == getattr(Settings(), name)


def test_a_file_gives_what_it_says(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('content = "/srv/pack"\ndiagonal = 43\n', "utf-8")
    assert load_settings(file) == Settings(content="/srv/pack", diagonal=43.0)


def test_a_missing_file_in_the_usual_places_means_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    assert load_settings(None) == Settings()


def test_the_users_own_file_counts_before_the_machines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    machine = tmp_path / "machine" / "kiosk" / "settings.toml"
    machine.parent.mkdir(parents=True)
    machine.write_text("diagonal = 32\n", "utf-8")
    assert default_file() == machine
    assert load_settings(None).diagonal == 32
    own = tmp_path / "own" / "kiosk" / "settings.toml"
    own.parent.mkdir(parents=True)
    own.write_text("diagonal = 10.1\n", "utf-8")
    assert load_settings(None).diagonal == 10.1


@pytest.mark.parametrize(
    "content",
    [
        b"diagonal = -1\n", b"diagonal = 900\n", b'diagonal = "large"\n', b"content = 3\n",
        b"colour = 1\n", b"not toml", b"diagonal =\n", b'content = "caf\xe9"\n', b"\xff\xfe\x00",
        b"content = " + b"[" * 5_000,
    ],
)  # fmt: skip
def test_a_faulty_file_is_named_with_a_remedy(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    said = str(caught.value)
    assert said.startswith(f"{file}:")
    assert "\n" not in said
    assert "docs/settings.md" in said


@pytest.mark.parametrize("place", ["missing.toml", "."])
def test_a_file_that_was_named_must_be_there(tmp_path: Path, place: str) -> None:
    with pytest.raises(SettingsError, match=r"Name a file that can be read\.$"):
        load_settings(tmp_path / place)


@given(content=some.binary(max_size=200))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=100,
)
def test_no_file_raises_anything_else(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    said = ""
    try:
        load_settings(file)
    except SettingsError as error:
        said = str(error)
    assert "\n" not in said


def test_a_content_folder_is_seen_from_the_settings_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('content = "our-text"\n', "utf-8")
    assert load_settings(file).folder == tmp_path / "our-text"


@pytest.mark.parametrize("name", ["~nobody-is-called-so", "caf\u00e9 %20#", "-x"])
def test_a_content_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'content = "{name}"\n', "utf-8")
    assert load_settings(file).folder == tmp_path / name


def test_a_language_can_have_a_program_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('speech.bn = ["piper", "--volume", "{gain}"]\nvolume = 80\n', "utf-8")
    assert load_settings(file).speech == {"bn": ("piper", "--volume", "{gain}")}
    assert load_settings(file).volume == 80


@pytest.mark.parametrize(
    "line", ["speech.bn = []", 'speech.bn = [""]', 'speech.bn = "piper"', 'speech = ["piper"]']
)
def test_a_program_that_is_none_is_named_with_a_remedy(tmp_path: Path, line: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"{line}\n", "utf-8")
    with pytest.raises(SettingsError, match=r"speech.* Correct it as docs/settings\.md says\.$"):
        load_settings(file)


def test_a_place_that_nothing_fills_is_told_with_those_that_are_filled(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('speech.bn = ["piper", "--speed={pace}", "{rate}"]\n', "utf-8")
    with pytest.raises(SettingsError, match=r":1: speech\.bn has \{pace\}; .* \{rate\}"):
        load_settings(file)
    file.write_text('speech.bn = ["says", "--json", \'{"rate": {rate}}\']\n', "utf-8")
    assert load_settings(file).speech["bn"][0] == "says"


@pytest.mark.parametrize("inches", ["0.001", "4.9", "201", "-1", "nan"])
def test_a_diagonal_that_no_screen_has_is_refused(tmp_path: Path, inches: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"diagonal = {inches}\n", "utf-8")
    with pytest.raises(SettingsError, match="5 to 200 inches"):
        load_settings(file)

"""What says a sentence, and which languages a computer can speak."""

from __future__ import annotations

import io
import stat
import wave
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.speech.engine import VOICES, Speech, command, has_voice, is_installed, length, words


@pytest.fixture
def computer(tmp_path: Path) -> Path:
    """Give a root folder with two voices of espeak-ng."""
    for name, text in {
        "inc/bn": "name Bengali\nlanguage bn\n",
        "sit/cmn": "language zh 2\n",
    }.items():
        file = tmp_path / VOICES[0] / name
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return tmp_path


def test_a_voice_is_found_by_its_name_or_by_what_it_says(computer: Path) -> None:
    assert has_voice("bn", computer)
    assert has_voice("bn-BD", computer)
    assert has_voice("zh", computer)
    assert not has_voice("de", computer)
    assert not has_voice("b", computer)


def test_an_empty_computer_speaks_nothing(tmp_path: Path) -> None:
    assert not has_voice("en", tmp_path)


@pytest.mark.parametrize("language", ["en", "bn"])
def test_debians_packages_speak_the_languages_of_the_pack(language: str) -> None:
    assert is_installed(language, {}), "make test installs espeak-ng"


def test_voices_are_of_no_use_without_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not is_installed("en", {})


def test_a_language_with_a_program_of_its_own_needs_that_one_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    programs = {"xx": ("speaks",)}
    assert not is_installed("xx", programs)
    (tmp_path / "speaks").write_text("")
    (tmp_path / "speaks").chmod(stat.S_IRWXU)
    assert is_installed("xx-YY", programs)


@pytest.mark.parametrize(
    ("pace", "told"),
    [(50, "80"), (75, "120"), (100, "160"), (150, "240"), (200, "320"), (0, "80"), (900, "320")],
)
def test_the_pace_is_80_to_320_words_a_minute(pace: int, told: str) -> None:
    made = command(Speech(text="a", language="en", pace=pace), {})
    assert made[made.index("-s") + 1] == told


@pytest.mark.parametrize(("volume", "told"), [(0, "0"), (60, "60"), (100, "100"), (150, "100")])
def test_the_volume_ends_where_espeak_ng_would_clip(volume: int, told: str) -> None:
    made = command(Speech(text="a", language="en", volume=volume), {})
    assert made[made.index("-a") + 1] == told


def test_a_program_of_the_settings_gets_what_it_has_a_place_for() -> None:
    own = ("say", "{rate} {length}", "--to={language}", "{volume}", "{gain}", "{other}", "{}")
    made = command(Speech(text="a", language="bn-BD", pace=50, volume=40), {"bn": own})
    assert made == ["say", "80 2.00", "--to=bn-BD", "40", "0.40", "{other}", "{}"]


@given(text=some.text(), language=some.text())
def test_nothing_of_a_text_or_a_language_becomes_an_option(text: str, language: str) -> None:
    made = command(Speech(text=text, language=language), {})
    usual = command(Speech(text="", language="en"), {})
    at = usual.index("en")
    assert (made[:at], made[at + 1 :]) == (usual[:at], usual[at + 1 :])
    assert not made[at].startswith("-")
    said = words(Speech(text=text, language="en"), {}).decode()
    assert said
    assert "[[" not in said
    assert len(said.splitlines()) == 1


def test_words_keep_what_shapes_letters_and_lose_what_commands_an_engine() -> None:
    def given(text: str) -> bytes:
        return words(Speech(text=text, language="bn"), {})

    assert given(" a\x01b\r\nc\u2028d \u202ee ক্\u200dষ ") == "a b c d e ক্\u200dষ".encode()
    assert given("[[[x]]") == b"[ [ [x]]"


def test_a_sound_lasts_as_long_as_it_is_whatever_its_head_says() -> None:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 22050, 0, "NONE", ""))
        sound.writeframes(b"\0" * 44100)
    whole = file.getvalue()
    assert length(whole) == pytest.approx(1, abs=0.01)
    endless = whole[:40] + b"\xff\xff\xff\x7f" + whole[44:]
    assert length(endless) == pytest.approx(1, abs=0.01)


@given(some.binary())
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    for each in (data, b"RIFF\0\0\0\0WAVE" + data, b"RIFF\0\0\0\0WAVEfmt " + data):
        try:
            assert length(each) >= 0
        except ValueError:
            continue

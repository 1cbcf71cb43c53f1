"""Which languages a computer can speak, and the files of the kiosk's own engine."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from kiosk.speech.engine import KEEPER, MODULES, VOICES, has_module, has_voice, settle
from tests.waiting import LIMIT


@pytest.fixture
def computer(tmp_path: Path) -> Path:
    """Give a root folder with espeak-ng's module and two voices."""
    module = tmp_path / MODULES[0] / "sd_espeak-ng"
    module.parent.mkdir(parents=True)
    module.touch()
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


def test_voices_are_of_no_use_without_the_module(computer: Path) -> None:
    os.remove(computer / MODULES[0] / "sd_espeak-ng")
    assert not has_module(computer)
    assert not has_voice("bn", computer)


def test_an_empty_computer_speaks_nothing(tmp_path: Path) -> None:
    assert not has_voice("en", tmp_path)


@pytest.mark.parametrize("language", ["en", "bn"])
def test_debians_packages_speak_the_languages_of_the_pack(language: str) -> None:
    assert has_voice(language), "make test installs speech-dispatcher-espeak-ng"


def test_the_engine_keeps_no_words_in_a_log(tmp_path: Path) -> None:
    settle(tmp_path)
    assert "LogLevel 0" in (tmp_path / "speechd.conf").read_text("ascii").splitlines()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGABRT])
def test_an_engine_that_is_ended_with_the_whole_service_leaves_no_file(
    tmp_path: Path, told: signal.Signals
) -> None:
    folder, begun, engine = tmp_path / "engine", tmp_path / "begun", tmp_path / "hangs"
    folder.mkdir()
    settle(folder)
    os.mkfifo(begun)
    engine.write_text(f"#!/bin/sh\necho begun >{begun}\nexec sleep 600\n", "ascii")
    engine.chmod(0o755)
    keeper = subprocess.Popen(
        ["/bin/sh", "-c", KEEPER, "keeper", folder, engine],
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    with keeper:
        begun.read_text("ascii")
        os.killpg(keeper.pid, told)
        keeper.wait(LIMIT)
    assert not folder.exists()

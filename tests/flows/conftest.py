"""What tests of speech need: a place for engines, and a loudspeaker that is a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.loudspeaker import Loudspeaker


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which engines have theirs."""
    folder = tmp_path / "run"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def loudspeaker(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Loudspeaker]:
    """Give one that takes all sound at once: tests needn't wait for speech to end."""
    yield from connected(Loudspeaker(tmp_path, patient=False), monkeypatch)


@pytest.fixture
def patient(tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loudspeaker]:
    """Give one that plays as fast as a sound card."""
    yield from connected(Loudspeaker(tmp_path, patient=True), monkeypatch)


def connected(made: Loudspeaker, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loudspeaker]:
    for name, value in made.settings.items():
        monkeypatch.setenv(name, value)
    yield made
    made.unplug()

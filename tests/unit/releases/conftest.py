"""The computer on which releases are tried."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import pytest

from tests.unit.releases.releases_place import Place


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    own = pwd.getpwuid(os.getuid())
    monkeypatch.setattr("pwd.getpwnam", lambda _: own)
    return Place(tmp_path)

"""Which signs the kiosk can draw: asked of Qt once for each sign, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk.ui.qt.font_coverage import lacking
from kiosk.ui.qt.glyphs import Glyphs

COVERED = "ক্ষ ا ✔ ⚠ ⚕ → ✓ ✗ ★ ☎ µ é Ω α ₂"


def test_signs_of_the_kiosks_own_fonts_are_drawn_and_faces_are_not() -> None:
    glyphs = Glyphs()
    # Fonts that this computer has besides don't count: some have this face.
    assert glyphs.lacking(f"a {COVERED} 😀 👩 \uf0b7") == "😀👩\uf0b7"


def test_what_is_known_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    glyphs = Glyphs()
    assert glyphs.lacking("→😀→") == "😀"

    def no_process(*words: object, **more: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "run", no_process)
    assert glyphs.lacking("😀 → plain") == "😀"
    assert glyphs.lacking("★") is None
    assert Glyphs().lacking("plain words only") == ""


def test_a_qt_that_ends_its_process_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert Glyphs().lacking("→") is None


def test_without_the_fonts_that_stand_in_nobody_can_tell(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lacking("→😀") == "😀"
    monkeypatch.setattr("kiosk.ui.qt.font_coverage.STANDING_IN", ("No Such Font",))
    assert lacking("→😀") is None

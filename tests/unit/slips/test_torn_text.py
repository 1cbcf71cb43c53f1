"""What little is left of a pack.toml is told with what to do; tests/fuzz/packs.py tears more."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pack.packfile_loader import load
from kiosk.shipped import shipped

WHOLE = (shipped("assets") / "starter" / "pack.toml").read_text("utf-8")


@pytest.mark.parametrize("text", ["title", 'r", bn = "words', WHOLE[:300], WHOLE[300:]])
def test_whatever_is_left_of_a_pack_toml_is_read_or_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "pack.toml").write_text(text, "utf-8")
    fields, _, faults = load(tmp_path)
    assert fields or faults
    for fault in faults:
        assert fault.problem
        assert fault.remedy

"""What CUPS says of a printer is read as it says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings.settings_files import SettingsError, load_settings
from kiosk.staff.printer import Answer, answered, is_name

RUNS = "scheduler is running\n"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (f"{RUNS}printer Desk is idle.  enabled since Sun Nov 29 07:09:56 2026", Answer.READY),
        (f"{RUNS}printer Desk now printing Desk-7.  enabled since Sun Nov 29", Answer.READY),
        (f"{RUNS}printer Desk disabled since Sun Nov 29 07:10:10 2026 -\n\tjam", Answer.STOPPED),
        (RUNS, Answer.UNKNOWN),
        ("scheduler is not running\n", Answer.SILENT),
        ("", Answer.SILENT),
    ],
)
def test_an_answer_means_one_thing(said: str, answer: Answer) -> None:
    assert answered(said) is answer


@pytest.mark.parametrize("name", ["-o", "two words", "a/b", "a#b", "a\nb", ""])
def test_what_cannot_be_a_printers_name_is_none(name: str) -> None:
    assert not is_name(name)


def test_settings_with_such_a_name_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('printer = "Front_Desk"\n')
    assert load_settings(file).printer == "Front_Desk"
    file.write_text('printer = "-o raw"\n')
    with pytest.raises(SettingsError, match="printer must be a name in CUPS"):
        load_settings(file)

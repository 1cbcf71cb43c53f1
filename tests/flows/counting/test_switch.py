"""Whether a start counts: only where the settings ask for it, and never in safe mode."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kiosk.counts.counts_file import NAME
from kiosk.health.crash_record import CrashRecord, Kind, moment
from tests.flows.packs import Writer
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[3]

ENDING = """
import sys
from kiosk import app
from kiosk.__main__ import main

settled = app.Kiosk._settled

def tell(kiosk):
    settled(kiosk)
    print("kiosk.counts.counts_file" in sys.modules, kiosk.shell.desk.status.counting, flush=True)
    kiosk.app.exit(0)

app.Kiosk._settled = tell
sys.exit(main(["run", "--windowed", "--settings", sys.argv[1]]))
"""


@pytest.mark.parametrize(
    ("settings", "crashes", "told"),
    [
        ("", 0, "False off"),
        ("words_in_vain = true\n", 0, "False off"),
        ("counts = true\n", 0, "True visits"),
        ("counts = true\nwords_in_vain = true\n", 0, "True words"),
        ("counts = true\n", 3, "False off"),
    ],
)
def test_it_counts_only_where_it_is_asked_for(
    tmp_path: Path, settings: str, crashes: int, told: str
) -> None:
    Writer(tmp_path / "pack").page("one").written()
    file = tmp_path / "settings.toml"
    file.write_text(f'content = "pack"\n{settings}', "utf-8")
    now = moment()
    crash = CrashRecord(kind=Kind.KILLED, cause="", time="", boot=now.boot, found=now.seconds)
    records = [msgspec.structs.replace(crash, began=now.seconds - n) for n in range(crashes, 0, -1)]
    (tmp_path / "kiosk/health").mkdir(parents=True)
    (tmp_path / "kiosk/health/records").write_bytes(msgspec.json.encode(records))
    ran = subprocess.run(
        [sys.executable, "-c", ENDING, file], cwd=ROOT, timeout=LIMIT,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == told
    assert (tmp_path / "kiosk" / NAME).exists() == told.startswith("True")

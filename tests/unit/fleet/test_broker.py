"""Fifty kiosks and a real mosquitto, with the configuration that is shipped: every promise holds.

`python -m tests.fleet.broker` is the same with 2,000.
"""

from __future__ import annotations

from pathlib import Path

from tests.fleet.broker import prove, trial


def test_the_broker_knows_who_is_where_whatever_goes_wrong(tmp_path: Path) -> None:
    with trial(tmp_path, 50, keep_alive=3) as one:
        prove(one)

"""Two whole kiosks, a publisher, a web server and a broker; `make fleet-test` has ten kiosks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.fleet.together import Fleet, begins, fleet, to_pilots
from tests.machine.service import Held


def all_hold(held: Held) -> None:
    for words, holds, seen in held:
        assert holds, f"{words}: {seen}"


def to_the_other(one: Fleet) -> Held:
    one.publish("release", "--ring", "all")
    [other] = {*one.names} - {*one.pilots}
    code, words = one.fetch(other)
    yield "it is fetched", code == 0, words
    yield from one.show({other: one.due[one.pilots[0]]})


def test_a_text_goes_to_a_pilot_and_then_to_all_by_the_brokers_word(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    subprocess.run([sys.executable, "-m", "kiosk", "new", pack], check=True, capture_output=True)
    with fleet(tmp_path, pack, 2, pilots=1) as one:
        all_hold(begins(one))
        all_hold(to_pilots(one))
        all_hold(to_the_other(one))
        assert all(each["online"] for each in one.listed().values())

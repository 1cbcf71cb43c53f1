"""Kiosks that are killed while they fetch a text: `python -m tests.fleet.kills 1000`.

A moment is one of all the calls that a fetch makes, Python's own and those into C. After each kill
the text that is handed over must be the old one or the new one to the last byte, and the next fetch
must bring the new one.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
from pathlib import Path
from types import FrameType
from typing import Any

from kiosk.delivery.packing_list import PackingList
from kiosk.pack.copying import digest_of
from tests.fleet.world import BEGUN, World

SEED = 31

LAST = 600
"""The last calls of a fetch: in them the text is put in its place and those before are swept."""


def name_of(folder: Path) -> str:
    """Give the name that a text has by what lies in its folder."""
    files = {
        file.relative_to(folder).as_posix(): (file.stat().st_size, digest_of(file))
        for file in folder.rglob("*")
        if file.is_file()
    }
    return PackingList(made=BEGUN, files=files).digest


def killed(world: World, moment: int) -> int:
    """Fetch in a process that is killed at its `moment`th call, at none if that is 0.

    Returns how many calls there were if it came to its end, else 0.
    """
    told, tells = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.write(tells, _counted(world, moment).to_bytes(8, "big"))
        finally:
            os._exit(0)
    os.close(tells)
    with os.fdopen(told, "rb") as stream:
        said = stream.read()
    os.waitpid(process, 0)
    return int.from_bytes(said, "big")


def _counted(world: World, moment: int) -> int:
    calls = 0

    def count(frame: FrameType, event: str, about: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    world.fetch()
    sys.setprofile(None)
    return calls


def run(count: int, folder: Path) -> dict[str, int]:
    """Kill so many fetches; give how many ended with the old text and with the new one."""
    chance, world = random.Random(SEED), World(folder)
    for words in ("One.", "Two.", "Three.", "Four."):  # as many as are kept, and one more
        world.release(words)
        world.fetch()
    world.release("Words of a fetch that nobody kills.")
    calls = killed(world, 0)
    assert calls > 2 * LAST
    seen = {"old": 0, "new": 0}
    for number in range(1, count + 1):
        old, new = world.kept.current, world.release(f"Words {number}.")
        # Most of its calls judge signatures: every second one dies where it changes the text.
        first = 1 if number % 2 else calls - LAST
        while killed(world, chance.randint(first, calls)):  # it came to its end first
            new = world.release(f"Words {number} again, {chance.random()}.")
            old = world.kept.current
        current = world.kept.current
        assert current in (old, new), "the text is neither the old one nor the new one"
        assert name_of(world.kept.folder / "current") == current, "the text is mixed"
        seen["old" if current == old else "new"] += 1
        world.fetch()
        assert world.kept.current == new
        assert name_of(world.kept.folder / "current") == new
        assert len(list(world.kept.texts.iterdir())) <= 3
    return seen


def main() -> None:
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="kiosk-kills-", dir=os.environ.get("TMPDIR")) as place:
        seen = run(count, Path(place))
    print(f"{count} kills: {seen['old']} with the old text, {seen['new']} with the new one")


if __name__ == "__main__":
    main()

"""One byte of a repository is another: `python -m tests.fleet.tampering 500`.

Any byte of any file that a kiosk reads on its way from one text to the next, a new root too, each
as likely as the other. It must be refused and the old text stay. A byte may also change nothing of
what it says, as a hexadecimal digit in capitals does: then the new text must be the signed one.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.delivery.kept_texts import KeptTexts
from tests.fleet.kills import name_of
from tests.fleet.world import Faulty, World

SEED = 500


def run(count: int, folder: Path) -> dict[str, int]:
    """Change so many bytes; give how often it was refused, and how often it changed nothing."""
    chance, world = random.Random(SEED), World(folder)
    old = world.release("Old words.")
    world.fetch()
    before = Path(shutil.copytree(world.kept.folder, folder / "before", symlinks=True))
    world.repository().renew_key("root-1")
    new = world.release("New words.")
    whole = Faulty(world.public)
    world.fetch(whole)
    assert any(name.endswith("2.root.json") for name in whole.read)
    files = {name: (world.public / name).read_bytes() for name in whole.read}
    names, sizes = list(files), [len(content) for content in files.values()]
    seen = {"refused": 0, "same": 0}
    for _ in range(count):
        shutil.rmtree(world.kept.folder)
        shutil.copytree(before, world.kept.folder, symlinks=True)
        world.kept = KeptTexts(world.kept.folder)
        [name] = chance.choices(names, sizes)
        at, other = chance.randrange(len(files[name])), chance.randrange(1, 256)

        def change(
            place: str, content: bytes, name: str = name, at: int = at, other: int = other
        ) -> bytes:
            if place != name:
                return content
            return content[:at] + bytes([content[at] ^ other]) + content[at + 1 :]

        try:
            world.fetch(Faulty(world.public, change))
        except DeliveryError:
            assert name_of(world.kept.folder / "current") == old
            seen["refused"] += 1
        else:
            assert name_of(world.kept.folder / "current") == new
            seen["same"] += 1
    return seen


def main() -> None:
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="kiosk-bytes-", dir=os.environ.get("TMPDIR")) as place:
        seen = run(count, Path(place))
    print(f"{count} changed bytes: {seen['refused']} refused, {seen['same']} that changed nothing")


if __name__ == "__main__":
    main()

"""What a text costs on its way: `python -m tests.fleet.figures`.

The text that comes with the kiosk is fetched by `kiosk text fetch` from Debian's nginx: all of it,
with one sentence changed, and with nothing changed. Bytes are what the server sent, heads included;
seconds those of the whole command.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kiosk.check.examine import Report
from kiosk.publish.releasing import release
from kiosk.shipped import shipped
from tests.fleet.web_server import WebServer, serving
from tests.fleet.world import World


def fetched(world: World, server: WebServer, settings: Path, *, bare: bool) -> str:
    """Fetch once; tell requests, bytes and seconds. `bare`: without the library cryptography."""
    before = len(server.log())
    hidden = "sys.modules['cryptography'] = None; " if bare else ""
    program = f"import sys; {hidden}from kiosk.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "text", "fetch", "--settings", str(settings)]
    began, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds, now = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    asked = server.log()[before:]
    sent = sum(int(line[3]) for line in asked)
    return f"{len(asked)} requests, {sent:,} bytes, {seconds:.1f} s, {processor:.1f} s of processor"


def passed(folder: Path, strict: bool) -> Report:
    return Report(findings=(), pages=0, off={})


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="kiosk-figures-") as name:
        place = Path(name)
        os.environ["XDG_STATE_HOME"] = f"{place}/state"
        world = World(place)
        world.now = world.now.__class__.now(world.now.tzinfo)
        world.repository().sign()
        pack = Path(shutil.copytree(shipped("content"), place / "our-text"))
        with serving(world.public, place / "server") as server:
            settings = place / "settings.toml"
            settings.write_text(
                f'text_source = "{server.address}"\ntext_root = "{world.root}"\n', "utf-8"
            )
            for words in ("all of it", "one sentence", "nothing"):
                if words == "one sentence":
                    page = pack / "en" / "overview.md"
                    page.write_text(page.read_text("utf-8") + "\nOne sentence more.\n", "utf-8")
                if words != "nothing":
                    repository = world.repository()
                    done = release(repository, pack, "all", passed, draft=True)
                    repository.sign()
                    print(f"{words} was released: {done}")
                bare = words != "nothing"
                print(f"{words} changed: {fetched(world, server, settings, bare=bare)}")
            print(f"with cryptography: {fetched(world, server, settings, bare=False)}")
            print(f"without: {fetched(world, server, settings, bare=True)}")


if __name__ == "__main__":
    main()

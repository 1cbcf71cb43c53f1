"""The child that makes an edition: `python -m kiosk.ui.editions.worker`, started by `Builder`.

Owns its own process: gentle to the one that shows, and gone when that one goes. Writes what came
of it, an `Outcome`, to standard output as JSON. Starts no application and shows nothing.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

import msgspec

from kiosk.pack.editions import Editions
from kiosk.pack.page_cache import PageCache
from kiosk.pack.validate import read_proof
from kiosk.page.error import ContentError

MOST_SECONDS = 120
"""Processor time after which the kernel ends it, should nobody else be left to do so."""

_PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done: which folder, where its editions and compiled pages are kept.

    Folders are bytes: the name of one may be no text. `keep` is the digest of the edition on the
    screen, `parent` the process that waits for this.
    """

    content: bytes
    state: bytes
    assets: bytes
    cache: bytes
    keep: str
    parent: int


def main(job: Job) -> None:
    """Make an edition and tell what came of it."""
    _be_gentle(job.parent)
    content, state, assets, cached = (
        Path(os.fsdecode(each)) for each in (job.content, job.state, job.assets, job.cache)
    )
    cache = PageCache(cached)

    def proof(folder: Path) -> list[ContentError]:
        return read_proof(folder, assets=assets, cache=cache, drawable=_drawable)

    outcome = Editions(state, content).publish(proof, keep=job.keep)
    sys.stdout.buffer.write(msgspec.json.encode(outcome))
    sys.stdout.flush()


def _be_gentle(parent: int) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before it could be followed
        raise SystemExit(1)
    # What a locked-down service forbids is done without.
    with contextlib.suppress(OSError):
        os.nice(10)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    with contextlib.suppress(OSError):
        # If memory runs out, the screen is the last to go.
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")


def _drawable(file: Path) -> bool:
    # Imported here: text without pictures needs no Qt to be read.
    from kiosk.ui.reading.pictures import drawable  # noqa: PLC0415

    return drawable(file)


if __name__ == "__main__":
    main(msgspec.json.decode(sys.argv[1], type=Job))

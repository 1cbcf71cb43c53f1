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
from kiosk.pack.page_cache import code_digest
from kiosk.page.error import ContentError
from kiosk.ui.editions.proof import prove
from kiosk.ui.editions.trial import Screen

MOST_SECONDS = 300
"""Processor time after which the kernel ends it, should nobody else be left to do so. The proof
gives up before; what draws pictures is a process of its own."""

_PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done: which folder, where its editions and compiled pages are kept.

    Folders are bytes: the name of one may be no text. `keep` is the digest of the edition on the
    screen, `screen` what pictures are drawn for, `parent` the process that waits for this.
    """

    content: bytes
    state: bytes
    assets: bytes
    cache: bytes
    keep: str
    screen: Screen
    parent: int


def main(job: Job) -> None:
    """Make an edition and tell what came of it."""
    _be_gentle(job.parent)
    content, state, assets, cached = (
        Path(os.fsdecode(each)) for each in (job.content, job.state, job.assets, job.cache)
    )

    by = code_digest()

    def proof(folder: Path) -> list[ContentError]:
        return prove(folder, assets=assets, cache=cached, screen=job.screen, by=by, alive=_live)

    outcome = Editions(state, content).publish(proof, keep=job.keep, by=by)
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


def _live() -> None:
    # JSON may have any space before it.
    sys.stdout.buffer.write(b"\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(msgspec.json.decode(sys.argv[1], type=Job))

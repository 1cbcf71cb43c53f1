"""The kiosk whose every section has been on the screen, in every language of the pack.

    python -m tests.bench.all_seen <content>

It says `seen` when that is so, and goes to rest when a line comes in. Nothing of the tests is
loaded into it: its memory counts.
"""

from __future__ import annotations

import gc
import sys

# As `kiosk run` does before it imports anything large.
gc.disable()

from collections.abc import Iterator  # noqa: E402
from pathlib import Path  # noqa: E402

from PySide6.QtCore import QSocketNotifier, QTimer  # noqa: E402

from kiosk.app import Kiosk  # noqa: E402
from kiosk.start import Start  # noqa: E402

EACH = 50
"""Milliseconds for which a section stands on the screen."""


def sights(kiosk: Kiosk) -> Iterator[None]:
    """Show one section after the other."""
    navigator = kiosk.shell.navigator
    for language in navigator.pack.languages:
        navigator.chooseLanguage(language)
        for page in navigator.tabs:
            for anchor in ("", *navigator.pane(page).sections.anchors):
                navigator.enter(page, anchor)
                yield


def main(content: str) -> int:
    """Run the kiosk until it is ended."""
    kiosk = Kiosk(Start(content=Path(content), size=(1920, 1080), windowed=True))
    left = sights(kiosk)
    timer = QTimer(kiosk.shell, interval=EACH)

    def show() -> None:
        if not kiosk.shell.navigator.made:
            return
        try:
            next(left)
        except StopIteration:
            timer.stop()
            print("seen", flush=True)

    def rest() -> None:
        sys.stdin.readline()
        asked.setEnabled(False)
        kiosk.shell.presence.rest()

    timer.timeout.connect(show)
    timer.start()
    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(rest)
    return kiosk.run()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

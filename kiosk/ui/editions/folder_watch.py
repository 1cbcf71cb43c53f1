"""Looking after a content folder: says when it has changed and then stood still.

Owns one thread that only ever looks, so that a network folder that hangs stops no screen. It looks
instead of being told: a folder that is swapped by a link, taken away, put back, written in place or
by renaming, on a disk or on a network, is all the same to it. docs/decisions/0006 says why.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.pack.copying import fingerprint

SHARE = 100
"""One part in so many of a core is all that looking may take, however large the folder is."""


class FolderWatch(QObject):
    """Looks at `folder` every `still` seconds.

    `settled` bears the folder's fingerprint once it is another than `seen` gives and the same at
    two looks in a row: nobody is copying any more. `seen` is asked once, in the thread that looks.
    """

    settled = Signal(str)

    def __init__(
        self, folder: Path, seen: Callable[[], str], still: float, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._seen = seen
        self._still = still
        self._forgotten = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name="kiosk-watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def forget(self) -> None:
        """Report the folder as it is once more as soon as it stands still."""
        self._forgotten.set()

    def stop(self) -> None:
        """Look no more. A look that hangs in a dead network folder is left to itself."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(timeout=0.5)  # s

    def _look(self) -> None:
        seen, before, pause = self._seen(), "", 0.0
        while not self._ended.wait(pause):
            began = time.monotonic()
            now = fingerprint(self._folder)
            pause = max(self._still, SHARE * (time.monotonic() - began))
            if self._forgotten.is_set():
                self._forgotten.clear()
                seen = ""
            if now == before and now != seen and not self._ended.is_set():
                seen = now
                self.settled.emit(now)
            before = now

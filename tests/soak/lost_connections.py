"""The smallest program that loses memory in PySide 6.11: a signal connected to a method of C++'s.

    python -m tests.soak.lost_connections

Prints how many pieces of Python's memory each connection leaves behind when both its ends are gone.
A slot written in Python leaves none; `deleteLater`, which is C++'s own, leaves one of 60 bytes.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot


class Sender(QObject):
    """Something that comes and goes."""

    gone = Signal()

    @Slot()
    def go(self) -> None:
        """Go, as `deleteLater` does."""
        self.deleteLater()


def lost(target: Callable[[Sender], Callable[[], object]], times: int = 1000) -> float:
    """Return the pieces of memory that a connection of `gone` leaves behind, on average."""

    def held() -> int:
        for _ in range(times):
            sender = Sender()
            sender.gone.connect(target(sender))
            sender.deleteLater()
            del sender
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return sys.getallocatedblocks()

    before = held()
    return (held() - before) / times


def main() -> None:
    """Print both figures."""
    app = QCoreApplication([])
    print(f"a slot in Python: {lost(lambda sender: sender.go):.2f} pieces a connection")
    print(f"deleteLater:      {lost(lambda sender: sender.deleteLater):.2f}")
    app.shutdown()


if __name__ == "__main__":
    main()

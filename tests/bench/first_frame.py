"""Run a program and end it with its first frame, so that what it took until then can be counted.

    python -m tests.bench.first_frame tests.bench.bare
    python -m tests.bench.first_frame --tell kiosk run --content …

With `--tell` it prints as JSON what there was by then: the modules imported, the files whose source
Python has read for somebody, and how many objects in the window.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import sys

# As `kiosk run` does before it imports anything large.
gc.disable()

from PySide6.QtCore import QObject  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtQuick import QQuickItem, QQuickWindow  # noqa: E402

begun = QGuiApplication.exec


def objects(root: QObject) -> int:
    """Return how many objects there are below `root`, by Qt's tree and by Qt Quick's, and it."""
    found, left = {}, [root]
    while left:
        each = left.pop()
        if id(each) not in found:
            found[id(each)] = each
            left += each.children()
            if isinstance(each, QQuickItem):
                left += each.childItems()
    return len(found)


def end(window: QQuickWindow, *, telling: bool) -> None:
    """End at once."""
    if telling:
        read = sys.modules["linecache"].cache if "linecache" in sys.modules else ()
        told = {
            "modules": sorted(sys.modules),
            "sources": sorted(read),
            "objects": objects(window),
        }
        print(json.dumps(told), flush=True)
    os._exit(0)


def main(telling: bool, module: str) -> None:
    """Run the module until its first frame has been drawn."""

    def run(*_: object) -> int:
        window = QGuiApplication.topLevelWindows()[0]
        assert isinstance(window, QQuickWindow)
        window.frameSwapped.connect(lambda: end(window, telling=telling))
        return begun()

    QGuiApplication.exec = run  # type: ignore[method-assign]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    sys.argv.pop(0)
    tell = sys.argv[0] == "--tell"
    if tell:
        sys.argv.pop(0)
    main(tell, sys.argv[0])

"""A kiosk that says what is on its panes, then reloads whatever it finds until it is killed.

Run with the content folder and the state folder. It writes its panes as JSON, then a line each
time that it begins or ends to read the folder: after that, with what the first pane says.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk.app import Kiosk
from kiosk.start import Start


def panes(kiosk: Kiosk) -> list[tuple[str, int, str]]:
    """Give each tab's label, how many rows it has, and the words of its first one."""
    for pane in kiosk.shell.navigator.panes:
        pane.finish()
    return [
        (pane.label, len(pane.rows.rows), pane.rows.rows[0].plain if pane.rows.rows else "")
        for pane in kiosk.shell.navigator.panes
    ]


def tell(kiosk: Kiosk) -> None:
    """Say whether the folder is being read; if not, what the first pane says now."""
    busy = kiosk.current_text.news().loading
    print("reading" if busy else f"read {panes(kiosk)[0][2]}", flush=True)


if __name__ == "__main__":
    kiosk = Kiosk(Start(content=Path(sys.argv[1]), state=Path(sys.argv[2]), still=0.01))
    print(json.dumps(panes(kiosk)), flush=True)
    builder = kiosk.current_text.builder
    assert builder
    builder.changed.connect(lambda: tell(kiosk))
    QTimer.singleShot(0, kiosk.current_text.watch)
    sys.exit(kiosk.run())

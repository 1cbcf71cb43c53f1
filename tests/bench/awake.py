"""`kiosk run` as it is, but for one thing: it starts with somebody there, so the page is shown.

    python -m tests.bench.awake run --content …

The other programs of the benchmark show the page at once; the kiosk would show its resting screen.
"""

from __future__ import annotations

import gc
import sys

from kiosk.ui.qt.imports import import_as_python_does

# As `kiosk run` does before it imports anything large.
gc.disable()
import_as_python_does()

import msgspec  # noqa: E402

from kiosk import __main__, app  # noqa: E402
from kiosk.app import Kiosk  # noqa: E402
from kiosk.health.vitals import Health  # noqa: E402
from kiosk.start import Start  # noqa: E402


class Awake(Kiosk):
    """The kiosk, begun by a visitor."""

    def __init__(self, start: Start, health: Health | None = None) -> None:
        super().__init__(msgspec.structs.replace(start, resting=False), health)


if __name__ == "__main__":
    app.Kiosk = Awake  # type: ignore[misc]
    sys.exit(__main__.main())

"""Examines a pack beside the screen: the window goes on while the pages are read.

Owns one thread at a time. Knows neither how findings are shown nor what the rules are.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.check.examine import Lacking, Report, examine
from kiosk.check.material.rule import AnyRule
from kiosk.check.rules import RULES
from kiosk.pack.page_cache import PageCache
from kiosk.page.error import ContentError
from kiosk.ui.editions.proof import prove_for_authors

log = logging.getLogger("kiosk.preview")


class _Closed(Exception):
    """Nobody waits for this check any more."""


class Checker(QObject):
    """Examines `folder` when asked; `read` bears the Report. `today` gives the day of the check.

    `cache` keeps compiled pages; `lacking` gives the signs that the kiosk can't draw.
    `failed` instead: the check itself broke off, and the log says how.
    """

    read = Signal(object)
    failed = Signal()
    _ended = Signal(object)

    def __init__(
        self,
        folder: Path,
        assets: Path,
        today: Callable[[], date],
        parent: QObject,
        *,
        cache: Path,
        rules: Sequence[AnyRule] = RULES,
        lacking: Lacking = lambda signs: "",
    ) -> None:
        super().__init__(parent)
        self._folder, self._assets, self._today = folder, assets, today
        self._cache = cache
        self._rules = rules
        self._lacking = lacking
        self._closed = threading.Event()
        self._release = self._again = False
        self._thread: threading.Thread | None = None
        self._ended.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether the pack is being read just now."""
        return self._thread is not None

    def begin(self, *, release: bool) -> None:
        """Examine the pack as it is now; one that is being examined is examined once more."""
        self._release = release
        if self._thread:
            self._again = True
            return
        self._thread = threading.Thread(target=self._examine, name="kiosk-check", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Break off what is being examined, after its present page; report nothing any more."""
        self._closed.set()
        self._ended.disconnect(self._take)
        if self._thread:
            self._thread.join()
            self._thread = None

    def _examine(self) -> None:
        report: Report | None = None
        try:
            report = examine(
                self._folder,
                assets=self._assets,
                today=self._today(),
                release=self._release,
                progress=self._go_on,
                lacking=self._lacking,
                rules=self._rules,
                proof=self._prove,
                cache=PageCache(self._cache),
            )
        except _Closed:
            return
        except Exception:
            # Whatever a rule does: who writes goes on, and must not wait for its end.
            log.exception("The check broke off.")
        self._ended.emit(report)

    def _prove(self, folder: Path) -> Sequence[ContentError]:
        return prove_for_authors(
            folder, assets=self._assets, cache=self._cache, alive=lambda: self._go_on(0, 0)
        )

    def _go_on(self, done: int, count: int) -> None:
        if self._closed.is_set():
            raise _Closed

    @Slot(object)
    def _take(self, report: Report | None) -> None:
        self._thread = None
        if self._again:
            self._again = False
            self.begin(release=self._release)
        elif report is not None:
            self.read.emit(report)
        else:
            self.failed.emit()

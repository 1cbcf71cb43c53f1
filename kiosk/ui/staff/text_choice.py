"""Going back to the text that was shown before, as the staff page offers it.

Owns what was named when staff were asked, and what came of it. What is shown, the kiosk's own watch
decides: it sees that another text is handed over.
"""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.delivery.delivery_error import Busy, DeliveryError
from kiosk.delivery.going_back import back
from kiosk.delivery.kept_texts import KeptTexts, kept_at
from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger("kiosk.staff")

TOLD = {"event": "text-back"}


@QmlElement
@QmlUncreatable("made in Python")
class TextChoice(QObject):  # type: ignore[operator]
    """Goes back by one text. `outcome` is empty at first, `done`, `busy` or `failed`."""

    changed = Signal()

    def __init__(self, kept: KeptTexts, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept
        self._names: tuple[str, ...] = ()
        self._left = self._shown = self._before = self._outcome = self._reason = ""
        self.look()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether there is a text before the one that is handed over."""
        return len(self._names) > 1

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The text that is left: enough of its digest, and the day it came."""
        return self._shown

    @Property(str, notify=changed)
    def before(self) -> str:
        """The text before it, named the same way."""
        return self._before

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """What came of it."""
        return self._outcome

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why it has failed: a sentence in English, and what mends it."""
        return self._reason

    def look(self) -> None:
        """See which texts there are now."""
        names = self._kept.state().shown
        if names != self._names:
            self._names = names
            self.changed.emit()

    def choose(self) -> None:
        """Name the two texts; what was told of earlier ones is forgotten."""
        self.look()
        if self._names[1:]:
            self._left = self._names[0]
            self._shown, self._before = map(self._version, self._names[:2])
        self._outcome = self._reason = ""
        self.changed.emit()

    @Slot()
    def goBack(self) -> None:
        """Hand over the text before, unless another one has come since it was named."""
        try:
            log.info("staff went back. %s", back(self._kept, self._left), extra=TOLD)
            self._outcome, self._reason = "done", ""
        except Busy:
            self._outcome, self._reason = "busy", ""
        except DeliveryError as error:
            log.warning("staff could not go back: %s", error)
            self._outcome, self._reason = "failed", str(error)
        self.look()
        self.changed.emit()

    def _version(self, name: str) -> str:
        try:
            came = datetime.fromtimestamp((self._kept.texts / name).stat().st_mtime).astimezone()
        except OSError:
            return name[:7]
        return f"{name[:7]} ({came:%Y-%m-%d %H:%M})"


def choice_of(content: Path, parent: QObject) -> TextChoice | None:
    """Give the choice where the folder that the kiosk reads is the link to texts that are kept."""
    kept = kept_at(content)
    return TextChoice(kept, parent) if kept else None

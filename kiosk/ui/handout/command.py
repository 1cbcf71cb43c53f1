"""`kiosk handout`: writes the pages of a pack as a leaflet to print.

Owns the file and what can go wrong with it. Nothing half-written is left behind. It runs without
a display, and beside a kiosk that is running.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped


class HandoutError(Exception):
    """A leaflet that can't be made or written: one sentence with the remedy."""


def handout(
    content: Path | None,
    language: str,
    out: Path,
    *,
    calendar: Callable[[], datetime] = datetime.now,
) -> str:
    """Write the leaflet of a pack, the one that comes with the kiosk if none is named.

    `language` is the pack's default one if it is empty. `calendar` tells the day of print.

    Returns:
        One sentence that says what was written.

    Raises:
        ContentError: the pack, a page or a picture can't be used.
        HandoutError: the pack has no such language or nothing to print, or `out` can't be written.
    """
    assets = shipped("assets")
    pack = load_pack(content or shipped("content"), assets=assets)
    language = language or pack.default_language
    if language not in pack.languages:
        raise HandoutError(
            f"The pack has no language {language!r}. It has: {', '.join(pack.languages)}."
        )
    _check_place(out)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt writes the fonts in the order of a hash: the same leaflet shall give the same bytes.
    os.environ["QT_HASH_SEED"] = "0"
    # Imported here: what is wrong with the pack or the place is told without Qt.
    from kiosk.ui.handout.leaflet import Press  # noqa: PLC0415
    from kiosk.ui.handout.printing import printed  # noqa: PLC0415
    from kiosk.ui.qt.application import application  # noqa: PLC0415
    from kiosk.ui.qt.translations import Translations  # noqa: PLC0415

    application()
    day: date = calendar().date()
    press = Press(pack, language, day, Translations(assets / "translations"))
    if not press.pages:
        raise HandoutError("There is nothing to print: the review of every page is overdue.")
    leaflet = press.leaflet()
    _write(out, printed(leaflet, language, day))
    return f"Wrote {len(leaflet.sides)} pages to {out}."


def _check_place(out: Path) -> None:
    """Raise HandoutError where no file can be written, before anything is set."""
    if out.is_dir():
        raise HandoutError(f"{out} is a folder. Name a file in it, such as {out / 'leaflet.pdf'}.")
    if not out.parent.is_dir():
        raise HandoutError(f"There is no folder {out.parent}. Make it, or name another one.")


def _write(out: Path, made: bytes) -> None:
    """Write the file whole or not at all."""
    new = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as stream:
            stream.write(made)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(out)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise HandoutError(
                f"{out} can't be written: the disk is full. Make room, or name another folder."
            ) from error
        raise HandoutError(
            f"{out} can't be written: {error.strerror}. Name another folder."
        ) from error

"""`kiosk handout`: writes the pages of a pack as a leaflet to print.

Owns the file and what can go wrong with it, and hands over the kiosk's words and fonts. Nothing
half-written is left behind. It runs without a display, and beside a kiosk that is running.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.leaflet.compiled import Fonts
from kiosk.leaflet.leaflet_error import LeafletError
from kiosk.leaflet.typeset import Leaflet, typeset
from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.qt.application import FAMILY, STANDING_IN, font_folder
from kiosk.ui.qt.translations import Translations
from kiosk.ui.spoken_languages import spoken
from kiosk.whole_file import behind_links, special, write_whole


def handout(
    content: Path | None,
    language: str,
    out: Path,
    *,
    page: str = "",
    calendar: Callable[[], datetime] = datetime.now,
) -> str:
    """Write the leaflet of a pack, the one that comes with the kiosk if none is named.

    `language` is the pack's default one if it is empty. `page`: only this one. `calendar` tells the
    day of print.

    Returns:
        One sentence that says what was written.

    Raises:
        ContentError: the pack, a page or a picture can't be used.
        LeafletError: the pack has no such language or page, there is nothing to print, or `out`
            can't be written.
    """
    _check_place(out)
    leaflet = made(content, language, page, calendar)
    _write(out, leaflet.pdf)
    return f"Wrote {leaflet.pages} page{'' if leaflet.pages == 1 else 's'} to {out}."


def made(
    content: Path | None, language: str, page: str, calendar: Callable[[], datetime]
) -> Leaflet:
    """Make the leaflet that `handout` writes. Raises as that does."""
    assets = shipped("assets")
    pack = load_pack(content or shipped("content"), assets=assets)
    language = language or pack.default_language
    if language not in pack.languages:
        raise LeafletError(
            f"The pack has no language {language!r}. It has: {', '.join(pack.languages)}."
        )
    translations = Translations(assets / "translations")
    languages = {code: spoken(code, translations) for code in pack.languages}
    fonts = Fonts((FAMILY, *STANDING_IN), font_folder())
    return typeset(pack, language, calendar().date(), languages, fonts, only=page)


def _check_place(out: Path) -> None:
    """Raise LeafletError where no file can be written, before anything is set."""
    if special(out):
        raise LeafletError(f"{out} is no regular file. Name another one, such as leaflet.pdf.")
    if out.is_dir():
        raise LeafletError(f"{out} is a folder. Name a file in it, such as {out / 'leaflet.pdf'}.")
    if not out.parent.is_dir():
        raise LeafletError(f"There is no folder {out.parent}. Make it, or name another one.")


def _write(out: Path, pdf: bytes) -> None:
    """Write the file whole or not at all."""
    try:
        # A link stays one; and who asked by sudo may open it.
        write_whole(behind_links(out), pdf, prepare=lambda handle: os.fchmod(handle, 0o644))
    except OSError as error:
        why = f"{error.strerror}. Name another folder."
        if error.errno == errno.ENOSPC:
            why = "the disk is full. Make room, or name another folder."
        raise LeafletError(f"{out} can't be written: {why}") from error

"""`kiosk export`: writes the pages of a pack as a website.

Owns the order of things: the pack is read, all pages are made, and then the folder is written. It
runs without a display, and beside a kiosk that is running.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.export.export_folder import write_folder
from kiosk.export.website import website
from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.qt.translations import Translations
from kiosk.ui.spoken_languages import spoken


def export(
    content: Path | None,
    folder: Path,
    *,
    calendar: Callable[[], datetime] = datetime.now,
) -> str:
    """Write the website of a pack, the one that comes with the kiosk if none is named.

    `calendar` tells the day, which says what is overdue.

    Returns:
        One sentence that says what was written.

    Raises:
        ContentError: the pack, a page or a picture can't be used, or `folder` can't be written.
    """
    assets = shipped("assets")
    pack = load_pack(content or shipped("content"), assets=assets)
    translations = Translations(assets / "translations")
    languages = {code: spoken(code, translations) for code in pack.languages}
    files = website(pack, calendar().date(), languages)
    write_folder(folder, files)
    pages = sum(path.endswith(".html") for path in files)
    return f"Wrote {pages} pages to {folder}. Open {folder / 'index.html'} in a browser."

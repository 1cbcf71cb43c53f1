"""All files of a website, made of a pack: the same bytes for the same pack and day.

Owns which files there are. Writes none of them.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kiosk.export.frame_html import STYLE, start_html
from kiosk.export.page_html import page_html
from kiosk.export.site import Site
from kiosk.leaflet.words import Language
from kiosk.pack.pack import Pack
from kiosk.pack.picture_files import flaw
from kiosk.pack.validate import picture_faults

log = logging.getLogger("kiosk.export")


def website(pack: Pack, day: date, languages: Mapping[str, Language]) -> dict[str, bytes]:
    """Return a pack's website as it stands on one day, each file by its path.

    `languages` holds all of the pack's. A page lies where `kiosk.take_home.web_address` says.

    Raises:
        ContentError: a page can't be used, or a picture's file can't be read.
    """
    site = Site(pack, day, languages)
    files = {
        "index.html": start_html(site).encode(),
        STYLE: (Path(__file__).parent / STYLE).read_bytes(),
    }
    for language in pack.languages:
        for name in site.names(language):
            for fault in picture_faults(pack, site.page(language, name), flaw):
                log.error("%s", fault)
            files[f"{language}/{name}.html"] = page_html(site, name, language).encode()
    return files | site.files

"""Content packs to measure with: the default one, and the same with a thousand pages more."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

from kiosk.shipped import shipped

PAGES = 1000


def default() -> Path:
    """Return the folder of the pack that comes with the kiosk."""
    return shipped("content")


def large(folder: Path) -> Path:
    """Make the default pack with 1,000 more pages, as long as its own ones, and the same tabs.

    Each page is one of the default pages with another title, so its length, blocks, pictures and
    sources are those of real pages.
    """
    pack = folder / "large-pack"
    shutil.copytree(default(), pack)
    pages = [
        page
        for page in sorted((pack / "en").glob("*.md"))
        if page.stem != "glossary" and page.read_text("utf-8").startswith("---\ntitle:")
    ]
    for number, page in zip(range(1, PAGES + 1), itertools.cycle(pages), strict=False):
        _, _, rest = page.read_text("utf-8").partition("\n")
        _, _, rest = rest.partition("\n")
        # A sentence of its own: what is counted once for equal texts would be measured once.
        text = f"---\ntitle: Page {number} like {page.stem}\n{rest}\nThis is page {number}.\n"
        (pack / "en" / f"page-{number:04}.md").write_text(text, "utf-8")
    return pack

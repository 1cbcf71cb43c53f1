"""Typst itself: files by name go in, a PDF file comes out, tagged as PDF/UA-1 asks.

Owns how Typst is called. Knows nothing of what is set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst


@dataclass(frozen=True)
class Fonts:
    """The families to set in, the first that has a letter, and the folder of the packaged one."""

    families: Sequence[str]
    folder: Path

    def found(self) -> typst.Fonts:
        """Look for them."""
        return typst.Fonts(include_embedded_fonts=False, font_paths=[self.folder])


def templates(folder: Path = Path(__file__).parent) -> dict[str, bytes]:
    """Give the templates of a folder, those of the leaflet if none is named, by their names."""
    return {file.name: file.read_bytes() for file in folder.glob("*.typ")}


def compiled(files: dict[str, bytes], fonts: typst.Fonts, day: date) -> bytes:
    """Set `main.typ`; the same files, fonts and day give the same bytes.

    Raises:
        typst.TypstError: it can't be set.
    """
    # The stubs of typst 0.15 don't know that files can be given by name.
    compiler = typst.Compiler(files, font_paths=fonts)  # type: ignore[type-var]
    moment = datetime.combine(day, time(), UTC)
    made = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=moment)
    assert isinstance(made, bytes)
    return made

"""What goes wrong with content, said so that clinic staff can act on it.

Owns the one exception of the library. Knows nothing of where it is shown or logged.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class ContentError(Exception):
    """Content that can't be used: where it stands, what is wrong and what to do.

    `line` counts from 1; 0 means the file as a whole. `str()` gives one line. `also`: what else is
    wrong with the same file.
    """

    def __init__(self, file: Path | str, line: int, problem: str, remedy: str) -> None:
        super().__init__(file, line, problem, remedy)
        self.file = file
        self.line = line
        self.problem = problem
        self.remedy = remedy
        self.also: tuple[ContentError, ...] = ()

    @classmethod
    def together(cls, errors: Iterable[ContentError]) -> ContentError:
        """Give the first error of a file, in the order of its lines, with the others behind it."""
        said = {str(error): error for error in sorted(errors, key=lambda error: error.line)}
        first, *others = said.values()
        first.also = tuple(others)
        return first

    def each(self) -> tuple[ContentError, ...]:
        """Give this error and all others of its file."""
        return (self, *self.also)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        words = f"{place}: {self.problem.rstrip('.')}. {self.remedy.rstrip('.')}."
        return "".join(c if c.isprintable() else " " for c in words)

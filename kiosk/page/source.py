"""The text of one content file, and where in it something stands.

Owns reading (size and encoding) and tidying a text before anything else sees it, and which of it is
shown letter by letter. Knows no other Markdown and no blocks.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk.page.error import ContentError
from kiosk.page.regular_file import NotAFile, read_regular

MOST_BYTES = 1_000_000
"""The largest page in bytes; far beyond what anybody reads standing."""

# U+E000 and U+E001 are kept free: they mark facts on their way through Markdown.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ue000\ue001]")
_SPACES = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# The areas in which Unicode keeps scripts that are written so; there are other signs in them too.
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SAVE_AS = (
    "Save it anew as plain text with the encoding UTF-8 "
    "(in TextEdit choose Format, Make Plain Text before)"
)
_OTHER_FILES = {
    b"\xff\xfe": "is saved in another encoding, which Windows calls Unicode, and not in UTF-8",
    b"\xfe\xff": "is saved in another encoding, UTF-16, and not in UTF-8",
    b"{\\rtf": "is formatted text (RTF) and no plain text",
    b"PK\x03\x04": "is a document of Word or another office program and no plain text",
    b"\xd0\xcf\x11\xe0": "is a document of an old Word and no plain text",
    b"%PDF": "is a PDF and no plain text",
}
"""How files begin that are no text, whatever their name says."""
_SURROGATES = re.compile("[\ud800-\udfff]")

MOST_MARKS = 30
"""Marks on one letter, as in Unicode's Stream-Safe Text Format (UAX 15, 13): composing takes time
that grows with the square of them."""

_PILE = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


# What stands between backticks is shown letter by letter. An empty line ends a paragraph and with
# it any code that was not closed.
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_NOT_END = re.compile(r"[^\n]")


def without_code(text: str, sign: str = " ") -> str:
    """Give a text with another sign for each character between backticks; its lines stay."""
    return _CODE.sub(lambda code: _NOT_END.sub(sign, code[0]), text) if "`" in text else text


@dataclass(frozen=True)
class SourceText:
    """One file's text: line feeds between lines, composed characters, no control characters."""

    file: Path | str
    text: str

    @classmethod
    def of(cls, text: str, file: Path | str) -> SourceText:
        """Tidy `text`. The number of its lines stays what an editor shows.

        Raises ContentError where more marks are piled up on a letter than any language has.
        """
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _SURROGATES.sub("\ufffd", _SPACES.sub(" ", _UNWANTED.sub("", text)))
        for run in _PILE.finditer(text):
            if _highest(run[0]) > MOST_MARKS:
                raise ContentError(
                    file,
                    text.count("\n", 0, run.start()) + 1,
                    f"more than {MOST_MARKS} accents or vowel signs stand on one letter",
                    "Take them out and write the word anew",
                )
        return cls(file, unicodedata.normalize("NFC", text))

    @classmethod
    def read(cls, file: Path) -> SourceText:
        """Read and tidy a file. Raises ContentError."""
        return cls.of(decode(read_bytes(file), file), file)

    def line_of(self, *words: str, after: int = 1) -> int:
        """Give the first line (from 1) that holds the first of `words` found at all, else 0.

        Lines from `after` on come before those above it, and all of them before words between
        backticks: those are examples.
        """
        starts = self._starts
        begins = starts[min(after, len(starts)) - 1]
        places = dict.fromkeys((begins, 0))
        for text, word, begin in itertools.product(self._texts, filter(None, words), places):
            if (at := text.find(word, begin)) >= 0:
                return bisect_right(starts, at)
        return 0

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return (without_code(self.text), self.text) if "`" in self.text else (self.text,)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer("\n", self.text))]

    def error(
        self,
        problem: str,
        remedy: str,
        *,
        line: int = 0,
        near: tuple[str, ...] = (),
        after: int = 1,
    ) -> ContentError:
        """Make the error for this file, at `line` or at the first line that holds `near`.

        Who knows the line in which a block begins has it looked for `after` that.
        """
        return ContentError(self.file, line or self.line_of(*near, after=after), problem, remedy)


def read_bytes(file: Path) -> bytes:
    """Read a regular file of at most `MOST_BYTES`; its size is checked before it is read.

    Raises ContentError.
    """
    try:
        content = read_regular(file, MOST_BYTES)
        if content is not None:
            return content
    except NotAFile:
        raise ContentError(file, 0, "this is not a file", "Put a text file in its place") from None
    except FileNotFoundError:
        raise ContentError(
            file, 0, "the file is missing", "Add it, or take its name out of the pack"
        ) from None
    except (OSError, ValueError) as error:
        raise ContentError(
            file, 0, f"the file can't be read ({error})", "Check its permissions and the disk"
        ) from error
    raise ContentError(
        file,
        0,
        f"the file is larger than {MOST_BYTES:,} bytes",
        "Split it into several pages",
    )


def decode(content: bytes, file: Path) -> str:
    """Turn the bytes of a file into text. Raises ContentError with the line of the bad byte."""
    for beginning, what in _OTHER_FILES.items():
        if content.startswith(beginning):
            raise ContentError(file, 0, f"the file {what}", _SAVE_AS)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentError(
            file,
            line,
            "this line holds a byte that is not UTF-8 text",
            _SAVE_AS,
        ) from None


def _highest(text: str) -> int:
    """Count the marks of the highest pile in a text."""
    marked = itertools.groupby(text, lambda sign: unicodedata.combining(sign) > 0)
    return max((sum(1 for _ in run) for is_mark, run in marked if is_mark), default=0)


def from_right(text: str) -> bool:
    """Tell whether any letter of a text is written from right to left (UAX 9: R and AL)."""
    found = _FROM_RIGHT.finditer(text)
    return any(unicodedata.bidirectional(each[0]) in ("R", "AL") for each in found)

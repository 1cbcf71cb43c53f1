"""Text for a terminal, a file or a pipe, whichever letters it takes and however long it listens.

Knows nothing of what is said.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO


class PrintError(Exception):
    """What there is to say can't be written: one sentence."""


def take_any_text() -> None:
    """Have standard output and error take every letter, those they have none for as numbers.

    Where one of them was closed, what is printed goes nowhere.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> bool:
    """Print a text on standard output; tell whether somebody still reads. Raises PrintError."""
    return print_on(sys.stdout, text)


def json_text(content: bytes) -> str:
    """Give JSON as a text of which a terminal obeys nothing.

    What isn't printable is written as a number: the same to whoever reads JSON.
    """
    text = content.decode()
    return "".join(each if each.isprintable() else _escaped(each) for each in text)


def _escaped(letter: str) -> str:
    code = letter.encode("utf-16-be").hex()
    return "".join(f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))


def print_on(stream: TextIO, text: str) -> bool:
    """Print a text; tell whether somebody still reads. Raises PrintError."""
    try:
        stream.write(text + "\n")
    except OSError as error:
        _give_up(stream, error)
        return False
    return flush(stream)


def flush(stream: TextIO) -> bool:
    """Have all written that was printed; tell whether somebody still reads. Raises PrintError."""
    try:
        stream.flush()
    except OSError as error:
        _give_up(stream, error)
        return False
    return True


def _give_up(stream: TextIO, error: OSError) -> None:
    # Python would try once more when it ends, and complain.
    with _nowhere() as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
    if not isinstance(error, BrokenPipeError):  # else who reads it has seen enough
        raise PrintError(f"What it says can't be written: {error.strerror}.") from error


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")

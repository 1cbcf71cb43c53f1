"""Text for a terminal, a file or a pipe, whichever letters it takes and however long it listens.

Knows nothing of what is said.
"""

from __future__ import annotations

import os
from typing import TextIO


def print_on(stream: TextIO, text: str) -> None:
    """Print a text; letters that the stream has none for as their numbers."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()
    except BrokenPipeError:
        # Who reads it has seen enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

"""What a translation was made from: a short hash of the original's text.

Owns what counts as text: all that a patient reads, not who reviewed it or when.
"""

from __future__ import annotations

import hashlib
import re

from kiosk.page.source import SourceText

DIGITS = 12
"""Hexadecimal digits of the hash: enough that no edit goes unseen by chance."""

_REVIEW = re.compile(r"^(?:review:.*(?:\n[ \t]+.*)*|translates:.*)\n?", re.MULTILINE)


def text_hash(source: SourceText) -> str:
    """Return the hash of a page's text, `DIGITS` hexadecimal digits.

    Its review and what it translates itself don't count, nor do spaces at line ends.
    """
    front, fence, body = source.text.partition("\n---")
    words = _REVIEW.sub("", front) + fence + body
    lines = "\n".join(line.rstrip() for line in words.split("\n")).strip()
    return hashlib.sha256(lines.encode()).hexdigest()[:DIGITS]

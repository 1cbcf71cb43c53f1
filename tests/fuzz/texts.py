"""Text out of nothing: any signs at all, and what looks like Markdown."""

from __future__ import annotations

from random import Random

from tests.fuzz.marks import ODD, PIECES, RAW, TRAPS

SCRIPTS = ((0, 0x7F), (0xA0, 0x24F), (0x600, 0x6FF), (0x980, 0x9FF), (0x2000, 0x206F), (0, 0xD7FF),
           (0xE000, 0x10FFFF))  # fmt: skip
"""Ranges of characters from which any text is made, a half of it from one of them."""


def any_text(dice: Random) -> str:
    """Give text of any signs at all."""
    low, high = dice.choice(SCRIPTS)
    return "".join(
        chr(dice.randint(low, high)) if dice.random() < 0.5 else chr(dice.randint(0x20, 0x7E))
        for _ in range(dice.randint(0, 300))
    )


def any_markdown(dice: Random) -> str:
    """Give what looks like Markdown, as if its pieces had been thrown."""
    pieces = dice.choice((PIECES, PIECES, (*PIECES, *RAW), (*PIECES, *ODD), (*PIECES, *TRAPS)))
    return "".join(dice.choices(pieces, k=dice.randint(0, 40)))

"""A child process of the check: tells which signs none of the kiosk's own fonts has.

`python -m kiosk.ui.qt.font_coverage` reads signs on standard input and writes those that are
lacking as a JSON string; `null` where the kiosk's fonts aren't installed, so that nobody can tell.
It stands apart because the check starts no Qt, and because a Qt that can't start ends its process.
"""

from __future__ import annotations

import os
import sys

import msgspec
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from kiosk.ui.qt.application import FAMILY, STANDING_IN, add_fonts

_NOTO = "Noto "
"""How the fonts begin that stand in: Debian's fonts-noto-core, and what is added for a script.

Others that this computer happens to have may be missing on the kiosk.
"""


def lacking(signs: str) -> str | None:
    """Give the signs that no font has, in their order; None without the fonts that stand in.

    Qt must run.
    """
    add_fonts()
    there = QFontDatabase.families()
    if not set(there).issuperset(STANDING_IN):
        return None
    families = [FAMILY, *STANDING_IN, *(each for each in there if each.startswith(_NOTO))]
    left = list(dict.fromkeys(signs))
    for family in dict.fromkeys(families):
        if left:
            font = QRawFont.fromFont(QFont(family))
            left = [sign for sign in left if not font.supportsCharacter(ord(sign))]
    return "".join(left)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    running = QGuiApplication([])
    answer = lacking(sys.stdin.buffer.read().decode())
    del running
    sys.stdout.buffer.write(msgspec.json.encode(answer))

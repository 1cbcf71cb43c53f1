"""Which signs the kiosk can draw, asked of Qt in a child process.

Owns what is known already, so that a preview asks only for new signs. Starts no Qt here.
"""

from __future__ import annotations

import subprocess
import sys

import msgspec

PATIENCE = 30
"""Seconds after which nobody can tell: reading all fonts takes less than one."""


class Glyphs:
    """What the kiosk's fonts have, learnt as it is asked for."""

    def __init__(self) -> None:
        self._drawn: set[str] = set()
        self._lacking: set[str] = set()

    def lacking(self, signs: str) -> str | None:
        """Give those of some signs that no font of the kiosk has, in their order.

        None where nobody can tell: Qt doesn't start here, or the kiosk's fonts aren't installed.
        """
        asked = {sign for sign in signs if not sign.isascii()}
        if new := asked - self._drawn - self._lacking:
            lacks = _ask("".join(sorted(new)))
            if lacks is None:
                return None
            self._lacking.update(lacks)
            self._drawn |= new - set(lacks)
        return "".join(sign for sign in dict.fromkeys(signs) if sign in self._lacking)


def _ask(signs: str) -> str | None:
    command = [sys.executable, "-m", "kiosk.ui.qt.font_coverage"]
    try:
        ran = subprocess.run(
            command, input=signs.encode(), capture_output=True, timeout=PATIENCE, check=True
        )
        return msgspec.json.decode(ran.stdout, type=str | None)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError, UnicodeError):
        return None

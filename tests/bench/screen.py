"""An X screen whose pixels lie in a file, and the rule that says when a page can be read on it.

Xvfb keeps its framebuffer in an mmap'ed XWD file (`-fbdir`), so looking at the screen costs the
programs under test nothing: no X request, no copy in the server. Times are in seconds.
"""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
"""Width and height in pixels."""

LOOK_EVERY = 0.001
"""Pause in seconds between two looks at the screen; a look itself takes under a millisecond."""

LIGHT_FROM, DARK_TO = 0xB0, 0x60
LIGHT_SHARE, DARK_SHARE, ROW_SHARE = 0.60, 0.003, 0.75
_LIGHT = bytes(b >= LIGHT_FROM for b in range(256))
_DARK = bytes(b <= DARK_TO for b in range(256))

BLACK_TO = 0x18
LETTERS_SHARE, BLACK_SHARE = 0.003, 0.01
_BLACK = bytes(b <= BLACK_TO for b in range(256))


class ScreenError(Exception):
    """There is no screen to measure on: one sentence."""


class Screen:
    """Xvfb with so many pixels, 24 bit, on a display number of its own choice."""

    def __init__(self, size: tuple[int, int] = FULL_HD) -> None:
        self.width, self.height = size

    def __enter__(self) -> Self:
        program = shutil.which("Xvfb")
        if not program:
            raise ScreenError("Xvfb is missing; install it: apt-get install -y xvfb")
        self._folder = tempfile.TemporaryDirectory(prefix="bench-screen-")
        reading, writing = os.pipe()
        size = f"{self.width}x{self.height}x24"
        self._server = subprocess.Popen(
            [program, "-displayfd", str(writing), "-screen", "0", size, "-br", "-noreset",
             "-nolisten", "tcp", "-fbdir", self._folder.name],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as stream:
            number = stream.readline().strip()
        if not number:
            raise ScreenError("Xvfb did not start; run it by hand to see why.")
        self.display = f":{number}"
        with (Path(self._folder.name) / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # The XWD header is big-endian 32-bit words: [0] its size, [12] bytes a line,
        # [19] colour-map entries of 12 bytes each. Then come the pixels: blue, green, red, unused.
        words = struct.unpack(">25I", self._memory[:100])
        self._pixels, self._line = words[0] + 12 * words[19], words[12]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._memory.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def line(self, row: int) -> bytes:
        """Return a line's pixels as they are now."""
        start = self._pixels + row * self._line
        return self._memory[start : start + self.width * 4]

    def shares(self) -> tuple[float, float, float]:
        """Return the shares of light and of dark pixels in the middle, and of dark in any one row.

        The middle is 20 to 80 % of the width and 12 to 85 % of the height: the place of the page's
        text in all programs, clear of headers and tabs. Every fourth line is looked at, and of
        each pixel the green byte.
        """
        light = dark = darkest = seen = 0
        for row in range(self.height * 12 // 100, self.height * 85 // 100, 4):
            green = self._middle(row)
            light += green.translate(_LIGHT).count(1)
            here = green.translate(_DARK).count(1)
            dark += here
            darkest = max(darkest, here)
            seen += len(green)
        return light / seen, dark / seen, darkest / len(green)

    def readable(self) -> bool:
        """Tell whether a page stands on the screen.

        The root window is black. A page is there once at least 60 % of the middle is light (its
        paper) and at least 0.3 % dark (its letters), and no row is more than 75 % dark: an empty
        white window fails for want of letters, a black screen for want of paper, and a window of
        which only some strips are drawn for its black rows.
        """
        light, dark, row = self.shares()
        return light >= LIGHT_SHARE and dark >= DARK_SHARE and row <= ROW_SHARE

    def inviting(self) -> bool:
        """Tell whether the resting screen stands on the screen: light letters on its dark ground.

        The ground is lighter than the root window's black: at most 1 % of the middle may still be
        as black as that, and at least 0.3 % must be letters, but not 60 % as of a white window.
        """
        light, _, _ = self.shares()
        return LETTERS_SHARE <= light < LIGHT_SHARE and self._black() <= BLACK_SHARE

    def _black(self) -> float:
        black = seen = 0
        for row in range(self.height * 12 // 100, self.height * 85 // 100, 4):
            green = self._middle(row)
            black += green.translate(_BLACK).count(1)
            seen += len(green)
        return black / seen

    def _middle(self, row: int) -> bytes:
        start = self._pixels + row * self._line
        return self._memory[start + self.width // 5 * 4 : start + self.width * 4 // 5 * 4][1::4]

    def wait_readable(self, start: float, *, resting: bool = False, patience: float = 30) -> float:
        """Return the time from `start` (of time.perf_counter) to the first readable look.

        With `resting` the resting screen is waited for, else a page.

        Raises:
            ScreenError: nothing readable came within `patience`.
        """
        there = self.inviting if resting else self.readable
        while not there():
            if time.perf_counter() - start > patience:
                raise ScreenError(f"Nothing readable came to the screen within {patience:.0f} s.")
            time.sleep(LOOK_EVERY)
        return time.perf_counter() - start

    def wait_empty(self, *, patience: float = 10) -> None:
        """Wait until the middle of the screen is black again.

        Raises:
            ScreenError: a window stayed for longer than `patience`.
        """
        end = time.perf_counter() + patience
        # The pointer is drawn into the framebuffer: a few light pixels stay.
        while self.shares()[0] > 0.01:
            if time.perf_counter() > end:
                raise ScreenError("A window stayed on the screen after its program had ended.")
            time.sleep(0.01)


class Looks:
    """Looks at the whole screen again and again: at 135 of its lines."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._seen: dict[int, bytes] = {}

    def changed(self) -> list[int]:
        """Return the lines that have changed since the last look."""
        found = []
        for row in range(0, self._screen.height, self._screen.height // 135):
            line = self._screen.line(row)
            if line != self._seen.get(row):
                self._seen[row] = line
                found.append(row)
        return found

"""Makes still-there.wav, the soft sound that goes with "Are you still there?": run it by itself.

Two sine notes, the second a fourth below the first, each struck and left to fade.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 22050
"""Samples a second."""

NOTES = ((0.0, 659.26), (0.28, 493.88))
"""When each note begins, in seconds, and its pitch in hertz: E5 and B4."""

LENGTH = 1.25
STRIKE = 0.015
FADE = 0.28
"""Seconds: of the whole, of a note's rise, and in which it falls to a third."""

LOUDNESS = 0.22
"""Of what 16 bits can hold."""


def samples() -> list[int]:
    """Give the sound as 16-bit samples."""
    count = round(LENGTH * RATE)
    return [round(_level(i / RATE) * min(1, (count - i) / (0.1 * RATE))) for i in range(count)]


def _level(moment: float) -> float:
    level = 0.0
    for begins, pitch in NOTES:
        since = moment - begins
        if since > 0:
            loud = min(1, since / STRIKE) * math.exp(-since / FADE)
            # A little of the octave above makes it a bell rather than a whistle.
            wave_form = math.sin(math.tau * pitch * since) + 0.2 * math.sin(
                2 * math.tau * pitch * since
            )
            level += loud * wave_form
    return level * LOUDNESS * 32767


def main() -> None:
    """Write the file beside this one."""
    with wave.open(str(Path(__file__).with_suffix(".wav")), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"".join(struct.pack("<h", each) for each in samples()))


if __name__ == "__main__":
    main()

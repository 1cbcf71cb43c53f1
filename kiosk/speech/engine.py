"""What says a sentence: which program makes sound of it, and with which arguments.

Owns the command for a language, a pace and a volume, what a text looks like to such a program, and
where Debian and its kin put espeak-ng's voices. Starts nothing, knows no Qt.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import unicodedata
import wave
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

PROGRAM = "espeak-ng"
"""The program, and Debian's and Ubuntu's package; it brings all voices as espeak-ng-data."""

SPEAKS = (
    PROGRAM, "--stdin", "--stdout", "-b", "1", "-v", "{language}", "-s", "{rate}", "-a", "{volume}",
)  # fmt: skip
"""Reads UTF-8 and writes WAV. An amplitude of 100 is as loud as it speaks without clipping."""

PLAYS = ("aplay", "--quiet", "--file-type=wav", "--buffer-time=80000", "-")
"""Plays WAV. What a sound card has taken is heard even after a kill: 80 ms at most."""

VOICES = (
    f"usr/lib/{os.uname().machine}-linux-gnu/espeak-ng-data/lang",
    "usr/share/espeak-ng-data/lang",
    "usr/lib64/espeak-ng-data/lang",
)
"""Where Debian and Ubuntu, a build from source, and others keep them."""

USUAL = 160
"""Words a minute at a pace of 100 percent. 80, half of it, is the slowest that espeak-ng speaks."""

Programs: TypeAlias = Mapping[str, Sequence[str]]
"""Languages and what says them, program and arguments, where that is not espeak-ng."""


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said. `pace` is 50 to 200 percent, `volume` 0 to 100 percent.

    `emergency` is the number to call in an emergency, which is said digit by digit; `said` are
    words, each with the spelling that sounds as it is said.
    """

    text: str
    language: str
    pace: int = 100
    volume: int = 100
    emergency: str = ""
    said: tuple[tuple[str, str], ...] = ()


def command(speech: Speech, programs: Programs) -> list[str]:
    """Return the program that makes sound of this, and its arguments."""
    given = places(speech)
    own = program_for(speech.language, programs)
    return [_PLACE.sub(lambda found: given[found[1]], word) for word in own or SPEAKS]


_PLACE = re.compile(r"\{(language|rate|length|volume|gain)\}")


def places(speech: Speech) -> dict[str, str]:
    """Return what can be put into a command; docs/settings.md tells of each."""
    pace, volume = max(50, min(200, speech.pace)), max(0, min(100, speech.volume))
    return {
        # A language is content: it may not be an option of the program.
        "language": "".join(c for c in speech.language if c.isalnum() or c == "-").lstrip("-"),
        "rate": str(USUAL * pace // 100),
        "length": f"{100 / pace:.2f}",
        "volume": str(volume),
        "gain": f"{volume / 100:.2f}",
    }


def program_for(language: str, programs: Programs) -> Sequence[str]:
    """Return the command that the settings have for a language, or empty."""
    return programs.get(language) or programs.get(language.partition("-")[0]) or ()


def words(speech: Speech, programs: Programs) -> bytes:
    """Return a text as its program reads it: one line, nothing in it but what is to be said."""
    # Imported here: the first frame says nothing.
    from kiosk.speech.pronunciation import (  # noqa: PLC0415
        dialled,
        for_espeak,
        spelt_as_said,
        written_out,
    )

    line = dialled(" ".join("".join(map(_sayable, speech.text)).split()), speech.emergency)
    # Between "[[" and "]]" engines expect phonemes. A lone full stop is said by none.
    line = re.sub(r"\[(?=\[)", "[ ", written_out(line, speech.language)) or "."
    line = spelt_as_said(line, speech.said)
    if not program_for(speech.language, programs):
        line = for_espeak(line)
    return line.encode()


def _sayable(each: str) -> str:
    match unicodedata.category(each):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cs":
            return ""
        case "Cf":  # only the joiners shape letters
            return each if each in "\u200c\u200d" else ""
        case _:
            return each


def length(sound: bytes | bytearray) -> float:
    """Return how many seconds a WAV file lasts.

    A program that writes while it speaks can't know the length: what the file says of it is no use.

    Raises:
        ValueError: it is no WAV file.
    """
    try:
        with wave.open(io.BytesIO(sound)) as read:
            second = read.getframerate() * read.getnchannels() * read.getsampwidth()
            return float(len(sound) / second)
    except (wave.Error, EOFError, ZeroDivisionError) as error:
        raise ValueError("no WAV file") from error


def is_installed(language: str, programs: Programs) -> bool:
    """Whether this computer can speak a language."""
    own = program_for(language, programs)
    if own:
        return shutil.which(own[0]) is not None
    return shutil.which(PROGRAM) is not None and has_voice(language)


def has_voice(language: str, root: Path = Path("/")) -> bool:
    """Whether espeak-ng has a voice for a language.

    Looks at names of files first, and into them only for a language whose voice is called
    otherwise, such as zh. To ask the program itself takes longer and lists a hundred more.
    """
    base = language.partition("-")[0].lower()
    voices = list(_voices(root))
    if any(os.path.basename(voice).lower().partition("-")[0] == base for voice in voices):
        return True
    said = re.compile(rf"^\s*language\s+{re.escape(base)}\b", re.MULTILINE | re.IGNORECASE)
    return any(said.search(_text(voice)) for voice in voices)


def _voices(root: Path) -> Iterator[str]:
    # A folder for each family of languages, and some voices beside them. os.walk: 0.5 ms.
    for place in VOICES:
        for folder, _, files in os.walk(root / place):
            yield from (f"{folder}/{file}" for file in files)


def _text(file: str) -> str:
    try:
        return Path(file).read_text("utf-8", "replace")
    except OSError:
        return ""

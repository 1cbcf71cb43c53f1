"""The speech engine of the system: how the kiosk's own one is set up, and what it can speak.

Owns the files of a private Speech Dispatcher with the one module espeak-ng, and where Debian and
its kin put voices. Starts nothing, knows no Qt.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

PROGRAM = "speech-dispatcher"
MODULE = "espeak-ng"
PACKAGES = ("speech-dispatcher", "speech-dispatcher-espeak-ng")
"""Debian's and Ubuntu's packages; the second one brings all voices as espeak-ng-data."""

MODULES = ("usr/lib/speech-dispatcher-modules", "usr/libexec/speech-dispatcher-modules")
VOICES = (
    f"usr/lib/{os.uname().machine}-linux-gnu/espeak-ng-data/lang",
    "usr/share/espeak-ng-data/lang",
    "usr/lib64/espeak-ng-data/lang",
)
"""Where Debian and Ubuntu, a build from source, and others keep them."""

SLOWEST, USUAL, FASTEST = 80, 160, 320
"""Words a minute at a pace of 50, 100 and 200 percent. 80 is the slowest that espeak-ng speaks;
Speech Dispatcher's own usual rate is 170, a little fast for a voice that nobody knows."""

SERVER = f"""\
# Written by the kiosk for its own engine, and taken away with it.
LogLevel 0
LogDir "stdout"
Timeout 5
DisableAutoSpawn
# PulseAudio or PipeWire where there is one, else the sound card itself.
AudioOutputMethod "pulse,alsa"
# espeak-ng reads signs and numbers by itself, in its language.
SymbolsPreproc "no"
AddModule "{MODULE}" "sd_{MODULE}" "{MODULE}.conf"
DefaultModule {MODULE}
"""

SPEAKER = f"""\
Debug 0
EspeakMinRate {SLOWEST}
EspeakNormalRate {USUAL}
EspeakMaxRate {FASTEST}
EspeakSoundIconFolder ""
"""

SOUND = """\
# The engine that ends with the kiosk leaves no sound server behind.
autospawn = no
"""

SOCKET = "s"

KEEPER = f"""\
end() {{ rm -rf -- "$1"; kill -s KILL -- "-$$"; }}
trap 'end "$1"' HUP INT TERM ABRT
{{ "$2" -s -C "$1" -S "$1/{SOCKET}" -P "$1/pid" -L "$1" </dev/null >/dev/null 2>&1; end "$1"; }} &
read -r _
end "$1"
"""
"""A shell that holds the engine: `$1` its folder, `$2` its program.

It waits for the end of its input, which the kernel closes however the kiosk ends, and takes its
whole process group with it: the engine, and what that has started. So it does when the engine ends,
and when the service's manager tells all its processes to end at once.
"""


def settle(folder: Path) -> None:
    """Write the engine's files into an empty folder.

    Raises:
        OSError: they can't be written.
    """
    (folder / "modules").mkdir()
    (folder / "speechd.conf").write_text(SERVER, "ascii")
    (folder / "modules" / f"{MODULE}.conf").write_text(SPEAKER, "ascii")
    (folder / "pulse.conf").write_text(SOUND, "ascii")


def is_installed(language: str) -> bool:
    """Whether this computer can speak a language."""
    return shutil.which(PROGRAM) is not None and has_voice(language)


def has_module(root: Path = Path("/")) -> bool:
    """Whether espeak-ng's module for Speech Dispatcher is installed."""
    return any((root / place / f"sd_{MODULE}").exists() for place in MODULES)


def has_voice(language: str, root: Path = Path("/")) -> bool:
    """Whether the engine can speak a language: its module is there, and a voice.

    Looks at names of files first, and into them only for a language whose voice is called
    otherwise, such as zh. To ask the engine itself takes half a second and 3 MB of answers.
    """
    if not has_module(root):
        return False
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

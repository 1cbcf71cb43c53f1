"""Checks of what a patient hears: the sound card, what plays and what speaks, voices."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.pack.pack import load_pack
from kiosk.page.error import ContentError
from kiosk.speech.engine import PLAYS, PROGRAM, has_voice, program_for

PLAYERS = ("pw-play", "paplay", "aplay")
"""What `kiosk.ui.presence.chime` plays the soft sound with."""

_SOUND = Subject("sound")
NO_CARD = _SOUND.warn(
    "no sound card is known: nothing can be heard",
    "Plug one in or switch it on in the firmware, then look at: aplay -l",
)
NO_PLAYER = _SOUND.warn(
    "no program can play the soft sound",
    "sudo apt-get install --no-install-recommends alsa-utils",
)


def check_sound(machine: Machine) -> Iterator[Diagnosis]:
    """Check that the kernel knows a sound card, or the session has a sound server."""
    cards = machine.text("/proc/asound/cards")
    card = "[" in cards
    session = machine.environment.get("XDG_RUNTIME_DIR", "")
    server = bool(session) and machine.path(f"{session}/pulse/native").exists()
    player = any(machine.command(name) for name in PLAYERS)
    if not card and not server:
        yield NO_CARD.found()
    if not player:
        yield NO_PLAYER.found()
    if (card or server) and player:
        # "0 [PCH ]: HDA-Intel - HDA Intel PCH" and where it is, a line each.
        named = [line.partition(" - ")[2].strip() for line in cards.splitlines() if "]:" in line]
        yield _SOUND.fine(", ".join(filter(None, named)) or "there")


_SPEECH = Subject("speech")
NO_SPEECH = _SPEECH.warn(
    "no page can be read aloud: {missing} is not installed",
    "sudo apt-get install --no-install-recommends {packages}",
)
NO_PROGRAM = _SPEECH.warn(
    "{program}, which the settings name for the language {language}, is not there",
    "Install it, name another one, or take it out: then espeak-ng speaks.",
)
NO_VOICE = _SPEECH.warn(
    "no voice speaks the language {language}: its pages are not read aloud",
    "sudo apt-get install --no-install-recommends espeak-ng-data; some languages have none.",
)

PACKAGES = {PROGRAM: PROGRAM, PLAYS[0]: "alsa-utils"}
"""The programs that read aloud, and Debian's packages of them."""


def check_speech(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that what speaks and what plays it is there, and a voice for each language."""
    try:
        languages = load_pack(setup.content, assets=setup.assets).languages
    except ContentError:
        return  # check_pack says so
    named = {each: program_for(each, setup.settings.speech) for each in languages}
    wanted = PACKAGES if not all(named.values()) else PACKAGES.keys() - {PROGRAM}
    missing = [program for program in wanted if machine.command(program) is None]
    if missing:
        packages = " ".join(PACKAGES[program] for program in missing)
        yield NO_SPEECH.found(missing=" and ".join(missing), packages=packages)
        return
    faults = [
        NO_PROGRAM.found(program=own[0], language=language)
        if own
        else NO_VOICE.found(language=language)
        for language, own in named.items()
        if not (machine.command(own[0]) if own else has_voice(language, machine.root))
    ]
    yield from faults
    if not faults:
        yield _SPEECH.fine(f"a voice for {', '.join(languages)}")

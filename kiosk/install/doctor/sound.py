"""Checks of what a patient hears: the sound card, a player for the soft sound, voices."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.install.doctor.diagnosis import Diagnosis, Fault, Mark, fine
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.pack.pack import load_pack
from kiosk.page.error import ContentError
from kiosk.speech.engine import PACKAGES, PROGRAM, has_module, has_voice

PLAYERS = ("pw-play", "paplay", "aplay")
"""What `kiosk.ui.presence.chime` plays the soft sound with."""

NO_CARD = Fault(
    "sound",
    Mark.WARN,
    "no sound card is known: nothing can be heard",
    "Plug one in or switch it on in the firmware, then look at: aplay -l",
)
NO_PLAYER = Fault(
    "sound",
    Mark.WARN,
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
        yield fine("sound", ", ".join(filter(None, named)) or "there")


NO_SPEECH = Fault(
    "speech",
    Mark.WARN,
    "no page can be read aloud: {missing} is not installed",
    "sudo apt-get install --no-install-recommends {packages}",
)
NO_VOICE = Fault(
    "speech",
    Mark.WARN,
    "no voice speaks the language {language}: its pages are not read aloud",
    "sudo apt-get install --no-install-recommends espeak-ng-data; some languages have none.",
)


def check_speech(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that the speech engine is there, and a voice for each language of the pack."""
    there = machine.command(PROGRAM) is not None, has_module(machine.root)
    missing = [package for package, found in zip(PACKAGES, there, strict=True) if not found]
    if missing:
        yield NO_SPEECH.found(missing=" and ".join(missing), packages=" ".join(missing))
        return
    try:
        languages = load_pack(setup.content, assets=setup.assets).languages
    except ContentError:
        return  # check_pack says so
    mute = [language for language in languages if not has_voice(language, machine.root)]
    for language in mute:
        yield NO_VOICE.found(language=language)
    if not mute:
        yield fine("speech", f"a voice for {', '.join(languages)}")

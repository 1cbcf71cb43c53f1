"""A loudspeaker for machines without a sound card: what ALSA plays goes into a file.

Real players play to it. It is instant (all sound is taken at once) or patient (sound is taken as
fast as a sound card plays it, so that speech lasts as long as it lasts).
"""

from __future__ import annotations

import array
import fcntl
import os
import select
import termios
import threading
import time
from contextlib import suppress
from pathlib import Path

RATE = 48000
"""Samples a second, 16 bits each, two channels, as most sound cards have it: a pipe that holds the
least that a pipe can hold is 21 ms late."""

FRAME = 4
"""Bytes of one sample of both channels."""

SLICE = RATE // 100 * FRAME
"""Bytes of 10 ms."""


class Loudspeaker:
    """What has been played so far. `settings` is what a player's environment must hold.

    `place` is the runtime folder by which `engines` knows what plays to it.
    """

    def __init__(self, folder: Path, *, patient: bool, keeps: bool = True) -> None:
        self.place = folder / "run"
        self._file = folder / "played"
        self._card = _Card(self._file, keeps=keeps) if patient else None
        config = folder / "asound.conf"
        config.write_text(
            "pcm.nothing { type null }\n"
            f'pcm.card {{ type file slave.pcm nothing file "{self._file}" format raw'
            f" truncate {str(patient).lower()} }}\n"
            "pcm.!default { type plug slave { pcm card format S16_LE channels 2"
            f" rate {RATE} }} }}\n",
            "utf-8",
        )
        self.settings = {
            "ALSA_CONFIG_PATH": str(config),
            "PULSE_SERVER": f"unix:{folder}/nobody",  # or the developer would hear the tests
        }

    def _sound(self) -> bytes:
        if self._card:
            return bytes(self._card.sound)
        # Each player makes a file of its own: played, played.0001 and so on.
        return b"".join(file.read_bytes() for file in sorted(self._file.parent.glob("played*")))

    @property
    def slices(self) -> list[tuple[float, int]]:
        """When each slice of a patient one began to be heard (monotonic), and its loudest."""
        assert self._card
        return list(self._card.slices)

    @property
    def seconds(self) -> float:
        """How much has been played."""
        return len(self._sound()) / FRAME / RATE

    def loudest(self, start: float = 0.0) -> int:
        """Give the greatest sample from a second on, 0 to 32767: 0 is silence."""
        return loudest(self._sound()[round(start * RATE) * FRAME :])

    def emptied(self) -> float:
        """Wait until a patient one has played what it was given; give the seconds played."""
        assert self._card
        self._card.drain()
        return self.seconds

    def unplug(self) -> None:
        if self._card:
            self._card.pull()


class _Card:
    """A sound card: takes sound through a pipe that holds little, as fast as it plays it."""

    def __init__(self, pipe: Path, *, keeps: bool) -> None:
        os.mkfifo(pipe)
        self._pipe = os.open(pipe, os.O_RDWR)
        fcntl.fcntl(self._pipe, fcntl.F_SETPIPE_SZ, 4096)
        self.sound = bytearray()
        self.slices: list[tuple[float, int]] = []
        self._keeps = keeps
        self._pulled = False
        self._taking = threading.Lock()  # while sound is on its way from the pipe to `sound`
        self._thread = threading.Thread(target=self._play)
        self._thread.start()

    def _play(self) -> None:
        due = time.monotonic()
        while True:
            select.select([self._pipe], [], [])
            with self._taking:
                data = os.read(self._pipe, SLICE)
                if self._pulled:
                    return
                due = max(due, time.monotonic())
                if self._keeps:
                    self.sound += data
                    self.slices.append((due, loudest(data)))
            due += len(data) / FRAME / RATE
            time.sleep(max(0.0, due - time.monotonic()))

    def drain(self) -> None:
        while self._waiting():
            time.sleep(0.005)
        # What was read last has been noted, and is heard 10 ms later.

    def _waiting(self) -> bool:
        held = array.array("i", [0])
        with self._taking:
            fcntl.ioctl(self._pipe, termios.FIONREAD, held)
        return held[0] > 0

    def pull(self) -> None:
        self._pulled = True
        os.set_blocking(self._pipe, False)
        with suppress(BlockingIOError):  # then it is awake
            os.write(self._pipe, b"x")
        self._thread.join()
        os.close(self._pipe)


def loudest(sound: bytes) -> int:
    """Give the greatest of some samples."""
    samples = array.array("h", sound[: len(sound) // 2 * 2])
    return max(map(abs, samples), default=0)


def named(place: Path, name: str) -> list[int]:
    """Give those of these processes that run a program of this name."""
    return [each for each in engines(place) if _name(each) == name]


def _name(process: int) -> str:
    try:
        return Path("/proc", str(process), "comm").read_text("utf-8").strip()
    except OSError:
        return ""


def engines(place: Path) -> list[int]:
    """Give the processes that were started with this runtime folder, this one not among them."""
    mark = f"XDG_RUNTIME_DIR={place}\0".encode()
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) != os.getpid():
            try:
                surroundings = Path("/proc", entry, "environ").read_bytes()
            except OSError:  # it has ended, or is another user's
                continue
            if mark in surroundings:
                found.append(int(entry))
    return found

"""A loudspeaker for machines without a sound card: what ALSA plays goes into a file.

A real Speech Dispatcher plays to it. It is instant (all sound is taken at once) or patient (sound
is taken as fast as a sound card plays it, so that speech lasts as long as it lasts).
"""

from __future__ import annotations

import array
import fcntl
import os
import threading
import time
from contextlib import suppress
from pathlib import Path

RATE = 22050
"""Samples a second of espeak-ng, 16 bits each, one channel."""

SLICE = 882
"""Bytes of 20 ms."""


class Loudspeaker:
    """What has been played so far. `settings` is what the engine's environment must hold."""

    def __init__(self, folder: Path, *, patient: bool, keeps: bool = True) -> None:
        self._file = folder / "played"
        self._card = _Card(self._file, keeps=keeps) if patient else None
        config = folder / "asound.conf"
        config.write_text(
            "pcm.nothing { type null }\n"
            f'pcm.!default {{ type file slave.pcm nothing file "{self._file}" format raw }}\n',
            "utf-8",
        )
        self.settings = {
            "ALSA_CONFIG_PATH": str(config),
            "PULSE_SERVER": f"unix:{folder}/nobody",  # or the developer would hear the tests
        }

    def _sound(self) -> bytes:
        if self._card:
            return bytes(self._card.sound)
        return self._file.read_bytes() if self._file.exists() else b""

    @property
    def played(self) -> int:
        """How many samples have been played."""
        return len(self._sound()) // 2

    @property
    def seconds(self) -> float:
        return self.played / RATE

    def loudest(self, start: int = 0) -> int:
        """Give the greatest sample from one on, 0 to 32767: 0 is silence."""
        data = self._sound()[2 * start :]
        samples = array.array("h", data[: len(data) // 2 * 2])
        return max(map(abs, samples), default=0)

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
        self._keeps = keeps
        self._pulled = False
        self._thread = threading.Thread(target=self._play)
        self._thread.start()

    def _play(self) -> None:
        due = time.monotonic()
        while data := os.read(self._pipe, SLICE):
            if self._pulled:
                return
            if self._keeps:
                self.sound += data
            due = max(due, time.monotonic()) + len(data) / RATE / 2
            time.sleep(max(0.0, due - time.monotonic()))

    def pull(self) -> None:
        self._pulled = True
        os.set_blocking(self._pipe, False)
        with suppress(BlockingIOError):  # then it is awake
            os.write(self._pipe, b"x")
        self._thread.join()
        os.close(self._pipe)


def engines(folder: Path) -> list[int]:
    """Give the processes whose command names a folder: an engine, its keeper, its modules."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                command = Path("/proc", entry, "cmdline").read_bytes()
                state = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
            if str(folder).encode() in command and state != "Z":
                found.append(int(entry))
    return found

"""How reading aloud sounds, from captured sound: its first word, its gaps, its end, and all of it.

    python -m tests.bench.speech [--rounds N] [--whole]

Needs espeak-ng and alsa-utils. Sound goes to a card made of a pipe (`tests.flows.loudspeaker`),
which plays as fast as a real one and notes when. `--whole` says every sentence of the shipped pack,
in each language, and compares how long it sounds with what espeak-ng makes of it by itself.
"""

from __future__ import annotations

import argparse
import array
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from kiosk.pack.pack import Pack, load_pack
from kiosk.page.phrases import Phrases
from kiosk.rows.build import page_rows
from kiosk.shipped import shipped
from kiosk.speech.engine import Speech
from kiosk.speech.utterances import Listener, spoken
from kiosk.ui.qt.translations import Translations
from kiosk.ui.speech.voice import Voice
from tests.flows.loudspeaker import FRAME, RATE, Loudspeaker

LOUD = 300
"""A sample from which on something is heard, of 32767."""

LONGEST = 60.0
"""Seconds after which waiting is given up."""


def sentences(pack: Pack, phrases: Callable[[str], Phrases], language: str) -> list[str]:
    """Give all that is said of all pages in one language, each sentence once."""
    listener = Listener(language=language, say=phrases(language))
    made = []
    for name in pack.names(language):
        page = pack.page(name, language)
        rows = page_rows(page, lambda source: (source, 1.0), listener.say)
        made += [each.text for each in spoken(page, rows, listener, listener)]
    return list(dict.fromkeys(made))


def until(true: Callable[[], object]) -> None:
    """Run Qt's events until something is true."""
    loop, clock, end = QEventLoop(), QTimer(interval=2), time.monotonic() + LONGEST

    def look() -> None:
        if true() or time.monotonic() > end:
            loop.quit()

    clock.timeout.connect(look)
    clock.start()
    loop.exec()
    assert true(), "it did not come"


@contextmanager
def listening(*, patient: bool) -> Iterator[tuple[Loudspeaker, Voice]]:
    """Give a loudspeaker and a voice that speaks to it."""
    with tempfile.TemporaryDirectory(prefix="kiosk-speech-bench-") as folder:
        speaker = Loudspeaker(Path(folder), patient=patient)
        os.environ.update(speaker.settings)
        voice = Voice({})
        yield speaker, voice
        voice.stop()
        speaker.unplug()


def first_sounds(texts: list[Speech]) -> list[float]:
    """Give the seconds from being asked to the first sound, nothing running before."""
    found = []
    with listening(patient=True) as (speaker, voice):
        for speech in texts:
            begun = time.monotonic()
            voice.say(speech)
            until(lambda: heard(speaker, begun))  # noqa: B023
            found.append(heard(speaker, begun)[0] - begun)
            voice.silence()
            until(lambda: time.monotonic() > speaker.slices[-1][0] + 0.3)
    return found


def gaps(texts: list[Speech]) -> list[float]:
    """Give the seconds of silence between one sentence and the next, of sentences read in turn."""
    with listening(patient=True) as (speaker, voice):
        ends: list[float] = []
        left = list(texts)

        def go_on() -> None:
            ends.append(time.monotonic())
            if left:
                voice.say(left.pop(0), *left[:1])

        voice.said.connect(go_on)
        go_on()
        until_long(lambda: len(ends) > len(texts))
        times = [at for at, loud in speaker.slices if loud > LOUD]
    pauses = [(last, first) for last, first in pairwise(times) if first - last > 0.015]
    # The longest one that holds this end, or lies next to it: a card plays a little after.
    near = [
        [first - last - 0.01 for last, first in pauses if last < end + 0.1 and first > end - 0.05]
        for end in ends[1:-1]
    ]
    return [max(each, default=0.0) for each in near]


def until_long(true: Callable[[], object]) -> None:
    """Run Qt's events until something is true, for minutes."""
    for _ in range(20):
        try:
            return until(true)
        except AssertionError:
            continue
    raise AssertionError("it did not come")


def stops(speech: Speech, rounds: int) -> list[float]:
    """Give the seconds that something is still heard after it was told to be silent."""
    found = []
    with listening(patient=True) as (speaker, voice):
        for number in range(rounds):
            begun = time.monotonic()
            voice.say(speech)
            until(lambda: heard(speaker, begun))  # noqa: B023
            until(lambda: time.monotonic() > begun + 1 + number * 0.037)  # noqa: B023
            asked = time.monotonic()
            voice.silence()
            until(lambda: time.monotonic() > asked + 0.5)  # noqa: B023
            last = max(at for at, loud in speaker.slices if loud > LOUD)
            found.append(max(0.0, last + 0.01 - asked))
    return found


def heard(speaker: Loudspeaker, since: float) -> list[float]:
    """Give when something was heard since then."""
    return [at for at, loud in speaker.slices[-100:] if at >= since and loud > LOUD]


def missing(texts: list[Speech]) -> list[float]:
    """Give the seconds that each sentence sounds shorter than espeak-ng itself makes it."""
    found = []
    with listening(patient=False) as (speaker, voice), tempfile.NamedTemporaryFile() as file:
        folder = Path(speaker.settings["ALSA_CONFIG_PATH"]).parent
        done: list[bool] = []
        voice.said.connect(lambda: done.append(True))
        for number, speech in enumerate(texts):
            for played in folder.glob("played*"):
                played.unlink()
            voice.say(speech)
            until(lambda: len(done) > number)  # noqa: B023
            wanted = subprocess.run(
                ["espeak-ng", "--stdin", "-b", "1", "-v", speech.language, "-s", "160",
                 "-w", file.name],
                input=speech.text.encode(), check=True,
            )  # fmt: skip
            assert wanted.returncode == 0
            sound = b"".join(played.read_bytes() for played in folder.glob("played*"))
            direct = spans(Path(file.name).read_bytes()[44:], 2) / 22050
            found.append(direct - spans(sound, FRAME) / RATE)
    return found


def spans(sound: bytes, frame: int) -> int:
    """Give how many samples lie between the first that is heard and the last."""
    samples = array.array("h", sound[: len(sound) // frame * frame])[:: frame // 2]
    loud = [at for at, each in enumerate(samples) if abs(each) > LOUD]
    return loud[-1] - loud[0] + 1 if loud else 0


def told(name: str, values: list[float]) -> None:
    """Print the median, the least and the most, in milliseconds."""
    least, most = min(values) * 1000, max(values) * 1000
    middle = median(values) * 1000
    print(f"{name:34} {middle:7.0f} {least:7.0f} {most:7.0f}  of {len(values)}", flush=True)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.speech")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--whole", action="store_true")
    options = parser.parse_args()
    _app = QCoreApplication([])
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    phrases = Translations(shipped("assets") / "translations").phrases
    print(f"{'milliseconds':34}  median   least    most")
    for language in pack.languages:
        texts = [
            Speech(text=text, language=language) for text in sentences(pack, phrases, language)
        ]
        step = max(1, len(texts) // options.rounds)
        some = texts[::step][: options.rounds]
        told(f"{language}: to the first sound", first_sounds(some))
        told(f"{language}: between two sentences", gaps(some))
        longest = max(texts, key=lambda each: len(each.text))
        told(f"{language}: still heard after a stop", stops(longest, options.rounds))
        if options.whole:
            told(f"{language}: missing of a sentence", missing(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())

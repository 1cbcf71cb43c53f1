"""SSIP, the protocol of Speech Dispatcher, as a conversation without input or output.

Owns the order of commands and which message an event belongs to: bytes from the engine go in by
`take`, bytes for it come out by `pending`. Knows neither sockets nor time. The protocol is told in
the "SSIP Documentation" of Speech Dispatcher 0.11: lines end with CR LF, the last line of an answer
has a space after its number, and numbers from 700 on are events.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from enum import Enum, auto

import msgspec

LONGEST = 64 * 1024
"""Bytes that a line, and lines that an answer may have: more is no answer of a sane engine."""


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said. `pace` is 50 to 200 percent, `volume` 0 to 100 percent."""

    text: str
    language: str
    pace: int = 100
    volume: int = 100


class Answer(msgspec.Struct, frozen=True):
    """An answer of the engine: its number and its lines, without number."""

    code: int
    lines: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether it is neither an error of the engine (300) nor of its asker (400, 500)."""
        return not 300 <= self.code < 700


class Told(Enum):
    """What a conversation has come to know about what it asked to be said."""

    BEGUN = auto()
    ENDED = auto()
    HUSHED = auto()
    REFUSED = auto()


_EVENTS = {701: Told.BEGUN, 702: Told.ENDED, 703: Told.HUSHED}
"""BEGIN, END and CANCELED. Index marks and pauses are never asked for."""


class Lines:
    """Makes answers of bytes. Raises nothing, whatever the bytes are."""

    def __init__(self) -> None:
        self._rest = b""
        self._lines: list[str] = []

    def take(self, data: bytes) -> list[Answer]:
        """Give the answers that are whole now."""
        *whole, self._rest = (self._rest + data).split(b"\n")
        self._rest = self._rest[-LONGEST:]
        return [answer for line in whole if (answer := self._line(line))]

    def _line(self, line: bytes) -> Answer | None:
        said = line.decode("utf-8", "replace").rstrip("\r")
        code, mark, words = said[:3], said[3:4], said[4:]
        if not (code.isascii() and code.isdigit()) or mark not in (" ", "-", ""):
            return None
        if mark == "-":
            if len(self._lines) < LONGEST:
                self._lines.append(words)
            return None
        lines, self._lines = (*self._lines, words), []
        return Answer(int(code), lines)


class _Asked(msgspec.Struct, frozen=True):
    """A command, and the words that follow it if it is taken. `told`: these words were sent."""

    line: bytes
    words: bytes
    told: bool = False


class Talk:
    """A conversation with one engine, from its greeting on. `module` is what makes the sound."""

    def __init__(self, module: str) -> None:
        self._lines = Lines()
        self._asked: deque[_Asked] = deque()
        self._out = b""
        self._waiting: _Asked | None = None
        self._last = 0
        self._mine: int | None = None
        self._set: dict[str, str] = {}
        for line in (
            "SET SELF CLIENT_NAME kiosk:kiosk:reader",
            f"SET SELF OUTPUT_MODULE {module}",
            "SET SELF NOTIFICATION ALL ON",
            "SET SELF PRIORITY MESSAGE",
            "SET SELF PUNCTUATION NONE",
        ):
            self._ask(line)

    def pending(self) -> bytes:
        """Give what is to be sent now; each byte once."""
        out, self._out = self._out, b""
        return out

    def speak(self, speech: Speech) -> None:
        """Let this be said, after all that has been asked for before."""
        self._adjust("LANGUAGE", speech.language)
        self._adjust("RATE", str(rate(speech.pace)))
        # 0 is as loud as espeak-ng speaks without clipping; from there to 100 it only distorts.
        self._adjust("VOLUME", str(max(0, min(100, speech.volume)) - 100))
        self._mine = None
        self._ask("SPEAK", data(speech.text))

    def hush(self) -> None:
        """Let nothing more be said; `Told.HUSHED` comes when it is so."""
        self._ask("CANCEL SELF")

    def take(self, received: bytes) -> list[Told]:
        """Take bytes from the engine and give what they tell, in order."""
        told = []
        for answer in self._lines.take(received):
            event = self._event(answer) if answer.code >= 700 else self._answered(answer)
            if event:
                told.append(event)
        return told

    def _adjust(self, what: str, value: str) -> None:
        word = "".join(each for each in value if each.isascii() and (each.isalnum() or each == "-"))
        if self._set.get(what) != word:
            self._set[what] = word
            self._ask(f"SET SELF {what} {word or 'en'}")

    def _ask(self, line: str, words: bytes = b"") -> None:
        self._asked.append(_Asked(line.encode("ascii") + b"\r\n", words))
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting is None and self._asked:
            self._waiting = self._asked.popleft()
            self._out += self._waiting.line

    def _answered(self, answer: Answer) -> Told | None:
        asked, self._waiting = self._waiting, None
        if asked is None:
            return None
        if asked.words and answer.good:
            # The engine waits for the words now; its answer to them names the message.
            self._waiting = _Asked(b"", b"", told=True)
            self._out += asked.words
            return None
        if asked.told and answer.good:
            self._adopt(_number(answer.lines[0]))
        self._go_on()
        return None if answer.good else Told.REFUSED

    def _adopt(self, message: int | None) -> None:
        if message is None:
            return
        self._last = max(self._last, message)
        # One that says nothing may have ended before its number comes: the next one counts then.
        if not any(asked.words for asked in self._asked):
            self._mine = message

    def _event(self, answer: Answer) -> Told | None:
        message = _number(answer.lines[0])
        telling = self._waiting is not None and self._waiting.told
        if self._mine is None and message and message > self._last and telling:
            # It may begin to sound before the engine has said which number it has.
            self._adopt(message)
        return _EVENTS.get(answer.code) if message and message == self._mine else None


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else None


def rate(pace: int) -> int:
    """Give the engine's rate, -100 to 100, for a pace in percent, 50 to 200.

    `kiosk.speech.engine` sets the engine's slowest, usual and fastest speech to match.
    """
    pace = max(50, min(200, pace))
    return pace - 100 if pace >= 100 else 2 * (pace - 100)


def data(text: str) -> bytes:
    """Give a text as the engine takes it: one line, and a line with a lone dot at its end."""
    line = " ".join("".join(map(_sayable, text)).split())
    # A dot at a line's beginning is doubled, so that no text can end itself.
    return f"{'.' if line.startswith('.') else ''}{line}\r\n.\r\n".encode()


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

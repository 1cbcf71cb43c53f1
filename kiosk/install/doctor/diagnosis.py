"""What a check may say: a mark, a sentence, and what to do. Knows no check."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """How bad it is. FAIL: the kiosk would not run, or nobody could read it."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Diagnosis(msgspec.Struct, frozen=True):
    """One line of the report: the name of its check, and a remedy unless all is well.

    `value`: what the check measured, in `unit`, for monitors; None: nothing.
    """

    name: str
    mark: Verdict
    text: str
    remedy: str = ""
    value: float | None = None
    unit: str = ""

    def measured(self, value: float, unit: str = "") -> Diagnosis:
        """Give the same with what was measured."""
        return msgspec.structs.replace(self, value=value, unit=unit)


class Fault(msgspec.Struct, frozen=True):
    """A fault that a check knows; words in braces are filled in. docs/doctor.md lists them all."""

    name: str
    mark: Verdict
    text: str
    remedy: str

    def found(self, **words: object) -> Diagnosis:
        """Say it of this computer."""
        text, remedy = self.text.format(**words), self.remedy.format(**words)
        return Diagnosis(self.name, self.mark, _told(text), _told(remedy))


class Subject(msgspec.Struct, frozen=True):
    """What a check looks at, by the name that its lines in the report begin with."""

    name: str

    def fine(self, text: str) -> Diagnosis:
        """Say that all is well."""
        return Diagnosis(self.name, Verdict.OK, _told(text))

    def warn(self, text: str, remedy: str) -> Fault:
        """Make a fault with which the kiosk still runs."""
        return Fault(self.name, Verdict.WARN, text, remedy)

    def without_settings(self) -> Fault:
        """Make the fault of a subject of which settings that can't be read say nothing."""
        return self.warn("the settings can't be read", "Mend the line settings first.")

    def fail(self, text: str, remedy: str) -> Fault:
        """Make a fault with which it would not run, or nobody could read it."""
        return Fault(self.name, Verdict.FAIL, text, remedy)


def _told(words: str) -> str:
    # The name of a folder may be no text at all.
    return words.encode(errors="replace").decode()

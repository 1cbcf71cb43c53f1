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
    """One line of the report: the name of its check, and a remedy unless all is well."""

    name: str
    mark: Verdict
    text: str
    remedy: str = ""


class Fault(msgspec.Struct, frozen=True):
    """A fault that a check knows; words in braces are filled in. docs/doctor.md lists them all."""

    name: str
    mark: Verdict
    text: str
    remedy: str

    def found(self, **words: object) -> Diagnosis:
        """Say it of this computer."""
        return Diagnosis(
            self.name, self.mark, self.text.format(**words), self.remedy.format(**words)
        )


def fine(name: str, text: str) -> Diagnosis:
    """Say that all is well."""
    return Diagnosis(name, Verdict.OK, text)

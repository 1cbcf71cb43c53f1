"""What a rule has found: where, what is wrong, and what to do.

Owns no rule and no way of telling.
"""

from __future__ import annotations

from enum import Enum

import msgspec


class Severity(Enum):
    """Whether a finding keeps the pack from being released."""

    ERROR = "error"
    WARNING = "warning"


class Spot(msgspec.Struct, frozen=True, order=True):
    """A place in a file: line and column count from 1 in characters; 0, 0 is the whole file."""

    line: int = 0
    column: int = 0


NOWHERE = Spot()
"""The file as a whole."""


class Mark(msgspec.Struct, frozen=True):
    """What a rule has to say of one place: a sentence each, without a full stop at the end.

    `severity` overrides the rule's own, `file` (relative to the pack) the file it looked at.
    """

    spot: Spot
    problem: str
    remedy: str
    severity: Severity | None = None
    file: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A mark with its rule and file, a path relative to the pack with slashes.

    `page` and `language` name the page that it is about, `section` the anchor of the heading or
    question above the spot; empty where there is none.
    """

    file: str
    spot: Spot
    rule: str
    severity: Severity
    problem: str
    remedy: str
    page: str = ""
    language: str = ""
    section: str = ""

    @property
    def sentences(self) -> tuple[str, str]:
        """What is wrong and what to do, each as a sentence."""
        problem, remedy = (part.strip().rstrip(".") for part in (self.problem, self.remedy))
        return f"{problem[:1].upper()}{problem[1:]}.", f"{remedy}."

"""What a pack leaves to the clinic: its name, its telephone, its details.

Owns how a word is known that only holds a place. Knows no finding: the doctor asks too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kiosk.check.material.shortened import listed, shortened
from kiosk.pack.pack import Pack
from kiosk.pack.packfile import filled_in, line_of_detail, line_of_key

_NAMELESS_CLINIC = re.compile(
    r"\b(?:your|name of (?:the|your)) (?:clinic|practice|surgery)\b|\bclinic(?:'s)? name\b"
    r"|আপনার ক্লিনিকের নাম|ক্লিনিকের নাম",
    re.IGNORECASE,
)


class Waiting(msgspec.Struct, frozen=True):
    """What a clinic has still to fill in: its name in pack.toml, its line, and what to say."""

    name: str
    line: int
    problem: str
    remedy: str


def waiting(pack: Pack) -> Iterator[Waiting]:
    """Give what no release can be without: clinic and phone of their own, and every detail."""
    clinics = {pack.clinic(language).strip() for language in pack.languages}
    phones = {pack.phone(language).strip() for language in pack.languages}
    for clinic in sorted(clinics):
        if _NAMELESS_CLINIC.search(clinic):
            yield Waiting(
                "clinic",
                line_of_key(pack.source, "clinic"),
                f"the clinic is still called '{shortened(clinic)}'",
                "Write the clinic's own name there",
            )
    for phone in sorted(phones):
        if phone and len({c for c in phone if c.isdecimal()}) <= 1:
            yield Waiting(
                "phone",
                line_of_key(pack.source, "phone"),
                f"the clinic's phone is still '{shortened(phone)}'",
                "Write the clinic's own number there",
            )
    for name, words in pack.details.items():
        said = words if isinstance(words, dict) else {"": words}
        left = [language for language, detail in said.items() if not filled_in(detail)]
        if left:
            where = f" in {listed(left)}" if len(left) < len(said) else ""
            yield Waiting(
                name,
                line_of_detail(pack.source, name),
                f"the detail '{name}' isn't filled in yet{where}",
                "Write the clinic's own words there, without square brackets around them",
            )

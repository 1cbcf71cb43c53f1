"""What a rule is: a name, how grave it is, and a look at a page or at the whole pack.

Owns no rule. Each has a page of its own name in docs/rules/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity
from kiosk.pack.pack import Pack
from kiosk.page.blocks import Term


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """A pack as the rules see it.

    `checked_pages` holds the pages that could be read by name and language; `terms` what the
    glossary of a language explains, by each form; `today` is the day of the check; `release` asks
    for a pack that can be shown to patients today; `lacking` are the signs of the pack that no font
    of the kiosk has.
    """

    pack: Pack
    checked_pages: Mapping[tuple[str, str], CheckedPage]
    terms: Mapping[str, Mapping[str, Term]]
    today: date
    release: bool = False
    lacking: frozenset[str] = frozenset()

    def original(self, checked: CheckedPage) -> CheckedPage | None:
        """Give the same page in the default language; None for that one itself."""
        if checked.language == self.pack.default_language:
            return None
        return self.checked_pages.get((checked.name, self.pack.default_language))


LookAtPage = Callable[[CheckedPage, Survey], Iterator[Mark]]
LookAtPack = Callable[[Survey], Iterable[Mark]]


def against_original(look: Callable[[CheckedPage, CheckedPage], Iterator[Mark]]) -> LookAtPage:
    """Make a look at pages of one at a page and its original; an original has none itself."""

    def compare(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
        original = survey.original(checked)
        if original:
            yield from look(checked, original)

    return compare


class PageRule(msgspec.Struct, frozen=True):
    """A rule that looks at one page at a time. `title`: what it asks for, in a few words."""

    name: str
    severity: Severity
    title: str
    look: LookAtPage


class PackRule(msgspec.Struct, frozen=True):
    """A rule that looks at the pack as a whole; its marks name the file."""

    name: str
    severity: Severity
    title: str
    look: LookAtPack


AnyRule = PageRule | PackRule

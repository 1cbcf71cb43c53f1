"""Where a block stands: its page, what the kiosk says there, and which names are taken.

Owns the names within a page, which authors' own anchors have first choice of. Knows no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.export.site import Site, anchors
from kiosk.page.blocks import Page, Sources, Term
from kiosk.page.phrases import Phrases

BASE = ".."
"""The website's folder, seen from a page."""


@dataclass
class Place:
    """One page while it is written, from its top to its end; `language` is the screen's.

    `marks` are the names of the marks that lead to each source, `terms` the words that its text
    explains, by their headwords; `level` is how deep the last heading stands, `section` the last
    one that is no box's.
    """

    site: Site
    page: Page
    language: str
    say: Phrases
    marks: dict[int, list[str]] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    level: int = 1
    section: int = 1
    _given: dict[str, str] = field(default_factory=dict)
    _drawings: int = 0

    @property
    def from_right(self) -> bool:
        """Whether the page's lines begin at the right."""
        return self.site.languages[self.page.language].from_right

    @property
    def numbers(self) -> tuple[str, str]:
        """The phone numbers that the page may name: the clinic's, and the one for emergencies."""
        pack, language = self.site.pack, self.page.language
        return pack.phone(language), pack.emergency_number(language)

    def __post_init__(self) -> None:
        written = tuple(each for each in self.page.blocks if not isinstance(each, Sources))
        self._taken = {*anchors(written)}

    def name(self, wanted: str) -> str:
        """Give the name within the page of what isn't an author's: the same for the same wish."""
        if wanted not in self._given:
            name = "".join(wanted.split())
            while name in self._taken:
                name += "-"
            self._taken.add(name)
            self._given[wanted] = name
        return self._given[wanted]

    def mark(self, source: int) -> str:
        """Give the name of one more mark that leads to a source."""
        marks = self.marks.setdefault(source, [])
        marks.append(self.name(f"mark-{source}-{len(marks) + 1}"))
        return marks[-1]

    def drawing(self) -> str:
        """Give what the names in one more drawing begin with."""
        self._drawings += 1
        return self.name(f"drawing-{self._drawings}") + "-"

    def heading(self, wanted: int) -> int:
        """Give the level of a section's heading: it goes down by one at a time."""
        self.level = self.section = min(wanted, self.section + 1)
        return self.level

    def inner_heading(self) -> int:
        """Give the level of a heading within a section: a box's, or a question's."""
        return min(self.section + 1, 6)

    def address(self, page: str, anchor: str) -> str:
        """Give the address of a link within the pack; empty where it leads nowhere."""
        name = page or self.page.name
        found = self.site.address(BASE, self.language, name, anchor)
        # Within a page nothing is read anew.
        inside = found.partition("#")[2] if name == self.page.name else ""
        return f"#{inside}" if inside else found

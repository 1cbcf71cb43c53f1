"""One page in one language on the table: its text as written, its blocks, and where things stand.

Owns the way from a run of words back to line and column. Judges nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from kiosk.check.material.finding import NOWHERE, Spot
from kiosk.check.material.locate import Locator, letters
from kiosk.check.material.passages import Passage, passages
from kiosk.check.material.written import Written
from kiosk.page.blocks import Code, Heading, Page, Question
from kiosk.page.source import SourceText


class CheckedPage:
    """A page that could be read. `file` is its path relative to the pack, with slashes.

    `name` and `language` are the page's own.
    `saved` is the file's text as an editor shows it, before it was tidied, where that is known.
    """

    def __init__(
        self, page: Page, source: SourceText, file: str, facts: Mapping[str, str], saved: str = ""
    ) -> None:
        self.page = page
        self.name = page.name
        self.language = page.language
        self.source = source
        self.file = file
        self.facts = facts
        self._saved = saved or source.text

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The file's lines, front matter included; the first one is line 1."""
        return tuple(self.source.text.split("\n"))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The runs of words in the order of the page."""
        return tuple(passages(self.page))

    @cached_property
    def written(self) -> Written:
        """The text as it was written, with what never reaches the page."""
        return Written(self.source.text)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters of the file and of all that the page says."""
        said = (passage.text for passage in self.passages)
        return frozenset().union(self.source.text, self.page.title, self.page.tab, *said)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The anchors of all headings and questions, to which links can lead."""
        blocks = (passage.block for passage in self.passages)
        return frozenset(block.anchor for block in blocks if isinstance(block, Heading | Question))

    def is_letter_by_letter(self, offset: int) -> bool:
        """Tell whether a line is shown as it is written, as one indented by four spaces can be."""
        return self.is_code_line(self.at(offset).line - 1)

    def is_code_line(self, number: int) -> bool:
        """Tell the same of a line by its number, counted from 0."""
        line = self.lines[number]
        return line.startswith(("    ", "\t")) and line.strip() in self._code

    @cached_property
    def _code(self) -> frozenset[str]:
        spans = (span for passage in self.passages for span in passage.spans)
        return frozenset(span.text.strip() for span in spans if isinstance(span, Code))

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self.source, self.facts, self.written.untagged)

    @cached_property
    def _places(self) -> dict[int, tuple[int, int]]:
        """From a passage's identity to its place among the file's letters; -1 for nowhere.

        With it the place where what stands above the passage ends.
        """
        # The front matter has words too, "author" and "review" among them.
        body = self._locator.place(self.written.body)
        places, after = {}, 0
        for passage in self.passages:
            above = after
            start = 0 if passage.kind == "lead" else body
            place = self._locator.find(passage.text, max(after, start))
            if place < 0:
                place = self._locator.find(passage.text, start)
            else:
                # Behind all of its letters: a short heading may stand in the words before it.
                after = place + letters(passage.text)
            places[id(passage)] = place, above
        return places

    def spot(self, passage: Passage, words: str = "", at: int = -1) -> Spot:
        """Give where a passage of this page begins, or where `words` stand in it.

        `at` is their index in the passage's text, where that is known.
        """
        place, above = self._places[id(passage)]
        at = passage.text.find(words) if words and at < 0 else at
        begins = place if place >= 0 else above
        if at >= 0 and (exact := self._locator.within(begins, passage.text, at)) >= 0:
            return self._locator.spot(exact)
        if words:
            inside = self._locator.find(words, max(place, self.written.body))
            place = inside if inside >= 0 else place
        return self._locator.spot(place)

    def in_editor(self, spot: Spot) -> Spot:
        """Give a spot as an editor counts: composing the characters has moved the columns."""
        if spot.column <= 1 or not self._untidy:
            return spot
        line = self._untidy[spot.line - 1]
        before = bisect_right(
            range(1, len(line) + 1),
            spot.column - 1,
            key=lambda count: len(SourceText.of(line[:count], self.file).text),
        )
        return Spot(spot.line, before + 1)

    @cached_property
    def saved_lines(self) -> tuple[str, ...]:
        """The file's lines before they were tidied, with what no page keeps."""
        return tuple(self._saved.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    def at_saved(self, line: int, place: int) -> Spot:
        """Give the spot of a character of `saved_lines`: both count from 0."""
        before = SourceText.of(self.saved_lines[line][:place], self.file).text
        return Spot(line + 1, len(before) + 1)

    @cached_property
    def _untidy(self) -> tuple[str, ...]:
        """The lines as they are saved; none where only line ends differ, as in most files."""
        return () if self.saved_lines == self.lines else self.saved_lines

    def section(self, spot: Spot) -> str:
        """Give the anchor of the section that a spot of this page stands in; empty above all."""
        above = bisect_right(self._sections, spot, key=lambda section: section[0])
        return self._sections[above - 1][1] if above else ""

    @cached_property
    def _sections(self) -> list[tuple[Spot, str]]:
        return sorted(
            (self.spot(passage), passage.section)
            for passage in self.passages
            if passage.kind in ("heading", "question")
        )

    def find(self, characters: str, after: int = 0) -> Spot:
        """Give where these very characters stand, markup included, from that offset on."""
        return self._locator.raw(characters, after)

    def find_below(self, passage: Passage, characters: str) -> Spot:
        """Give the same for what stands in a passage that has no place, as one without a letter.

        Looked for below the passage above it, or from the line on in which the cell before it is.
        """
        line = self._locator.spot(self._places[id(passage)][1] - 1).line
        line -= line > 0 and passage.kind in ("header", "cell")
        spot = self.find(characters, max(self._locator.begin(line), self.written.body))
        return spot if spot.line else self.find(characters)

    def at(self, offset: int) -> Spot:
        """Give line and column of an offset into `source.text`."""
        return self._locator.at(offset)

    def front(self, key: str) -> Spot:
        """Give the line of a key of the front matter; its first line where it isn't there."""
        # At the start of a line, or within braces: review: {status: draft, author: A Nurse}
        for before in (r"^[ ]*", r"[{,][ ]*"):
            for number, line in enumerate(self.lines[1:], 2):
                if line.rstrip() in ("---", "..."):
                    break
                if found := re.search(rf"{before}[\"']?({key})[\"']?[ ]*:", line):
                    return Spot(number, found.start(1) + 1)
        return Spot(1, 1) if self.lines else NOWHERE

"""The `{{ name }}` marks: what the pack says, put into a page.

Owns how a fact travels through Markdown: as a mark that means nothing to it, filled in when the
tree is built, so that no value can ever be read as Markdown or HTML; and that it keeps its own
direction among words of the other one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from kiosk.page.error import ContentError
from kiosk.page.source import SourceText, from_right
from kiosk.slips.near_names import nearest

_WRITTEN = re.compile(r"\{\{([^{}\n]{0,80})\}\}")
_ISOLATED = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"
_AREA = r"\((?=[0-9]+\) ?[0-9])"  # what opens before the first digits and closes after them
_TYPED = re.compile(rf"(?<![\w+])\+?(?:{_AREA})?[0-9]+(?:(?:[ ./-]|\) ?| ?\()[0-9]+)+")
_YEARS = re.compile(r"[0-9]{4}.[0-9]{4}")
_MARK = re.compile("\ue000([0-9]{1,6})\ue001")


class Facts:
    """The facts of one pack in one language. `unknown`: the errors of names that are none."""

    def __init__(self, values: Mapping[str, str], source: SourceText) -> None:
        self.unknown: list[ContentError] = []
        self._names = sorted(values)
        self._values = [values[name] for name in self._names]
        self._source = source

    def mark(self, text: str, line: int = 1) -> str:
        """Replace each `{{ name }}` by its mark; an unknown name stays as it is written.

        `line` is the one of the file in which the text begins.
        """
        parts, at = [], 0
        for found in _WRITTEN.finditer(text):
            line += text.count("\n", at, found.start())
            parts += [text[at : found.start()], self._mark(found, line)]
            at = found.start() + len(found[0])
        return "".join((*parts, text[at:]))

    def fill(self, text: str, *, address: bool = False) -> str:
        """Replace each mark by its value.

        Where anything is written from the right, a value among words stands isolated (UAX 9, FSI
        to PDI), and so does a phone number typed there: it reads as it is dialled. An `address` is
        left plain.
        """
        if not address and self._mixed:
            text = _TYPED.sub(_as_dialled, text)
        if "\ue000" not in text:
            return text
        if address:
            plain = "\N{NO-BREAK SPACE}", " "
            return _MARK.sub(lambda found: self._values[int(found[1])].replace(*plain), text)
        shown = _ISOLATED if self._mixed else "%s"
        return _MARK.sub(lambda found: shown % self._values[int(found[1])], text)

    @cached_property
    def _mixed(self) -> bool:
        return any(map(from_right, (self._source.text, *self._values)))

    def put(self, text: str, line: int) -> str:
        """Replace each `{{ name }}` by its value, where no Markdown is read."""
        return self.fill(self.mark(text, line))

    def _mark(self, found: re.Match[str], line: int) -> str:
        name = found[1].strip()
        if name not in self._names:
            problem, remedy = f"there is no fact called '{name}'", self._instead(name)
            near = (found[0],)
            self.unknown.append(self._source.error(problem, remedy, near=near, after=line))
            return found[0]
        return f"\ue000{self._names.index(name)}\ue001"

    def _instead(self, name: str) -> str:
        known = ", ".join(self._names)
        if near := nearest(name, self._names):
            return f"Write {{{{ {near} }}}}; all that there are: {known}"
        return f"Add it below [details] in pack.toml, or use one of: {known}"


def _as_dialled(found: re.Match[str]) -> str:
    """Isolate what looks like a phone number; a range of years reads the other way."""
    digits = sum(map(str.isdigit, found[0]))
    phone = found[0][0] == "+" or (digits >= 7 and not _YEARS.fullmatch(found[0]))
    return f"\N{LEFT-TO-RIGHT ISOLATE}{found[0]}\N{POP DIRECTIONAL ISOLATE}" if phone else found[0]

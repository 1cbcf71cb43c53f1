"""Rules on what two languages must show alike: pictures, charts, badges, and every number.

Each section of a page is held against the same section in the default language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.pack_pictures import figures
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PageRule, against_original
from kiosk.check.material.shortened import listed, shortened
from kiosk.check.wording.numerals import loose_numbers, numbers, without_facts
from kiosk.page.blocks import Block, Compare, Evidence, Figure, Ladder, People, Schedule, Timeline

_CHARTS = (People, Timeline, Schedule, Ladder, Compare)


def headings(checked: CheckedPage) -> dict[str, Passage]:
    """Give the headings and questions of a page by their anchor, in order."""
    return {
        passage.section: passage
        for passage in checked.passages
        if passage.kind in ("heading", "question")
    }


@against_original
def _figures(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    here, there = _pictures(checked), _pictures(original)
    for picture, passage in there.items():
        if picture not in here:
            yield Mark(
                _place(checked, passage.section),
                f"the picture '{shortened(picture)}' of {original.file} is missing",
                "Copy its lines from there and translate the words",
            )
        elif len(_key(passage)) != len(_key(here[picture])):
            ours = len(_key(here[picture]))
            yield Mark(
                checked.spot(here[picture]),
                f"the picture '{shortened(picture)}' has {ours} lines in its key, "
                f"but {len(_key(passage))} in {original.file}",
                "Give each number in the picture its line, in the same order as there",
            )
    spots = {figure.source: spot for figure, spot in figures(checked)}
    for picture in here.keys() - there.keys():
        yield Mark(
            spots[picture],
            f"the picture '{shortened(picture)}' is not in {original.file}",
            "Show it there too, or take it out here",
        )
    yield from _chart_marks(checked, original)
    yield from _comparison_marks(checked, original)


def _chart_marks(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    ours, theirs, both = _charts(checked), _charts(original), _both(checked, original)
    for section, kind in theirs - ours:
        if section in both:
            yield Mark(
                _place(checked, section),
                f"a box '{kind}' that {original.file} has in this section is missing",
                "Copy its lines from there and translate the words",
            )
    for section, kind in ours - theirs:
        if section in both:
            yield Mark(
                _place(checked, section),
                f"this section has a box '{kind}' that it hasn't in {original.file}",
                "Write it there too, or take it out here",
            )


def _comparison_marks(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    """Hold each comparison against its original: what somebody chose is known by its number."""
    ours, theirs = _comparisons(checked), _comparisons(original)
    for (name, here), (_, there) in zip(ours, theirs, strict=False):
        for what, one, other in (
            ("options", len(here.options), len(there.options)),
            ("questions", len(here.aspects), len(there.aspects)),
        ):
            if one != other:
                yield Mark(
                    checked.spot(name),
                    f"this comparison has {one} {what}, but {other} in {original.file}",
                    "Give it the same ones, in the same order as there",
                )


def _comparisons(checked: CheckedPage) -> list[tuple[Passage, Compare]]:
    """Give the comparisons of a page in order, each with what heads its questions."""
    return [
        (passage, passage.block)
        for passage in checked.passages
        if isinstance(passage.block, Compare) and passage.spans is passage.block.asking
    ]


def _pictures(checked: CheckedPage) -> dict[str, Passage]:
    """Give the caption of each picture by the picture's path; every picture has one."""
    return {
        passage.block.source: passage
        for passage in checked.passages
        if passage.kind == "caption" and isinstance(passage.block, Figure)
    }


def _key(caption: Passage) -> tuple[object, ...]:
    return caption.block.key if isinstance(caption.block, Figure) else ()


def _charts(checked: CheckedPage) -> Counter[tuple[str, str]]:
    """Count the charts by section and kind."""
    found = {
        id(block): (passage.section, type(block).__name__.lower())
        for passage in checked.passages
        for block in passage.within
        if isinstance(block, _CHARTS)
    }
    return Counter(found.values())


@against_original
def _badges(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    here, there = _levels(checked), _levels(original)
    for section in _both(checked, original) & (here.keys() | there.keys()):
        ours, theirs = here.get(section, Counter()), there.get(section, Counter())
        if ours != theirs:
            yield Mark(
                _place(checked, section),
                f"the badges of this section say {_said(ours)}, "
                f"but those of {original.file} say {_said(theirs)}",
                "Give each statement the badge that it has there",
            )


def _levels(checked: CheckedPage) -> dict[str, Counter[str]]:
    """Count the levels of evidence by section."""
    found: dict[str, Counter[str]] = {}
    seen: set[int] = set()
    for passage in checked.passages:
        block = passage.block
        if passage.kind != "study" or id(block) in seen:
            continue
        seen.add(id(block))
        levels = found.setdefault(passage.section, Counter())
        if isinstance(block, Evidence):
            levels[block.level.value] += 1
        elif isinstance(block, Ladder):
            levels.update({rung.level.value: len(rung.entries) for rung in block.rungs})
    return found


def _said(levels: Counter[str]) -> str:
    return listed([f"'{level}'" for level in sorted(levels.elements())]) or "nothing"


class _Numbers(msgspec.Struct):
    """The numbers of one section: how often, as written and where; and the pack's own ones.

    `loose` are those in words, as in m²: another language may write them on the line.
    """

    values: Counter[str] = msgspec.field(default_factory=Counter)
    loose: Counter[str] = msgspec.field(default_factory=Counter)
    written: dict[str, tuple[str, Passage | None]] = {}
    facts: set[str] = set()

    def beyond(self, other: _Numbers) -> Counter[str]:
        """Give the numbers that the other section has not, or not as often."""
        return self.values - other.values - (other.loose - self.loose)

    def listed(self, values: Counter[str], place: str) -> str:
        """Say which numbers stand only at a place, as they are written; nothing for none."""
        words = dict.fromkeys(self.written[value][0] for value in sorted(values, key=_by_size))
        stand = "stands" if len(words) == 1 else "stand"
        return f"{listed([*words])} {stand} only {place}" if words else ""


def _by_size(value: str) -> float:
    return float(value)


@against_original
def _numbers(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    here, there = _counted(checked), _counted(original)
    for section in _both(checked, original) & (here.keys() | there.keys()):
        ours, theirs = here.get(section, _Numbers()), there.get(section, _Numbers())
        more, fewer = ours.beyond(theirs), theirs.beyond(ours)
        if more or fewer:
            parts = [ours.listed(more, "here"), theirs.listed(fewer, f"in {original.file}")]
            yield Mark(
                _number_spot(checked, section, ours, more),
                f"the numbers of this section differ: {' and '.join(filter(None, parts))}",
                "Compare the two and correct the wrong one; write it in digits in both, or as a "
                "word in both",
            )
        for name in sorted(theirs.facts - ours.facts):
            yield Mark(
                _place(checked, section),
                f"this section has no {{{{ {name} }}}}, but that of {original.file} has",
                f"Write {{{{ {name} }}}} where it stands there",
            )


def _counted(checked: CheckedPage) -> dict[str, _Numbers]:
    """Count the numbers of each section that has any."""
    found: dict[str, _Numbers] = {}
    for section, text, passage in _texts(checked):
        # Most texts hold no digit at all, nor a fraction or a raised one.
        if not any(map(str.isnumeric, text)):
            continue
        own, held = without_facts(text, checked.facts)
        section_numbers = found.setdefault(section, _Numbers())
        section_numbers.facts.update(held)
        for value, written in numbers(own):
            section_numbers.values[value] += 1
            section_numbers.written.setdefault(value, (written, passage))
        section_numbers.loose.update(loose_numbers(own))
    return found


def _texts(checked: CheckedPage) -> Iterator[tuple[str, str, Passage | None]]:
    """Give all that is said with its section.

    Sources keep their own words, and each language has its own ways to write a glossary word.
    """
    yield "", checked.page.title, None
    charts: set[int] = set()
    for passage in checked.passages:
        if passage.kind in ("source", "term"):
            continue
        yield passage.section, passage.text, passage
        block = passage.block
        if passage.kind == "caption" and isinstance(block, Figure):
            yield passage.section, block.alternative, passage
        if isinstance(block, _CHARTS) and id(block) not in charts:
            charts.add(id(block))
            yield passage.section, _chart_numbers(block), passage


def _chart_numbers(chart: Block) -> str:
    """Give the numbers that a chart is drawn from."""
    match chart:
        case People(groups=groups):
            return " ".join(str(group.count) for group in groups)
        case Compare(aspects=aspects):
            answers = [answer for aspect in aspects for answer in aspect.answers]
            return " ".join(str(group.count) for each in answers for group in each.groups)
        case Timeline(moments=moments):
            return " ; ".join(moment.when for moment in moments)
        case Schedule(plans=plans, gates=gates):
            weeks = [week for plan in plans for week in plan.weeks]
            return " ".join(map(str, (*weeks, *(gate.week for gate in gates))))
        case _:
            return ""


def _number_spot(checked: CheckedPage, section: str, found: _Numbers, more: Counter[str]) -> Spot:
    for value in sorted(more, key=_by_size):
        written, passage = found.written[value]
        if passage:
            # As a number of its own: a 5 stands in 15 too.
            alone = re.search(rf"(?<!\d){re.escape(written)}(?!\d)", passage.text)
            return checked.spot(passage, at=alone.start() if alone else -1)
    return _place(checked, section)


def _both(checked: CheckedPage, original: CheckedPage) -> set[str]:
    """Give the sections that both have: a missing one is said once, by its own rule."""
    return {"", *(headings(checked).keys() & headings(original).keys())}


def _place(checked: CheckedPage, section: str) -> Spot:
    """Give the heading of a section, or the top of the page where it has none such."""
    heading = headings(checked).get(section)
    return checked.spot(heading) if heading else checked.front("title")


RULES: tuple[AnyRule, ...] = (
    PageRule("same-figures", Severity.WARNING, "every language has every figure", _figures),
    PageRule("same-badges", Severity.ERROR, "every language is as sure of it", _badges),
    PageRule("same-numbers", Severity.ERROR, "every language has the same numbers", _numbers),
)
"""What two languages must show alike."""

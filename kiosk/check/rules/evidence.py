"""Rules on what stands behind a statement: badges, source marks, sources and their numbers.

Owns when a badge may go without a source. Which sentences need one: `kiosk.check.wording.claims`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PageRule, Survey
from kiosk.check.material.shortened import as_name, shortened
from kiosk.check.wording.claims import claims_of, has_mark
from kiosk.check.wording.identifiers import identified, notes, says_none
from kiosk.page.blocks import (
    Compare,
    Count,
    Evidence,
    Ladder,
    Level,
    OutsideLink,
    PageLink,
    People,
    Spans,
)
from kiosk.page.terms import flattened

_JUDGED = (Level.VERY_LOW, Level.LOW)
"""The levels that may be a judgement of one's own: nobody has studied it well enough to cite."""


def badges(checked: CheckedPage) -> Iterator[tuple[Level, Passage]]:
    """Give each badge, and each entry of a ladder, with its level."""
    for passage in checked.passages:
        if passage.kind != "study":
            continue
        match passage.block:
            case Evidence(level):
                yield level, passage
            case Ladder(rungs=rungs):
                for rung in rungs:
                    if any(entry is passage.spans for entry in rung.entries):
                        yield rung.level, passage
            case _:
                pass


def is_judgement(level: Level, study: Spans) -> bool:
    """Tell whether a badge leads to the section that says how it was judged."""
    return level in _JUDGED and any(
        isinstance(span, PageLink) and bool(span.section) for span in flattened(study)
    )


def _badge(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for level, study in badges(checked):
        if level is Level.NONE or has_mark(study.spans) or is_judgement(level, study.spans):
            continue
        spot = checked.spot(study)
        if not spot.line:
            spot = checked.find_below(study, f"!!! evidence {level.value}")
        remedy = "Write the mark of the study behind its words, such as [^study]"
        if level in _JUDGED:
            remedy += (
                "; if it is your own judgement, link to the section that says how you judged, "
                "such as [our own judgement](about.md#evidence)"
            )
        else:
            remedy += ", or lower the level: your own judgement is never more than 'low'"
        yield Mark(spot, f"the badge '{level.value}' names no source", remedy)


def _unused(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for note in notes(checked.source.text):
        if not note.used:
            yield Mark(
                checked.at(note.offset),
                f"no statement leads to the source '{shortened(note.name)}', "
                "so patients don't see it",
                f"Write [^{as_name(note.name)}] behind the statement that it stands for, "
                "or take this line out",
            )


def _numbers(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for passage in checked.passages:
        if passage.kind != "source":
            continue
        links = [span for span in flattened(passage.spans) if isinstance(span, OutsideLink)]
        text = " ".join((passage.text, *(link.address for link in links)))
        found = identified(text)
        for kind, number in found.wrong:
            yield Mark(
                checked.spot(passage, number),
                f"'{shortened(number)}' is not a valid {kind}",
                f"Copy the {kind} again from the journal or from PubMed, as {_FORMS[kind]}",
                Severity.ERROR,
            )
        if not found.right and not found.wrong and not says_none(text, checked.language):
            none = _NONE.get(checked.language.split("-", maxsplit=1)[0], _NONE["en"])
            yield Mark(
                checked.spot(passage),
                f"the source '{shortened(passage.text, 40)}' has no DOI and no PubMed number",
                f"Add it, as {_FORMS['DOI']}; if you looked and there is none, end with '{none}'",
            )


_FORMS = {
    "DOI": "doi:10.1000/example",
    "PubMed number": "PubMed 12345678",
    "PMC number": "PMC1234567",
    "ISBN": "ISBN 978-3-16-148410-0",
}
_NONE = {"en": "No DOI found.", "bn": "DOI পাওয়া যায়নি।"}


def _claim(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for claim in claims_of(checked):
        if claim.sourced or _has_badge(claim.passage):
            continue
        problem = f"a number on effect or risk has no source ('{shortened(claim.words, 40)}')"
        remedy = "Write the mark of the study behind the sentence, such as [^study], or leave the "
        remedy += "number out"
        for group in _drawn(claim.passage):
            problem = f"'{group.count}:' at the start of a cell's line is drawn as {group.count} "
            problem += f"people in 100, and no source says so ('{shortened(claim.words, 40)}')"
            remedy = "Write the mark of the study behind the words, such as [^study]; if it is no "
            remedy += "number of people, leave the colon out or write words before it"
        yield Mark(checked.spot(claim.passage, claim.words), problem, remedy)


def _drawn(passage: Passage) -> Iterator[Count]:
    """Give the group of a comparison of which these are the words."""
    if isinstance(passage.block, Compare):
        for answer in (each for aspect in passage.block.aspects for each in aspect.answers):
            yield from (group for group in answer.groups if group.label is passage.spans)


def _has_badge(passage: Passage) -> bool:
    """Tell whether the chart has a badge, which says itself that its source is missing."""
    return any(
        isinstance(block, People)
        and block.evidence is not None
        and block.evidence.level is not Level.NONE
        for block in passage.within
    )


RULES: tuple[AnyRule, ...] = (
    PageRule("badge-source", Severity.ERROR, "a badge names its source", _badge),
    PageRule("unused-source", Severity.WARNING, "a statement leads to every source", _unused),
    PageRule("source-number", Severity.WARNING, "a source has a DOI or PubMed number", _numbers),
    PageRule("claim-source", Severity.WARNING, "a number on effect or risk has a source", _claim),
)
"""What evidence is asked for."""

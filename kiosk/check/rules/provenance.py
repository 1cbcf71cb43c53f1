"""Rules on where a page comes from: who wrote it, who reviewed it, whose clinic it speaks of.

Owns the terms of review. What a page must have to be called
reviewed at all, the parser asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.clinic_details import waiting
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.rule import AnyRule, PackRule, PageRule, Survey
from kiosk.check.material.shortened import shortened
from kiosk.pack.packfile import NAME, line_of_detail
from kiosk.pack.reviewed import pictures, text_digest
from kiosk.page.error import ContentError
from kiosk.page.review import Status

LONGEST_YEARS = 3
"""Years from a review to the next one.

The NHS digital service manual shows dates three years apart ("Know that a page is up to date"),
Ireland's HSE aims to review health content every three years. The PIF TICK asks for regular review.
"""

SOON = timedelta(days=30)
"""How long before a review is due it is said."""

CLINIC_DETAILS = "clinic-details"
"""The name of the rule on what a clinic has to fill in."""

_USED = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PLACEHOLDER = re.compile(
    r"(?:your|the|a|an|my|full|first|last|insert|enter)?\s*"
    r"(?:names?|full name|author(?:'s name)?|reviewer(?:'s name)?|somebody|someone|anonymous"
    r"|unknown|none|nobody|to ?do|t\.?b\.?[acd]\.?|to be (?:added|confirmed|decided)|n/?a|x{2,}"
    r"|name of who wrote it|reviewer's name and role|first last"
    r"|(?:john|jane) doe|lorem ipsum|test|নাম|আপনার নাম|লেখক|লেখকের নাম|পর্যালোচক)"
    r"(?:\s+here)?",
    re.IGNORECASE,
)
_EDGES = " .…-_<>[](){}*?!:'\"“”"
_TITLES = re.compile(
    r"\b(?:dr|prof|mr|mrs|ms|mx|sir|dame|sister|matron|nurse(?= \w))\b\.?", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")


def _is_placeholder(name: str) -> bool:
    bare = name.strip(_EDGES)
    return not bare or _PLACEHOLDER.fullmatch(bare) is not None


def _author(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    review = checked.page.review
    if _is_placeholder(review.author):
        yield Mark(
            checked.front("author"),
            f"'{shortened(review.author)}' is not a name that a patient can ask for",
            "Write who wrote the page: a person, a team or an organisation",
        )


def _reviewer(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    review = checked.page.review
    if review.status is not Status.REVIEWED:
        return
    if _is_placeholder(review.reviewer):
        yield Mark(
            checked.front("reviewer"),
            f"'{shortened(review.reviewer)}' is not a reviewer's name",
            "Write who reviewed the page, or set the status back to draft",
        )
    elif _person(review.reviewer) == _person(review.author):
        yield Mark(
            checked.front("reviewer"),
            f"{shortened(review.reviewer)} has reviewed a page of their own",
            "Have somebody else review it, or set the status back to draft",
        )


def _person(name: str) -> tuple[str, ...]:
    """Give a name without titles, qualifications behind a comma, capitals and order."""
    own = _TITLES.sub(" ", name.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0])
    return tuple(sorted(_LETTERS.findall(own.casefold())))


def _dates(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    review = checked.page.review
    last, due = review.reviewed, review.next_review
    if last and last > survey.today:
        yield Mark(
            checked.front("reviewed"),
            f"the page was reviewed on {last}, a day that is still to come",
            "Correct the date",
        )
    if last and due and due <= last:
        yield Mark(
            checked.front("next_review"),
            f"the next review, {due}, is not after the last one, {last}",
            "Correct the date that is wrong",
        )
    elif last and due and due > (latest := _years_after(last, LONGEST_YEARS)):
        yield Mark(
            checked.front("next_review"),
            f"the next review, {due}, is more than {LONGEST_YEARS} years after the last one",
            f"Review the page by {latest}, and write that date",
            Severity.WARNING,
        )


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _due(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    review = checked.page.review
    if review.status is not Status.REVIEWED or not review.next_review:
        return
    left = review.next_review - survey.today
    if left < timedelta():
        yield Mark(
            checked.front("next_review"),
            f"the review of this page is overdue since {review.next_review}",
            "Have it reviewed and write the new dates, or set the status back to draft",
            Severity.ERROR if survey.release else None,
        )
    elif left <= SOON:
        when = "today" if not left else f"in {left.days} {'day' if left.days == 1 else 'days'}"
        yield Mark(
            checked.front("next_review"),
            f"the review of this page is due {when}",
            "Ask the reviewer to look at it again, then write the new dates",
        )


def _changed(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    review = checked.page.review
    if review.status is not Status.REVIEWED or not review.digest.strip():
        return
    try:
        digest = text_digest(checked.source, pictures(survey.pack, checked.page))
    except ContentError:
        return  # a picture that can't be read is told by itself
    if review.digest.strip().lower() != digest:
        yield Mark(
            checked.front("digest"),
            f"the text or a picture was changed after its review on {review.reviewed}",
            f"Have it reviewed again, then run: kiosk reviewed FOLDER/{checked.file} "
            "--reviewer NAME --next DAY; until then write 'status: draft'",
        )


def _draft(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    review = checked.page.review
    if review.status is not Status.DRAFT:
        return
    if survey.release:
        yield Mark(
            checked.front("status"),
            "the page is a draft that nobody has reviewed",
            "Have it reviewed, then write 'status: reviewed' with reviewer, reviewed and "
            "next_review",
        )
    elif review.reviewer.strip() and review.reviewed:
        yield Mark(
            checked.front("status"),
            "the page names a reviewer and a date, but its status is still draft",
            "Write 'status: reviewed' if the review is done, or take reviewer and reviewed out",
            Severity.WARNING,
        )


def _clinic(survey: Survey) -> Iterator[Mark]:
    for each in waiting(survey.pack) if survey.release else ():
        yield Mark(Spot(each.line, 1), each.problem, each.remedy, file=NAME)


def _unused(survey: Survey) -> Iterator[Mark]:
    pack, checked_pages = survey.pack, survey.checked_pages
    pages = {(name, language) for language in pack.languages for name in pack.names(language)}
    if pages - checked_pages.keys():
        return  # nobody knows what a page shows that can't be read
    texts = (checked.source.text for checked in checked_pages.values())
    used = {found[1] for text in texts for found in _USED.finditer(text)}
    for name in pack.details:
        if name not in used:
            yield Mark(
                Spot(line_of_detail(pack.source, name), 1),
                f"no page shows the detail '{name}'",
                f"Write {{{{ {name} }}}} into a page, or take the detail out",
                file=NAME,
            )


def _untranslated(survey: Survey) -> Iterator[Mark]:
    pack = survey.pack
    for name, words in pack.details.items():
        for language in pack.languages if isinstance(words, dict) else ():
            if language not in words:
                yield Mark(
                    Spot(line_of_detail(pack.source, name), 1),
                    f"the detail '{name}' has no words in '{language}', where patients read those "
                    f"in '{pack.default_language}'",
                    f'Add {language} = "…" between its braces',
                    file=NAME,
                )


RULES: tuple[AnyRule, ...] = (
    PageRule("named-author", Severity.ERROR, "a page says who wrote it", _author),
    PageRule(
        "independent-reviewer", Severity.ERROR, "somebody else than the author reviews", _reviewer
    ),
    PageRule("review-dates", Severity.ERROR, "the dates of a review can be true", _dates),
    PageRule("review-due", Severity.WARNING, "a page is reviewed again in time", _due),
    PageRule(
        "changed-after-review", Severity.ERROR, "a reviewed text is the one reviewed", _changed
    ),
    PageRule("no-drafts", Severity.ERROR, "a release holds no drafts", _draft),
    PackRule(CLINIC_DETAILS, Severity.ERROR, "a release names the clinic and its details", _clinic),
    PackRule("unused-detail", Severity.WARNING, "a page shows each detail", _unused),
    PackRule("detail-words", Severity.WARNING, "each detail speaks every language", _untranslated),
)
"""What a page's origin is asked for."""

"""What stands behind a name in front matter: what is wrong with it, and the value to write.

Owns the kinds of value that the names of front matter have. Knows one value, never its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import yaml

from kiosk.slips import quotation, written_dates
from kiosk.slips.near_names import nearest

PAGE_NAMES = ("title", "tab", "lead", "layout", "review", "translates")
"""The names at the margin."""

REVIEW_NAMES = ("status", "author", "reviewer", "reviewed", "next_review", "digest")
"""The names below `review`."""

WORDS = ("title", "tab", "lead", "translates", "author", "reviewer")
"""The names that hold words; the other ones hold a date or one of a few words."""

EXAMPLES = {
    "title": "The title of the page",
    "tab": "A short title",
    "lead": "A sentence or two",
    "author": "Name of the author",
    "reviewer": "Name of the reviewer",
    "status": "draft",
    "layout": "page",
    "reviewed": written_dates.EXAMPLE,
    "next_review": written_dates.EXAMPLE,
    "review": "{status: draft, author: Name of the author}",
}
FILL_IN = "then put your own words in"
DATE = written_dates.YOURS

OTHER_NAMES = {
    "label": "tab", "headline": "title", "heading": "title", "name": "title", "summary": "lead",
    "description": "lead", "intro": "lead", "introduction": "lead", "subtitle": "lead",
    "state": "status", "writer": "author", "written_by": "author", "by": "author",
    "reviewed_by": "reviewer", "checked_by": "reviewer", "checked": "reviewed",
    "reviewed_on": "reviewed", "review_date": "reviewed", "next": "next_review",
    "review_due": "next_review", "next_review_date": "next_review", "due": "next_review",
    "translation_of": "translates", "type": "layout", "template": "layout",
}  # fmt: skip
"""What authors write for a name, as `near_names.plain` gives it."""

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": ("draft", "reviewed"),
    "layout": ("doors", "page", "faq"),
}
_OTHER_CHOICES = {"q&a": "faq", "questions": "faq", "standard": "page", "normal": "page"}
_RIGHT = re.compile(
    r"""(?:"(?:[^"\\]|\\[0abtnvfre"/\\N_LP ]|\\x[\da-fA-F]{2}|\\u[\da-fA-F]{4})*"
        |'(?:[^']|'')*')\s*(?:\s\#.*)?""",
    re.VERBOSE,
)
_REMARK = re.compile(r"\s+#.*$")
_SIGNS = "@%*&!|>`{}[],?-=~<#:"
_PAIR = re.compile(r"(?:^|[{\[(,;])\s*[\"'“”]?(?P<name>[^\W\d][\w -]*?)[\"'“”]?\s*[:=]\s*")
_NOT_ALONE = "something stands beside the date"
_SIMPLE = re.compile(r"[^\W_][\w .'()/-]*")


class Mended(NamedTuple):
    """What is wrong with a value, and the value to write; `hint` says what to look at then."""

    problem: str
    value: str
    hint: str = ""


def mend(name: str, value: str) -> Mended | None:
    """Give the value to write for `name`, None if this one is right."""
    if name == "review":
        return _inline_review(value) if value else None
    if not value or (name not in WORDS and not _REMARK.sub("", f" {value}").strip()):
        return _empty(name)
    if name in WORDS:
        return _words(name, value)
    bare = _REMARK.sub("", value)
    if name in _CHOICES:
        return _choice(name, bare)
    return _date(bare)


def reads_as_itself(value: str) -> bool:
    """Tell whether words without quotation marks reach the page as they are written."""
    try:
        return bool(yaml.safe_load(f"x: {value}") == {"x": value})
    # Out-of-range dates and deep nesting leave PyYAML as they come.
    except Exception:
        return False


def _empty(name: str) -> Mended | None:
    hint = FILL_IN if name in WORDS else DATE if name in ("reviewed", "next_review") else ""
    fixed = EXAMPLES.get(name)
    return Mended(f"'{name}' is empty", fixed, hint) if fixed else None


def _words(name: str, value: str) -> Mended | None:
    if _RIGHT.fullmatch(value):
        return None if quotation.meant(value) else _empty(name)
    marks = quotation.flaw(value)
    if not marks and reads_as_itself(value):
        return None
    words = quotation.meant(value)
    if not words:
        return _empty(name)
    if name in ("author", "reviewer") and value[0] in "[{":
        words = ", ".join(part.strip(" \"'“”") for part in value.strip("[]{} ").split(","))
    remark = None if marks else re.search(r"\s#\s", value)
    if remark and (before := quotation.meant(value[: remark.start()])):
        said = quotation.quoted(before)
        hint = "put the second quotation mark at the end if all of it belongs to the words"
        return Mended(_why(value), f"{said} # {value[remark.end() :].strip()}", hint)
    return Mended(marks or _why(value), quotation.quoted(words))


def _why(value: str) -> str:
    if re.search(r"(?:^|\s)#", value):
        return "the words behind a # are left out unless there are quotation marks around them all"
    if re.search(r":(?:\s|$)", value):
        return "words that hold a colon need quotation marks around them"
    if value[0] in _SIGNS:
        return f"words that begin with {value[0]} need quotation marks around them"
    if value[0] in "\"'":
        return "a backslash between quotation marks is not read as one"
    try:
        taken = yaml.safe_load(value)
    except Exception:
        taken = date.min
    kind = {bool: "yes or no", type(None): "nothing", date: "a date"}.get(type(taken), "a number")
    return f"without quotation marks '{value}' is taken for {kind}"


def _choice(name: str, value: str) -> Mended | None:
    choices = _CHOICES[name]
    said = quotation.meant(value).strip(".,;!*_` ")
    if value in choices or (said in choices and _RIGHT.fullmatch(value)):
        return None
    near = nearest(said, choices, _OTHER_CHOICES)
    hint = ""
    if not near:
        near = choices[0]
        hint = "leave it so until somebody has reviewed the page" if name == "status" else ""
    return Mended(f"'{name}' can be {' or '.join(choices)}, not '{value[:40]}'", near, hint)


def _date(value: str) -> Mended | None:
    said = quotation.meant(value)
    try:
        date.fromisoformat(said)
    except ValueError:
        pass
    else:
        straight = _RIGHT.fullmatch(value) or said == value
        # Python reads 20261122 and 2026-W47-7 too.
        if re.fullmatch(r"\d{4}-\d\d-\d\d", said, re.ASCII):
            return None if straight else Mended(quotation.flaw(value) or _NOT_ALONE, said)
    return Mended(*written_dates.read(said))


def _inline_review(value: str) -> Mended | None:
    """Read `{status: draft, author: A}`, with whatever marks there are around and between."""
    pairs = list(_PAIR.finditer(value))
    made: dict[str, str] = {}
    problem = hint = ""
    for at, pair in enumerate(pairs):
        until = pairs[at + 1].start() if at + 1 < len(pairs) else len(value)
        said = value[pair.end() : until].strip(" ,;\t")
        if until == len(value):
            said = said.removesuffix("}").removesuffix("]").removesuffix(")").strip(" ,;")
        name = nearest(pair["name"], REVIEW_NAMES, OTHER_NAMES)
        if not name or name in made:
            return None
        mended = mend(name, said)
        if mended and not problem:
            problem, hint = mended.problem, mended.hint
        made[name] = mended.value if mended else said
        if name in WORDS and not (_SIMPLE.fullmatch(made[name]) or made[name][0] in "\"'"):
            made[name] = quotation.quoted(made[name])
    if not made:
        return None
    new = "{" + ", ".join(f"{name}: {said}" for name, said in made.items()) + "}"
    if new == value:
        return None
    return Mended(problem or "what stands behind 'review' is not written as it must be", new, hint)

"""The front matter: the lines between two `---` at the top of a page.

Owns its fields and their rules; knows nothing of the Markdown below it. What authors write wrong
most often, and the line to write instead, `kiosk.slips` knows.
"""

from __future__ import annotations

import msgspec

from kiosk.markdown.front_loader import Loaded, Unreadable, load
from kiosk.page.blocks import Layout
from kiosk.page.error import ContentError
from kiosk.page.review import Review, Status
from kiosk.page.schema import complaint
from kiosk.page.source import SourceText
from kiosk.slips import front_slips
from kiosk.slips.front_slips import MARK
from kiosk.slips.front_values import PAGE_NAMES, REVIEW_NAMES, WORDS
from kiosk.slips.slip import Refusal, Stage, first_that_helps

MOST_CHARACTERS = 20_000
"""The longest front matter; a few lines are usual."""

MOST_OPENED = 100
"""Brackets that open in it: YAML takes the square of their depth as time."""

_REMEDY = "Write each line as 'name: words', the words between straight quotation marks"


class Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of the front matter, as docs/markdown.md tells them."""

    title: str
    review: Review
    tab: str = ""
    lead: str = ""
    layout: Layout = Layout.PAGE
    translates: str = ""


class _Refused(Exception):
    def __init__(
        self, stage: Stage, error: ContentError, *, missing: bool = False, told: bool = False
    ) -> None:
        super().__init__()
        self.refusal = Refusal(stage, error, missing, told)


def split(source: SourceText) -> tuple[Front, str]:
    """Give the front matter and the body; the body keeps its line numbers by empty lines on top.

    Raises ContentError.
    """
    lines = source.text.split("\n")
    try:
        front, end = _read(source, lines)
    except _Refused as refused:
        raise _told(source, lines, refused.refusal) from None
    return front, "\n" * (end + 1) + "\n".join(lines[end + 1 :])


def _told(source: SourceText, lines: list[str], refusal: Refusal) -> ContentError:
    """Give the error of a slip, where one is found that explains the refusal."""

    def again(mended: list[str]) -> Refusal | None:
        try:
            _read(source, mended)
        except _Refused as refused:
            return refused.refusal
        return None

    end = _end(lines)
    front = "\n".join(lines[:end])
    if not source.text.strip() or _too_much(front):
        return refusal.error
    slips = front_slips.slips(lines, end, refusal)
    slip = first_that_helps(lines, refusal, slips, again, len(front))
    if slip is None:
        return refusal.error
    return source.error(slip.problem, slip.remedy(lines), line=slip.line)


def _too_much(front: str) -> str:
    """Say why a front matter takes too long to read; "" if it doesn't."""
    if front.count("[") + front.count("{") > MOST_OPENED:
        return f"the front matter has more than {MOST_OPENED} brackets"
    return "the front matter is too long" if len(front) > MOST_CHARACTERS else ""


def _end(lines: list[str]) -> int:
    """Give the index of the line that closes the front matter, 0 if there is none."""
    ends = (at for at, line in enumerate(lines) if at and line.rstrip() in (MARK, "..."))
    return next(ends, 0)


def _read(source: SourceText, lines: list[str]) -> tuple[Front, int]:
    """Give the front matter and the index of the line that closes it. Raises _Refused."""
    if not any(line.strip() for line in lines):
        error = source.error("the page is empty", "Write its front matter and its text")
        raise _Refused(Stage.MARKS, error)
    if lines[0].rstrip() != MARK:
        error = source.error(
            "the page has no front matter",
            "Start the file with a line of three dashes, then title and review",
            line=1,
        )
        raise _Refused(Stage.MARKS, error)
    end = _end(lines)
    if not end:
        error = source.error(
            "the front matter has no end", "Close it with a line of three dashes", line=1
        )
        raise _Refused(Stage.MARKS, error)
    return _front(source, lines[1:end]), end


def _front(source: SourceText, lines: list[str]) -> Front:
    loaded = _load(source, lines)
    front = _typed(source, loaded)
    # An escape such as "\ud800" can bring back what Source has taken out of the text.
    words = {
        name: SourceText.of(getattr(front, name), "").text for name in ("title", "tab", "lead")
    }
    front = msgspec.structs.replace(front, **words)
    if not (front.title.strip() and front.review.author.strip()):
        path = ("review", "author") if front.title.strip() else ("title",)
        problem = f"'{path[-1]}' is empty in the front matter"
        error = source.error(problem, "Fill it in", line=_line(loaded, path))
        raise _Refused(Stage.CHECKED, error)
    for names, line in loaded.lines.items():
        if names[-1] in WORDS and line in loaded.cut:
            remedy = "Put all the words between straight quotation marks"
            error = source.error(loaded.cut[line], remedy, line=line + 1)
            raise _Refused(Stage.CHECKED, error)
    _check_review(source, front.review, loaded)
    return front


def _load(source: SourceText, lines: list[str]) -> Loaded:
    text = "\n".join(lines)
    if too_much := _too_much(text):
        error = source.error(too_much, "Keep title, tab, lead, layout and review", line=1)
        raise _Refused(Stage.MARKS, error)
    try:
        return load(text)
    except Unreadable as unreadable:
        problem = unreadable.problem or "the front matter can't be read from here on"
        remedy = unreadable.remedy or _REMEDY
        # Above the first of these lines stand three dashes.
        line = unreadable.line + 1 if unreadable.line > 1 or unreadable.problem else 1
        told = bool(unreadable.remedy)
    raise _Refused(Stage.WRITTEN, source.error(problem, remedy, line=line), told=told)


def _typed(source: SourceText, loaded: Loaded) -> Front:
    if not isinstance(loaded.data, dict):
        error = source.error(
            "the front matter holds no names",
            "Write each line as 'name: words', the title first",
            line=2,
        )
        raise _Refused(Stage.TYPED, error)
    try:
        return msgspec.convert(loaded.data, Front)
    except msgspec.ValidationError as error:
        found = complaint(error)
    path = found.keys
    remedy = found.remedy
    if found.unknown:
        names = REVIEW_NAMES if len(path) > 1 else PAGE_NAMES
        remedy = f"Take it out; the names here are {', '.join(names[:-1])} and {names[-1]}"
    told = source.error(found.problem + " in the front matter", remedy, line=_line(loaded, path))
    raise _Refused(Stage.TYPED, told, missing=found.missing)


def _check_review(source: SourceText, review: Review, loaded: Loaded) -> None:
    if review.status is not Status.REVIEWED:
        return
    missing = [
        name
        for name, value in (
            ("reviewer", review.reviewer.strip()),
            ("reviewed", review.reviewed),
            ("next_review", review.next_review),
        )
        if not value
    ]
    if missing:
        error = source.error(
            f"the page says it is reviewed but has no {' and no '.join(missing)}",
            "Fill it in, or set the status back to draft",
            line=_line(loaded, ("review", "status")),
        )
        raise _Refused(Stage.CHECKED, error, missing=True)


def _line(loaded: Loaded, path: tuple[str, ...]) -> int:
    """Give the file's line of the last name on the way to a field that is there, 1 if none is."""
    for end in range(len(path), 0, -1):
        if path[:end] in loaded.lines:
            return loaded.lines[path[:end]] + 1
    return 1

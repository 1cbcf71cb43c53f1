"""The front matter: the lines between two `---` at the top of a page.

Owns its fields and their rules; knows nothing of the Markdown below it. What authors write wrong
most often, and the line to write instead, `kiosk.slips` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from kiosk.slips.slip import Refusal, Stage, read_on

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
    layout: Layout | msgspec.UnsetType = msgspec.UNSET
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
    front, body, faults = read(source)
    if faults:
        raise ContentError.together(faults)
    return front, body


def read(source: SourceText) -> tuple[Front, str, list[ContentError]]:
    """Give the front matter, the body and every fault of the front matter.

    With faults, it is the front matter as it will be when they are mended, an empty one where
    nobody can tell; and the body is what stands below its end, nothing where it has none.
    """
    lines = source.text.split("\n")
    try:
        front, end = _read(source, lines)
    except _Refused as refused:
        return _mended(source, lines, refused.refusal)
    return front, _body(lines, end + 1), []


def key_line(source: SourceText, key: str) -> int:
    """Give the line of the file in which a key of the front matter stands, 1 if it is in none."""
    found = re.search(rf"^[ ]*[\"']?{key}[\"']?[ ]*:", source.text, re.MULTILINE)
    return source.text.count("\n", 0, found.start()) + 1 if found else 1


def _body(lines: list[str], above: int) -> str:
    return "\n" * above + "\n".join(lines[above:])


def _mended(
    source: SourceText, lines: list[str], refusal: Refusal
) -> tuple[Front, str, list[ContentError]]:
    front = Front(title="", review=Review(status=Status.DRAFT, author=""))

    def refused(lines: list[str]) -> Refusal | None:
        try:
            _read(source, lines)
        except _Refused as refused:
            return refused.refusal
        return None

    text = "\n".join(lines[: _end(lines)])
    if not source.text.strip() or _too_much(text):
        return front, "", [refusal.error]
    faults, mended, numbers = read_on(
        source, refused, lambda those, why: front_slips.slips(those, _end(those), why), len(text)
    )
    end = _end(mended)
    body = _body(lines, abs(numbers[end])) if end else ""
    return front if refused(mended) else _read(source, mended)[0], body, faults


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
        raise _Refused(Stage.MARKS, error, missing=True)
    return _front(source, lines[1:end]), end


def _front(source: SourceText, lines: list[str]) -> Front:
    loaded = _load(source, lines)
    front = _typed(source, loaded)
    # An escape such as "\ud800" can bring back what Source has taken out of the text.
    words = {
        name: SourceText.of(getattr(front, name), "").text for name in ("title", "tab", "lead")
    }
    front = msgspec.structs.replace(front, **words)
    faults = list(_faults(source, front, loaded))
    if faults:
        error = ContentError.together(faults)
        raise _Refused(Stage.CHECKED, error, missing=any(_missing(front.review)))
    return front


def _faults(source: SourceText, front: Front, loaded: Loaded) -> Iterator[ContentError]:
    """Give what is wrong with values that can be read."""
    for path, words in ((("title",), front.title), (("review", "author"), front.review.author)):
        if not words.strip():
            problem = f"'{path[-1]}' is empty in the front matter"
            yield source.error(problem, "Fill it in", line=_line(loaded, path))
    for names, line in loaded.lines.items():
        if names[-1] in WORDS and line in loaded.cut:
            remedy = "Put all the words between straight quotation marks"
            yield source.error(loaded.cut[line], remedy, line=line + 1)
    for name in _missing(front.review):
        yield source.error(
            f"the page says that it is reviewed, but '{name}' is missing",
            "Fill it in, or set the status back to draft",
            line=_line(loaded, ("review", "status")),
        )


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


def _missing(review: Review) -> list[str]:
    """Give the names that a reviewed page lacks."""
    if review.status is not Status.REVIEWED:
        return []
    needed = (
        ("reviewer", review.reviewer.strip()),
        ("reviewed", review.reviewed),
        ("next_review", review.next_review),
    )
    return [name for name, value in needed if not value]


def _line(loaded: Loaded, path: tuple[str, ...]) -> int:
    """Give the file's line of the last name on the way to a field that is there, 1 if none is."""
    for end in range(len(path), 0, -1):
        if path[:end] in loaded.lines:
            return loaded.lines[path[:end]] + 1
    return 1

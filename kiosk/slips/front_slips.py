"""What authors write wrong in the lines of front matter, each with the line to write instead.

Owns the walk over the lines and how a line must look. It guesses: whoever asks must try each slip.
Knows nothing of the page below the front matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from kiosk.slips import quotation
from kiosk.slips.front_values import (
    EXAMPLES,
    FILL_IN,
    OTHER_NAMES,
    PAGE_NAMES,
    REVIEW_NAMES,
    WORDS,
    mend,
)
from kiosk.slips.near_names import misnamed, nearest
from kiosk.slips.slip import Refusal, Slip, Stage, replaced, spaces

MARK = "---"
"""The line above the front matter and the line below it."""

_MOST_LINES = 300
"""Lines that are looked at; front matter has a dozen."""

_LONGEST = 3_000
"""Characters of the longest line that is looked at."""

_NOT_NEEDED = ("tab", "lead", "layout", "translates")
"""The names without which a page can be read."""

_SPACE = rf"[\s{quotation.INVISIBLE}]"
_LINE = re.compile(
    rf"""(?P<indent>{_SPACE}*)(?P<bullet>[-*•+.]{_SPACE}+)?
        (?P<mark>["'“”‘’`*]*)(?P<name>[^\W\d][\w{quotation.INVISIBLE} -]{{0,30}}?)["'“”‘’`*]*
        (?P<before>{_SPACE}*)(?P<sign>:=|=>|->|==|=|:|：|;)(?P<after>{_SPACE}*)(?P<value>.*)""",
    re.VERBOSE,
)
_NO_SIGN = re.compile(
    r"(?P<indent>\s*)(?P<name>\w+)[.,]?(?:\s+(?:[-–—|>~]+\s+)?(?P<value>\S.*)|\s*)"
)
_DASHES = re.compile(r"[-‐‑‒–—―−_=*~+`.\s]+(?:ya?ml)?\s*")
_SECOND = re.compile(r"[\s,;|/]+(?P<name>[a-z]+):\s+")
_NO_END = "the front matter has no end: a line of three dashes is missing"
_REMARK = re.compile(r"\s*(?://|;|%|<!--)")


class _Written(msgspec.Struct, frozen=True, kw_only=True):
    """One line with a name: `name` is what it should be called, `said` how it is written."""

    at: int
    indent: str
    bullet: bool
    said: str
    name: str
    sign: str
    around: str
    value: str


def slips(lines: Sequence[str], end: int, refusal: Refusal) -> Iterator[Slip]:
    """Give what may be wrong, from the top down. `end`: index of the closing line, 0 without."""
    can_be_read = refusal.stage > Stage.WRITTEN
    yield from _opening(lines)
    last = min(end or len(lines), _MOST_LINES)
    names = _names(lines, last)
    yield from _second_mark(lines, end)
    before: _Written | None = None
    for at in range(1, last):
        line = lines[at]
        if len(line) > _LONGEST or not quotation.tidy(line):
            if before and not any(later > at for later in names):
                yield _insert(at, MARK, _NO_END)
            continue
        if at in names:
            before = names[at]
            yield from _line(before, names, lines, can_be_read)
        elif _DASHES.fullmatch(line) and quotation.tidy(line):
            problem = "the line that ends the front matter is not three dashes"
            yield Slip(first=at + 1, last=at + 1, lines=(MARK,), problem=problem)
        elif not can_be_read or not before:
            yield from _other(at, lines, before)
            if before and not any(later > at for later in names):
                yield _insert(at, MARK, _NO_END)
    if not end and names:
        yield _insert(max(names) + 1, MARK, _NO_END)
    if refusal.missing:
        yield from _missing(names, refusal)


def _opening(lines: Sequence[str]) -> Iterator[Slip]:
    if lines[0].rstrip() == MARK:
        return
    problem = "the front matter begins with a line of three dashes"
    if _DASHES.fullmatch(lines[0]) and quotation.tidy(lines[0]):
        yield Slip(first=1, last=1, lines=(MARK,), problem=problem)
    if quotation.tidy(lines[0]).startswith("--"):
        hint = "and what stands behind the dashes on a line of its own"
        yield Slip(first=1, last=1, lines=(MARK,), problem=problem, hint=hint)
    early = range(1, min(6, len(lines)))
    mark = next((at for at in early if lines[at].rstrip() == MARK), 0)
    if mark and not any(_LINE.match(line) and _read(0, line, ()) for line in lines[:mark]):
        blank = not "".join(lines[:mark]).strip()
        what = "nothing may stand above it, no empty line either" if blank else problem
        hint = "" if blank else "or move it below the front matter"
        yield Slip(first=1, last=mark, lines=(), problem=what, hint=hint)
    if _names(lines, min(len(lines), 20), first=0):
        yield Slip(first=1, last=0, lines=(MARK,), problem="the three dashes above are missing")


def _second_mark(lines: Sequence[str], end: int) -> Iterator[Slip]:
    """Find a closing line with front matter below it."""
    after = next((at for at in range(end + 1, len(lines)) if lines[at].strip()), 0)
    if end and after and _read(after, lines[after], ()):
        again = "is there twice" if not "".join(lines[1:end]).strip() else "stands too early"
        yield Slip(
            first=end + 1, last=end + 1, lines=(), problem=f"the line of three dashes {again}"
        )


def _names(lines: Sequence[str], last: int, first: int = 1) -> dict[int, _Written]:
    said = {quotation.tidy(line.split(":")[0]) for line in lines[1:last]}
    found = {}
    for at in range(first, last):
        read = _read(at, lines[at], said) if len(lines[at]) <= _LONGEST else None
        if read:
            found[at] = read
    return found


def _read(at: int, line: str, taken: Sequence[str] | set[str]) -> _Written | None:
    """Read a line with a name; `taken` are names that are there already as they should be."""
    match = _LINE.match(line)
    sign = match["sign"] if match else ""
    match = match or _NO_SIGN.match(line)
    if not match:
        return None
    said = match["name"]
    name = said if said in PAGE_NAMES + REVIEW_NAMES else ""
    if not name and not sign:
        return None
    value = (match["value"] or "").rstrip()
    if sign and "*" in match["mark"]:
        value = value.strip("* ")
    pools: list[tuple[str, ...]] = [PAGE_NAMES, REVIEW_NAMES]
    if match["indent"]:
        pools.reverse()
    if not value and nearest(said, ["review"]):
        pools.insert(0, ("review",))
    for pool in pools:
        free = [each for each in pool if each not in taken]
        name = name or nearest(said, free, OTHER_NAMES)
    if not name:
        return None
    return _Written(
        at=at,
        indent=match["indent"],
        bullet=bool(sign and match["bullet"]),
        said=match["mark"] + said if sign else said,
        name=name,
        sign=sign,
        around=match["before"] + match["after"] if sign else " ",
        value=quotation.tidy(value) if value[:1] != " " else value,
    )


def _line(
    line: _Written, names: dict[int, _Written], lines: Sequence[str], can_be_read: bool
) -> Iterator[Slip]:
    """Give the line as it must be, where it is not so."""
    indent = _indent(line, names)
    if line.name in WORDS and not line.value:
        yield from _joined(line, names, lines, indent)
    if line.name in _NOT_NEEDED and not line.value:
        hint = "or write something behind the colon"
        problem = f"'{line.name}' is empty"
        yield Slip(first=line.at + 1, last=line.at + 1, lines=(), problem=problem, hint=hint)
        return
    yield from _two(line, names, indent)
    problem = _form(line, indent)
    value, hint = line.value, ""
    mended = mend(line.name, line.value) or _review(line, names)
    if mended:
        problem, value, hint = problem or mended[0], mended[1], mended[2]
    if problem:
        new = f"{indent}{line.name}: {value}".rstrip()
        yield replaced(line.at, new, problem, hint)
    below = lines[line.at + 1].rstrip() if line.at + 1 < len(lines) else ""
    if line.name in WORDS and line.value[:1] not in "|>":
        # What can be read and ends as a sentence does is no name with its value.
        if can_be_read and not below.endswith((".", "!", "?", "।")):
            return
        yield from _joined(line, names, lines, indent)


def _two(line: _Written, names: dict[int, _Written], indent: str) -> Iterator[Slip]:
    """Look for another name in the line, one that no other line has."""
    there = {each.name for each in names.values()}
    made: list[str] = []
    rest = f" {line.name}: {line.value}"
    for found in reversed(list(_SECOND.finditer(rest))):
        name, value = found["name"], rest[found.end() :].strip()
        if name in PAGE_NAMES and (name not in there or not found.start()):
            mended = mend(name, value)
            made.insert(0, f"{indent}{name}: {mended.value if mended else value}")
            rest = rest[: found.start()]
    if len(made) > 1 and line.name in PAGE_NAMES:
        problem = f"'{line.name}' and another name stand in one line"
        yield Slip(first=line.at + 1, last=line.at + 1, lines=tuple(made), problem=problem)


def _form(line: _Written, indent: str) -> str:
    """Say what is wrong with a line up to its value."""
    if "\t" in line.indent:
        return f"a tab stands before '{line.said}', where only spaces are read"
    if re.search(f"[{quotation.INVISIBLE}]", line.indent + line.said + line.around):
        return f"a special space that looks like any other stands beside '{line.name}'"
    if line.bullet:
        return f"'{line.name}' begins with a mark that makes a list of it"
    if wrong := misnamed(line.said, line.name):
        return wrong
    if not line.sign:
        return f"the colon behind '{line.name}' is missing"
    if line.sign != ":":
        return f"'{line.name}' is followed by {line.sign} and not by a colon and a space"
    if line.around.strip(" "):
        return f"a tab stands beside the colon of '{line.name}'"
    if not line.around and line.value:
        return f"the space behind the colon of '{line.name}' is missing"
    if line.indent != indent:
        verb = "belong" if len(indent) > 1 else "belongs"
        return f"{spaces(len(indent))} {verb} before '{line.name}'"
    return ""


def _indent(line: _Written, names: dict[int, _Written]) -> str:
    """Give the spaces that belong before a line: below `review` those of most lines there."""
    return "" if line.name in PAGE_NAMES else _below(names)


def _below(names: dict[int, _Written]) -> str:
    """Give the spaces before the lines below `review`."""
    used = Counter(each.indent for each in names.values() if each.name in REVIEW_NAMES)
    usable = [indent for indent, _ in used.most_common() if re.fullmatch(" {1,8}", indent)]
    return usable[0] if usable else "  "


def _review(line: _Written, names: dict[int, _Written]) -> tuple[str, str, str] | None:
    """Look at a `review` that has words behind it, or nothing below it."""
    if line.name != "review" or ":" in line.value:
        return None
    below = any(each.name in REVIEW_NAMES for each in names.values())
    if below:
        said = line.value and not line.value.startswith("#")
        return ("nothing can stand behind 'review'", "", "") if said else None
    state = nearest(line.value, ("draft", "reviewed"))
    problem = f"'review' says only '{line.value}'" if state else "'review' has nothing below it"
    return problem, EXAMPLES["review"], FILL_IN


def _joined(
    line: _Written, names: dict[int, _Written], lines: Sequence[str], indent: str
) -> Iterator[Slip]:
    """Give words that go on in the next lines as one line."""
    last = line.at
    while last + 1 < len(lines) and last + 1 not in names and lines[last + 1].strip():
        if _DASHES.fullmatch(lines[last + 1]):
            break
        last += 1
    if last == line.at:
        return
    more = [each.strip() for each in lines[line.at + 1 : last + 1]]
    if _REMARK.match(more[0]):
        return
    if all(each.startswith("- ") for each in more) and not line.value:
        words = ", ".join(each[2:].strip() for each in more)
    else:
        words = " ".join([line.value, *more])
    new = f"{indent}{line.name}: {quotation.quoted(quotation.meant(words))}"
    problem = f"the words of '{line.name}' go on in the next line"
    if len(new) <= _LONGEST:
        yield Slip(first=line.at + 1, last=last + 1, lines=(new,), problem=problem)


def _other(at: int, lines: Sequence[str], before: _Written | None) -> Iterator[Slip]:
    """Look at a line without a name."""
    line = lines[at]
    if line.lstrip().startswith("#"):
        return
    if _REMARK.match(line):
        words = line.strip().removeprefix("<!--").removesuffix("-->").strip("/;% ")
        yield replaced(at, f"# {words}", "a remark begins with #")
    elif not before or line.lstrip()[:1] in "-*•" or ":" in line:
        problem = f"the line '{line.strip()[:30]}' can't be read here"
        yield Slip(first=at + 1, last=at + 1, lines=(), problem=problem)


def _missing(names: dict[int, _Written], refusal: Refusal) -> Iterator[Slip]:
    """Give the lines that a page needs and this one has not."""
    said = {line.name: line for line in names.values()}
    for name in ("title", "review"):
        if name not in said:
            yield _insert(1, f"{name}: {EXAMPLES[name]}", refusal.error.problem, FILL_IN)
    review = said.get("review")
    if review is None or review.value.startswith("{"):
        return
    for name in REVIEW_NAMES if refusal.stage is Stage.CHECKED else ("status", "author"):
        if name not in said and f"'{name}'" in refusal.error.problem:
            # A review says all or nothing: nobody shall make up a reviewer or a date.
            hint = "or set the status back to draft" if refusal.stage is Stage.CHECKED else ""
            hint = f"{FILL_IN}, {hint}" if hint else FILL_IN if name == "author" else ""
            where = said["status"] if "status" in said and hint != FILL_IN else review
            new = f"{_below(names)}{name}: {EXAMPLES[name]}"
            yield _insert(where.at + 1, new, refusal.error.problem, hint)


def _insert(at: int, new: str, problem: str, hint: str = "") -> Slip:
    """Put `new` above the line with index `at`."""
    return Slip(first=at + 1, last=at, lines=(new,), problem=problem, hint=hint)

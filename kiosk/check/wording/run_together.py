"""Lines that their author saw apart and patients see otherwise: run together, or as a list.

Owns how a list, a table or a quotation looks that is none, and one that was not meant. Works on
lines of words; knows no page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kiosk.check.material.shortened import shortened


class Misread(msgspec.Struct, frozen=True):
    """What is read otherwise than it looks: its line (from 0), what patients see, what to write."""

    line: int
    problem: str
    remedy: str


MOST_LINES = 200
"""Lines above an item in which its list is looked for."""

FAR = 4
"""Columns beyond the words of the item above from which on a mark makes no item."""

_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NUMBERED = r"\d{1,3}[.)]"
_STRANGE_SPACE = re.compile(
    rf"[ \t>]*(?:(?P<sign>\#{{1,6}}|[-+*>])|(?P<number>{_NUMBERED}))[{_SPACE}]"
)
_BLOCK = re.compile(r"\s*(?:#{1,6}\s|>|!!!|\||```|~~~|:\s|(?:[-+*]|\d{1,9}[.)])\s|\[[^\]]+\]:)")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-+*]|[0-9]{1,9}[.)])\s")
# What looks like an item within a paragraph: only one with the number 1 begins a list there.
_LATER = re.compile(r"[ \t]*(?:[02-9]|[1-9][0-9]{1,2})[.)][ \t]+\S")
_MEASURE = re.compile(r"\s*(?:>[ \t]*=?|[-+*][ \t]+)[ \t]*[-+\u2212]?[£$€]?\d|\s*1[.)][ \t]+\S")
_GREATER = re.compile(
    r"\s*>(?:\s*=)?\s*\d[\d.,]*\s?(?:°|%|/|(?:mg|ml|g|kg|cm|mm|mmol|mmHg|hours?|days?|weeks?"
    r"|months?|years?|times?)\b)|\s*(?:>\s+)?>=?\d"
)
_NESTED = re.compile(
    r"\s*(?:[-+*]|[0-9]{1,9}[.)])[ \t]+(?P<inner>[-+*](?=[ \t]+\S)|>)[ \t]*(?P<words>.*)"
)
_LINE = re.compile(r"\s*([-*])(?:[ \t]*\1){2,}\s*$")
_PLUS = re.compile(r"\s*\+[ \t]+\d")
_SIGNS = {"-": "minus", "+": "plus", ">": "more than", "*": "times"}
_END = re.compile(r"(?:\*\*|__)\s*$|[.!?:;。！？؟।|…][*_\"'”’)\]]*\s*$|(?:  |\\|<br ?/?>)$")
_BROKEN = re.compile(r"(?:  |\\|<br ?/?>\s*)$", re.IGNORECASE)
_LOOKS_LISTED = re.compile(
    r"""(?P<brackets>\(\w{1,3}\)\s+\S)
      | (?P<letters>(?:[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+\S)
      | (?P<digits>(?:(?![0-9])\d{1,3}|\d{1,2}\\)[.)]\s+\S)
      | (?P<hours>[^\W\d_]+\.?(?:\s?[-–—]\s?[^\W\d_]+\.?)?:?\s+\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?
          \s?(?:[-–—]|to)\s?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?$)
      | (?P<pairs>[^\W\d_][^\s:|]*(?:[ ][^\s:|]+){0,2}:[ \t]+\S.{0,60}$)""",
    re.VERBOSE,
)
_COLUMNS = re.compile(r"[^\W_].*?(?:[^\s.!?:][ ]{2,}|[ ]{3,}|\t+[ ]*)\S")
_DASHES = re.compile(r"\s*[-=]{2,}(?:[ \t]+[-=]{2,})+\s*$")


_TRACES = (
    (
        re.compile(
            "[ÃÂ][\u0080-\u00bf\u20ac‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|â€[^\\w\\s]?|[ØÙÐÑ][\u00a1-\u00bf„†‡ƒˆ‰]"
            "[ØÙÐÑ]|ðŸ|\ufffd"
        ),
        "patients see '{}', which once was another letter",
        "Type the word anew; save a text of an old program as UTF-8 before it is copied",
    ),
    (
        re.compile("[0-9#*]\ufe0f?\u20e3"),
        "'{}' is a picture of a key, of which patients see a number in an empty box",
        "Type the number, and a full stop and a space where it begins an item",
    ),
    (
        re.compile(r"(?:=[C-F][0-9A-F])(?:=[89AB][0-9A-F])+|(?<=[a-z,.])=20$"),
        "patients see '{}', which an e-mail wrote for another sign",
        "Type the words anew, or copy them from the e-mail as it is shown",
    ),
    (
        re.compile(
            r"^\s*\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d{2}(?::\d\d)?"
            r"(?:\s?[AaPp]\.?[Mm]\.?)?(?:\]| -)[ ][^:\n]{1,40}:"
        ),
        "'{}' is the time and name of a message, and patients see it",
        "Take it out, and keep only the words",
    ),
    (
        re.compile(r"^\s*--[ ](?=\S)"),
        "patients see '{}' as it stands: two hyphens begin no list",
        "Write one hyphen and a space",
    ),
)  # fmt: skip
"""What other programs leave behind, what is said of it, and what to write."""

_RULED = re.compile(r"\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_NO_SOURCE = re.compile(r"\[\^([^\]\s]+)\]:\s*$")
_ANY_TRACE = re.compile("|".join(f"(?:{trace.pattern})" for trace, _, _ in _TRACES))


def traces(lines: Sequence[str]) -> Iterator[Misread]:
    """Give what other programs have left behind, and sources without any words."""
    for at, line in enumerate(lines):
        if _ANY_TRACE.search(line):
            for trace, problem, remedy in _TRACES:
                if found := trace.search(line):
                    yield Misread(at, problem.format(shortened(found[0], 40)), remedy)
        if (found := _NO_SOURCE.match(line)) and not "".join(lines[at + 1 : at + 2]).strip():
            yield Misread(
                at,
                f"the source [^{shortened(found[1], 40)}] has no words",
                f"Write what it is behind [^{shortened(found[1], 40)}]: and a space",
            )


def broken_rows(lines: Sequence[str]) -> Iterator[Misread]:
    """Give the rows of tables that Enter has broken in two."""
    wanted, barred, short = 0, False, False
    for at, line in enumerate(lines):
        if "|" not in line:
            wanted = 0
        elif not wanted and at and "|" in lines[at - 1] and _RULED.match(line):
            wanted, barred = _cells(lines[at - 1]), lines[at - 1].lstrip()[0] == "|"
            short = False
        elif wanted:
            is_short = _cells(line) < wanted
            if is_short and (short or (barred and line.lstrip()[0] != "|")):
                yield Misread(
                    at,
                    f"the row is broken in two: '{shortened(line, 40)}' is a row of its own, "
                    "and its words stand below other headings",
                    "Write each row of a table in one line; <br> begins a new line within a cell",
                )
            short = is_short


def _cells(line: str) -> int:
    bare = line.replace("\\|", "").strip()
    return bare.count("|") + 1 - bare.startswith("|") - bare.endswith("|")


def misread(lines: Sequence[str]) -> Iterator[Misread]:
    """Give the lines that are read otherwise than they look; those of code should be empty."""
    run = ""
    bare = False  # whether all lines since the last empty one are one paragraph
    for at, line in enumerate(lines):
        if not line or line.isspace():
            run = ""
            continue
        above = lines[at - 1] if at else ""
        begins = not above or above.isspace()
        bare = (begins or bare) and not (_BLOCK.match(line) and (begins or not _LATER.match(line)))
        found = (
            _space(at, line, above) or _no_block(lines, at, line, above) or _too_far_in(lines, at)
        )
        if found:
            yield found
        kind = _kind(line, bare=bare)
        below = lines[at + 1] if at + 1 < len(lines) else ""
        # The first two tell of all of them.
        is_first = kind and kind != run and not (kind == "pairs" and _goes_on(above))
        if is_first and _kind(below, bare=bare) == kind and not _BROKEN.search(line):
            yield _together(at, kind, line, below)
        run = kind
        if _DASHES.match(line):
            yield Misread(
                at,
                "a row of dashes makes no table here: its words run together into one line",
                "Write | between the cells and a second line such as |---|---|",
            )


def counted_anew(lines: Sequence[str], at: int) -> int:
    """Give the number that patients see before an item which says another one; 0 if unknown."""
    item = _ITEM.match(lines[at])
    if not item or not item["mark"][:-1].isdecimal():
        return 0
    above, first = 0, 0
    for line in reversed(lines[max(0, at - MOST_LINES) : at]):
        found = _ITEM.match(line)
        if found and (found["indent"], found["mark"][-1]) == (item["indent"], item["mark"][-1]):
            above, first = above + 1, int(found["mark"][:-1])
        elif line.strip() and not line.startswith(f"{item['indent']} "):
            break
    else:
        above = 0 if at > MOST_LINES else above
    seen = first + above
    return seen if above and seen != int(item["mark"][:-1]) else 0


def _goes_on(above: str) -> bool:
    return bool(above.strip()) and not _BLOCK.match(above)


def _space(at: int, line: str, above: str) -> Misread | None:
    found = _STRANGE_SPACE.match(line)
    # A number that a no-break space keeps from being an item, in the middle of a paragraph.
    if not found or (found["number"] and _goes_on(above) and not _END.search(above)):
        return None
    if found["number"] and not above.strip() and not found["number"].startswith(("1.", "1)")):
        return None
    mark = found["sign"] or found["number"]
    return Misread(
        at,
        f"the space behind '{mark}' is a special one, so '{shortened(line, 40)}' is read otherwise",
        "Type the space anew: take it out, and press the space bar once",
    )


def _no_block(lines: Sequence[str], at: int, line: str, above: str) -> Misread | None:
    """Find a list or a quotation that is none for its author."""
    begins = line.lstrip()
    mark = begins[:1]
    if mark not in ">-+*1234567890" or _LINE.match(line):
        return None
    nested = _NESTED.match(line)
    if nested and nested["words"] and not nested["words"].startswith("["):
        return _sign(at, nested["inner"], nested["words"], above="")
    words = begins.lstrip("> \t=") if mark == ">" else begins.partition(" ")[2].strip()
    if _MEASURE.match(line) and _breaks_off(above, line, mark):
        if mark == ">" or _is_alone(lines, at, mark):
            return _sign(at, mark, words, above)
    elif _GREATER.match(line) or (
        _PLUS.match(line) and not _ITEM.match(above) and _is_alone(lines, at, mark)
    ):
        return _sign(at, mark, words, above="")
    return None


def _breaks_off(above: str, line: str, mark: str) -> bool:
    """Tell whether the sentence above goes on with a line that begins as a block."""
    if not above.strip() or _END.search(above):
        return False
    item = _ITEM.match(above)
    if not item:
        return not _BLOCK.match(above)
    same = len(line) - len(line.lstrip()) == len(item["indent"])
    return mark == ">" or (same and item["mark"][-1] not in f"{mark}.)")


def _sign(at: int, mark: str, words: str, above: str) -> Misread:
    what = "a quotation" if mark == ">" else "a list"
    first = shortened(words, 30).rstrip(".")
    said = f"'{_SIGNS[mark]} {first}'" if mark in _SIGNS else ""
    if above:
        problem = f"the sentence breaks off: patients see {what} with '{first}' below it"
        remedy = f"Put it at the end of the line above{f', or write {said}' if said else ''}"
        remedy += "; what is meant so has an empty line above it"
        return Misread(at, problem, remedy)
    return Misread(
        at,
        f"the sign {mark} makes {what} here: patients see '{first}' without it",
        f"Write {said}, or put a \\ before the {mark}",
    )


def _is_alone(lines: Sequence[str], at: int, mark: str) -> bool:
    """Tell whether no other item of the list stands below."""
    for each in lines[at + 1 : at + 12]:
        item = _ITEM.match(each)
        if item and (item["mark"] == mark or (mark == "1" and item["mark"][0].isdigit())):
            return False
        if each.strip() and _BLOCK.match(each):
            return True
    return True


def _kind(line: str, *, bare: bool) -> str:
    """Say as what a line looks, if as anything; a later item only looks so in a paragraph."""
    words = line.strip()
    if bare and _LATER.match(line):
        return "numbers"
    found = _LOOKS_LISTED.match(words)
    if found and found.lastgroup:
        return found.lastgroup
    if "|" not in line and not _BLOCK.match(line) and _COLUMNS.match(words):
        return "columns"
    return ""


def _too_far_in(lines: Sequence[str], at: int) -> Misread | None:
    """Find an item that stands so far in that it goes on with the words of the one above."""
    item = _ITEM.match(lines[at])
    if not item:
        return None
    for above in reversed(lines[max(0, at - MOST_LINES) : at]):
        upper = _ITEM.match(above)
        if upper and _width(item["indent"]) - _width(upper[0]) >= FAR:
            return Misread(
                at,
                "this item stands too far in to be one: patients see "
                f"'{shortened(above, 30)} {shortened(lines[at], 30)}'",
                "Put its mark four spaces further in than the one above, not more",
            )
        if upper or not above.strip():
            return None
    return None


def _width(words: str) -> int:
    return len(words.expandtabs(4))


def _together(at: int, kind: str, line: str, below: str) -> Misread:
    said = f"'{shortened(line, 30)} {shortened(below, 30)}'"
    if kind == "columns":
        remedy = "Make a table with | between the cells, or write <br> at the end of each line"
    else:
        remedy = "Write '- ' in front of each line, or <br> at its end"
    return Misread(at, f"these lines run together into one: patients see {said}", remedy)

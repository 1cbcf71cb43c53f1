"""Rules on what was meant for Markdown and was read otherwise, is lost, or stands there as it is.

Owns which signs no page shows on purpose, and which readings are such a surprise that the author is
asked, although GitHub reads them the same way. The words of a page are judged elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.passages import Passage, placed
from kiosk.check.material.rule import AnyRule, PageRule, Survey
from kiosk.check.material.shortened import shortened
from kiosk.check.wording.every_word import shown, written
from kiosk.check.wording.mistaken_marks import as_written, glued, meant, not_drawn, tildes
from kiosk.check.wording.run_together import broken_rows, counted_anew, misread, traces
from kiosk.page.blocks import Block, Callout, Code, Compare, List, Table, Term, Text
from kiosk.page.terms import GLOSSARY

_MARK = re.compile(
    r"""(?P<fact>\{\{|\}\}|\{\s*[a-z_][a-z0-9_]*\s*\})
      | (?P<anchor>\{\#)
      | (?P<name>\{[\w-]+\}$)
      | (?P<attribute>\{[:.%]|^\[TOC\]$)
      | (?P<source>\[\^|\^\[)
      | (?P<box>!!+(?=\s*[a-z])|^\s*!!!)
      | (?P<alert>\[!\w+\])
      | (?P<fence>:::|^```|^~~~)
      | (?P<comment><!--|-->)
      | (?P<tag></?[a-zA-Z][\w-]*(?:\s+[\w-]+\s*=|\s*/?>))
      | (?P<picture>!\[)
      | (?P<wiki>\[\[)
      | (?P<named>\[[^\[\]^]+\]\[[^\[\]]*[^\W\d][^\[\]]*\])
      | (?P<link>\]\(|\]\s\((?=[\w./-]+\.md\b))
      | (?P<swapped>!?\([^()\n]+\)\[[^\[\]\n]*[./][^\[\]\n]*\])
      | (?P<link_half>\((?=[\w./-]+\.md(?:\#[\w-]+)?(?:\)|$)))
      | (?P<strong>\*\*|__)
      | (?P<star>(?<![\w*])\*(?=\w))
      | (?P<struck>~~)
      | (?P<marked>==(?=[^\s=]))
      | (?P<emoji>(?<![\w:]):[a-z]\w*:(?!\w))
      | (?P<entity>&(?:nbsp|amp|lt|gt|shy)\b(?!;))
      | (?P<code>`)
      | (?P<power>\^(?=\w))
      | (?P<tick>^-?\s?\[[ xX]?\])
      | (?P<number>^\d{1,2}[.)](?=[^\W\d_]{2}))
      | (?P<deep>^\#{7,}(?=[\s\w]))
      | (?P<heading>^\#{2,6}(?=\w)|^\#(?=[^\W\d]))
      | (?P<meaning>^:\s)
      | (?P<bars>^\|.*\S|\|\||\|\s*:?--|\s\|\s.*\s\|\s)
      | (?P<bullet>(?:^|\s)[•▪●◦‣·]\s|^[-–—+*](?=[^\W\d])|^[–—]\s)""",
    re.VERBOSE,
)
_HASH = re.compile(r"[\s>*+-]*(?:\d+[.)]\s+)?#")
_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})(?!.*`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_EXPLAINS = re.compile(r"([^\W\d_][^\s:.!?]*(?: [^\s:.!?]+){0,2})(?::| [-–—]) \S")
_AS_SIGNS = {"star": ("\\*",), "tag": ("\\<", "&lt;")}
_BEGINNING = ("meaning", "heading", "deep", "tick", "number")
_REMEDIES = {
    "fact": "Write two braces on each side, as in {{ phone }}",
    "anchor": "Close the name with a brace, as in {#name}",
    "name": "Put a # in front of the name of a heading, as in {#name}",
    "attribute": "Take it out; only a name for a heading, {#name}, can stand in braces",
    "source": "Write [^name] here, and the source on a line of its own that begins with [^name]:",
    "box": 'Write it as !!! tip "Title", and indent the lines below it by four spaces',
    "alert": "Write !!! caution on a line of its own, and indent the lines below it by four spaces",
    "fence": "Write !!! caution on a line of its own, and indent the lines below it by four spaces",
    "comment": "Take it out; keep notes to each other in a file of their own",
    "tag": "Take the tag out; one that is to be seen has a \\ before its <",
    "picture": 'Write it as ![what it shows](figures/name.svg "The caption"); '
    "a space in the name is %20",
    "wiki": "Write it as [words](page.md)",
    "named": "Write it as [words](page.md)",
    "link": "Write it as [words](page.md), without a space between the brackets",
    "swapped": "Put the words between square brackets, and what they lead to between round ones",
    "deep": "Write two of the signs, or three for a heading below another one",
    "link_half": "Write it as [words](page.md), without a space between the brackets",
    "strong": "Put two stars before the words and two behind them, without spaces inside",
    "star": "Put a star on both sides of the words, or a \\ before one that is to be seen",
    "struck": "Put two ~ before the words and two behind them, without spaces inside",
    "marked": "Put two stars before the words and two behind them instead",
    "emoji": "Say it in words, or take it out",
    "entity": "Put a semicolon behind it, as in &nbsp;",
    "code": "Put one ` before the words and one behind them, or take it out",
    "power": "Put a ^ on both sides of what is raised, as in 10^9^",
    "tick": "Write it as - [ ] and a space before the words",
    "number": "Put a space behind the number and its full stop",
    "heading": "Put a space behind the #",
    "meaning": "Write the word it explains on the line above it, or take the colon out",
    "bars": "Give the table a line of headings and below it |---|---|, with a cell for each",
    "bullet": "Begin each line of the list with a hyphen and a space",
}


def _left_over(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for key, words in (("title", checked.page.title), ("tab", checked.page.tab)):
        if (found := _MARK.search(words)) and (key == "title" or words != checked.page.title):
            yield _mark(checked.front(key), found)
    # What is to be taken letter by letter is none of them, but it must have been meant so: four
    # spaces at the beginning of a line do it as well.
    kinds = Text | Term if "`" in checked.source.text else Text | Term | Code
    for passage in checked.passages:
        if passage.kind == "source":
            continue
        texts = [(at, span.text) for at, span in placed(passage.spans) if isinstance(span, kinds)]
        for number, (at, text) in enumerate(texts):
            found = left_over(text, begins=not number)
            if found and not _is_meant(found, checked.source.text):
                behind = text[found.end() :].strip()[:40]
                # With nothing behind it, the mark itself: words of the passage may stand elsewhere.
                place = at + (found.end() if behind else found.start())
                spot = checked.spot(passage, behind or found[0].strip(), place)
                # What stands around an open link looks like its address, which is left out there.
                around = text[max(0, found.start() - 12) : found.end()]
                spot = spot if spot.line else checked.find_below(passage, around)
                first = passage.text.split()[0]
                yield _mark(spot if spot.line else checked.find(first, checked.written.body), found)
                break


def _mark(spot: Spot, found: re.Match[str]) -> Mark:
    return Mark(
        spot,
        f"patients see the mark '{found[0].strip()[:40]}' as it stands here",
        _REMEDIES[found.lastgroup or "link"],
    )


def _is_meant(found: re.Match[str], text: str) -> bool:
    """Tell whether it is to be seen: a backslash stands before it then, which no passage keeps."""
    return any(each in text for each in _AS_SIGNS.get(found.lastgroup or "", ()))


def left_over(text: str, *, begins: bool, but: Collection[str] = ()) -> re.Match[str] | None:
    """Find the first mark in words; its last group says of what kind it is, `but` for some kinds.

    What only means something where a line begins counts only there.
    """
    ignored = {*but, *(() if begins else _BEGINNING)}
    return next((each for each in _MARK.finditer(text) if each.lastgroup not in ignored), None)


def _underlined(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for passage in checked.passages:
        if passage.kind not in ("heading", "question"):
            continue
        spot = checked.spot(passage)
        if spot.line and not _HASH.match(checked.lines[spot.line - 1]):
            yield Mark(
                spot,
                f"the line below '{shortened(passage.text)}' makes a heading of it",
                "Write ## before the words, or leave an empty line above the line of signs",
            )


def _single_cells(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for passage in checked.passages:
        if _is_single(passage):
            spot = checked.spot(passage)
            if spot.line and "|" not in checked.lines[spot.line - 1]:
                yield Mark(
                    spot,
                    f"'{shortened(passage.text)}' is a row of the table above it",
                    "Leave an empty line between the table and the words",
                )


def _is_single(passage: Passage) -> bool:
    """Tell of the first cell of a row, or the question of a comparison, beside empty ones."""
    match passage.block:
        case Table(rows=rows) if passage.kind == "cell":
            found = (row[1:] for row in rows if row and row[0].spans is passage.spans)
            return any(not any(cell.spans for cell in others) for others in found)
        case Compare(aspects=aspects) if passage.kind == "cell":
            mine = (each.answers for each in aspects if each.question is passage.spans)
            return any(not any(each.spans or each.groups for each in answers) for answers in mine)
        case _:
            return False


def _gone_on(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for box, below in pairwise(checked.page.blocks):
        if not isinstance(box, Callout) or not isinstance(below, List):
            continue
        last = box.blocks[-1]
        if isinstance(last, List) and (last.start is None) == (below.start is None):
            passage = next(each for each in checked.passages if _is_in(below, each))
            yield Mark(
                checked.spot(passage),
                f"the list of the box goes on outside of it with '{shortened(passage.text)}'",
                "Indent the list's lines by four spaces, or write a sentence between box and list",
            )


def _is_in(block: Block, passage: Passage) -> bool:
    return any(each is block for each in passage.within)


def _lost(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    lines = written(checked)
    left = Counter(word for words in lines for word in words)
    left.subtract(shown(checked))
    missing = +left
    if not missing:
        return
    # A line of which every word is missing is the one that vanished; single words come after.
    # From below: of two equal numbers it is the second that was counted anew.
    for whole in (True, False):
        for number, words in reversed(list(enumerate(lines, 1))):
            gone = [word for word in words if missing[word] > 0]
            if gone and (not whole or len(gone) == len(words)):
                missing.subtract(gone)
                line = shortened(checked.lines[number - 1])
                anew = counted_anew(checked.lines, number - 1) if len(gone) == 1 else 0
                why = f": the list is counted anew, and patients see {anew}" if anew else ""
                yield Mark(
                    Spot(number, 1),
                    f"'{shortened(' '.join(gone))}' is on no screen{why}",
                    f"Write it so that it can be read, or take it out of: {line}",
                )


def _misread(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    yield from _sums(checked)
    yield from _counts(checked)
    lines, left_open = _lines(checked)
    if "~" in checked.source.text:
        yield from _tildes(checked, "\n".join(lines))
    if left_open >= 0:
        yield Mark(
            Spot(left_open + 1, 1),
            "all that follows is shown letter by letter, because this line opens it and none ends",
            "Take the line out, or write it once more where such words end",
        )
    if checked.name == GLOSSARY:
        yield from _unexplained(checked)
    if "`" not in checked.source.text:
        yield from _indented(checked)
    for each in (*misread(lines), *traces(lines), *broken_rows(lines)):
        yield Mark(Spot(each.line + 1, 1), each.problem, each.remedy)


def _unexplained(checked: CheckedPage) -> Iterator[Mark]:
    """Find what stands in the glossary as if it explained a word, and is words alone."""
    for passage in checked.passages:
        found = _EXPLAINS.match(passage.text) if len(passage.within) == 1 else None
        if found and passage.kind in ("paragraph", "item"):
            yield Mark(
                checked.spot(passage),
                f"'{shortened(found[1], 40)}' is no entry of the glossary: nobody can touch it on "
                "other pages",
                "Write the word on a line of its own, and below it a colon, three spaces and what "
                "it means",
                severity=Severity.WARNING,
            )


def _sums(checked: CheckedPage) -> Iterator[Mark]:
    for passage in checked.passages:
        if passage.kind != "source" and (shown := glued(passage.spans)):
            spot = checked.spot(passage, shown)
            piece = as_written(checked.lines[spot.line - 1], shown) if spot.line else ""
            instead = f"{shortened(meant(piece), 40)}, or " if piece else ""
            yield Mark(
                spot,
                f"'{shortened(piece or 'a number with stars', 40)}' is shown as "
                f"'{shortened(piece.replace('*', '') or shown, 40)}'",
                f"Write {instead}a space on each side of the stars",
            )


def _counts(checked: CheckedPage) -> Iterator[Mark]:
    for passage in checked.passages:
        if isinstance(passage.block, Compare) and passage.kind in ("cell", "label"):
            for each in not_drawn(passage.spans, drawn=passage.kind == "label"):
                spot = checked.spot(passage, at=each.at)
                yield Mark(spot, each.problem, each.remedy, severity=Severity.WARNING)


def _tildes(checked: CheckedPage, text: str) -> Iterator[Mark]:
    for at, words in tildes(text):
        lone = shortened(words, 40)
        if re.search(r"\s", words):
            said = f"'~{lone}~' as it stands"
        else:
            said = f"'{lone}' as {'plain words' if words.isalpha() else 'small low signs'}"
        yield Mark(
            checked.at(at),
            f"the ~ of WhatsApp crosses nothing out here: patients see {said}",
            f"Write ~~{lone}~~ for words that are crossed out, or 'about' for a ~",
        )


def _indented(checked: CheckedPage) -> Iterator[Mark]:
    """Find words that only the spaces in front of them make code."""
    before = False
    for at, line in enumerate(checked.lines):
        is_code = line.startswith(("    ", "\t")) and checked.is_code_line(at)
        if is_code and not before:
            yield Mark(
                Spot(at + 1, 1),
                f"the spaces in front of '{shortened(line)}' make code of it: it is shown in bold, "
                "letter by letter",
                "Take the spaces out",
            )
        before = is_code


def _lines(checked: CheckedPage) -> tuple[list[str], int]:
    """Give the lines of the file, blank for the front matter and code, and where code is left open.

    That is -1 where none is.
    """
    text = checked.written.without_code
    if "<!--" in text:
        text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    lines = text.split("\n")
    body = checked.source.text.count("\n", 0, checked.written.body)
    fence, opened = "", -1
    for at, line in enumerate(lines):
        marks = _FENCE.match(checked.lines[at]) if at >= body else None
        blank = at < body or bool(fence) or bool(marks)
        if fence and marks:
            fence = "" if marks[1].startswith(fence) else fence
        elif marks:
            fence, opened = marks[1], at
        elif line.startswith(("    ", "\t")):
            blank = blank or checked.is_code_line(at)
        if blank:
            lines[at] = " " * len(line)
    return lines, opened if fence else -1


RULES: tuple[AnyRule, ...] = (
    PageRule("left-over-mark", Severity.ERROR, "no mark of Markdown is left over", _left_over),
    PageRule("misread", Severity.ERROR, "what looks apart is not read as one", _misread),
    PageRule("lost-words", Severity.ERROR, "every word and number is on the page", _lost),
    PageRule("underlined-heading", Severity.ERROR, "headings begin with #", _underlined),
    PageRule("words-in-table", Severity.ERROR, "an empty line ends a table", _single_cells),
    PageRule("list-outside-box", Severity.ERROR, "a box holds all of its list", _gone_on),
)
"""The rules on marks."""

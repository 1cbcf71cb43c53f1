"""Front matter and a pack.toml to spoil, and a remedy carried out as its words say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from kiosk.markdown.frontmatter import Front, split
from kiosk.pack import packfile, packfile_loader
from kiosk.page.error import ContentError
from kiosk.page.source import SourceText

FRONT = """\
---
title: Risks
tab: Risks
lead: A lead.
layout: page
review:
  status: reviewed
  author: A B
  reviewer: C D
  reviewed: 2026-01-02
  next_review: 2027-01-02
---

Text.
"""
PACK = """\
title = "Title"
clinic = {en = "Clinic", bn = "ক্লিনিক"}
emergency_number = "999"
front_desk = "tell us"
languages = ["en", "bn"]
hide_overdue = false

# The tabs.
[[tabs]]
page = "home"
icon = "info"

[[tabs]]
page = "risks"
icon = "warning"

[[rest]]
line = {en = "One line", bn = "এক"}
figure = "figures/a.svg"
page = "home"
"""
NOT_OURS = re.compile(
    r"scalar|\bblock|mapping|token|sequence|anchor|alias|\btags?\b|directive|\bflow\b|expected"
    r"|found character|Invalid|column|\bstr\b|\bint\b|object|TOML\b(?<!pack\.toml)|YAML",
)
COUNTS = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4}


def carried_out(error: ContentError, text: str) -> str:
    """Do to a text what the remedy says, letter by letter."""
    lines, remedy = text.split("\n"), error.remedy
    at = error.line - 1
    if match := re.match(r"Move this line up, above line (\d+)", remedy):
        lines.insert(int(match[1]) - 1, lines.pop(at))
    elif match := re.match(r"Take (?:this line|one of the two lines|it) out", remedy):
        del lines[at]
    elif match := re.match(r"Take lines (\d+) to (\d+) out", remedy):
        del lines[int(match[1]) - 1 : int(match[2])]
    else:
        match = re.match(
            r"Write (?P<new>.*?) (?:in its place|in place of lines (?P<first>\d+) to (?P<last>\d+)"
            r"|on a line of its own (?P<side>below|above) this one)"
            r"(?:, with (?P<count>\w+) spaces? before it)?(?:;|$)",
            remedy,
        )
        assert match, remedy
        margin = " " * COUNTS[match["count"] or "no"]
        new = [margin + line for line in match["new"].split(", and on the next line ")]
        first = int(match["first"] or error.line) - 1
        last = int(match["last"] or error.line)
        if match["side"]:
            first = last = error.line if match["side"] == "below" else error.line - 1
        lines[first:last] = new
    return "\n".join(lines)


def mended(text: str, read: Callable[[str], object], line: int, steps: int = 1) -> None:
    """Read a text with a slip, and mend all that is told, in as many readings as it may take."""
    for step in range(steps):
        error = told(read, text)
        if error is None:
            assert step, "there is nothing to mend"
            break
        assert step or line in [each.line for each in error.each()], error
        # From below, so that the lines above keep their numbers; a line that moves others waits.
        still = [each for each in error.each() if not each.remedy.startswith("Move")]
        for each in (still or error.each())[::-1]:
            assert not NOT_OURS.search(each.problem), each
            text = carried_out(each, text)
    read(text)


def all_mended(text: str, read: Callable[[str], object]) -> str:
    error = told(read, text)
    assert error
    for each in error.each()[::-1]:
        text = carried_out(each, text)
    read(text)
    return text


def told(read: Callable[[str], object], text: str) -> ContentError | None:
    try:
        read(text)
    except ContentError as error:
        return error
    return None


def read_front(text: str) -> Front:
    return split(SourceText.of(text, "en/x.md"))[0]


def load_pack_file(folder: Path, text: str) -> None:
    (folder / packfile.NAME).write_text(text, "utf-8")
    if faults := packfile_loader.load(folder)[2]:
        raise ContentError.together(faults)


def put(text: str, line: int, new: str) -> str:
    lines = text.split("\n")
    lines[line - 1] = new
    return "\n".join(lines)

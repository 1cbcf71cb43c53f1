"""The pages in docs/rules/, read so that their examples can be tried.

An example is one fenced block below `## Bad` or `## Good`, the body of a page or a whole one; or
several, each with a line `File: en/risks.md` (or `pack.toml`, or a picture's path) before it. A
block marked `toml` without a name holds more lines for pack.toml. `Today: 2026-11-22` sets the
day of the check, `Release: yes` asks for a pack that can be released.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec

from kiosk.check.examine import examine
from kiosk.check.material.finding import Finding
from kiosk.shipped import shipped
from tests.unit.check.rulebook import TODAY, Rulebook

PAGES = Path(__file__).parents[3] / "docs/rules"

_PART = re.compile(r"^## (?P<name>.+)$", re.MULTILINE)
_FENCED = re.compile(
    r"(?:^File: `?(?P<file>[^`\n]+?)`?[ ]*\n+)?"
    r"^(?P<fence>`{3,})(?P<kind>\w*)\n(?P<text>.*?\n)?(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_TODAY = re.compile(r"^Today: (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_RELEASE = re.compile(r"^Release: yes$", re.MULTILINE)


def without_emoji(signs: str) -> str:
    """Give the signs that a computer without coloured pictures can't draw, without asking Qt."""
    return "".join(sign for sign in signs if sign >= "\U0001f000")


class Example(msgspec.Struct, frozen=True):
    """One example: texts by their path in the pack, and how the check is asked."""

    files: dict[str, str]
    today: date
    release: bool

    def findings(self, folder: Path) -> list[Finding]:
        """Write the example's pack into an empty folder and give what all the rules find."""
        pages = {
            name.removesuffix(".md"): text
            for name, text in self.files.items()
            if name.endswith(".md")
        }
        # Any rule will do: what is asked for is the writing.
        book = Rulebook(folder, "heading-order")
        pack = self.files.get("pack.toml", "")
        book.write(pages, pack)
        for name, text in self.files.items():
            if name == "pack.toml" and "languages" not in text:
                continue
            if not name.endswith(".md"):
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
        report = examine(
            folder,
            assets=shipped("assets"),
            today=self.today,
            release=self.release,
            lacking=without_emoji,
        )
        return list(report.findings)


class RulePage(msgspec.Struct, frozen=True):
    """One page: its first line, the line below it, and its two examples."""

    heading: str
    asks: str
    parts: tuple[str, ...]
    bad: Example
    good: Example


def read(name: str) -> RulePage:
    """Read the page of a rule."""
    text = (PAGES / f"{name}.md").read_text("utf-8")
    head, *_ = _PART.split(text)
    lines = [line for line in head.splitlines() if line.strip()]
    parts = _parts(text)
    return RulePage(
        heading=lines[0],
        asks=" ".join(lines[1:]),
        parts=tuple(parts),
        bad=_example(parts["Bad"]),
        good=_example(parts["Good"]),
    )


def _parts(text: str) -> dict[str, str]:
    """Give the page's parts; what looks like a heading inside an example is none."""
    fenced = [found.span() for found in _FENCED.finditer(text)]
    begins = [
        at
        for at in _PART.finditer(text)
        if not any(start <= at.start() < end for start, end in fenced)
    ]
    ends = [at.start() for at in begins[1:]] + [len(text)]
    return {at["name"]: text[at.end() : end] for at, end in zip(begins, ends, strict=True)}


def _example(text: str) -> Example:
    files = {}
    for found in _FENCED.finditer(text):
        name = found["file"] or ("pack.toml" if found["kind"] == "toml" else "en/page.md")
        assert name not in files, f"two examples for {name}"
        files[name] = found["text"] or ""
    told = _FENCED.sub("", text)
    day = _TODAY.search(told)
    return Example(
        files, date.fromisoformat(day[1]) if day else TODAY, _RELEASE.search(told) is not None
    )

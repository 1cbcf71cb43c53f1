"""What is raised or lowered is named to a screen reader as the voice says it, everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from tests.flows.packs import Writer
from tests.flows.screen import Screen

RAISED = re.compile(r"[⁰¹²³⁴-⁹⁺⁻₀-₉]|[\^_]\(|[\^_]\d|<su[pb]|109|১০৯")
"""What no voice can be trusted with, and what becomes of it where its tags are left out."""

BOXES = ("note", "steps", "people", "timeline", "schedule", "ladder", "compare")
INSIDE = {
    "steps": "1. One 10^9^",
    "people": "- 5: had 10^9^",
    "timeline": "- Week 10^9^: See 10^9^",
    "schedule": "- 0, 1: Two 10^9^",
    "ladder": "- low: For 10^9^",
    "compare": "| Q 10^9^ | A 10^9^ | B |\n    |--|--|--|\n    | X 10^9^ | Y 10^9^ | 5: Z 10^9^ |",
}
TEXT = "\n\n".join(
    (
        "A link to [two 10^9^](two.md) and ১০^৯^, [১০^৯^ x](two.md#a)[^a].",
        *(f'!!! {kind} "Of 10^9^"\n    {INSIDE.get(kind, "x 10^9^")}' for kind in BOXES),
        "!!! evidence low\n    A study of 10^9^[^a]",
        '![Dots, 10⁹ of them](dots.svg "The 10⁹ dots")',
        "*[cells]: About 10⁹ of them.\n\nSome cells.",
        "[^a]: Of 10^9^ and ১০^৯^ cells, H~2~O. 2020. doi:10.1000/a\n",
    )
)
DOTS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'


@pytest.fixture
def screen(kiosk: Callable[..., Screen], tmp_path: Path) -> Screen:
    writer = Writer(tmp_path / "pack").page("one", TEXT, label="One 10⁹").page("two")
    writer.page("doors", "\n\n".join(f"## Of 10^9^ {each}\n\nIt is 10^9^." for each in "abc"),
                layout="doors")  # fmt: skip
    (tmp_path / "pack/dots.svg").write_text(DOTS, "utf-8")
    screen = kiosk(writer.written())
    screen.theme.setProperty("listened", True)
    return screen


def named(screen: Screen) -> Iterator[str]:
    """Give each name and description that a screen reader is told."""
    for item in all_of(screen.window.contentItem()):
        if not item.isVisible():
            continue
        # None for what no screen reader is told of, whatever the stubs say.
        told: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
        if told is not None:
            for part in (QAccessible.Text.Name, QAccessible.Text.Description):
                if words := told.text(part):
                    yield words


def all_of(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from all_of(child)


def unsaid(screen: Screen) -> list[str]:
    return [words for words in named(screen) if RAISED.search(words)]


def test_a_page_is_named_as_it_is_said(screen: Screen) -> None:
    assert sum("10 to the power of 9" in words for words in named(screen)) > 20
    assert unsaid(screen) == []
    screen.shell.navigator.turnTo("doors")
    screen.rest()
    assert "Of 10 to the power of 9 a. It is 10 to the power of 9." in set(named(screen))
    assert unsaid(screen) == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (
            "source:1",
            "Of 10 to the power of 9 and ১০ to the power of ৯ cells, H 2 O. 2020. doi:10.",
        ),
        ("figure:", "The 10 to the power of 9 dots"),
        ("term:", "About 10 to the power of 9 of them."),
        ("evidence:", "Source 1: Of 10 to the power of 9 and ১০ to the power of ৯ cells, H 2 O"),
    ],
)
def test_a_card_is_named_as_it_is_said(screen: Screen, link: str, said: str) -> None:
    page, shell = "one", screen.shell
    rows = shell.navigator.pane(page).rows.rows
    found = [each for row in rows for each in re.findall(rf'"({link}[^"]*)"', row.text)]
    found += [row.link for row in rows if row.link.startswith(link)]
    found += [f"figure:{quote(row.picture, safe='')}" for row in rows if row.kind == "figure"]
    shell.links.follow(page, next(each for each in found if each.startswith(link)))
    screen.rest()
    assert shell.card.kind == link.partition(":")[0]
    assert [words for words in named(screen) if words.startswith(said)]
    assert unsaid(screen) == []


def test_a_card_at_rest_is_named_as_it_is_said(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    writer = Writer(tmp_path / "pack").page("one").card("Do 10⁹ help?", "one", text="Of 10⁹")
    screen = kiosk(writer.written())
    screen.kiosk.shell.presence.rest()
    screen.rest()
    assert "Do 10 to the power of 9 help?" in set(named(screen))
    assert unsaid(screen) == []

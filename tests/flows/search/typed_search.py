"""A search as a patient makes it by touch: opened, and words typed."""

from __future__ import annotations

from tests.flows.screen import Screen

DOORS = """\
## Costs {#costs}

Nobody pays for a first talk.

## Needles {#needles}

Thin needles are used.

Most people feel a small **sting** & 1 < 2.
"""
FAQ = "### Does it hurt? {#hurt}\n\nA little, for a day.\n"


def begin(screen: Screen) -> None:
    screen.tap("search")
    screen.wait(lambda: bool(screen.found("search-keys")))
    screen.frame()


def type_words(screen: Screen, words: str) -> None:
    for letter in words:
        screen.tap("key-space" if letter == " " else f"key-{letter}")
    screen.wait(lambda: not screen.shell.search.waiting)
    screen.frame()

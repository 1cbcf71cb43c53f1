"""A pack with one of everything that keys have to do with."""

from __future__ import annotations

from pathlib import Path

from tests.flows.packs import Writer

TEXT = """## First {#first}

A plain paragraph without any link.

One link: [the other page](two.md#far).

Several: a source[^a], [the outside](https://www.example.org/leaflet), [a section](#last).

- an item
- another

!!! note "Take note"
    Words in a box.

## Last {#last}

LONG

[^a]: A study. 2015.
"""

LONG = "Many words that fill a line and then another one. " * 120

QUESTIONS = """## About it

### First question? {#q1}

The answer has [a link](one.md).

### Second question? {#q2}

Another answer.
"""


def small(folder: Path, *, languages: tuple[str, ...] = ("en", "de")) -> Path:
    """Write a pack with one of everything that keys have to do with."""
    pack = Writer(folder, languages)
    pack.page("one", TEXT.replace("LONG", LONG))
    pack.page("two", "Words.\n\n## Far {#far}\n\n" + "Words.\n\n" * 60)
    pack.page("faq", QUESTIONS, layout="faq").page("about", "About it.", tab=False)
    for language in languages[1:]:
        pack.page("one", TEXT.replace("LONG", LONG), language=language)
    pack.about = "about"
    return pack.written()

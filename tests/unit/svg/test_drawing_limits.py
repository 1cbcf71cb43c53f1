"""What is not read as a drawing: damaged and foreign files, and more than can be drawn in time."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest

from kiosk.svg.drawing import Drawing, read_drawing
from kiosk.svg.element import DocumentTypeError, SvgError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2">'
ENDLESS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


def read(inside: str) -> Drawing:
    return read_drawing(f"{HEAD}{inside}</svg>".encode())


def copies(each: int, deep: int) -> str:
    """Make groups of copies of groups of copies."""
    groups = ['<g id="u0">' + "<path d='M0 0h1'/>" * each + "</g>"]
    for n in range(1, deep):
        groups.append(f'<g id="u{n}">' + f'<use href="#u{n - 1}"/>' * each + "</g>")
    return f"<defs>{''.join(groups)}</defs><use href='#u{deep - 1}'/>"


UNREAD = {
    "a document type": (f"<!DOCTYPE svg>{HEAD}</svg>", "DOCTYPE"),
    "a public one": (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.example/x.dtd">' + HEAD,
        "x.dtd",
    ),
    "one that grows": (f'<!DOCTYPE svg [<!ENTITY e0 "ha">{ENDLESS}]>{HEAD}&e11;</svg>', "DOCTYPE"),
    "an entity that nobody named": (f"{HEAD}&words;</svg>", "line 1 (undefined entity)"),
    "another root": ("<html/>", "no SVG inside"),
    "an attribute with a name without end": (f"{HEAD}<g {'a' * 4_097}='1'/></svg>", "in line 1"),
    "an element with a name without end": (f"{HEAD}<{'a' * 4_097}/></svg>", "1,000 letters"),
    "a view without four numbers": (HEAD.replace("0 0 4 2", "0 0 4") + "</svg>", "viewBox"),
    "a view without an area": (HEAD.replace("0 0 4 2", "0 0 0 2") + "</svg>", "viewBox"),
    "a view without end": (HEAD.replace("0 0 4 2", "0 0 1e999 2") + "</svg>", "viewBox"),
    "a view like a thread": (HEAD.replace("0 0 4 2", "0 0 1 900") + "</svg>", "50 times"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), UNREAD.values(), ids=UNREAD.keys())
def test_it_is_not_read_and_told_why(text: str, said: str) -> None:
    with pytest.raises(SvgError) as told:
        read_drawing(text.encode())
    assert said in told.value.problem
    assert told.value.remedy


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-32", "utf-7", "latin-1", "cp037"])
def test_no_encoding_hides_a_document_type(code: str) -> None:
    text = f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE svg><svg>é</svg>'
    with pytest.raises(SvgError):
        read_drawing(text.encode(code))


def test_a_document_type_is_told_from_damage() -> None:
    with pytest.raises(DocumentTypeError):
        read_drawing(b"<!DOCTYPE svg><svg/>")


def test_a_mark_of_the_byte_order_and_a_declaration_do_no_harm() -> None:
    text = f'\ufeff<?xml version="1.0" encoding="utf-8"?><!-- x -->{HEAD}</svg>'
    assert read_drawing(text.encode()).fault is None


HEAVY: dict[str, tuple[Callable[[], str], str]] = {
    "groups in each other": (lambda: "<g>" * 50_000 + "</g>" * 50_000, "groups in each other"),
    "groups that never end": (lambda: "<g>" * 50_000, "groups in each other"),
    "33 groups": (lambda: "<g>" * 33 + "<path d='M0 0h1'/>" + "</g>" * 33, "more than 32 groups"),
    "empty groups": (lambda: "<g/>" * 50_000, "more than 20,000 elements"),
    "words": (lambda: "<text>words</text>" * 5_000, "shapes to draw"),
    "shapes": (lambda: "<path d='M0 0h1'/>" * 6_000, "6,001 shapes to draw, more than 5,000"),
    "copies of copies": (lambda: copies(10, 9), "shapes to draw"),
    "copies in a row": (
        lambda: "<g id='u0'/>" + "".join(
            f'<g id="u{n}"><use href="#u{n - 1}"/></g>' for n in range(1, 9_000)
        ),
        "groups in each other",
    ),
    "copies of copies backwards": (
        lambda: "".join(f'<g id="u{n}"><use href="#u{n + 1}"/></g>' for n in range(9_000)),
        "groups in each other",
    ),
    "a copy of itself": (lambda: "<g id='a'><use href='#a'/></g>", "holds itself"),
    "copies of each other": (
        lambda: "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", "holds itself",
    ),
    "a mask of itself": (
        lambda: "<mask id='m'><path d='M0 0' mask='url(#m)'/></mask>", "holds itself",
    ),
    "a pattern of itself, in a sheet": (
        lambda: "<style>.a{fill:url(#m)}</style>"
        "<pattern id='m'><path class='a' d='M0 0'/></pattern>", "holds itself",
    ),
    "a marker on each corner": (
        lambda: "<marker id='m'><path d='M0 0h1'/></marker>"
        f"<path marker-mid='url(#m)' d='M0 0{'L1 1' * 9_000}'/>", "shapes to draw",
    ),
    "filters": (
        lambda: "<filter id='f'><feOffset/></filter>"
        + "<path filter='url(#f)' d='M0 0h1'/>" * 40, "shapes to draw",
    ),
    "style sheets": (lambda: f"<style>{'.a{fill:red}' * 900}</style>", "300 rules"),
    "a long style sheet": (lambda: f"<style>{'.a,' * 90_000}.b{{}}</style>", "100,000 characters"),
    "a long path": (lambda: f"<path d='M0 0{'h1' * 40_000}'/>", "30,000 lines and curves"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "said"), HEAVY.values(), ids=HEAVY.keys())
def test_more_than_can_be_drawn_is_told(make: Callable[[], str], said: str) -> None:
    text = make()
    begun = time.process_time()
    try:
        fault = read(text).fault
    except SvgError as error:
        fault = error.problem, error.remedy
    assert fault
    assert said in fault[0]
    assert time.process_time() - begun < 5


LONG = 400_000

PATIENT = {
    "an address that never ends": f"<path fill='{'url(' * LONG}' d='M0 0'/>",
    "spaces in an address": f"<path fill='url({' ' * LONG}' d='M0 0'/>",
    "a number that is none": f"<path stroke-width='{'1' * LONG}x' d='M0 0'/>",
    "a colour that is none": f"<path fill='rgb({'1 ' * LONG}' d='M0 0'/>",
    "a transform that is none": f"<path transform='{'rotate(' * LONG}' d='M0 0'/>",
    "a course that is none": f"<path d='M0 0{' ' * LONG}x'/>",
    "comments that never end": f"<style>{'/*' * 45_000}</style>",
    "a sheet of braces": f"<style>{'{' * 45_000}{'}' * 45_000}</style>",
    "a selector of spaces": f"<style>{' ' * 90_000}x{{}}</style>",
    "escapes": f"<path style='{chr(92) * LONG}' d='M0 0'/>",
    "a style without end": f"<path style='{';' * LONG}' d='M0 0'/>",
    "classes": f"<path class='{'a ' * LONG}' d='M0 0'/>",
    "a view of spaces": "",
}


@pytest.mark.parametrize("inside", PATIENT.values(), ids=PATIENT.keys())
def test_reading_takes_time_by_length_alone(inside: str) -> None:
    head = HEAD if inside else HEAD.replace("0 0 4 2", " " * LONG + "x")
    begun = time.process_time()
    with contextlib.suppress(SvgError):
        _ = read_drawing(f"{head}{inside}</svg>".encode()).fault
    assert time.process_time() - begun < 5


def test_a_large_honest_drawing_is_read() -> None:
    shapes = "<g>" * 28 + "<path d='M0 0h1' fill='#123'/>" * 4_000 + "</g>" * 28
    assert read(shapes).fault is None

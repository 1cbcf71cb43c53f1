"""What is read is taken along on a phone: cameras read the code off the screen, in any colours."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible

from kiosk.shipped import shipped
from kiosk.visit.visit import SCHEMES
from tests.combinations import combined, is_every
from tests.flows.clock import Clock
from tests.flows.code_reader import codes_in
from tests.flows.keyboard import Keyboard
from tests.flows.packs import Writer
from tests.flows.screen import Screen

SITE = "https://www.example-clinic.org/hair"
DOORS = """\
## Costs {#costs}

- [ ] How much?
- [ ] Who pays?

## Two {#two}

Words.

## Three {#three}

Words.
"""
FAQ = '??? question "Does it hurt?" {#hurt}\n    A little.\n'
SIZES = [(1280, 800, 10.1), (1920, 1080, 21.5), (3840, 2160, 43.0)]

LOOKS = combined(SIZES, SCHEMES, (100, 200))

SCRIPTS = [
    (size, language)
    for size in SIZES
    for language in ("en", "bn")
    if language == "bn" or size == SIZES[0] or is_every()
]
"""A code of Bengali words has more modules: it is on every screen, one of English ones on one."""


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack").page("one", DOORS, layout="doors")
    writer.page("asked", FAQ, layout="faq").page("words")
    writer.take_home = f"{SITE}/"
    return writer


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give the kiosk's own text, from which a phone can take its pages along."""
    folder = tmp_path / "own"
    shutil.copytree(shipped("content"), folder)
    file = folder / "pack.toml"
    file.write_text(f'take_home = "{SITE}"\n{file.read_text("utf-8")}', "utf-8")
    return folder


def read(screen: Screen) -> str:
    """Read the one code on the screen as a camera does."""
    screen.frame()
    (code,) = codes_in(screen.window.grabWindow())
    return code.text


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
def test_a_camera_reads_the_address_from_the_screen_in_every_scheme(
    kiosk: Callable[..., Screen], own: Path, size: tuple[int, int, float]
) -> None:
    screen = kiosk(own, size=size[:2], diagonal=size[2], language="bn")
    navigator = screen.shell.navigator
    for _, scheme, text_size in (each for each in LOOKS if each[0] == size):
        looks = {"scheme": scheme, "text_size": text_size}
        navigator.change(msgspec.structs.replace(screen.visit, **looks))
        navigator.enter("risks", "serious")
        screen.settle()
        screen.tap("phone")
        assert read(screen) == f"{SITE}/bn/risks.html#serious"
        code = screen.item("phone-code")
        area = screen.area(code)
        assert area.width() >= 40 * screen.mm
        assert screen.reachable(code) == area, "it is seen whole"
        modules = code.implicitWidth()
        assert area.width() % modules == 0, "a module takes whole pixels"
        assert area.width() / modules >= 0.8 * screen.mm
        assert (area.left() % 1, area.top() % 1) == (0, 0)
        screen.tap("card-close")


@pytest.mark.parametrize(("size", "language"), SCRIPTS)
def test_what_is_ticked_comes_along_whole_in_either_script(
    kiosk: Callable[..., Screen], own: Path, size: tuple[int, int, float], language: str
) -> None:
    screen = kiosk(own, size=size[:2], diagonal=size[2], language=language)
    for index in range(7):
        screen.shell.navigator.tick("questions", index)
    screen.shell.links.gather()
    screen.settle()
    screen.reach(screen.item("tick-6"))
    screen.tap("tick-6")
    ticked = [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        for each in screen.items()
        if each.objectName().startswith("tick-") and each.property("checked")
    ]
    assert len(ticked) == 6
    screen.tap("phone")
    title, *lines = read(screen).split("\n")
    assert title == screen.shell.navigator.pane("?").label
    assert [line[2:] for line in lines if line.startswith("- ")] == ticked


def test_the_address_says_what_is_read_and_nothing_else(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    said = set()
    for days in (0, 300):
        clock = Clock()
        clock.now += days * 86_400
        screen = kiosk(pack.written(), waiting=clock.waiting())
        screen.shell.navigator.tick("one", 0)
        screen.shell.navigator.enter("one", "two")
        screen.settle()
        screen.tap("phone")
        said.add(read(screen))
    assert said == {f"{SITE}/en/one.html#two"}


def test_a_page_without_sections_offers_itself_in_its_foot_with_the_open_question(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.written(), size=(1920, 1080))
    found = {}
    for page, question in (("words", ""), ("asked", ""), ("asked", "hurt")):
        screen.shell.navigator.turnTo(page)
        screen.shell.navigator.ask(page, question)
        screen.settle()
        screen.reach(screen.item("foot-phone"))
        screen.tap("foot-phone")
        found[page, question] = read(screen)
        screen.tap("card-close")
    assert found == {
        ("words", ""): f"{SITE}/en/words.html",
        ("asked", ""): f"{SITE}/en/asked.html",
        ("asked", "hurt"): f"{SITE}/en/asked.html#hurt",
    }


def test_without_a_website_no_page_offers_it_but_what_is_ticked_does(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    pack.take_home = ""
    screen = kiosk(pack.written(), size=(1920, 1080))
    for page in ("words", "asked"):
        screen.shell.navigator.turnTo(page)
        screen.settle()
        assert not screen.reads("On your phone")
    screen.shell.navigator.enter("one", "costs")
    screen.settle()
    assert not screen.reads("On your phone")
    screen.shell.links.takeAlong()
    assert screen.shell.card.kind == ""
    screen.tap("tick-1")
    screen.tap("my-questions")
    screen.settle()
    screen.tap("phone")
    assert read(screen) == "My questions\nCosts\n- Who pays?"
    screen.tap("card-close")
    screen.tap("tick-0")
    assert not screen.found("phone"), "nothing is left to take along"


def test_too_much_for_a_code_is_said(kiosk: Callable[..., Screen], pack: Writer) -> None:
    items = "".join(f"- [ ] {'A long question '[number % 3 :] * 6}?\n" for number in range(12))
    pack.page("words", items)
    screen = kiosk(pack.written(), size=(1280, 800), diagonal=10.1)
    for index in range(12):
        screen.shell.navigator.tick("words", index)
    screen.shell.links.gather()
    screen.settle()
    screen.tap("phone")
    assert screen.reads("This is too much for a code")
    assert not screen.found("phone-code")


def test_it_closes_by_a_touch_beside_it_and_by_a_key_and_says_the_address(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.written(), size=(1920, 1080))
    screen.shell.navigator.enter("one", "two")
    screen.settle()
    screen.tap("phone")
    assert screen.reads("www.example-clinic.org/hair/en/one.html#two")
    said = QAccessible.queryAccessibleInterface(screen.item("phone-code"))
    assert said.role() == QAccessible.Role.Graphic
    name = said.text(QAccessible.Text.Name)
    assert name == "A code with the address www.example-clinic.org/hair/en/one.html#two"
    screen.tap(QPointF(20, screen.window.height() / 2))
    assert screen.shell.card.kind == ""
    keys = Keyboard(screen)
    keys.reach("Tab", "phone")
    keys.press("Return")
    assert screen.shell.card.kind == "phone"
    keys.reach("Tab", "phone-address")
    keys.press("Escape")
    assert screen.shell.card.kind == ""


def test_in_large_letters_its_words_are_read_to_their_end(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.written(), size=(1280, 800), diagonal=10.1, text_size=200)
    screen.shell.navigator.enter("one", "two")
    screen.settle()
    screen.tap("phone")
    address = screen.item("phone-address")
    assert screen.reachable(address).height() < address.height()
    further = screen.item("card-more")
    while further.property("symbol") == "arrow-down":
        screen.tap(further)
    assert screen.reachable(address).bottom() == pytest.approx(screen.area(address).bottom())


def test_nothing_of_it_is_left_after_a_rest(kiosk: Callable[..., Screen], pack: Writer) -> None:
    screen = kiosk(pack.written(), waiting=Clock().waiting())
    screen.shell.navigator.tick("one", 0)
    screen.shell.links.gather()
    screen.settle()
    screen.tap("phone")
    assert screen.shell.card.code
    screen.shell.presence.rest()
    screen.wait(lambda: not screen.found("phone-code"))
    assert (screen.shell.card.kind, screen.shell.card.code) == ("", "")

"""A page past its review says so or goes, from the first visit of the day after it was due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.reading.page_source import PackPages
from kiosk.visit.presence_state import Timing
from kiosk.visit.waiting import Waiting
from tests.flows.packs import Writer
from tests.flows.screen import Screen
from tests.flows.views import PIN, STORED

DUE_DAY = datetime(2026, 11, 22, 23, 59)
DAY_AFTER = datetime(2026, 11, 23, 0, 1)

NOTICE = "This page should have been reviewed again by 22 November 2026. Ask the staff."
IN_TIME = "Reviewed by Dr Test on 1 November 2025. Next review due on 22 November 2026."
PAST = "Reviewed by Dr Test on 1 November 2025. The next review was due on 22 November 2026."
WAITING = "This page is waiting for its review"
EMERGENCY = "In an emergency, call 999 or tell the front desk."


class Door:
    """A kiosk whose clock and calendar a test turns, and those who come to it."""

    def __init__(self, start: Callable[..., Screen], folder: Path) -> None:
        self._start = start
        self._state = folder / "state"
        self.now = 1000.0
        self.date = DUE_DAY
        self.pack = Writer(folder / "pack", ("en", "bn"))
        self.pack.page("one", "## First\n\nA follicle.\n\n## Last\n\n[On](two.md#second)")
        self.pack.page("two", "## Second\n\nGrave words.[^s]\n\n[^s]: A study.", due="2026-11-22")
        self.pack.page("asked", "### Why?\n\nBecause.", layout="faq", due="2026-11-22")

    def open(self, *, hide: bool = False, resting: bool = False) -> Screen:
        self.pack.hide_overdue = hide
        waiting = Waiting(
            clock=lambda: self.now,
            calendar=lambda: self.date,
            timing=Timing(idle=60, ask=30, dim=300),
        )
        self.screen = self._start(
            self.pack.written(), waiting=waiting, resting=resting, pin=STORED, state=self._state
        )
        return self.screen

    def pass_midnight(self) -> None:
        self.now += 120
        self.date = DAY_AFTER

    def leave(self) -> None:
        """Go away: the kiosk asks, and nobody answers."""
        presence = self.screen.shell.presence
        self.now += 61
        presence.check()
        self.now += 31
        presence.check()
        assert presence.phase == "resting"

    def begin(self, page: str = "one") -> Screen:
        self.screen.shell.presence.begin("en")
        return self.turn_to(page)

    def turn_to(self, page: str) -> Screen:
        self.screen.shell.navigator.turnTo(page)
        self.screen.settle()
        return self.screen


@pytest.fixture
def door(kiosk: Callable[..., Screen], tmp_path: Path) -> Door:
    return Door(kiosk, tmp_path)


def test_a_page_says_from_the_day_after_that_its_review_is_overdue(door: Door) -> None:
    door.open()
    screen = door.turn_to("two")
    assert screen.reads(IN_TIME)
    assert not screen.reads(NOTICE)
    door.pass_midnight()
    door.leave()
    screen = door.begin("two")
    assert screen.reads(NOTICE)
    assert screen.reads(PAST)
    assert screen.reads("Grave words.")
    assert not door.turn_to("one").reads("should have been reviewed")


def test_a_date_stands_in_the_screens_language(door: Door) -> None:
    door.date = DAY_AFTER
    door.open()
    screen = door.turn_to("two")
    screen.shell.navigator.chooseLanguage("bn")
    screen.settle()
    assert screen.reads("২২ নভেম্বর ২০২৬ তারিখের মধ্যে")


@pytest.mark.parametrize("hide", [False, True])
def test_midnight_changes_nothing_under_a_readers_hands(door: Door, hide: bool) -> None:
    door.open(hide=hide)
    screen = door.turn_to("two")
    door.pass_midnight()
    screen.shell.presence.touch()
    screen.shell.presence.check()
    screen.shell.navigator.chooseLanguage("bn")
    screen.shell.navigator.chooseLanguage("en")
    door.turn_to("one")
    door.turn_to("two")
    assert screen.reads("Grave words.")
    assert screen.reads(IN_TIME)
    door.leave()
    assert door.begin("two").reads(WAITING) is hide


def test_midnight_while_the_screen_rests_is_noticed_by_itself(door: Door) -> None:
    door.pack.card("Card one", "one").card("Card two", "two")
    screen = door.open(hide=True, resting=True)
    rest_contents = screen.shell.restContents
    rest_contents.turn()
    assert [face.line for face in rest_contents.faces.rows] == ["Card one", "Card two"]
    door.pass_midnight()
    screen.shell.presence.check()
    assert ([face.line for face in rest_contents.faces.rows], rest_contents.cards) == (
        ["Card one"], 1,
    )  # fmt: skip


def test_nothing_of_a_hidden_page_is_left_on_the_screen(door: Door) -> None:
    door.date = DAY_AFTER
    screen = door.open(hide=True)
    screen.shell.readAloud._voices["en"] = True
    tab = screen.item("tab-two")
    screen.tap(tab)
    screen.settle()
    assert screen.reads(WAITING)
    assert screen.reads("Please ask the staff about it.")
    assert screen.reads(EMERGENCY)
    for gone in ("Grave words.", "Page two", "The lead of two.", "A study.", "Dr Test", "Second"):
        assert not screen.reads(gone), gone
    assert not screen.shell.readAloud.available
    assert "Two" in screen.words(tab)
    door.turn_to("asked")
    assert not screen.of_type("QuestionBlock")
    assert not screen.reads("Because.")


def test_a_link_to_a_hidden_page_leads_to_its_calm_words(door: Door) -> None:
    door.date = DAY_AFTER
    screen = door.open(hide=True)
    screen.tap_link("page:two")
    screen.settle()
    assert screen.visit.page == "two"
    assert screen.reads(WAITING)
    assert not screen.found("card")


def test_words_are_not_explained_while_the_glossary_is_hidden(door: Door) -> None:
    door.pack.page("glossary", "Follicle\n\n:   A meaning.", tab=False, due="2026-11-22")
    screen = door.open(hide=True)
    assert [link for _, link in screen.links() if link.startswith("term:")]
    door.pass_midnight()
    door.leave()
    door.begin()
    assert screen.reads("A follicle.")
    assert not [link for _, link in screen.links() if link.startswith("term:")]
    screen.shell.links.go("glossary", "")
    screen.settle()
    assert screen.reads(WAITING)


def test_a_kiosk_whose_every_page_is_hidden_still_runs(door: Door) -> None:
    door.pack.page("one", due="2026-11-22").card("Card one", "one")
    door.date = DAY_AFTER
    screen = door.open(hide=True)
    for page in ("one", "two", "asked"):
        assert door.turn_to(page).reads(WAITING)
    door.leave()
    screen.frame()
    assert screen.reads("A pack for tests")


def test_a_page_that_has_been_reviewed_comes_back_with_the_new_text(door: Door) -> None:
    door.date = DAY_AFTER
    screen = door.open(hide=True)
    assert door.turn_to("two").reads(WAITING)
    door.pack.page("two", "Grave words.", due="2027-11-22")
    pack = load_pack(door.pack.written(), assets=shipped("assets"))
    screen.shell.navigator.replace(pack, PackPages(pack))
    screen.settle()
    assert screen.reads("Grave words.")
    assert not screen.reads(WAITING)


def test_a_hidden_page_names_the_emergency_number_of_the_new_text(door: Door) -> None:
    door.date = DAY_AFTER
    screen = door.open(hide=True)
    assert door.turn_to("two").reads(EMERGENCY)
    file = door.pack.written() / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('"999"', '"112"'), "utf-8")
    pack = load_pack(file.parent, assets=shipped("assets"))
    screen.shell.navigator.replace(pack, PackPages(pack))
    screen.settle()
    assert screen.reads(EMERGENCY.replace("999", "112"))


def test_an_open_question_of_a_page_that_goes_is_forgotten(door: Door) -> None:
    screen = door.open(hide=True)
    door.turn_to("asked")
    screen.shell.navigator.ask("asked", "why")
    door.leave()
    door.pass_midnight()
    screen.shell.presence.check()
    assert screen.visit.questions == ()


def test_staff_read_which_pages_are_overdue_and_which_are_due_soon(door: Door) -> None:
    door.pack.page("next", due="2026-12-05")
    door.date = DAY_AFTER
    screen = door.open(hide=True)
    desk = screen.shell.desk
    desk.gesture()
    for digit in PIN:
        desk.type(int(digit))
    desk.enter()
    screen.wait(lambda: bool(desk.status.counted))
    screen.frame()
    for said in (
        "1 of 4 pages are drafts", "2, off the screen", "Two (English), due on 22 Nov 2026",
        "Asked (English), due on 22 Nov 2026", "Next (English), due on 5 Dec 2026",
    ):  # fmt: skip
        assert screen.reads(said), said
    desk.chooseLanguage("bn")
    screen.frame()
    assert screen.reads("Next (English), যাচাই করার কথা ৫ ডিসে ২০২৬")

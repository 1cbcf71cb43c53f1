"""Another language at any moment: every word, digit and date follows, readers keep their place.

WCAG 2.2, 3.1.1 and 3.1.2: a page, or a part in another language, is in a language that is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPointF

from kiosk.staff.pin import hashed
from tests.combinations import is_every
from tests.flows.clock import Clock
from tests.flows.kinds import PAGES, every_kind
from tests.flows.packs import HEAD, Writer
from tests.flows.screen import Screen
from tests.flows.staff.let_in import PIN, let_in

LINE = "Some words that somebody reads while they wait for their name to be called. " * 3
LINE_BN = "নাম ডাকার জন্য অপেক্ষা করতে করতে কেউ এই কথাগুলো পড়ছেন। " * 4

HEAD_BN = """---
title: পাতা
tab: {tab}
lead: শুরুর কথা।
layout: {layout}
review:
  status: draft
  author: লেখক
---

"""


def sections(words: str, title: str) -> str:
    return "\n\n".join(
        f"## {title} {each} {{#part-{n}}}\n\nক{each} {words}\n\nখ{each} {words}"
        for n, each in enumerate("কখগঘঙচছজঝ")
    )


def questions(words: str, title: str) -> str:
    return "\n\n".join(
        f"### {title} {each}? {{#ask-{n}}}\n\n{title} {each}: {words}"
        for n, each in enumerate("কখগঘঙচছজ")
    )


REVIEWED = """status: reviewed
  reviewer: Dr Test
  reviewed: 2026-01-31
  next_review: 2027-01-31"""


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "text", ("en", "bn"))
    for language, head, words, title in (
        ("en", HEAD, LINE, "Part"), ("bn", HEAD_BN, LINE_BN, "অংশ"),
    ):  # fmt: skip
        listed = f"1. {words}\n2. {words}\n\n{words}[^a]\n\n[^a]: {words}\n"
        for name, layout, text in (
            ("long", "page", sections(words, title)),
            ("asked", "faq", questions(words, title)),
            ("dated", "page", listed),
        ):
            front = head.format(name=name, tab=title, layout=layout)
            if name == "dated":
                front = front.replace("status: draft", REVIEWED)
            writer.raw(name, (front + text).encode(), language=language)
    writer.page("only", f"1. Words\n2. More[^a]\n\n{LINE}\n\n[^a]: A source\n", label="Only")
    writer.card("A line", "long")
    writer.written()
    return writer


@pytest.fixture
def screen(kiosk: Callable[..., Screen], pack: Writer) -> Screen:
    return kiosk(pack.folder, size=(1920, 1080))


def speak(screen: Screen, language: str) -> None:
    screen.tap(f"language-{language}")
    screen.settle()
    screen.frame()


def turn(screen: Screen, page: str) -> None:
    screen.tap(f"tab-{page}")
    screen.settle()


def top_of(screen: Screen, words: str) -> float:
    """Give the height on the screen of the text that starts so."""
    (text,) = (each for each in screen.texts(screen.column) if screen.plain(each).startswith(words))
    return text.mapToScene(QPointF(0, 0)).y()


def test_the_whole_screen_changes_at_once(screen: Screen) -> None:
    turn(screen, "dated")
    english = screen.words()
    assert "Reviewed by Dr Test on 31 January 2026. Next review due on 31 January 2027." in english
    speak(screen, "bn")
    bengali = screen.words()
    assert "যাচাই করেছেন Dr Test, ৩১ জানুয়ারি ২০২৬ তারিখে। আবার যাচাইয়ের কথা ৩১ জানুয়ারি ২০২৭ তারিখে।" in bengali
    for said in ("তথ্যসূত্র", "[১]", "১.", "২.", "অংশ"):
        assert said in bengali, said
    speak(screen, "en")
    assert screen.words() == english


def test_no_word_and_no_digit_of_the_kiosks_own_stays_english(screen: Screen) -> None:
    names = ("English", "Test Clinic", "A pack for tests", "Only", "Dr Test")
    for page in ("long", "asked", "dated"):
        turn(screen, page)
        speak(screen, "bn")
        left = re.sub("|".join(names), "", screen.words())
        assert not re.search(r"[A-Za-z]{2}|[0-9]", left)
        speak(screen, "en")


def test_a_page_that_is_missing_counts_and_speaks_in_its_own_language(screen: Screen) -> None:
    speak(screen, "bn")
    turn(screen, "only")
    assert screen.reads("এই পাতাটি এখনো বাংলায় নেই")
    text = screen.words(screen.column)
    assert {"1.", "2.", "Sources (1)"} <= set(text.split("\n"))
    assert "[1]" in text
    screen.tap_link("source:1")
    assert screen.reads("Source 1")
    assert screen.reads("বন্ধ করুন")


def test_a_reset_returns_to_the_first_language(screen: Screen) -> None:
    speak(screen, "bn")
    screen.shell.navigator.reset()
    screen.settle()
    assert screen.reads("More below")
    assert QCoreApplication.translate("RestScreen", "Touch to start") == "Touch to start"


@pytest.mark.parametrize("size", [(1920, 1080), (800, 1280)])
def test_who_changes_the_language_keeps_page_and_row(
    kiosk: Callable[..., Screen], pack: Writer, size: tuple[int, int]
) -> None:
    screen = kiosk(pack.folder, size=size)
    screen.shell.links.go("long", "part-5")
    screen.wait(lambda: not screen.stack.property("moving"))
    by = top_of(screen, "খচ") - screen.area(screen.column).top() - 5
    screen.column.setProperty("contentY", screen.scrolled + by)
    screen.rest()
    top = top_of(screen, "খচ")
    for language in ("bn", "en"):
        speak(screen, language)
        screen.rest()
        assert screen.visit.page == "long"
        assert top_of(screen, "খচ") == pytest.approx(top, abs=6)


def test_who_changes_the_language_before_all_rows_are_there_keeps_their_row(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder, resting=True)
    pane = screen.shell.navigator.panes[0]
    last = len(pane.rows.rows) - 1
    screen.shell.navigator.chooseLanguage("bn")
    assert 0 < last < len(pane.rows.rows) - 1, "no row was held back"
    assert pane.follow(last) == last


def test_the_open_question_stays_open_where_it_is(screen: Screen) -> None:
    turn(screen, "asked")
    question = screen.of_type("QuestionBlock")[3]
    screen.reach(question)
    screen.tap(question)
    screen.rest()
    before = screen.area(question).top()
    speak(screen, "bn")
    screen.rest()
    after = screen.area(screen.of_type("QuestionBlock")[3]).top()
    assert after == pytest.approx(before, abs=1)
    assert screen.reads("অংশ ঘ: নাম")


def test_pages_that_are_not_on_the_screen_follow_and_keep_their_place(screen: Screen) -> None:
    screen.shell.links.go("long", "part-5")
    screen.wait(lambda: not screen.stack.property("moving"))
    turn(screen, "asked")
    speak(screen, "bn")
    screen.wait(lambda: all(pane.shows("bn", "") for pane in screen.shell.navigator.panes))
    turn(screen, "long")
    screen.rest()
    assert screen.reads("অংশ চ")
    assert not screen.reads("Part")
    assert screen.area(screen.column).contains(QPointF(800, top_of(screen, "অংশ চ")))


def test_no_page_that_is_not_on_the_screen_is_made_before_another_language_is_seen(
    screen: Screen,
) -> None:
    navigator = screen.shell.navigator
    hidden = [pane for pane in navigator.panes if pane.page_name != screen.visit.page]
    before = [pane.rows.rows for pane in hidden]
    made: list[bool] = []
    screen.window.frameSwapped.connect(
        lambda: made.append(any(pane.shows("bn", "") for pane in hidden))
    )
    navigator.chooseLanguage("bn")
    assert not navigator._making.waits, "it might come before the frame"
    assert [pane.rows.rows for pane in hidden] == before
    screen.wait(lambda: bool(made))
    assert not made[0]
    screen.wait(lambda: all(pane.shows("bn", "") for pane in hidden))


def test_every_tab_is_named_in_another_language_before_its_page_is_made(screen: Screen) -> None:
    navigator = screen.shell.navigator
    navigator.chooseLanguage("bn")
    pages = [navigator.pages.page(pane.page_name, "bn") for pane in navigator.panes]
    assert [pane.label for pane in navigator.panes] == [page.tab for page in pages]


def test_a_page_that_is_not_made_yet_is_whole_for_who_turns_to_it(screen: Screen) -> None:
    navigator = screen.shell.navigator
    navigator.chooseLanguage("bn")
    hidden = next(pane for pane in navigator.panes if not pane.shows("bn", ""))
    navigator.turnTo(hidden.page_name)
    assert hidden.shows("bn", "")
    assert hidden.rows.rows == hidden.rows.all


def test_who_has_not_scrolled_sees_the_top(screen: Screen) -> None:
    speak(screen, "bn")
    screen.rest()
    assert screen.scrolled == 0


def test_every_language_is_offered_in_its_own_words(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder, size=(1920, 1080), resting=True)
    screen.settle()
    assert screen.words(screen.item("start-en")).split("\n") == ["Touch to start", "English"]
    assert screen.words(screen.item("start-bn")).split("\n") == ["শুরু করতে চাপ দিন", "বাংলা"]
    screen.tap("start-bn")
    screen.settle()
    assert screen.reads("নিচে আরও আছে")


def test_the_question_whether_somebody_is_there_counts_in_their_digits(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    clock = Clock()
    screen = kiosk(pack.folder, waiting=clock.waiting())
    speak(screen, "bn")
    clock.after(400, screen.shell.presence)
    screen.frame()
    assert screen.reads("আপনি কি এখনো আছেন?")
    assert screen.reads("৩০")


def test_staff_are_spoken_to_in_the_language_that_they_chose(
    kiosk: Callable[..., Screen], pack: Writer, tmp_path: Path
) -> None:
    screen = kiosk(pack.folder, pin=hashed(PIN, (2, 1, 1)), state=tmp_path / "state")
    desk = let_in(screen).shell.desk
    assert screen.reads("Staff page")
    screen.tap("rest-in-bn")
    assert screen.reads("স্টাফের পাতা")
    assert screen.reads(f"{date.today():%Y}".translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")))
    assert not re.search(
        r"[A-Za-z]{4}", re.sub("English", "", screen.words(screen.of_type("StaffPage")[0]))
    )
    screen.tap("page-close")
    screen.shell.presence.begin("en")
    screen.frame()
    assert screen.reads("More below")
    desk.gesture()
    screen.frame()
    assert screen.reads("শুধু স্টাফের জন্য")
    assert screen.words(screen.item("key-7")) == "৭"
    desk.close()
    screen.frame()
    assert screen.reads("More below")


def drawn(screen: Screen) -> list[tuple[str, int, int, int, int]]:
    """Give what stands on the page: the words of each text, and where they are."""
    texts = [(each.property("text"), screen.area(each)) for each in screen.texts(screen.column)]
    return [
        (words, round(at.x()), round(at.y()), round(at.width()), round(at.height()))
        for words, at in texts
    ]


def test_a_page_that_changed_its_language_is_the_same_as_one_made_in_it(
    kiosk: Callable[..., Screen],
) -> None:
    """Each opening, and the sections that show every kind of block there is."""
    changed, made = kiosk(), kiosk(language="bn")
    unlike = []
    for page in PAGES:
        for anchor in ("", *made.shell.navigator.pane(page).sections.anchors):
            if anchor and (page, anchor) not in every_kind() and not is_every():
                continue
            made.shell.navigator.enter(page, anchor)
            changed.shell.navigator.chooseLanguage("en")
            changed.shell.navigator.enter(page, anchor)
            for screen in (made, changed):
                screen.rest()
            changed.shell.navigator.chooseLanguage("bn")
            changed.rest()
            assert drawn(made)
            if drawn(changed) != drawn(made):
                unlike.append(f"{page} {anchor}")
    assert not unlike

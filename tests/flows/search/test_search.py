"""Search: what is typed is found, opened, marked, and forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.reading.page_source import PackPages
from tests.flows.clock import Clock
from tests.flows.keyboard import Keyboard
from tests.flows.packs import Writer
from tests.flows.screen import Screen
from tests.flows.search.typed_search import DOORS, FAQ, begin, type_words


def name_of(item: QQuickItem) -> str:
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)


def test_what_is_typed_is_found_opened_and_marked(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "sting")
    assert name_of(screen.item("result-0")).startswith("One. Needles. Most people feel")
    assert "<u>sting</u></b> &amp; 1 &lt; 2." in screen.shell.search.hits.rows[0].styled
    screen.tap("result-0")
    screen.settle()
    assert screen.visit.place == ("one", "needles")
    assert not screen.found("search-field")
    mark = screen.item("read-mark")
    (text,) = (each for each in screen.texts(screen.column) if "sting" in screen.plain(each))
    assert screen.area(mark).contains(screen.area(text).center())
    begin(screen)
    assert screen.shell.search.typed == "sting"
    assert not screen.found("read-mark")
    screen.tap("search-close")
    screen.shell.navigator.back()
    screen.settle()
    assert not screen.found("read-mark")


@pytest.mark.parametrize("by", ["touch", "key"])
@pytest.mark.parametrize("page", ["one", "ask"])
def test_the_way_back_from_a_result_leads_to_all_that_was_found(
    kiosk: Callable[..., Screen], pack: Writer, by: str, page: str
) -> None:
    parts = (f"## Part {each} {{#p{each}}}\n\nA day of rest.\n" for each in "abcdefgh")
    pack.page("one", "\n".join(parts), layout="doors")
    screen = kiosk(pack.written(), size=(1280, 800), diagonal=10.1)
    begin(screen)
    type_words(screen, "day")
    screen.tap("key-done")
    screen.frame()
    number = max(at for at, each in enumerate(screen.shell.search._results) if each.page == page)
    found = screen.item("search-results")
    item = next(each for each in screen.items(found) if each.objectName() == f"result-{number}")
    far = round(min(item.y(), float(found.property("contentHeight")) - found.height()))
    assert far > 0
    found.setProperty("contentY", far)
    screen.frame()
    screen.tap(item)
    screen.settle()
    assert screen.visit.page == page
    assert not screen.found("search-results")
    if by == "touch":
        screen.tap("back")
    else:
        assert Keyboard(screen).press("Up", "Escape") is not None
        screen.wait(lambda: screen.shell.focus.ringed == screen.item(f"result-{number}"))
    assert screen.shell.search.typed == "day"
    assert screen.item("search-results").property("contentY") == pytest.approx(far, abs=1)
    assert screen.found(f"result-{number}")
    assert not screen.found("search-keys")


def test_whoever_has_gone_on_from_a_result_goes_back_as_always(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "sting")
    screen.tap("result-0")
    screen.settle()
    screen.shell.navigator.enter("one", "costs")
    screen.settle()
    screen.tap("back")
    assert not screen.shell.search.isOpen
    assert screen.visit.place == ("one", "")
    screen.shell.navigator.enter("one", "needles")
    assert not screen.shell.search.leadsBack


def test_a_closed_answer_is_opened(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "a day")
    screen.tap("result-0")
    screen.settle()
    assert screen.visit.question("ask") == "hurt"
    assert screen.reads("A little, for a day.")


def test_nothing_found_says_so_and_offers_the_questions(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "zzqx")
    assert screen.reads("Nothing here says “zzqx”.")
    screen.tap("question-0")
    screen.settle()
    assert screen.visit.question("ask") == "hurt"
    screen.tap("back")
    assert screen.shell.search.typed == "zzqx"
    screen.tap("search-questions")
    screen.settle()
    assert screen.visit.page == "ask"


def test_who_has_typed_nothing_is_offered_what_most_people_ask(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    more = "".join(f"### Why {each}? {{#w{each}}}\n\nSo.\n\n" for each in "abcdefghi")
    long = f"### {'Is it so? ' * 9}{{#long}}\n\nIt is.\n"
    first = f"## Asked most {{#most}}\n\n{FAQ}\n{long}\n## The others {{#others}}\n\n{more}"
    screen = kiosk(pack.page("ask", first, layout="faq").written(), size=(1920, 1080))
    begin(screen)
    assert screen.reads("Asked most\nDoes it hurt?")
    assert not screen.found("question-2")
    assert len({each.height() for each in screen.of_type("SearchQuestion")}) == 1
    type_words(screen, "sting")
    assert not screen.found("question-0")
    screen.tap("search-clear")
    screen.frame()
    screen.tap("question-0")
    screen.settle()
    assert screen.reads("A little, for a day.")
    screen.tap("back")
    assert screen.found("question-0")


def test_a_guess_is_said_to_be_one(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "neddles")
    assert screen.shell.search.meant
    assert screen.reads(f"Nothing for “neddles”. Did you mean “{screen.shell.search.meant}”?")
    assert screen.found("result-0")
    screen.tap("search-questions")
    screen.settle()
    assert screen.visit.page == "ask"


def test_a_visits_end_forgets_it(screen: Screen, clock: Clock) -> None:
    begin(screen)
    type_words(screen, "needles")
    assert clock.after(600, screen.shell.presence) == "asked"
    screen.frame()
    assert screen.of_type("StillThere")
    clock.after(31, screen.shell.presence)
    search = screen.shell.search
    left = (search.isOpen, search.typed, search.meant, search.hits.count, search.page)
    assert left == (False, "", "", 0, "")
    assert not any(isinstance(each, str) and "needle" in each for each in vars(search).values())
    assert QGuiApplication.clipboard().text() == ""
    screen.shell.presence.begin("en")
    screen.settle()
    begin(screen)
    assert screen.shell.search.typed == ""
    assert not screen.found("result-0")


BOX = '!!! caution "Mind"\n\n    First a line.\n\n    Then a bruise.\n'


def test_what_stands_in_a_box_is_framed_there_and_not_the_box(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.page("one", f"{DOORS}\n## Box {{#box}}\n\n{BOX}").written())
    begin(screen)
    type_words(screen, "bruise")
    screen.tap("result-0")
    screen.settle()
    (box,) = screen.of_type("CalloutBlock")
    (first, then) = (
        next(each for each in screen.texts(box) if words in screen.plain(each))
        for words in ("First a line", "Then a bruise")
    )
    mark = screen.area(screen.item("read-mark"))
    assert screen.area(box).contains(mark)
    assert mark.contains(screen.area(then))
    assert not mark.intersects(screen.area(first))


@pytest.mark.parametrize("look", [(1920, 1080, 21.5, 100), (800, 1280, 10.1, 200)])
def test_an_answer_of_a_comparison_is_shown_where_it_stands(
    kiosk: Callable[..., Screen], pack: Writer, look: tuple[int, int, float, int]
) -> None:
    lines = (
        "| You ask | Wait | Lotion | Pills |\n|--|--|--|--|\n| Cost? | No | Some | A fortune |\n"
    )
    compare = f'## Which {{#which}}\n\n!!! compare "Which?"\n\n{lines}'
    *size, diagonal, text_size = look
    screen = kiosk(
        pack.page("one", f"{DOORS}\n{compare}", layout="doors").written(),
        size=tuple(size), diagonal=diagonal, text_size=text_size,
    )  # fmt: skip
    begin(screen)
    for letter in "fortune":
        screen.shell.search.press("type", letter)
    screen.wait(lambda: screen.shell.search.hits.count > 0)
    screen.shell.search.show(0, 0.0)
    screen.settle()
    screen.rest()
    answer = next(each for each in screen.texts(screen.column) if "fortune" in screen.plain(each))
    assert screen.area(screen.item("read-mark")).intersects(screen.area(answer))


def test_a_mark_is_forgotten_too(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "sting")
    screen.tap("result-0")
    screen.shell.presence.rest()
    search = screen.shell.search
    assert (search.page, search.leadsBack, search.left, search.opened) == ("", False, 0, -1)


def test_who_sees_nothing_is_told_of_it(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "pay")
    field = QAccessible.queryAccessibleInterface(screen.item("search-field"))
    assert field.role() == QAccessible.Role.EditableText
    assert field.text(QAccessible.Text.Name) == "What are you looking for?"
    assert field.text(QAccessible.Text.Description) == "pay"
    assert name_of(screen.item("key-delete")) == "Take the last letter away"
    assert name_of(screen.item("key-language")) == "Letters of another language: Deutsch"


def test_new_text_is_searched_and_the_old_one_is_not(screen: Screen, pack: Writer) -> None:
    begin(screen)
    type_words(screen, "sting")
    assert screen.shell.search.hits.count
    pack.page("one", "## Costs {#costs}\n\nA bee.\n", layout="doors")
    loaded = load_pack(pack.written(), assets=shipped("assets"))
    screen.shell.navigator.replace(loaded, PackPages(loaded))
    assert screen.shell.search.hits.count == 0
    screen.wait(lambda: not screen.shell.search.waiting)
    assert screen.shell.search.hits.count == 0
    screen.tap("search-clear")
    type_words(screen, "bee")
    assert screen.found("result-0")


def test_the_question_in_the_field_is_whole_on_a_small_screen_upright(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk(size=(800, 1280), diagonal=10.1)
    begin(screen)
    (question,) = screen.texts(screen.item("search-field"))
    assert not question.property("truncated")

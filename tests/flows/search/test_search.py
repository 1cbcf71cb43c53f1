"""Search by touch and by keys: typed, found, opened, marked, and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QFont, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.input.spoken_guide import described
from kiosk.ui.reading.page_source import PackPages
from tests.flows.arabic import arabic
from tests.flows.clock import Clock
from tests.flows.door import click, key
from tests.flows.keyboard import Keyboard
from tests.flows.measuring import unreadable, untouchable
from tests.flows.packs import Writer
from tests.flows.screen import Screen

DOORS = """\
## Costs {#costs}

Nobody pays for a first talk.

## Needles {#needles}

Thin needles are used.

Most people feel a small **sting** & 1 < 2.
"""
FAQ = "### Does it hurt? {#hurt}\n\nA little, for a day.\n"


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack", ("en", "de"))
    writer.page("one", DOORS, layout="doors").page("ask", FAQ, layout="faq", label="Questions")
    writer.page("one", DOORS.replace("Thin needles", "Dünne Nadeln"), language="de")
    return writer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(kiosk: Callable[..., Screen], pack: Writer, clock: Clock) -> Screen:
    return kiosk(pack.written(), size=(1920, 1080), waiting=clock.waiting())


def begin(screen: Screen) -> None:
    screen.tap("search")
    screen.wait(lambda: bool(screen.found("search-keys")))
    screen.frame()


def type_words(screen: Screen, words: str) -> None:
    for letter in words:
        screen.tap("key-space" if letter == " " else f"key-{letter}")
    screen.wait(lambda: not screen.shell.search.waiting)
    screen.frame()


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


def test_a_letter_is_taken_away_and_then_all_of_them(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "pay")
    screen.tap("key-delete")
    assert screen.shell.search.typed == "pa"
    screen.tap("search-clear")
    assert screen.shell.search.typed == ""
    assert not screen.found("search-clear")
    assert screen.reads("Nothing of it is kept.")


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


@pytest.mark.parametrize(("look", "stay"), [((1280, 800, 10.1), False), ((1920, 1080, 21.5), True)])
def test_the_keys_make_way_for_what_is_moved_where_there_is_little_room(
    kiosk: Callable[..., Screen], look: tuple[int, int, float], stay: bool
) -> None:
    *size, diagonal = look
    screen = kiosk(size=tuple(size), diagonal=diagonal)
    begin(screen)
    type_words(screen, "hair")
    place = screen.area(screen.item("search-results"))
    screen.drag(place.center(), QPointF(0, -place.height() / 2))
    assert bool(screen.found("search-keys")) is stay
    assert screen.item("search-results").property("contentY") > 0
    assert screen.shell.search.isOpen


@pytest.mark.parametrize("language", ["en", "bn"])
def test_where_no_result_fits_above_the_keys_a_button_puts_them_away(
    kiosk: Callable[..., Screen], language: str
) -> None:
    screen = kiosk(size=(1280, 800), diagonal=10.1, text_size=200, language=language)
    begin(screen)
    for letter in {"en": "", "bn": "চুল"}[language]:
        screen.shell.search.press("type", letter)
    screen.wait(lambda: not screen.shell.search.waiting)
    screen.frame()
    first = {"en": "question-0", "bn": "result-0"}[language]
    assert not screen.found(first)
    assert screen.reachable(screen.item("search-show")) == screen.area(screen.item("search-show"))
    screen.tap("search-show")
    assert not screen.found("search-keys")
    item = screen.item(first)
    assert screen.reachable(item) == screen.area(item)


def test_where_one_result_is_seen_above_the_keys_it_is_said_how_many_there_are(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk(size=(1280, 800), diagonal=10.1)
    begin(screen)
    type_words(screen, "pregnant")
    count = screen.shell.search.hits.count
    assert screen.words(screen.item("search-found")) == f"Found: {count}"
    screen.tap("search-found")
    assert not screen.found("search-found")
    assert screen.reads(f"Found: {count}")
    second = screen.item("result-1")
    assert screen.reachable(second) == screen.area(second)


def test_that_button_begins_where_words_begin(kiosk: Callable[..., Screen], tmp_path: Path) -> None:
    screen = kiosk(arabic(tmp_path / "ar"), size=(1280, 800), diagonal=10.1, language="ar")
    begin(screen)
    right = screen.area(screen.item("search-show")).right()
    assert right == pytest.approx(screen.area(screen.item("search-field")).right(), abs=1)


def test_the_keys_go_away_for_what_was_found_and_come_back(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "pay")
    low = screen.area(screen.item("search-results")).bottom()
    screen.tap("key-done")
    assert screen.area(screen.item("search-results")).bottom() > low
    assert not screen.found("search-keys")
    screen.tap("search-field")
    assert screen.found("search-keys")


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


def test_letters_of_another_language_come_from_its_text(screen: Screen) -> None:
    screen.shell.navigator.chooseLanguage("de")
    screen.wait(lambda: bool(screen.shell.search._letters("de")))
    begin(screen)
    type_words(screen, "dü")
    assert screen.found("result-0")
    screen.tap("key-language")
    assert screen.found("key-q")
    assert not screen.found("key-ü")


def test_a_pack_brings_its_own_keys(
    kiosk: Callable[..., Screen], pack: Writer, tmp_path: Path
) -> None:
    folder = pack.folder / "keyboard"
    folder.mkdir()
    (folder / "en.toml").write_text('letters = ["y x c", "sch"]\n', "utf-8")
    screen = kiosk(pack.written())
    begin(screen)
    screen.tap("key-sch")
    assert screen.shell.search.typed == "sch"


def test_bengali_is_typed_with_its_signs_and_conjuncts(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(size=(1920, 1080), language="bn")
    begin(screen)
    for each in ("ব", "য", "থ", "া"):
        screen.tap(f"key-{each}")
        if each == "ব":
            screen.tap("key-্")
    assert screen.shell.search.typed == "ব্যথা"
    screen.wait(lambda: bool(screen.found("result-0")))
    screen.tap("search-clear")
    screen.tap("key-more")
    screen.tap("key-ক্ষ")
    # One conjunct at a time.
    assert screen.found("key-ক")
    screen.tap("key-digits")
    screen.tap("key-৩")
    assert screen.shell.search.typed == "ক্ষ৩"


def test_a_key_keeps_its_place_while_it_changes(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(size=(1920, 1080), language="bn")
    begin(screen)
    first, key = screen.item("key-অ"), screen.item("key-ক")
    screen.tap(key)
    assert screen.item("key-্") is first
    assert screen.item("key-ক") is key


def test_letters_of_a_real_keyboard_are_typed_on_a_locked_kiosk(screen: Screen) -> None:
    keys = Keyboard(screen)
    click(screen.window, Qt.Key.Key_X, text="x")
    begin(screen)
    for letter in "a  stinx":
        click(screen.window, Qt.Key.Key_Space if letter == " " else Qt.Key.Key_A, text=letter)
    key(screen.window, Qt.Key.Key_A, text="a", repeated=True)
    click(screen.window, Qt.Key.Key_Backspace)
    click(screen.window, Qt.Key.Key_G, text="g")
    assert screen.shell.search.typed == "a sting"
    control = Qt.KeyboardModifier.ControlModifier
    QGuiApplication.clipboard().setText("pasted")
    for code, text in ((Qt.Key.Key_V, "\x16"), (Qt.Key.Key_C, "\x03"), (Qt.Key.Key_A, "a")):
        click(screen.window, code, control, text)
    click(screen.window, Qt.Key.Key_Paste)
    assert screen.shell.search.typed == "a sting"
    assert QGuiApplication.clipboard().text() == "pasted"
    QGuiApplication.clipboard().clear()
    screen.wait(lambda: screen.shell.search.hits.count > 0)
    keys.press("Return")
    assert screen.visit.page == "one"
    begin(screen)
    keys.press("Escape")
    assert not screen.shell.search.isOpen


def test_six_keys_type_and_open(screen: Screen) -> None:
    keys = Keyboard(screen)
    begin(screen)
    for letter in "pay":
        for _ in range(60):
            if keys.held is not None and keys.held.objectName() == f"key-{letter}":
                break
            keys.press("Right")
        keys.press("Return")
    assert screen.shell.search.typed == "pay"
    assert described(screen.item("key-y")) == "y, button."
    for _ in range(60):
        if keys.held is not None and keys.held.objectName() == "result-0":
            break
        keys.press("Left")
    keys.press("Return")
    screen.settle()
    assert screen.visit.place == ("one", "costs")


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


def test_letters_on_the_keys_grow_with_what_is_read(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(size=(3840, 2160), diagonal=43.0)
    begin(screen)

    def size() -> int:
        (face,) = screen.texts(screen.item("key-q"))
        font = face.property("font")
        assert isinstance(font, QFont)
        return font.pixelSize()

    usual = size()
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=200))
    screen.frame()
    assert size() > 1.7 * usual
    assert screen.area(screen.item("search-keys")).top() > screen.window.height() / 2


LOOKS = (
    (1920, 1080, 21.5, 100), (1080, 1920, 21.5, 200), (1280, 800, 10.1, 100),
    (800, 1280, 10.1, 200), (3840, 2160, 55.0, 100), (3840, 2160, 43.0, 200),
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "bn", "ar"])
def test_every_key_is_large_enough_and_no_word_is_cut(
    kiosk: Callable[..., Screen], tmp_path: Path, language: str
) -> None:
    """One kiosk a language becomes a screen of every size."""
    content = arabic(tmp_path / "ar") if language == "ar" else None
    screen = kiosk(content, language=language)
    begin(screen)
    (sheet,) = screen.of_type("SearchScreen")
    for letter in {"en": "hair", "bn": "চুল", "ar": "شعر"}[language]:
        screen.shell.search.press("type", letter)
    screen.wait(lambda: screen.shell.search.hits.count > 0)
    found = []
    for width, height, diagonal, text_size in LOOKS:
        screen.measure(width, height, diagonal)
        screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=text_size))
        for layer in ("letters", "digits"):
            screen.shell.search.press(layer, "")
            screen.frame()
            wrong = untouchable(screen, sheet) + unreadable(screen, sheet)
            found += [f"{width} x {height}, {text_size} %, {layer}: {each}" for each in wrong]
    assert not found, "\n".join(found)

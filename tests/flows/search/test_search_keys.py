"""The keys that words are typed with: on the screen, a keyboard's, and a keypad's six."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication

from kiosk.ui.input.spoken_guide import described
from tests.flows.arabic import arabic
from tests.flows.door import click, key
from tests.flows.keyboard import Keyboard
from tests.flows.measuring import unreadable, untouchable
from tests.flows.packs import Writer
from tests.flows.screen import Screen
from tests.flows.search.typed_search import begin, type_words


def test_a_letter_is_taken_away_and_then_all_of_them(screen: Screen) -> None:
    begin(screen)
    type_words(screen, "pay")
    screen.tap("key-delete")
    assert screen.shell.search.typed == "pa"
    screen.tap("search-clear")
    assert screen.shell.search.typed == ""
    assert not screen.found("search-clear")
    assert screen.reads("Nothing of it is kept.")


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

"""What is heard of a search: by the kiosk's own voice, which says what is listed."""

from __future__ import annotations

import logging
import shlex
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.flows.packs import Writer
from tests.flows.screen import Screen

NEEDLES = {
    "en": ("Needles", "Thin needles are used."),
    "bn": ("সুই", "পাতলা সুই ব্যবহার হয়।"),
}
LINES = {"en": "Found: 1", "bn": "পাওয়া গেছে: ১"}


@pytest.fixture
def engine(tmp_path: Path) -> tuple[str, ...]:
    """Give a program that writes down what it is to say, and makes a short sound of it."""
    sound = tmp_path / "sound.wav"
    with wave.open(str(sound), "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(bytes(1600))
    file = shlex.quote(str(tmp_path / "said"))
    return "sh", "-c", f"cat >> {file}; echo >> {file}; cat {shlex.quote(str(sound))}"


def opened(
    kiosk: Callable[..., Screen], folder: Path, engine: tuple[str, ...], language: str
) -> Screen:
    title, text = NEEDLES[language]
    writer = Writer(folder / "pack", (language,))
    page = f"## {title} {{#needles}}\n\n{text}\n\n## Two {{#two}}\n\nA.\n\n## Three\n\nB.\n"
    writer.page("one", page, layout="doors", label="One", language=language)
    writer.page("ask", "### A? {#a}\n\nB.\n", layout="faq", label="Ask", language=language)
    screen = kiosk(
        writer.written(), size=(1920, 1080), language=language, speech={language: engine}
    )
    screen.tap("search")
    screen.wait(lambda: bool(screen.found("search-keys")))
    return screen


def type_words(screen: Screen, words: str) -> None:
    for letter in words:
        screen.shell.search.press("type", letter)
    screen.wait(lambda: not screen.shell.search.waiting)
    screen.frame()


def said(folder: Path) -> list[str]:
    return [each for each in (folder / "said").read_text("utf-8").splitlines() if each]


@pytest.mark.parametrize("language", ["en", "bn"])
def test_each_result_says_its_page_its_section_and_its_sentence(
    kiosk: Callable[..., Screen], tmp_path: Path, engine: tuple[str, ...], language: str
) -> None:
    screen = opened(kiosk, tmp_path, engine, language)
    title, text = NEEDLES[language]
    type_words(screen, title.lower())
    read_aloud, marked = screen.shell.readAloud, []
    read_aloud.changed.connect(
        lambda: marked.append(bool(screen.item("result-0").property("read")))
    )
    screen.tap("search-listen")
    assert not screen.found("search-keys")
    screen.wait(lambda: not read_aloud.active)
    assert " ".join(said(tmp_path)) == f"{LINES[language]} One. {title}. {text}"
    assert True in marked
    assert not marked[-1]


@pytest.mark.parametrize("typed", ["zzqx", "neddles", ""])
def test_that_nothing_was_found_is_said_and_what_is_offered_instead(
    kiosk: Callable[..., Screen], tmp_path: Path, engine: tuple[str, ...], typed: str
) -> None:
    screen = opened(kiosk, tmp_path, engine, "en")
    type_words(screen, typed)
    screen.tap("search-listen")
    screen.wait(lambda: not screen.shell.readAloud.active)
    first, last = {
        "zzqx": ("Nothing here says “zzqx”.", "A?"),
        "neddles": ("Nothing for “neddles”.", "Thin needles are used."),
        "": ("Type a word, or a question.", "A?"),
    }[typed]
    assert (said(tmp_path)[0], said(tmp_path)[-1]) == (first, last)


@pytest.mark.parametrize("by", ["stop", "typing", "opening", "closing", "rest"])
def test_it_is_silent_and_keeps_nothing_once_what_is_listed_goes(
    kiosk: Callable[..., Screen], tmp_path: Path, by: str
) -> None:
    screen = opened(kiosk, tmp_path, ("sleep", "600"), "en")
    type_words(screen, "needles")
    screen.tap("search-listen")
    read_aloud = screen.shell.readAloud
    assert (read_aloud.active, read_aloud.page) == (True, "")
    assert screen.found("listen-bar")
    match by:
        case "stop":
            screen.tap("listen-stop")
        case "typing":
            screen.tap("search-field")
        case "opening":
            screen.tap("result-0")
        case "closing":
            screen.tap("search-close")
        case _:
            screen.shell.presence.rest()
    assert not read_aloud.active
    reading = read_aloud._page_reading
    assert reading is not None
    assert reading._reading.utterances == ()
    assert (reading._voice._speech, reading._voice._then, reading._voice._made) == (None, None, {})


@pytest.mark.parametrize("engine_works", [True, False])
def test_no_word_of_it_stands_in_the_log(
    kiosk: Callable[..., Screen],
    tmp_path: Path,
    engine: tuple[str, ...],
    caplog: pytest.LogCaptureFixture,
    engine_works: bool,
) -> None:
    with caplog.at_level(logging.DEBUG):
        screen = opened(kiosk, tmp_path, engine if engine_works else ("false",), "en")
        type_words(screen, "zzqx")
        screen.tap("search-listen")
        screen.wait(lambda: not screen.shell.readAloud.active)
        screen.tap("question-0")
        screen.settle()
        screen.tap("back")
        screen.shell.presence.rest()
    assert "zzqx" not in caplog.text
    assert ("doesn't work" in caplog.text) is not engine_works


def test_what_is_read_of_a_page_ends_when_somebody_searches(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    screen = opened(kiosk, tmp_path, ("sleep", "600"), "en")
    screen.tap("search-close")
    screen.shell.readAloud.listen(-1)
    assert screen.shell.readAloud.active
    screen.tap("search")
    assert not screen.shell.readAloud.active

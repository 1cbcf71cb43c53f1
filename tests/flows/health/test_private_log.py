"""The log is about the kiosk, never about the person before it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.flows.packs import Writer
from tests.flows.screen import Screen


def test_a_visit_leaves_no_line_in_the_log(
    tmp_path: Path, kiosk: Callable[..., Screen], caplog: pytest.LogCaptureFixture
) -> None:
    question = "### Does it hurt?\n\nA little.\n"
    writer = Writer(tmp_path, ("en", "bn"))
    for language in writer.languages:
        writer.page("firstpage", question, language=language, layout="faq")
        writer.page("secondpage", "[Go](firstpage.md)", language=language)
        writer.page("thirdpage", "- [ ] Does it hurt?", language=language, tab=False)
    screen = kiosk(writer.written(), locked=False)
    with caplog.at_level(logging.DEBUG, "kiosk"):
        screen.shell.navigator.turnTo("secondpage")
        screen.frame()
        screen.shell.navigator.chooseLanguage("bn")
        screen.frame()
        screen.shell.links.go("firstpage", "")
        screen.shell.navigator.ask("firstpage", "does-it-hurt")
        screen.shell.navigator.turnTo("thirdpage")
        screen.shell.navigator.tick("thirdpage", 0)
        screen.frame()
        screen.shell.navigator.back()
        screen.settle()
        screen.tap(screen.stack)
    told = [record.getMessage() for record in caplog.records if record.name.startswith("kiosk")]
    assert told == []

"""The preview: the panes as a screen would show them, the findings, and what a save does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import cast

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity
from kiosk.check.material.rule import PageRule, Survey
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from kiosk.ui.preview.checker import Checker
from kiosk.ui.preview.command import Preview
from kiosk.ui.preview.findings import PANELS
from tests.conftest import Kept
from tests.flows.hands import Hands
from tests.flows.packs import Writer
from tests.flows.screen import Screen
from tests.waiting import LIMIT

WORDS = "Some words that somebody writes, and reads once more. " * 8


class Desk:
    """Somebody who writes pages, with the preview beside the editor."""

    def __init__(self, preview: Preview, qtbot: QtBot) -> None:
        self.preview = preview
        self.qtbot = qtbot
        # All that a screen asks for is a window, a shell and an engine.
        self.screen = Screen(cast(Kiosk, preview), qtbot)
        preview.window.show()
        self.wait_for_check()

    def wait_for_check(self) -> None:
        self.qtbot.waitUntil(lambda: not self.preview.results.busy)

    def pick(self, switch: str, word: str) -> None:
        (option,) = [
            each
            for each in self.screen.items(self.screen.item(switch))
            if each.property("modelData") == word
        ]
        self.screen.tap(self.screen.area(option).center())
        self.screen.frame()

    def words(self, name: str) -> str:
        return str(self.screen.item(name).property("text"))

    def found(self) -> list[str]:
        """Give the rules of the findings in the list."""
        return [line.rule for line in self.preview.results.findings.rows]


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "text", ("en", "bn"))
    writer.page("one", f"## First {{#first}}\n\n{WORDS}\n\n## Last {{#last}}\n\n{WORDS}")
    writer.page("two", "## Part {#part}\n\nTwo.\n\n" + WORDS)
    writer.page("one", "## প্রথম {#first}\n\nএক।\n\n## শেষ {#last}\n\nদুই।", language="bn")
    writer.written()
    return writer


@pytest.fixture
def desk(pack: Writer, qtbot: QtBot) -> Iterator[Desk]:
    preview = Preview(pack.folder, shipped("assets"), still=0.05)
    yield Desk(preview, qtbot)
    preview.close()


def test_the_panes_stand_on_a_screen_of_the_chosen_size_whole_in_the_window(desk: Desk) -> None:
    for word, panel in zip((p.name for p in PANELS), PANELS, strict=True):
        desk.pick("screen", word)
        for stands, sides in (
            ("Landscape", (panel.width, panel.height)),
            ("Portrait", (panel.height, panel.width)),
        ):
            desk.pick("upright", stands)
            device = desk.screen.item("device")
            assert [device.width(), device.height()] == list(sides)
            window = desk.preview.window
            shown = device.mapRectToScene(QRectF(0, 0, *sides))
            assert QRectF(0, 0, window.width(), window.height()).contains(shown)
            mm = (sides[0] ** 2 + sides[1] ** 2) ** 0.5 / panel.diagonal / 25.4
            assert desk.screen.mm == pytest.approx(mm, rel=0.001)


def test_text_size_colours_and_language_are_switched(desk: Desk) -> None:
    desk.pick("text", "200")
    desk.pick("colours", "High contrast")
    desk.pick("language", "বাংলা")
    visit = desk.screen.visit
    assert (visit.text_size, visit.scheme, visit.language) == (200, "contrast", "bn")


def test_what_is_saved_is_shown_and_checked_at_once(desk: Desk, pack: Writer) -> None:
    before = desk.found()
    pack.page("two", "## Part {#part}\n\n#### Too deep {#deep}\n\nNew words on two.")
    desk.screen.shell.navigator.turnTo("two")
    desk.qtbot.waitUntil(
        lambda: any("New words" in desk.screen.plain(each) for each in desk.screen.texts()),
    )
    desk.qtbot.waitUntil(lambda: "heading-order" in desk.found())
    assert "heading-order" not in before


def test_a_missing_picture_is_words_and_a_finding_until_it_comes(
    desk: Desk, pack: Writer, logged: Kept
) -> None:
    def shown() -> list[str]:
        return [desk.screen.plain(each) for each in desk.screen.texts()]

    pack.page("one", "## First {#first}\n\n![A thing](thing.svg)\n\n" + WORDS)
    desk.qtbot.waitUntil(lambda: "A thing" in shown())
    assert "This picture can't be shown" in shown()
    desk.qtbot.waitUntil(lambda: "unreadable" in desk.found())
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"/>'
    (pack.folder / "thing.svg").write_text(svg, "utf-8")
    desk.qtbot.waitUntil(lambda: "A thing" not in shown())
    desk.qtbot.waitUntil(lambda: "unreadable" not in desk.found())


def test_a_comparison_is_chosen_in_by_touch_and_keeps_the_choice_when_it_is_saved(
    desk: Desk, pack: Writer
) -> None:
    def save(cell: str) -> None:
        head = "!!! compare\n    | You ask | Lotion | Wait | Pills |\n    |--|--|--|--|\n"
        pack.page("one", f"{head}    | Helped | {cell} | Nobody knows | 48: kept hair |\n")

    def reads(words: str) -> bool:
        return desk.screen.reads(words)

    save("26: saw hair")
    desk.qtbot.waitUntil(lambda: reads("26 in 100"))
    assert not reads("48 in 100")
    desk.screen.tap(desk.screen.area(desk.screen.item("option-0-2")).center())
    desk.qtbot.waitUntil(lambda: reads("48 in 100"))
    desk.qtbot.waitUntil(lambda: "claim-source" in desk.found())
    save("27:saw hair")
    desk.qtbot.waitUntil(lambda: "misread" in desk.found())
    assert reads("48 in 100")
    # Lotion stands beside it, as words: what looks like people in 100 is the finding.
    assert reads("27:saw hair")
    save("27: saw hair")
    desk.qtbot.waitUntil(lambda: reads("27 in 100"))
    assert reads("48 in 100")
    desk.qtbot.waitUntil(lambda: "misread" not in desk.found())


def test_a_touch_on_a_finding_shows_its_place(desk: Desk, pack: Writer) -> None:
    pack.page(
        "one",
        f"## প্রথম {{#first}}\n\nএক।\n\n## শেষ {{#last}}\n\n<b>দুই</b>। {WORDS}",
        language="bn",
    )
    desk.qtbot.waitUntil(lambda: "raw-html" in desk.found())
    desk.wait_for_check()
    at = desk.found().index("raw-html")
    rows = desk.screen.item("findings")
    rows.setProperty("contentY", 0)
    with desk.qtbot.waitSignal(desk.screen.shell.navigator.sectionRequested) as asked:
        (line,) = [
            each for each in desk.screen.of_type("PreviewFinding") if each.property("index") == at
        ]
        desk.screen.tap(line.mapToScene(QPointF(line.width() / 2, line.height() / 2)))
    assert asked.args == ["one", "last"]
    assert desk.screen.visit.language == "bn"


def test_a_finding_knows_the_next_touch_after_one_that_was_taken_back(desk: Desk) -> None:
    finding = desk.screen.of_type("PreviewFinding")[0]
    plain = finding.property("color")
    hands = Hands(desk.preview.window)
    hands.press(f0=desk.screen.middle(finding))
    held = finding.property("color")
    assert held != plain
    hands.cancel()
    assert finding.property("color") == plain
    hands.press(f0=desk.screen.middle(finding))
    assert finding.property("color") == held
    hands.move(f0=QPointF(0, 0))
    assert finding.property("color") == plain
    hands.release()


def test_a_page_that_breaks_is_a_finding_and_the_others_stay(
    desk: Desk, pack: Writer, logged: Kept
) -> None:
    pack.raw("two", b"---\ntitle: Two\nreview: {status: draft, author: A}\n")
    desk.qtbot.waitUntil(lambda: "unreadable" in desk.found())
    assert desk.words("sum").startswith("Errors: ")
    assert all("front matter has no end" in line for line in logged.lines)
    pack.page("two", "Mended.")
    desk.qtbot.waitUntil(lambda: "unreadable" not in desk.found())


def test_a_pack_that_breaks_leaves_the_last_good_text(desk: Desk, pack: Writer) -> None:
    good = (pack.folder / "pack.toml").read_text("utf-8")
    (pack.folder / "pack.toml").write_text("title = ", "utf-8")
    desk.qtbot.waitUntil(lambda: "unreadable" in desk.found())
    assert desk.screen.shell.navigator.panes.count == 2
    (pack.folder / "pack.toml").write_text(good, "utf-8")
    desk.qtbot.waitUntil(lambda: "unreadable" not in desk.found())


def test_a_check_that_breaks_off_is_said_and_the_next_one_is_shown(
    pack: Writer, qtbot: QtBot, logged: Kept
) -> None:
    broken = ["The calendar is gone."]

    def calendar() -> datetime:
        if broken and current_thread() is not main_thread():
            raise OSError(broken[0])
        return datetime(2026, 11, 22)

    with closing(Preview(pack.folder, shipped("assets"), 0.05, calendar)) as preview:
        desk = Desk(preview, qtbot)
        assert desk.words("sum").startswith("The check broke off.")
        assert set(logged.lines) == {"The check broke off."}
        broken.clear()
        preview.examine()
        desk.wait_for_check()
        assert desk.words("sum").startswith("Errors: ")


def test_a_window_that_is_closed_waits_for_no_more_than_a_page(desk: Desk, pack: Writer) -> None:
    seen, began = list[str](), Event()

    def look(sheet: CheckedPage, survey: Survey) -> Iterator[Mark]:
        seen.append(sheet.name)
        began.set()
        reader._closed.wait(LIMIT)
        return iter(())

    reader = Checker(
        pack.folder, shipped("assets"), lambda: datetime(2026, 11, 22).date(), desk.preview.shell,
        cache=pack.folder.with_name("cache"),
        rules=(PageRule("slow", Severity.WARNING, "nothing", look),),
    )  # fmt: skip
    reader.begin(release=False)
    assert began.wait(LIMIT)
    reader.close()
    assert not reader.busy
    assert len(seen) == 1


def test_a_check_that_finds_the_same_leaves_the_list_where_it_is(desk: Desk) -> None:
    assert desk.found()
    with desk.qtbot.assertNotEmitted(desk.preview.results.findings.modelReset):
        desk.preview.examine()
        desk.wait_for_check()


def test_pythons_collector_is_off_beside_the_thread_that_checks(pack: Writer) -> None:
    """It would end Qt's objects in that thread."""
    telling = (
        "import gc, sys\n"
        "from kiosk.__main__ import main\n"
        "from kiosk.ui.preview import command\n"
        "command.preview = lambda folder, assets: print(gc.isenabled())\n"
        "main(['preview', sys.argv[1]])"
    )
    line = [sys.executable, "-c", telling, str(pack.folder)]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


def test_before_a_release_drafts_are_errors(desk: Desk) -> None:
    assert "no-drafts" not in desk.found()
    desk.pick("release", "Before a release")
    desk.wait_for_check()
    assert "no-drafts" in desk.found()


def test_a_folder_without_a_pack_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"pack\.toml"):
        Preview(tmp_path, shipped("assets"))


def test_the_window_is_drawn(desk: Desk, tmp_path: Path) -> None:
    picture = desk.preview.window.grabWindow()
    assert isinstance(picture, QImage)
    assert len({picture.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 600, 7)}) > 8

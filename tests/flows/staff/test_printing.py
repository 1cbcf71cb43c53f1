"""Staff print a page: a real CUPS gets it, and each thing that goes wrong is one sentence."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.staff.pin import hashed
from kiosk.ui.staff.page_printing import PagePrinting
from tests.conftest import Kept
from tests.flows.clock import Clock
from tests.flows.packs import Writer
from tests.flows.print_service import PrintService, print_service
from tests.flows.screen import Screen
from tests.flows.staff.let_in import PIN, let_in


@pytest.fixture(scope="module")
def service() -> Iterator[PrintService]:
    if os.geteuid() != 0:
        pytest.skip("cups-pdf may be run by root only")
    with print_service() as running:
        yield running


@pytest.fixture
def desk(
    kiosk: Callable[..., Screen], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Screen]:
    """Give a function that opens the staff page of a kiosk with a printer."""
    pages = tmp_path / "pages"
    pages.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(pages))

    def opened(printer: str, **surroundings: str) -> Screen:
        for name, value in surroundings.items():
            monkeypatch.setenv(name, value)
        writer = Writer(tmp_path / "pack", ("en", "bn")).page("one", label="Risks").page("two")
        writer.page("one", language="bn", label="ঝুঁকি")
        screen = kiosk(
            writer.written(), size=(1920, 1080), waiting=Clock().waiting(), printer=printer,
            pin=hashed(PIN, (2, 1, 1)), state=tmp_path / "state",
        )  # fmt: skip
        return let_in(screen)

    return opened


def printing(screen: Screen) -> PagePrinting:
    found = screen.shell.desk.printing
    assert isinstance(found, PagePrinting)
    return found


def outcome(screen: Screen, page: str = "one") -> str:
    """Print a page and give what is told of it when it is over."""
    if not screen.found("print-card"):
        screen.tap("staff-print")
    screen.tap(f"print-{page}")
    screen.wait(lambda: printing(screen).outcome != "busy")
    screen.frame()
    return screen.plain(screen.item("print-told"))


def left() -> list[Path]:
    """Give what a page that was printed has left behind."""
    return list(Path(tempfile.gettempdir()).iterdir())


def test_a_page_comes_out_of_the_printer_in_the_language_chosen(
    desk: Callable[..., Screen], service: PrintService
) -> None:
    screen = desk(service.printer, **service.surroundings)
    screen.tap("staff-print")
    screen.tap("print-in-bn")
    assert "ঝুঁকি" in screen.words()
    assert outcome(screen) == f"Handed to the printer {service.printer}."
    screen.wait(lambda: bool(service.printed()))
    (file,) = service.printed()
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages: +1\n", told)
    assert "A4" in told
    assert left() == []


def test_the_screen_goes_on_while_a_page_is_made_and_takes_no_second_one(
    desk: Callable[..., Screen], service: PrintService
) -> None:
    screen = desk(service.printer, **service.surroundings)
    screen.tap("staff-print")
    screen.tap("print-one")
    assert screen.reads("The page is being made")
    assert not screen.item("print-two").isEnabled()
    screen.tap("print-close")
    assert not screen.found("print-card")
    screen.wait(lambda: printing(screen).outcome == "sent")
    assert left() == []


def test_a_printer_that_nobody_knows_or_that_is_stopped_is_told(
    desk: Callable[..., Screen], service: PrintService, logged: Kept
) -> None:
    screen = desk("nobody", **service.surroundings)
    assert outcome(screen).startswith("There is no printer called nobody.")
    service.run("cupsdisable", service.printer)
    try:
        screen = desk(service.printer)
        assert outcome(screen).startswith(f"The printer {service.printer} is stopped.")
    finally:
        service.run("cupsenable", service.printer)
    service.run("cupsreject", service.printer)
    try:
        assert "not accepting" in outcome(screen)
    finally:
        service.run("cupsaccept", service.printer)
    assert left() == []
    assert len(logged.lines) == 3


def test_a_service_that_does_not_run_is_told(
    desk: Callable[..., Screen], tmp_path: Path, logged: Kept
) -> None:
    screen = desk("any", CUPS_SERVER=str(tmp_path / "nothing"))
    assert outcome(screen).startswith("The print service does not answer.")
    assert logged.lines


def test_without_cups_that_is_told(desk: Callable[..., Screen], logged: Kept) -> None:
    screen = desk("any", PATH="/nowhere")
    assert outcome(screen).startswith("Printing is not installed here.")
    assert left() == []
    assert logged.lines


def stub(folder: Path, name: str, script: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def test_a_print_service_that_hangs_is_given_up(
    desk: Callable[..., Screen], tmp_path: Path, logged: Kept
) -> None:
    path = stub(tmp_path / "bin", "lpstat", "exec sleep 600")
    screen = desk("any", PATH=path)
    printing(screen)._limit.setInterval(200)  # ms
    assert outcome(screen).startswith("It took too long")
    assert left() == []
    assert logged.lines


def test_a_page_that_cannot_be_made_says_why(
    desk: Callable[..., Screen], tmp_path: Path, logged: Kept
) -> None:
    path = stub(tmp_path / "bin", "lpstat", "echo scheduler is running; echo printer any is idle")
    screen = desk("any", PATH=path)
    screen.tap("staff-print")
    (tmp_path / "pack" / "en" / "one.md").unlink()
    (tmp_path / "pack" / "pack.toml").write_text("title =", "utf-8")
    said = outcome(screen)
    assert said.startswith("The page can't be made: ")
    assert "pack.toml" in said
    assert left() == []
    assert logged.lines


def test_a_kiosk_that_ends_leaves_no_page_behind(
    desk: Callable[..., Screen], tmp_path: Path
) -> None:
    path = stub(tmp_path / "bin", "lpstat", "exec sleep 600")
    screen = desk("any", PATH=path)
    screen.tap("staff-print")
    screen.tap("print-one")
    assert left() != []
    screen.shell.desk.stop()
    assert left() == []


def test_on_a_small_screen_a_touch_leads_to_the_last_of_the_pages(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    pin = hashed(PIN, (2, 1, 1))
    screen = let_in(
        kiosk(
            size=(1280, 800), diagonal=10.1, waiting=Clock().waiting(), printer="nobody", pin=pin,
            state=tmp_path / "state",
        )
    )  # fmt: skip
    screen.shell.desk.ask("print")
    screen.wait(lambda: bool(screen.found("print-about")))
    last = screen.item("print-about")
    assert screen.reachable(last).height() < last.height()
    further = screen.item("card-more")
    while further.property("symbol") == "arrow-down":
        screen.tap(further)
    assert screen.reachable(last) == screen.area(last)


def test_without_a_printer_nothing_is_offered(desk: Callable[..., Screen]) -> None:
    screen = desk("")
    assert screen.found("staff-rest")
    assert not screen.found("staff-print")
    screen.shell.desk.ask("print")
    screen.frame()
    assert not screen.found("print-card")

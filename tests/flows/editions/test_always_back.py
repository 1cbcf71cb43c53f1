"""A text that hangs the screen, played for real: killed, set aside, and back once it is mended."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.health.crash_record import moment
from kiosk.health.text_starts import CUT_OFF
from kiosk.pack.copying import fingerprint
from kiosk.pack.editions import Editions
from kiosk.ui.editions.current_text import BEATS
from tests.flows.editions.torn_kiosk import Windowless
from tests.flows.packs import Writer
from tests.flows.running import Machine, Running

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'

HANGING = """
        from kiosk.ui.editions import current_text
        from kiosk.ui.reading.page_source import PackPages
        current_text.BEAT = 5
        drawn = PackPages.picture
        def picture(self, source, language):
            if "heavy" in source:
                told("HANGING")
                threading.Event().wait()
            return drawn(self, source, language)
        PackPages.picture = picture
"""
"""Whatever shows the drawing of that name hangs in the thread that draws and hears touches."""

SPY = """
        def shown():
            news = self.current_text.news()
            page = self.shell.navigator.panes[0]
            words = page.rows.rows[0].plain if page.rows.rows else "being updated"
            found = f"SHOWN {words}; aside {bool(news.aside)}; findings {len(news.findings)}"
            if found != self.seen:
                self.seen = found
                told(found)
        self.seen = ""
        self.spy = QTimer(interval=20)
        self.spy.timeout.connect(shown)
        self.spy.start()
"""
"""Tells what stands on the first page, and what staff read, each time that it changes."""


class Clinic:
    """A kiosk with a text folder, and a watchdog that ends what hangs."""

    def __init__(self, folder: Path) -> None:
        self.machine = Machine(folder)
        self.pack = self.machine.pack
        self.editions = Editions(self.machine.state / "kiosk", self.pack)

    def write(self, words: str, *, heavy: bool = False) -> None:
        """Write the whole text anew; with the drawing that hangs the screen, or without it."""
        new = Writer(self.pack.with_name("next")).page("one", words)
        (new.folder / "heavy.svg").write_text(DRAWING)
        new.page("two", "![A thing](heavy.svg)" if heavy else "Nothing.").written()
        self.pack.rename(self.pack.with_name(f"old-{time.monotonic_ns()}"))
        new.folder.rename(self.pack)

    @contextmanager
    def start(self) -> Iterator[Running]:
        with self.machine.start(made=HANGING.strip(), running=SPY.strip()) as running:
            yield running

    def held(self, words: str) -> None:
        """Run until a text has been made an edition and has held, then end in order."""
        with self.start() as running:
            running.until(f"SHOWN {words}")
            while not self.is_good():
                running.message()
            assert running.send(signal.SIGTERM).ended()[0] == 0

    def is_good(self) -> bool:
        current = next(self.editions.whole(), None)
        file = self.editions.folder / "starts.json"
        return bool(current and file.exists() and f'"held":"{current.digest}"' in file.read_text())

    def hangs(self, number: signal.Signals = signal.SIGABRT) -> None:
        """Start, wait until the screen hangs, and do to it what systemd's watchdog does."""
        with self.start() as running:
            running.until("HANGING")
            assert running.send(number).ended()[0] == -number


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Clinic, Path]:
    """Give a clinic whose good text gave way to one that hung three times, and its kept state."""
    clinic = Clinic(tmp_path_factory.mktemp("hung"))
    clinic.write("Good.")
    clinic.held("Good.")
    clinic.write("Heavy.", heavy=True)
    for number in (signal.SIGABRT, signal.SIGKILL, signal.SIGABRT):
        clinic.hangs(number)
    kept = clinic.machine.home / "kept"
    shutil.copytree(clinic.machine.state, kept, symlinks=True)
    return clinic, kept


@pytest.fixture
def hung(prepared: tuple[Clinic, Path]) -> Iterator[Clinic]:
    """Give that clinic as it stood then, also after another test."""
    clinic, kept = prepared
    shutil.rmtree(clinic.machine.state)
    shutil.copytree(kept, clinic.machine.state, symlinks=True)
    before = {*clinic.machine.home.glob("old-*")}
    yield clinic
    # The folder itself comes back, not a copy: the times of its files count.
    for heavy in {*clinic.machine.home.glob("old-*")} - before:
        clinic.pack.rename(heavy.with_name(f"mended-{time.monotonic_ns()}"))
        heavy.rename(clinic.pack)


def nothing(clinic: Clinic) -> None:
    """The computer and its disk are as they were: the next start is a safe one."""


def rebooted(clinic: Clinic) -> None:
    """The computer was started anew: what the records say is of another boot."""
    boot = msgspec.json.encode(moment().boot)
    for file in clinic.machine.book.iterdir():
        assert boot in file.read_bytes()
        file.write_bytes(file.read_bytes().replace(boot, b'"another"'))


def records_lost(clinic: Clinic) -> None:
    shutil.rmtree(clinic.machine.book)


@pytest.mark.parametrize("meanwhile", [nothing, rebooted, records_lost])
def test_a_text_that_hangs_gives_way_to_the_one_before_and_comes_back_mended(
    hung: Clinic, meanwhile: Callable[[Clinic], None]
) -> None:
    clinic = hung
    meanwhile(clinic)
    with clinic.start() as running:
        running.until("SHOWN Good.; aside True; findings 1")
        assert clinic.machine.mark.safe is (meanwhile is nothing)
        mended = time.monotonic()
        clinic.write("Mended.")
        running.until("SHOWN Mended.; aside False; findings 0")
        assert time.monotonic() - mended < 60
        _, said = running.send(signal.SIGTERM).ended()
    assert any("starts with it were cut off" in line for line in said)
    assert any("starts with this text were cut off. Take out" in line for line in said)
    clinic.held("Mended.")


def test_a_folder_mended_while_its_text_still_hangs_is_shown_after_the_one_before(
    clinic: Clinic,
) -> None:
    clinic.write("Good.")
    clinic.held("Good.")
    clinic.write("Heavy.", heavy=True)
    clinic.hangs()
    clinic.hangs()
    clinic.write("Mended.")
    clinic.hangs()
    with clinic.start() as running:
        running.until("SHOWN Good.; aside True")
        running.until("SHOWN Mended.; aside False; findings 0")


def test_a_text_that_hangs_with_none_before_it_leaves_a_screen_that_lives(clinic: Clinic) -> None:
    clinic.write("Heavy.", heavy=True)
    for _ in range(CUT_OFF):
        clinic.hangs()
    with clinic.start() as running:
        running.until("SHOWN being updated; aside False; findings 1")
        clinic.write("Mended.")
        running.until("SHOWN Mended.; aside False; findings 0")


def test_starts_that_end_in_order_are_not_counted(clinic: Clinic) -> None:
    clinic.write("Good.")
    for _ in range(CUT_OFF + 1):
        with clinic.start() as running:
            running.until("SHOWN Good.")
            assert running.send(signal.SIGTERM).ended()[0] == 0
    assert not clinic.editions.starts.cut_off(fingerprint(clinic.pack))
    assert next(clinic.editions.whole(), None) is None or clinic.editions.set_aside is None


ASKED = "os.kill(os.getpid(), signal.SIGTERM)"
WRITES = """
        from kiosk.health import text_starts
        really_write = text_starts.write_whole
        def write_whole(*words):
            text_starts.write_whole = really_write
            {0}
            really_write(*words)
            {1}
        text_starts.write_whole = write_whole
"""
LOADS = """
        really_load = kiosk.app.QQmlApplicationEngine.loadFromModule
        def load(self, *names):
            really_load(self, *names)
            {0}
        kiosk.app.QQmlApplicationEngine.loadFromModule = load
"""


@pytest.mark.parametrize(
    ("made", "running"),
    [
        (ASKED, "pass"),
        (WRITES.format(ASKED, "pass"), "pass"),
        (WRITES.format("pass", ASKED), "pass"),
        (LOADS.format(ASKED), "pass"),
        ("pass", ASKED),
        ("pass", f"QTimer.singleShot(0, lambda: {ASKED})"),
    ],
    ids=["first", "before it is counted", "as it is counted", "made", "unshown", "shown"],
)
def test_a_start_asked_to_end_at_any_moment_is_not_counted(
    clinic: Clinic, made: str, running: str
) -> None:
    clinic.write("Good.")
    text, starts = fingerprint(clinic.pack), clinic.editions.starts
    for _ in range(CUT_OFF - 1):
        starts.begin(text)
    with clinic.machine.start(made=made.strip(), running=running) as process:
        assert process.ended()[0] == 0
    assert starts.kept().begun == {text: CUT_OFF - 1}


def test_a_text_has_held_after_ten_looks_at_panes_that_are_there_and_not_after_nine(
    clinic: Clinic, qapp: QGuiApplication
) -> None:
    clinic.write("Good.")
    state = fingerprint(clinic.pack)
    clinic.editions.starts.begin(state)
    clinic.editions.starts.begin(state)  # the start below is the third
    kiosk = Windowless(clinic.pack, clinic.machine.state / "kiosk")
    text = kiosk.current_text
    text.made = lambda: False
    for _ in range(2 * BEATS):
        text.live()
    text.made = lambda: True
    for _ in range(BEATS - 1):
        text.live()
    assert clinic.editions.starts.cut_off(state)
    text.live()
    assert not clinic.editions.starts.cut_off(state)

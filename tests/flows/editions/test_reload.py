"""A change in the clinic's folder reaches the screen, and nothing but whole text does."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from kiosk.pack import validate
from kiosk.pack.copying import fingerprint
from kiosk.pack.editions import Editions
from kiosk.pack.page_cache import code_digest
from kiosk.ui.editions import worker
from kiosk.ui.editions.builder import Builder, BuildFolders
from kiosk.ui.editions.folder_watch import FolderWatch
from tests.conftest import Kept
from tests.flows import heavy_drawings
from tests.flows.editions import torn_kiosk
from tests.flows.packs import HEAD, Writer
from tests.flows.screen import Screen
from tests.waiting import LIMIT

STILL = 0.03
"""Seconds for which the folder must be left alone in these tests."""


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "text").page("one", "First words.").page("two", "Two.")
    writer.written()
    return writer


@pytest.fixture
def start(kiosk: Callable[..., Screen], tmp_path: Path) -> Callable[[Path], Screen]:
    """Give a function that opens the kiosk as `kiosk run` does: with editions."""
    return lambda content: kiosk(content, state=tmp_path / "state", still=STILL)


def press_of(screen: Screen) -> Builder:
    builder = screen.kiosk.current_text.builder
    assert builder
    return builder


def published(screen: Screen, change: Callable[[], object]) -> None:
    """Make a change and wait until new text is on the screen."""
    with screen.qtbot.waitSignal(screen.shell.navigator.renewed):
        change()
    screen.frame()


def told(screen: Screen, change: Callable[[], object]) -> str:
    """Make a change and wait until staff are told what is wrong."""
    change()
    builder = press_of(screen)
    screen.wait(lambda: bool(builder.findings) and not builder.busy)
    return "\n".join(screen.kiosk.current_text.news().findings)


def words(name: str, text: str) -> str:
    return HEAD.format(name=name, tab=name, layout="page") + text + "\n"


def in_place(pack: Writer) -> None:
    with (pack.folder / "en" / "one.md").open("r+", encoding="utf-8") as file:
        file.write(words("one", "Second words."))
        file.truncate()


def by_renaming(pack: Writer) -> None:
    new = pack.folder / "en" / ".one.md.swp"
    new.write_text(words("one", "Second words."), "utf-8")
    (pack.folder / "en" / "one.md").rename(pack.folder / "en" / "one.md~")
    new.rename(pack.folder / "en" / "one.md")


def another(pack: Writer) -> Path:
    """Write the whole pack with other words beside the first one."""
    other = pack.folder.with_name("other")
    shutil.copytree(pack.folder, other)
    (other / "en" / "one.md").write_text(words("one", "Second words."), "utf-8")
    return other


def by_moving_the_folder(pack: Writer) -> None:
    other = another(pack)
    pack.folder.rename(pack.folder.with_name("old"))
    other.rename(pack.folder)


@pytest.mark.parametrize("change", [in_place, by_renaming, by_moving_the_folder])
def test_a_change_in_the_folder_reaches_the_screen(
    start: Callable[[Path], Screen], pack: Writer, change: Callable[[Writer], None]
) -> None:
    screen = start(pack.folder)
    published(screen, screen.kiosk.current_text.watch)
    assert screen.reads("First words.")
    published(screen, lambda: change(pack))
    assert screen.reads("Second words.")
    assert screen.kiosk.current_text.news().version


def test_a_drawing_that_would_hang_whoever_opens_its_page_never_reaches_the_screen(
    start: Callable[[Path], Screen],
    pack: Writer,
    logged: Kept,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.ui.editions.builder.SECONDS", 0.25)  # four in a clinic
    screen = start(pack.folder)
    published(screen, screen.kiosk.current_text.watch)
    (pack.folder / "heavy.svg").write_text(heavy_drawings.course(29_000))
    pack.page("one", "Second words.").page("two", "![A thing](heavy.svg)")
    pack.written()
    said = told(screen, press_of(screen).reload)
    assert "en/two.md:11: the picture 'heavy.svg' takes longer than 0.25 s to draw. Save it" in said
    assert screen.reads("First words.")
    (pack.folder / "heavy.svg").write_text(heavy_drawings.SMALL)
    published(screen, press_of(screen).reload)
    assert screen.reads("Second words.")


def test_text_that_another_version_has_proved_is_proved_when_the_kiosk_starts(
    start: Callable[[Path], Screen], pack: Writer, tmp_path: Path
) -> None:
    editions = Editions(tmp_path / "state", pack.folder)
    first = editions.publish(lambda folder: [], by="another version").edition
    screen = start(pack.folder)
    screen.kiosk.current_text.watch()
    screen.wait(lambda: editions.proved_by(code_digest()))
    assert [each.digest for each in editions.whole()] == [first]


def test_a_link_swapped_for_another_folder_reaches_the_screen(
    start: Callable[[Path], Screen], pack: Writer, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(pack.folder)
    screen = start(link)
    published(screen, screen.kiosk.current_text.watch)
    new = tmp_path / "new"
    new.symlink_to(another(pack))
    published(screen, lambda: new.replace(link))
    assert screen.reads("Second words.")


def test_faulty_text_is_not_shown_and_staff_and_the_log_are_told_why(
    start: Callable[[Path], Screen], pack: Writer, logged: Kept
) -> None:
    screen = start(pack.folder)
    published(screen, screen.kiosk.current_text.watch)
    torn = b"---\ntitle: x\nreview: {status: draft, author: A}"
    said = told(screen, lambda: pack.page("two", "Two anew.").raw("one", torn))
    assert said == (
        f"{pack.folder}/en/one.md:3: the front matter has no end: "
        "a line of three dashes is missing. "
        "Write --- on a line of its own below this one."
    )
    assert logged.lines == [said]
    assert screen.reads("First words.")
    published(screen, lambda: pack.page("one", "Mended."))
    assert screen.reads("Mended.")
    assert screen.kiosk.current_text.news().findings == ()


def test_a_folder_that_goes_and_comes_back_changes_nothing_until_it_is_back(
    start: Callable[[Path], Screen], pack: Writer, logged: Kept
) -> None:
    screen = start(pack.folder)
    published(screen, screen.kiosk.current_text.watch)
    away = pack.folder.with_name("away")
    assert "the folder is missing" in told(screen, lambda: pack.folder.rename(away))
    assert screen.reads("First words.")
    (away / "en" / "one.md").write_text(words("one", "Second words."), "utf-8")
    published(screen, lambda: away.rename(pack.folder))
    assert screen.reads("Second words.")


@pytest.mark.parametrize("fault", ["missing", "empty", "torn"])
def test_the_last_good_text_survives_a_restart_with_a_faulty_folder(
    start: Callable[[Path], Screen], pack: Writer, logged: Kept, fault: str
) -> None:
    first = start(pack.folder)
    published(first, first.kiosk.current_text.watch)
    first.kiosk.current_text.close()
    shutil.rmtree(pack.folder)
    if fault != "missing":
        pack.folder.mkdir()
    if fault == "torn":
        (pack.folder / "pack.toml").write_text('title = "A', "utf-8")
    screen = start(pack.folder)
    assert screen.reads("First words.")
    assert screen.shell.navigator.tabs == ["one", "two"]
    assert told(screen, screen.kiosk.current_text.watch).startswith(str(pack.folder))
    assert screen.reads("First words.")


def test_an_unchanged_folder_is_not_read_again_at_the_next_start(
    start: Callable[[Path], Screen], pack: Writer
) -> None:
    first = start(pack.folder)
    published(first, first.kiosk.current_text.watch)
    first.kiosk.current_text.close()
    screen = start(pack.folder)
    shown = screen.kiosk.current_text.pack.folder
    assert shown != pack.folder
    watch = FolderWatch(pack.folder, str, STILL, screen.shell)
    read: list[bool] = []
    press_of(screen).changed.connect(lambda: read.append(True))
    screen.kiosk.current_text.watch()
    with screen.qtbot.waitSignal(watch.settled):  # a second one, which has nothing seen before
        watch.start()
    watch.stop()
    assert not read


def test_staff_can_have_the_folder_read_without_a_watch(
    start: Callable[[Path], Screen], pack: Writer
) -> None:
    screen = start(pack.folder)
    published(screen, screen.kiosk.current_text.reload)
    in_place(pack)
    published(screen, screen.kiosk.current_text.reload)
    assert screen.reads("Second words.")


def test_without_a_state_folder_the_clinics_own_folder_is_shown(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.folder)
    screen.kiosk.current_text.watch()
    assert screen.kiosk.current_text.builder is None
    assert screen.kiosk.current_text.pack.folder == pack.folder


def test_no_text_is_parsed_in_the_process_that_shows_it(pack: Writer, tmp_path: Path) -> None:
    program = """
import os, sys
from pathlib import Path
from kiosk.app import Kiosk
from kiosk.start import Start
kiosk = Kiosk(Start(content=Path(sys.argv[1]), state=Path(sys.argv[2]), still=0.03))
first = {name for name in ("markdown", "yaml") if name in sys.modules}
kiosk.shell.navigator.renewed.connect(lambda: kiosk.app.quit())
builder = kiosk.current_text.builder
builder.changed.connect(lambda: builder.busy or kiosk.app.quit())
kiosk.current_text.watch()
kiosk.app.exec()
print(kiosk.current_text.news().version != "", sorted(first), "markdown" in sys.modules)
kiosk.close()
"""

    def run() -> list[str]:
        command = [sys.executable, "-c", program, str(pack.folder), str(tmp_path / "state")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=True)
        return done.stdout.split(maxsplit=1)

    run()
    pack.page("one", "Words that no cache has seen.")
    assert run() == ["True", "[] False\n"]


@pytest.fixture
def builder(pack: Writer, tmp_path: Path, qapp: QObject) -> Builder:
    places = BuildFolders(state=tmp_path / "state", assets=tmp_path, cache=tmp_path / "cache")
    return Builder(Editions(places.state, pack.folder), places, None, limit=0.3, parent=qapp)


def test_a_reading_that_hangs_is_ended_and_told(
    builder: Builder, pack: Writer, tmp_path: Path, qtbot: object, logged: Kept
) -> None:
    editions = Editions(tmp_path / "state", pack.folder)
    editions.folder.mkdir(parents=True)
    with (editions.folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another kiosk, which never ends
        builder.reload()
        qtbot.waitUntil(lambda: bool(builder.findings))  # type: ignore[attr-defined]
    assert "took longer than" in builder.findings[0]
    assert not builder.busy


SPIN = """
import os
from kiosk.ui.editions import worker
worker.MOST_SECONDS = 1
worker._be_gentle(os.getppid())
while True:
    pass
"""


def test_a_reading_that_nobody_is_left_to_end_is_ended_by_the_kernel() -> None:
    ended = subprocess.run([sys.executable, "-c", SPIN], check=False, timeout=LIMIT)
    assert ended.returncode == -signal.SIGKILL


def test_the_proof_gives_up_before_the_kernel_does() -> None:
    assert validate.MOST_SECONDS < worker.MOST_SECONDS


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    return [int(each) for each in listed.split()]


def test_a_reading_that_dies_is_told_and_the_next_one_works(
    start: Callable[[Path], Screen], pack: Writer, logged: Kept
) -> None:
    screen = start(pack.folder)
    builder = press_of(screen)
    before = set(children(os.getpid()))
    builder.reload()
    screen.wait(lambda: bool(set(children(os.getpid())) - before))
    (reading,) = set(children(os.getpid())) - before
    os.kill(reading, signal.SIGKILL)
    screen.wait(lambda: bool(builder.findings))
    assert "could not be read" in builder.findings[0]
    published(screen, builder.reload)
    assert builder.findings == ()


def test_a_reading_goes_when_the_kiosk_is_killed(
    pack: Writer, tmp_path: Path, qtbot: object
) -> None:
    editions = Editions(tmp_path / "state", pack.folder)
    editions.folder.mkdir(parents=True)
    context = multiprocessing.get_context("spawn")
    heard, told = context.Pipe(duplex=False)
    with (editions.folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the reading waits for ever
        kiosk = context.Process(
            target=torn_kiosk.main,
            args=(told, pack.folder, tmp_path / "state"),
            kwargs={"whole": False},
        )
        kiosk.start()
        told.close()
        while heard.recv() != "reading":
            pass
        assert kiosk.pid
        (reading,) = children(kiosk.pid)
        mark = Path(f"/proc/{reading}/oom_score_adj")
        qtbot.waitUntil(lambda: mark.read_text("ascii").strip() == "1000")  # type: ignore[attr-defined]
        ended = os.pidfd_open(reading)
        kiosk.kill()
        kiosk.join()
        heard.close()
        # A file descriptor of a process can be read from when it has ended.
        assert select.select([ended], [], [], LIMIT)[0], "it goes on without anybody to tell"
        os.close(ended)


def test_a_watch_reports_a_state_once_and_a_moving_folder_not_at_all(
    pack: Writer, qtbot: object, qapp: QObject
) -> None:
    seen: list[str] = []
    watch = FolderWatch(pack.folder, lambda: fingerprint(pack.folder), STILL, qapp)
    watch.settled.connect(seen.append)
    watch.start()
    writing = pack.folder / "en" / "one.md"
    looks = iter(range(10))

    def written() -> bool:
        with writing.open("a", encoding="utf-8") as file:
            file.write("more\n")
        return next(looks, None) is None

    qtbot.waitUntil(written)  # type: ignore[attr-defined]
    assert len(seen) <= 1
    qtbot.waitUntil(lambda: fingerprint(pack.folder) in seen)  # type: ignore[attr-defined]
    assert len(seen) == len(set(seen))
    watch.forget()
    with qtbot.waitSignal(watch.settled):  # type: ignore[attr-defined]
        pass
    watch.stop()


def test_what_a_watch_has_seen_is_asked_in_its_own_thread_and_what_it_forgets_meanwhile_wins(
    pack: Writer, qtbot: object, qapp: QObject
) -> None:
    asked, forgotten = threading.Event(), threading.Event()

    def seen() -> str:
        asked.set()
        assert forgotten.wait(LIMIT)
        return fingerprint(pack.folder)

    watch = FolderWatch(pack.folder, seen, STILL, qapp)
    with qtbot.waitSignal(watch.settled):  # type: ignore[attr-defined]
        watch.start()
        assert asked.wait(LIMIT)
        watch.forget()
        forgotten.set()
    watch.stop()


def test_while_the_program_is_replaced_nothing_counts_as_proved(
    start: Callable[[Path], Screen], pack: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start(pack.folder)
    published(first, first.kiosk.current_text.watch)
    first.kiosk.current_text.close()
    screen = start(pack.folder)
    monkeypatch.setattr("kiosk.pack.page_cache.HERE", Path("/nowhere"))
    builder = press_of(screen)
    with screen.qtbot.waitSignal(builder.changed):  # the folder is read once more
        screen.kiosk.current_text.watch()
    screen.wait(lambda: not builder.busy)
    assert builder.findings == ()

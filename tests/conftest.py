"""What every test stands on: a private home, the real kiosk, and the rule that noise is failure."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes: a run keeps some hundred megabytes at a time."""


def _in_memory() -> None:
    """Have what tests write lie in memory, where there is room, and no place is named.

    They make and delete tens of thousands of files, and on a disk wait for each that is made sure.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    about = os.statvfs(MEMORY)
    if about.f_bavail * about.f_frsize > ROOM and not about.f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # what was found before


_in_memory()

# A shell that starts the tests in the background has them ignore Ctrl+C, and all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Set before Qt is imported anywhere: tests need no display and touch nobody's files.
_home = tempfile.TemporaryDirectory(prefix="kiosk-tests-")
# A sound card that takes everything at once: a kiosk that speaks to whoever uses keys would warn,
# soon or late, that it can't where there is none.
Path(_home.name, "asound.conf").write_text("pcm.!default { type null }\n", "ascii")
os.environ.update(
    ALSA_CONFIG_PATH=f"{_home.name}/asound.conf", PULSE_SERVER=f"unix:{_home.name}/nobody",
    QT_QPA_PLATFORM="offscreen", LANG="C.UTF-8", LC_ALL="C.UTF-8",
    XDG_CACHE_HOME=f"{_home.name}/cache", XDG_CONFIG_HOME=f"{_home.name}/config",
    XDG_CONFIG_DIRS=f"{_home.name}/machine", XDG_STATE_HOME=f"{_home.name}/state",
)  # fmt: skip
# Offscreen no display sets the pace of frames: Qt lets five milliseconds go by before each.
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"
for _name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QML_IMPORT_PATH", "QML2_IMPORT_PATH", "LANGUAGE"):
    os.environ.pop(_name, None)

from PySide6.QtCore import qInstallMessageHandler  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from pytestqt.qtbot import QtBot  # noqa: E402

from kiosk.app import Kiosk  # noqa: E402
from kiosk.pack import drawings  # noqa: E402
from kiosk.pack.copying import fingerprint  # noqa: E402
from kiosk.pack.today import Today  # noqa: E402
from kiosk.search.found import Found  # noqa: E402
from kiosk.search.index import Index  # noqa: E402
from kiosk.shipped import shipped  # noqa: E402
from kiosk.start import Start  # noqa: E402
from kiosk.svg.drawing import Drawing, Fault, read_drawing  # noqa: E402
from kiosk.ui.qt.application import application, take_message  # noqa: E402
from kiosk.ui.search import finder  # noqa: E402
from kiosk.ui.search.finder import Builds, built  # noqa: E402
from tests.combinations import EVERY  # noqa: E402
from tests.flows.clock import UNHURRIED  # noqa: E402
from tests.flows.screen import Screen  # noqa: E402
from tests.patient_bot import PatientBot  # noqa: E402

# How long drawing an example takes is the machine's affair.
settings.register_profile("kiosk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kiosk")


LONGEST = (
    "test_two_kiosks", "test_qml", "test_torn", "test_fuzz", "test_website", "test_budgets",
    "test_contrast", "test_always_back", "test_touch", "test_long_words", "test_monkey",
    "test_wheel",
)  # fmt: skip
"""Files with tests that take long: begun last, they would keep one worker of two."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-combination", action="store_true",
        help="play all combinations of displays, languages, colours and sizes, and all rounds",
    )  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    """Give the dice of the monkey and of the damaged texts their seed, the same one in each run: a
    test that fails names what was changed. `make fuzz` and `make soak` look further."""
    os.environ.setdefault("KIOSK_SEED", "20261129")
    if config.getoption("every_combination"):
        os.environ[EVERY] = "1"


def pytest_report_header() -> str:
    """Tell how to play the monkey once more."""
    return f"KIOSK_SEED={os.environ['KIOSK_SEED']}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.stem not in LONGEST)


def pytest_collection_finish() -> None:
    """Set aside what lives until the end: thousands of tests and every module. Whoever collects
    garbage, and some tests do so again and again, would look through all of it each time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Collect garbage where Qt's objects live, as `kiosk run` does: by itself Python would in any
    thread, the one included in which a worker hears of its next test."""
    if not _uses_qt(item):
        gc.enable()
        return (yield)
    gc.disable()  # until a test begins that makes no such objects
    before = _whole_collections()
    try:
        return (yield)
    finally:
        # What is older than this test can have gone only with its file's fixtures; a test that
        # itself has collected everything has made its own kiosk as old as that.
        goes_on = nextitem is not None and nextitem.path == item.path
        younger = goes_on and _uses_qt(nextitem) and _whole_collections() == before
        gc.collect(1 if younger else 2)
        if not goes_on:
            gc.freeze()  # what a file leaves behind lives until the end


def _uses_qt(item: pytest.Item | None) -> bool:
    return "qapp" in getattr(item, "fixturenames", ())


def _whole_collections() -> int:
    """Count how often garbage of every age has been collected."""
    return int(gc.get_stats()[2]["collections"])


def pytest_unconfigure() -> None:
    _home.cleanup()


class Later:
    """An index that is made when somebody searches: in most tests nobody does."""

    def __init__(self, make: Callable[[], Index]) -> None:
        self._make = make

    @cached_property
    def _index(self) -> Index:
        return self._make()

    @property
    def letters(self) -> Mapping[str, int]:
        return self._index.letters

    def find(self, words: str) -> Found:
        return self._index.find(words)


@pytest.fixture(scope="session", autouse=True)
def indexes() -> Iterator[Builds]:
    """Make the index of a text once a worker, and none before it is asked for: each kiosk makes one
    soon after its start.

    Gives what makes it at once, for tests in which it comes as it always does, in its own thread.
    """
    kept: dict[tuple[Path, str, str, date], Index] = {}

    def once(today: Today, language: str) -> Index:
        folder = today.pack.folder
        text = folder, fingerprint(folder), language, today.day
        if text not in kept:
            kept[text] = built(today, language)
            while len(kept) > 8:
                del kept[next(iter(kept))]
        return kept[text]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finder, "built", lambda *asked: Later(partial(once, *asked)))
        yield once


class Judged(Drawing, frozen=True):
    """A drawing whose verdict is known."""

    verdict: Fault | None

    @property
    def fault(self) -> Fault | None:
        return self.verdict


@pytest.fixture(scope="session", autouse=True)
def verdicts() -> Iterator[None]:
    """Read and judge a drawing once a worker: each kiosk does so with all that its pages show.

    Whatever kiosk is the first to show a drawing judges it as it always does, by its bytes alone.
    """

    @lru_cache(maxsize=64)
    def once(content: bytes) -> Drawing:
        found = read_drawing(content)
        return Judged(found.tree, found.rules, found.view, found.fault)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawings, "read_drawing", once)
        yield


class Kept(logging.Handler):
    """Keeps what the kiosk logs at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @property
    def lines(self) -> list[str]:
        """What was logged, without times and names."""
        return [record.getMessage() for record in self.records]


@pytest.fixture(autouse=True)
def noise(request: pytest.FixtureRequest) -> Iterator[Kept]:
    """Fail a test whose kiosk logs a warning, Qt's and QML's own messages among them."""
    kept = Kept()
    logger = logging.getLogger("kiosk")
    logger.addHandler(kept)
    before = qInstallMessageHandler(take_message)
    yield kept
    qInstallMessageHandler(before)
    logger.removeHandler(kept)
    asked = {"logged", "caplog"} & set(request.fixturenames)
    if kept.records and not asked:
        pytest.fail("logged without being asked for:\n" + "\n".join(kept.lines), pytrace=False)


@pytest.fixture
def logged(noise: Kept) -> Kept:
    """Give what the kiosk logs to a test that expects it to."""
    return noise


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The application as the kiosk makes it: with its fonts."""
    before = qInstallMessageHandler(None)
    app = application()
    qInstallMessageHandler(before)
    return app


@pytest.fixture
def qtbot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    """Give pytest-qt's bot, with this project's limit for all waiting."""
    return PatientBot(request)


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Callable[..., Screen]]:
    """Give a function that opens the real kiosk and waits until its pane has settled."""
    opened: list[Kiosk] = []

    def start(
        content: Path | None = None,
        *,
        size: tuple[int, int] = (1280, 800),
        moving: bool = False,
        **more: object,
    ) -> Screen:
        asked = {"locked": True, "waiting": UNHURRIED, **more}
        one = Kiosk(Start(content=content, size=size, moving=moving, **asked))  # type: ignore[arg-type]
        opened.append(one)
        one.show()
        screen = Screen(one, qtbot)
        if not asked.get("resting"):
            screen.settle()
        return screen

    yield start
    for one in opened:
        one.close()


@pytest.fixture(scope="session")
def whole_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the kiosk's own text without doors: each of its pages is one long column."""
    pack = tmp_path_factory.mktemp("whole") / "pack"
    shutil.copytree(shipped("content"), pack)
    for file in pack.glob("*/*.md"):
        text = file.read_text("utf-8")
        if "\nlayout:" not in text:
            file.write_text(text.replace("\nreview:", "\nlayout: page\nreview:", 1), "utf-8")
    return pack

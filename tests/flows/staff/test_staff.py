"""Staff knock, type their PIN and do what they came for; nobody else gets there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.health.crash_record import CrashRecord, Kind
from kiosk.health.vitals import Vitals
from kiosk.pack.news import News, Reviews
from kiosk.pack.pack import load_pack
from kiosk.releases.releases import FAULTS, NOT_READY, STOPS, Standing, Turn
from kiosk.shipped import shipped
from kiosk.staff.language_choice import kept_choice
from kiosk.staff.pin import hashed
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.status import StaffTools
from kiosk.visit.waiting import Waiting
from tests.conftest import Kept
from tests.flows.hands import Hands
from tests.flows.packs import Writer
from tests.flows.screen import Screen, type_of
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[3]

PIN = "7391462850"
"""So long that no number of another kind holds it by chance."""


class Staff:
    """Somebody who knows the gesture and the PIN, before a kiosk whose clock the test turns."""

    def __init__(self, start: Callable[..., Screen], folder: Path) -> None:
        self._start = start
        self.folder = folder
        self.now = 1000.0
        self.stored = hashed(PIN, (2, 1, 1))
        self.pack = Writer(folder / "pack", ("en", "bn")).page("one").page("two").written()

    def come(self, **more: object) -> Staff:
        told = {"pin": self.stored, "state": self.folder / "state", **more}
        waiting = Waiting(clock=lambda: self.now, calendar=lambda: datetime(2026, 11, 23, 12, 0))
        self.screen = self._start(self.pack, waiting=waiting, **told)
        return self

    @property
    def desk(self) -> Desk:
        return self.screen.shell.desk

    @property
    def stage(self) -> str:
        return str(self.desk.stage)

    @property
    def phase(self) -> str:
        return self.screen.shell.presence.state.phase

    def corner(self, second: bool) -> QPointF:
        far = QPointF(self.screen.window.width() - 20, self.screen.window.height() - 20)
        return far if second else QPointF(20, 20)

    def hold(self, second: bool, seconds: float = 3.5) -> None:
        self.screen.press(self.corner(second))
        self.now += seconds
        self.screen.release(self.corner(second))
        self.now += 0.5

    def knock(self) -> Staff:
        self.hold(second=False)
        self.hold(second=True)
        self.screen.frame()
        return self

    def type(self, pin: str) -> Staff:
        for digit in pin:
            self.screen.tap("key-" + digit)
        self.screen.tap("key-ok")
        return self

    def enter(self) -> Staff:
        self.knock().type(PIN)
        assert self.stage == "page"
        return self

    def after(self, seconds: float) -> str:
        self.now += seconds
        self.desk.tick()
        self.screen.frame()
        return self.stage

    def there(self, name: str) -> bool:
        return bool(self.screen.found(name))


@pytest.fixture
def staff(kiosk: Callable[..., Screen], tmp_path: Path) -> Staff:
    return Staff(kiosk, tmp_path)


# The gesture


@pytest.mark.parametrize("resting", [True, False])
def test_the_gesture_opens_the_pad_at_rest_and_while_somebody_reads(
    staff: Staff, resting: bool
) -> None:
    staff.come(resting=resting).knock()
    assert staff.stage == "pad"
    assert staff.there("pad")
    assert "key-5" in {item.objectName() for item in staff.screen.items()}


def test_the_gesture_opens_the_pad_over_a_card(staff: Staff) -> None:
    staff.come().screen.shell.links.follow("one", "term:Word%0AMeaning")
    staff.screen.frame()
    staff.knock()
    assert staff.stage == "pad"


def test_the_gesture_shows_nothing_before_it_is_complete(staff: Staff) -> None:
    staff.come()
    staff.screen.frame()
    before = staff.screen.window.grabWindow()
    staff.hold(second=False)
    staff.screen.frame()
    assert staff.screen.window.grabWindow() == before
    assert staff.stage == "away"


def test_the_gesture_presses_nothing_on_the_page(staff: Staff) -> None:
    staff.come()
    [tap] = [
        child
        for child in staff.screen.item("reach").children()
        if child.inherits("QQuickTapHandler")
    ]
    # What takes most of a second takes a moment here: then a press is held, and no tap.
    tap.setProperty("longPressThreshold", 0.01)
    staff.hold(second=False)
    with staff.screen.qtbot.waitSignal(tap.longPressed):  # type: ignore[attr-defined]
        staff.screen.press(staff.corner(second=True))
    staff.now += 3.5
    staff.screen.release(staff.corner(second=True))
    assert staff.stage == "pad"
    assert staff.screen.visit.page == "one"
    assert not staff.screen.visit.low


def test_a_mouse_can_make_the_gesture(staff: Staff) -> None:
    window = staff.come().screen.window
    for second in (False, True):
        at = staff.corner(second).toPoint()
        QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
        staff.now += 3.5
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=at)
    assert staff.stage == "pad"


def test_two_fingers_make_no_gesture(staff: Staff) -> None:
    hands = Hands(staff.come().screen.window)
    staff.hold(second=False)
    hands.press(f0=staff.corner(second=True))
    staff.now += 1
    hands.press(f1=QPointF(300, 300))
    staff.now += 3
    hands.release()
    assert staff.stage == "away"


def test_fast_taps_in_the_corners_make_no_gesture(staff: Staff) -> None:
    staff.come()
    for _ in range(20):
        staff.hold(second=False, seconds=0.1)
        staff.hold(second=True, seconds=0.1)
    assert staff.stage == "away"


@pytest.mark.parametrize("missing", ["pin", "state"])
def test_without_a_pin_the_staff_page_cannot_be_opened(staff: Staff, missing: str) -> None:
    staff.come(**{missing: "" if missing == "pin" else None}).knock()
    assert staff.stage == "away"
    assert not staff.there("pad")


# The pad


def test_the_right_pin_opens_the_page_and_ends_the_visit(staff: Staff) -> None:
    staff.come().screen.shell.navigator.turnTo("two")
    staff.screen.shell.navigator.change(msgspec.structs.replace(staff.screen.visit, text_size=200))
    staff.screen.frame()
    staff.enter()
    assert staff.screen.reads("Staff page")
    assert staff.screen.visit.page == "one"
    assert staff.screen.theme.property("textScale") == 1


def test_a_disk_that_takes_no_count_locks_the_pad_for_longer_and_the_pad_says_so(
    staff: Staff, logged: Kept
) -> None:
    (staff.folder / "state" / "staff.json").mkdir(parents=True)
    staff.come().knock()
    assert staff.screen.reads("Locked for longer: wrong PINs can't be written to the disk.")
    staff.after(1)
    assert not staff.type(PIN).there("page-close")
    for _ in range(6):
        staff.now += 20
        staff.desk.feel(0)
    staff.type(PIN)
    assert staff.stage == "page"
    assert any("wrong PINs can't be counted" in line for line in logged.lines)


def test_the_lock_holds_across_a_restart(staff: Staff) -> None:
    staff.come().knock()
    for _ in range(5):
        staff.type("1379")
    staff.come().knock()
    assert staff.screen.reads("Locked. Try again in")
    staff.type(PIN)
    assert staff.stage == "pad"
    staff.desk.feel(0)
    for _ in range(3):
        staff.now += 25
        staff.desk.feel(0)
    staff.type(PIN)
    assert staff.stage == "page"


def test_the_pad_closes_by_itself_and_leaves_the_page_as_it_was(staff: Staff) -> None:
    staff.come().screen.shell.navigator.turnTo("two")
    staff.knock()
    staff.screen.tap("key-7")
    assert staff.after(29) == "pad"
    assert staff.after(1) == "away"
    assert not staff.there("pad")
    assert staff.screen.visit.page == "two"
    staff.knock()
    assert staff.screen.found("digit") == []


def test_no_digit_stays_or_is_told_anywhere(staff: Staff, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "kiosk")
    staff.come().knock().type("135792468")
    staff.type(PIN)
    assert "135792468" not in caplog.text
    assert PIN not in caplog.text
    told = {name: getattr(staff.desk, name) for name in vars(staff.desk) if "office" not in name}
    assert PIN not in str(told)
    assert "135792468" not in str(told)
    for file in (staff.folder / "state").rglob("*.json"):
        assert PIN.encode() not in file.read_bytes()


# The page


def test_the_page_closes_by_itself_and_the_kiosk_rests(staff: Staff) -> None:
    staff.come().enter()
    assert staff.after(29) == "page"
    assert staff.screen.reads("Closes in 1 s")
    staff.screen.tap(QPointF(5, 200))
    assert staff.after(29) == "page"
    assert staff.after(1) == "away"
    assert staff.phase == "resting"


@pytest.mark.parametrize("place", ["pad", "page", "cleaning"])
def test_a_key_begins_no_visit_below_what_is_for_staff(staff: Staff, place: str) -> None:
    staff.come(resting=True).knock()
    staff.screen.shell.presence.rest()  # the gesture itself has begun a visit
    if place != "pad":
        staff.type(PIN)
    if place == "cleaning":
        staff.screen.tap("staff-clean")
    assert staff.stage == place
    # Keys work what is for staff: the first one marks where one is, the others move on.
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Right):
        QTest.keyClick(staff.screen.window, key)
    assert (staff.stage, staff.phase) == (place, "resting")
    staff.desk.close()
    QTest.keyClick(staff.screen.window, Qt.Key.Key_Return)
    assert staff.phase == "browsing"


def test_the_page_shows_text_and_program_at_a_glance(staff: Staff) -> None:
    tools = StaffTools(
        clock=lambda: 0.0,
        health=lambda: Vitals(
            uptime=4 * 86400 + 7200, memory=131 * 1024, errors=2, warnings=0, trouble="no figure",
            safe=True,
            crashes=(CrashRecord(kind=Kind.FAULT, cause="SIGSEGV", time="2026-11-22T10:00:00Z"),),
        ),
        news=lambda: News(
            version="3f9a2c1", aside="77b0c4d", findings=tuple("abcde"),
            reviews=Reviews(pages=6, drafts=5),
        ),
    )  # fmt: skip
    staff.come().desk._status._ask_health = tools.health
    staff.desk._status._ask_news = tools.news
    staff.desk._status._ask_standing = lambda: Standing(
        "1.0", "", Turn("left", "1.1", "1.0", NOT_READY, 0.0)
    )
    words = staff.enter().screen.words()
    for said in (
        "3f9a2c1", "77b0c4d: its start was cut off three times",
        "5 of 6 pages are drafts", "a\nb\nc\nand 2 more, in the log", "4 days, 2 hours",
        "131 MiB", "no figure", "22 Nov 2026", "fault: SIGSEGV", "On: it crashed three times",
        "1.0", "1.1 was left: it was not ready within 60 seconds",
    ):  # fmt: skip
        assert said in words
    assert "Unknown" in words  # when the text was loaded


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (FAULTS, "it failed three times in ten minutes"),
        (STOPS, "the computer stopped three times before it was ready"),
    ],
)
def test_the_page_says_why_a_release_was_left(staff: Staff, code: str, why: str) -> None:
    turn = Turn("left", "1.1", "1.0", code, 0.0)
    staff.come().desk._status._ask_standing = lambda: Standing("1.0", "", turn)
    assert f"1.1 was left: {why}" in staff.enter().screen.words()


def test_reloading_asks_for_the_text_once(staff: Staff) -> None:
    asked: list[int] = []
    desk = staff.come().desk
    desk._tools = msgspec.structs.replace(desk._tools, reload=lambda: asked.append(1))
    staff.enter().screen.tap("staff-reload")
    assert asked == [1]
    assert staff.stage == "page"


def test_the_resting_screens_language_is_kept_for_the_next_visits_and_starts(staff: Staff) -> None:
    staff.come().enter().screen.tap("rest-in-bn")
    staff.screen.tap("staff-rest")
    assert staff.screen.visit.language == "bn"
    assert kept_choice(staff.folder / "state" / "choice.json").language == "bn"
    staff.screen.shell.navigator.chooseLanguage("en")
    staff.screen.shell.navigator.reset()
    assert staff.screen.visit.language == "bn"
    assert staff.come().screen.visit.language == "bn"


def test_a_language_that_new_text_lacks_is_no_longer_marked(staff: Staff, tmp_path: Path) -> None:
    staff.come().enter().screen.tap("rest-in-bn")
    fewer = Writer(tmp_path / "fewer").page("one").written()
    pack = load_pack(fewer, assets=shipped("assets"))
    staff.screen.shell.navigator.replace(pack, PackPages(pack))
    assert staff.desk.language == staff.screen.visit.language == "en"


# Cleaning


def test_the_screen_can_be_wiped_while_touches_do_nothing(staff: Staff) -> None:
    staff.come().enter().screen.tap("staff-clean")
    assert staff.stage == "cleaning"
    assert staff.screen.reads("30")
    for place in (QPointF(200, 700), QPointF(640, 400), QPointF(1200, 40)):
        staff.screen.tap(place)
    assert staff.after(29) == "cleaning"
    assert staff.screen.reads("1")
    assert staff.after(1) == "page"
    assert staff.screen.reads("Clean 30 s more")
    assert staff.screen.visit.page == "one"


def test_cleaning_does_not_end_under_the_cloth(staff: Staff) -> None:
    staff.come().enter().screen.tap("staff-clean")
    staff.after(20)
    staff.screen.press(QPointF(300, 300))
    assert staff.after(15) == "cleaning"
    assert staff.screen.reads("Ends when nothing touches the screen")
    staff.screen.release(QPointF(300, 300))
    assert staff.after(1.5) == "cleaning"
    assert staff.after(0.5) == "page"


def test_a_drop_on_the_glass_does_not_keep_it_for_ever(staff: Staff) -> None:
    staff.come().enter().screen.tap("staff-clean")
    staff.screen.press(QPointF(300, 300))
    assert staff.after(179) == "cleaning"
    assert staff.after(1) == "page"
    staff.screen.release(QPointF(300, 300))


def test_the_gesture_ends_the_cleaning_early(staff: Staff) -> None:
    staff.come().enter().screen.tap("staff-clean")
    staff.knock()
    assert staff.stage == "page"


# Before they come, and when they end it


def test_nothing_for_staff_is_made_before_they_come(staff: Staff) -> None:
    def made() -> int:
        return sum(type_of(item).startswith("Staff") for item in staff.screen.items(hidden=True))

    staff.come()
    assert made() == 0
    staff.enter()
    assert made() > 5
    staff.screen.tap("page-close")
    staff.screen.qtbot.waitUntil(lambda: made() == 0)
    assert not any(child.property("active") for child in staff.desk.children())


ENDED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from kiosk import app
from kiosk.__main__ import main

codes = Path(sys.argv[1])
code, _, rest = codes.read_text().partition(" ")
codes.write_text(rest)
show = app.Kiosk.show

def end(kiosk):
    show(kiosk)
    QTimer.singleShot(0, lambda: kiosk.shell.desk.ended.emit(int(code)))

app.Kiosk.show = end
sys.exit(main(["run", "--locked", "--content", sys.argv[2]]))
"""
"""A kiosk that staff end at once, with the first code in a file."""


def ended(folder: Path, codes: str, **environment: str) -> subprocess.CompletedProcess[str]:
    file = folder / "codes"
    file.write_text(codes, "utf-8")
    pack = Writer(folder / "pack").page("one").written()
    home = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("STATE", "CACHE", "CONFIG")}
    told = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", ENDED, str(file), str(pack)], cwd=ROOT, check=False, timeout=LIMIT,
        capture_output=True, text=True, env={**told, **home, **environment},
    )  # fmt: skip
    assert "Traceback" not in ran.stderr
    return ran


@pytest.mark.parametrize("code", [75, 77])
def test_a_service_is_told_by_the_exit_code_what_staff_want(tmp_path: Path, code: int) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as service:
        address = tmp_path / "notify"
        service.bind(str(address))
        ran = ended(
            tmp_path, str(code), NOTIFY_SOCKET=str(address), RUNTIME_DIRECTORY=str(tmp_path)
        )
    assert ran.returncode == code, ran.stderr
    assert ran.stderr.count("Started") == 1
    # The compositor hands on no exit code: a file does.
    assert (tmp_path / "left").exists() is (code == 77)


def test_without_a_service_the_kiosk_restarts_itself(tmp_path: Path) -> None:
    ran = ended(tmp_path, "75 75 77")
    assert ran.returncode == 77, ran.stderr
    assert ran.stderr.count("Started") == 3
    # A restart that staff asked for is no crash.
    assert "crash" not in ran.stderr.lower()

"""The process beside a kiosk: it says what its file says, and bears a broker that is away."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from kiosk import __version__
from kiosk.__main__ import main
from kiosk.fleet import announce
from kiosk.fleet.announce import Announcer
from kiosk.fleet.certificates import AUTHORITY, CERTIFICATE, KEY, tls_of
from kiosk.fleet.roll import Kiosk
from kiosk.fleet.viewing import Viewing
from kiosk.health.notify import Notifier
from kiosk.install.doctor import broker as doctor
from kiosk.whole_file import write_whole
from tests.fleet.mosquitto import Authority, Mosquitto
from tests.fleet.simulated import told
from tests.waiting import until


class Heard(Notifier):
    """Keeps what systemd would be told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def ready(self, status: str) -> None:
        self.said.append(status)

    def status(self, status: str) -> None:
        self.said.append(status)


class Place:
    """A broker and one kiosk's process, which here is a thread."""

    def __init__(self, folder: Path) -> None:
        self.authority = Authority(folder / "ca")
        self.broker = Mosquitto(self.authority)
        self.broker.start()
        self.file = folder / "told.json"
        self.heard = Heard()
        self.waited: list[float] = []
        self.thread: threading.Thread | None = None

    def write(self, edition: str = "a1b2c3d", kiosk: str = __version__, name: str = "desk") -> None:
        state = told(name, self.broker.port, edition=edition)
        state = msgspec.structs.replace(state, kiosk=kiosk)
        write_whole(self.file, msgspec.json.encode(state))

    def begin(self) -> None:
        def wait(seconds: float) -> None:
            self.waited.append(seconds)
            time.sleep(0.02)

        folder = self.authority.of("desk")
        process = Announcer(self.file, folder, self.heard, looks=0.1, wait=wait)
        self.thread = threading.Thread(target=process.run, daemon=True)
        self.thread.start()

    def seen(self) -> Kiosk:
        viewing = Viewing("localhost", self.broker.port, tls_of(self.authority.of("viewer")))
        viewing.look()
        kiosk = viewing.roll.kiosk("desk", time.monotonic())
        viewing.close()
        return kiosk

    def until(self, holds: Callable[[Kiosk], object]) -> None:
        until(lambda: holds(self.seen()), f"never seen; {self.heard.said}; {self.broker.log()}")

    def close(self) -> None:
        self.write(kiosk="another")
        if self.thread:
            self.thread.join()
        self.broker.stop()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    begun = Place(tmp_path)
    yield begun
    begun.close()


def text(kiosk: Kiosk) -> str:
    return kiosk.state.edition.version if kiosk.state and kiosk.state.edition else ""


def test_it_says_what_its_file_says_and_that_it_left_when_there_is_none(place: Place) -> None:
    place.begin()
    place.write()
    place.until(lambda kiosk: kiosk.online and text(kiosk) == "a1b2c3d")
    place.write("b000000")
    place.until(lambda kiosk: kiosk.online and text(kiosk) == "b000000")
    place.file.unlink()
    place.until(lambda kiosk: not kiosk.online and text(kiosk) == "b000000")


def test_another_version_of_the_kiosk_ends_it_without_a_word(place: Place) -> None:
    place.begin()
    place.write()
    place.until(lambda kiosk: kiosk.online)
    place.write(kiosk="another")
    assert place.thread
    place.thread.join()
    assert place.seen().online, "the one that follows says it anew"


def test_a_broker_that_is_away_is_told_once_and_tried_more_and_more_seldom(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "kiosk")
    place.begin()
    place.write()
    place.until(lambda kiosk: kiosk.online)
    place.broker.stop()
    place.waited.clear()
    until(lambda: len(place.waited) > 20, "it was not tried again")
    waits = place.waited[:20]
    assert max(waits) <= announce.LONGEST
    assert min(waits[8:]) >= announce.LONGEST / 2
    refused = [each for each in caplog.messages if each.startswith(announce.UNREACHED)]
    assert 1 <= len(refused) <= 3, "the end of the connection, and that nobody answers"
    place.write("newest")
    place.broker.start()
    place.until(lambda kiosk: kiosk.online and text(kiosk) == "newest")
    again = "Connected again to localhost."  # the broker knows it first
    until(lambda: caplog.messages[-1] == again, f"not told: {caplog.messages}")
    caplog.clear()


def test_a_broker_that_refuses_what_is_said_is_told_once_and_tried_more_and_more_seldom(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "kiosk")
    place.write(name="x" * 256)
    place.begin()
    until(lambda: any("length <= 255" in each for each in caplog.messages), "not told")
    place.write(name="another")
    until(lambda: len(place.waited) > 20, "it was not tried again")
    assert max(place.waited) >= announce.LONGEST / 2
    refused = [each for each in caplog.messages if "is its certificate for another?" in each]
    assert len(refused) == 1
    assert not any(each.startswith("Connected") for each in caplog.messages + place.heard.said)
    place.write()
    place.until(lambda kiosk: kiosk.online)
    caplog.clear()


def test_the_process_says_that_it_leaves_when_it_is_ended(place: Place) -> None:
    place.write()
    folder = place.authority.of("desk")
    command = ["fleet", "announce", f"--file={place.file}", f"--certificates={folder}"]
    process = subprocess.Popen([sys.executable, "-m", "kiosk", *command])
    place.until(lambda kiosk: kiosk.online)
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 0
    assert not place.seen().online


def test_what_is_missing_is_told_with_its_place(
    tmp_path: Path, place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    (place.authority.of("desk") / KEY).unlink()
    place.write()
    place.begin()
    until(lambda: any("is not there" in each for each in place.heard.said), "not told")
    assert str(place.authority.of("desk") / KEY) in place.heard.said[-1]
    caplog.clear()


def test_by_hand_it_finds_the_certificates_where_those_who_look_have_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[Path, Path]] = []

    def called_with(*where: Path) -> int:
        file, certificates = where
        called.append((file, certificates))
        return 0

    monkeypatch.setattr(announce, "announce", called_with)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "kiosk" / "broker"
    folder.mkdir(parents=True)
    for more, found in (([], folder), ([f"--certificates={tmp_path}"], tmp_path)):
        assert main(["fleet", "announce", f"--file={tmp_path}", *more]) == 0
        assert called.pop() == (tmp_path, found)


def test_who_announces_loads_nothing_of_the_doctor_and_no_qt() -> None:
    code = "import sys, kiosk.fleet.announce; print(*(n for n in sys.modules if 'kiosk.' in n))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert rooms == {"fleet", "health", "whole_file"}


def test_the_doctor_goes_by_the_same_names_and_words() -> None:
    assert doctor.FILES == (AUTHORITY, CERTIFICATE, KEY)
    assert doctor.UNREACHED == announce.UNREACHED

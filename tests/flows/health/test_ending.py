"""Every way in which a kiosk ends, done for real, and what the next start makes of it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from kiosk.health.crash_record import Kind, made_of, moment
from kiosk.logs import Line
from tests.flows.running import ROOT, Machine
from tests.flows.screen import Screen
from tests.x_server import x_server

STARTED = "kiosk: Started: kiosk "


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_being_asked_to_end_is_a_clean_end(machine: Machine, number: signal.Signals) -> None:
    with machine.start() as running:
        code, said = running.ready().send(number).ended()
        assert running.until("STOPPING=1") is not None
    assert code == 0
    told = [line.removeprefix("kiosk: ").split(":")[0].rstrip(".") for line in said]
    assert told == ["Started", "Ready", "Asked to end", "Stopped"]
    assert list(machine.book.iterdir()) == []


def test_being_asked_to_end_while_the_kiosk_is_made_is_a_clean_end(machine: Machine) -> None:
    with machine.start(made="os.kill(os.getpid(), signal.SIGTERM)") as running:
        assert running.ended() == (0, [])
    assert machine.next_log()[0].startswith(STARTED)
    assert machine.records == ()


def test_a_signal_just_before_the_event_loop_is_not_lost(machine: Machine) -> None:
    early = """
        begun = kiosk.app.QTimer.singleShot
        def shot(*arguments):
            kiosk.app.QTimer.singleShot = begun
            os.kill(os.getpid(), signal.SIGTERM)
            begun(*arguments)
        kiosk.app.QTimer.singleShot = staticmethod(shot)
    """
    with machine.start(running=early.strip()) as running:
        assert running.ended()[0] == 0
    assert machine.records == ()


def test_a_kiosk_whose_window_refuses_to_close_ends_when_asked_to(machine: Machine) -> None:
    refuse = """
        class Refuser(QObject):
            def eventFilter(self, watched, event):
                if event.type() == QEvent.Type.Close:
                    event.ignore()
                    return True
                return False
        self.refuser = Refuser()
        self.window.installEventFilter(self.refuser)
    """
    with machine.start(running=refuse.strip()) as running:
        assert running.ready().send(signal.SIGTERM).ended()[0] == 0


def test_staff_ending_the_kiosk_is_a_clean_end_with_their_exit_code(machine: Machine) -> None:
    with machine.start(running="QTimer.singleShot(0, lambda: self._end(75))") as running:
        code, said = running.ended()
    assert code == 75
    assert said[-1] == "kiosk: Stopped."
    assert list(machine.book.iterdir()) == []


def test_kill_9_is_found_by_the_next_start_and_told_once(machine: Machine) -> None:
    machine.crash()
    found, *others = machine.next_log()
    assert found.startswith("kiosk: The last start did not end cleanly: killed: ")
    assert others[0].startswith(STARTED)
    assert [record.kind for record in machine.records] == [Kind.KILLED]
    assert machine.next_log()[0].startswith(STARTED)
    assert len(machine.records) == 1


def test_a_segmentation_fault_leaves_the_place_where_it_happened(machine: Machine) -> None:
    with machine.start(running="QTimer.singleShot(0, lambda: ctypes.string_at(0))") as running:
        assert running.ended()[0] == -signal.SIGSEGV
    assert "fault: Segmentation fault" in machine.next_log()[0]
    [record] = machine.records
    assert "in string_at" in record.trace
    assert "in main" in record.trace


def test_a_hung_event_loop_gives_no_sign_of_life_and_its_end_says_where_it_hung(
    machine: Machine,
) -> None:
    asked = machine.home / "asked"
    hang = f"""
        def hanging():
            if os.path.exists({str(asked)!r}):
                told("HANGING")
                threading.Event().wait()
        self.look = QTimer(interval=10)
        self.look.timeout.connect(hanging)
        self.look.start()
    """
    with machine.start(running=hang.strip()) as running:
        running.ready()
        assert {running.message() for _ in range(2)} == {"WATCHDOG=1"}
        asked.touch()
        assert set(running.until("HANGING")) <= {"WATCHDOG=1"}
        with pytest.raises(TimeoutError):
            running.message(0.3)  # six times the interval between two signs of life
        # What systemd sends when its watchdog has waited long enough.
        assert running.send(signal.SIGABRT).ended()[0] == -signal.SIGABRT
    assert "fault: Aborted" in machine.next_log()[0]
    assert "in hanging" in machine.records[0].trace


def test_an_exception_in_a_slot_is_one_line_and_does_not_end_the_kiosk(machine: Machine) -> None:
    fault = """
        def failing():
            QTimer.singleShot(0, lambda: told(f"ERRORS={self.health.vitals().errors}"))
            raise ValueError("two\\nlines")
        QTimer.singleShot(0, failing)
    """
    with machine.start(running=fault.strip(), options="--log-format json") as running:
        running.until("ERRORS=1")
        code, said = running.send(signal.SIGTERM).ended()
    lines = [msgspec.json.decode(line, type=Line) for line in said]
    [error] = [line for line in lines if line.level == "error"]
    assert error.message == "ValueError: two\nlines"
    assert error.traceback.startswith("Traceback (most recent call last):\n")
    assert code == 0
    machine.next_log()
    assert machine.records == ()


def test_an_exception_in_a_thread_is_one_line_and_does_not_end_the_kiosk(machine: Machine) -> None:
    fault = 'threading.Thread(target=int, args=("no figure",)).start()'
    with machine.start(running=fault) as running:
        code, said = running.ready().send(signal.SIGTERM).ended()
    assert code == 0
    assert len([line for line in said if "ValueError: invalid literal" in line]) == 1


def test_an_exception_that_ends_the_kiosk_is_kept_with_its_traceback(machine: Machine) -> None:
    with machine.start(running="raise RuntimeError('out of ideas')") as running:
        code, said = running.ended()
    assert code == 1
    assert len(said) == 1
    assert said[0].startswith("kiosk: RuntimeError: out of ideas\\nTraceback")
    assert "exception: RuntimeError: out of ideas." in machine.next_log()[0]
    [record] = machine.records
    assert record.trace.startswith("Traceback (most recent call last):\n")


def test_a_fault_that_the_kiosk_knows_is_no_crash(machine: Machine) -> None:
    (machine.pack / "pack.toml").unlink()
    with machine.start(options="--log-format json") as running:
        code, [line] = running.ended()
    assert code == 1
    assert "pack.toml" in msgspec.json.decode(line, type=Line).message
    assert list(machine.book.iterdir()) == []


def test_three_crashes_make_the_next_start_safe_until_it_ends(machine: Machine) -> None:
    for _ in range(3):
        machine.crash()
    with machine.start() as running:
        running.ready()
        assert machine.mark.safe
        said = running.send(signal.SIGTERM).ended()[1]
    assert any("Safe mode" in line for line in said)
    assert [record.safe for record in machine.records] == [False, False, False]


def test_a_safe_start_moves_nothing(kiosk: Callable[..., Screen]) -> None:
    assert kiosk(moving=True).shell.appearance.moving
    assert not kiosk(moving=True, safe=True).shell.appearance.moving


def test_a_display_that_goes_away_is_told_apart(machine: Machine) -> None:
    with (
        x_server(800, 600) as server,
        machine.start(QT_QPA_PLATFORM="xcb", DISPLAY=server.display) as running,
    ):
        running.ready()
        server.process.kill()
        assert running.ended()[0] != 0
    assert "display: the display went away" in machine.next_log()[0]


def test_a_second_kiosk_beside_a_running_one_is_no_crash(machine: Machine, tmp_path: Path) -> None:
    with machine.start() as first:
        first.ready()
        beside = Machine(tmp_path / "beside")
        beside.state = machine.state
        assert "Another kiosk is running" in beside.next_log()[0]
        assert not machine.mark.safe
        assert first.send(signal.SIGTERM).ended()[0] == 0
    assert list(machine.book.iterdir()) == []


def test_a_torn_mark_counts_as_a_power_cut(machine: Machine) -> None:
    machine.book.mkdir(parents=True)
    (machine.book / "running").write_bytes(b'{"moment":')
    with machine.start(running="raise SystemExit(0)") as running:
        code, said = running.ended()
    assert code == 0
    assert "power: power cut" in said[0]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
@pytest.mark.parametrize("there", [False, True])
def test_state_and_cache_are_the_kiosks_alone_whatever_the_umask(
    machine: Machine, umask: int, there: bool
) -> None:
    cache = machine.home / "cache"
    own = (machine.state / "kiosk", cache / "kiosk")
    if there:  # as an older kiosk made them
        for folder in own:
            folder.mkdir(parents=True)
            folder.chmod(0o755)
    before = os.umask(umask)
    try:
        with machine.start(XDG_CACHE_HOME=str(cache)) as running:
            running.ready()
            assert [oct(folder.stat().st_mode & 0o777) for folder in own] == ["0o700"] * 2
            assert running.send(signal.SIGTERM).ended()[0] == 0
    finally:
        os.umask(before)


def test_torn_records_begin_anew(machine: Machine) -> None:
    machine.crash()
    (machine.book / "records").write_bytes(b'[{"kind":"kil')
    assert "begins anew" in machine.next_log()[0]
    assert len(machine.records) == 1


@pytest.fixture
def full(machine: Machine) -> Iterator[Callable[[], None]]:
    """Put the state on a small disk of its own and give a function that fills it."""
    machine.state.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(machine.state)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")

    def fill() -> None:
        with (machine.state / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
            while True:
                ballast.write(b"x" * 4096)

    yield fill
    subprocess.run(["umount", str(machine.state)], check=True)


def test_a_full_disk_is_one_warning_and_a_kiosk_that_runs(
    machine: Machine, full: Callable[[], None]
) -> None:
    machine.crash()
    full()
    before = machine.records
    said = machine.next_log()
    assert "The last start did not end cleanly: killed" in said[0]
    assert len([line for line in said if "can't be kept" in line]) == 1
    assert machine.records == before
    # The old mark is gone all the same: it isn't found at every start.
    assert not any("cleanly" in line for line in machine.next_log())


def test_a_crash_while_the_disk_is_full_is_found_all_the_same(
    machine: Machine, full: Callable[[], None]
) -> None:
    with machine.start() as running:
        running.ready()
        full()
        assert running.send(signal.SIGSEGV).ended()[0] == -signal.SIGSEGV
    (machine.state / "ballast").unlink()
    assert "did not end cleanly" in machine.next_log()[0]
    assert len(machine.records) == 1


def test_forbidding_core_files_leaves_none_of_a_crash(machine: Machine) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    assert hard != 0, "this machine writes no core files anyway"
    dump = f"""
        import resource
        resource.setrlimit(resource.RLIMIT_CORE, ({hard}, {hard}))
        from kiosk.health.last_run import forbid_core_files
        os.chdir({str(machine.home)!r})
        forbid_core_files()
        os.abort()
    """
    before = set(machine.home.iterdir())
    with machine.start(running=dump.strip()) as running:
        assert running.ended()[0] == -signal.SIGABRT
    assert {file.name for file in set(machine.home.iterdir()) - before} <= {"state"}


@pytest.mark.parametrize(
    ("fault", "code", "kind", "cause"),
    [
        ("raise ImportError('libEGL.so.1: no such file')", 1, Kind.EXCEPTION, "libEGL.so.1"),
        ("import ctypes; ctypes.string_at(0)", -signal.SIGSEGV, Kind.FAULT, "Segmentation fault"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", 0, None, ""),
    ],
)
def test_an_end_while_qt_is_loaded_is_kept_like_any_other(
    machine: Machine, fault: str, code: int, kind: Kind | None, cause: str
) -> None:
    broken = machine.home / "broken"
    (broken / "PySide6").mkdir(parents=True)
    (broken / "PySide6" / "__init__.py").write_text(fault, "utf-8")
    home = {"XDG_STATE_HOME": str(machine.state), "PYTHONPATH": str(broken)}
    command = [sys.executable, "-m", "kiosk", "run", "--content", str(machine.pack)]
    ended = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **home}, capture_output=True, check=False
    )
    assert ended.returncode == code
    record = made_of((machine.book / "running").read_bytes(), moment())
    assert (record.kind if record else None) is kind
    assert record is None or cause in record.cause

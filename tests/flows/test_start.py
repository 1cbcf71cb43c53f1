"""What a start does without, and what the kiosk does about it once it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.running import Machine

WATCHED = """
        def loaded():
            return "Qt" in vars(sys.modules["PySide6.QtCore"])
        def shown():
            before = loaded()
            settle()
            told(f"LOADED={before}, {loaded()}")
            told("SHOWN")
        # At the first frame instead of a second later.
        settle, self._settled = self._settled, lambda: None
        self.window.frameSwapped.connect(shown)
"""
"""PySide makes QtCore.Qt, every enumeration of Qt, when it is first named: 13 ms and more."""

COLLECTING = """
        import gc
        def noted(phase, info):
            if phase == "start":
                told(f"COLLECTED={threading.current_thread() is gui}")
        def busy():
            held = [[] for _ in range(100_000)]  # the collector, were it on, would run here
            told("BUSY")
        def stood():
            self.window.frameSwapped.disconnect(stood)
            settle()
            gc.callbacks.append(noted)
            threading.Thread(target=busy).start()
        gui, settle, self._settled = threading.current_thread(), self._settled, lambda: None
        self.window.frameSwapped.connect(stood)
"""


@pytest.mark.parametrize("options", ["", "--locked"])
def test_a_start_loads_the_enumerations_of_qt_only_after_the_first_frame(
    tmp_path: Path, options: str
) -> None:
    with Machine(tmp_path).start(running=WATCHED.strip(), options=options) as running:
        assert "LOADED=False, True" in running.until("SHOWN")


def test_python_collects_on_the_thread_of_the_gui_only_and_without_a_rest(tmp_path: Path) -> None:
    often = "import kiosk.ui.presence.housekeeping as work; work.EVERY = 20"
    with Machine(tmp_path).start(made=often, running=COLLECTING.strip()) as running:
        assert "COLLECTED=False" not in running.until("BUSY")
        assert "COLLECTED=False" not in running.until("COLLECTED=True")

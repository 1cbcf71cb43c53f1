"""What a start does without, and what the kiosk does about it once it stands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.running import ROOT, Machine

MODULES = """
kiosk: app ending journal launch logs printed shipped start whole_file
command_line: arguments option_values
commands: for_authors for_fleets known_faults this_machine
health: crash_record last_run notify safe_mode text_starts vitals
pack: copying drawings editions file_names news pack packfile packfile_loader page_cache
    picture_files today
page: blocks error phrases regular_file review schema sections sentences source spans
    superscripts terms
rows: build chart_rows compare_rows doors rich_text row row_changes table_rows
releases: releases
settings: settings settings_files
slips: slip
speech: engine
staff: gesture language_choice lock pin
svg: colour_names colours course drawing dressing element extent on_white reach stylesheet subset
    values
ui: shell
ui.appearance: appearance line_positions screen_size
ui.editions: current_text
ui.focus: focus focus_stops scrolling
ui.input: input_filter keys
ui.presence: housekeeping presence rest_screen visible_words
ui.qt: application cancelled_touch imports list_models qt_property screen_reader stop_signals
    translations watchdog
ui.reading: card extra_pages grounds large_figure links navigator page_review page_source pane
    pane_sections panes pictures zoom
ui.search: keyboard search
ui.speech: read_aloud
ui.staff: desk gesture_watch status
visit: opening_hours pair presence_state visit waiting
"""
"""The kiosk's modules that the first frame needs, by their room. Each one more is a decision."""

PACKAGES = {
    "PySide6", "fontpkg_atkinson_hyperlegible", "msgspec", "platformdirs", "shiboken6",
    "shibokensupport", "signature_bootstrap", "typing_extensions",
}  # fmt: skip
"""What is imported by then from elsewhere, besides Python's own."""

HEAVY = {
    "asyncio", "email", "http", "multiprocessing", "ssl", "unittest", "urllib.request", "xml.sax",
}  # fmt: skip
"""Of Python's own: each costs a start milliseconds, and megabytes for months."""

OBJECTS = {"tests.bench.awake": 522, "kiosk": 341}
"""How many objects there may be in the window by then: with a visitor, and at rest."""

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


def first_frame(program: str, folder: Path) -> dict[str, object]:
    """Give what there is in a kiosk at its first frame, as it starts every time but the first."""
    options = ["run", "--windowed", "--size", "1920x1080"]
    command = [sys.executable, "-m", "tests.bench.first_frame", "--tell", program, *options]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    for state in ("first", "second"):
        environment["XDG_STATE_HOME"] = str(folder / state)
        told = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
    found: dict[str, object] = json.loads(told.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("program", OBJECTS)
def test_before_the_first_frame_only_what_it_needs_is_imported_and_made(
    tmp_path: Path, program: str
) -> None:
    found = first_frame(program, tmp_path)
    imported = {str(name) for name in found["modules"]}  # type: ignore[attr-defined]
    wanted = set()
    for line in MODULES.replace("\n    ", " ").split("\n")[1:-1]:
        room, _, names = line.partition(": ")
        wanted |= {f"kiosk.{room}.{name}".replace(".kiosk.", ".") for name in names.split()}
    files = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in ROOT.glob("kiosk/**/*.py")
    }
    assert imported & files - wanted <= {"kiosk.__main__"}, "imported before the first frame"
    assert wanted - imported == set(), "no longer imported: take them off the list"
    others = {name.partition(".")[0] for name in imported if "." not in name or "kiosk" not in name}
    own = {"kiosk", "tests", "__main__", "__mp_main__", *sys.stdlib_module_names}
    assert {name for name in others - own if not name.startswith("_")} <= PACKAGES
    assert imported & HEAVY == set(), "brought by an import of something small"
    screen = ROOT / "kiosk" / "ui"
    read = {Path(file) for file in found["sources"]}  # type: ignore[attr-defined]
    assert {file for file in read if screen in file.parents} <= {screen / "qt" / "imports.py"}
    assert found["objects"] <= OBJECTS[program]  # type: ignore[operator]

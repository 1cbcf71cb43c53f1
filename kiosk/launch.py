"""`kiosk run`: how a kiosk is begun, and its pictures where nobody can see it.

Owns what a start does before there is an application, and what it hands to `app`.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from kiosk import __version__
from kiosk.printed import say

if TYPE_CHECKING:
    from kiosk.health.vitals import Health
    from kiosk.start import Start


def run(
    options: argparse.Namespace, known_faults: Callable[[], tuple[type[Exception], ...]]
) -> int:
    """Open the kiosk as `options` ask; return the exit code. Raises what `known_faults` lists."""
    # It would run in any thread; `Housekeeping` collects in the one where Qt's objects live.
    gc.disable()
    from platformdirs import user_cache_path, user_state_path

    from kiosk.health.crash_record import moment
    from kiosk.health.last_run import LastRun, forbid_core_files
    from kiosk.health.notify import notifier
    from kiosk.health.vitals import Health
    from kiosk.logs import catch_exceptions
    from kiosk.staff import RESTART
    from kiosk.whole_file import private

    catch_exceptions()
    # Crash records, wrong PINs and texts are for the kiosk alone, whoever starts it and how.
    os.umask(0o077)
    for folder in (user_state_path("kiosk"), user_cache_path("kiosk")):
        with suppress(OSError):  # who writes there says so
            private(folder)
    if options.locked:
        forbid_core_files()
    book = LastRun(user_state_path("kiosk") / "health", moment, __version__, known_faults)
    health = Health(book, notifier(os.environ))
    logging.getLogger().addHandler(health.tally)
    with book:
        _stop_at_once(health)
        code = _open(options, health)
    if code == RESTART and not os.environ.get("NOTIFY_SOCKET"):
        # No service starts the kiosk again: it does so itself, as it was started.
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    return code


def _stop_at_once(health: Health) -> None:
    """End cleanly when asked to before there is an event loop that could do it in order."""

    def stop(number: int, frame: FrameType | None) -> None:
        health.stopping()
        os._exit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def _open(options: argparse.Namespace, health: Health) -> int:
    from kiosk.ui.qt.imports import import_as_python_does

    import_as_python_does()
    from platformdirs import user_state_path

    from kiosk.app import Kiosk
    from kiosk.settings.settings_files import load_settings, readable_by_all
    from kiosk.start import OUTPUTS_OFF, ROTATION, Start
    from kiosk.ui.qt.application import StartError, use_platform
    from kiosk.visit.waiting import Waiting

    settings = load_settings(options.settings, logging.getLogger("kiosk.settings").warning)
    if settings.pin and readable_by_all(options.settings):
        logging.getLogger("kiosk.staff").warning(
            "Everybody here can read the settings file with the staff's PIN; chmod 600 it."
        )
    content = options.content or settings.folder
    asked = use_platform()
    new_output = None
    if options.locked and os.environ.keys() & {ROTATION, OUTPUTS_OFF}:
        from kiosk.outputs import arrange

        new_output = partial(arrange, os.environ)
        new_output()  # before Qt hears of the outputs: then the first frame stands as it should
    start = Start(
        content=content,
        language=options.language,
        size=options.size,
        diagonal=settings.diagonal,
        windowed=options.windowed,
        locked=options.locked,
        safe=health.safe,
        printer=settings.printer,
        pin=settings.pin,
        state=user_state_path("kiosk"),
        resting=True,
        sound=settings.sound,
        volume=settings.volume,
        speech=settings.speech,
        switches_off=settings.dark == "off",
        new_output=new_output,
        waiting=Waiting(
            clock=time.monotonic,
            calendar=datetime.now,
            timing=settings.timing,
            hours=settings.opening,
        ),
    )
    kiosk = Kiosk(start, health)
    if kiosk.app.platformName() == "offscreen" and not asked:
        kiosk.close()
        if options.locked:
            raise StartError("There is no display to lock; start the kiosk under cage or X.")
        folder = Path(tempfile.mkdtemp(prefix="kiosk-panes-"))
        say(f"There is no display here; every pane is written to {folder} instead.")
        size = options.size or (1920, 1080)
        pictured = msgspec.structs.replace(start, size=size)
        return pictures(pictured, folder)
    if settings.broker and (runtime := os.environ.get("XDG_RUNTIME_DIR")):
        from kiosk.ui.presence.use_record import UseRecord
        from kiosk.visit.quarter_hours import FILE

        UseRecord(kiosk.shell.presence, Path(runtime) / FILE, time.time)
    counting = None
    if settings.counts and start.state and not start.safe:
        from kiosk.ui.counting.begin import begin_counting

        counting = begin_counting(
            kiosk.shell, kiosk.translations, start.state, datetime.now, words=settings.words_in_vain
        )
    code = kiosk.run()
    if counting:
        counting.close()
    return code


def pictures(start: Start, folder: Path, *, full: bool = False) -> int:
    """Write a picture of every pane into `folder`, of the whole page if `full`.

    Raises:
        SnapshotError: they can't be written there.
    """
    gc.enable()
    from kiosk.app import Kiosk
    from kiosk.ui.snapshot import snapshots

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    kiosk = Kiosk(msgspec.structs.replace(start, moving=False, locked=True, resting=False))
    kiosk.show()
    for file in snapshots(kiosk.window, kiosk.shell, folder, full=full):
        say(str(file))
    kiosk.close()
    # WORKAROUND: PySide's Property has an old kind of finalizer, of which Python complains when it
    # collects the modules at the end. They end with the process.
    gc.freeze()
    return 0

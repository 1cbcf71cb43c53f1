"""The command line. A fault is one line on standard error.

Exit codes: 0, also for a kiosk that was left, by staff, SIGTERM or SIGINT; 1 for a fault, and for
words by which nothing is found; 2 for wrong usage; 130 for Ctrl+C. A process that a signal killed
has none: the next start says which end it was.
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
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from kiosk import __version__
from kiosk.arguments import read
from kiosk.ending import ended
from kiosk.printed import PrintError, say
from kiosk.shipped import FOR_AUTHORS, HERE, shipped

if TYPE_CHECKING:
    from kiosk.health.vitals import Health
    from kiosk.start import Start


def _run(options: argparse.Namespace) -> int:
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
    book = LastRun(user_state_path("kiosk") / "health", moment, __version__, _known_faults)
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
        return _pictures(pictured, folder)
    return kiosk.run()


def _snapshot(options: argparse.Namespace) -> int:
    from kiosk.start import Start

    start = Start(
        content=options.content,
        language=options.language,
        size=options.size,
        diagonal=options.diagonal,
        text_size=options.text_size,
    )
    return _pictures(start, options.out, full=options.full)


def _set_pin(options: argparse.Namespace) -> int:
    from kiosk.set_pin import pin_hash, set_pin

    stdin = sys.stdin if options.stdin else None
    say(pin_hash(stdin=stdin) if options.hash else set_pin(options.settings, stdin=stdin))
    return 0


def _settings(options: argparse.Namespace) -> int:
    from kiosk.settings.command import tell_settings

    told, code = tell_settings(options.file, check=options.check)
    say(told)
    return code


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.monitor.command import doctor, tell_metrics

    asked = {"own_content": options.content, "settings": options.settings, "user": options.user}
    if options.command == "metrics":
        told, code = tell_metrics(options.textfile, **asked), 0
    else:
        told, code = doctor(options.format, sys.stdout.encoding, **asked)
    if told:
        say(told)
    return code


def _install(options: argparse.Namespace) -> int:
    from kiosk.install.command import change_machine

    return change_machine(
        options.command,
        user=getattr(options, "user", ""),
        dry=options.dry_run,
        deploy=shipped("assets") / "deploy",
        package=HERE,
    )


def _check(options: argparse.Namespace) -> int:
    from platformdirs import user_cache_path

    from kiosk.check.command import check
    from kiosk.pack.page_cache import PageCache
    from kiosk.ui.editions.proof import prove_for_authors
    from kiosk.ui.qt.glyphs import Glyphs

    assets, cache = shipped("assets"), user_cache_path("kiosk") / "pages"
    return check(
        options.pack or shipped("content"),
        assets=assets,
        form=options.format,
        release=options.release,
        today=datetime.now().date(),
        proof=lambda folder: prove_for_authors(folder, assets=assets, cache=cache),
        cache=PageCache(cache),
        lacking=Glyphs().lacking,
    )


def _reviewed(options: argparse.Namespace) -> int:
    from kiosk.pack.reviewed import write_review

    told = write_review(
        options.page,
        reviewer=options.reviewer,
        next_review=options.next,
        today=datetime.now().date(),
        assets=shipped("assets"),
    )
    say(told)
    return 0


def _new(options: argparse.Namespace) -> int:
    from kiosk.pack.starter import write

    say(write(options.pack, shipped("assets") / "starter"))
    return 0


def _preview(options: argparse.Namespace) -> int:
    # As in `_run`: the thread that examines the pack must end none of Qt's objects.
    gc.disable()
    from kiosk.ui.preview.command import preview

    return preview(options.pack, assets=shipped("assets"))


def _handout(options: argparse.Namespace) -> int:
    from kiosk.ui.leaflet_printing import hand_out

    where = options.content, options.language, options.out, options.settings
    say(hand_out(*where, page=options.page or ""))
    return 0


def _export(options: argparse.Namespace) -> int:
    from kiosk.ui.export import export

    say(export(options.content, options.folder))
    return 0


def _search(options: argparse.Namespace) -> int:
    from kiosk.search.command import search

    told, code = search(
        " ".join(options.words),
        options.content or shipped("content"),
        assets=shipped("assets"),
        language=options.language,
        today=datetime.now().date(),
        json=options.format == "json",
        unread=lambda error: logging.getLogger("kiosk").warning("not searched: %s", error),
    )
    say(told)
    return code


def _pictures(start: Start, folder: Path, *, full: bool = False) -> int:
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


def _known_faults() -> tuple[type[Exception], ...]:
    # Imported here: `kiosk --version` and a wrong option needn't wait for Qt.
    from kiosk.leaflet.leaflet_error import LeafletError
    from kiosk.page.error import ContentError
    from kiosk.settings.settings_files import SettingsError
    from kiosk.staff.pin import PinError
    from kiosk.ui.qt.application import StartError
    from kiosk.ui.snapshot import SnapshotError

    told = ContentError, LeafletError, PinError, PrintError, SettingsError, SnapshotError
    return *told, StartError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    return ended(lambda: _command(read(arguments)))


def _command(options: argparse.Namespace) -> int:
    from kiosk.logs import set_up

    level = logging.INFO if options.command == "run" else logging.WARNING
    set_up(getattr(options, "log_format", "text"), level, sys.stderr, os.environ)
    if options.command == "doctor":  # where Qt can't be loaded at all, the doctor says why
        return _doctor(options)
    if options.command in ("install", "uninstall", "set-screen"):
        return _install(options)
    commands = {
        "run": _run,
        "set-pin": _set_pin,
        "settings": _settings,
        "metrics": _doctor,
        "snapshot": _snapshot,
        "check": _check,
        "reviewed": _reviewed,
        "new": _new,
        "preview": _preview,
        "handout": _handout,
        "export": _export,
        "search": _search,
    }
    try:
        return commands[options.command](options)
    except ModuleNotFoundError as error:
        if error.name not in FOR_AUTHORS:
            raise
        wanted = "the package clinic-kiosk-authors. Run: sudo apt-get install clinic-kiosk-authors"
        print(f"kiosk: kiosk {options.command} needs {wanted}", file=sys.stderr)
        return 1
    except _known_faults() as error:
        logging.getLogger("kiosk").error("%s", error)
        return 1


if __name__ == "__main__":
    sys.exit(main())

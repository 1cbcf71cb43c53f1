"""The command line. A fault is one line on standard error.

Exit codes: 0, also for a kiosk that was left, by staff, SIGTERM or SIGINT; 1 for a fault; 2 for
wrong usage. A process that a signal killed has none: the next start says which end it was.
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
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from kiosk import __version__

if TYPE_CHECKING:
    from kiosk.app import Start
    from kiosk.health.crash import CrashBook
    from kiosk.health.figures import Health
    from kiosk.settings import Settings
    from kiosk.ui.presence import Waiting

TEXT_SIZES = (100, 200)
"""Smallest and largest text size in percent."""


def _size(words: str) -> tuple[int, int]:
    width, _, height = words.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{words!r} is not a size like 1920x1080")
    size = int(width), int(height)
    if not all(320 <= side <= 16384 for side in size):
        raise argparse.ArgumentTypeError(f"{words}: each side must be 320 to 16384 pixels")
    return size


def _diagonal(words: str) -> float:
    try:
        inches = float(words)
    except ValueError:
        inches = 0
    if not 5 <= inches <= 200:
        raise argparse.ArgumentTypeError(f"{words!r} is not a diagonal of 5 to 200 inches")
    return inches


def _text_size(words: str) -> int:
    smallest, largest = TEXT_SIZES
    if not (words.isdecimal() and smallest <= int(words) <= largest):
        raise argparse.ArgumentTypeError(
            f"{words!r} is not a size of {smallest} to {largest} percent"
        )
    return int(words)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kiosk", description="A touchscreen that patients read in a waiting room."
    )
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    run = commands.add_parser("run", help="open the kiosk")
    run.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings")
    run.add_argument("--locked", action="store_true", help="nobody leaves it but staff")
    run.add_argument("--windowed", action="store_true", help="in a window, not fullscreen")
    run.add_argument("--size", type=_size, metavar="WxH", help="size of the window in pixels")
    run.add_argument(
        "--log-format", choices=("text", "json"), default="text", help="how the log is written"
    )

    setting = commands.add_parser("set-pin", help="ask for the PIN that opens the staff page")
    setting.add_argument("--settings", type=Path, metavar="FILE", help="where it is stored")

    snapshot = commands.add_parser("snapshot", help="write a picture of every pane")
    snapshot.add_argument("--out", type=Path, metavar="DIR", required=True, help="folder for them")
    snapshot.add_argument("--size", type=_size, metavar="WxH", default=(1920, 1080))
    snapshot.add_argument("--diagonal", type=_diagonal, metavar="INCHES", default=21.5)
    snapshot.add_argument("--text-size", type=_text_size, metavar="PERCENT", default=100)
    snapshot.add_argument("--full", action="store_true", help="the whole page, however long")

    doctor = commands.add_parser("doctor", help="look for what would keep the kiosk from running")
    doctor.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings")
    doctor.add_argument("--user", metavar="NAME", default="", help="whom the kiosk runs as")
    doctor.add_argument("--format", choices=("text", "json"), default="text")

    install = commands.add_parser("install", help="make this machine start the kiosk by itself")
    install.add_argument("--user", metavar="NAME", default="kiosk", help="whom the kiosk runs as")
    uninstall = commands.add_parser("uninstall", help="take away all that install has made")
    for command in (install, uninstall):
        command.add_argument("--dry-run", action="store_true", help="only say what would be done")

    for command in (run, snapshot, doctor):
        command.add_argument(
            "--content", type=Path, metavar="DIR", help="folder of the content pack"
        )
    for command in (run, snapshot):
        command.add_argument("--language", default="", metavar="xx", help="language to start in")
    return parser


def _run(options: argparse.Namespace) -> int:
    # It would run in any thread; `Housekeeping` collects in the one where Qt's objects live.
    gc.disable()
    from platformdirs import user_state_path

    from kiosk.health.crash import CrashBook, forbid_core_files
    from kiosk.health.figures import Health
    from kiosk.health.notify import notifier
    from kiosk.health.record import moment
    from kiosk.logs import catch_exceptions
    from kiosk.staff import RESTART

    catch_exceptions()
    if options.locked:
        forbid_core_files()
    book = CrashBook(user_state_path("kiosk") / "health", moment, __version__, _known_faults)
    health = Health(book, notifier(os.environ))
    logging.getLogger().addHandler(health.tally)
    with book:
        _stop_at_once(book)
        code = _open(options, health)
    if code == RESTART and not os.environ.get("NOTIFY_SOCKET"):
        # No service starts the kiosk again: it does so itself, as it was started.
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    return code


def _stop_at_once(book: CrashBook) -> None:
    """End cleanly when asked to before there is an event loop that could do it in order."""

    def stop(number: int, frame: FrameType | None) -> None:
        book.stopping()
        os._exit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def _open(options: argparse.Namespace, health: Health) -> int:
    from platformdirs import user_state_path

    from kiosk.app import Kiosk, Start
    from kiosk.settings import load_settings, readable_by_all
    from kiosk.ui.application import StartError, use_platform

    settings = load_settings(options.settings)
    if settings.pin and readable_by_all(options.settings):
        logging.getLogger("kiosk.staff").warning(
            "Everybody here can read the settings file with the staff's PIN; chmod 600 it."
        )
    content = options.content or settings.folder
    asked = use_platform()
    start = Start(
        content=content,
        language=options.language,
        size=options.size,
        diagonal=settings.diagonal,
        windowed=options.windowed,
        locked=options.locked,
        safe=health.safe,
        pin=settings.pin,
        state=user_state_path("kiosk"),
        resting=True,
        sound=settings.sound,
        volume=settings.volume,
        switches_off=settings.dark == "off",
        waiting=_waiting(settings),
    )
    kiosk = Kiosk(start, health)
    if kiosk.app.platformName() == "offscreen" and not asked:
        kiosk.close()
        if options.locked:
            raise StartError("There is no display to lock; start the kiosk under cage or X.")
        folder = Path(tempfile.mkdtemp(prefix="kiosk-panes-"))
        print(f"There is no display here; every pane is written to {folder} instead.")
        size = options.size or (1920, 1080)
        pictured = msgspec.structs.replace(start, size=size)
        return _pictures(pictured, folder)
    return kiosk.run()


def _waiting(settings: Settings) -> Waiting:
    from kiosk.hours import parse_hours
    from kiosk.ui.presence import Waiting
    from kiosk.visit import Timing

    return Waiting(
        clock=time.monotonic,
        calendar=datetime.now,
        timing=Timing(idle=settings.idle, ask=settings.ask, dim=settings.dim),
        hours=parse_hours(settings.hours),
    )


def _snapshot(options: argparse.Namespace) -> int:
    from kiosk.app import Start

    start = Start(
        content=options.content,
        language=options.language,
        size=options.size,
        diagonal=options.diagonal,
        text_size=options.text_size,
    )
    return _pictures(start, options.out, full=options.full)


def _set_pin(options: argparse.Namespace) -> int:
    from kiosk.setpin import set_pin

    print(set_pin(options.settings))
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.doctor.report import doctor
    from kiosk.shipped import shipped

    report, code = doctor(
        content=shipped("content"),
        assets=shipped("assets"),
        own_content=options.content,
        settings=options.settings,
        user=options.user,
        encoding=sys.stdout.encoding,
        json=options.format == "json",
    )
    print(report)
    return code


def _install(options: argparse.Namespace) -> int:
    from kiosk.install.installer import Installer
    from kiosk.install.site import InstallError, Site
    from kiosk.shipped import HERE, shipped

    try:
        if os.geteuid() != 0 and not options.dry_run:
            raise InstallError(f"Only root may do this. Run: sudo kiosk {options.command}")
        deploy, python = shipped("assets") / "deploy", Path(sys.executable)
        installer = Installer(Site(dry=options.dry_run), deploy, python, HERE)
        if options.command == "install":
            installer.install(options.user)
        else:
            installer.uninstall()
    except InstallError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    return 0


def _pictures(start: Start, folder: Path, *, full: bool = False) -> int:
    gc.enable()
    from kiosk.app import Kiosk
    from kiosk.ui.snapshot import snapshots

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    kiosk = Kiosk(msgspec.structs.replace(start, moving=False, locked=True, resting=False))
    kiosk.show()
    for file in snapshots(kiosk.window, kiosk.shell, folder, full=full):
        print(file)
    kiosk.close()
    # WORKAROUND: PySide's Property has an old kind of finalizer, of which Python complains when it
    # collects the modules at the end. They end with the process.
    gc.freeze()
    return 0


def _known_faults() -> tuple[type[Exception], ...]:
    # Imported here: `kiosk --version` and a wrong option needn't wait for Qt.
    from kiosk.library.error import ContentError
    from kiosk.settings import SettingsError
    from kiosk.staff.pin import PinError
    from kiosk.ui.application import StartError
    from kiosk.ui.snapshot import SnapshotError

    return ContentError, PinError, SettingsError, SnapshotError, StartError


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command == "run" and options.locked and (options.windowed or options.size):
        parser.error("--locked fills the screen; leave --windowed and --size away")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    options = _options(arguments)
    from kiosk.logs import set_up

    level = logging.INFO if options.command == "run" else logging.WARNING
    set_up(getattr(options, "log_format", "text"), level, sys.stderr, os.environ)
    if options.command == "doctor":  # where Qt can't be loaded at all, the doctor says why
        return _doctor(options)
    if options.command in ("install", "uninstall"):
        return _install(options)
    commands = {"run": _run, "set-pin": _set_pin, "snapshot": _snapshot}
    try:
        return commands[options.command](options)
    except KeyboardInterrupt:
        print("kiosk: stopped.", file=sys.stderr)
        return 1
    except _known_faults() as error:
        logging.getLogger("kiosk").error("%s", error)
        return 1


if __name__ == "__main__":
    sys.exit(main())

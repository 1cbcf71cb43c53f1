"""The command line. Exit codes: 0, 1 for a fault, 2 for wrong usage; one line on standard error."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk import __version__

if TYPE_CHECKING:
    from kiosk.app import Start

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
    run.add_argument("--windowed", action="store_true", help="in a window, not fullscreen")
    run.add_argument("--size", type=_size, metavar="WxH", help="size of the window in pixels")

    snapshot = commands.add_parser("snapshot", help="write a picture of every pane")
    snapshot.add_argument("--out", type=Path, metavar="DIR", required=True, help="folder for them")
    snapshot.add_argument("--size", type=_size, metavar="WxH", default=(1920, 1080))
    snapshot.add_argument("--diagonal", type=_diagonal, metavar="INCHES", default=21.5)
    snapshot.add_argument("--text-size", type=_text_size, metavar="PERCENT", default=100)
    snapshot.add_argument("--full", action="store_true", help="the whole page, however long")

    for command in (run, snapshot):
        command.add_argument(
            "--content", type=Path, metavar="DIR", help="folder of the content pack"
        )
        command.add_argument("--language", default="", metavar="xx", help="language to start in")
    return parser


def _run(options: argparse.Namespace) -> int:
    # Nothing that a start makes can be collected; `Kiosk.run` turns the collector on again.
    gc.disable()
    from kiosk.app import Kiosk, Start, use_platform
    from kiosk.settings import load_settings

    settings = load_settings(options.settings)
    content = options.content or settings.folder
    asked = use_platform()
    start = Start(
        content=content,
        language=options.language,
        size=options.size,
        diagonal=settings.diagonal,
        windowed=options.windowed,
    )
    kiosk = Kiosk(start)
    if kiosk.app.platformName() == "offscreen" and not asked:
        kiosk.close()
        folder = Path(tempfile.mkdtemp(prefix="kiosk-panes-"))
        print(f"There is no display here; every pane is written to {folder} instead.")
        size = options.size or (1920, 1080)
        pictured = msgspec.structs.replace(start, size=size)
        return _pictures(pictured, folder)
    return kiosk.run()


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


def _pictures(start: Start, folder: Path, *, full: bool = False) -> int:
    gc.enable()
    from kiosk.app import Kiosk
    from kiosk.ui.snapshot import snapshots

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    kiosk = Kiosk(msgspec.structs.replace(start, moving=False, unlocked=False))
    kiosk.show()
    for file in snapshots(kiosk.window, kiosk.shell, folder, full=full):
        print(file)
    kiosk.close()
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(format="kiosk: %(message)s", level=logging.WARNING, stream=sys.stderr)
    # Imported here: `kiosk --version` and a wrong option needn't wait for Qt.
    from kiosk.app import StartError
    from kiosk.library.error import ContentError
    from kiosk.settings import SettingsError
    from kiosk.ui.snapshot import SnapshotError

    commands = {"run": _run, "snapshot": _snapshot}
    try:
        return commands[options.command](options)
    except KeyboardInterrupt:
        print("kiosk: stopped.", file=sys.stderr)
        return 1
    except (ContentError, SettingsError, SnapshotError, StartError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

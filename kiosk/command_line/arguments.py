"""What can be asked for on the command line, and how a wrong wish is answered.

Owns the options and their limits. Does nothing of what is asked for.
"""

from __future__ import annotations

import argparse
import pwd
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk import __version__
from kiosk.printed import print_on

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


def _page(words: str) -> str:
    if not words.strip():
        raise argparse.ArgumentTypeError("it is empty; name a page's file without .md")
    return words


def _user(words: str) -> str:
    try:
        if words:
            pwd.getpwnam(words)
    except (KeyError, ValueError):
        raise argparse.ArgumentTypeError(f"there is no user {words!r}") from None
    return words


def _day(words: str) -> date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
            raise ValueError
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{words!r} is not a day; write year, month and day, such as 2027-01-15"
        ) from None


def _month(words: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", words):
        raise argparse.ArgumentTypeError(f"{words!r} is not a month; write one such as 2026-11")
    return words


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")

    def _print_message(self, message: str, file: object = None) -> None:
        # argparse's own says nothing of a disk that is full.
        asked = file is sys.stdout
        print_on(sys.stdout if asked else sys.stderr, message.rstrip("\n"))


def _share(words: str) -> tuple[int, int]:
    needed, _, count = words.partition("/")
    if needed.isdecimal() and count.isdecimal() and 1 <= int(needed) <= int(count) <= 16:
        return int(needed), int(count)
    raise argparse.ArgumentTypeError(f"{words!r} is not a share like 2/3, of at most 16 keys")


def _months(words: str) -> int:
    if words.isdecimal() and 1 <= int(words) <= 120:
        return int(words)
    raise argparse.ArgumentTypeError(f"{words!r} is not 1 to 120 months")


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    parser = _Parser(
        prog="kiosk",
        description="A touchscreen that patients read in a waiting room.",
        epilog="Debian's packages have the pages docs/ in /usr/share/doc/clinic-kiosk-program.",
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

    snapshot = commands.add_parser("snapshot", help="write a picture of every pane")
    snapshot.add_argument("--out", type=Path, metavar="DIR", required=True, help="folder for them")
    snapshot.add_argument("--size", type=_size, metavar="WxH", default=(1920, 1080))
    snapshot.add_argument("--diagonal", type=_diagonal, metavar="INCHES", default=21.5)
    snapshot.add_argument("--text-size", type=_text_size, metavar="PERCENT", default=100)
    snapshot.add_argument("--full", action="store_true", help="the whole page, however long")

    doctor = commands.add_parser("doctor", help="look for what would keep the kiosk from running")
    doctor.add_argument("--format", choices=("text", "json", "nagios"), default="text")
    metrics = commands.add_parser("metrics", help="tell Prometheus how the kiosk is")
    metrics.add_argument("--textfile", type=Path, metavar="FILE.prom", help="for node_exporter")
    for command in (doctor, metrics):
        command.add_argument(
            "--settings", type=Path, metavar="FILE", help="this machine's settings"
        )
        command.add_argument(
            "--user", type=_user, metavar="NAME", default="", help="whom the kiosk runs as"
        )

    install = commands.add_parser("install", help="make this machine start the kiosk by itself")
    install.add_argument("--user", metavar="NAME", default="kiosk", help="whom the kiosk runs as")
    uninstall = commands.add_parser("uninstall", help="take away all that install has made")
    for command in (install, uninstall, _add_settings(commands)):
        command.add_argument("--dry-run", action="store_true", help="only say what would be done")

    check = commands.add_parser("check", help="look for what is wrong with a content pack")
    check.add_argument("pack", type=Path, metavar="DIR", nargs="?", help="folder of the pack")
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    check.add_argument("--release", action="store_true", help="drafts and overdue pages are errors")

    reviewed = commands.add_parser("reviewed", help="write into a page who has reviewed it")
    reviewed.add_argument("page", type=Path, metavar="FILE", help="such as our-text/en/risks.md")
    reviewed.add_argument("--reviewer", metavar="NAME", required=True, help="name, and role")
    reviewed.add_argument(
        "--next", type=_day, metavar="YYYY-MM-DD", required=True, help="when to review it again"
    )

    new = commands.add_parser("new", help="write a small complete pack to start from")
    new.add_argument("pack", type=Path, metavar="DIR", help="the folder to make")

    preview = commands.add_parser("preview", help="see a pack while it is written")
    preview.add_argument("pack", type=Path, metavar="DIR", help="folder of the pack")

    handout = commands.add_parser("handout", help="print the pages as a leaflet")
    handout.add_argument(
        "--out", type=Path, metavar="FILE.pdf", help="write it there; else the set printer prints"
    )
    handout.add_argument("--page", type=_page, metavar="NAME", help="only this page, such as risks")
    handout.add_argument("--settings", type=Path, metavar="FILE", help="which name the printer")

    export = commands.add_parser("export", help="write the pages as a website")
    export.add_argument("folder", type=Path, metavar="DIR", help="folder for it")

    report = _add_report(commands)

    search = _add_search(commands)

    _add_texts(commands)
    examine = _add_fleet(commands)

    for command in (run, snapshot, doctor, metrics, handout, export, search, report, examine):
        command.add_argument(
            "--content", type=Path, metavar="DIR", help="folder of the content pack"
        )
    for command, meaning in (
        (run, "language to start in"),
        (snapshot, "language of the pictures"),
        (handout, "language of the leaflet"),
        (report, "language of the report"),
        (search, "language of the pages"),
    ):
        command.add_argument("--language", default="", metavar="xx", help=meaning)
    return parser


def _add_search(commands: argparse._SubParsersAction[_Parser]) -> _Parser:
    search = commands.add_parser("search", help="try what patients would find by some words")
    search.add_argument("words", metavar="WORDS", nargs="+", help="what a patient types")
    search.add_argument("--format", choices=("text", "json"), default="text")
    return search


def _add_report(commands: argparse._SubParsersAction[_Parser]) -> _Parser:
    report = commands.add_parser("report", help="tell what was read in a month, without persons")
    report.add_argument("--month", type=_month, metavar="YYYY-MM", help="else the one before this")
    report.add_argument("--out", type=Path, metavar="FILE.pdf", help="two sheets to print")
    report.add_argument("--csv", type=Path, metavar="FILE.csv", help="all of it as a table")
    report.add_argument(
        "--words", action="store_true", help="with the words searched in vain; asks first"
    )
    report.add_argument("--counts", type=Path, metavar="FILE", help="else those of this machine")
    report.add_argument("--settings", type=Path, metavar="FILE", help="which name the content")
    return report


def _add_fleet(commands: argparse._SubParsersAction[_Parser]) -> _Parser:
    """Add what many kiosks are looked after by; give the one that looks at a kiosk."""
    fleet = commands.add_parser("fleet", help="who is where, of many kiosks, by their broker")
    words = fleet.add_subparsers(dest="what", required=True, parser_class=_Parser)
    told = Path("/run/kiosk-fleet/told.json")
    listed = words.add_parser("list", help="say how each kiosk is")
    watch = words.add_parser("watch", help="say how each kiosk is, then each change")
    for command in (listed, watch):
        command.add_argument("--broker", metavar="HOST[:PORT]", default="", help="whom to ask")
        command.add_argument("--format", choices=("text", "json"), default="text")
    listed.add_argument("--textfile", type=Path, metavar="FILE.prom", help="for node_exporter")
    announce = words.add_parser(
        "announce", help="go on telling the broker what examine wrote: the service"
    )
    for command in (listed, watch, announce):
        command.add_argument("--certificates", type=Path, metavar="DIR", help="folder of them")
    examine = words.add_parser("examine", help="look at this kiosk and write what is to be told")
    for command in (announce, examine):
        command.add_argument("--file", type=Path, default=told, help="what is to be told")
    examine.add_argument("--name", default="", help="its name, if not the computer's")
    examine.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings")
    examine.add_argument(
        "--user", type=_user, metavar="NAME", default="", help="whom the kiosk runs as"
    )
    return examine


def _add_settings(commands: argparse._SubParsersAction[_Parser]) -> _Parser:
    """Add what settings are written and looked at by; give the one that only root may do."""
    pin = commands.add_parser("set-pin", help="ask for the PIN that opens the staff page")
    pin.add_argument("--settings", type=Path, metavar="FILE", help="where it is stored")
    pin.add_argument("--stdin", action="store_true", help="read it from standard input")
    pin.add_argument("--hash", action="store_true", help="print its hash and store nothing")

    settings = commands.add_parser("settings", help="show what holds here, and which file says so")
    settings.add_argument("file", type=Path, metavar="FILE", nargs="?", help="settings to look at")
    settings.add_argument("--check", action="store_true", help="name every fault, a line each")

    return commands.add_parser("set-screen", help="hand on what the settings say of the screen")


def _add_texts(commands: argparse._SubParsersAction[_Parser]) -> None:
    """Add what signed texts are released by, and what a kiosk takes them by."""
    publish = commands.add_parser("publish", help="release signed texts for many kiosks")
    ways = publish.add_subparsers(dest="way", required=True, parser_class=_Parser)
    init = ways.add_parser("init", help="make a repository, and its keys")
    init.add_argument("--root", type=_share, metavar="M/N", default=(1, 1), help=_ROOT_HELP)
    init.add_argument("--text", type=_share, metavar="M/N", default=(1, 1), help=_TEXT_HELP)
    init.add_argument("--months", type=_months, metavar="N", default=12, help=_MONTHS_HELP)
    init.add_argument("--fresh-months", type=_months, metavar="N", default=3, help=_FRESH_HELP)
    release = ways.add_parser("release", help="check a pack, and sign it")
    sign = ways.add_parser("sign", help="sign what waits, and what expires soon")
    status = ways.add_parser("status", help="say what is signed until when; 1 if it is time")
    for way in (init, release, sign, status):
        way.add_argument("folder", type=Path, metavar="DIR", help="folder of the repository")
    release.add_argument(
        "pack", type=Path, metavar="PACK", nargs="?", help="the text; else what pilot has"
    )
    release.add_argument("--ring", choices=("pilot", "all"), default="pilot", help="who gets it")
    release.add_argument("--draft", action="store_true", help="drafts and gaps are no errors")
    sign.add_argument("--renew", metavar="KEY", default="", help="replace a key, such as root-2")
    for way in (release, sign):
        way.add_argument(
            "--keys", type=Path, metavar="DIR", action="append", default=[], help="where more are"
        )

    text = commands.add_parser("text", help="take signed texts on a kiosk")
    ways = text.add_subparsers(dest="way", required=True, parser_class=_Parser)
    fetch = ways.add_parser("fetch", help="take the newest text")
    fetch.add_argument("--source", metavar="PLACE", default="", help="address or folder")
    fetch.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings")
    fetch.add_argument("--patient", action="store_true", help="wait longer after each failure")
    fetch.add_argument("--again", action="store_true", help="also a text that staff left")
    ways.add_parser("back", help="show the text before")
    told = ways.add_parser("status", help="say which text is shown, and what was wrong")
    told.add_argument("--format", choices=("text", "json"), default="text")


_ROOT_HELP = "keys of root that must sign, of how many, such as 2/3; else 1/1"
_TEXT_HELP = "the same for the keys of each ring; else 1/1"
_MONTHS_HELP = "until what people sign expires; else 12"
_FRESH_HELP = "until it must be said again that this is the newest; else 3"


def read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; leaves with 2 and one line where it is wrong."""
    line = parser()
    options = line.parse_args(arguments)
    if options.command == "search" and not " ".join(options.words).strip():
        line.error("search: name the words that a patient types")
    if options.command == "run" and options.locked and (options.windowed or options.size):
        line.error("--locked fills the screen; leave --windowed and --size away")
    return options

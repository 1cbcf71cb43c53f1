"""What can be asked for on the command line, and how a wrong wish is answered.

Owns the options and their limits. Does nothing of what is asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kiosk import __version__
from kiosk.command_line import option_values as values
from kiosk.printed import print_on


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")

    def _print_message(self, message: str, file: object = None) -> None:
        # argparse's own says nothing of a disk that is full.
        asked = file is sys.stdout
        print_on(sys.stdout if asked else sys.stderr, message.rstrip("\n"))


def parser(only: str = "") -> argparse.ArgumentParser:
    """Make the parser of the command line; of a command that is named, `only` that one's."""
    parser = _Parser(
        prog="kiosk",
        description="A touchscreen that patients read in a waiting room.",
        epilog="Debian's packages have the pages docs/ in /usr/share/doc/clinic-kiosk-program.",
    )
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    _add(parser, "command", {only: _COMMANDS[only]} if only in _COMMANDS else _COMMANDS)
    return parser


def _add(parser: _Parser, chosen: str, words: _Words) -> None:
    ways = parser.add_subparsers(dest=chosen, required=True, parser_class=_Parser)
    for word, (meaning, fill) in words.items():
        way = ways.add_parser(word, help=meaning)
        if fill:
            fill(way)


def _run(run: _Parser) -> None:
    _settings(run, "this machine's settings")
    run.add_argument("--locked", action="store_true", help="nobody leaves it but staff")
    run.add_argument("--windowed", action="store_true", help="in a window, not fullscreen")
    run.add_argument("--size", type=values.size, metavar="WxH", help="size of the window in pixels")
    run.add_argument(
        "--log-format", choices=("text", "json"), default="text", help="how the log is written"
    )
    _content(run, "language to start in")


def _snapshot(snapshot: _Parser) -> None:
    snapshot.add_argument("--out", type=Path, metavar="DIR", required=True, help="folder for them")
    snapshot.add_argument("--size", type=values.size, metavar="WxH", default=(1920, 1080))
    snapshot.add_argument("--diagonal", type=values.diagonal, metavar="INCHES", default=21.5)
    snapshot.add_argument("--text-size", type=values.text_size, metavar="PERCENT", default=100)
    snapshot.add_argument("--full", action="store_true", help="the whole page, however long")
    _content(snapshot, "language of the pictures")


def _doctor(doctor: _Parser) -> None:
    doctor.add_argument("--format", choices=("text", "json", "nagios"), default="text")
    _of_this_machine(doctor)


def _metrics(metrics: _Parser) -> None:
    metrics.add_argument("--textfile", type=Path, metavar="FILE.prom", help="for node_exporter")
    _of_this_machine(metrics)


def _of_this_machine(command: _Parser) -> None:
    _settings(command, "this machine's settings")
    command.add_argument(
        "--user", type=values.user, metavar="NAME", default="", help="whom the kiosk runs as"
    )
    _content(command)


def _install(install: _Parser) -> None:
    install.add_argument("--user", metavar="NAME", default="kiosk", help="whom the kiosk runs as")
    _dry_run(install)


def _dry_run(command: _Parser) -> None:
    command.add_argument("--dry-run", action="store_true", help="only say what would be done")


def _set_pin(pin: _Parser) -> None:
    _settings(pin, "where it is stored")
    pin.add_argument("--stdin", action="store_true", help="read it from standard input")
    pin.add_argument("--hash", action="store_true", help="print its hash and store nothing")


def _show_settings(settings: _Parser) -> None:
    settings.add_argument("file", type=Path, metavar="FILE", nargs="?", help="settings to look at")
    settings.add_argument("--check", action="store_true", help="name every fault, a line each")


def _check(check: _Parser) -> None:
    check.add_argument("pack", type=Path, metavar="DIR", nargs="?", help="folder of the pack")
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    check.add_argument("--release", action="store_true", help="drafts and overdue pages are errors")


def _reviewed(reviewed: _Parser) -> None:
    reviewed.add_argument("page", type=Path, metavar="FILE", help="such as our-text/en/risks.md")
    reviewed.add_argument("--reviewer", metavar="NAME", required=True, help="name, and role")
    reviewed.add_argument(
        "--next",
        type=values.day,
        metavar="YYYY-MM-DD",
        required=True,
        help="when to review it again",
    )


def _new(new: _Parser) -> None:
    new.add_argument("pack", type=Path, metavar="DIR", help="the folder to make")


def _preview(preview: _Parser) -> None:
    preview.add_argument("pack", type=Path, metavar="DIR", help="folder of the pack")


def _handout(handout: _Parser) -> None:
    handout.add_argument(
        "--out", type=Path, metavar="FILE.pdf", help="write it there; else the set printer prints"
    )
    handout.add_argument(
        "--page", type=values.page, metavar="NAME", help="only this page, such as risks"
    )
    _settings(handout, "which name the printer")
    _content(handout, "language of the leaflet")


def _export(export: _Parser) -> None:
    export.add_argument("folder", type=Path, metavar="DIR", help="folder for it")
    _content(export)


def _report(report: _Parser) -> None:
    report.add_argument(
        "--month", type=values.month, metavar="YYYY-MM", help="else the one before this"
    )
    report.add_argument("--out", type=Path, metavar="FILE.pdf", help="two sheets to print")
    report.add_argument("--csv", type=Path, metavar="FILE.csv", help="all of it as a table")
    report.add_argument(
        "--words", action="store_true", help="with the words searched in vain; asks first"
    )
    report.add_argument("--counts", type=Path, metavar="FILE", help="else those of this machine")
    _settings(report, "which name the content")
    _content(report, "language of the report")


def _search(search: _Parser) -> None:
    search.add_argument("words", metavar="WORDS", nargs="+", help="what a patient types")
    search.add_argument("--format", choices=("text", "json"), default="text")
    _content(search, "language of the pages")


def _listed(listed: _Parser) -> None:
    _watch(listed)
    listed.add_argument("--textfile", type=Path, metavar="FILE.prom", help="for node_exporter")


def _watch(watch: _Parser) -> None:
    watch.add_argument("--broker", metavar="HOST[:PORT]", default="", help="whom to ask")
    watch.add_argument("--format", choices=("text", "json"), default="text")
    _certificates(watch)


def _announce(announce: _Parser) -> None:
    _certificates(announce)
    _told(announce)


def _examine(examine: _Parser) -> None:
    _told(examine)
    examine.add_argument("--name", default="", help="its name, if not the computer's")
    _of_this_machine(examine)


def _certificates(command: _Parser) -> None:
    command.add_argument("--certificates", type=Path, metavar="DIR", help="folder of them")


def _told(command: _Parser) -> None:
    told = Path("/run/kiosk-fleet/told.json")
    command.add_argument("--file", type=Path, default=told, help="what is to be told")


def _init(init: _Parser) -> None:
    _repository(init)
    init.add_argument("--root", type=values.share, metavar="M/N", default=(1, 1), help=_ROOT_HELP)
    init.add_argument("--text", type=values.share, metavar="M/N", default=(1, 1), help=_TEXT_HELP)
    init.add_argument("--months", type=values.months, metavar="N", default=12, help=_MONTHS_HELP)
    init.add_argument(
        "--fresh-months", type=values.months, metavar="N", default=3, help=_FRESH_HELP
    )


def _release(release: _Parser) -> None:
    _repository(release)
    release.add_argument(
        "pack", type=Path, metavar="PACK", nargs="?", help="the text; else what pilot has"
    )
    release.add_argument("--ring", choices=("pilot", "all"), default="pilot", help="who gets it")
    release.add_argument("--draft", action="store_true", help="drafts and gaps are no errors")
    _keys(release)


def _sign(sign: _Parser) -> None:
    _repository(sign)
    sign.add_argument("--renew", metavar="KEY", default="", help="replace a key, such as root-2")
    _keys(sign)


def _repository(way: _Parser) -> None:
    way.add_argument("folder", type=Path, metavar="DIR", help="folder of the repository")


def _keys(way: _Parser) -> None:
    way.add_argument(
        "--keys", type=Path, metavar="DIR", action="append", default=[], help="where more are"
    )


def _fetch(fetch: _Parser) -> None:
    fetch.add_argument("--source", metavar="PLACE", default="", help="address or folder")
    _settings(fetch, "this machine's settings")
    fetch.add_argument("--patient", action="store_true", help="wait longer after each failure")
    fetch.add_argument("--again", action="store_true", help="also a text that staff left")


def _text_status(told: _Parser) -> None:
    told.add_argument("--format", choices=("text", "json"), default="text")


def _settings(command: _Parser, meaning: str) -> None:
    command.add_argument("--settings", type=Path, metavar="FILE", help=meaning)


def _content(command: _Parser, language: str = "") -> None:
    command.add_argument("--content", type=Path, metavar="DIR", help="folder of the content pack")
    if language:
        command.add_argument("--language", default="", metavar="xx", help=language)


_ROOT_HELP = "keys of root that must sign, of how many, such as 2/3; else 1/1"
_TEXT_HELP = "the same for the keys of each ring; else 1/1"
_MONTHS_HELP = "until what people sign expires; else 12"
_FRESH_HELP = "until it must be said again that this is the newest; else 3"


_Words = Mapping[str, tuple[str, Callable[[_Parser], None] | None]]
"""Words, what each does, and what adds its arguments."""

_PUBLISH: _Words = {
    "init": ("make a repository, and its keys", _init),
    "release": ("check a pack, and sign it", _release),
    "sign": ("sign what waits, and what expires soon", _sign),
    "status": ("say what is signed until when; 1 if it is time", _repository),
}
_TEXT: _Words = {
    "fetch": ("take the newest text", _fetch),
    "back": ("show the text before", None),
    "status": ("say which text is shown, and what was wrong", _text_status),
}
_FLEET: _Words = {
    "list": ("say how each kiosk is", _listed),
    "watch": ("say how each kiosk is, then each change", _watch),
    "announce": ("go on telling the broker what examine wrote: the service", _announce),
    "examine": ("look at this kiosk and write what is to be told", _examine),
}
_COMMANDS: _Words = {
    "run": ("open the kiosk", _run),
    "snapshot": ("write a picture of every pane", _snapshot),
    "doctor": ("look for what would keep the kiosk from running", _doctor),
    "metrics": ("tell Prometheus how the kiosk is", _metrics),
    "install": ("make this machine start the kiosk by itself", _install),
    "uninstall": ("take away all that install has made", _dry_run),
    "set-pin": ("ask for the PIN that opens the staff page", _set_pin),
    "settings": ("show what holds here, and which file says so", _show_settings),
    "set-screen": ("hand on what the settings say of the screen", _dry_run),
    "check": ("look for what is wrong with a content pack", _check),
    "reviewed": ("write into a page who has reviewed it", _reviewed),
    "new": ("write a small complete pack to start from", _new),
    "preview": ("see a pack while it is written", _preview),
    "handout": ("print the pages as a leaflet", _handout),
    "export": ("write the pages as a website", _export),
    "report": ("tell what was read in a month, without persons", _report),
    "search": ("try what patients would find by some words", _search),
    "publish": (
        "release signed texts for many kiosks",
        lambda command: _add(command, "way", _PUBLISH),
    ),
    "text": ("take signed texts on a kiosk", lambda command: _add(command, "way", _TEXT)),
    "fleet": (
        "who is where, of many kiosks, by their broker",
        lambda command: _add(command, "what", _FLEET),
    ),
}


def read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; leaves with 2 and one line where it is wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    # A start doesn't wait for the arguments of twenty other commands.
    line = parser(words[0] if words else "")
    options = line.parse_args(words)
    if options.command == "search" and not " ".join(options.words).strip():
        line.error("search: name the words that a patient types")
    if options.command == "run" and options.locked and (options.windowed or options.size):
        line.error("--locked fills the screen; leave --windowed and --size away")
    return options

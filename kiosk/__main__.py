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
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.arguments import read
from kiosk.ending import ended
from kiosk.printed import PrintError, say
from kiosk.shipped import FOR_AUTHORS, HERE, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.check.examine import Report


def _run(options: argparse.Namespace) -> int:
    from kiosk.launch import run

    return run(options, _known_faults)


def _snapshot(options: argparse.Namespace) -> int:
    from kiosk.launch import pictures
    from kiosk.start import Start

    start = Start(
        content=options.content,
        language=options.language,
        size=options.size,
        diagonal=options.diagonal,
        text_size=options.text_size,
    )
    return pictures(start, options.out, full=options.full)


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
    try:
        if told:
            say(told)
    except PrintError as error:
        if getattr(options, "format", "") != "nagios":
            raise
        print(f"kiosk: {error}", file=sys.stderr)
        return 3  # as the plugin's, of an examination that nobody hears of
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


def _report(options: argparse.Namespace) -> int:
    from kiosk.ui.month_report import report

    told = report(
        options.content,
        options.language,
        month=options.month,
        out=options.out,
        table=options.csv,
        words=options.words,
        settings=options.settings,
        counts=options.counts,
    )
    say(told)
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


def _publish(options: argparse.Namespace) -> int:
    import cryptography  # noqa: F401  # a package of its own: said before any work is done

    from kiosk.publish import command
    from kiosk.publish.repository import Share

    code = 0
    match options.way:
        case "init":
            told = command.begin(
                options.folder,
                root=Share(*options.root),
                text=Share(*options.text),
                months=options.months,
                fresh_months=options.fresh_months,
            )
        case "release":
            where = options.folder, options.pack, options.ring
            told, code = command.publish(*where, _examined, draft=options.draft, keys=options.keys)
        case "sign":
            told = command.sign(options.folder, keys=options.keys, renew=options.renew)
        case _:
            told, code = command.tell_status(options.folder)
    say(told)
    return code


def _examined(folder: Path, release: bool) -> Report:
    from platformdirs import user_cache_path

    from kiosk.check.examine import examine
    from kiosk.pack.page_cache import PageCache
    from kiosk.ui.editions.proof import prove_for_authors
    from kiosk.ui.qt.glyphs import Glyphs

    assets, cache = shipped("assets"), user_cache_path("kiosk") / "pages"
    return examine(
        folder,
        assets=assets,
        release=release,
        today=datetime.now().date(),
        proof=lambda copy: prove_for_authors(copy, assets=assets, cache=cache),
        cache=PageCache(cache),
        lacking=Glyphs().lacking,
    )


def _text(options: argparse.Namespace) -> int:
    from kiosk.delivery import command
    from kiosk.pack.page_cache import code_digest
    from kiosk.pack.validate import read_proof

    match options.way:
        case "fetch":
            # Pages are read here; pictures are drawn by the kiosk, which has a screen's size.
            told = command.fetch(
                options.settings,
                options.source,
                proof=lambda folder: read_proof(
                    folder,
                    assets=shipped("assets"),
                    cache=None,
                    draws=lambda file, languages: None,
                    by=code_digest(),
                ),
                patient=options.patient,
                again=options.again,
            )
        case "back":
            told = command.go_back()
        case _:
            told = command.tell_status(json=options.format == "json")
    say(told)
    return 0


def _fleet(options: argparse.Namespace) -> int:
    match options.what:
        case "examine":
            from kiosk.fleet.self_examination import examine

            own, settings = options.content, options.settings
            told = options.file, options.name
            say(examine(*told, own_content=own, settings=settings, user=options.user))
            return 0
        case "announce":
            from kiosk.fleet.announce import announce

            return announce(options.file, options.certificates)
        case _:
            from kiosk.fleet.command import look

            textfile = getattr(options, "textfile", None)
            return look(
                options.what, options.broker, options.certificates, options.format, textfile
            )


def _known_faults() -> tuple[type[Exception], ...]:
    # Imported here: `kiosk --version` and a wrong option needn't wait for Qt.
    from kiosk.delivery.delivery_error import DeliveryError
    from kiosk.leaflet.leaflet_error import LeafletError
    from kiosk.page.error import ContentError
    from kiosk.publish.publish_error import PublishError
    from kiosk.report.report_error import ReportError
    from kiosk.settings.settings_files import SettingsError
    from kiosk.staff.pin import PinError
    from kiosk.ui.qt.application import StartError
    from kiosk.ui.snapshot import SnapshotError

    told = ContentError, LeafletError, PinError, PrintError, SettingsError, SnapshotError
    return *told, DeliveryError, PublishError, ReportError, StartError


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
        "report": _report,
        "search": _search,
        "publish": _publish,
        "text": _text,
        "fleet": _fleet,
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

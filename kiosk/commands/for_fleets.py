"""What is asked of many kiosks: signed texts, who is where, what was read.

Each imports what it needs when it is called: `kiosk --version` and a wrong option need nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from kiosk.commands.for_authors import examined
from kiosk.printed import say
from kiosk.shipped import shipped


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
            told, code = command.publish(*where, examined, draft=options.draft, keys=options.keys)
        case "sign":
            told = command.sign(options.folder, keys=options.keys, renew=options.renew)
        case _:
            told, code = command.tell_status(options.folder)
    say(told)
    return code


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

            certificates = options.certificates
            if certificates is None:
                # Imported here: the service names them, and has little memory.
                from kiosk.fleet.command import own_certificates

                certificates = own_certificates()
            return announce(options.file, certificates)
        case _:
            from kiosk.fleet.command import look

            textfile = getattr(options, "textfile", None)
            return look(
                options.what, options.broker, options.certificates, options.format, textfile
            )


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


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "publish": _publish,
    "text": _text,
    "fleet": _fleet,
    "report": _report,
}

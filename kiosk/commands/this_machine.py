"""What is asked of a kiosk's own machine: to run, to tell how it is, to be set up.

Each imports what it needs when it is called: `kiosk --version` and a wrong option need nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.commands.known_faults import known_faults
from kiosk.printed import PrintError, say
from kiosk.shipped import HERE, shipped

if TYPE_CHECKING:
    pass


def _run(options: argparse.Namespace) -> int:
    from kiosk.launch import run

    return run(options, known_faults)


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


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "set-pin": _set_pin,
    "settings": _settings,
    "doctor": _doctor,
    "metrics": _doctor,
    "snapshot": _snapshot,
    "install": _install,
    "uninstall": _install,
    "set-screen": _install,
}

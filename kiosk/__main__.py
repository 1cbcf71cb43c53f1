"""The command line. A fault is one line on standard error.

Exit codes: 0, also for a kiosk that was left, by staff, SIGTERM or SIGINT; 1 for a fault, and for
words by which nothing is found; 2 for wrong usage; 130 for Ctrl+C. A process that a signal killed
has none: the next start says which end it was.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from kiosk.command_line.arguments import read
from kiosk.commands import for_authors, for_fleets, this_machine
from kiosk.commands.known_faults import known_faults
from kiosk.ending import ended
from kiosk.shipped import FOR_AUTHORS

COMMANDS = {**this_machine.COMMANDS, **for_authors.COMMANDS, **for_fleets.COMMANDS}

WITHOUT_QT = {"doctor", "install", "uninstall", "set-screen"}
"""Commands for a machine on which Qt may not load: the doctor says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    return ended(lambda: _command(read(arguments)))


def _command(options: argparse.Namespace) -> int:
    from kiosk.logs import set_up

    level = logging.INFO if options.command in ("run", "fleet") else logging.WARNING
    set_up(getattr(options, "log_format", "text"), level, sys.stderr, os.environ)
    call = COMMANDS[options.command]
    if options.command in WITHOUT_QT:
        return call(options)
    try:
        return call(options)
    except ModuleNotFoundError as error:
        if error.name not in FOR_AUTHORS:
            raise
        wanted = "the package clinic-kiosk-authors. Run: sudo apt-get install clinic-kiosk-authors"
        print(f"kiosk: kiosk {options.command} needs {wanted}", file=sys.stderr)
        return 1
    except known_faults() as error:
        logging.getLogger("kiosk").error("%s", error)
        return 1


if __name__ == "__main__":
    sys.exit(main())

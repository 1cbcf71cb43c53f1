"""`kiosk-release`: for dpkg, for the service, and for technicians.

Debian's package has a copy of this room outside of any release, run by the machine's own Python.
"""

from __future__ import annotations

import argparse
import os
import sys
import syslog
import time
from collections.abc import Callable, Iterator, Sequence

from kiosk.releases.releases import WHY, Record, Releases, Turn, Watched
from kiosk.releases.switching import Switching
from kiosk.releases.taking import NotTaken, Taking
from kiosk.releases.watching import Watching


def use(releases: Switching, name: str, say: Callable[[str], None]) -> None:
    """Use another release that is here. Raises NotTaken."""
    names = {releases.current, releases.previous} - {""}
    if name not in names:
        raise NotTaken(f"there is no release {name!r} here, but {' and '.join(sorted(names))}")
    with releases.alone():
        current = releases.current
        releases.use(name, current if name != current else "")
        releases.write(Record(Watched(name), Turn("taken", name, "", "", time.time())))
    say(f"Release {name} is used as soon as the kiosk rests, or now:")
    say("systemctl restart kiosk")


def told(releases: Releases) -> Iterator[str]:
    """Say which releases there are and what last became of one, a sentence each."""
    yield f"In use: {releases.current or 'none'}. Before it: {releases.previous or 'none'}."
    record = releases.record()
    if record.watched and record.watched.release == releases.current:
        yield "It is watched, and left if it doesn't hold."
    turn = record.turn
    if turn and turn.kind == "refused":
        yield f"{turn.release} is not used: {turn.why}."
    elif turn and turn.kind == "left":
        yield f"{turn.release} was left, because {WHY.get(turn.why, turn.why)}."


def parser() -> argparse.ArgumentParser:
    """Give the command line."""
    line = argparse.ArgumentParser(
        prog="kiosk-release",
        description="Which release of the kiosk's program runs, and going back to the one before.",
    )
    does = line.add_subparsers(dest="does", required=True, metavar="WHAT")
    does.add_parser("status", help="say which releases there are")
    does.add_parser("back", help="use the release before this one")
    does.add_parser("use", help="use another release that is here").add_argument("name")
    does.add_parser("again", help="try what was refused, and use it if it holds")
    # What packages and the service call, of which a technician needs nothing.
    for each in ("take", "compile", "starting", "ready", "ended"):
        does.add_parser(each)
    for each in ("add", "remove"):
        does.add_parser(each).add_argument("package")
    return line


def _do(asked: argparse.Namespace, releases: Switching, say: Callable[[str], None]) -> None:
    taking, watching = Taking(releases, say), Watching(releases, say)
    match asked.does:
        case "back":
            use(releases, releases.previous, say)
        case "use":
            use(releases, asked.name, say)
        case "status":
            for said in told(releases):
                say(said)
        case "take":
            taking.take()
        case "again":
            taking.again()
        case "add":
            taking.add(asked.package)
        case "remove":
            taking.remove(asked.package)
        case "compile":
            taking.compile()
        case "starting":
            watching.starting()
        case "ready":
            watching.ready()
        case "ended":
            watching.ended(os.environ.get("SERVICE_RESULT", ""))


def main(words: Sequence[str] | None = None, releases: Switching | None = None) -> int:
    """Do what the command line says; 1 if it can't be done, with a line about it."""
    asked = parser().parse_args(words)
    os.umask(0o022)  # whatever root's own is: the kiosk's user has to read all of it
    releases = releases or Switching()

    def say(text: str) -> None:
        print(text, flush=True)
        if asked.does == "take":  # apt shows it to nobody
            syslog.openlog("kiosk")
            syslog.syslog(syslog.LOG_WARNING, text)

    try:
        _do(asked, releases, say)
    except BrokenPipeError:  # nobody listens any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except PermissionError:
        said = f"only root may do this. Run: sudo kiosk-release {asked.does}"
        print(f"kiosk-release: {said}", file=sys.stderr)
        return 1
    except (NotTaken, OSError) as error:
        print(f"kiosk-release: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

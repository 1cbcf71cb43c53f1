"""Checks of what staff print on: CUPS, and the printer that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.staff.printer import Answer, answered, asking

_PRINTER = Subject("printer")
NOT_INSTALLED = _PRINTER.warn(
    "the settings name the printer {printer}, but {missing} is not installed",
    "sudo apt-get install --no-install-recommends cups cups-client",
)
NOTHING_SETS = _PRINTER.warn(
    "Typst, which sets pages for the printer {printer}, is not installed",
    "sudo apt-get install clinic-kiosk-authors",
)
SILENT = _PRINTER.warn(
    "CUPS, which prints for the printer {printer}, does not answer",
    "sudo systemctl enable --now cups",
)
UNKNOWN = _PRINTER.warn(
    "there is no printer {printer}",
    "Write one of those that lpstat -e lists into the settings, or add it: lpadmin(8)",
)
STOPPED = _PRINTER.warn(
    "it is stopped: {printer}",
    "Look at its paper and cable, then: sudo cupsenable {printer}; sudo cupsaccept {printer}",
)
UNREAD = _PRINTER.without_settings()


def check_printer(
    machine: Machine, setup: Setup, *, typst: bool | None = None
) -> Iterator[Diagnosis]:
    """Check that CUPS knows the printer, asked as the kiosk's user asks, and what sets pages."""
    printer = setup.settings.printer
    if setup.problem:
        yield UNREAD.found()
        return
    if not printer:
        yield _PRINTER.fine("none is set: staff can't print pages")
        return
    missing = [name for name in ("lp", "lpstat") if machine.command(name) is None]
    if missing:
        yield NOT_INSTALLED.found(printer=printer, missing=" and ".join(missing))
        return
    if not (find_spec("typst") if typst is None else typst):
        yield NOTHING_SETS.found(printer=printer)
        return
    user = setup.user if machine.uid == 0 else ""
    match answered(machine.run(asking(printer), user=user).out):
        case Answer.SILENT:
            yield SILENT.found(printer=printer)
        case Answer.UNKNOWN:
            yield UNKNOWN.found(printer=printer)
        case Answer.STOPPED:
            yield STOPPED.found(printer=printer)
        case Answer.READY:
            yield _PRINTER.fine(printer)

"""`kiosk handout`: the leaflet as a file, or on the printer that the settings name.

Owns what is asked of CUPS one after the other, and what is told where nothing is printed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.leaflet.leaflet_error import LeafletError
from kiosk.settings.settings_files import load_settings
from kiosk.staff.printer import IN_ENGLISH, Answer, answered, asking, sending
from kiosk.ui.leaflet import handout, made

SECONDS = 30.0
"""How long CUPS may take for an answer."""

_NONE = "No printer is set. Name one in the settings (printer, docs/settings.md), or a file: --out"
_MISSING = "lp is not installed. Run: sudo apt-get install --no-install-recommends cups-client."
_TOLD = {
    Answer.SILENT: "CUPS does not answer. Run: sudo systemctl enable --now cups.",
    Answer.UNKNOWN: "There is no printer {printer}. Name one of those that lpstat -e lists.",
    Answer.STOPPED: "The printer {printer} is stopped. Look at its paper and cable, then run: "
    "sudo cupsenable {printer}.",
}


def hand_out(
    content: Path | None, language: str, out: Path | None, settings: Path | None, *, page: str
) -> str:
    """Write the leaflet of a pack to `out`; without one print it as the settings say.

    Returns:
        One sentence that says what was written or printed.

    Raises:
        ContentError: the pack, a page or a picture can't be used.
        LeafletError: it can't be made or written, no printer is set, or that can't print.
        SettingsError: the settings can't be used.
    """
    if out and not settings:
        return handout(content, language, out, page=page)
    found = load_settings(settings)
    if out:
        return handout(content or found.folder, language, out, page=page)
    return _print(content or found.folder, language, found.printer, page)


def _print(content: Path | None, language: str, printer: str, page: str) -> str:
    if not printer:
        raise LeafletError(f"{_NONE} FILE.pdf.")
    answer = answered(_run(asking(printer)).stdout)
    if answer is not Answer.READY:
        raise LeafletError(_TOLD[answer].format(printer=printer))
    leaflet = made(content, language, page, datetime.now)
    with TemporaryDirectory(prefix="kiosk-leaflet-") as folder:
        file = Path(folder) / "leaflet.pdf"
        file.write_bytes(leaflet.pdf)
        sent = _run(sending(printer, page or "leaflet", file))
    if sent.returncode:
        why = sent.stderr.strip().split("\n")[-1].removeprefix("lp: ").rstrip(".")
        raise LeafletError(f"The printer {printer} does not take it: {why}. Ask: lpstat -p.")
    return f"Printed {leaflet.pages} page{'' if leaflet.pages == 1 else 's'} on {printer}."


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, env={**os.environ, **IN_ENGLISH}, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise LeafletError(_MISSING) from None
    except subprocess.TimeoutExpired:
        raise LeafletError(_TOLD[Answer.SILENT]) from None

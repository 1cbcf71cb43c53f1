"""`kiosk doctor` in each of its forms, and `kiosk metrics`: what to print or write, and the code.

Owns which of the forms is asked for. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from kiosk.install.doctor.all_checks import (
    CHECKS,
    LIGHT,
    Check,
    Examined,
    examine_here,
    exit_code,
    for_people,
)
from kiosk.monitor.examination import Examination, examination
from kiosk.monitor.metrics import metrics, write_metrics
from kiosk.monitor.nagios import nagios, unknown
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from kiosk.whole_file import behind_links, special


def doctor(
    form: str, encoding: str, *, own_content: Path | None, settings: Path | None, user: str
) -> tuple[str, int]:
    """Examine this computer; give the report in a form and the exit code.

    `form`: "text" for people, in letters that `encoding` has; "json" or "nagios" for monitors.
    """
    try:
        found = _examined(own_content, settings, user)
        if form == "text":
            return for_people(found.findings, encoding)
        if form == "json":
            return msgspec.json.encode(_told(found)).decode(), exit_code(found.findings)
        return nagios(_told(found))
    except Exception as error:
        if form != "nagios":
            raise
        return unknown(f"{type(error).__name__}: {error}")  # the plugin's way to tell of a fault


def tell_metrics(
    file: Path | None, *, own_content: Path | None, settings: Path | None, user: str
) -> str:
    """Write figures for Prometheus into a file, and give what to print: without one, the figures.

    Raises:
        ContentError: the collector wouldn't read that file, it can't be written, or there are no
            such settings. What was written before stays, and grows old.
    """
    if settings and not settings.exists():
        raise ContentError(settings, 0, "there is no such settings file", "Name one that is there")
    if file:
        check_textfile(file)
    found = _told(_examined(own_content, settings, user, LIGHT))
    if file is None:
        return metrics(found).rstrip("\n")
    write_textfile(file, metrics(found))
    return ""


def check_textfile(file: Path) -> None:
    """Look whether node_exporter would read a file.

    Raises:
        ContentError: it would not.
    """
    if file.suffix != ".prom":
        remedy = "Name it NAME.prom, in the folder that node_exporter reads"
        raise ContentError(file, 0, "node_exporter reads only files that end in .prom", remedy)
    if not file.parent.is_dir():
        remedy = "Install prometheus-node-exporter, or name the folder that yours reads"
        raise ContentError(file, 0, "there is no such folder", remedy)
    if file.is_dir() or special(file):
        raise ContentError(file, 0, "it is no regular file", "Name another one")


def write_textfile(file: Path, text: str) -> None:
    """Write figures for node_exporter.

    Raises:
        ContentError: it can't be written.
    """
    try:
        write_metrics(behind_links(file), text)  # a link stays one
    except OSError as error:
        reason = error.strerror or "it can't be written"
        raise ContentError(file, 0, reason, "Make room on the disk, and run it as root") from error


def _examined(
    own_content: Path | None,
    settings: Path | None,
    user: str,
    checks: Mapping[str, Check] = CHECKS,
) -> Examined:
    return examine_here(
        content=shipped("content"),
        assets=shipped("assets"),
        own_content=own_content,
        settings=settings,
        user=user,
        checks=checks,
    )


def _told(found: Examined) -> Examination:
    return examination(*found)

"""`kiosk fleet list` and `kiosk fleet watch`: who is where, on which text, and who is silent.

Owns exit codes: 0 all are well, or Prometheus' file is written; 1 a kiosk is silent, its health is
`fail`, or none is known; 3 nobody could be asked.
"""

from __future__ import annotations

import logging
import time
from datetime import datetime
from pathlib import Path

import msgspec
from platformdirs import site_config_path, user_config_path

from kiosk.fleet.broker_error import BrokerError
from kiosk.fleet.certificates import tls_of
from kiosk.fleet.fleet_metrics import figures
from kiosk.fleet.fleet_table import line, table
from kiosk.fleet.roll import Kiosk
from kiosk.fleet.viewing import Viewing
from kiosk.monitor.command import check_textfile, write_textfile
from kiosk.monitor.metrics import in_lines
from kiosk.printed import json_text, say
from kiosk.settings.settings import broker_address
from kiosk.settings.settings_files import load_settings

UNKNOWN = 3

log = logging.getLogger("kiosk.fleet")


class Fleet(msgspec.Struct, frozen=True, kw_only=True):
    """What `kiosk fleet list --format json` prints."""

    schema: int = 1
    time: str
    broker: str
    kiosks: tuple[Kiosk, ...]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A line of `kiosk fleet watch --format json`: a kiosk as it is now, or why none is known."""

    time: str
    kiosk: Kiosk | None = None
    lost: str = ""


class NobodyReads(Exception):
    """Whoever read what is printed has gone, as `head` does."""


class Looking:
    """Looks at the broker that is named, or that the settings name."""

    def __init__(self, broker: str, certificates: Path | None, form: str) -> None:
        broker = broker or load_settings(None).broker
        if not broker:
            raise BrokerError("Which broker? Name it: --broker broker.clinic.example")
        try:
            self._host, self._port = broker_address(broker)
        except ValueError as error:
            raise BrokerError(f"{error}.") from error
        self._broker, self._json = broker, form == "json"
        self._tls = tls_of(certificates or own_certificates())

    def list(self, textfile: Path | None) -> int:
        """Print who is where, or write it for Prometheus; give the exit code.

        Raises:
            ContentError: Prometheus' file can't be written.
        """
        if textfile:
            check_textfile(textfile)
        viewing = self._open()
        kiosks = viewing.roll.kiosks(time.monotonic())
        viewing.close()
        now = datetime.now().astimezone()
        if textfile:
            write_textfile(textfile, in_lines(figures(kiosks, now.timestamp())))
        elif self._json:
            found = Fleet(time=_iso(now), broker=self._broker, kiosks=kiosks)
            say(json_text(msgspec.json.encode(found)))
        elif kiosks:
            say(table(kiosks))
        else:
            say("No kiosk is known here, or this certificate may not read: docs/fleet.md.")
        well = kiosks and all(each.well for each in kiosks)
        return 0 if textfile or well else 1

    def watch(self) -> None:
        """Print who is where and then each change, until somebody ends it.

        Raises:
            NobodyReads: there was a change, and nobody reads any more.
        """
        shown: dict[str, Kiosk] = {}
        pause = 1.0
        while True:
            try:
                viewing = self._open()
                kiosks = viewing.roll.kiosks(time.monotonic())
                if not shown and not self._json:
                    _tell_on(table(kiosks))
                    shown = {each.name: each for each in kiosks}
                pause = 1.0
                while True:
                    self._tell(viewing.roll.kiosks(time.monotonic()), shown)
                    viewing.attend(1.0)
            except BrokerError as error:
                self._lost(str(error))
                time.sleep(pause)
                pause = min(60.0, pause * 2)

    def _open(self) -> Viewing:
        viewing = Viewing(self._host, self._port, self._tls)
        viewing.look()
        return viewing

    def _tell(self, kiosks: tuple[Kiosk, ...], shown: dict[str, Kiosk]) -> None:
        now = datetime.now().astimezone()
        for each in kiosks:
            if _told(shown.get(each.name)) == _told(each):
                continue
            shown[each.name] = each
            change = Change(time=_iso(now), kiosk=each)
            _tell_on(json_text(msgspec.json.encode(change)) if self._json else line(each, now))

    def _lost(self, why: str) -> None:
        now = datetime.now().astimezone()
        change = Change(time=_iso(now), lost=why)
        words = f"{now:%H:%M:%S}  {why} Nothing is known until it is back."
        _tell_on(json_text(msgspec.json.encode(change)) if self._json else words)


def own_certificates() -> Path:
    """Give the folder of whoever asks: the user's own if it is there, else the machine's."""
    own = user_config_path("kiosk") / "broker"
    return own if own.is_dir() else site_config_path("kiosk") / "broker"


def _tell_on(words: str) -> None:
    if not say(words):
        raise NobodyReads


def _told(kiosk: Kiosk | None) -> Kiosk | None:
    """Leave out of a kiosk what is no news: when it was looked at."""
    if kiosk is None or kiosk.state is None:
        return kiosk
    state = msgspec.structs.replace(kiosk.state, time="")
    return msgspec.structs.replace(kiosk, state=state)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def look(
    what: str, broker: str, certificates: Path | None, form: str, textfile: Path | None
) -> int:
    """List or watch; give the exit code."""
    try:
        looking = Looking(broker, certificates, form)
        if what == "list":
            return looking.list(textfile)
        looking.watch()
    except NobodyReads:
        return 0
    except BrokerError as error:
        log.error("%s", error)
    return UNKNOWN

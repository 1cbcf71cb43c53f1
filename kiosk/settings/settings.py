"""Settings: what can be said of a machine, and within which bounds. Knows no file."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Literal

import msgspec

from kiosk.staff.pin import PinError, parse
from kiosk.visit.opening_hours import Hours, parse_hours
from kiosk.visit.presence_state import Timing

LIMITS = {"idle": (30, 3600), "ask": (20, 300), "dim": (30, 86400)}
"""Least and most seconds of each wait."""

PLACES = ("rate", "length", "volume", "gain", "language")
"""What stands in curly brackets in the arguments of a program that speaks."""

_PASSWORD = re.compile(r"(?:^|:)//[^/]*@")


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field a setting; docs/settings.md lists the same ones."""

    content: str = ""
    """Folder of the content pack, seen from the settings file; empty: the kiosk's own one."""

    diagonal: float = 0.0
    """The screen's diagonal in inches, 5 to 200, for one that tells a wrong size; 0: ask it."""

    idle: float = 60.0
    """Seconds without a touch after which the kiosk asks whether somebody is still there, 30 to
    3600. It waits longer where there is more to read: 100 words a minute, times 1.5."""

    ask: float = 30.0
    """Seconds that this question stands before the visit ends, 20 to 300 (WCAG 2.2, 2.2.1)."""

    dim: float = 300.0
    """Seconds after which the resting screen is dimmed, 30 to 86400."""

    sound: bool = True
    """Whether a soft sound goes with the question."""

    volume: int = 60
    """How loud pages are read aloud, 10 to 100 percent; each visit begins so (Section 508,
    402.3.2)."""

    speech: dict[str, tuple[str, ...]] = {}
    """For a language, the program that says it instead of espeak-ng, and its arguments: it reads
    text and writes WAV."""

    hours: tuple[str, ...] = ()
    """Opening hours, such as "Mo-Fr 08:00-18:00"; outside them the screen is dark. None: always."""

    dark: Literal["off", "black"] = "off"
    """Whether the compositor switches the dark screen off too, where it can: "off" or "black"."""

    rotation: Literal[0, 90, 180, 270] = 0
    """Degrees by which the screen hangs turned clockwise, so that the picture stands upright."""

    screens: Literal["all", "last"] = "all"
    """Which screens show the kiosk: "all", side by side, or only the "last" one connected."""

    outputs_off: tuple[str, ...] = ()
    """Sockets whose screens stay off, such as "HDMI-A-2"."""

    touch_calibration: tuple[float, ...] = ()
    """Six numbers that set right where a finger is, as libinput has them; none: it is right."""

    printer: str = ""
    """The printer, by its name in CUPS, on which staff can print pages; empty: they can't."""

    text_source: str = ""
    """Where signed texts come from: a web server's address or a folder; empty: from sticks only."""

    text_ring: Literal["pilot", "all"] = "all"
    """Which of the publisher's texts: those for a "pilot", or those for "all"."""

    text_root: str = ""
    """The publisher's root file, which says whose signature counts, seen from the settings file;
    empty: no text is fetched."""

    text_proxy: str = ""
    """Address of the proxy by which `text_source` is reached; empty: there is none."""

    counts: bool = False
    """Whether the kiosk counts what is opened, without persons: docs/privacy.md."""

    words_in_vain: bool = False
    """Whether words that nothing was found for are kept too, once they were searched on 5 days;
    only with `counts`."""

    broker: str = ""
    """The MQTT broker that is told how this kiosk is, with its port unless that is 8883; empty:
    none."""

    home_assistant: bool = False
    """Whether the broker is told in Home Assistant's words too what there is."""

    pin: str = ""
    """Hash of the staff's PIN, made by `kiosk set-pin`; empty: the staff page can't be opened."""

    def __post_init__(self) -> None:
        """Refuse what no screen and no clinic has."""
        if self.diagonal != 0 and not 5 <= self.diagonal <= 200:
            raise ValueError("diagonal must be 0, or 5 to 200 inches")
        for name, (least, most) in LIMITS.items():
            if not least <= getattr(self, name) <= most:
                raise ValueError(f"{name} must be {least} to {most} seconds")
        if not 10 <= self.volume <= 100:
            raise ValueError("volume must be 10 to 100 percent")
        for language, words in self.speech.items():
            if not words or not words[0].strip():
                raise ValueError(f'speech.{language} must name a program, such as ["piper"]')
            for place in re.findall(r"\{([a-z_]+)\}", " ".join(words)):
                if place not in PLACES:
                    known = ", ".join(f"{{{each}}}" for each in PLACES)
                    raise ValueError(f"speech.{language} has {{{place}}}; the places are {known}")
        parse_hours(self.hours)
        if not all(re.fullmatch(r"[A-Za-z0-9-]+", name) for name in self.outputs_off):
            raise ValueError('outputs_off must name sockets, such as ["HDMI-A-2"]')
        if self.touch_calibration and not _can_be_undone(self.touch_calibration):
            raise ValueError("touch_calibration must be six numbers that keep all places apart")
        self._check_addresses()
        self._check_names()

    def _check_addresses(self) -> None:
        text_address(self.text_source)
        if self.text_proxy:
            web_address("text_proxy", self.text_proxy, 'an address, such as "http://proxy:3128"')
        if self.broker:
            broker_address(self.broker)

    def _check_names(self) -> None:
        if self.printer:
            # Imported here: most kiosks have none, and a start is measured.
            from kiosk.staff.printer import is_name  # noqa: PLC0415

            if not is_name(self.printer):
                raise ValueError("printer must be a name in CUPS, as `lpstat -e` lists them")
        if self.pin:
            try:
                parse(self.pin)
            except PinError as error:
                raise ValueError(str(error)) from error

    @property
    def folder(self) -> Path | None:
        """The content pack's folder, None for the kiosk's own one."""
        return Path(self.content) if self.content else None

    @property
    def timing(self) -> Timing:
        """How long the kiosk waits."""
        return Timing(idle=self.idle, ask=self.ask, dim=self.dim)

    @property
    def opening(self) -> Hours:
        """When the screen is lit."""
        return parse_hours(self.hours)


def text_address(source: str) -> str:
    """Give the web server's address or the folder that texts come from. Raises ValueError."""
    if "://" in source or _PASSWORD.search(source):
        form = 'a folder, or an address such as "https://text.example.org"'
        return web_address("text_source", source, form).rstrip("/")
    return source


def web_address(name: str, said: str, form: str) -> str:
    """Give a web address that everybody may read: faults, logs and monitors tell it.

    Raises:
        ValueError: it is none, and what the setting `name` must be instead; or it has a password.
    """
    if _PASSWORD.search(said):
        raise ValueError(f"{name} must hold no name and password before an @")
    found = re.fullmatch(r"(https?)(://[^\s/?#\\]+(?:/[^\s?#]*)?)", said, re.IGNORECASE)
    if not found:
        raise ValueError(f"{name} must be {form}")
    return found[1].lower() + found[2]


def broker_address(broker: str) -> tuple[str, int]:
    """Give a broker's host and port. Raises ValueError."""
    found = re.fullmatch(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::([0-9]{1,5}))?", broker)
    if not found or not 0 < int(found[2] or 8883) < 2**16:
        raise ValueError(
            'broker must be a name, such as "broker.clinic.example" or "10.0.0.5:8883"'
        )
    return found[1].strip("[]"), int(found[2] or 8883)


def _can_be_undone(numbers: tuple[float, ...]) -> bool:
    """Tell whether each place of a finger leads to another one."""
    if len(numbers) != 6 or not all(map(math.isfinite, numbers)):
        return False
    a, b, _, d, e, _ = numbers
    return abs(a * e - b * d) > 1e-3

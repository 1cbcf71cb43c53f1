"""The texts that were brought to this kiosk: the one that is handed over, and those before it.

Owns one folder, and that a kill or a power cut at any moment leaves the text that was there:

    current -> texts/NAME   what the kiosk's setting `content` names; replaced in one step
    texts/NAME              a whole text, named after the digest of its packing list
    coming/NAME             one that is still being brought
    trust/                  what was last found signed, kept by python-tuf
    state.json, lock

Judges no text.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.delivery.delivery_error import Busy
from kiosk.pack.copying import sync, sync_all
from kiosk.whole_file import Unreadable, Versioned, held, read_whole, write_whole

KEPT = 3
"""Texts that are kept: the one that is shown, and two to go back to."""

MOST_FAILED = 20
"""Tries in a row that are counted."""

Moment = Annotated[datetime, Meta(tz=True)]
"""A time that can be compared with the clock's; a broken disk may hold one without a zone."""

YEARS = range(1970, 3000)

STATE = "state.json"

LINK = "current"
"""The link that the kiosk's setting `content` names."""


class DeliveryState(Versioned, frozen=True, kw_only=True):
    """What is known of deliveries.

    `shown`: the kept texts, the last shown first; `left`: those that staff went back from, which
    are not taken again by themselves. `known`: the time that has passed for certain, whatever the
    clock says. `looked`: the last try, `came`: the last one without a fault, `fault`: what was
    wrong with the last one. `expires`: when what was last found signed loses its worth. `failed`:
    tries in a row that ended with a fault.
    """

    shown: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    known: Moment | None = None
    looked: Moment | None = None
    came: Moment | None = None
    expires: Moment | None = None
    fault: str = ""
    failed: Annotated[int, Meta(ge=0, le=MOST_FAILED)] = 0

    def __post_init__(self) -> None:
        """Refuse what a broken disk has made of a time: no later one would count against it."""
        times = self.known, self.looked, self.came, self.expires
        if not all(each is None or each.year in YEARS for each in times):
            raise ValueError("no kiosk has such a time")
        if self.known and self.expires and self.known > self.expires:
            raise ValueError("what was known to be signed had not expired")


def kept_at(content: Path) -> KeptTexts | None:
    """Give the texts of which this folder that a kiosk reads is the link; None: it is another."""
    is_link = content.name == LINK and (content.parent / STATE).is_file()
    return KeptTexts(content.parent) if is_link else None


def trouble(content: Path, now: datetime) -> str:
    """Say for staff why no newer text comes; empty if one may, or none is fetched.

    `content` is the folder that the kiosk reads: the link of the fetched texts, or another one.
    """
    kept = kept_at(content)
    if kept is None:
        return ""
    state = kept.state()
    if state.fault and state.looked:
        return f"No newer text since {state.looked.astimezone():%Y-%m-%d %H:%M}: {state.fault}"
    if state.expires and state.expires < max(now, state.known or now):
        day = f"{state.expires.astimezone():%Y-%m-%d}"
        return f"Nobody has signed the text anew since {day}. Have it signed: kiosk publish sign"
    return ""


class KeptTexts:
    """The texts in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trust = folder / "trust"
        self.texts = folder / "texts"
        self._coming = folder / "coming"
        self._link = folder / LINK

    @property
    def current(self) -> str:
        """The name of the text that is handed over; empty if there is none."""
        try:
            name = Path(os.readlink(self._link)).name
        except OSError:
            return ""
        return name if (self.texts / name).is_dir() else ""

    def state(self) -> DeliveryState:
        """Give what is known; what the link says counts before what was written down."""
        try:
            state = read_whole(self.folder / STATE, DeliveryState)
        except (OSError, Unreadable):
            state = DeliveryState()
        shown = [name for name in state.shown if (self.texts / name).is_dir()]
        current = self.current
        if current:
            shown = [current, *(name for name in shown if name != current)]
        left = tuple(name for name in state.left if name != current)
        return msgspec.structs.replace(state, shown=tuple(shown), left=left)

    def keep(self, state: DeliveryState) -> None:
        """Write down what is known. Raises OSError."""
        write_whole(self.folder / STATE, msgspec.json.encode(state))

    def begun(self, name: str) -> Path:
        """Give the folder in which a text is brought together; others that were begun go."""
        self._coming.mkdir(parents=True, exist_ok=True)
        for other in self._coming.iterdir():
            if other.name != name:
                shutil.rmtree(other, ignore_errors=True)
        place = self._coming / name
        place.mkdir(exist_ok=True)
        return place

    def give_up(self) -> None:
        """Remove what was begun: it is no good, or has no room."""
        shutil.rmtree(self._coming, ignore_errors=True)

    def take(self, name: str) -> None:
        """Keep the text that was brought together, and hand it over. Raises OSError."""
        come, place = self._coming / name, self.texts / name
        sync_all(come)
        self.texts.mkdir(exist_ok=True)
        if place.exists():  # damaged, or it would not have been brought
            place.rename(self._coming / f"damaged-{name}")
        come.rename(place)
        sync(self.texts)
        self.hand_over(name)

    def hand_over(self, name: str) -> None:
        """Make a kept text the one that the kiosk reads. Raises OSError."""
        new = self.folder / ".current.new"
        with suppress(FileNotFoundError):
            new.unlink()
        new.symlink_to(Path("texts", name))
        os.replace(new, self._link)
        sync(self.folder)

    def sweep(self, state: DeliveryState) -> None:
        """Remove all texts but the last ones, those that were left, and the one handed over."""
        kept = {*state.shown[:KEPT], *state.left[:1], self.current}
        for place in self.texts.iterdir() if self.texts.is_dir() else ():
            if place.name not in kept:
                shutil.rmtree(place, ignore_errors=True)
        self.give_up()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold this folder while something is done to it; the kernel lets go of it if we die.

        Raises:
            Busy: another one is at it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with held(self.folder / "lock"):
                yield
        except BlockingIOError:
            raise Busy("A text is being brought just now. Wait for it.") from None

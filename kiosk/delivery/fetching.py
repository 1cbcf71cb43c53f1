"""Fetching a text: what is signed is brought, proved and handed over, or nothing changes.

Owns the order of the steps and what counts as a time that has passed. The clock, the source and the
proof are handed in.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from tuf.api.metadata import TargetFile

from kiosk.delivery.delivery_error import DeliveryError, sentence
from kiosk.delivery.kept_texts import MOST_FAILED, DeliveryState, KeptTexts
from kiosk.delivery.packing_list import FILES, PackingList
from kiosk.delivery.sources import Source
from kiosk.delivery.trusted_lists import TrustedLists, told
from kiosk.pack.copying import digest_of
from kiosk.pack.validate import Proof
from kiosk.whole_file import refuse_special

RESERVE = 200_000_000
"""Bytes that stay free on the disk, whatever is brought."""

FIRST_WAIT = timedelta(minutes=15)
"""How long a kiosk waits after a try that failed; each further one doubles it."""

LONGEST_WAIT = timedelta(days=1)


class Fetching(msgspec.Struct, frozen=True, kw_only=True):
    """What a fetch works with.

    `root` is the file that the technician put here, `now` gives the clock's time with its zone,
    `proof` says what keeps a text from being shown. `again`: a text that staff left is taken too.
    `reserve`: bytes that must stay free.
    """

    kept: KeptTexts
    source: Source
    root: Path
    ring: str
    proof: Proof
    now: Callable[[], datetime]
    again: bool = False
    reserve: int = RESERVE

    def fetch(self) -> str:
        """Bring what the source has signed, and say what came of it in a sentence.

        Raises:
            DeliveryError: nothing was changed, and why.
        """
        with self.kept.alone():
            state = self.kept.state()
            now = self.now()
            time = max(now, state.known or now)
            try:
                said, new = self._fetched(state, time)
            except (DeliveryError, OSError) as error:
                fault = sentence(error)
                if isinstance(error, OSError):
                    self.kept.give_up()  # a full disk is the kiosk's, too
                failed = min(state.failed + 1, MOST_FAILED)
                with_fault = {"looked": now, "fault": fault, "failed": failed}
                self._keep(msgspec.structs.replace(state, **with_fault))
                raise DeliveryError(fault) from error
            # The clock is believed where what was signed has not expired by it: one that is years
            # ahead would make all that comes later look expired.
            good = {"looked": now, "came": now, "known": time, "fault": "", "failed": 0}
            new = msgspec.structs.replace(new, **good)
            self._keep(new)
            self.kept.sweep(new)
            return said

    def _keep(self, state: DeliveryState) -> None:
        try:
            self.kept.keep(state)
        except OSError as error:
            raise DeliveryError(sentence(error)) from error

    def _fetched(self, state: DeliveryState, time: datetime) -> tuple[str, DeliveryState]:
        try:
            refuse_special(self.root)
            root = self.root.read_bytes()
        except OSError as error:
            raise DeliveryError(
                f"{self.root}: {error.strerror}. Put the publisher's root file there."
            ) from error
        trusted = TrustedLists(self.source, self.kept.trust, root, self.ring, time)
        wanted = trusted.refreshed()
        state = msgspec.structs.replace(state, expires=trusted.expires())
        name = wanted.digest
        if name == self.kept.current and self._is_whole(wanted):
            return f"The text {name[:7]} is the newest.", state
        if name in state.left and not self.again:
            return (
                f"Staff went back from the text {name[:7]}; a newer one will be taken. "
                "To take this one after all: kiosk text fetch --again",
                state,
            )
        self._bring(wanted, time)
        shown = (name, *(each for each in state.shown if each != name))
        state = msgspec.structs.replace(state, shown=shown, left=())
        return f"The text {name[:7]} is handed over.", state

    def _is_whole(self, wanted: PackingList) -> bool:
        """Tell whether a kept text is as it was signed; a power cut can have torn its files."""
        place = self.kept.texts / wanted.digest
        return all(_is(place / name, *about) for name, about in wanted.files.items())

    def _bring(self, wanted: PackingList, time: datetime) -> None:
        free = shutil.disk_usage(self.kept.folder).free
        if free < wanted.size + self.reserve:
            need = (wanted.size + self.reserve - free) // 1_000_000 + 1
            raise DeliveryError(f"{self.kept.folder}: {need} MB too little room. Make room there.")
        place = self.kept.begun(wanted.digest)
        have = self._have()
        for name, (size, digest) in wanted.files.items():
            file = place / name
            if _is(file, size, digest):
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            old = have.get(digest)
            if not (old and self._copied(old, file, size, digest)):
                with told(self.source, time):
                    self._download(TargetFile(size, {"sha256": digest}, name), digest, file)
        for left in list(place.rglob("*")):  # of a list before, or a part that is no more needed
            if left.is_file() and left.relative_to(place).as_posix() not in wanted.files:
                left.unlink()
        if faults := self.proof(place):
            self.kept.give_up()
            raise DeliveryError(str(faults[0]).replace(f"{place}/", ""))
        self.kept.take(wanted.digest)

    def _have(self) -> dict[str, Path]:
        """Give the files of the kept texts by their digests."""
        found: dict[str, Path] = {}
        for file in self.kept.texts.rglob("*"):
            with suppress(OSError):  # a folder, or a sector that can't be read any more
                found[digest_of(file)] = file
        return found

    def _copied(self, old: Path, file: Path, size: int, digest: str) -> bool:
        """Take a file over that is here already; not by its name: both texts stay."""
        shutil.copyfile(old, file)
        return _is(file, size, digest)

    def _download(self, target: TargetFile, digest: str, file: Path) -> None:
        """Bring one file; what came of it before goes on where it ended."""
        part = file.parent / f".{digest}.part"
        with part.open("ab") as stream:
            begun = have = stream.tell()
            if have < target.length:
                place = f"{self.source.address}/targets/{FILES}/{digest}"
                for chunk in self.source.opened(place, have):
                    have += len(chunk)
                    if have > target.length:
                        break
                    stream.write(chunk)
        try:
            with part.open("rb") as come:
                target.verify_length_and_hashes(come)
        except Exception:
            if have < target.length:  # it was cut off, and goes on next time
                raise
            part.unlink()
            if not begun:
                raise
            self._download(target, digest, file)  # another source had begun it otherwise
        else:
            part.rename(file)


def _is(file: Path, size: int, digest: str) -> bool:
    try:
        return os.stat(file).st_size == size and digest_of(file) == digest
    except OSError:
        return False


def waits_until(state: DeliveryState, now: datetime) -> datetime | None:
    """Say until when a kiosk that failed asks nobody; None: it may ask."""
    if not state.failed or state.looked is None:
        return None
    wait = min(FIRST_WAIT * 2 ** (state.failed - 1), LONGEST_WAIT)
    # A clock that was set back must not make it wait for years.
    return state.looked + wait if state.looked <= now < state.looked + wait else None

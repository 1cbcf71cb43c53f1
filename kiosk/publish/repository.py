"""The repository: what is signed, what still waits for signatures, and what was published.

Owns its folder:

    publisher.json     which keys there are, and how long signatures last
    lock               held by who changes it
    keys/              the keys that are kept here; those of root belong elsewhere
    staged/ROLE.json   what is not published yet: a signature is missing
    public/            what a web server hands out, or a stick carries: metadata/ and targets/

Knows no text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from kiosk.delivery.packing_list import RINGS
from kiosk.publish.publish_error import PublishError
from kiosk.publish.publisher import PUBLISHER, Publisher, read_publisher
from kiosk.publish.signed_metadata import encoded, has_signed, keyids, read_metadata
from kiosk.publish.signing_keys import KeyPlace, new_key, signers
from kiosk.whole_file import refuse_special, write_whole

ROOT, TARGETS, SNAPSHOT, TIMESTAMP = "root", "targets", "snapshot", "timestamp"
SLOW = (ROOT, TARGETS, *RINGS)
"""Roles that people sign; the two others say that these are the newest."""

ONLINE = "online"
"""What the keys of snapshot and timestamp are called."""

MONTH = timedelta(days=30)


class Share(msgspec.Struct, frozen=True):
    """How many keys there are, and how many of them must sign."""

    needed: int
    keys: int


class TextRepository:
    """A repository in a folder. `now` gives the time with its zone, `keys` are further folders.

    `publisher`: that of one that is only being made. Raises PublishError in its constructor if
    there is none, or no folder of keys.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        keys: Sequence[Path] = (),
        publisher: Publisher | None = None,
    ) -> None:
        self.folder, self.now = folder, now
        self.public = folder / "public"
        self._metadata, self._staged = self.public / "metadata", folder / "staged"
        self._keys = (folder / "keys", *keys)
        for each in keys:
            if not each.is_dir():
                raise PublishError(f"{each} is no folder. Name the one with the keys: --keys")
        self.publisher = publisher or read_publisher(folder)

    # What there is

    def published(self, role: str) -> Metadata[Any] | None:
        """Give a role's newest published metadata, None if it has none.

        Raises:
            PublishError: it is damaged, or not what was signed.
        """
        if role == TIMESTAMP:
            found = [self._metadata / "timestamp.json"]
        else:
            there = self._metadata.glob(f"[0-9]*.{role}.json")
            there = (file for file in there if file.name.partition(".")[0].isdecimal())
            found = sorted(there, key=lambda file: int(file.name.partition(".")[0]))
        if not (found and found[-1].exists()):
            return None
        metadata = read_metadata(found[-1])
        self._verify(role, metadata, found[-1])
        return metadata

    def _verify(self, role: str, metadata: Metadata[Any], file: Path) -> None:
        """Refuse what nobody has signed: it would be signed anew from what lies in public."""
        if role == ROOT:
            says = [metadata]
        else:
            parent = TARGETS if role in RINGS else ROOT
            # A new key may be published by a killed `sign` before what tells of it is.
            says = [each for each in (self.published(parent), self.staged(parent)) if each]
        if metadata.signed.type != (TARGETS if role in RINGS else role) or not any(
            has_signed(each.signed, role, metadata) for each in says
        ):
            raise PublishError(f"{file} is not the one that was signed. Restore it.")

    def staged(self, role: str) -> Metadata[Any] | None:
        """Give what of a role waits for signatures, None if nothing does."""
        try:
            return read_metadata(self._staged / f"{role}.json")
        except FileNotFoundError:
            return None

    def latest(self, role: str) -> Metadata[Any]:
        """Give a role's metadata as it will be. Raises PublishError: there is none."""
        found = self.staged(role) or self.published(role)
        if found is None:
            raise PublishError(f"{self.folder} has lost its {role}. Restore it.")
        return found

    def signed_by(self, role: str) -> tuple[set[str], Share]:
        """Give the names of the keys that have signed a role, and how many must."""
        metadata = self.latest(role)
        delegator = self._delegator(role)
        result = delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
        names = {self._place(each).name for each in result.signed}
        wanted = delegator.get_delegated_role(role)
        return names, Share(wanted.threshold, len(wanted.keyids))

    def missing(self, role: str) -> list[str]:
        """Name the keys of which some must still sign; none if enough have."""
        metadata, signed = self.latest(role), set[str]()
        short = False
        for delegator in self._delegators(role):
            result = delegator.get_verification_result(
                role, metadata.signed_bytes, metadata.signatures
            )
            signed |= set(result.signed)
            short = short or not result
        keys = {each for one in self._delegators(role) for each in keyids(one, role)}
        return sorted(self._place(each).name for each in keys - signed) if short else []

    # What changes

    def stage(self, role: str, change: Callable[[Any], None] = lambda signed: None) -> None:
        """Change a role's metadata; it waits for signatures then."""
        metadata = self.latest(role)
        # By what is published, and not by what waits: after a kill that may be published already,
        # and a kiosk that has seen a version takes no other content by its number.
        published = self.published(role)
        metadata.signed.version = 1 + (published.signed.version if published else 0)
        months = self.publisher.months if role in SLOW else self.publisher.fresh_months
        metadata.signed.expires = (self.now() + months * MONTH).replace(microsecond=0)
        change(metadata.signed)
        metadata.signatures.clear()
        self._write(self._staged / f"{role}.json", encoded(metadata))

    def set_targets(self, ring: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Make files, by their names, all that a ring holds. Raises OSError."""
        targets = {}
        for name, content in files:
            path = f"{ring}/{name}"
            targets[path] = TargetFile.from_data(path, content)
            [place] = targets[path].get_prefixed_paths()
            self.add_file(place, content)

        def change(signed: Targets) -> None:
            signed.targets = targets

        self.stage(ring, change)

    def has_file(self, place: str) -> bool:
        """Tell whether a file can be fetched already."""
        return (self.public / "targets" / place).exists()

    def add_file(self, place: str, content: bytes) -> None:
        """Write what can be fetched; a file that is there stays. Raises OSError."""
        if not self.has_file(place):
            self._write(self.public / "targets" / place, content)

    def target(self, ring: str, name: str) -> bytes | None:
        """Give a file of what a ring holds; None if it holds none of this name.

        Raises:
            PublishError: the file is lost, or is another one.
        """
        found: TargetFile | None = self.latest(ring).signed.targets.get(f"{ring}/{name}")
        if found is None:
            return None
        [place] = found.get_prefixed_paths()
        file = self.public / "targets" / place
        remedy = "Restore it, or release the text anew."
        try:
            refuse_special(file)
            content = file.read_bytes()
            found.verify_length_and_hashes(content)
        except FileNotFoundError:
            raise PublishError(f"{file} is lost. {remedy}") from None
        except LengthOrHashMismatchError:
            raise PublishError(f"{file} is not the one that was signed. {remedy}") from None
        return content

    def renew_key(self, name: str) -> str:
        """Have a new key in the place of one that is lost or known to others; give its name.

        Raises:
            PublishError: there is no such key.
            OSError: it can't be written.
        """
        known = {place.name: (keyid, place) for keyid, place in self.publisher.keys.items()}
        if name not in known:
            raise PublishError(f"There is no key {name}. There are: {', '.join(sorted(known))}.")
        old, place = known[name]
        signs = {ROOT: (ROOT, TARGETS), ONLINE: (SNAPSHOT, TIMESTAMP)}
        roles = signs.get(place.role, (place.role,))
        delegator = TARGETS if place.role in RINGS else ROOT
        if old not in keyids(self.latest(delegator).signed, roles[0]):
            raise PublishError(f"The key {name} was replaced before. Name the one in its place.")
        number = 1 + max(
            int(each.name.rpartition("-")[2])
            for each in self.publisher.keys.values()
            if each.role == place.role
        )
        key, new = new_key(self.folder / "keys", f"{place.role}-{number}")
        keys = self.publisher.keys | {key.keyid: new}
        self.publisher = msgspec.structs.replace(self.publisher, keys=keys)
        self._write(self.folder / PUBLISHER, msgspec.json.encode(self.publisher))

        def change(signed: Any) -> None:
            for role in roles:
                signed.revoke_key(old, role)
                signed.add_key(key, role)

        self.stage(delegator, change)
        for role in roles:
            if role in (TARGETS, *RINGS):
                self.stage(role)
        return new.name

    def sign(self) -> list[str]:
        """Sign what waits, with the keys that are here; publish it if that is enough.

        Returns:
            A sentence for each role that still waits; none if all was published.
        """
        for role in SLOW:
            self._sign(role)
        waiting = self._waiting(SLOW)
        if waiting:
            return waiting
        for role, change in ((SNAPSHOT, self._into_snapshot), (TIMESTAMP, self._into_timestamp)):
            self.stage(role, change)
            self._sign(role)
        waiting = self._waiting((SNAPSHOT, TIMESTAMP))
        if not waiting:
            self._publish()
        return waiting

    def _waiting(self, roles: Iterable[str]) -> list[str]:
        return [
            f"{role} waits for a signature by one of: {', '.join(missing)}"
            for role in roles
            if (missing := self.missing(role))
        ]

    def _sign(self, role: str) -> None:
        metadata = self.staged(role)
        if metadata is None:
            return
        for delegator in self._delegators(role):
            for keyid in keyids(delegator, role):
                if keyid in metadata.signatures:
                    continue
                place = self._place(keyid)
                for signer in signers(place, delegator.get_key(keyid), self._keys):
                    metadata.sign(signer, append=True)
        self._write(self._staged / f"{role}.json", encoded(metadata))

    def _into_snapshot(self, signed: Snapshot) -> None:
        roles = (TARGETS, *RINGS)
        signed.meta = {f"{role}.json": self._meta(role) for role in roles}

    def _into_timestamp(self, signed: Timestamp) -> None:
        signed.snapshot_meta = self._meta(SNAPSHOT)

    def _meta(self, role: str) -> MetaFile:
        metadata = self.latest(role)
        content = encoded(metadata)
        return MetaFile.from_data(metadata.signed.version, content, ["sha256"])

    def _publish(self) -> None:
        """Put in place all that is signed, what says that it is the newest last."""
        for role in (*RINGS, TARGETS, SNAPSHOT, ROOT, TIMESTAMP):
            metadata = self.staged(role)
            if metadata is None:
                continue
            version = "" if role == TIMESTAMP else f"{metadata.signed.version}."
            self._write(self._metadata / f"{version}{role}.json", encoded(metadata))
        for role in (*SLOW, SNAPSHOT, TIMESTAMP):
            with suppress(FileNotFoundError):
                (self._staged / f"{role}.json").unlink()

    def _delegator(self, role: str) -> Any:
        if role in RINGS:
            return self.latest(TARGETS).signed
        return self.latest(ROOT).signed

    def _delegators(self, role: str) -> list[Any]:
        """Give who says which keys sign a role: for a new root the one before it, too."""
        before = self.published(ROOT) if role == ROOT and self.staged(ROOT) else None
        return [self._delegator(role), *([before.signed] if before else [])]

    def _place(self, keyid: str) -> KeyPlace:
        try:
            return self.publisher.keys[keyid]
        except KeyError:
            lacks = f"{self.folder / PUBLISHER} does not name the key {keyid[:7]}. Restore it."
            raise PublishError(lacks) from None

    def _write(self, file: Path, content: bytes) -> None:
        # A web server is another user. Keys are written elsewhere.
        write_whole(file, content, prepare=lambda handle: os.fchmod(handle, 0o644))

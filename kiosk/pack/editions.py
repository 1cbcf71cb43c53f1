"""The shelf: checked copies of a content folder, of which the last good ones outlive everything.

An edition is never changed once it stands here. Its folder is named after the digest of its
manifest, and the manifest holds the digest of every file: an edition vouches for itself, and a
kill or a power cut at any moment leaves the ones that were there before. Each start with a text is
counted before it is drawn; one that is cut off too often is set aside. Other versions of the kiosk
keep theirs here too (docs/decisions/0029-versions-of-state.md). Knows nothing of what
makes a pack valid; that is told by the proof it is handed.
"""

from __future__ import annotations

import fcntl
import hashlib
import itertools
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk import __version__
from kiosk.health.text_starts import CUT_OFF, TextStarts
from kiosk.pack.copying import Manifest, Spare, digest_of, fingerprint, sync
from kiosk.page.error import ContentError
from kiosk.whole_file import NEW, Unreadable, Versioned, decoded, read_whole, sweep, write_whole

if TYPE_CHECKING:
    from kiosk.pack.validate import Proof

KEPT = 2
"""Editions that are kept: the current one, and the last other one that has held."""

PACK = "pack"
_MANIFEST = "manifest.json"
_CURRENT = "current.json"
_STARTS = "starts.json"
_LENGTH = 32

_LARGE = 1_000_000
"""Bytes beyond which a start trusts a file's size: no page is larger, only photographs are."""


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One checked copy. `folder` is the pack in it; `made` says when it was first shown."""

    digest: str
    folder: Path
    made: datetime

    @property
    def version(self) -> str:
        """A short name for people: enough of the digest, and the day."""
        return f"{self.digest[:7]} ({self.made.astimezone():%Y-%m-%d %H:%M})"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of making an edition.

    `edition` is the digest of the one that now stands for the folder, empty if it is not fit to
    be shown; `findings` then say why. Neither: the folder changed meanwhile, ask again.
    """

    edition: str = ""
    findings: tuple[str, ...] = ()


class _Current(Versioned, frozen=True, kw_only=True):
    """The edition to show, when and from which state of the folder it was made.

    `code` tells what proved it.
    """

    digest: str
    made: datetime
    fingerprint: str
    code: str = ""


_log = logging.getLogger("kiosk.press")


class Editions:
    """The editions of one content folder. `now` gives the time, with its zone.

    `release` is the kiosk's own version, for which `starts` counts.
    """

    def __init__(
        self,
        state: Path,
        content: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        release: str = __version__,
    ) -> None:
        # Seen as it was named: a link that is swapped for another one is still the same source.
        self.content = Path(os.path.abspath(content))
        key = hashlib.sha256(os.fsencode(self.content)).hexdigest()[:_LENGTH]
        self.folder = state / "editions" / key
        self.starts = TextStarts(self.folder / _STARTS, release)
        self._now = now
        self._complained = False
        self._sure: set[str] = set()

    def whole(self) -> Iterator[Edition]:
        """Give the editions that can be shown, the best first. Reads no content folder.

        First the current one, then the last that has held. What was set aside is not among them.
        """
        current = self._current()
        for name in self._fit(current.digest if current else ""):
            made = current.made if current and current.digest == name else None
            yield self._edition(name, made)

    @property
    def set_aside(self) -> Edition | None:
        """The current edition, if it is not shown because its starts were cut off."""
        current = self._current()
        if current is None or not self.starts.cut_off(current.digest):
            return None
        return self._edition(current.digest, current.made)

    def edition(self, digest: str) -> Edition | None:
        """Give one edition, None if it isn't there or is damaged."""
        return next((each for each in self.whole() if each.digest == digest), None)

    @property
    def fingerprint(self) -> str:
        """The state of the content folder from which the current edition was made."""
        current = self._current()
        return current.fingerprint if current and not self.starts.cut_off(current.digest) else ""

    def proved_by(self, code: str) -> bool:
        """Tell whether this code proved the current edition, and not another version's."""
        current = self._current()
        return current is not None and current.code == code

    def _fit(self, first: str = "") -> Iterator[str]:
        """Name the editions that can be shown: `first`, the last that has held, the newest."""
        starts = self.starts.kept()
        for name in dict.fromkeys((first, starts.held, *self._names())):
            if name and starts.begun.get(name, 0) < CUT_OFF and self._is_whole(name):
                yield name

    # Making one

    def publish(self, proof: Proof, keep: str = "", by: str = "") -> Outcome:
        """Copy the content folder, have the copy read, and make it the current edition.

        `keep` is the digest of an edition that is on a screen and must stay, `by` is the
        digest of the code that proves it. Raises nothing: what can't be done stands in the outcome.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._locked():
                self._sweep(keep)
                outcome = self._publish(proof, keep, by)
                self._sweep(keep)
                return outcome
        except ContentError as error:
            return Outcome(findings=(str(error),))
        except OSError as error:
            why = f"the text can't be kept here ({error.strerror or error})"
            remedy = "Make room on this disk and check who may write to it"
            return Outcome(findings=(str(ContentError(self.folder, 0, why, remedy)),))
        finally:
            self._sure.clear()

    def _publish(self, proof: Proof, keep: str, by: str) -> Outcome:
        from kiosk.pack.validate import prove_copy  # noqa: PLC0415  # not at the start

        before = fingerprint(self.content)
        current = self._current()
        known = before == self.fingerprint and self.proved_by(by)
        if known and current and self._is_whole(current.digest):
            return Outcome(edition=current.digest)
        new = Path(tempfile.mkdtemp(prefix=NEW, dir=self.folder))
        try:
            # The copy is what is read and what will be shown: nobody can change it in between.
            manifest, faults = prove_copy(self.content, new / PACK, proof, self._spare(keep))
            if fingerprint(self.content) != before:
                return Outcome()
            if faults:
                return Outcome(findings=tuple(map(str, faults)))
            if self.starts.cut_off(before) or self.starts.cut_off(_digest(manifest.encoded())):
                raise cut_off(self.content)
            digest = self._place(new, manifest)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        self._point_to(digest, before, by)
        return Outcome(edition=digest)

    def _spare(self, keep: str) -> Spare | None:
        """Give an edition that `_sweep` will remove as soon as there is a new one."""
        self._sure = {*itertools.islice(self._fit(), KEPT - 1)}
        for name in self._names():
            if name not in {keep, *self._sure} and (manifest := self._manifest(name)):
                return Spare(self.folder / name / PACK, manifest)
        return None

    def _place(self, new: Path, manifest: Manifest) -> str:
        content = manifest.encoded()
        digest = _digest(content)
        if self._is_whole(digest):
            return digest
        write_whole(new / _MANIFEST, content)
        sync(new)
        place = self.folder / digest
        if place.exists():  # damaged
            place.rename(Path(tempfile.mkdtemp(prefix=NEW, dir=self.folder)) / digest)
        new.rename(place)
        sync(self.folder)
        self._sure.add(digest)
        return digest

    def _point_to(self, digest: str, state: str, by: str) -> None:
        old = self._current()
        made = old.made if old and old.digest == digest else self._now()
        current = _Current(digest=digest, made=made, fingerprint=state, code=by)
        if current != old:
            write_whole(self.folder / _CURRENT, msgspec.json.encode(current))

    def _current(self) -> _Current | None:
        try:
            found = read_whole(self.folder / _CURRENT, _Current)
            found.made.astimezone()
        except Unreadable as error:
            if not self._complained:
                self._complained = True
                _log.info("%s: %s; the editions are found without.", self.folder / _CURRENT, error)
            return None
        except (OSError, OverflowError, ValueError):  # of a year that no zone has
            return None
        return found

    def _names(self) -> list[str]:
        """Give the names of what may be editions, the newest first."""
        found = []
        try:
            for entry in os.scandir(self.folder):
                if len(entry.name) == _LENGTH and entry.is_dir(follow_symlinks=False):
                    with suppress(FileNotFoundError):  # swept away at this moment
                        found.append((entry.stat().st_mtime_ns, entry.name))
        except OSError:
            return []
        return [name for _, name in sorted(found, reverse=True)]

    def _edition(self, digest: str, made: datetime | None) -> Edition:
        place = self.folder / digest
        if made is None:
            made = datetime.fromtimestamp(place.stat().st_mtime, UTC)
        return Edition(digest=digest, folder=place / PACK, made=made)

    def _is_whole(self, digest: str) -> bool:
        """Tell whether an edition is what its name says, file by file."""
        if digest in self._sure:  # read or written a moment ago, while this one is published
            return True
        manifest, pack = self._manifest(digest), self.folder / digest / PACK
        try:
            return manifest is not None and all(
                os.stat(f"{pack}/{name}").st_size == size
                and (size > _LARGE or digest_of(f"{pack}/{name}") == found)
                for name, (size, found) in manifest.files.items()
            )
        except (OSError, ValueError):
            return False

    def _manifest(self, digest: str) -> Manifest | None:
        try:
            content = self._sealed(digest)
            return decoded(content, Manifest) if content else None
        except Unreadable:
            return None

    def _sealed(self, digest: str) -> bytes:
        """Give the manifest after which an edition is named; nothing if it is damaged."""
        try:
            content = (self.folder / digest / _MANIFEST).read_bytes()
        except (OSError, ValueError):
            return b""
        return content if _digest(content) == digest else b""

    def _sweep(self, keep: str) -> None:
        """Remove what was left half-made, and all but the last editions and `keep`.

        What has a manifest of a form that only a newer kiosk knows stays for that one.
        """
        names = self._names()
        if len(names) > KEPT:  # else all stay, and none has to be read to tell which
            names = [each.digest for each in itertools.islice(self.whole(), KEPT)]
        kept = {keep, *names}
        for entry in list(os.scandir(self.folder)):
            old = len(entry.name) == _LENGTH and entry.name not in kept
            if old and self._sealed(entry.name) and not self._manifest(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False) and (old or entry.name.startswith(NEW)):
                shutil.rmtree(entry.path, ignore_errors=True)
        sweep(self.folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Wait until no other kiosk writes here; the kernel lets go of it when we die."""
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def cut_off(folder: Path) -> ContentError:
    """Say why the text of this folder is not shown."""
    return ContentError(
        folder,
        0,
        f"{CUT_OFF} starts with this text were cut off",
        "Take out what was changed last, such as a large drawing; every change is tried anew",
    )


def _digest(manifest: bytes) -> str:
    return hashlib.sha256(manifest).hexdigest()[:_LENGTH]

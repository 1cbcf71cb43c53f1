"""What is signed: The Update Framework's client, with this kiosk's idea of the time.

Owns that all that is trusted began with the root file that the technician put here, and what is
said of metadata that is no good. Knows no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tuf.api import exceptions
from tuf.api.metadata import Metadata, TargetFile
from tuf.ngclient import Updater

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.delivery.packing_list import EDITION, MOST_BYTES, PackingList, read_list
from kiosk.delivery.sources import Source
from kiosk.pack.copying import sync_all
from kiosk.whole_file import refuse_special


class TrustedLists:
    """What one source has signed for a ring. `root` is the technician's file, `now` the time.

    What was found signed is kept in `folder`, so that nothing older is believed later.
    """

    def __init__(self, source: Source, folder: Path, root: bytes, ring: str, now: datetime) -> None:
        self._source, self._folder, self._ring = source, folder, ring
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.rglob("*"):
            refuse_special(file)  # python-tuf would wait for what is in a pipe
        with told(source, now):
            self._updater = Updater(
                str(folder),
                f"{source.address}/metadata/",
                fetcher=source,
                bootstrap=root,
            )
        # WORKAROUND: python-tuf takes the time from the clock alone, and has no argument for it.
        self._updater._trusted_set.reference_time = now
        self._now = now

    def refreshed(self) -> PackingList:
        """Ask the source anew and give the ring's packing list.

        Raises:
            DeliveryError: what it has is not signed, is older than what was seen, or too old.
            OSError: it can't be kept.
        """
        with told(self._source, self._now):
            self._updater.refresh()
            found = self._updater.get_targetinfo(f"{self._ring}/{EDITION}")
            if found is None:
                raise DeliveryError(
                    f"{self._source.address} has no text for the ring {self._ring} yet. "
                    "Release one: kiosk publish release"
                )
            content = self._bytes(found)
        sync_all(self._folder)
        return read_list(content)

    def _bytes(self, target: TargetFile) -> bytes:
        [digest] = target.hashes.values()
        place = f"{self._source.address}/targets/{self._ring}/{digest}.{EDITION}"
        content = self._source.download_bytes(place, min(target.length, MOST_BYTES))
        target.verify_length_and_hashes(content)
        return content

    def expires(self) -> datetime:
        """Say when the first of what was found signed loses its worth. Raises OSError."""
        names = ("root", "timestamp", "snapshot", "targets", self._ring)
        files = [str(self._folder / f"{name}.json") for name in names]
        return min(Metadata.from_file(file).signed.expires for file in files)


@contextmanager
def told(source: Source, now: datetime) -> Iterator[None]:
    """Say for people what python-tuf finds wrong with a source.

    Raises:
        DeliveryError: in place of each of python-tuf's own errors.
    """
    try:
        yield
    except (exceptions.RepositoryError, exceptions.DownloadError, ValueError) as error:
        raise DeliveryError(f"{source.address}: {_reason(error, now)}") from error


def _reason(error: Exception, now: datetime) -> str:
    match error:
        case exceptions.ExpiredMetadataError():
            return (
                "what it has signed has expired. Have it signed anew: kiosk publish sign; or set "
                f"the clock. Here it is {now.astimezone(UTC):%Y-%m-%d %H:%M} UTC."
            )
        case exceptions.BadVersionNumberError():
            return (
                "it is older than what this kiosk has seen already, or its parts don't belong "
                "together. Bring a newer copy."
            )
        case exceptions.UnsignedMetadataError():
            return (
                "it is not signed by who is trusted here. "
                "Compare text_root with the publisher's root file."
            )
        case exceptions.LengthOrHashMismatchError() | exceptions.DownloadLengthMismatchError():
            return "a file there is not the one that was signed. Copy it again."
        case exceptions.DownloadHTTPError() if error.status_code == 404:
            return (
                "no signed text is there, or only a part of it. Look at text_source; on a stick it "
                "is in the folder kiosk-text."
            )
        case exceptions.SlowRetrievalError() | exceptions.DownloadError():
            return (
                f"it can't be read ({_cause(error)}). Look at the network, the proxy or the stick."
            )
        case _:
            return (
                f"what it has signed can't be read ({_cause(error)}). "
                "Copy it again; look at text_root."
            )


def _cause(error: Exception) -> str:
    # What somebody sent may be in it, and it goes to a terminal.
    plain = (each if each.isprintable() else " " for each in str(error))
    words = " ".join("".join(plain).split())
    return words if len(words) <= 200 else f"{words[:200]}…"

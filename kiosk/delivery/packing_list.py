"""The packing list of a text: each of its files with size and digest. It is what is signed.

Owns which lists are taken at all. The files travel by themselves, named after their digests: so
those that a kiosk has don't travel again, and nothing is unpacked.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path, PurePosixPath

import msgspec

from kiosk.delivery.delivery_error import DeliveryError
from kiosk.pack.copying import Extent, Manifest
from kiosk.page.error import ContentError
from kiosk.whole_file import Unreadable, Versioned, decoded

RINGS = ("pilot", "all")
"""Who is given a text, the first ones first; a kiosk belongs to one."""

EDITION = "edition.json"
"""The packing list, in a ring's folder."""

REPORT = "report.json"
"""What `kiosk check` said of the text when it was released, in a ring's folder."""

FILES = "files"
"""The folder of all files of all texts, each named after its digest."""

MOST_BYTES = 2_000_000
"""The largest list: 5,000 files with long names."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_NAME_BYTES = 255


class PackingList(Versioned, frozen=True, kw_only=True):
    """What a text consists of. `made` says when it was released first."""

    made: datetime
    files: dict[str, tuple[int, str]]
    draft: bool = False

    @property
    def digest(self) -> str:
        """The text's name: the same that the kiosk gives to its edition of it."""
        return hashlib.sha256(Manifest(self.files).encoded()).hexdigest()[:32]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(size for size, _ in self.files.values())

    def encoded(self) -> bytes:
        """Give the list as it is signed."""
        return msgspec.json.encode(self, order="sorted")


def read_list(content: bytes) -> PackingList:
    """Read a packing list.

    Raises:
        DeliveryError: it is none, or a kiosk may not hold what it names: too much, or outside of
            the text's own folder.
    """
    try:
        found = decoded(content, PackingList)
        _check(found.files)
    except (Unreadable, ContentError) as error:
        why = error.problem if isinstance(error, ContentError) else str(error)
        raise DeliveryError(
            f"The text's packing list can't be used: {why}. Release it anew."
        ) from (error)
    return found


def _check(files: dict[str, tuple[int, str]]) -> None:
    extent = Extent(Path(EDITION))
    folders = {str(each) for name in files for each in PurePosixPath(name).parents} - {"."}
    for name in folders:
        extent.add(name, 0)
    for name, (size, digest) in files.items():
        if not _is_name(name) or name in folders:
            raise Unreadable(f"no file of a text is called {name!r}")
        if size < 0 or not _DIGEST.fullmatch(digest):
            raise Unreadable(f"{name!r} has no size or digest")
        extent.add(name, size)


def _is_name(name: str) -> bool:
    """Tell whether a name leads to a visible file below the folder that it is seen from."""
    return all(map(_is_part, name.split("/"))) and "\0" not in name


def _is_part(part: str) -> bool:
    fits = len(part.encode(errors="replace")) <= _NAME_BYTES
    return bool(part) and fits and not part.startswith(".") and not part.endswith("~")

"""Beginning a repository: its keys, who signs what, and each role's first metadata.

Owns the form: the keys of root say who signs for each ring, one key says what is the newest.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from securesystemslib.signer import Key
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)

from kiosk.delivery.packing_list import RINGS
from kiosk.publish.publish_error import PublishError
from kiosk.publish.publisher import PARTS, PUBLISHER, Publisher, begun
from kiosk.publish.repository import (
    ONLINE,
    ROOT,
    SLOW,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    Share,
    TextRepository,
)
from kiosk.publish.signed_metadata import encoded
from kiosk.publish.signing_keys import KeyPlace, new_key
from kiosk.whole_file import write_whole


def make_repository(
    folder: Path,
    now: Callable[[], datetime],
    *,
    root: Share,
    text: Share,
    months: int,
    fresh_months: int,
) -> TextRepository:
    """Make a repository without a text, its keys too, and publish it; all of it or nothing.

    Raises:
        PublishError: there is one, or a part of one.
        OSError: it can't be written.
    """
    if (folder / PUBLISHER).exists():
        raise PublishError(f"{folder} is a repository already. Name another folder.")
    if begun(folder):
        raise PublishError(
            f"{folder} holds a part of a repository: one that `kiosk publish init` was stopped in, "
            "or that has lost its publisher.json. Look at it, and name another folder."
        )
    with _all_or_nothing(folder):
        made, places = _new_keys(folder / "keys", root.keys, text.keys)
        signed_root, targets = Root(consistent_snapshot=True), Targets()
        for role, keys, needed in (
            (ROOT, made[ROOT], root.needed),
            (TARGETS, made[ROOT], root.needed),
            (SNAPSHOT, made[ONLINE], 1),
            (TIMESTAMP, made[ONLINE], 1),
        ):
            for key in keys:
                signed_root.add_key(key, role)
            signed_root.roles[role].threshold = needed
        targets.delegations = Delegations({}, {})
        for ring in RINGS:
            delegated = DelegatedRole(ring, [], text.needed, terminating=True, paths=[f"{ring}/*"])
            assert targets.delegations.roles is not None
            targets.delegations.roles[ring] = delegated
            for key in made[ring]:
                targets.add_key(key, ring)
        publisher = Publisher(months=months, fresh_months=fresh_months, keys=places)
        first: dict[str, Root | Targets | Snapshot | Timestamp]
        first = {ROOT: signed_root, TARGETS: targets, **{ring: Targets() for ring in RINGS}}
        for role, signed in (first | {SNAPSHOT: Snapshot(), TIMESTAMP: Timestamp()}).items():
            metadata: Metadata[Any] = Metadata(signed)
            write_whole(folder / "staged" / f"{role}.json", encoded(metadata))
        repository = TextRepository(folder, now, publisher=publisher)
        for role in SLOW:
            repository.stage(role)
        repository.sign()
        # Last: a folder with it is a whole repository.
        write_whole(folder / PUBLISHER, msgspec.json.encode(publisher))
        return repository


def _new_keys(
    folder: Path, root: int, text: int
) -> tuple[dict[str, list[Key]], dict[str, KeyPlace]]:
    """Make as many keys of root and of each ring, and one online: by role, and where each lies."""
    made: dict[str, list[Key]] = {}
    places: dict[str, KeyPlace] = {}
    for role, count in ((ROOT, root), *((ring, text) for ring in RINGS), (ONLINE, 1)):
        made[role] = []
        for number in range(1, count + 1):
            key, place = new_key(folder, f"{role}-{number}")
            made[role].append(key)
            places[key.keyid] = place
    return made, places


@contextmanager
def _all_or_nothing(folder: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for name in PARTS:
            shutil.rmtree(folder / name, ignore_errors=True)
        raise

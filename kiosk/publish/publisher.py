"""What a repository was begun with, and whose turn it is to change it: `publisher.json`, `lock`.

Owns when a folder is a repository. Knows no metadata.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.publish.publish_error import PublishError
from kiosk.publish.signing_keys import KeyPlace
from kiosk.whole_file import Unreadable, Versioned, held, read_whole

PUBLISHER = "publisher.json"
"""Written last when a repository is made: without it there is none."""

PARTS = ("keys", "staged", "public")
"""The folders of a repository."""


class Publisher(Versioned, frozen=True, kw_only=True):
    """What `publish init` was told: months until signatures expire; keys by their ids."""

    months: int
    fresh_months: int
    keys: dict[str, KeyPlace]


def read_publisher(folder: Path) -> Publisher:
    """Read what a repository was begun with. Raises PublishError, OSError."""
    try:
        return read_whole(folder / PUBLISHER, Publisher)
    except (FileNotFoundError, NotADirectoryError):
        if begun(folder):
            raise PublishError(
                f"{folder / PUBLISHER} is not there: it was lost, or `kiosk publish init` was "
                "stopped. Restore it, or begin in another folder."
            ) from None
        raise PublishError(
            f"{folder} is no repository. Make one: kiosk publish init {folder}"
        ) from None
    except Unreadable as error:
        raise PublishError(f"{folder / PUBLISHER}: {error}. Restore it.") from error


def begun(folder: Path) -> bool:
    """Tell whether a part of a repository is there."""
    return any(os.path.lexists(folder / name) for name in (PUBLISHER, *PARTS))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a repository while it is changed: two who sign at once would lose one's work.

    Raises:
        PublishError: another one is at it.
        OSError: nobody may write there.
    """
    try:
        with held(folder / "lock"):
            yield
    except BlockingIOError:
        raise PublishError(f"Somebody else is at {folder} just now. Wait for them.") from None

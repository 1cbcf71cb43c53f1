"""Metadata in a file: how it is written, read again, and known as signed. Knows no repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata
from tuf.api.serialization.json import JSONSerializer

from kiosk.publish.publish_error import PublishError
from kiosk.whole_file import special


def encoded(metadata: Metadata[Any]) -> bytes:
    """Give metadata as it is published: without a byte that could be changed unseen."""
    return metadata.to_bytes(JSONSerializer(compact=True))


def read_metadata(file: Path) -> Metadata[Any]:
    """Read metadata. Raises FileNotFoundError, PublishError for what is none."""
    if special(file):
        raise PublishError(f"{file} is no regular file. Restore it.")
    try:
        return Metadata.from_bytes(file.read_bytes())
    except RepositoryError as error:
        raise PublishError(f"{file} is damaged. Restore it.") from error


def has_signed(delegator: Any, role: str, metadata: Metadata[Any]) -> bool:
    """Tell whether enough of those that `delegator` names for a role have signed it."""
    try:
        delegator.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError, AttributeError):  # or it knows of no such role
        return False
    return True


def keyids(delegator: Any, role: str) -> list[str]:
    """Give the keys that `delegator` names for a role."""
    return list(delegator.get_delegated_role(role).keyids)

"""The keys that sign: what they are called, where each is looked for, and making one.

Owns the names: `root-1` is the first key of the role root. A key whose file is not here signs
nothing, and is not missed until its signature is. Knows no metadata.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from securesystemslib.exceptions import Error
from securesystemslib.signer import CryptoSigner, Key, Signer

from kiosk.publish.publish_error import PublishError
from kiosk.whole_file import private, write_whole

FILE = "file2:"
"""How the address of a key in a file begins (securesystemslib)."""


class KeyPlace(msgspec.Struct, frozen=True):
    """A key's name and its address: `file2:root-1.pem`, or another that securesystemslib knows."""

    name: str
    address: str

    @property
    def role(self) -> str:
        """What the key signs: root, pilot, all or online."""
        return self.name.rpartition("-")[0]


def new_key(folder: Path, name: str) -> tuple[Key, KeyPlace]:
    """Make a key in a file that only its owner may read. Raises PublishError, OSError."""
    file = folder / f"{name}.pem"
    if file.exists():
        raise PublishError(f"{file} is there already. Move it to where it is safe.")
    private(folder)
    signer = CryptoSigner.generate_ed25519()
    write_whole(file, signer.private_bytes)
    return signer.public_key, KeyPlace(name, f"{FILE}{file.name}")


def signers(place: KeyPlace, key: Key, folders: Sequence[Path]) -> Iterator[Signer]:
    """Give who signs with a key, if it can be had here.

    Raises:
        PublishError: it is here, and is another one or can't be used.
    """
    addresses = [place.address]
    if place.address.startswith(FILE):
        files = [folder / place.address.removeprefix(FILE) for folder in folders]
        addresses = [f"{FILE}{file}" for file in files if os.path.isfile(file)]
    for address in addresses[:1]:
        try:
            yield Signer.from_priv_key_uri(address, key)
        except (Error, OSError, ValueError) as error:
            raise PublishError(f"The key {address} can't be used: {error}") from error

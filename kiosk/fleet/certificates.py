"""The three files by which a broker and a kiosk know each other, and the TLS that is made of them.

Owns their names; docs/fleet.md says how they are made.
"""

from __future__ import annotations

import os
import ssl
from pathlib import Path

from kiosk.fleet.broker_error import BrokerError

AUTHORITY, CERTIFICATE, KEY = "ca.crt", "client.crt", "client.key"


def tls_of(folder: Path) -> ssl.SSLContext:
    """Give TLS in which each side proves who it is.

    Raises:
        BrokerError: a file is missing or can't be used.
    """
    files = [folder / name for name in (AUTHORITY, CERTIFICATE, KEY)]
    for file in files:
        if not os.access(file, os.R_OK):
            why = "can't be read" if os.path.lexists(file) else "is not there"
            raise BrokerError(f"{file} {why}; docs/fleet.md tells how it is made.")
    authority, certificate, key = files
    try:
        tls = ssl.create_default_context(cafile=authority)
        tls.load_cert_chain(certificate, key, password=lambda: b"")
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise BrokerError(f"The certificates in {folder} can't be used: {reason}.") from error
    return tls

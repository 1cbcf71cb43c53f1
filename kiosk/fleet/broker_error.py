"""The one error of this room, in a sentence."""

from __future__ import annotations


class BrokerError(Exception):
    """A broker that can't be asked or told: why, and what to do."""

"""Why a text is not taken. Knows nothing of where that is told."""

from __future__ import annotations


class DeliveryError(Exception):
    """What was brought can't be used, or nothing was: one sentence, and what mends it."""

"""Why a text is not taken. Knows nothing of where that is told."""

from __future__ import annotations

import errno


class DeliveryError(Exception):
    """What was brought can't be used, or nothing was: one sentence, and what mends it."""


class Busy(DeliveryError):
    """Somebody else is at the texts just now."""


def sentence(error: Exception) -> str:
    """Say what was wrong, also where the disk was, and what mends it."""
    if not isinstance(error, OSError):
        return str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{error.filename or 'The disk'}: it is full. Make room there."
    place = error.filename or "The disk"
    return f"{place}: {error.strerror}. Look at the disk, and who may write there."

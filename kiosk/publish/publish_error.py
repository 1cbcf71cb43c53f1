"""Why nothing is published. Knows nothing of where that is told."""

from __future__ import annotations


class PublishError(Exception):
    """What keeps a text from being published: one sentence, and what mends it."""

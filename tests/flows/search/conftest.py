"""What tests of the search need: the index comes as it does in a clinic, in a thread of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.ui.search import finder
from kiosk.ui.search.finder import Builds


@pytest.fixture(scope="module", autouse=True)
def at_once(indexes: Builds) -> Iterator[None]:
    """Make an index when a kiosk has started, whether anybody searches or not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finder, "built", indexes)
        yield

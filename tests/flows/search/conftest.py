"""What tests of the search need: a small pack, and an index made in a thread as in a clinic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.ui.search import finder
from kiosk.ui.search.finder import Builds
from tests.flows.clock import Clock
from tests.flows.packs import Writer
from tests.flows.screen import Screen
from tests.flows.search.typed_search import DOORS, FAQ


@pytest.fixture(scope="module", autouse=True)
def at_once(indexes: Builds) -> Iterator[None]:
    """Make an index when a kiosk has started, whether anybody searches or not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finder, "built", indexes)
        yield


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack", ("en", "de"))
    writer.page("one", DOORS, layout="doors").page("ask", FAQ, layout="faq", label="Questions")
    writer.page("one", DOORS.replace("Thin needles", "Dünne Nadeln"), language="de")
    return writer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(kiosk: Callable[..., Screen], pack: Writer, clock: Clock) -> Screen:
    return kiosk(pack.written(), size=(1920, 1080), waiting=clock.waiting())

"""What tests of keys need: a keyboard before a kiosk with a small pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.flows.input.keyed_pack import small
from tests.flows.keyboard import Keyboard
from tests.flows.screen import Screen


@pytest.fixture
def keys(kiosk: Callable[..., Screen], tmp_path: Path) -> Keyboard:
    return Keyboard(kiosk(small(tmp_path)))

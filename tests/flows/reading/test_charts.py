"""Evidence ladders on the screen lead to cards. How charts are drawn: tests/qml/tst_*Block.qml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF

from tests.flows.packs import Writer
from tests.flows.screen import Screen

TEXT = """!!! ladder "How sure"
    - moderate: One thing[^a]
    - low: Another thing
    - low: A third thing

[^a]: One study. 2020."""


def test_a_touch_on_a_rung_explains_its_level_and_one_on_its_source_shows_that(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    screen = kiosk(Writer(tmp_path).page("one", TEXT).written())
    rung = screen.of_type("LadderRung")[1]
    screen.reach(rung)
    screen.tap(screen.area(rung).topLeft() + QPointF(6 * screen.mm, 7 * screen.mm))
    screen.wait(lambda: screen.shell.card.kind == "evidence")
    assert "moderate" in str(screen.shell.card.title).lower()
    screen.shell.card.close()
    screen.tap_link("source:1", screen.of_type("LadderBlock")[0])
    screen.wait(lambda: screen.shell.card.kind == "source")

"""A language that runs from right to left mirrors the screen, and nothing of it is cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.flows.measuring import unreadable
from tests.flows.packs import Writer
from tests.flows.screen import Screen

WORDS = "تساقط الشعر له أسباب كثيرة. اسأل طبيبك قبل أن تبدأ أي علاج."


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_right_to_left_nothing_is_cut_and_the_draft_notice_is_whole(
    kiosk: Callable[..., Screen], tmp_path: Path, size: tuple[int, int], text_size: int
) -> None:
    pack = Writer(tmp_path, ("ar",))
    for name in ("one", "two", "three"):
        pack.page(
            name, f"## {WORDS[:20]}\n\n{WORDS}\n\n- {WORDS}\n\n## آخر\n\n{WORDS}", language="ar"
        )
    screen = kiosk(pack.written(), size=size)
    screen.shell.change(msgspec.structs.replace(screen.visit, text_size=text_size))
    screen.settle()
    screen.rest()
    assert not unreadable(screen)
    tabs = [screen.area(screen.item(f"tab-{name}")).x() for name in ("one", "two", "three")]
    assert tabs[0] > tabs[1]
    status = next(item for item in screen.of_type("StatusLine") if item.isVisible())
    assert screen.area(status).width() < screen.column.width()
    assert screen.area(status).right() <= size[0]

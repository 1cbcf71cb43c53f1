"""What is ticked, as plain lines: each under its heading, and nothing that is not ticked."""

from __future__ import annotations

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.take_home.carried_lines import carried_lines
from tests.flows.packs import HEAD

TEXT = "## Before\n\n- [ ] A **bold** one?\n- [ ] B?\n\nBetween.\n\n## After\n\n- [ ] C?\n"


@pytest.mark.parametrize(
    ("ticked", "lines"),
    [
        ((0, 1, 2), "One\nBefore\n- A bold one?\n- B?\nAfter\n- C?"),
        ((2,), "One\nAfter\n- C?"),
        ((), ""),
    ],
)
def test_the_ticked_lines_stand_under_their_headings(ticked: tuple[int, ...], lines: str) -> None:
    head = HEAD.format(name="one", tab="One", layout="page")
    page = parse_page(head + TEXT, name="one", language="en", file="x.md", terms={}, facts={})
    assert carried_lines(page, ticked) == lines

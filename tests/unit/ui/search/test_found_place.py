"""A row is found again by its words, whichever rows the page shows."""

from __future__ import annotations

import pytest

from kiosk.rows.row import Row
from kiosk.ui.search.found_place import NOWHERE, place_of

ROWS = [
    Row(kind="heading", plain="Pregnancy"),
    Row(kind="paragraph", plain="Tell us before any injection."),
    Row(
        kind="steps",
        inner=(Row(kind="step", plain="We talk first."), Row(kind="step", plain="Then a needle.")),
    ),
    Row(kind="compare", inner=(Row(kind="answer", plain="Not while pregnant, it says."),)),
]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tell us before any injection.", (1, -1)),
        ("Then: a NEEDLE", (2, 1)),
        ("Not while pregnant, it says.", (3, -1)),
        ("Nothing of the kind stands there", NOWHERE),
        ("", NOWHERE),
    ],
)
def test_a_text_is_found_in_the_row_that_says_it(text: str, place: tuple[int, int]) -> None:
    assert place_of(text, ROWS) == place

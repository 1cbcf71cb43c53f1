"""A row is found again by its words, whichever rows the page shows."""

from __future__ import annotations

import pytest

from kiosk.rows.row import Row
from kiosk.ui.search.found_place import NOWHERE, option_of, place_of


def answer(words: str) -> Row:
    return Row(kind="answer", plain=words, label="An option")


ROWS = [
    Row(kind="heading", plain="Pregnancy"),
    Row(kind="paragraph", plain="Tell us before any injection."),
    Row(
        kind="steps",
        inner=(Row(kind="step", plain="We talk first."), Row(kind="step", plain="Then a needle.")),
    ),
    Row(
        kind="compare",
        inner=(
            Row(kind="aspect", plain="What is it?", inner=(answer("A pill"), answer("A cut"))),
            Row(
                kind="aspect",
                plain="What can go wrong?",
                inner=(answer("Little"), answer("A scar that stays")),
            ),
        ),
    ),
]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tell us before any injection.", (1, -1)),
        ("Then: a NEEDLE", (2, 1)),
        ("What can go wrong? An option: A scar that stays", (3, 1)),
        ("Nothing of the kind stands there", NOWHERE),
        ("", NOWHERE),
    ],
)
def test_a_text_is_found_in_the_row_that_says_it(text: str, place: tuple[int, int]) -> None:
    assert place_of(text, ROWS) == place


def test_the_option_that_answers_so_is_known() -> None:
    (_, wrong) = ROWS[3].inner or ()
    assert option_of("What can go wrong? An option: A scar that stays", wrong) == 1
    assert option_of("What can go wrong? An option: Little", wrong) == 0

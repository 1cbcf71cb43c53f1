"""What authors write wrong in the tables of pack.toml whose names are their own.

Owns a line of such a table that has no name as pack.toml's other lines have one. It guesses, as
`kiosk.slips.pack_slips` does.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.slips import toml_values
from kiosk.slips.slip import Slip, replaced


def unnamed_detail(at: int, line: str) -> Iterator[Slip]:
    """Look at a detail whose name has letters that no name has here; `at` counts from 0."""
    said, sign, value = (part.strip() for part in line.partition("="))
    if said and sign and value:
        problem = f"'{said[:40]}' can't be a detail's name: small letters from a to z make one"
        new = f"detail = {toml_values.written('details', 'detail', value)}"
        yield replaced(at, new, problem, "then put a name of your own in")

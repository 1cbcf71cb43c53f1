"""The PIN: good ones only, kept as a hash, compared in constant time."""

from __future__ import annotations

import hmac

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kiosk.staff.pin import COST, PinError, check_new, hashed, matches, parse

CHEAP = (2, 1, 1)


@pytest.mark.parametrize(
    "pin",
    [
        "000000", "111111", "123456", "654321", "012345", "567890", "987654", "121212", "474747",
        "112211", "112212", "73914", "1234567890123", "", "12a456", "١٢٣٩٤٥", "1 3945", "-73945",
        "7391.4", "73917391", "555555555555", "739145\n",
    ],
)  # fmt: skip
def test_a_pin_that_anybody_would_try_is_refused_in_one_sentence(pin: str) -> None:
    with pytest.raises(PinError) as refused:
        check_new(pin)
    said = str(refused.value)
    assert said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize("pin", ["739145", "085271", "902716", "918273645018"])
def test_a_pin_without_an_order_is_taken(pin: str) -> None:
    check_new(pin)


@given(pin=some.text("0123456789", min_size=4, max_size=12), other=some.text(max_size=12))
@settings(max_examples=50)
def test_a_pin_matches_itself_and_nothing_else(pin: str, other: str) -> None:
    stored = hashed(pin, CHEAP)
    assert matches(pin, stored)
    assert matches(other, stored) is (other == pin)
    assert pin not in stored.split("$")


def test_the_same_pin_is_never_stored_the_same() -> None:
    assert hashed("7391", CHEAP) != hashed("7391", CHEAP)


def test_a_new_hash_costs_what_owasp_asks_for() -> None:
    # Password Storage Cheat Sheet: n, r and p of each row.
    assert COST in {(2**power, 8, p) for power, p in ((17, 1), (16, 2), (15, 3), (14, 5), (13, 10))}


def test_the_cost_is_stored_with_the_hash_so_that_it_can_grow() -> None:
    assert parse(hashed("7391"))[0] == COST
    assert matches("7391", hashed("7391", (4, 2, 1)))


def test_hashes_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(a: bytes, b: bytes) -> bool:
        compared.append((a, b))
        return False

    stored = hashed("7391", CHEAP)
    monkeypatch.setattr(hmac, "compare_digest", compare)
    # Its word counts: nothing else compares.
    assert not matches("7391", stored)
    [(made, wanted)] = compared
    assert made == wanted
    assert len(made) == 32


@pytest.mark.parametrize(
    "stored",
    [
        "", "7391", "scrypt$", hashed("7391", CHEAP)[:-1], hashed("7391", CHEAP) + "0",
        "scrypt$3$1$1$" + "0" * 32 + "$" + "0" * 64, "scrypt$0$1$1$" + "0" * 32 + "$" + "0" * 64,
        "scrypt$524288$8$1$" + "0" * 32 + "$" + "0" * 64,
        "scrypt$2$0$1$" + "0" * 32 + "$" + "0" * 64,
        "scrypt$2$99$99$" + "0" * 32 + "$" + "0" * 64, "scrypt$١$1$1$" + "0" * 32 + "$" + "0" * 64,
    ],
)  # fmt: skip
def test_a_stored_pin_that_set_pin_did_not_make_is_refused(stored: str) -> None:
    with pytest.raises(PinError, match="set-pin"):
        parse(stored)

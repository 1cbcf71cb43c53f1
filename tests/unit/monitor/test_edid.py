"""What a screen says of itself, byte by byte, and that a damaged one says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.monitor.edid import Made, read_edid


def edid(
    *parts: bytes, serial: int = 0, make: int = 0x10AC, size: tuple[int, int] = (48, 27)
) -> bytes:
    """Write an EDID: maker, product A07B, and up to four descriptors of 18 bytes."""
    head = bytes.fromhex("00ffffffffffff00") + make.to_bytes(2, "big")
    head += (0xA07B).to_bytes(2, "little") + serial.to_bytes(4, "little") + bytes(5)
    head += bytes(size) + bytes(31)
    body = head + b"".join(parts) + bytes(18 * (4 - len(parts))) + b"\0"
    return body + bytes([-sum(body) % 256])


def said(kind: int, words: str) -> bytes:
    return b"\0\0\0" + bytes([kind, 0]) + f"{words}\n".encode().ljust(13)


TIMING = b"\x02\x3a" + bytes(10) + bytes([0xDC, 0x0C, 0x11]) + bytes(3)  # 476 by 268 mm


def test_a_screen_tells_maker_model_serial_and_size() -> None:
    assert read_edid(edid(TIMING, said(0xFC, "P2418HT"), said(0xFF, "7CL9W3"))) == Made(
        make="DEL", model="P2418HT", serial="7CL9W3", width=476, height=268
    )


def test_numbers_stand_in_where_it_has_no_words() -> None:
    assert read_edid(edid(serial=77)) == Made(
        make="DEL", model="A07B", serial="77", width=480, height=270
    )


def test_a_maker_that_is_no_three_letters_is_none() -> None:
    assert read_edid(edid(make=0)).make == ""


@pytest.mark.parametrize("place", [0, 8, 60, 127])
def test_a_damaged_one_says_nothing(place: int) -> None:
    whole = bytearray(edid(TIMING, said(0xFC, "P2418HT")))
    whole[place] ^= 1
    assert read_edid(bytes(whole)) == Made()


@given(some.binary(min_size=119, max_size=119))
def test_no_bytes_raise_and_none_reach_a_terminal(data: bytes) -> None:
    body = bytes.fromhex("00ffffffffffff00") + data
    made = read_edid(body + bytes([-sum(body) % 256]))
    assert made != Made()
    assert all(each.isprintable() for each in made.make + made.model + made.serial)

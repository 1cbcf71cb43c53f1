"""What a screen says of itself: the EDID that the kernel hands on (VESA E-EDID 1.4, section 3).

Owns those bytes of it that tell which screen it is. Knows no file.
"""

from __future__ import annotations

import msgspec

_HEADER = bytes.fromhex("00ffffffffffff00")
_DESCRIPTORS = range(54, 126, 18)
_SERIAL, _NAME = 0xFF, 0xFC


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """Which screen it is, as its maker says; empty and 0 where it does not.

    `make`: three letters of the PNP registry; `width`, `height`: the picture in mm.
    """

    make: str = ""
    model: str = ""
    serial: str = ""
    width: int = 0
    height: int = 0


def read_edid(edid: bytes) -> Made:
    """Read a screen's EDID; what is no EDID, or damaged, tells nothing."""
    if len(edid) < 128 or edid[:8] != _HEADER or sum(edid[:128]) % 256:
        return Made()
    letters = int.from_bytes(edid[8:10], "big")
    make = "".join(chr(64 + (letters >> shift & 31)) for shift in (10, 5, 0))
    parts = [edid[start : start + 18] for start in _DESCRIPTORS]
    said = {part[3]: _text(part[5:]) for part in parts if part[:3] == b"\0\0\0"}
    number = int.from_bytes(edid[12:16], "little")
    width, height = edid[21] * 10, edid[22] * 10
    if parts[0][:2] != b"\0\0":  # a detailed timing, which tells the size to the millimetre
        first = parts[0]
        width, height = first[12] | (first[14] >> 4) << 8, first[13] | (first[14] & 15) << 8
    return Made(
        make=make if make.isalpha() and make.isupper() else "",
        model=said.get(_NAME) or f"{int.from_bytes(edid[10:12], 'little'):04X}",
        serial=said.get(_SERIAL) or (str(number) if number else ""),
        width=width,
        height=height,
    )


def _text(part: bytes) -> str:
    words = part.partition(b"\n")[0].decode("cp437")
    return "".join(each for each in words if each.isprintable()).strip()

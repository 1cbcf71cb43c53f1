"""Pictures: their words, their size, and whether their files are whole."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from kiosk.check.material.finding import Finding
from kiosk.check.rules.images import MOST_PIXELS, MOST_TOLD
from tests.unit.check.rulebook import FRONT, Rulebook

TOP = FRONT.count("\n") + 1

SCALP = "figures/scalp-section.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><path d="M0 0h4"/></svg>'

FIRES = [
    ("no-alternative", f"![]({SCALP})", f"'{SCALP}' has no words"),
    ("no-alternative", f'![  ]({SCALP} "Where it goes")', "has no words"),
    ("no-alternative", f"![scalp-section.svg]({SCALP})", "are a file's name: 'scalp-section.svg'"),
    ("no-alternative", f"![{SCALP}]({SCALP})", f"are a file's name: '{SCALP}'"),
    ("no-alternative", f'!!! figure "A cut"\n    ![]({SCALP})\n\n    1. Skin', "has no words"),
    (
        "alternative-repeats-caption",
        f'![Where it goes]({SCALP} "Where it goes")',
        "'Where it goes'",
    ),
    ("alternative-repeats-caption", f'![where it *goes*.]({SCALP} "Where it goes")', "repeat"),
    (
        "alternative-repeats-caption",
        f'!!! figure "Where the needle goes in"\n    ![The needle goes in where]({SCALP})',
        "repeat the caption: 'Where the needle goes in'",
    ),
    ("alternative-repeats-caption", f'![মাথার ত্বক]({SCALP} "মাথার ত্বক।")', "repeat"),
    ("alternative-says-picture", f"![Picture of a needle]({SCALP})", "begin with 'Picture of'"),
    ("alternative-says-picture", f"![An image of it]({SCALP})", "begin with 'An image of'"),
    ("alternative-says-picture", f"![The photo shows a head]({SCALP})", "'The photo shows'"),
    ("alternative-says-picture", f"![Image: a needle]({SCALP})", "begin with 'Image:'"),
]

QUIET = [
    ("no-alternative", f"![A needle]({SCALP}) "),
    ("no-alternative", "![](nowhere.svg"),
    ("no-alternative", f"`![]({SCALP})`"),
    ("alternative-repeats-caption", f"![A needle]({SCALP})"),
    ("alternative-repeats-caption", f'![]({SCALP} "A needle")'),
    ("alternative-repeats-caption", f'![A needle in the middle layer]({SCALP} "A needle")'),
    ("alternative-says-picture", f"![A drawing of the skin cut through]({SCALP})"),
    ("alternative-says-picture", f"![Five pictures of one hair]({SCALP})"),
    ("alternative-says-picture", f"![Figures in a row]({SCALP})"),
    ("alternative-says-picture", f"![Photographs stand on a shelf]({SCALP})"),
]

MENDS = [
    ("no-alternative", f"![]({SCALP})", "![what it shows]", "![]", "![what it shows]"),
    (
        "alternative-repeats-caption",
        f'![Where it goes]({SCALP} "Where it goes")',
        "Describe what there is to see",
        "![Where it goes]",
        "![A needle in the skin]",
    ),
    (
        "alternative-says-picture",
        f"![A picture of a needle]({SCALP})",
        "Take that out and begin with what there is to see",
        "A picture of a needle",
        "A needle",
    ),
]


def png(width: int, height: int) -> bytes:
    """Make a whole picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        summed = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", summed)

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 7) // 8 + 1) * height, 1)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def jpeg(width: int, height: int) -> bytes:
    """Make a picture that has the parts of a whole one (ITU-T T.81, B.2.2)."""
    frame = b"\xff\xc0" + struct.pack(">HBHHBBBB", 11, 8, height, width, 1, 1, 0x11, 0)
    scan = b"\xff\xda" + struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0)
    return b"\xff\xd8" + frame + scan + b"\x00\xff\xd9"


SIZES = [
    # file, what it holds, words of what is wrong, what the remedy says
    ("small.png", png(400, 300), "only 400 × 300 pixels", "1,010 pixels wide"),
    ("small.jpg", jpeg(640, 360), "only 640 × 360 pixels", "1,210 pixels wide"),
    ("tall.png", png(300, 500), "only 300 × 500 pixels", "460 pixels wide"),
    ("wide.png", png(MOST_PIXELS + 1, 800), "4,097 × 800 pixels, more than 4,096", "2,000"),
    ("high.jpg", jpeg(900, 5000), "900 × 5,000 pixels, more than 4,096", "at most 4,096"),
    ("heavy.png", png(900, 600) + bytes(5_100_000), "5.1 million bytes", "as JPEG"),
    ("heavy.svg", SVG.format("viewBox='0 0 1 1'").encode() + b" " * 5_100_000, "5.1 million", ""),
    ("fixed.svg", SVG.format("width='9' height='9'").encode(), "has no viewBox", "with a viewBox"),
    ("bare.svg", SVG.format("viewBox=' '").encode(), "has no viewBox", "with a viewBox"),
]

SUITABLE = [
    ("a.png", png(810, 500)),
    ("a.png", png(400, 510)),
    ("a.jpg", jpeg(1600, 1200)),
    ("a.jpeg", jpeg(MOST_PIXELS, MOST_PIXELS)),
    ("a.svg", SVG.format("width='9' height='9' viewBox='0 0 9 9'").encode()),
    ("a.svg", b"<?xml version='1.0'?><!-- x -->" + SVG.format("viewBox='0 0 1 1'").encode()),
]  # fmt: skip


def found(folder: Path, rule: str, body: str) -> list[Finding]:
    return Rulebook(folder, rule).finds(body)


def shows(folder: Path, rule: str, name: str, content: bytes) -> list[Finding]:
    """Put a picture into a pack that shows it on two pages and give what is found."""
    folder.joinpath(name).write_bytes(content)
    book = Rulebook(folder, rule)
    book.write({"en/page": f"x\n\n![A head]({name})", "bn/page": f"![ক]({name})"})
    return book.findings()


@pytest.mark.parametrize(("rule", "body", "problem"), FIRES)
def test_a_rule_on_words_fires_where_the_picture_stands(
    rule: str, body: str, problem: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, rule, body)
    assert problem in finding.problem
    line = body.split("\n")[finding.spot.line - TOP - 1]
    assert line[finding.spot.column - 1 :].startswith("![")


@pytest.mark.parametrize(("rule", "body"), QUIET)
def test_a_rule_on_words_stays_quiet(rule: str, body: str, tmp_path: Path) -> None:
    assert found(tmp_path, rule, body) == []


@pytest.mark.parametrize("mending", MENDS)
def test_the_remedy_of_a_rule_on_words_mends(
    mending: tuple[str, str, str, str, str], tmp_path: Path
) -> None:
    rule, body, remedy, old, new = mending
    (finding,) = found(tmp_path, rule, body)
    assert remedy in finding.remedy
    assert old in body
    assert found(tmp_path, rule, body.replace(old, new, 1)) == []


def test_the_same_picture_twice_is_found_where_the_words_are_missing(tmp_path: Path) -> None:
    body = f"![A needle]({SCALP})\n\nx\n\n![]({SCALP})"
    (finding,) = found(tmp_path, "no-alternative", body)
    assert finding.spot.line == TOP + 5


def test_bengali_words_that_say_picture_are_known(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "alternative-says-picture")
    book.write({"en/page": "x", "bn/page": f"![ছবিতে একটি সুচ]({SCALP})\n\n![ছবির মতো]({SCALP})"})
    (finding,) = book.findings()
    assert "'ছবিতে'" in finding.problem


@pytest.mark.parametrize(("name", "content", "problem", "remedy"), SIZES)
def test_a_picture_of_a_wrong_size_is_found_once(
    name: str, content: bytes, problem: str, remedy: str, tmp_path: Path
) -> None:
    (finding,) = shows(tmp_path, "picture-size", name, content)
    assert problem in finding.problem
    assert remedy in finding.remedy
    assert (finding.file, finding.spot.line) == ("en/page.md", TOP + 3)


@pytest.mark.parametrize(("name", "content"), SUITABLE)
def test_a_picture_of_a_good_size_is_not(name: str, content: bytes, tmp_path: Path) -> None:
    assert shows(tmp_path, "picture-size", name, content) == []


@pytest.mark.parametrize(
    ("size", "remedy"), [((400, 300), (1010, 758)), ((640, 360), (1210, 681)), ((5, 9), (420, 756))]
)
def test_the_width_that_a_remedy_names_is_enough(
    size: tuple[int, int], remedy: tuple[int, int], tmp_path: Path
) -> None:
    (finding,) = shows(tmp_path, "picture-size", "a.png", png(*size))
    assert f"{remedy[0]:,} pixels wide" in finding.remedy
    assert shows(tmp_path, "picture-size", "a.png", png(*remedy)) == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("cut.png", png(900, 600)[:-9], "is cut short or damaged"),
        ("cut.jpg", jpeg(900, 600)[:-2], "is cut short or damaged"),
        ("cut.svg", SVG.encode()[:50], "is cut short or damaged in line 1"),
        ("text.png", b"not a picture", "is neither PNG nor JPEG inside"),
        ("none.jpg", b"", "is neither PNG nor JPEG inside"),
    ],
)
def test_a_damaged_picture_is_told_by_one_rule_alone(
    name: str, content: bytes, problem: str, tmp_path: Path
) -> None:
    (finding,) = shows(tmp_path, "damaged-picture", name, content)
    assert problem in finding.problem
    for rule in ("picture-size", "remote-resource", "script-in-picture"):
        assert shows(tmp_path, rule, name, content) == []
    whole = {".png": png(900, 600), ".jpg": jpeg(900, 600), ".svg": SVG.format("").encode()}
    assert shows(tmp_path, "damaged-picture", name, whole[Path(name).suffix]) == []


def test_a_picture_of_a_resting_card_and_an_icon_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    for name in ("card.svg", "icons/info.svg"):
        (tmp_path / name).write_text(SVG[:40], "utf-8")
    book = Rulebook(tmp_path, "damaged-picture")
    book.write({"en/page": "x"}, '[[rest]]\nline = "A"\npage = "page"\nfigure = "card.svg"')
    told = {(finding.file, finding.spot.line, finding.problem[:22]) for finding in book.findings()}
    assert told == {
        ("pack.toml", 6, "the picture 'info' is "),
        ("pack.toml", 10, "the picture 'card.svg'"),
    }


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("nowhere.svg", "the picture 'nowhere.svg' is missing"),
        ("../nowhere.svg", "the picture '../nowhere.svg' is missing"),
        ("../../nowhere.svg", "the picture '../../nowhere.svg' lies outside the pack"),
        ("../secret.png", "the picture '../secret.png' lies outside the pack"),
        ("pack.toml", "the picture 'pack.toml' is not a picture"),
        ("https://example.org/a.png", "'https://example.org/a.png' does not lie in the pack"),
        ("//example.org/a.png", "'//example.org/a.png' does not lie in the pack"),
        ("data:image/png;base64,AA", "does not lie in the pack"),
    ],
)
def test_a_picture_that_cannot_be_had_is_one_clear_sentence(
    source: str, problem: str, tmp_path: Path
) -> None:
    (tmp_path / "secret.png").write_bytes(png(900, 600))
    folder = tmp_path / "pack"
    folder.mkdir()
    (finding,) = found(folder, "no-alternative", f"x\n\n![A head]({source})")
    assert finding.rule == "unreadable"
    assert problem in finding.problem
    assert finding.remedy.startswith("Copy ")
    assert (finding.file, finding.spot.line) == ("en/page.md", TOP + 3)


def test_a_drawing_is_told_of_by_one_rule(tmp_path: Path) -> None:
    both = b'<svg viewBox="0 0 1 1"><script/><flow/><image href="a.png"/></svg>'
    assert shows(tmp_path, "undrawn", "a.svg", both) == []
    assert shows(tmp_path, "damaged-picture", "a.svg", both) == []
    many = b'<svg viewBox="0 0 1 1"><b/>' + b"".join(b"<a%d/>" % n for n in range(9)) + b"</svg>"
    assert len(shows(tmp_path, "undrawn", "a.svg", many)) == MOST_TOLD


def _marked(*numbers: int) -> str:
    groups = "".join(f'<g id="marker-{each}"><text>{each}</text></g>' for each in numbers)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">{groups}</svg>'


PLAIN = "A line.\n\n![Two hands](hands.svg)\n"
KEYED = '!!! figure "Hands"\n    ![Two hands](hands.svg)\n\n    1. Left\n    2. Right\n'


@pytest.mark.parametrize(
    ("numbers", "body", "line", "problem"),
    [
        ((1, 2), PLAIN, 3, "shows numbered markers, and nothing says what they are"),
        ((1,), "- A line ![Two hands](hands.svg)", 1, "shows numbered markers, and nothing"),
        ((1,), KEYED.split("    1.", maxsplit=1)[0], 2, "shows numbered markers, and nothing says"),
        ((1, 2, 3), KEYED, 2, "has the markers 1, 2, 3, but its key has 2 lines"),
        ((1,), KEYED, 2, "has the marker 1, but its key has 2 lines"),
        ((1, 3), KEYED, 2, "has the markers 1, 3, but its key has 2 lines"),
    ],
)
def test_markers_of_a_drawing_without_their_key_are_told_in_the_line_of_the_picture(
    tmp_path: Path, numbers: tuple[int, ...], body: str, line: int, problem: str
) -> None:
    (tmp_path / "hands.svg").write_text(_marked(*numbers), "utf-8")
    (found,) = Rulebook(tmp_path, "figure-key").finds(body)
    assert problem in found.problem
    assert found.spot.line == FRONT.count("\n") + 1 + line


@pytest.mark.parametrize(("numbers", "body"), [((1, 2), KEYED), ((), PLAIN), ((), KEYED)])
def test_a_drawing_with_its_key_or_without_markers_is_left_alone(
    tmp_path: Path, numbers: tuple[int, ...], body: str
) -> None:
    (tmp_path / "hands.svg").write_text(_marked(*numbers), "utf-8")
    assert Rulebook(tmp_path, "figure-key").finds(body) == []

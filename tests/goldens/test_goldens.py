"""What the panes look like. `make goldens` draws the reference pictures anew.

The differing picture and the difference are written to build/goldens/.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from kiosk.ui.snapshot import snapshots
from tests.flows.clock import Clock
from tests.flows.screen import Screen

HERE = Path(__file__).parent
FAILED = HERE.parents[1] / "build" / "goldens"
WRITE = os.environ.get("KIOSK_GOLDENS") == "write"

SIZES = {"landscape": (1280, 800), "portrait": (800, 1280)}

STEP = 16
"""Of 255: channels are kept in steps of this size, and one step apart is the same to the eye."""

SHARE = 0.001
"""The part of the pixels that may differ: another FreeType rounds an edge elsewhere."""

SECTIONS = (("overview", "what"), ("risks", "serious"))
"""Behind doors: words beside a picture, and words in two columns."""


def differing(one: QImage, other: QImage) -> tuple[float, QImage]:
    """Give the share of pixels that differ, and the difference as a picture."""
    difference = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    beyond = bytes(int(value > STEP) for value in range(256))
    data = bytes(difference.constBits()).translate(beyond)
    blue, green, red = (int.from_bytes(data[channel::4], "little") for channel in range(3))
    count = (blue | green | red).bit_count()
    return count / (difference.width() * difference.height()), difference


def stepped(picture: QImage) -> QImage:
    """Give a picture whose channels are rounded to steps: a quarter of the size on disk."""
    rounded = bytes(min(255, (value + STEP // 2) // STEP * STEP) for value in range(256))
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    data = bytes(plain.constBits()).translate(rounded)
    width, height = plain.width(), plain.height()
    return QImage(data, width, height, plain.bytesPerLine(), plain.format()).copy()


def compare(picture: QImage, name: str) -> str:
    """Give what is wrong with a picture in one line; empty if nothing is."""
    picture = stepped(picture)
    golden = HERE / "panes" / f"{name}.png"
    if WRITE:
        golden.parent.mkdir(exist_ok=True)
        # A palette, where the colours fit into one.
        small = picture.convertToFormat(QImage.Format.Format_Indexed8)
        exact = differing(small, picture)[0] == 0
        assert (small if exact else picture).save(str(golden), None, 0)
        return ""
    FAILED.mkdir(parents=True, exist_ok=True)
    expected = QImage(str(golden)).convertToFormat(QImage.Format.Format_RGB32)
    if expected.isNull():
        picture.save(str(FAILED / f"{name}.png"))
        return f"{name}: there is no such reference picture; make goldens draws it"
    if expected.size() != picture.size():
        picture.save(str(FAILED / f"{name}.png"))
        return (
            f"{name}: {picture.width()} x {picture.height()} pixels, "
            f"not {expected.width()} x {expected.height()}"
        )
    share, difference = differing(picture, expected)
    if share <= SHARE:
        return ""
    picture.save(str(FAILED / f"{name}.png"))
    difference.save(str(FAILED / f"{name}-difference.png"))
    return f"{name}: {share:.2%} of the pixels differ"


def drawn(screen: Screen, folder: Path) -> list[Path]:
    return list(snapshots(screen.window, screen.shell, folder, full=True))


@pytest.mark.parametrize("orientation", SIZES)
def test_the_five_panes_look_as_they_did(kiosk: Callable[..., Screen], orientation: str) -> None:
    screen = kiosk(size=SIZES[orientation])
    navigator = screen.shell.navigator
    assert len(navigator.tabs) == 5
    wrong = []
    for page, section in (*((page, "") for page in navigator.tabs), *SECTIONS):
        navigator.enter(page, section)
        screen.settle()
        screen.rest()
        name = f"{page}-{section}" if section else page
        wrong.append(compare(screen.window.grabWindow(), f"{name}-{orientation}"))
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize("orientation", SIZES)
def test_every_kind_of_block_looks_as_it_did(
    kiosk: Callable[..., Screen], tmp_path: Path, orientation: str
) -> None:
    screen = kiosk(HERE / "pack", size=SIZES[orientation])
    screen.shell.navigator.ask("questions", "open")
    files = drawn(screen, tmp_path)
    assert len(files) == 4
    wrong = [compare(QImage(str(file)), f"block-{file.stem}-{orientation}") for file in files]
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize("orientation", SIZES)
def test_bengali_letters_are_joined_as_they_were(
    kiosk: Callable[..., Screen], tmp_path: Path, orientation: str
) -> None:
    """Conjuncts, and vowel signs before, after, above and below their letter, in its own order."""
    (file,) = drawn(kiosk(HERE / "bengali", size=SIZES[orientation]), tmp_path)
    wrong = compare(QImage(str(file)), f"bengali-{file.stem}-{orientation}")
    assert not wrong, wrong


@pytest.mark.parametrize("orientation", SIZES)
def test_the_resting_screen_looks_as_it_did(kiosk: Callable[..., Screen], orientation: str) -> None:
    screen = kiosk(HERE / "pack", size=SIZES[orientation], resting=True)
    screen.settle()
    wrong = compare(screen.window.grabWindow(), f"rest-{orientation}")
    assert not wrong, wrong


def test_the_question_looks_as_it_did(kiosk: Callable[..., Screen]) -> None:
    clock = Clock()
    screen = kiosk(HERE / "pack", size=SIZES["landscape"], waiting=clock.waiting())
    clock.after(3600, screen.shell.presence)
    clock.after(11, screen.shell.presence)
    screen.frame()
    wrong = compare(screen.window.grabWindow(), "question-landscape")
    assert not wrong, wrong


def test_a_picture_that_differs_is_told_from_one_that_does_not(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk()
    first = screen.window.grabWindow()
    assert differing(first, screen.window.grabWindow())[0] == 0
    screen.tap("tab-types")
    screen.settle()
    assert differing(first, screen.window.grabWindow())[0] > SHARE


def test_two_starts_draw_the_same_picture(kiosk: Callable[..., Screen]) -> None:
    first, second = kiosk().window.grabWindow(), kiosk().window.grabWindow()
    assert differing(first, second)[0] == 0

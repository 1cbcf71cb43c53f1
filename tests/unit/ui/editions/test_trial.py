"""A picture is drawn in a bounded process before anybody sees it; what is too heavy is told."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.pack.picture_files import MOST_PIXELS, flaw
from kiosk.shipped import shipped
from kiosk.ui.editions.trial import CHECK_SCREEN, MEMORY, SECONDS, Screen, Trial
from tests.children import children
from tests.flows import heavy_drawings

LANGUAGES = ("en", "bn")
LARGE = Screen(width=CHECK_SCREEN[0], height=CHECK_SCREEN[1], seconds=60)
SMALL = Screen(width=480, height=320, seconds=60)


def svg(folder: Path, content: str, name: str = "heavy.svg") -> Path:
    file = folder / name
    file.write_text(content, "utf-8")
    assert flaw(file) is None, "no count gives it away"
    return file


def photograph(folder: Path, width: int, height: int, name: str = "photo.png") -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    file = folder / name
    assert image.save(str(file))
    return file


def said(file: Path, screen: Screen, languages: tuple[str, ...] = LANGUAGES) -> str:
    with Trial(screen) as trial:
        fault = trial.fault(file, languages)
    return " | ".join(fault) if fault else ""


# Time


def test_a_drawing_may_take_its_time_and_no_more(tmp_path: Path) -> None:
    file = svg(tmp_path, heavy_drawings.words(150))
    assert said(file, SMALL) == ""
    told = said(file, Screen(width=480, height=320, seconds=0.02))
    assert told.startswith("takes longer than 0.02 s to draw | Save it with fewer shapes")


@pytest.mark.parametrize(
    "heavy", [heavy_drawings.course(29_000), heavy_drawings.copies(1_600)], ids=["course", "copies"]
)
def test_a_drawing_that_would_hang_the_screen_is_ended_and_the_next_one_drawn(
    tmp_path: Path, heavy: str
) -> None:
    with Trial(Screen(width=1920, height=1080, seconds=SECONDS / 16)) as trial:
        fault = trial.fault(svg(tmp_path, heavy), LANGUAGES)
        assert fault
        assert fault[0] == "takes longer than 0.25 s to draw"
        assert trial.fault(svg(tmp_path, heavy_drawings.SMALL, "light.svg"), LANGUAGES) is None


# Memory


def test_a_drawing_may_take_its_memory_and_no_more(tmp_path: Path) -> None:
    file = svg(tmp_path, heavy_drawings.filters(40))
    assert said(file, SMALL) == ""
    told = said(file, LARGE)
    assert told.startswith("takes more than 500 million bytes of memory to draw | Save it with")


def test_a_photograph_of_the_most_pixels_is_drawn_and_one_that_grows_further_is_not(
    tmp_path: Path,
) -> None:
    file = photograph(tmp_path, 8000, MOST_PIXELS // 8000)
    assert flaw(file) is None
    # Pixels are the same in every language.
    assert said(file, SMALL, ("en",)) == ""
    less = Screen(width=480, height=320, seconds=60, memory=MEMORY // 5)
    assert said(file, less, ("en",)) != ""


def test_a_picture_is_not_made_much_larger_than_it_is(tmp_path: Path) -> None:
    screen = Screen(width=1920, height=1080, seconds=60, memory=150_000_000)
    with Trial(screen) as trial:
        for width, height in ((30, 8000), (8000, 30), (1, 20_000), (3000, 3000)):
            file = photograph(tmp_path, width, height, f"{width}x{height}.png")
            assert trial.fault(file, LANGUAGES) is None, file.name


# What ends otherwise


def each_child(do: Callable[[int], None], times: int = 99) -> Callable[[], None]:
    """Give what does something to each new child of this process, to so many at most."""
    before, seen = set(children()), set[int]()

    def alive() -> None:
        for each in set(children()) - before - seen:
            if len(seen) < times:
                seen.add(each)
                do(each)

    return alive


def test_a_drawing_that_stands_still_is_given_up(tmp_path: Path) -> None:
    file = svg(tmp_path, heavy_drawings.words(900))
    stop = each_child(lambda each: os.kill(each, signal.SIGSTOP))
    with Trial(LARGE, stop, patience=0.5) as trial:
        fault = trial.fault(file, LANGUAGES)
    assert fault
    assert fault[0] == "was not drawn within 0.5 s"


def test_a_drawing_that_works_is_not_given_up_however_long_it_takes(tmp_path: Path) -> None:
    looks: list[int] = []
    file = svg(tmp_path, heavy_drawings.words(100))
    with Trial(LARGE, lambda: looks.append(1), patience=1) as trial:
        assert trial.fault(file, ("en",)) is None
    assert looks


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


def test_a_drawing_that_ends_the_program_is_told(tmp_path: Path) -> None:
    file = svg(tmp_path, heavy_drawings.words(900))
    with Trial(LARGE, each_child(kill)) as trial:
        fault = trial.fault(file, LANGUAGES)
    assert fault
    assert fault[0] == "ends the program that draws it (signal 9)"


def test_a_program_that_others_may_have_worn_out_is_started_once_more(tmp_path: Path) -> None:
    light = svg(tmp_path, heavy_drawings.SMALL, "light.svg")
    with Trial(SMALL) as trial:
        assert trial.fault(light, LANGUAGES) is None
        (drawing,) = children()
        os.kill(drawing, signal.SIGKILL)
        assert trial.fault(light, LANGUAGES) is None
        assert children() != [drawing]
    assert children() == []


def test_what_breaks_off_leaves_no_process_behind(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def alive() -> None:
        raise Enough

    with pytest.raises(Enough), Trial(LARGE, alive) as trial:
        trial.fault(svg(tmp_path, heavy_drawings.words(900)), LANGUAGES)
    assert children() == []


# What is fit


OURS = sorted((shipped("assets") / "figures").glob("*.svg"))


def test_our_own_figures_take_less_than_a_quarter_of_what_a_check_allows() -> None:
    screen = Screen(width=CHECK_SCREEN[0], height=CHECK_SCREEN[1], seconds=SECONDS / 8)
    with Trial(screen) as trial:  # one for all, as in a check
        faults = {file.stem: trial.fault(file, LANGUAGES) for file in OURS}
    assert len(faults) > 5
    assert {name: fault for name, fault in faults.items() if fault} == {}


def test_a_file_that_is_no_picture_can_not_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert said(tmp_path / "a.png", SMALL).startswith("can't be drawn | ")

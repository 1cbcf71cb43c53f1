"""What the kiosk refuses is an error of `kiosk check`, and what that passes the kiosk shows."""

from __future__ import annotations

import functools
import itertools
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.check.examine import Report, examine
from kiosk.check.material.finding import Severity
from kiosk.pack.copying import MOST_FILES
from kiosk.pack.editions import Editions, Outcome
from kiosk.pack.page_cache import code_digest
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from kiosk.ui.editions.proof import prove
from kiosk.ui.editions.trial import Screen
from tests.flows import heavy_drawings
from tests.flows.packs import Writer
from tests.unit.pack.test_odd_files import ODD
from tests.unit.pack.test_validate import FAULTS, SVG

ASSETS = shipped("assets")
TODAY = date(2026, 1, 1)
SCREEN = Screen(width=480, height=320, seconds=0.25)

Change = Callable[[Writer], object]


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[ContentError]]:
    # One for all: a picture that stays as it is is drawn once.
    cache = tmp_path_factory.mktemp("cache")
    return functools.partial(prove, assets=ASSETS, cache=cache, screen=SCREEN, by=code_digest())


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "text", ("en", "bn"))
    writer.page("one", "Words.\n\n![A thing](thing.svg)\n\nSee [two](two.md#here).")
    writer.page("two", "Words.\n\n## Here {#here}\n\nWords.").page("one", "বাংলা।", language="bn")
    writer.page("extra", tab=False)
    (writer.folder / "thing.svg").write_text(SVG, "utf-8")
    writer.written()
    return writer


class Both:
    """The two verdicts on one folder."""

    def __init__(
        self, pack: Writer, state: Path, proof: Callable[[Path], list[ContentError]]
    ) -> None:
        self.outcome: Outcome = Editions(state, pack.folder).publish(proof)
        self.report: Report = examine(pack.folder, assets=ASSETS, today=TODAY, proof=proof)

    @property
    def unreadable(self) -> list[str]:
        """What the check says under the name that can't be switched off."""
        return [each.problem for each in self.report.findings if each.rule == "unreadable"]

    def agree(self) -> bool:
        """Tell whether what the kiosk refuses is an error, and what has none is shown."""
        return bool(self.outcome.edition) or self.report.errors > 0


def append(words: str) -> Change:
    def change(pack: Writer) -> None:
        file = pack.folder / "pack.toml"
        file.write_text(file.read_text("utf-8") + words, "utf-8")

    return change


def show(name: str, content: str, then: Change = lambda pack: None) -> Change:
    def change(pack: Writer) -> None:
        place = pack.folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(content, "utf-8")
        pack.page("two", f"![A thing]({name})")
        then(pack)

    return change


def a_name_that_is_no_text(pack: Writer) -> None:
    pack.folder.joinpath(os.fsdecode(b"n\xff.txt")).write_text("x")


MISDRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><flow/></svg>'

REFUSED: dict[str, Change] = {
    **{name: change for name, (change, _) in FAULTS.items()},
    "a picture that nobody copies": show(".mine/a.svg", SVG),
    "a picture that an editor has put aside": show("a.svg~", SVG),
    "a drawing that draws too long": show("a.svg", heavy_drawings.course(29_000)),
    "a drawing that grows": show("a.svg", heavy_drawings.filters(990)),
    "an icon that draws too long": show("icons/info.svg", heavy_drawings.course(29_000)),
    "a rule on it is off": show(
        "a.svg", MISDRAWN, append('\n[check.off]\nundrawn = "We like it so."\n')
    ),
    "a rule on links is off": lambda pack: append('\n[check.off]\nlink-target = "Later."\n')(
        pack.page("two", "See [it](nowhere.md).")
    ),
    "a name that is no text": a_name_that_is_no_text,
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED.keys())
def test_what_the_kiosk_refuses_is_an_error_of_the_check(
    pack: Writer,
    tmp_path: Path,
    proof: Callable[[Path], list[ContentError]],
    change: Change,
) -> None:
    change(pack)
    both = Both(pack, tmp_path / "state", proof)
    assert both.outcome.findings
    assert both.report.errors
    told = [(each.file, each.spot.line, each.problem) for each in both.report.findings]
    assert len(set(told)) == len(told), "nothing is told twice"


@pytest.mark.parametrize(
    ("odd", "name"),
    list(
        itertools.product(ODD, ["pack.toml", "thing.svg", "icons/info.svg", "en/two.md", "x.txt"])
    ),
)
def test_odd_files_get_one_verdict(
    pack: Writer,
    tmp_path: Path,
    proof: Callable[[Path], list[ContentError]],
    odd: Callable[[Path], None],
    name: str,
) -> None:
    place = pack.folder / name
    place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    odd(place)
    assert Both(pack, tmp_path / "state", proof).agree()


def test_what_the_check_passes_the_kiosk_shows(
    pack: Writer, tmp_path: Path, proof: Callable[[Path], list[ContentError]]
) -> None:
    show("icons/info.svg", SVG)(pack)
    append('\n[[rest]]\nline = "Come in"\npage = "two"\nfigure = "thing.svg"\n')(pack)
    both = Both(pack, tmp_path / "state", proof)
    assert both.outcome.edition, both.outcome.findings
    assert both.unreadable == []


def test_a_fault_is_told_once_by_the_rule_that_knows_its_place(
    pack: Writer, tmp_path: Path, proof: Callable[[Path], list[ContentError]]
) -> None:
    show("a.svg", MISDRAWN)(pack)
    pack.page("extra", "See [it](nowhere.md).\n\n![A thing](a.svg)", tab=False)
    both = Both(pack, tmp_path / "state", proof)
    assert len(both.outcome.findings) == 2
    told = [each.rule for each in both.report.findings if each.severity is Severity.ERROR]
    assert (told.count("undrawn"), told.count("link-target")) == (1, 1)
    assert both.unreadable == []


def test_a_drawing_that_is_too_slow_is_told_with_file_and_remedy(
    pack: Writer, tmp_path: Path, proof: Callable[[Path], list[ContentError]]
) -> None:
    show("a.svg", heavy_drawings.course(29_000))(pack)
    pack.page("extra", "![A thing](a.svg)", tab=False)
    both = Both(pack, tmp_path / "state", proof)
    (told,) = both.outcome.findings
    assert told.startswith(
        f"{pack.folder}/en/extra.md:11: the picture 'a.svg' takes longer than 0.25"
    )
    assert "Save it with fewer shapes" in told
    (found,) = [each for each in both.report.findings if each.rule == "unreadable"]
    assert (found.file, found.spot.line) == ("en/extra.md", 11)
    assert found.problem == "the picture 'a.svg' takes longer than 0.25 s to draw"


def test_a_folder_of_too_many_files_is_told_before_anything_is_copied_or_read(
    pack: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def never(folder: Path) -> list[ContentError]:
        asked.append(folder)
        return []

    there = sum(1 for _ in pack.folder.rglob("*"))
    for number in range(MOST_FILES - there):
        (pack.folder / f"{number}.txt").touch()
    assert Both(pack, tmp_path / "state", never).unreadable == []
    assert len(asked) == 2
    (pack.folder / "one-more.txt").touch()
    both = Both(pack, tmp_path / "state", never)
    assert len(asked) == 2
    assert "more than 5,000 files" in both.outcome.findings[0]
    assert ["more than 5,000 files" in each for each in both.unreadable] == [True]

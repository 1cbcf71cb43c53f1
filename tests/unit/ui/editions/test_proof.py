"""Pictures that were drawn are not drawn again, as long as nothing of them has changed."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from kiosk.ui.editions.proof import prove
from kiosk.ui.editions.trial import Screen, Trial
from tests.conftest import Kept
from tests.flows import heavy_drawings
from tests.flows.packs import Writer

SCREEN = Screen(width=480, height=320, seconds=60)


class Proofs:
    """Proves one pack again and again; `drawn` names the pictures that were drawn."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "cache"
        self.pack = Writer(folder / "pack").page("one", "![A thing](thing.svg)")
        self.draw(heavy_drawings.SMALL)
        self.pack.written()
        self.drawn: list[str] = []

    def draw(self, content: str) -> None:
        (self.pack.folder / "thing.svg").write_text(content)

    def asked(
        self, screen: Screen = SCREEN, by: str = "this code"
    ) -> tuple[list[str], list[ContentError]]:
        self.drawn.clear()
        found = prove(
            self.pack.folder, assets=shipped("assets"), cache=self.cache, screen=screen, by=by
        )
        return list(self.drawn), found


@pytest.fixture
def proofs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Proofs:
    made = Proofs(tmp_path)
    fault = Trial.fault

    def noted(self: Trial, file: Path, languages: tuple[str, ...]) -> tuple[str, str] | None:
        made.drawn.append(file.name)
        return fault(self, file, languages)

    monkeypatch.setattr(Trial, "fault", noted)
    return made


def test_a_picture_is_drawn_once_for_a_screen_by_one_code(proofs: Proofs) -> None:
    assert proofs.asked() == (["info.svg", "thing.svg"], [])
    assert proofs.asked() == ([], [])
    assert proofs.asked(by="other code") == (["info.svg", "thing.svg"], [])
    larger = msgspec.structs.replace(SCREEN, width=640)
    assert proofs.asked(larger) == (["info.svg", "thing.svg"], [])


def test_a_picture_that_has_changed_is_drawn_again(proofs: Proofs) -> None:
    proofs.asked()
    proofs.draw(heavy_drawings.SMALL.replace("900", "901"))
    assert proofs.asked() == (["thing.svg"], [])


def test_a_picture_that_was_refused_is_drawn_again(proofs: Proofs) -> None:
    proofs.draw(heavy_drawings.course(29_000))
    short = msgspec.structs.replace(SCREEN, seconds=0.3)
    for drawn in (["info.svg", "thing.svg"], ["thing.svg"]):
        again, found = proofs.asked(short)
        assert again == drawn
        assert [each.problem[-30:] for each in found] == ["takes longer than 0.3 s to draw"[-30:]]


def test_whatever_is_remembered_on_a_damaged_disk_costs_only_time(
    proofs: Proofs, logged: Kept
) -> None:
    proofs.asked()
    (proofs.cache / "drawn.json").write_bytes(b"\0" * 99)
    assert proofs.asked() == (["info.svg", "thing.svg"], [])
    (proofs.cache / "drawn.json").unlink()
    os.mkdir(proofs.cache / "drawn.json")
    assert proofs.asked() == (["info.svg", "thing.svg"], [])
    assert "can't be remembered" in "".join(logged.lines)

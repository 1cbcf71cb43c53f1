"""What stands for all combinations holds what it says, and all of them are there when asked for."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from tests.combinations import EVERY, combined, dealt, rounds

SETTINGS = (("tablet", "desk", "upright", "wall"), ("en", "bn"), (100, 200), ("light", "dark"))


@pytest.fixture(autouse=True)
def _each_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EVERY, raising=False)


def test_two_values_of_any_two_settings_meet() -> None:
    walked = combined(*SETTINGS)
    for one, other in combinations(range(len(SETTINGS)), 2):
        met = {(each[one], each[other]) for each in walked}
        assert met == {*product(SETTINGS[one], SETTINGS[other])}
    assert len(walked) < len([*product(*SETTINGS)]) / 2
    assert walked == combined(*SETTINGS), "the same in each run"


def test_each_value_is_dealt() -> None:
    assert dealt("abc", (1, 2)) == [("a", 1), ("b", 2), ("c", 1)]


def test_all_there_are_are_played_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert rounds(3, 90) == 3
    monkeypatch.setenv(EVERY, "1")
    assert combined(*SETTINGS) == [*product(*SETTINGS)]
    assert dealt("abc", (1, 2)) == [*product("abc", (1, 2))]
    assert rounds(3, 90) == 90

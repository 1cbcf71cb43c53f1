"""Staff go back to the text before by touch; what keeps them from it is one sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.staff.pin import hashed
from tests.conftest import Kept
from tests.fleet.world import World
from tests.flows.clock import Clock
from tests.flows.screen import Screen
from tests.flows.staff.let_in import PIN, let_in


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give the texts of a kiosk that has shown two, one after the other."""
    world = World(tmp_path / "world")
    world.now = datetime.now(UTC)
    world.repository().sign()
    for words in ("First words.", "Second words."):
        world.release(words)
        world.fetch()
    return world


@pytest.fixture
def desk(kiosk: Callable[..., Screen], tmp_path: Path) -> Callable[..., Screen]:
    """Give a function that opens the staff page of a kiosk that reads this folder."""

    def opened(content: Path, **more: object) -> Screen:
        screen = kiosk(
            content, size=(1920, 1080), waiting=Clock().waiting(), state=tmp_path / "state",
            pin=hashed(PIN, (2, 1, 1)), **more,
        )  # fmt: skip
        return let_in(screen)

    return opened


def told(screen: Screen) -> str:
    """Say yes and give what is told of it."""
    screen.tap("text-yes")
    screen.frame()
    assert not screen.found("text-yes")
    return screen.plain(screen.item("text-told"))


def test_staff_show_the_text_before(desk: Callable[..., Screen], world: World) -> None:
    second, first = world.state.shown
    screen = desk(world.kept.folder / "current", still=0.05)
    screen.kiosk.current_text.watch()
    screen.tap("staff-text-back")
    assert world.shown() == "Second words.", "it was only asked about"
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    for name in (second, first):
        assert screen.reads(f"{name[:7]} ({today}")
    assert told(screen).startswith(f"The text {first[:7]} (")
    screen.tap("text-no")
    assert not screen.found("staff-text-back"), "there is none before the first"
    screen.tap("page-close")
    screen.shell.presence.begin("en")
    screen.wait(lambda: screen.reads("First words."))
    assert not screen.reads("Second words.")
    assert (world.state.shown, world.state.left) == ((first,), (second,))
    assert "Staff went back" in world.fetch()


def test_who_does_not_mean_it_changes_nothing(desk: Callable[..., Screen], world: World) -> None:
    screen = desk(world.kept.folder / "current")
    screen.tap("staff-text-back")
    screen.tap("text-no")
    assert not screen.found("text-card")
    assert (world.shown(), world.state.left) == ("Second words.", ())


def test_while_a_text_is_fetched_staff_are_asked_to_try_again(
    desk: Callable[..., Screen], world: World
) -> None:
    screen = desk(world.kept.folder / "current")
    screen.tap("staff-text-back")
    with world.kept.alone():
        assert told(screen) == "A text is being fetched just now. Try again in a minute."
    assert world.shown() == "Second words."
    screen.tap("text-no")
    screen.tap("staff-text-back")
    assert told(screen).startswith("The text ")
    assert world.shown() == "First words."


def test_a_text_that_came_while_staff_were_asked_stays(
    desk: Callable[..., Screen], world: World, logged: Kept
) -> None:
    screen = desk(world.kept.folder / "current")
    screen.tap("staff-text-back")
    world.release("Third words.")
    world.fetch()
    assert told(screen).startswith("The text stays as it is: Another text has come meanwhile.")
    assert world.shown() == "Third words."
    assert any("could not go back" in line for line in logged.lines)


def test_a_disk_that_takes_nothing_is_told(
    desk: Callable[..., Screen], world: World, logged: Kept
) -> None:
    screen = desk(world.kept.folder / "current")
    screen.tap("staff-text-back")
    lock = world.kept.folder / "lock"
    lock.unlink()
    lock.mkdir()  # root is refused nothing but this
    assert told(screen).endswith("Is a directory. Look at the disk, and who may write there.")
    assert world.shown() == "Second words."
    assert logged.lines


@pytest.mark.parametrize("place", ["one text", "another folder"])
def test_without_a_text_before_nothing_is_offered(
    desk: Callable[..., Screen], world: World, place: str
) -> None:
    content = world.kept.folder / "current"
    if place == "one text":
        state = world.state
        world.kept.keep(type(state)(shown=state.shown[:1]))
    else:
        content = content.resolve()
    screen = desk(content)
    assert screen.found("staff-rest")
    assert not screen.found("staff-text-back")

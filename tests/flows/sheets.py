"""Every card, and whatever else stands over a page, opened one after the other in any language."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtQuick import QQuickItem

from tests.flows.screen import Screen, type_of
from tests.flows.views import PIN, Room, asked, leave, links_to

LANDSCAPE, PORTRAIT = (1920, 1080, 21.5), (1080, 1920, 21.5)


def become(
    room: Room, language: str, display: tuple[int, int, float] = LANDSCAPE, text_size: int = 100
) -> None:
    screen = room.screen
    leave(room, language)
    if (screen.window.width(), screen.window.height()) != display[:2]:
        screen.measure(*display)
    screen.shell.navigator.change(
        msgspec.structs.replace(screen.visit, language=language, text_size=text_size)
    )
    screen.shell.desk.speak(language)
    screen.shell.welcome(language)
    screen.settle()


def link(kind: str) -> Callable[[Room], None]:
    def show(room: Room) -> None:
        page = room.screen.visit.page
        address = room.screen.part_with(page, lambda: links_to(room, kind))
        room.screen.shell.links.follow(room.screen.visit.page, address)
        assert room.screen.shell.card.kind == kind

    return show


def links(room: Room) -> None:
    screen = room.screen
    found = {
        link.partition(":")[0]: (screen.plain(text)[:40], link)
        for _ in screen.everywhere(screen.visit.page)
        for text, link in screen.links()
    }
    screen.shell.links.offer(list(found.values()))


def evidence(room: Room) -> None:
    page = room.screen.visit.page
    badge = room.screen.part_with(page, lambda: room.screen.of_type("Badge"))
    room.screen.shell.links.follow(room.screen.visit.page, str(badge.property("link")))


def keys(room: Room) -> None:
    room.screen.shell.card.show("keys")


def gone(room: Room) -> None:
    room.screen.shell.card.show("gone")


def missing(room: Room) -> None:
    room.screen.shell.card.show("missing")


def display(room: Room) -> None:
    room.screen.shell.card.showDisplay()


def figure(room: Room) -> None:
    screen = room.screen
    page = screen.visit.page
    block = screen.part_with(page, lambda: screen.of_type("FigureBlock", screen.column))
    picture = block.property("reader")
    screen.shell.links.follow(screen.visit.page, picture.property("link"))
    screen.shell.card.largeFigure.larger()
    assert screen.shell.card.kind == "figure"


def low(room: Room) -> None:
    room.screen.shell.appearance.reach(True)
    room.screen.rest()


def leaving(room: Room) -> None:
    staff(room)
    room.screen.shell.desk.ask("leave")


def cleaning(room: Room) -> None:
    staff(room)
    room.screen.shell.desk.clean()


def resting(room: Room) -> None:
    room.screen.shell.presence.rest()


def pad(room: Room) -> None:
    desk = room.screen.shell.desk
    desk.gesture()
    for _ in range(4):
        desk.type(0)
    desk.enter()


def staff(room: Room) -> None:
    desk = room.screen.shell.desk
    desk.gesture()
    for digit in PIN:
        desk.type(int(digit))
    desk.enter()
    # Pages are counted some at a time: the page changes until all are.
    room.screen.wait(lambda: bool(desk.status.counted))


SHEETS: dict[str, Callable[[Room], None]] = {
    "term": link("term"), "source": link("source"), "outside": link("outside"), "links": links,
    "evidence": evidence,
    "keys": keys, "gone": gone, "missing": missing, "display": display, "low": low, "asked": asked,
    "figure": figure, "pad": pad, "staff": staff, "leaving": leaving, "cleaning": cleaning,
    "resting": resting,
}  # fmt: skip
"""What to open, by name. A page that has a link of each kind is on the screen before."""

ENDING = ("pad", "staff", "leaving", "cleaning", "resting")
"""Those that end the visit: what it had set is gone, and its page is below another one's."""

TOPS = (
    "InfoCard", "DisplayCard", "FigureSheet", "StillThere", "StaffQuestion", "StaffPad",
    "StaffPage", "StaffCleaning", "RestScreen",
)  # fmt: skip
"""What lies over a page, so that what is below isn't read."""


def on_top(screen: Screen) -> QQuickItem | None:
    """Give what lies over everything, None where nothing does."""
    found: dict[str, QQuickItem] = {}
    for item in screen.items():
        found.setdefault(type_of(item), item)
    return next((found[kind] for kind in TOPS if kind in found), None)

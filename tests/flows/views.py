"""Every screen of the kiosk, in one list, and how one gets to each of them.

A new screen is one line in `VIEWS`. What stands on it is seen by `tests.flows.sights`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from platformdirs import user_cache_path
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from kiosk.delivery.kept_texts import DeliveryState, KeptTexts
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.page.blocks import Page
from kiosk.page.review import Review, Status
from kiosk.page.sections import sections
from kiosk.shipped import shipped
from kiosk.staff.pin import hashed
from kiosk.start import Start
from kiosk.ui.focus.focus_stops import links_in
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.staff.text_choice import choice_of
from tests.flows.clock import Clock
from tests.flows.screen import Screen
from tests.patient_bot import PatientBot

PIN = "7391"
STORED = hashed(PIN, (2, 1, 1))

LANDSCAPE = (1920, 1080, 21.5)
PORTRAIT = (1080, 1920, 21.5)

SCHEMES = ("light", "dark", "contrast")


class Room(NamedTuple):
    """A running kiosk and the clock that it goes by."""

    screen: Screen
    clock: Clock

    def close(self) -> None:
        self.screen.kiosk.close()


class View(NamedTuple):
    """One screen. `within`: the QML type of what lies on top, where what is below isn't read."""

    name: str
    show: Callable[[Room], None]
    within: str = ""
    display: tuple[int, int, float] = LANDSCAPE


def open_room(
    state: Path,
    request: pytest.FixtureRequest,
    content: Path | None = None,
    words: Path | None = None,
    speech: dict[str, list[str]] | None = None,
) -> Room:
    """Open a kiosk that stays the same for many tests: it has a PIN, and a clock to turn."""
    clock = Clock()
    start = Start(
        content=content, size=LANDSCAPE[:2], moving=False, locked=True, pin=STORED, state=state,
        waiting=clock.waiting(), words=words, speech=speech or {},
    )  # fmt: skip
    kiosk = Kiosk(start)
    kiosk.show()
    screen = Screen(kiosk, PatientBot(request))
    screen.settle()
    return Room(screen, clock)


def page(name: str) -> Callable[[Room], None]:
    def show(room: Room) -> None:
        room.screen.shell.navigator.turnTo(name)

    return show


def section(name: str, anchor: str) -> Callable[[Room], None]:
    """Open one of the sections behind a page's doors."""

    def show(room: Room) -> None:
        room.screen.shell.navigator.enter(name, anchor)

    return show


def behind(name: str) -> Iterator[View]:
    """Give a view of each section of one of the kiosk's own pages."""
    # Pages that are read here are compiled for the kiosks, too: they keep them at the same place.
    cache = PageCache(user_cache_path("kiosk") / "pages")
    pack = load_pack(shipped("content"), assets=shipped("assets"), cache=cache)
    for each in sections(pack.page(name, "en")):
        yield View(f"{name}: {each.anchor}", section(name, each.anchor))


def question(number: int) -> Callable[[Room], None]:
    """Open a question of the FAQ by its number; all twenty are in the list."""

    def show(room: Room) -> None:
        screen = room.screen
        screen.shell.navigator.turnTo("faq")
        screen.settle()
        anchors = [each.property("anchor") for each in screen.of_type("QuestionBlock")]
        screen.shell.navigator.ask("faq", anchors[number])

    return show


def ticks(room: Room) -> None:
    room.screen.shell.navigator.turnTo("questions")
    for index in (0, 3):
        room.screen.shell.navigator.tick("questions", index)


def gathered(room: Room) -> None:
    """Show all that is ticked, the tick of one line of it taken away."""
    ticks(room)
    room.screen.shell.links.gather()
    room.screen.shell.navigator.tick(room.screen.visit.page, 1)


MADE = {"outside": "outside:example.org%2Fa%2Fb", "missing": "page:no-such-page%0A"}
"""Links of kinds that the kiosk's own text has none of."""


def texts_with_links(room: Room) -> list[QQuickItem]:
    return [text for text, _ in room.screen.links() if len(links_in(text)) > 1]


def links_to(room: Room, kind: str) -> list[str]:
    return [link for _, link in room.screen.links() if link.startswith(kind + ":")]


def card(kind: str) -> Callable[[Room], None]:
    def show(room: Room) -> None:
        shell = room.screen.shell
        shell.navigator.turnTo("overview")
        room.screen.settle()
        if kind in ("gone", "keys"):
            shell.card.show(kind)
        elif kind == "links":
            text = room.screen.part_with("overview", lambda: texts_with_links(room))
            shell.links.offer(links_in(text))
        elif kind in MADE:
            shell.links.follow("overview", MADE[kind])
        else:
            link = room.screen.part_with("overview", lambda: links_to(room, kind))
            shell.links.follow("overview", link)
        assert shell.card.kind == kind

    return show


def evidence(room: Room) -> None:
    badge = room.screen.part_with("overview", lambda: room.screen.of_type("Badge"))
    room.screen.shell.links.follow("overview", str(badge.property("link")))
    assert room.screen.shell.card.kind == "evidence"


class Late(PackPages):
    """A pack whose pages should all have been reviewed again long ago."""

    def page(self, name: str, language: str) -> Page:
        return msgspec.structs.replace(super().page(name, language), review=LATE)


LATE = Review(
    status=Status.REVIEWED, author="Tests", reviewer="Dr Test",
    reviewed=date(2024, 11, 23), next_review=date(2025, 11, 23),
)  # fmt: skip


def late(name: str, *, hidden: bool = False) -> Callable[[Room], None]:
    """Show a page that should have been reviewed again; `hidden`: the pack hides those."""

    def show(room: Room) -> None:
        own = room.screen.kiosk.current_text.pack
        file = msgspec.structs.replace(own._file, hide_overdue=hidden)
        pack = Pack(own.folder, own.assets, own._cache, file, own._written)
        room.screen.shell.navigator.replace(pack, Late(pack))
        room.screen.shell.navigator.turnTo(name)
        pane = room.screen.shell.navigator.pane(name)
        assert (pane.review.overdue, pane.hidden) == (True, hidden)

    return show


def display(room: Room) -> None:
    room.screen.shell.card.showDisplay()
    room.screen.wait(lambda: bool(room.screen.of_type("DisplayCard")))


def search(words: str, layer: str = "") -> Callable[[Room], None]:
    """Search for these words; with a layer, show its keys."""

    def show(room: Room) -> None:
        search = room.screen.shell.search
        search.open()
        search.press("clear", "")
        for letter in words:
            search.press("type", letter)
        if layer:
            search.press(layer, "")
        room.screen.wait(lambda: not search.waiting)

    return show


def large(steps: int) -> Callable[[Room], None]:
    """Open a figure large, and make it larger by so many steps."""

    def show(room: Room) -> None:
        screen = room.screen
        first = screen.part_with("types", lambda: screen.of_type("FigureBlock", screen.column))
        link = first.property("reader").property("link")
        screen.shell.links.follow("types", link)
        for _ in range(steps):
            screen.shell.card.largeFigure.larger()
        assert screen.shell.card.kind == "figure"

    return show


def low(room: Room) -> None:
    room.screen.shell.navigator.turnTo("questions")
    room.screen.shell.appearance.reach(True)
    room.screen.rest()


def resting(room: Room) -> None:
    room.screen.shell.presence.rest()


def asked(room: Room) -> None:
    room.clock.after(3600, room.screen.shell.presence)


def pad(*typed: str) -> Callable[[Room], None]:
    def show(room: Room) -> None:
        desk = room.screen.shell.desk
        desk.gesture()
        for each in typed:
            for digit in each:
                desk.type(int(digit))
            if each != typed[-1] or each == PIN:
                desk.enter()

    return show


def staff(*then: str) -> Callable[[Room], None]:
    def show(room: Room) -> None:
        pad(PIN)(room)
        desk = room.screen.shell.desk
        assert desk.stage == "page"
        if "clean" in then:
            desk.clean()
        elif then:
            desk.ask(*then)

    return show


def text_back(room: Room) -> None:
    """Ask whether to go back to the text before, as where texts are fetched."""
    state = room.screen.kiosk._start.state
    assert state
    kept, names = KeptTexts(state / "kiosk-text"), ("a" * 32, "b" * 32)
    for name in names:
        (kept.texts / name).mkdir(parents=True, exist_ok=True)
    kept.hand_over(names[0])
    kept.keep(DeliveryState(shown=names))
    pad(PIN)(room)
    desk = room.screen.shell.desk
    desk._choice = choice_of(kept.folder / "current", desk)
    desk.ask("text")


VIEWS = (
    View("overview", page("overview")),
    *behind("overview"),
    View("procedure", page("procedure")),
    *behind("procedure"),
    View("types", page("types")),
    *behind("types"),
    View("risks", page("risks")),
    *behind("risks"),
    View("faq", page("faq")),
    *(View(f"answer {number + 1}", question(number), "QuestionBlock") for number in range(20)),
    View("about", page("about")),
    View("extra page", page("glossary")),
    View("questions to ask, two ticked", ticks),
    View("my questions", gathered),
    View("card: term", card("term"), "InfoCard"),
    View("card: source", card("source"), "InfoCard"),
    View("card: evidence", evidence, "InfoCard"),
    View("card: outside", card("outside"), "InfoCard"),
    View("card: missing", card("missing"), "InfoCard"),
    View("card: gone", card("gone"), "InfoCard"),
    View("card: keys", card("keys"), "InfoCard"),
    View("card: links", card("links"), "InfoCard"),
    View("display card", display, "DisplayCard"),
    View("search, nothing typed", search(""), "SearchScreen"),
    View("search", search("pregnant"), "SearchScreen"),
    View("search, nothing found", search("zzqx", "digits"), "SearchScreen"),
    View("figure, large", large(0), "FigureSheet"),
    View("figure, twice as large", large(2), "FigureSheet"),
    View("figure, large, portrait", large(0), "FigureSheet", PORTRAIT),
    View("low reach", low),
    View("are you still there", asked, "StillThere"),
    View("PIN pad", pad("12"), "StaffDesk"),
    View("PIN pad, ready", pad("1234"), "StaffDesk"),
    View("PIN pad, wrong", pad("0000", ""), "StaffDesk"),
    View("types, portrait", page("types"), display=PORTRAIT),
    View("review overdue", late("questions")),
    View("hidden until reviewed", late("questions", hidden=True)),
)

# The visit is over: what a visitor chose is gone, the theme too.
AFTER = (
    View("staff page", staff(), "StaffDesk"),
    View("staff question", staff("leave"), "StaffQuestion"),
    View("text before", text_back, "StaffTextBack"),
    View("cleaning", staff("clean"), "StaffDesk"),
    View("resting", resting, "RestScreen"),
    View("resting, portrait", resting, "RestScreen", PORTRAIT),
)


def leave(room: Room, language: str = "en") -> None:
    """Go back to the tabs, whatever is open; the colours stay as they are.

    A visit that has ended begins again in a language.
    """
    shell = room.screen.shell
    shell.card.close()
    shell.search.close()
    shell.desk.close()
    shell.presence.stay()
    if shell.presence.phase == "resting":
        shell.presence.begin(language)
    if isinstance(shell.navigator.pages, Late):
        shell.navigator.replace(
            room.screen.kiosk.current_text.pack, room.screen.kiosk.current_text.pages
        )
    shell.navigator.change(
        msgspec.structs.replace(
            shell.navigator.visit,
            sections=(),
            questions=(),
            ticked=frozenset(),
            compared=(),
            gathered=(),
            low=False,
        )
    )


def dress(room: Room, scheme: str) -> None:
    """Choose a colour theme as a visitor does."""
    shell = room.screen.shell
    if shell.navigator.visit.scheme != scheme:
        shell.navigator.change(msgspec.structs.replace(shell.navigator.visit, scheme=scheme))
    assert room.screen.theme.property("scheme") == scheme


def enter(room: Room, view: View, scheme: str = "light") -> QQuickItem | None:
    """Show a view in a colour theme; give what lies on top, None where all of it is read."""
    screen = room.screen
    leave(room)
    dress(room, scheme)
    wide, high, diagonal = view.display
    if (screen.window.width(), screen.window.height()) != (wide, high):
        screen.measure(wide, high, diagonal)
    view.show(room)
    screen.settle()
    if screen.scrolled:
        screen.column.setProperty("contentY", 0.0)
        screen.rest()
    if not view.within:
        return None
    found = screen.of_type(view.within)
    if view.within == "QuestionBlock":
        found = [each for each in found if each.property("opened")]
    assert len(found) == 1, f"{len(found)} of {view.within} are on the screen"
    return found[0]

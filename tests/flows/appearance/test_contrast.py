"""Text reaches 7:1 and signs reach 3:1 on every screen and in every theme, by the drawn pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from tests.combinations import is_every
from tests.flows.contrast import Pair, ratio
from tests.flows.kinds import every_kind
from tests.flows.packs import Writer
from tests.flows.screen import Screen, is_text, type_of
from tests.flows.sights import Sight, sights, whence
from tests.flows.views import AFTER, SCHEMES, VIEWS, Room, View, enter, open_room

TEXT = 7.0
"""WCAG 2.2, 1.4.6 Contrast (Enhanced), AAA: text of any size; large text would need only 4.5."""

SIGN = 3.0
"""WCAG 2.2, 1.4.11 Non-text Contrast, AA: what is needed to know a control, its state, a chart."""


class Unneeded(NamedTuple):
    """A shape that 1.4.11 asks nothing of, by where it stands and the theme's colours it has."""

    where: str
    colours: tuple[str, ...]
    reason: str
    edged: bool = True
    """Whether it is not needed with an edge of its own either."""


UNNEEDED = (
    Unneeded("", ("line",), "a rule: the space above and below it parts the text as well"),
    Unneeded("", ("veil",), "dims what is below; the card on it has an edge"),
    Unneeded("Fade", (), "its sign is the pill below it"),
    Unneeded("Header", ("card",), "the ground of controls that have edges of their own"),
    Unneeded("TabStrip", ("card",), "the same; the selected tab is filled, and measured"),
    Unneeded("Panel", (), "groups by space; a callout's bar is measured"),
    Unneeded("StaffText", (), "a panel"),
    Unneeded("StaffProgram", (), "a panel"),
    Unneeded("StaffPage", (), "the whole screen"),
    Unneeded("StaffCleaning", (), "the whole screen"),
    Unneeded("TableGrid", (), "a panel"),
    Unneeded("Rectangle in CompareBlock", (), "a panel"),
    Unneeded("Rectangle in CompareLine", ("tint",), "the ground of the options' names"),
    Unneeded("PageUpdating", (), "a panel"),
    Unneeded("Rectangle in StaffText", ("amberTint",), "the ground of words; a sign says it"),
    Unneeded("Rectangle in StaffPage", ("card",), "the ground of the page's head"),
    Unneeded("StatusLine", (), "the ground of words with an icon, and nothing to touch"),
    Unneeded("Level", (), "the ground of words, bars and a sign, which are measured"),
    Unneeded("Door", ("card",), "the control's sign is its chevron"),
    Unneeded("Rectangle in QuestionBlock", ("card",), "the control's sign is its chevron"),
    Unneeded("Rectangle in SourcesBlock", ("card",), "the same"),
    Unneeded("Rectangle in FoldHead", ("tint",), "the ground of the chevron"),
    Unneeded("Rectangle in ChecklistBlock", ("card",), "the control's sign is its box"),
    Unneeded("Rectangle in DisplayCard", ("card",), "a ground within the card's edge", False),
    Unneeded("FigureBar", ("card",), "the ground of controls that have edges of their own"),
    Unneeded("FigureView", (), "a panel; the picture on it is measured by its parts"),
    Unneeded("Rectangle in FigureView", ("card",), "the ground of a drawing, on the same ground"),
    Unneeded("Rectangle in SchedulePlan", ("card",), "the ground of words beside a gate's line"),
    Unneeded("ListenBar", ("card",), "the ground of controls that have edges of their own"),
    Unneeded("ReadMark", ("tint",), "the ground of what is read: its frame is the sign"),
    Unneeded("SearchKeys", ("line", "tint"), "the ground of keys that have edges of their own"),
    Unneeded("KeyButton", ("paper",), "a key without an edge: its word or icon is the control"),
)  # fmt: skip

THIN = 8
"""Pixels; a rule is thinner."""

ICONS = ("Icon", "Patch")
"""Pictures of one colour. Figures are measured by their parts, in test_drawings."""


class Found(NamedTuple):
    """What was measured of one thing."""

    pair: Pair
    what: str

    def __str__(self) -> str:
        return f"{self.pair}: {self.what}"


class Measured(NamedTuple):
    """What was measured on one screen."""

    texts: list[Found]
    signs: list[Found]


@pytest.fixture(scope="module")
def room(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    one = open_room(tmp_path_factory.mktemp("state"), request)
    yield one
    one.close()


def is_inactive(item: QQuickItem) -> bool:
    """Tell of a key that can't be pressed now: both criteria leave inactive controls out."""
    above: QQuickItem | None = item
    while above is not None:
        if type_of(above) == "KeyButton" and not above.property("active"):
            return True
        above = above.parentItem()
    return False


def is_edged(rectangle: QQuickItem) -> bool:
    """Tell of an edge: one that nobody has set is said to be black and a pixel wide."""
    colour = QColor(QQmlProperty(rectangle, "border.color").read())
    width = QQmlProperty(rectangle, "border.width").read()
    return bool(width > 0 and colour.alpha() and (width, colour) != (1, QColor("black")))


def is_drawn(item: QQuickItem) -> bool:
    """Tell whether a shape has anything to be seen: a colour, an edge, a picture."""
    if item.inherits("QQuickRectangle"):
        return bool(QColor(item.property("color")).alpha()) or is_edged(item)
    return type_of(item) in ICONS and bool(item.property("source").toString())


def is_needed(screen: Screen, item: QQuickItem) -> bool:
    """Tell whether a shape is needed to know a control, its state or a chart (1.4.11)."""
    if type_of(item) in ICONS:
        return True
    colour = QColor(item.property("color"))
    return not any(
        _fits(each, item)
        and (not each.colours or colour in [screen.theme.property(name) for name in each.colours])
        and (each.edged or not is_edged(item))
        for each in UNNEEDED
    )


def _fits(rule: Unneeded, item: QQuickItem) -> bool:
    if rule.where:
        return rule.where == whence(item)
    # A colour that is unneeded anywhere: of a thin line, or of what lies over the whole screen.
    return "veil" in rule.colours or min(item.width(), item.height()) < THIN


def measure(screen: Screen, root: QQuickItem | None) -> Measured:
    """Measure every text and every sign that is needed, below `root` or on all of the screen."""
    items = [*([root] if root else []), *screen.items(root)]
    wanted = [item for item in items if not is_inactive(item)]
    texts = {item for item in wanted if is_text(item) and screen.plain(item).strip()}
    signs = {item for item in wanted if is_drawn(item) and is_needed(screen, item)}
    said, shown = [], []
    for sight in sights(screen, [item for item in wanted if item in texts or item in signs]):
        if sight.item in texts:
            name = f"“{screen.plain(sight.item)[:40]}” {whence(sight.item)}"
            alike = "<" not in str(sight.item.property("text"))
            letters = sight.shot.letters(sight.area, alike=alike)
            said += [Found(pair, name) for pair in letters]
        elif found := _sign(sight):
            shown.append(Found(found, f"{whence(sight.item)} {sight.item.objectName()}"))
    assert len(said) >= len(texts), "a text without letters"
    return Measured(said, shown)


def _sign(sight: Sight) -> Pair | None:
    if type_of(sight.item) in ICONS:
        return sight.shot.sign(sight.area)
    return sight.shot.outline(sight.area)


def below(found: list[Found], least: float) -> str:
    return "\n".join(dict.fromkeys(str(each) for each in sorted(found) if each.pair.ratio < least))


def walked(scheme: str) -> list[View]:
    """Give what is looked at in a theme: every screen in the first one, which is on after a visit,
    too; in the others of sections and answers those that show every kind of block there is."""
    if scheme == SCHEMES[0] or is_every():
        return [*VIEWS, *AFTER] if scheme == SCHEMES[0] else [*VIEWS]
    enough = {f"{page}: {anchor}" for page, anchor in every_kind()} | {"answer 1"}
    return [view for view in VIEWS if view.name in enough or not is_part(view)]


def is_part(view: View) -> bool:
    """Tell of a section behind a door and of an answer."""
    return view.within == "QuestionBlock" or (": " in view.name and not view.within)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_reaches_seven_to_one_and_signs_reach_three_to_one(room: Room, scheme: str) -> None:
    """WCAG 2.2, 1.4.6: "at least 7:1"; 1.4.11: "at least 3:1 against adjacent color(s)"."""
    faint = []
    for view in walked(scheme):
        texts, signs = measure(room.screen, enter(room, view, scheme))
        assert texts, view.name
        found = filter(None, (below(texts, TEXT), below(signs, SIGN)))
        faint += [f"{view.name}\n{each}" for each in found]
    assert not faint, "\n" + "\n".join(faint)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.usefixtures("patient")
def test_what_is_read_aloud_stands_out_and_can_be_read(
    kiosk: Callable[..., Screen], tmp_path: Path, scheme: str
) -> None:
    words = "Plain words and [a link](one.md) to follow."
    pack = Writer(tmp_path / "pack").page("one", f"{words}\n\n!!! tip\n    A box.").written()
    screen = kiosk(pack, size=(1920, 1080))
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, scheme=scheme))
    screen.shell.readAloud.listen(0)
    screen.wait(lambda: bool(screen.found("listen-bar")) and bool(screen.found("read-mark")))
    screen.frame()
    measured = measure(screen, None)
    assert not below(measured.texts, TEXT), "\n" + below(measured.texts, TEXT)
    assert not below(measured.signs, SIGN), "\n" + below(measured.signs, SIGN)
    assert any(found.what.startswith("Rectangle in ReadMark") for found in measured.signs)


# The measures themselves


@pytest.fixture
def made(kiosk: Callable[..., Screen], tmp_path: Path) -> Screen:
    """Give a page of one paragraph with a link, and one callout."""
    text = "Plain words and [a link](one.md) to follow.\n\n!!! tip\n    A box."
    return kiosk(Writer(tmp_path).page("one", text).written(), size=(1920, 1080))


def found_faint(screen: Screen, least: float) -> set[str]:
    measured = measure(screen, screen.column)
    faint = below(measured.texts + measured.signs, least)
    return {line.split(": ", 1)[1] for line in faint.splitlines()}


def test_the_formula_gives_the_ratios_of_the_standard() -> None:
    assert ratio(0x000000, 0xFFFFFF) == 21
    assert ratio(0x777777, 0xFFFFFF) == pytest.approx(4.48, abs=0.01)
    assert ratio(0x595959, 0xFFFFFF) == pytest.approx(7.0, abs=0.01)
    assert ratio(0xFF0000, 0xFFFFFF) == pytest.approx(4.0, abs=0.01)


@pytest.mark.parametrize("colour", ["#767676", "#5f6f6e"])
def test_grey_text_made_on_purpose_is_found(made: Screen, colour: str) -> None:
    assert not found_faint(made, TEXT)
    [text] = made.texts(made.of_type("ParagraphBlock", made.column)[0])
    text.setProperty("color", QColor(colour))
    assert found_faint(made, TEXT) == {
        "“Plain words and a link to follow.” LinkedWords in ParagraphBlock"
    }
    worst = min(measure(made, text.parentItem()).texts)
    paper = made.theme.property("paper").rgb() & 0xFFFFFF
    assert worst.pair.ratio == pytest.approx(ratio(int(colour[1:], 16), paper), abs=0.01)


def test_one_grey_word_among_black_ones_is_found(made: Screen) -> None:
    [text] = made.texts(made.of_type("ParagraphBlock", made.column)[0])
    text.setProperty("text", 'Plain words and <font color="#7f8c8b">a</font> grey one.')
    assert found_faint(made, TEXT) == {
        "“Plain words and a grey one.” LinkedWords in ParagraphBlock"
    }


@pytest.mark.parametrize("glued", [False, True])
def test_a_pale_link_among_black_words_is_found(made: Screen, glued: bool) -> None:
    [text] = made.texts(made.of_type("ParagraphBlock", made.column)[0])
    text.setProperty("text", f'Plain words{"" if glued else " "}<a href="page:one">[1]</a> end.')
    assert not found_faint(made, TEXT)
    text.setProperty("linkColor", QColor("#3f8f8b"))
    assert len(found_faint(made, TEXT)) == 1


def test_a_pale_icon_edge_and_bar_are_found(made: Screen) -> None:
    assert not found_faint(made, SIGN)
    [icon] = made.of_type("Icon", made.of_type("CalloutBlock", made.column)[0])
    icon.setProperty("colour", QColor("#a9c4c2"))
    assert found_faint(made, SIGN) == {"Icon "}
    [bar] = made.of_type("Rectangle", made.of_type("CalloutBlock", made.column)[0])
    bar.setProperty("color", QColor("#a9c4c2"))
    assert found_faint(made, SIGN) == {"Icon ", "Rectangle in CalloutBlock "}


def test_a_pale_edge_of_a_button_is_found(made: Screen) -> None:
    made.shell.card.show("term", "Word", "Its meaning")
    made.frame()
    close = made.item("card-close")
    assert not below(measure(made, close).signs, SIGN)
    close.setProperty("selected", False)
    QQmlProperty(close, "border.color").write(QColor("#c4cbca"))
    assert "Pill card-close" in below(measure(made, close).signs, SIGN)

"""The kiosk through the accessibility bus, as somebody who sees nothing is told of it.

WCAG 2.2, 4.1.2 (A): "the name and role can be programmatically determined; states, properties, and
values that can be set by the user can be programmatically set; and notification of changes to these
items is available to user agents, including assistive technologies."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.pack.pack import load_pack
from kiosk.rows.build import page_rows
from kiosk.rows.row import Row
from kiosk.shipped import shipped
from tests.access.bus import Node, Reader, kiosk, leftovers
from tests.flows.packs import Writer

WINDOW = ("--windowed", "--size", "1280x800", "--language", "en")

NAMELESS = {"table row", "separator"}
"""Roles that are only told by what is in them."""

CONTROLS = {"push button", "toggle button", "check box", "radio button", "page tab", "link"}

TITLED = {
    "document frame", "frame", "dialog", "alert", "application", "tool bar", "list",
    "page tab list",
}  # fmt: skip
"""Roles whose name says what is in them: a screen reader says it when it gets there."""

MARKUP = re.compile(r"</?[a-z][^>]*>|&[a-z]+;|&#|%0A|\$\{|undefined")


def faults(tree: Node) -> list[str]:
    """Tell what somebody could not understand or use."""
    wrong = []
    for node in tree.all():
        here = f"{node.role} {node.name!r}"
        if not node.name.strip() and node.role not in NAMELESS:
            wrong.append(f"{here} has no name")
        if node.role in ("unknown", "invalid", "filler", "redundant object"):
            wrong.append(f"{here} has no role")
        if MARKUP.search(node.name + node.description + (node.text or "")):
            wrong.append(f"{here} holds markup")
        if node.role in CONTROLS and "Press" not in node.actions:
            wrong.append(f"{here} can't be pressed")
        wrong += [
            f"{here} is read twice, again as {each.role}"
            for each in node.all()
            if each is not node
            and node.role not in TITLED
            and each.role not in CONTROLS
            and each.name and each.name in node.name
        ]  # fmt: skip
    return wrong


def page_of(tree: Node) -> Node:
    """Give the page that is shown."""
    (document,) = tree.of("document frame")
    return document


def tab(tree: Node) -> str:
    """Give the tab that is chosen."""
    (chosen,) = [each.name for each in tree.of("page tab") if "selected" in each.states]
    return chosen


def words(text: str) -> list[str]:
    """Give the words of a text, without what stands between them."""
    return re.findall(r"\w+", text)


def told(rows: Sequence[Row]) -> Iterator[str]:
    """Give all that a page's rows say, in the order in which they are read."""
    for row in rows:
        if row.kind == "compare":
            yield from compared(row)
            continue
        if row.kind == "people" and row.badge:
            yield row.title
            yield from told(row.badge)
        else:
            yield row.word if row.kind in ("callout", "step", "group", "evidence") else ""
            yield row.title if row.kind not in ("definition", "cell") else ""
        yield row.plain
        yield row.label if row.kind == "figure" else ""
        if row.inner and row.kind not in ("question", "sources"):
            yield from told(row.inner)


def compared(row: Row) -> Iterator[str]:
    """Give what a comparison says: its options, and of two of them the answers."""
    names = [option.plain for option in row.badge or ()]
    yield from (row.title, row.word, *names, row.plain, *names[:2])
    for aspect in row.inner or ():
        yield aspect.plain
        for answer in (aspect.inner or ())[:2]:
            yield answer.plain or answer.word
            yield from told(answer.inner or ())


def expected(page: str) -> list[str]:
    """Give the words of a page of the shipped pack, what is folded without what it opens to."""
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    read = pack.page(page, "en")
    rows = page_rows(read, lambda source: (source, 1.0))
    return words(" ".join([read.title, *told(rows)]))


def missing(wanted: list[str], given: list[str]) -> list[str]:
    """Give what of `wanted` is not in `given` in the same order: from the first gap on."""
    rest = iter(given)
    for at, word in enumerate(wanted):
        if word not in rest:
            return wanted[max(0, at - 3) : at + 5]
    return []


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory, whole_pages: Path) -> Iterator[Reader]:
    """Give a screen reader at a kiosk with the shipped text; nobody has touched it yet."""
    folder = tmp_path_factory.mktemp("bus")
    with kiosk(folder, *WINDOW, "--content", str(whole_pages)) as (reading, _):
        yield reading
    assert leftovers(folder) == []


@pytest.fixture(scope="module")
def read(reader: Reader) -> list[Node]:
    """Hold the tree of the first pane once it has been read; reading it takes a second."""
    return []


@pytest.fixture
def overview(reader: Reader, read: list[Node]) -> Node:
    """Give the tree with the first pane, whatever was done before; links can be pressed."""
    tree = reader.peek()
    for start in [
        each for each in tree.of("push button") if each.name.startswith("Touch to start")
    ][:1]:
        reader.press(start)
    for close in [each for dialog in tree.of("dialog") for each in dialog.of("push button")][:1]:
        reader.press(close)
    tree = reader.until(lambda tree: tree.of("page tab") and not tree.of("dialog"))
    if tab(tree) != "Overview":
        reader.press(tree.of("page tab")[0])
        reader.until(lambda tree: len(tree.of("document frame")) == 1 and tab(tree) == "Overview")
    if not read:
        read.append(
            reader.until(
                lambda tree: any(link.actions for link in page_of(tree).of("link")), whole=True
            )
        )
    return read[0]


def test_a_kiosk_at_rest_says_whose_it_is_and_how_to_start(reader: Reader) -> None:
    tree = reader.tree()

    assert (tree.role, tree.name) == ("application", "kiosk")
    (frame,) = tree.of("frame")
    assert frame.name == "Mesotherapy for hair loss"
    assert faults(frame) == []
    card, start = frame.of("push button")[:2]
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    cards = [each for language in pack.languages for each in pack.rest(language)]
    assert (card.name, card.description) in [(each.line, each.text) for each in cards]
    assert start.name.startswith("Touch to start")
    assert not tree.of("page tab"), "what lies under the resting screen is told"


def test_the_frame_holds_header_page_and_tabs_in_reading_order(overview: Node) -> None:
    # WCAG 2.2, 1.3.2 (A): "a correct reading sequence can be programmatically determined".
    (frame,) = overview.of("frame")
    roles = [each.role for each in frame.below]
    order = [roles.index(role) for role in ("tool bar", "document frame", "page tab list")]

    assert order == sorted(order)
    assert frame.below[order[0]].name == "Your Clinic Name"
    assert overview.of("page tab")[0].name == "Overview"


def test_a_whole_pane_is_read_in_its_order(overview: Node) -> None:
    # WCAG 2.2, 1.1.1 (A), 1.3.1 (A) and 1.3.2 (A): text, alternatives, structure, sequence.
    document = page_of(overview)
    spoken = [word for each in document.all() for word in words(each.name)]

    assert missing(expected("overview"), spoken) == []
    headings = document.of("heading")
    assert headings[0].name == "What is scalp mesotherapy?"
    assert {"paragraph", "list item", "image", "table", "table row header"} <= {
        each.role for each in document.all()
    }
    assert {each.description for each in headings} == {"", "Subheading"}
    (chart,) = [each for each in document.of("image") if each.name.startswith("69 in 100")]
    assert chart.name == "69 in 100: injections (18 of 26)"


def test_a_cell_tells_its_column_and_an_item_its_place(overview: Node) -> None:
    # WCAG 2.2, 1.3.1 (A): "relationships conveyed through presentation can be ... determined".
    table = page_of(overview).of("table")[0]
    line = table.of("table row")[1]
    assert line.below[0].role == "table row header"
    assert all(each.description for each in line.of("table cell"))
    items = [each.description for each in page_of(overview).of("list item")]
    assert {"1 of 4", "2 of 4", "3 of 4", "4 of 4"} <= set(items)


def test_every_tab_is_turned_to_and_says_its_title(reader: Reader, overview: Node) -> None:
    # WCAG 2.2, 4.1.2 (A) and 4.1.3 (AA): "status messages can be ... presented to the user by
    # assistive technologies without receiving focus".
    names = [each.name for each in overview.of("page tab")]
    for name in [*names[1:], names[0]]:
        reader.events()
        reader.press(reader.peek().find("page tab", name))

        said = reader.until_told(lambda event: event.kind.startswith("object:announcement")).said
        reader.until(lambda tree: len(tree.of("document frame")) == 1)
        tree = reader.tree()
        assert tab(tree) == name
        assert page_of(tree).name == name
        assert page_of(tree).of("heading")[0].name == said
        assert faults(tree) == []


def test_a_question_is_opened_read_and_closed(reader: Reader, overview: Node) -> None:
    reader.press(overview.find("page tab", "FAQ"))
    reader.until(lambda tree: len(tree.of("document frame")) == 1 and tab(tree) == "FAQ")
    tree = reader.tree()
    asked = [each for each in page_of(tree).all() if "checkable" in each.states]
    question = asked[3]
    assert {each.description for each in asked} == {"The answer is hidden"}
    closed = page_of(tree).below

    reader.events()
    reader.press(question)
    reader.until_told(
        lambda event: (
            (event.kind, event.on, event.name) == ("object:state-changed:checked", 1, question.name)
        )
    )
    tree = reader.tree()
    assert "checked" in page_of(tree).find(question.role, question.name).states
    below = page_of(tree).below
    *_, sources = [each for each in page_of(tree).all() if "checkable" in each.states]
    assert sources.description == "The sources are hidden"
    at = [each.name for each in below].index(question.name)
    following = [each.name for each in closed].index(question.name) + 1
    end = [each.name for each in below].index(closed[following].name)
    assert below[at].description == "The answer is shown"
    assert [each.role for each in below[at + 1 : end]], "no answer follows its question"
    answer = [word for each in below[at + 1 : end] for word in words(each.name)]
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    rows = page_rows(pack.page("faq", "en"), lambda source: (source, 1.0))
    (row,) = [row for row in rows if row.plain == question.name]
    assert row.inner
    assert missing(words(" ".join(told(row.inner))), answer) == []
    assert faults(tree) == []

    reader.press(below[at])
    tree = reader.until(lambda tree: len(page_of(tree).below) == len(closed), whole=True)
    assert page_of(tree).find(question.role, question.name).description == "The answer is hidden"


def test_a_line_to_tick_is_a_box_that_tells_whether_it_is_ticked(
    reader: Reader, overview: Node
) -> None:
    # WCAG 2.2, 4.1.2 (A): "states ... can be programmatically determined", and set.
    reader.press(overview.find("push button", "Questions to ask your doctor"))
    reader.until(lambda tree: len(tree.of("document frame")) == 1 and not tree.of("table"))
    tree = reader.until(lambda tree: tree.of("check box"), whole=True)
    lines = page_of(tree).of("check box")
    assert len(lines) >= 12
    assert not any("checked" in line.states for line in lines)
    assert faults(tree) == []
    first = page_of(tree).of("list")[0]
    assert first.name.startswith("0 of ")

    for ticked in (1, 0):
        reader.events()
        reader.press(lines[1])
        reader.until_told(lambda event: event.kind == "object:state-changed:checked")
        tree = reader.tree()
        states = page_of(tree).find("check box", lines[1].name).states
        assert ("checked" in states) == bool(ticked)
        assert page_of(tree).of("list")[0].name.startswith(f"{ticked} of ")

    reader.press(tree.find("push button", "Back"))
    reader.until(lambda tree: len(tree.of("document frame")) == 1 and tab(tree) == "Overview")


def test_a_word_is_explained_on_a_card_that_is_told_and_closed(
    reader: Reader, overview: Node
) -> None:
    # EN 301 549, 11.5.2.10 "Text": what is on the screen is told; here, what has just come up.
    link = next(each for each in page_of(overview).of("link") if each.description)
    assert link.description == "Explained on a card"

    reader.events()
    reader.press(link)
    reader.until(lambda tree: tree.of("dialog"))
    tree = reader.tree()
    (card,) = tree.of("dialog")
    said = reader.until_told(lambda event: event.kind.startswith("object:announcement")).said
    assert card.of("heading")[0].name == card.name
    assert said == f"{card.name}. {card.of('label')[0].name}"
    inside = {each.number for each in card.all()}
    able = [each for each in tree.all() if "enabled" in each.states and each.role in CONTROLS]
    assert {each.number for each in able} <= inside, "what lies under the card can be used"
    assert faults(tree) == []

    reader.press(card.find("push button", "Close"))
    reader.until(
        lambda tree: (
            not tree.of("dialog") and all("enabled" in each.states for each in tree.of("page tab"))
        )
    )


def test_a_figure_has_its_alternative_caption_and_key(reader: Reader, overview: Node) -> None:
    # WCAG 2.2, 1.1.1 (A): "All non-text content ... has a text alternative".
    below = page_of(overview).below
    roles = [each.role for each in below]
    at = roles.index("image")
    assert len(words(below[at].name)) > 5
    assert below[at + 1].name == "Where the needle goes"
    key = below[at + 2]
    assert (key.role, key.name) == ("list", "Key")
    assert key.below[0].name == "1. Outer skin (epidermis)"


DOORS = """Before them.

## Does it hurt? {#hurt}

!!! evidence low

A little. Ask for a cream.

## Does it work? {#work}

Perhaps.

## What does it cost? {#cost}

Ask.
"""


def doors_of(tree: Node) -> list[Node]:
    """Give the doors of the page; of none while the resting screen still goes."""
    buttons = [each for page in tree.of("document frame") for each in page.of("push button")]
    return [each for each in buttons if "? " in each.name]


def test_doors_are_buttons_that_lead_to_their_sections_and_back(tmp_path: Path) -> None:
    # WCAG 2.2, 4.1.2 (A): "the name and role can be programmatically determined".
    writer = Writer(tmp_path / "pack").page("one", DOORS, layout="doors")
    with kiosk(tmp_path, *WINDOW, "--content", str(writer.written())) as (reader, _):
        for start in reader.peek().of("push button"):
            if "start" in start.name:
                reader.press(start)
                break
        tree = reader.until(lambda tree: len(doors_of(tree)) == 3, whole=True)
        doors = doors_of(tree)
        assert [(each.name, each.description) for each in doors] == [
            ("Does it hurt? A little.", "Evidence: low"),
            ("Does it work? Perhaps.", ""),
            ("What does it cost? Ask.", ""),
        ]
        assert faults(tree) == []

        reader.press(doors[0])
        reader.until(lambda tree: tree.of("document frame") and not doors_of(tree), whole=True)
        tree = reader.tree()
        assert page_of(tree).of("heading")[0].name == "Does it hurt?"
        assert "Before them." not in [each.name for each in page_of(tree).all()]
        tree.find("push button", "Next: Does it work?")  # there is one
        assert faults(tree) == []

        reader.press(tree.find("push button", "Back"))
        reader.until(lambda tree: len(doors_of(tree)) == 3, whole=True)


COMPARED = """!!! compare "Which?"

| You ask | Wait | Lotion | Pills |
|--|--|--|--|
| What is it? | Nothing | You rub it in | A pill |
| Helped | | In women<br>26: saw hair | |
"""


def test_options_are_boxes_to_tick_and_their_answers_a_table(tmp_path: Path) -> None:
    # WCAG 2.2, 1.3.1 (A): relationships "can be programmatically determined"; 4.1.2 (A): states.
    writer = Writer(tmp_path / "pack").page("one", COMPARED)
    with kiosk(tmp_path, *WINDOW, "--content", str(writer.written())) as (reader, _):
        for start in [each for each in reader.peek().of("push button") if "start" in each.name][:1]:
            reader.press(start)
        tree = reader.until(lambda tree: len(page_of(tree).of("check box")) == 3, whole=True)
        options = page_of(tree).of("check box")
        assert [(each.name, "checked" in each.states) for each in options] == [
            ("Wait", True), ("Lotion", True), ("Pills", False),
        ]  # fmt: skip
        (table,) = page_of(tree).of("table")
        assert table.name == "Which?"
        assert [[each.name for each in row.below] for row in table.below] == [
            ["You ask", "Wait", "Lotion"],
            ["What is it?", "Nothing", "You rub it in"],
            ["Helped", "Not known", "In women", "26 in 100: saw hair"],
        ]
        assert [each.description for each in table.below[2].below] == ["", "Wait", *["Lotion"] * 2]
        assert faults(tree) == []

        reader.events()
        reader.press(options[2])
        reader.until_told(lambda event: event.kind == "object:state-changed:checked")
        tree = reader.until(lambda tree: "You rub it in" not in str(page_of(tree)), whole=True)
        assert ["checked" in each.states for each in page_of(tree).of("check box")] == [
            True, False, True,
        ]  # fmt: skip
        (table,) = page_of(tree).of("table")
        assert [each.name for each in table.below[1].below] == ["What is it?", "Nothing", "A pill"]
        assert faults(tree) == []


def test_a_picture_that_cannot_be_shown_is_told_once(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "pack").page("one", '![What it shows](gone.svg "Below it")')
    asked = (*WINDOW, "--content", str(writer.written()))
    with kiosk(tmp_path, *asked, logs="'gone.svg' is missing") as (reader, _):
        tree = reader.peek()
        for start in [each for each in tree.of("push button") if "start" in each.name][:1]:
            reader.press(start)
        page = page_of(reader.until(lambda tree: tree.of("image"), whole=True))
        assert not faults(page)
        (image,) = page.of("image")
        assert (image.name, image.description) == ("What it shows", "This picture can't be shown")
        assert [each.name for each in page.all()].count("What it shows") == 1
        assert page.below[page.below.index(image) + 1].name == "Below it"


def test_a_fault_in_a_name_is_found() -> None:
    def node(role: str, name: str, *below: Node, actions: tuple[str, ...] = ("Press",)) -> Node:
        return Node(0, role, name, "", (), actions, None, (0, 0, 9, 9), below)

    assert faults(node("push button", "Go")) == []
    assert faults(node("push button", " "))
    assert faults(node("push button", "Go", actions=()))
    assert faults(node("paragraph", "<b>69 in 100</b> people"))
    assert faults(node("paragraph", 'A <a href="term:x%0Ay">word</a>'))
    assert faults(node("unknown", "Something"))
    assert faults(node("panel", "Note. Ask first", node("label", "Ask first")))
    assert missing(["a", "b"], ["b", "a"])


def test_every_key_of_the_search_has_its_name_and_types(reader: Reader, overview: Node) -> None:
    # WCAG 2.2, 4.1.2 (A) and 4.1.3 (AA): names, roles, values, and how much was found.
    reader.press(overview.find("push button", "Search these pages"))
    tree = reader.until(lambda tree: [each for each in tree.all() if each.name == "q"])
    keys = {each.name for each in tree.of("push button")}

    assert set("qwertyuiopasdfghjklzxcvbnm") <= keys
    assert {"Space", "Digits", "Take the last letter away", "Put the keys away"} <= keys
    reader.events()
    for letter in "pain":  # each key stays where it is
        reader.press(tree.find("push button", letter))
    heard = reader.until_told(lambda event: event.kind.startswith("object:announcement"))
    assert heard.said.startswith(("Found: ", "Nothing "))
    tree = reader.until(lambda tree: [each for each in tree.of("push button") if ". " in each.name])
    # Each once, however many letters leave it at that.
    more = [each.said for each in reader.events() if each.kind.startswith("object:announcement")]
    told = [heard.said, *more]
    assert all(one != other for one, other in pairwise(told)), told
    (field,) = [each for each in tree.all() if each.name == "What are you looking for?"]
    assert field.description == "pain"
    assert faults(tree) == []
    reader.press(tree.find("push button", "Close the search"))
    reader.until(lambda tree: tree.of("page tab"))

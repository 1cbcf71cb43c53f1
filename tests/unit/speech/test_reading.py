"""Where a reading stands: block by block, and at the same place when the text changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.reading import Reading, State
from kiosk.speech.utterances import Utterance


def utterances(*places: tuple[int, int, str], language: str = "en") -> tuple[Utterance, ...]:
    return tuple(
        Utterance(row=row, inner=inner, text=text, language=language) for row, inner, text in places
    )


PAGE = utterances(
    (-1, -1, "Title"),
    (-1, -1, "Lead."),
    (0, -1, "Heading"),
    (1, -1, "One."),
    (1, -1, "Two."),
    (2, -1, "List"),
    (2, 0, "first"),
    (2, 1, "second"),
)


def reading(at: int = 0, state: State = State.PLAYING) -> Reading:
    return Reading(utterances=PAGE, at=at, state=state)


def now(reading: Reading) -> str:
    return reading.now.text if reading.now else ""


def test_a_reading_begins_where_the_reader_is() -> None:
    begun = Reading(utterances=PAGE)
    assert now(begun) == ""
    assert now(begun.from_row(-1)) == "Title"
    assert now(begun.from_row(1)) == "One."
    assert begun.from_row(3).state is State.OVER


def test_a_row_that_says_nothing_leads_to_the_next() -> None:
    assert now(Reading(utterances=PAGE[:3] + PAGE[5:]).from_row(1)) == "List"


def test_it_goes_on_sentence_by_sentence_and_ends() -> None:
    step, heard = reading(), []
    while step.now:
        heard.append(now(step))
        step = step.spoken()
    assert heard == [each.text for each in PAGE]
    assert step.state is State.OVER


def test_back_leads_to_the_beginning_of_the_block_and_then_to_the_one_before() -> None:
    """Section 508, 402.2.4: repeat and pause."""
    assert now(reading(4).back()) == "One."
    assert now(reading(3).back()) == "Heading"
    assert now(reading(0).back()) == "Title"


def test_forward_leads_to_the_next_block() -> None:
    assert now(reading(0).forward()) == "Heading"
    assert now(reading(3).forward()) == "List"
    assert now(reading(6).forward()) == "second"
    assert now(reading(7).forward()) == "second"


def test_a_pause_keeps_the_place() -> None:
    paused = reading(4).toggled()
    assert (paused.state, now(paused)) == (State.PAUSED, "Two.")
    assert paused.toggled() == reading(4)
    assert now(paused.forward()) == "List"
    assert paused.forward().state is State.PAUSED


def test_a_changed_text_goes_on_at_the_same_sentence() -> None:
    longer = utterances((0, -1, "New")) + PAGE
    assert reading(4).within(longer).at == 5
    assert reading(4).within(PAGE) == reading(4)


def test_a_sentence_that_is_gone_leads_to_its_row_or_below() -> None:
    assert now(reading(4).within(PAGE[:3] + PAGE[5:])) == "List"
    assert reading(7).within(PAGE[:3]).state is State.OVER
    assert reading(7).within(()).state is State.OVER


def test_another_language_goes_on_at_the_same_block_of_the_same_section() -> None:
    def page(language: str, *blocks: tuple[int, str]) -> tuple[Utterance, ...]:
        return tuple(
            Utterance(
                row=row, inner=-1, text=f"{language} {row}", language=language, section=section
            )
            for row, section in blocks
        )

    english = page("en", (0, "a"), (1, "a"), (2, "b"), (3, "b"), (4, "b"))
    bengali = page("bn", (0, "a"), (1, "b"), (2, "b"))  # a is shorter there
    start = Reading(utterances=english, state=State.PLAYING)
    assert now(start.from_row(3).within(bengali)) == "bn 2"
    assert now(start.from_row(4).within(bengali)) == "bn 2"
    assert now(start.from_row(1).within(bengali)) == "bn 0"


pages = st.lists(
    st.builds(
        Utterance,
        row=st.integers(-1, 5),
        inner=st.integers(-1, 2),
        text=st.sampled_from("abc"),
        language=st.sampled_from(["en", "bn"]),
        section=st.sampled_from(["", "s", "t"]),
    )
).map(tuple)


@given(pages, st.lists(st.integers(0, 6), max_size=30), st.data())
def test_no_order_of_events_leaves_the_page(
    page: tuple[Utterance, ...], events: list[int], data: st.DataObject
) -> None:
    step = Reading(utterances=page).from_row(-1)
    for event in events:
        match event:
            case 0:
                step = step.spoken()
            case 1:
                step = step.toggled()
            case 2:
                step = step.back()
            case 3:
                step = step.forward()
            case 4:
                step = step.from_row(data.draw(st.integers(-1, 6)))
            case 5:
                step = step.within(data.draw(pages))
            case _:
                step = step.over()
        assert (step.now is None) == (step.state is State.OVER)
        assert step.now is None or step.now is step.utterances[step.at]

"""The rules of one visit."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.visit.presence_state import Light, Phase, PresenceState, Timing
from kiosk.visit.visit import MY_QUESTIONS, SCHEMES, TEXT_SIZES, Visit

START = Visit(language="en", page="one", tab="one")

PAGES = some.sampled_from(["one", "two", "three", "about"])
ANCHORS = some.sampled_from(["a", "b", "c"])


def test_a_visit_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        START.page = "two"  # type: ignore[misc]


def test_turning_to_a_tab_shows_it_and_makes_it_the_way_back() -> None:
    after = START.turned_to("two", is_tab=True)
    assert (after.page, after.tab) == ("two", "two")


def test_turning_to_a_page_that_is_no_tab_keeps_the_way_back() -> None:
    after = START.turned_to("two", is_tab=True).turned_to("about", is_tab=False)
    assert (after.page, after.tab) == ("about", "two")


def test_another_language_changes_nothing_else() -> None:
    before = START.asked("one", "a")
    assert before.in_language("bn").in_language("en") == before
    assert before.in_language("bn").question("one") == "a"


def test_asking_opens_and_asking_again_closes() -> None:
    opened = START.asked("one", "a")
    assert opened.question("one") == "a"
    assert opened.asked("one", "a").question("one") == ""


def test_another_question_of_the_page_closes_the_first() -> None:
    assert START.asked("one", "a").asked("one", "b").question("one") == "b"


def test_questions_of_other_pages_stay_as_they_are() -> None:
    after = START.asked("one", "a").asked("two", "b").asked("two", "b")
    assert (after.question("one"), after.question("two")) == ("a", "")


def test_a_page_never_asked_has_no_open_question() -> None:
    assert START.question("two") == ""


def test_text_sizes_go_from_full_to_double() -> None:
    assert (TEXT_SIZES[0], TEXT_SIZES[-1]) == (100, 200)
    assert list(TEXT_SIZES) == sorted(set(TEXT_SIZES))
    assert START.text_size in TEXT_SIZES
    assert START.scheme in SCHEMES


@given(some.lists(some.tuples(PAGES, ANCHORS)))
def test_each_page_has_at_most_one_open_question(asked: list[tuple[str, str]]) -> None:
    visit = START
    expected: dict[str, str] = {}
    for page, anchor in asked:
        visit = visit.asked(page, anchor)
        expected[page] = "" if expected.get(page) == anchor else anchor
    assert len({page for page, _ in visit.questions}) == len(visit.questions)
    assert {page: visit.question(page) for page in expected} == expected


@given(some.lists(PAGES))
def test_the_way_back_is_always_a_tab(pages: list[str]) -> None:
    visit = START
    for page in pages:
        visit = visit.turned_to(page, is_tab=page != "about")
        assert visit.tab != "about"
        assert visit.page in (visit.tab, "about")


@given(some.lists(some.tuples(PAGES, ANCHORS)), some.lists(PAGES))
def test_a_visit_can_be_written_down_and_read_again(
    asked: list[tuple[str, str]], pages: list[str]
) -> None:
    visit = START
    for page, anchor in asked:
        visit = visit.asked(page, anchor)
    for page in pages:
        visit = visit.turned_to(page, is_tab=page != "about")
    assert msgspec.json.decode(msgspec.json.encode(visit), type=Visit) == visit


# Whether they are still there

TIMING = Timing(idle=60, ask=30, dim=300)

EVENTS = some.lists(
    some.tuples(
        some.sampled_from(["touch", "begin", "rest", "wait"]),
        some.integers(min_value=0, max_value=500),
        some.integers(min_value=0, max_value=400),
    ),
    max_size=30,
)


def step(state: PresenceState, event: str, now: float, words: int) -> PresenceState:
    match event:
        case "touch":
            return state.touched(now)
        case "begin":
            return state.begun(now)
        case "rest":
            return state.rested(now)
    return state.after(now, TIMING, TIMING.patience(words))


@given(EVENTS)
def test_every_visit_ends_at_rest_when_nobody_touches_anything(
    events: list[tuple[str, int, int]],
) -> None:
    state, now = PresenceState(), 0.0
    for event, later, words in events:
        now += later
        state = step(state, event, now, words)
    patience = TIMING.patience(400)
    for _ in range(2):
        now += max(patience, TIMING.ask)
        state = state.after(now, TIMING, patience)
    assert state.phase is Phase.RESTING


@given(EVENTS)
def test_nobody_is_sent_away_without_being_asked_for_the_whole_time(
    events: list[tuple[str, int, int]],
) -> None:
    state, now = PresenceState(), 0.0
    for event, later, words in events:
        now += later
        before, state = state, step(state, event, now, words)
        if event != "rest" and before.phase is not Phase.RESTING is state.phase:
            assert before.phase is Phase.ASKED
            assert now - before.since >= TIMING.ask


def test_a_touch_answers_the_question_any_number_of_times() -> None:
    state, now = PresenceState().begun(0), 0.0
    for _ in range(50):
        now += TIMING.idle
        state = state.after(now, TIMING, TIMING.idle)
        assert state.phase is Phase.ASKED
        now += TIMING.ask - 0.1
        state = state.after(now, TIMING, TIMING.idle).touched(now)
        assert state.phase is Phase.BROWSING


def test_the_question_counts_down_whole_seconds() -> None:
    state = PresenceState(phase=Phase.ASKED, since=100)
    left = [state.seconds_left(100 + passed, TIMING) for passed in (0, 0.5, 1, 29.5, 30, 31)]
    assert left == [30, 30, 29, 1, 0, 0]
    assert PresenceState().seconds_left(0, TIMING) == 0


@pytest.mark.parametrize(("words", "seconds"), [(0, 60), (66, 60), (67, 60.3), (200, 180)])
def test_reading_is_not_idling_at_100_words_a_minute(words: int, seconds: float) -> None:
    assert TIMING.patience(words) == pytest.approx(seconds)


def test_resting_is_bright_then_dim_and_a_touch_makes_it_bright() -> None:
    state = PresenceState().rested(1000)
    assert state.light(1299, TIMING, is_open=True) is Light.BRIGHT
    assert state.light(1300, TIMING, is_open=True) is Light.DIM
    assert state.touched(1400).light(1401, TIMING, is_open=True) is Light.BRIGHT


def test_a_closed_clinic_is_dark_and_a_touch_wakes_it_for_one_visit() -> None:
    state = PresenceState().rested(1000)
    assert state.light(1000, TIMING, is_open=False) is Light.DARK
    woken = state.touched(1001)
    assert woken.light(1002, TIMING, is_open=False) is Light.BRIGHT
    assert woken.light(1001 + TIMING.idle, TIMING, is_open=False) is Light.DARK
    assert woken.begun(1010).light(1500, TIMING, is_open=False) is Light.BRIGHT
    assert woken.begun(1010).rested(1500).light(1500, TIMING, is_open=False) is Light.DARK


TICKED = START.toggled("one", 3).toggled("about", 0).toggled("one", 1).toggled("two", 2)


def test_what_is_ticked_is_gathered_in_the_order_of_the_pack() -> None:
    there = TICKED.gathering(["two", "one"])
    assert there.page == MY_QUESTIONS
    assert there.gathered == (("two", 2), ("one", 1), ("one", 3), ("about", 0))
    assert there.ticked_on(MY_QUESTIONS) == [0, 1, 2, 3]


def test_a_line_that_is_no_longer_ticked_stays_until_it_is_gathered_anew() -> None:
    there = TICKED.gathering(["two", "one"]).toggled(MY_QUESTIONS, 1)
    assert there.ticked == TICKED.ticked - {("one", 1)}
    assert len(there.gathered) == 4
    assert there.ticked_on(MY_QUESTIONS) == [0, 2, 3]
    assert there.toggled(MY_QUESTIONS, 1).ticked == TICKED.ticked
    assert len(there.turned_to("one", is_tab=True).gathering(["two", "one"]).gathered) == 3


@pytest.mark.parametrize("page", ["one", "about"])
def test_what_is_ticked_leads_back_to_where_it_was_opened(page: str) -> None:
    before = TICKED.turned_to(page, is_tab=page == "one")
    assert before.way_back == "one"
    there = before.gathering([])
    assert there.way_back == there.gathering([]).way_back == page
    assert there.turned_to("about", is_tab=False).way_back == "one"


def test_what_is_ticked_stays_on_the_screen_in_another_pack() -> None:
    there = TICKED.turned_to("about", is_tab=False).gathering([])
    after = there.within(["en"], ["two"], lambda name: name == "two")
    assert (after.page, after.way_back) == (MY_QUESTIONS, "two")
    kept = there.keeping_choices(lambda name: name == "one")
    assert kept.gathered == (("one", 1), ("one", 3))

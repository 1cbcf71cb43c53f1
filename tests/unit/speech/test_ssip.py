"""The speech engine's protocol: what is sent, what an event belongs to, and any bytes at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.ssip import Answer, Lines, Speech, Talk, Told, data, rate

PIECES = (
    b"208 OK\r\n", b"225-1\r\n", b"225 OK MESSAGE QUEUED\r\n", b"230 OK RECEIVING DATA\r\n",
    b"701-1\r\n701-2\r\n701 BEGIN\r\n", b"702-1\r\n702-2\r\n702 END\r\n", b"703-1\r\n703 X\r\n",
    b"700-9\r\n", b"300 ERR\r\n", b"\xff\xfe", b"\n", b"\r\n", b"701", b"-", b" ", b"7",
)  # fmt: skip
noise = st.lists(st.sampled_from(PIECES) | st.binary(max_size=12), max_size=40)


def greeted() -> Talk:
    talk = Talk("espeak-ng")
    while talk.pending():
        talk.take(b"200 OK\r\n")
    return talk


def spoken(talk: Talk, text: str, number: int) -> None:
    """Let the engine take a text as message `number`."""
    talk.speak(Speech(text=text, language="en"))
    while True:
        sent = talk.pending()
        if sent == b"SPEAK\r\n":
            talk.take(b"230 OK RECEIVING DATA\r\n")
        elif sent.endswith(b"\r\n.\r\n"):
            talk.take(f"225-{number}\r\n225 OK MESSAGE QUEUED\r\n".encode())
            return
        else:
            assert sent
            talk.take(b"200 OK\r\n")


def event(code: int, number: int) -> bytes:
    return f"{code}-{number}\r\n{code}-1\r\n{code} WORD\r\n".encode()


@given(noise)
def test_no_bytes_whatever_break_a_conversation(chunks: list[bytes]) -> None:
    talk = Talk("espeak-ng")
    talk.speak(Speech(text="words", language="en"))
    for chunk in chunks:
        assert all(isinstance(told, Told) for told in talk.take(chunk))
        talk.pending()


@given(noise, st.integers(1, 7))
def test_answers_are_the_same_however_the_bytes_arrive(chunks: list[bytes], size: int) -> None:
    whole = b"".join(chunks)
    lines = Lines()
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]
    in_parts = [answer for part in parts for answer in lines.take(part)]
    assert in_parts == Lines().take(whole)


@given(st.text())
def test_no_text_can_end_itself_or_give_a_command(text: str) -> None:
    sent = data(text)
    assert sent.endswith(b"\r\n.\r\n")
    line = sent.removesuffix(b"\r\n.\r\n")
    assert b"\n" not in line
    assert b"\r" not in line
    assert line != b"."


def test_joiners_that_shape_letters_are_kept_and_marks_of_direction_are_not() -> None:
    assert data("ক্\u200dষ") == "ক্\u200dষ\r\n.\r\n".encode()
    assert data("a\u202eb\u00adc\x07d") == b"abc d\r\n.\r\n"


def test_each_command_waits_for_the_answer_to_the_one_before() -> None:
    talk = Talk("espeak-ng")
    assert talk.pending() == b"SET SELF CLIENT_NAME kiosk:kiosk:reader\r\n"
    assert talk.pending() == b""
    talk.take(b"208 OK CLIENT NAME SET\r\n")
    assert talk.pending() == b"SET SELF OUTPUT_MODULE espeak-ng\r\n"


def test_events_of_the_message_in_hand_are_told() -> None:
    talk = greeted()
    spoken(talk, "one", 1)
    assert talk.take(event(701, 1)) == [Told.BEGUN]
    assert talk.take(event(702, 1)) == [Told.ENDED]


def test_events_of_an_older_message_are_not() -> None:
    talk = greeted()
    spoken(talk, "one", 1)
    spoken(talk, "two", 2)
    assert talk.take(event(702, 1) + event(703, 1)) == []
    assert talk.take(event(701, 2)) == [Told.BEGUN]


def test_a_message_may_begin_before_its_number_is_known() -> None:
    talk = greeted()
    talk.speak(Speech(text="one", language="en"))
    while (sent := talk.pending()) != b"SPEAK\r\n":
        assert sent
        talk.take(b"200 OK\r\n")
    talk.take(b"230 OK\r\n")
    assert talk.take(event(701, 7) + b"225-7\r\n225 OK\r\n" + event(702, 7)) == [
        Told.BEGUN,
        Told.ENDED,
    ]


def test_a_message_may_end_before_its_number_is_known() -> None:
    talk = greeted()
    talk.speak(Speech(text="one", language="en"))
    while talk.pending() != b"SPEAK\r\n":
        talk.take(b"200 OK\r\n")
    talk.take(b"230 OK\r\n")
    assert talk.take(event(701, 7) + event(702, 7)) == [Told.BEGUN, Told.ENDED]
    talk.speak(Speech(text="two", language="en"))
    talk.pending()
    talk.take(b"225-7\r\n225 OK\r\n")
    assert talk.pending() == b"SPEAK\r\n"
    talk.take(b"230 OK\r\n")
    assert talk.take(event(701, 8) + event(702, 8)) == [Told.BEGUN, Told.ENDED]


def test_a_refused_command_is_told() -> None:
    talk = greeted()
    talk.speak(Speech(text="one", language="xx"))
    assert talk.take(b"409 ERR RATE TOO HIGH\r\n") == [Told.REFUSED]


def test_language_pace_and_volume_are_sent_only_when_they_change() -> None:
    talk = greeted()
    spoken(talk, "one", 1)
    talk.speak(Speech(text="two", language="en"))
    assert talk.pending() == b"SPEAK\r\n"
    talk.take(b"230 OK\r\n")
    assert talk.pending() == b"two\r\n.\r\n"
    talk.take(b"225-2\r\n225 OK\r\n")
    talk.speak(Speech(text="three", language="bn", pace=200, volume=50))
    sent = []
    while (line := talk.pending()) != b"SPEAK\r\n":
        sent.append(line)
        talk.take(b"200 OK\r\n")
    assert sent == [
        b"SET SELF LANGUAGE bn\r\n",
        b"SET SELF RATE 100\r\n",
        b"SET SELF VOLUME -50\r\n",
    ]


def test_a_language_can_hold_no_command() -> None:
    talk = greeted()
    talk.speak(Speech(text="x", language="en\r\nQUIT"))
    assert talk.pending() == b"SET SELF LANGUAGE enQUIT\r\n"


def test_paces_cover_the_engines_whole_range() -> None:
    assert [rate(pace) for pace in (0, 50, 75, 100, 150, 200, 999)] == [
        -100, -100, -50, 0, 50, 100, 100,
    ]  # fmt: skip


def test_an_answer_is_good_unless_it_is_an_error() -> None:
    assert [Answer(code, ("",)).good for code in (208, 299, 300, 401, 599, 702)] == [
        True, True, False, False, False, True,
    ]  # fmt: skip

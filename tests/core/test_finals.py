"""Finals of a channel come one after the other, each with what was said before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Channel
from app.core.finals import CONTEXT_S, Finals
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Spoken, TranscribeRequest, Transcript
from app.core.utterances import Utterance

BYTES_PER_S = SAMPLE_RATE_HZ * SAMPLE_BYTES


def utterance(number: int, seconds: float = 1.0) -> Utterance:
    pcm = bytes([number]) * round(seconds * BYTES_PER_S)
    return Utterance(number=number, start_s=number * 100.0, end_s=number * 100.0 + seconds, pcm=pcm)


def words(text: str = "Well.", confidence: float = 0.9) -> Transcript:
    return Transcript(text=text, confidence=confidence)


def said(seconds: list[float]) -> list[TranscribeRequest]:
    """The requests for utterances of these lengths, each answered as soon as it is asked for."""
    finals = Finals(Channel.CALLER)
    requests = []
    for number, length in enumerate(seconds, start=1):
        requests += finals.close(utterance(number, length))
        finals.written(words(f"Words {number}."))
    return requests


def test_the_next_is_asked_for_when_the_one_before_is_written() -> None:
    finals = Finals(Channel.CALLER)
    [first] = finals.close(utterance(1))
    assert finals.close(utterance(2)) == []
    assert finals.close(utterance(3)) == []
    [second] = finals.written(words("One."))
    [third] = finals.written(words("Two."))
    assert finals.written(words("Three.")) == []
    assert [request.number for request in (first, second, third)] == [1, 2, 3]
    assert [said.text for said in third.context] == ["One.", "Two."]
    assert all(request.final and request.channel is Channel.CALLER for request in (first, second, third))


def test_the_latest_utterances_that_fit_go_in_front() -> None:
    last = said([4.0, 4.0, 4.0, 2.0])[-1]
    assert last.context == tuple(Spoken(pcm=utterance(n, 4.0).pcm, text=f"Words {n}.") for n in (2, 3))


def test_a_partial_has_the_latest_that_is_written_in_front_and_less_of_it() -> None:
    finals = Finals(Channel.CALLER)
    for number in (1, 2, 3):
        finals.close(utterance(number, 2.0))
    finals.written(words("One."))
    assert [spoken.text for spoken in finals.before()] == ["One."]
    finals.written(words("Two."))
    finals.written(words("Three."))
    assert [spoken.text for spoken in finals.before()] == ["Two.", "Three."]


def test_a_long_utterance_leaves_less_room_for_what_was_before() -> None:
    assert [len(request.context) for request in said([8.0, 15.0, 9.0, 20.0])] == [0, 1, 0, 0]


@pytest.mark.parametrize("heard", [words("", 0.0), words("Thank you.", 0.1)])
def test_what_was_not_understood_is_not_put_in_front_of_the_next(heard: Transcript) -> None:
    finals = Finals(Channel.AGENT)
    finals.close(utterance(1))
    finals.close(utterance(2))
    [second] = finals.written(heard)
    assert second.context == ()


def test_short_answers_are_not_put_in_front_of_the_next() -> None:
    last = said([2.0, 0.5, 0.6, 0.5])[-1]
    assert [spoken.text for spoken in last.context] == ["Words 1."]


@given(st.lists(st.floats(0.2, 20.0), max_size=12))
def test_nothing_is_lost_and_all_of_it_fits_into_one_window(seconds: list[float]) -> None:
    requests = said(seconds)
    assert [request.number for request in requests] == list(range(1, len(seconds) + 1))
    for request in requests:
        context = sum(len(said.pcm) for said in request.context)
        assert context <= CONTEXT_S * BYTES_PER_S
        assert context + len(request.audio) <= 28.5 * BYTES_PER_S

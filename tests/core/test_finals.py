"""Finals of a channel come one after the other, each with what was said before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Channel
from app.core.finals import CONTEXT_S, Finals, Guessed, Written
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Spoken, TranscribeRequest, Transcript
from app.core.utterances import Stretch

BYTES_PER_S = SAMPLE_RATE_HZ * SAMPLE_BYTES
NOTHING = Guessed()


def utterance(number: int, seconds: float = 1.0) -> Stretch:
    pcm = bytes([number]) * round(seconds * BYTES_PER_S)
    return Stretch(number=number, part=0, start_s=number * 100.0, end_s=number * 100.0 + seconds, pcm=pcm)


def words(text: str = "Well.", confidence: float = 0.9) -> Transcript:
    return Transcript(text=text, confidence=confidence)


def close(finals: Finals, closed: Stretch, guessed: Guessed = NOTHING) -> TranscribeRequest:
    """The request for an utterance that has just ended, where nothing else is in hand."""
    [request] = finals.close(closed, guessed)
    assert isinstance(request, TranscribeRequest)
    return request


def said(seconds: list[float]) -> list[TranscribeRequest]:
    """The requests for utterances of these lengths, each answered as soon as it is asked for."""
    finals = Finals(Channel.CALLER)
    requests = []
    for number, length in enumerate(seconds, start=1):
        requests.append(close(finals, utterance(number, length)))
        finals.read(requests[-1], words(f"Words {number}."))
    return requests


def answered(finals: Finals, request: TranscribeRequest, transcript: Transcript) -> TranscribeRequest:
    """The next request, once one is answered."""
    written, following = finals.read(request, transcript)
    assert written == Written(number=request.number, part=0, transcript=transcript)
    assert isinstance(following, TranscribeRequest)
    return following


def before(finals: Finals) -> list[str]:
    """What is said in front of a partial."""
    return [spoken.text for spoken in finals.guess(utterance(9), NOTHING).context]


def test_the_next_is_asked_for_when_the_one_before_is_written() -> None:
    finals = Finals(Channel.CALLER)
    first = close(finals, utterance(1))
    assert finals.close(utterance(2), NOTHING) == []
    assert finals.close(utterance(3), NOTHING) == []
    second = answered(finals, first, words("One."))
    third = answered(finals, second, words("Two."))
    assert finals.read(third, words("Three.")) == [Written(number=3, part=0, transcript=words("Three."))]
    assert [request.number for request in (first, second, third)] == [1, 2, 3]
    assert [said.text for said in third.context] == ["One.", "Two."]
    assert all(request.final and request.channel is Channel.CALLER for request in (first, second, third))


def test_the_latest_utterances_that_fit_go_in_front() -> None:
    last = said([4.0, 4.0, 4.0, 2.0])[-1]
    assert last.context == tuple(Spoken(pcm=utterance(n, 4.0).pcm, text=f"Words {n}.") for n in (2, 3))


def test_a_partial_has_the_latest_that_is_written_in_front_and_less_of_it() -> None:
    finals = Finals(Channel.CALLER)
    request = close(finals, utterance(1, 2.5))
    for number in (2, 3):
        finals.close(utterance(number, 2.5), NOTHING)
    request = answered(finals, request, words("One."))
    assert before(finals) == ["One."]
    finals.read(answered(finals, request, words("Two.")), words("Three."))
    assert before(finals) == ["Two.", "Three."]


def test_a_long_utterance_leaves_less_room_for_what_was_before() -> None:
    assert [len(request.context) for request in said([8.0, 15.0, 9.0, 20.0])] == [0, 1, 0, 0]


@pytest.mark.parametrize("heard", [words("", 0.0), words("Thank you.", 0.1)])
def test_what_was_not_understood_is_not_put_in_front_of_the_next(heard: Transcript) -> None:
    finals = Finals(Channel.AGENT)
    request = close(finals, utterance(1))
    finals.close(utterance(2), NOTHING)
    assert answered(finals, request, heard).context == ()


def test_short_answers_are_not_put_in_front_of_the_next() -> None:
    last = said([2.0, 0.5, 0.6, 0.5])[-1]
    assert [spoken.text for spoken in last.context] == ["Words 1."]


def test_what_partials_made_of_it_goes_with_the_request() -> None:
    guessed = Guessed(promised=("I", "paid"), draft=(5, 7))
    request = close(Finals(Channel.CALLER), utterance(1), guessed)
    assert (request.promised, request.draft) == (("I", "paid"), (5, 7))
    partial = Finals(Channel.CALLER).guess(utterance(1), guessed)
    assert (partial.final, partial.draft) == (False, (5, 7))


# --- pauses ------------------------------------------------------------------------------------------------------


def test_an_utterance_that_ends_where_it_paused_is_not_asked_for_again() -> None:
    finals = Finals(Channel.CALLER)
    [early] = finals.pause(utterance(1), Guessed(promised=("I",)))
    assert (early.final, early.promised) == (True, ("I",))
    assert finals.read(early, words("I paid.")) == []
    assert finals.close(utterance(1), Guessed(promised=("I", "paid"))) == [
        Written(number=1, part=0, transcript=words("I paid."))
    ]
    assert [spoken.text for spoken in close(finals, utterance(2)).context] == ["I paid."]


def test_an_answer_on_its_way_when_the_utterance_ends_is_its_final() -> None:
    finals = Finals(Channel.CALLER)
    [early] = finals.pause(utterance(1), NOTHING)
    assert finals.close(utterance(1), NOTHING) == []
    assert finals.close(utterance(2), NOTHING) == []
    assert [spoken.text for spoken in answered(finals, early, words("I paid.")).context] == ["I paid."]


@pytest.mark.parametrize("is_answered", [True, False])
def test_an_utterance_that_goes_on_after_a_pause_is_asked_for_as_a_whole(is_answered: bool) -> None:  # noqa: FBT001
    finals = Finals(Channel.CALLER)
    [early] = finals.pause(utterance(1), NOTHING)
    if is_answered:
        finals.read(early, words("I paid."))
    whole = close(finals, utterance(1, 3.0))
    assert finals.read(early, words("I paid.")) == []
    assert finals.read(whole, words("I paid in May.")) == [
        Written(number=1, part=0, transcript=words("I paid in May."))
    ]


def test_where_nothing_was_understood_at_the_pause_it_is_tried_again() -> None:
    finals = Finals(Channel.CALLER)
    [early] = finals.pause(utterance(1), NOTHING)
    finals.read(early, words("", 0.0))
    assert close(finals, utterance(1)).number == 1


def test_no_pause_is_asked_about_while_the_words_before_it_are_still_to_come() -> None:
    finals = Finals(Channel.CALLER)
    request = close(finals, utterance(1))
    assert finals.pause(utterance(2), NOTHING) == []
    finals.read(request, words("One."))
    [early] = finals.pause(utterance(2), NOTHING)
    assert [spoken.text for spoken in early.context] == ["One."]


@given(st.lists(st.floats(0.2, 20.0), max_size=12))
def test_nothing_is_lost_and_all_of_it_fits_into_one_window(seconds: list[float]) -> None:
    requests = said(seconds)
    assert [request.number for request in requests] == list(range(1, len(seconds) + 1))
    for request in requests:
        context = sum(len(said.pcm) for said in request.context)
        assert context <= CONTEXT_S * BYTES_PER_S
        assert context + len(request.audio) <= 28.5 * BYTES_PER_S

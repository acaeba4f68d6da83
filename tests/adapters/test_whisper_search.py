"""What may follow what in a text, and how a draft is used."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from app.adapters.whisper.search import Rules, Search, find_text
from app.adapters.whisper.speech_model import Heard, Read, SpeechModel
from app.core.events import Channel
from app.core.ports import TranscribeRequest
from tests.adapters.engine import engine, pcm

HELLO, THERE, MUSIC, END, NOBODY, START, AT_0, AT_1, AT_2, AT_3 = range(10)
RULES = Rules(
    start=START,
    end_of_text=END,
    no_speech=NOBODY,
    timestamps=AT_0,
    suppressed=np.array([MUSIC, NOBODY, START]),
    first_within=1,
)
EVEN = (0.0,) * 10
LIKELY_TEXT = (5.0, 5.0, 5.0, 5.0, *EVEN[4:])


def following(said: list[int], logits: tuple[float, ...] = EVEN) -> NDArray[np.float32]:
    return np.exp(RULES.likelihoods(np.array(logits, dtype=np.float32), said))


def allowed(said: list[int], logits: tuple[float, ...] = EVEN) -> set[int]:
    return set(np.flatnonzero(following(said, logits)).tolist())


def test_a_text_begins_with_an_early_timestamp() -> None:
    assert allowed([]) == {AT_0, AT_1}


def test_behind_the_first_timestamp_comes_a_text() -> None:
    assert allowed([AT_1]) == {HELLO, THERE, END}


def test_in_a_text_come_words_the_end_or_a_timestamp_that_does_not_go_back() -> None:
    assert allowed([AT_1, HELLO], LIKELY_TEXT) == {HELLO, THERE, END, AT_1, AT_2, AT_3}


def test_where_timestamps_are_likelier_than_each_word_one_comes() -> None:
    assert allowed([AT_1, HELLO]) == {AT_1, AT_2, AT_3}


def test_timestamps_between_texts_come_in_pairs() -> None:
    assert allowed([AT_0, HELLO, AT_2], LIKELY_TEXT) == {END, AT_2, AT_3}
    assert allowed([AT_0, HELLO, AT_2, AT_2]) == {HELLO, THERE, END}


@pytest.mark.parametrize("said", [[], [AT_0], [AT_0, HELLO], [AT_0, HELLO, AT_1]])
def test_what_may_follow_is_certain_to(said: list[int]) -> None:
    assert following(said).sum() == pytest.approx(1, abs=1e-5)


# --- beams -------------------------------------------------------------------------------------------------------


class Scripted:
    """A decoder for which what follows hangs on the last token alone."""

    def __init__(self, following: dict[int, dict[int, float]]) -> None:
        self._following = following
        self.passes = 0

    def read(self, _: Heard, tokens: Sequence[int], rows: Sequence[int]) -> tuple[NDArray[np.float32], Read]:
        self.passes += 1
        return np.stack([self._row(tokens[row]) for row in rows]), Read({}, len(tokens))

    def step(
        self, _: Heard, read: Read, tokens: Sequence[int], parents: Sequence[int]
    ) -> tuple[NDArray[np.float32], Read]:
        self.passes += 1
        assert len(parents) == len(tokens)
        return np.stack([self._row(token) for token in tokens]), Read({}, read.length + 1)

    def _row(self, token: int) -> NDArray[np.float32]:
        row = np.full(10, -20.0, dtype=np.float32)
        for following, probability in self._following.get(token, {}).items():
            row[following] = np.log(probability)
        return row


def found(
    script: dict[int, dict[int, float]], *draft: int, beams: int = 2, most: int = 6
) -> tuple[list[int], bool, int]:
    """The tokens, whether they were cut, and how many passes it took."""
    decoder = Scripted(script)
    search = Search(beams=beams, most=most, sure=0.8)
    text = find_text(cast("SpeechModel", decoder), Heard({}), [START], [AT_0], RULES, search, draft)
    return list(text.tokens), text.is_cut, decoder.passes


SAID = {AT_0: {HELLO: 0.9, THERE: 0.1}, HELLO: {THERE: 0.9, END: 0.1}, THERE: {END: 0.9, HELLO: 0.1}}


def test_the_likeliest_text_is_found() -> None:
    assert found(SAID)[:2] == ([HELLO, THERE], False)


def test_of_two_beginnings_the_less_likely_wins_if_it_goes_on_better() -> None:
    script = {AT_0: {HELLO: 0.6, THERE: 0.4}, HELLO: {END: 0.2, HELLO: 0.2, AT_3: 0.1}, THERE: {END: 0.95}}
    assert found(script)[0] == [THERE]
    assert found(script, beams=1)[0] != [THERE]


def test_a_text_without_end_is_cut_and_one_poor_text_that_ended_does_not_stand_for_it() -> None:
    script = {AT_0: {HELLO: 0.99, END: 0.001}, HELLO: {HELLO: 0.99}}
    assert found(script) == ([HELLO] * 6, True, 7)


@pytest.mark.parametrize("draft", [[], [HELLO], [HELLO, THERE], [HELLO, HELLO], [THERE, HELLO], [HELLO, THERE, HELLO]])
def test_no_draft_changes_the_text(draft: list[int]) -> None:
    assert found(SAID, *draft)[:2] == ([HELLO, THERE], False)


def test_a_draft_that_holds_saves_passes() -> None:
    assert found(SAID, HELLO, THERE)[2] < found(SAID)[2]


# --- drafts --------------------------------------------------------------------------------------------------------


def request(begin_s: float, end_s: float, draft: tuple[int, ...] = (), *, final: bool) -> TranscribeRequest:
    return TranscribeRequest(
        channel=Channel.CALLER,
        number=1,
        start_s=begin_s,
        end_s=end_s,
        context=(),
        audio=pcm(Channel.CALLER, begin_s, end_s),
        final=final,
        draft=draft,
    )


@pytest.mark.parametrize("final", [True, False])
def test_what_was_written_of_less_speech_changes_no_word(*, final: bool) -> None:
    shorter = engine().transcribe(request(4.2, 5.6, final=False))
    plain = engine().transcribe(request(4.2, 6.7, final=final))
    drafted = engine().transcribe(request(4.2, 6.7, shorter.tokens, final=final))
    assert shorter.tokens
    assert drafted.text == plain.text
    assert drafted.confidence == pytest.approx(plain.confidence, abs=0.05)


@pytest.mark.parametrize("final", [True, False])
def test_a_draft_that_is_not_what_was_said_is_not_believed(*, final: bool) -> None:
    other = engine().transcribe(request(6.6, 8.6, final=True))
    plain = engine().transcribe(request(4.2, 6.7, final=final))
    assert engine().transcribe(request(4.2, 6.7, other.tokens, final=final)).text == plain.text

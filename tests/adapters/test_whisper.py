"""The real engine on short pieces of a telephone call, and what is done to its text."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.whisper.transcriber import WhisperTranscriber, joined_digits
from app.core.errors import ModelError
from app.core.events import Channel
from app.core.ports import Spoken, TranscribeRequest
from tests.adapters.engine import engine, pcm

FIFTEEN_DAYS = pcm(Channel.CALLER, 4.2, 6.7)
LISTENING = pcm(Channel.CALLER, 6.6, 8.6)


def request(
    audio: bytes,
    *,
    context: tuple[Spoken, ...] = (),
    final: bool = True,
    promised: tuple[str, ...] = (),
    end_s: float = 2.0,
) -> TranscribeRequest:
    return TranscribeRequest(
        channel=Channel.CALLER,
        number=1,
        start_s=0.0,
        end_s=end_s,
        context=context,
        audio=audio,
        final=final,
        promised=promised,
    )


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


def test_a_short_phrase_is_written_down_with_a_confidence() -> None:
    heard = engine().transcribe(request(FIFTEEN_DAYS))
    assert words(heard.text) == ["it", "has", "been", "15", "business", "days"]
    assert 0.5 < heard.confidence <= 1


def test_words_of_the_context_are_not_written_down_again() -> None:
    before = Spoken(pcm=FIFTEEN_DAYS, text="It has been 15 business days.")
    heard = engine().transcribe(request(LISTENING, context=(before,)))
    assert words(heard.text) == ["are", "you", "even", "listening", "to", "me"]


def test_an_open_utterance_is_written_down_as_far_as_it_goes_and_not_said_twice() -> None:
    heard = engine().transcribe(request(FIFTEEN_DAYS, final=False))
    assert words(heard.text)[:4] == ["it", "has", "been", "15"]
    assert len(words(heard.text)) <= 7


def test_of_an_open_utterance_too_the_words_before_are_not_written_down_again() -> None:
    before = Spoken(pcm=FIFTEEN_DAYS, text="It has been 15 business days.")
    heard = engine().transcribe(request(LISTENING, context=(before,), final=False))
    assert words(heard.text) == ["are", "you", "even", "listening", "to", "me"]


def test_of_an_open_utterance_that_turned_round_what_was_said_once_is_shown_and_half_believed() -> None:
    heard = engine().transcribe(request(FIFTEEN_DAYS, final=False))
    assert words(heard.text) == ["it", "has", "been", "15", "business", "days"]
    assert 0 < heard.confidence <= 0.5


def test_of_an_open_utterance_nothing_is_shown_where_more_is_written_than_can_be_said() -> None:
    heard = engine().transcribe(request(FIFTEEN_DAYS, final=False, end_s=0.1))
    assert (heard.text, heard.confidence) == ("", 0.0)


def test_a_draft_with_a_timestamp_that_lies_behind_the_window_is_used_as_far_as_it_lies_in_it() -> None:
    before = Spoken(pcm=FIFTEEN_DAYS, text="It has been 15 business days.")
    plain = request(LISTENING, context=(before,))
    heard = engine().transcribe(plain)
    late = (*heard.tokens, heard.tokens[0] + 1500)
    assert engine().transcribe(replace(plain, draft=late)).text == heard.text


@pytest.mark.parametrize("final", [True, False])
def test_earlier_words_that_are_endless_numbers_leave_room_for_the_new_ones(*, final: bool) -> None:
    before = Spoken(pcm=FIFTEEN_DAYS, text="1234567890" * 60)
    heard = engine().transcribe(request(LISTENING, context=(before, before), final=final))
    assert "listening" in words(heard.text)


def test_a_final_does_not_keep_unlikely_words_on_the_screen() -> None:
    shown = ("It", "was", "green", "business", "days.")
    assert "green" not in words(engine().transcribe(request(FIFTEEN_DAYS, promised=shown)).text)


def test_a_final_whose_words_are_all_on_the_screen_is_as_it_is_without() -> None:
    plain = engine().transcribe(request(FIFTEEN_DAYS))
    assert engine().transcribe(request(FIFTEEN_DAYS, promised=tuple(plain.text.split()))) == plain


@pytest.mark.parametrize("seconds", [0, 1])
def test_silence_is_an_empty_text(seconds: int) -> None:
    heard = engine().transcribe(request(bytes(32_000 * seconds)))
    assert (heard.text, heard.confidence) == ("", 0.0)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"not a model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        WhisperTranscriber("mine", tmp_path)


@pytest.mark.parametrize(
    ("spaced", "joined"),
    [
        ("It's 4 4 1 7 9.", "It's 44179."),
        ("4-1-1-1, 2 2 2 2", "41112222"),
        ("4, 4, 1", "441"),
        ("I have 2 dogs and 3 cats", "I have 2 dogs and 3 cats"),
        ("2 3 times", "2 3 times"),
        ("12 34 56", "12 34 56"),
    ],
)
def test_digits_said_one_by_one_become_one_number(spaced: str, joined: str) -> None:
    assert joined_digits(spaced) == joined


@given(st.text(alphabet="0123456789 ,-.ab", max_size=60))
def test_joining_digits_loses_none(text: str) -> None:
    def digits(said: str) -> str:
        return "".join(letter for letter in said if letter.isdigit())

    assert digits(joined_digits(text)) == digits(text)

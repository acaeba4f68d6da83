"""Whole recordings through the real engine: each word ends up in the utterance that it was said in."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from app.adapters.models import EMBEDDED, find_model
from app.adapters.whisper.packed import PackedTranscriber
from app.core.errors import ModelError
from app.core.events import Channel
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, TranscribeRequest
from tests.adapters.engine import pcm

BYTES_PER_S = SAMPLE_RATE_HZ * SAMPLE_BYTES
PAUSE = bytes(round(0.45 * SAMPLE_RATE_HZ) * SAMPLE_BYTES)


@cache
def packed() -> PackedTranscriber:
    return PackedTranscriber(EMBEDDED, find_model(EMBEDDED, Path("nowhere")))


def said(number: int, audio: bytes, channel: Channel = Channel.CALLER) -> TranscribeRequest:
    voice_s = len(audio) / BYTES_PER_S
    return TranscribeRequest(
        channel=channel,
        number=number,
        start_s=10.0 * number,
        end_s=10.0 * number + voice_s,
        context=(),
        audio=audio + PAUSE,
        final=True,
    )


DAYS = said(1, pcm(Channel.CALLER, 4.2, 6.4))
LISTENING = said(2, pcm(Channel.CALLER, 6.7, 8.5))
PASSED_AROUND = said(3, pcm(Channel.CALLER, 14.4, 18.0))
PAYMENTS = said(1, pcm(Channel.AGENT, 8.6, 12.6), Channel.AGENT)


def test_each_word_is_in_its_utterance_and_answers_come_in_the_order_of_the_requests() -> None:
    asked = [PAYMENTS, DAYS, LISTENING, PASSED_AROUND]
    texts = [transcript.text for transcript in packed().transcribe_all(asked)]
    wanted = ("payments department", "15 business days", "listening to me", "passed around")
    assert [words in text for words, text in zip(wanted, texts, strict=True)] == [True] * 4, texts
    assert not [text for text in texts if not text[0].isalnum()], texts


def test_words_that_are_understood_are_believed() -> None:
    assert min(transcript.confidence for transcript in packed().transcribe_all([PAYMENTS, LISTENING])) > 0.6


def test_the_same_recording_gives_the_same_words() -> None:
    assert packed().transcribe_all([DAYS, LISTENING]) == packed().transcribe_all([DAYS, LISTENING])


@pytest.mark.parametrize("level", [0, 3])
def test_nothing_is_written_of_silence(level: int) -> None:
    noise = np.random.default_rng(1).integers(-level, level + 1, 3 * SAMPLE_RATE_HZ).astype("<i2").tobytes()
    silent, spoken = packed().transcribe_all([said(1, noise), said(2, pcm(Channel.CALLER, 6.7, 8.5))])
    assert (silent.text, silent.confidence) == ("", 0.0)
    assert "listening" in spoken.text


def test_no_recording_needs_no_engine() -> None:
    assert packed().transcribe_all([]) == []


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        PackedTranscriber("none", tmp_path)

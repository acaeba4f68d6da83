"""Voice activity of the real model: high in speech, low in silence, and its state is carried along."""

from importlib.resources import files

import numpy as np
import onnxruntime
import pytest

from app.adapters.silero import SileroDetector
from app.adapters.silero_ahead import SileroAhead
from app.core.events import Channel
from app.core.ports import FRAME_BYTES, AudioChunk
from app.runtime.ears import Ears
from tests.adapters.engine import pcm

SPEECH = pcm(Channel.CALLER, 4.5, 6.2)
"""A second and a half of an angry caller."""


def probabilities(audio: bytes, detector: SileroDetector | None = None) -> list[float]:
    heard = detector or SileroDetector()
    whole = len(audio) // FRAME_BYTES * FRAME_BYTES
    return [heard.probability(audio[start : start + FRAME_BYTES]) for start in range(0, whole, FRAME_BYTES)]


def test_speech_is_likely_where_somebody_speaks() -> None:
    assert np.median(probabilities(SPEECH)) > 0.9


@pytest.mark.parametrize("noise", [0, 30])
def test_speech_is_unlikely_in_silence_and_noise(noise: int) -> None:
    samples = np.random.default_rng(1).integers(-noise, noise + 1, 32_000).astype("<i2")
    assert max(probabilities(samples.tobytes())[5:]) < 0.3


@pytest.mark.parametrize("chunk_bytes", [2, 320, 1024, 10_656])
def test_the_split_into_chunks_changes_no_probability(chunk_bytes: int) -> None:
    ears = Ears((Channel.CALLER,), SileroDetector)
    audio = SPEECH[: 40 * FRAME_BYTES] if chunk_bytes > 2 else SPEECH[: 4 * FRAME_BYTES]
    chunks = [audio[start : start + chunk_bytes] for start in range(0, len(audio), chunk_bytes)]
    heard = [frame for part in chunks for frame in ears.frames(AudioChunk(channel=Channel.CALLER, pcm=part))]
    assert [frame.speech for frame in heard] == probabilities(audio)
    assert [frame.index for frame in heard] == list(range(len(heard)))


def as_it_comes(gain: float) -> list[float]:
    """Probabilities of the model as its makers wrote it, frame by frame at one gain."""
    session = onnxruntime.InferenceSession(str(files("faster_whisper") / "assets" / "silero_vad_v6.onnx"))
    samples = np.frombuffer(bytes(128) + SPEECH, dtype="<i2").astype(np.float32) / np.float32(32768)
    h = c = np.zeros((1, 1, 128), np.float32)
    found = []
    for start in range(0, len(SPEECH) // 1024 * 512, 512):
        frame = samples[np.newaxis, start : start + 576] * np.float32(gain)
        speech, h, c = session.run(None, {"input": frame, "h": h, "c": c})
        found.append(float(speech[0]))
    return found


def test_the_gains_together_give_the_highest_that_the_model_gives_at_one_of_them() -> None:
    each = zip(as_it_comes(0.1), as_it_comes(1.0), as_it_comes(8.0), strict=True)
    assert probabilities(SPEECH) == pytest.approx([max(one) for one in each], abs=1e-6)


def test_what_was_heard_before_counts() -> None:
    after_speech = SileroDetector()
    probabilities(SPEECH[: 20 * FRAME_BYTES], after_speech)
    frame = SPEECH[20 * FRAME_BYTES : 21 * FRAME_BYTES]
    assert after_speech.probability(frame) != SileroDetector().probability(frame)


def test_two_detectors_do_not_share_their_state() -> None:
    alone = probabilities(SPEECH[: 20 * FRAME_BYTES])
    one, other = SileroDetector(), SileroDetector()
    between = []
    for start in range(0, 20 * FRAME_BYTES, FRAME_BYTES):
        between.append(one.probability(SPEECH[start : start + FRAME_BYTES]))
        other.probability(bytes(FRAME_BYTES))
    assert between == alone


def test_the_samples_given_are_not_changed() -> None:
    frame = SPEECH[:FRAME_BYTES]
    kept = bytes(frame)
    SileroDetector().probability(frame)
    assert frame == kept


def test_a_line_that_is_faint_for_long_is_not_looked_at_and_speech_after_it_is_found_at_once() -> None:
    hiss = np.random.default_rng(2).normal(0, 8, 3 * 16_000).astype("<i2").tobytes()
    detector = SileroDetector()
    faint = probabilities(hiss, detector)
    assert max(faint[:60]) > 0
    assert set(faint[64:]) == {0.0}
    after = probabilities(SPEECH, detector)
    assert min(after[:3]) > 0.3
    assert np.median(after) > 0.8


@pytest.mark.parametrize("kind", ["speech", "faint in between", "silent in between", "silence", "nothing", "long"])
def test_a_channel_looked_at_as_a_whole_is_heard_as_frame_by_frame(kind: str) -> None:
    hiss = np.random.default_rng(2).normal(0, 8, 4 * 16_000).astype("<i2").tobytes()
    audio = {
        "speech": SPEECH[:-100],
        "faint in between": SPEECH + hiss + SPEECH,
        "silent in between": SPEECH + bytes(30 * FRAME_BYTES) + hiss + SPEECH,
        "silence": bytes(3 * FRAME_BYTES),
        "nothing": b"",
        "long": SPEECH * 50,
    }[kind]
    whole = audio.ljust(-(-len(audio) // FRAME_BYTES) * FRAME_BYTES, b"\0")
    frames = [whole[start : start + FRAME_BYTES] for start in range(0, len(whole), FRAME_BYTES)]
    ahead = SileroAhead(audio)
    assert [ahead.probability(frame) for frame in frames] == pytest.approx(probabilities(whole), abs=1e-5)

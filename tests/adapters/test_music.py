"""Music on a line: told from speech, let go when somebody speaks."""

from collections.abc import Callable

import numpy as np
import pytest

from app.adapters.music import MusicAhead, TonalMusicDetector
from app.adapters.silero_ahead import SileroAhead
from app.core.events import Channel
from app.core.ports import FRAME_BYTES, FRAME_S, SAMPLE_RATE_HZ
from tests.adapters.answers import answers_beside
from tests.adapters.engine import pcm
from tests.adapters.noises import MUSIC, NOISE, RATE_HZ, Samples, beside, line_pcm, piano, pop, typing

SPEECH = pcm(Channel.CALLER, 4.4, 18)
NO_VOICE = 0.05


def judged(
    audio: bytes, detector: TonalMusicDetector | None = None, voice: Callable[[bytes], float] | None = None
) -> list[bool]:
    """What the detector says after each frame."""
    whole = len(audio) // FRAME_BYTES * FRAME_BYTES
    heard, probability = detector or TonalMusicDetector(), voice or SileroAhead(audio[:whole]).probability
    frames = [audio[start : start + FRAME_BYTES] for start in range(0, whole, FRAME_BYTES)]
    return [heard.hear(frame, probability(frame)) for frame in frames]


def no_voice(_: bytes) -> float:
    return NO_VOICE


def excerpt_samples(channel: Channel) -> Samples:
    """One side of the excerpt at 8 kHz again."""
    wide = np.frombuffer(pcm(channel, 0, 18), dtype="<i2").astype(np.float64) / 32768
    return np.asarray(wide[:: SAMPLE_RATE_HZ // RATE_HZ])


@pytest.mark.parametrize("kind", ["pop", "piano", "pad"])
@pytest.mark.parametrize("seed", [21, 22])
def test_music_is_noticed_within_ten_seconds_and_stays(kind: str, seed: int) -> None:
    said = judged(line_pcm(MUSIC[kind](25, seed)))
    assert said.index(True) * FRAME_S < 10
    assert all(said[said.index(True) :])


@pytest.mark.parametrize("channel", [Channel.AGENT, Channel.CALLER])
@pytest.mark.parametrize("voice", [None, no_voice], ids=["heard as a voice", "not heard as a voice"])
def test_speech_is_never_music(channel: Channel, voice: Callable[[bytes], float] | None) -> None:
    assert not any(judged(pcm(channel, 0, 18), voice=voice))


@pytest.mark.parametrize("kind", list(NOISE))
@pytest.mark.parametrize("snr_db", [15, 5])
def test_speech_beside_noise_is_never_music(kind: str, snr_db: float) -> None:
    speech = excerpt_samples(Channel.CALLER)
    assert not any(judged(line_pcm(beside(speech, NOISE[kind](20, 1), snr_db))))


@pytest.mark.parametrize("kind", ["hum", "line hum"])
def test_quiet_answers_that_hum_covers_are_not_music(kind: str) -> None:
    samples, _ = answers_beside(NOISE[kind], 15, 7)
    assert not any(judged(line_pcm(samples), voice=no_voice))


@pytest.mark.parametrize("kind", list(NOISE))
def test_noise_is_not_music(kind: str) -> None:
    assert not any(judged(line_pcm(NOISE[kind](20, 1)), voice=no_voice))


@pytest.mark.parametrize("pcm_of_silence", [bytes(640_000), line_pcm(1e-4 * np.ones(20 * RATE_HZ))])
def test_silence_is_not_music(pcm_of_silence: bytes) -> None:
    assert not any(judged(pcm_of_silence, voice=no_voice))


def test_music_is_let_go_soon_after_somebody_speaks() -> None:
    music = line_pcm(pop(15, 3))
    said = judged(music[: len(music) // FRAME_BYTES * FRAME_BYTES] + SPEECH)
    frames = len(music) // FRAME_BYTES
    assert said[frames - 1]
    assert said[frames:].index(False) * FRAME_S < 1
    assert not any(said[frames + round(1 / FRAME_S) :])


def test_music_is_let_go_when_it_ends_in_silence() -> None:
    music = line_pcm(piano(15, 3))
    frames = len(music) // FRAME_BYTES
    said = judged(music + bytes(FRAME_BYTES * round(4 / FRAME_S)), voice=no_voice)
    assert said[frames - 1]
    assert said[frames:].index(False) * FRAME_S < 3


def test_music_while_somebody_speaks_is_not_held_against_the_speaker() -> None:
    music = pop(18, 3)[: len(excerpt_samples(Channel.CALLER))]
    assert not any(judged(line_pcm(beside(excerpt_samples(Channel.CALLER), music, 10))))


def test_what_was_heard_before_counts() -> None:
    music = line_pcm(pop(20, 3))
    detector = TonalMusicDetector()
    half = len(music) // FRAME_BYTES // 2 * FRAME_BYTES
    both = judged(music[:half], detector, no_voice) + judged(music[half:], detector, no_voice)
    assert both == judged(music, voice=no_voice)
    assert both[half // FRAME_BYTES]


def test_two_detectors_do_not_share_their_state() -> None:
    one, other = TonalMusicDetector(), TonalMusicDetector()
    assert any(judged(line_pcm(pop(12, 3)), one, no_voice))
    assert not any(judged(line_pcm(typing(5, 3)), other, no_voice))


@pytest.mark.parametrize("frames", [0, 1, 256, 700])
def test_a_channel_looked_at_as_a_whole_is_heard_as_frame_by_frame(frames: int) -> None:
    audio = (line_pcm(pop(15, 3)) + SPEECH)[: frames * FRAME_BYTES]
    ahead, alone = MusicAhead(audio[:-300]), TonalMusicDetector()
    whole = [audio[start : start + FRAME_BYTES] for start in range(0, len(audio), FRAME_BYTES)]
    if whole:
        whole[-1] = whole[-1][:-300] + bytes(300)
    said = [alone.hear(frame, NO_VOICE) for frame in whole]
    assert [ahead.hear(frame, NO_VOICE) for frame in whole] == said
    assert any(said) == (frames >= 256)

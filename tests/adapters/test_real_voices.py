"""With real detectors and recorded voices: a recording is known again, people and their channels raise no alarm."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.adapters.recording import open_stereo
from app.adapters.silero import SileroDetector
from app.core.announcements import Announcements
from app.core.events import Channel, Health, HealthCode, LineState
from app.core.ports import FRAME_S, AudioChunk, Frame
from app.core.utterances import Segmentation, Segmenter, SpeechClosed
from app.core.watchdog import Watchdog
from app.paths import bundled
from app.runtime.ears import Ears

A, C = Channel.AGENT, Channel.CALLER
_LONG_S = 2.6

Call = dict[Channel, list[Frame]]


@pytest.fixture(scope="module")
def call() -> Call:
    """The frames of the demo call."""
    source = open_stereo(bundled("assets", "demo", "call.flac"), agent="left", caller="right", chunk_s=0.5)
    ears = Ears(source.channels, SileroDetector)
    heard: Call = {channel: [] for channel in source.channels}
    for chunk in source.chunks():
        assert isinstance(chunk, AudioChunk)
        heard[chunk.channel] += ears.frames(chunk)
    return heard


def repeats(frames: Sequence[Frame]) -> list[tuple[float, bool]]:
    """Start of every long utterance, and whether it was taken for an announcement."""
    segmenter, announcements = Segmenter(Segmentation()), Announcements()
    found: list[tuple[float, bool]] = []
    for index, frame in enumerate(frames):
        numbered = replace(frame, index=index)
        announcements.hear(numbered)
        for heard in segmenter.hear(numbered):
            if isinstance(heard, SpeechClosed):
                is_repeat = announcements.is_repeat(heard.start_s, heard.end_s)
                if heard.end_s - heard.start_s >= _LONG_S:
                    found.append((heard.start_s, is_repeat))
    return found


def in_noise(frames: Sequence[Frame], later: int) -> list[Frame]:
    """The same recording played again from another sample on, at another volume and in noise 20 dB below the voice."""
    samples = np.frombuffer(b"".join(frame.pcm for frame in frames), dtype="<i2").astype(np.float64)
    voice = np.concatenate([np.frombuffer(frame.pcm, dtype="<i2") for frame in frames if frame.speech > 0.5])
    noise = np.random.default_rng(later).normal(size=len(samples)) * np.sqrt(np.mean(voice.astype(float) ** 2)) / 10
    pcm = (0.6 * (samples + noise)).astype("<i2").tobytes()[2 * later :]
    return list(Ears((C,), SileroDetector).frames(AudioChunk(channel=C, pcm=pcm)))


@pytest.mark.parametrize("channel", [A, C])
def test_nobody_in_a_call_is_taken_for_an_announcement(call: Call, channel: Channel) -> None:
    found = repeats(call[channel])
    assert len(found) > 6
    assert not any(is_repeat for _, is_repeat in found)


# What was parted into pieces that are too short the first time is not remembered.
@pytest.mark.parametrize("later", [0, 200, 300])
def test_what_is_played_again_on_a_noisy_line_is_known(call: Call, later: int) -> None:
    first = call[C][: round(110 / FRAME_S)]
    found = repeats([*first, *in_noise(first, later)])
    before = [start_s + len(first) * FRAME_S for start_s, _ in found if start_s < 110]
    again = [is_repeat for start_s, is_repeat in found if any(abs(start_s - then_s) < 0.5 for then_s in before)]
    assert len(again) > 5
    assert all(again)


def advice(agent: Sequence[Frame], caller: Sequence[Frame]) -> list[Health]:
    dog = Watchdog((A, C))
    told = []
    for one, other in zip(agent, caller, strict=True):
        told += [*dog.hear(one, LineState.OPEN), *dog.hear(replace(other, channel=C), LineState.OPEN)]
    return told


def test_a_good_call_raises_no_alarm(call: Call) -> None:
    assert advice(call[A], call[C]) == []


def test_one_microphone_for_both_sides_is_told(call: Call) -> None:
    assert [health.code for health in advice(call[A], call[A])] == [HealthCode.ONE_DEVICE]


@pytest.mark.parametrize(("late_s", "lower_db"), [(0.1, 20), (0.4, 15)])
def test_the_agents_voice_on_the_callers_channel_is_told(call: Call, late_s: float, lower_db: float) -> None:
    late, share = round(late_s / FRAME_S), 10 ** (-lower_db / 20)
    came = [*call[A][:late], *call[A]][: len(call[C])]
    mixed = [
        replace(own, level=(own.level**2 + (share * other.level) ** 2) ** 0.5)
        for own, other in zip(call[C], came, strict=True)
    ]
    assert advice(call[A], mixed)[0].code is HealthCode.ECHO

"""Chunks of any length become frames of 32 ms."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Channel
from app.core.ports import FRAME_BYTES, AudioChunk, Frame
from app.runtime.ears import Ears
from tests.runtime.scripted import BOTH, LoudnessDetector, ears

C = Channel.CALLER


def heard(chunks: list[bytes]) -> list[Frame]:
    listening = ears((C,))
    frames = [frame for pcm in chunks for frame in listening.frames(AudioChunk(channel=C, pcm=pcm))]
    return [*frames, *listening.finish()]


@given(st.lists(st.integers(0, 3000), max_size=12))
def test_frames_hold_every_sample_once_and_only_the_last_is_filled_up(lengths: list[int]) -> None:
    audio = bytes(range(256)) * 150
    cuts = [sum(lengths[:count]) * 2 for count in range(len(lengths) + 1)]
    chunks = [audio[start:end] for start, end in pairwise(cuts)]
    whole = b"".join(chunks)
    frames = heard(chunks)
    assert all(len(frame.pcm) == FRAME_BYTES for frame in frames)
    assert [frame.index for frame in frames] == list(range(len(frames)))
    assert b"".join(frame.pcm for frame in frames) == whole.ljust(len(frames) * FRAME_BYTES, b"\0")
    assert len(frames) * FRAME_BYTES - len(whole) < FRAME_BYTES


def test_each_channel_keeps_its_own_remainder() -> None:
    listening = ears()
    for _ in range(3):
        for channel, length in ((Channel.AGENT, 400), (Channel.CALLER, 700)):
            list(listening.frames(AudioChunk(channel=channel, pcm=bytes(length))))
    assert [(frame.channel, frame.index) for frame in listening.finish()] == [
        (Channel.AGENT, 1),
        (Channel.CALLER, 2),
    ]


class Always:
    """Hears music in whatever is a voice."""

    def hear(self, pcm: bytes, speech: float) -> bool:
        """Whether music plays."""
        return any(pcm) and speech > 0.5


def test_music_is_listened_for_on_the_callers_channel_alone() -> None:
    listening = Ears(BOTH, LoudnessDetector, Always)
    for pcm in (bytes(FRAME_BYTES), b"\1" * FRAME_BYTES):
        for channel in BOTH:
            [frame] = listening.frames(AudioChunk(channel=channel, pcm=pcm))
            assert frame.music is (channel is C and any(pcm))

"""Frames as a voice activity detector would give them; each frame's samples carry its index."""

from collections.abc import Sequence

from app.core.events import Channel
from app.core.ports import FRAME_BYTES, FRAME_S, Frame

VOICE = 0.9
QUIET = 0.05
_INDEX_BYTES = 4


def frame(index: int, speech: float, channel: Channel = Channel.CALLER) -> Frame:
    """One frame whose samples say which one it is."""
    pcm = index.to_bytes(_INDEX_BYTES, "little") * (FRAME_BYTES // _INDEX_BYTES)
    return Frame(channel=channel, index=index, pcm=pcm, speech=speech)


def frames(probabilities: Sequence[float], channel: Channel = Channel.CALLER) -> list[Frame]:
    """Frames from index 0 on."""
    return [frame(index, speech, channel) for index, speech in enumerate(probabilities)]


def indexes(pcm: bytes) -> list[int]:
    """Indexes of the frames that audio is made of."""
    return [int.from_bytes(pcm[start : start + _INDEX_BYTES], "little") for start in range(0, len(pcm), FRAME_BYTES)]


def voice(seconds: float) -> list[float]:
    """Probabilities of so many seconds of speech."""
    return [VOICE] * round(seconds / FRAME_S)


def quiet(seconds: float) -> list[float]:
    """Probabilities of so many seconds of silence."""
    return [QUIET] * round(seconds / FRAME_S)

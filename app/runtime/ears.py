"""Chunks of any length become 32 ms frames with a speech probability."""

from collections.abc import Callable, Iterator

import numpy as np

from app.core.events import Channel
from app.core.ports import FRAME_BYTES, AudioChunk, Frame, SpeechDetector

_FULL_SCALE = 32768.0


class Ears:
    """One detector for each channel; a remainder waits for the next chunk."""

    def __init__(self, channels: tuple[Channel, ...], detector: Callable[[], SpeechDetector]) -> None:
        self._detectors = {channel: detector() for channel in channels}
        self._rest = dict.fromkeys(channels, b"")
        self._next = dict.fromkeys(channels, 0)

    def frames(self, chunk: AudioChunk) -> Iterator[Frame]:
        """Whole frames that the chunk completes."""
        pcm = self._rest[chunk.channel] + chunk.pcm
        whole = len(pcm) // FRAME_BYTES * FRAME_BYTES
        self._rest[chunk.channel] = pcm[whole:]
        for start in range(0, whole, FRAME_BYTES):
            yield self._frame(chunk.channel, pcm[start : start + FRAME_BYTES])

    def finish(self) -> Iterator[Frame]:
        """The remainders, filled up with silence."""
        for channel, rest in self._rest.items():
            if rest:
                yield self._frame(channel, rest.ljust(FRAME_BYTES, b"\0"))

    def _frame(self, channel: Channel, pcm: bytes) -> Frame:
        index = self._next[channel]
        self._next[channel] = index + 1
        samples = np.frombuffer(pcm, dtype="<i2").astype(np.float32) / _FULL_SCALE
        return Frame(
            channel=channel,
            index=index,
            pcm=pcm,
            speech=self._detectors[channel].probability(pcm),
            level=float(np.sqrt(np.mean(samples * samples))),
            peak=float(np.max(np.abs(samples))),
        )

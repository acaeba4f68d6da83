"""Chunks of any length become 32 ms frames with a speech probability."""

import math
from collections.abc import Callable, Iterator

import numpy as np

from app.core.events import Channel
from app.core.ports import FRAME_BYTES, AudioChunk, Frame, MusicDetector, SpeechDetector

Watch = Callable[[Frame], None]
"""Looks at each frame as it is heard, on the call's thread."""

_FULL_SCALE = 32768.0


class Ears:
    """One detector of speech for each channel, one of music for the caller's; a remainder waits for the next chunk.

    `watch` is shown every frame before it is handed on, with nothing taken out of it.
    """

    def __init__(
        self,
        channels: tuple[Channel, ...],
        detector: Callable[[], SpeechDetector],
        music: Callable[[], MusicDetector] | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._detectors = {channel: detector() for channel in channels}
        self._music = music() if music and Channel.CALLER in channels else None
        self._watch = watch
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
        speech = self._detectors[channel].probability(pcm)
        music = self._music if channel is Channel.CALLER else None
        samples = np.frombuffer(pcm, dtype="<i2").astype(np.float32) / _FULL_SCALE
        power = np.dot(samples, samples) / len(samples)
        frame = Frame(
            channel=channel,
            index=index,
            pcm=pcm,
            speech=speech,
            level=math.sqrt(power),
            peak=float(max(samples.max(), -samples.min())),
            music=music is not None and music.hear(pcm, speech),
        )
        if self._watch is not None:
            self._watch(frame)
        return frame

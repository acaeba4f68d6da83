"""What captured devices deliver while the doctor listens, and when it came."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from app.core.checkup import Delivered, PhraseHeard
from app.core.errors import AudioError
from app.core.ports import (
    FRAME_BYTES,
    FRAME_S,
    SAMPLE_BYTES,
    SAMPLE_RATE_HZ,
    SILENCE_DBFS,
    Capture,
    SpeechDetector,
)
from app.runtime.levels import level_dbfs

_LOOK_S = 0.02
_IS_SPEECH = 0.5
_FULL = 32_700


@dataclass(slots=True)
class Heard:
    """The audio of one device, and at which second each piece of it came."""

    capture: Capture
    pcm: bytearray = field(default_factory=bytearray)
    error: AudioError | None = None
    _pieces: list[tuple[int, float]] = field(default_factory=list)

    def forget(self) -> None:
        """Begin anew with what comes from now on."""
        self.take(0.0)
        self.pcm.clear()
        self._pieces.clear()

    def take(self, now_s: float) -> bytes:
        """Keep what has come; a device that is gone gives nothing more."""
        if self.error is not None:
            return b""
        try:
            piece = self.capture.take()
        except AudioError as error:
            self.error = error
            return b""
        if piece:
            self.pcm += piece
            self._pieces.append((len(self.pcm) // SAMPLE_BYTES, now_s))
        return piece

    def second_of(self, sample: int) -> float:
        """When a sample was recorded: its piece came when the last sample of it was."""
        for end, now_s in self._pieces:
            if sample < end:
                return now_s - (end - sample) / SAMPLE_RATE_HZ
        raise ValueError(sample)

    @property
    def delivered(self) -> Delivered:
        """How much of it there is, and whether it is more than silence."""
        return Delivered(seconds=len(self.pcm) / SAMPLE_BYTES / SAMPLE_RATE_HZ, has_sound=any(self.pcm))


class Listener:
    """Takes from devices fifty times a second; `clock` and `pause` may be those of a test."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, pause: Callable[[float], object] | None = None
    ) -> None:
        self.clock = clock
        self._pause = pause or threading.Event().wait

    def listen(
        self,
        heard: Sequence[Heard],
        seconds: float,
        *,
        on_piece: Callable[[bytes, float], None] | None = None,
        is_over: Callable[[], bool] = lambda: False,
    ) -> None:
        """Take until so many seconds have gone by; `on_piece` gets the first device's audio and the seconds left."""
        ends_s = self.clock() + seconds
        while (left_s := ends_s - self.clock()) > 0 and not is_over():
            self._pause(min(_LOOK_S, left_s))
            pieces = [device.take(self.clock()) for device in heard]
            if on_piece is not None and pieces:
                on_piece(pieces[0], max(0.0, ends_s - self.clock()))


def measure_phrase(pcm: bytes, detector: SpeechDetector) -> PhraseHeard:
    """How much speech there is in it, and how loud that is."""
    frames = [pcm[at : at + FRAME_BYTES] for at in range(0, len(pcm) - FRAME_BYTES + 1, FRAME_BYTES)]
    spoken = [frame for frame in frames if detector.probability(frame) >= _IS_SPEECH]
    speech = b"".join(spoken)
    samples = np.abs(np.frombuffer(speech or bytes(SAMPLE_BYTES), dtype="<i2").astype(np.int32))
    return PhraseHeard(
        has_sound=any(pcm),
        speech_s=len(spoken) * FRAME_S,
        level_dbfs=level_dbfs(speech) if speech else SILENCE_DBFS,
        clipped=float(np.mean(samples >= _FULL)),
    )

"""What lies between a sound card's thread and the call's: bytes in, bytes out, and nothing that waits."""

from collections import deque

import numpy as np
import soxr

from app.core.errors import AudioError
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ

_MOST_PIECES = 500
"""Ten seconds of 20 ms; a call that reads nothing for so long loses its oldest audio."""


class PcmQueue:
    """A bounded queue of pieces of audio; one thread puts, another takes."""

    def __init__(self, most: int = _MOST_PIECES) -> None:
        self._pieces: deque[bytes] = deque(maxlen=most)
        self._lost = 0
        self._error: AudioError | None = None

    def put(self, piece: bytes) -> None:
        """Add a piece; a full queue loses its oldest one."""
        self._lost += len(self._pieces) == self._pieces.maxlen
        self._pieces.append(piece)

    def fail(self, error: AudioError) -> None:
        """Nothing more will come; `take` raises this once the queue is empty."""
        self._error = error

    def take(self) -> bytes:
        """Everything put so far. Raises AudioError."""
        taken = []
        while self._pieces:
            taken.append(self._pieces.popleft())
        if not taken and self._error is not None:
            raise self._error
        return b"".join(taken)

    @property
    def lost(self) -> int:
        """How many pieces were lost."""
        return self._lost


class Resampler:
    """Signed 16-bit audio of any rate and number of channels becomes 16 kHz mono, piece by piece."""

    def __init__(self, rate: int, channels: int) -> None:
        self._channels = channels
        self._rest = b""
        self._stream = None if rate == SAMPLE_RATE_HZ else soxr.ResampleStream(rate, SAMPLE_RATE_HZ, 1, dtype="float32")

    def resample(self, pcm: bytes) -> bytes:
        """The next samples; some of them come with the next piece."""
        pcm = self._rest + pcm
        whole = len(pcm) - len(pcm) % (SAMPLE_BYTES * self._channels)
        self._rest = pcm[whole:]
        samples = np.frombuffer(pcm[:whole], dtype="<i2").reshape(-1, self._channels)
        mono = samples.mean(axis=1, dtype=np.float32)
        if self._stream is not None:
            mono = self._stream.resample_chunk(mono)
        return bytes(np.rint(np.clip(mono, -32768, 32767)).astype("<i2").tobytes())

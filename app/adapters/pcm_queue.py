"""What lies between a sound card's thread and the call's: bytes in, bytes out, and nothing that waits."""

from collections import deque
from contextlib import suppress

import numpy as np
import soxr

from app.core.errors import AudioError
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ

_MOST_S = 10.0
"""A call that reads nothing for so long loses its oldest audio."""


class PcmQueue:
    """Pieces of audio of this rate, ten seconds of them; one thread puts, another takes."""

    def __init__(self, rate: int = SAMPLE_RATE_HZ, channels: int = 1) -> None:
        self._pieces: deque[bytes] = deque()
        self._most = round(_MOST_S * rate) * channels * SAMPLE_BYTES
        self._put = self._dropped = self._taken = self._lost = 0
        self._error: AudioError | None = None

    def put(self, piece: bytes) -> None:
        """Add a piece; a full queue loses its oldest ones."""
        self._pieces.append(piece)
        self._put += len(piece)
        while self._put - self._dropped - self._taken > self._most:
            try:
                self._dropped += len(self._pieces.popleft())
            except IndexError:  # it is all being taken at this moment
                return
            self._lost += 1

    def lose(self) -> None:
        """The device itself has lost some audio."""
        self._lost += 1

    def fail(self, error: AudioError) -> None:
        """Nothing more will come; `take` raises this once the queue is empty."""
        self._error = error

    def take(self) -> bytes:
        """Everything put so far. Raises AudioError."""
        error, taken = self._error, []
        with suppress(IndexError):  # a full queue may lose its last piece between a look and the taking
            while True:
                taken.append(self._pieces.popleft())
        if not taken and error is not None:
            raise error
        pcm = b"".join(taken)
        self._taken += len(pcm)
        return pcm

    @property
    def lost(self) -> int:
        """How often audio was lost."""
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

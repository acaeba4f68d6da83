"""The spectrum that Whisper hears: as faster-whisper computes it, to the bit, without what that package loads."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from app.core.ports import SAMPLE_RATE_HZ

Floats = NDArray[np.float32]

_WINDOW, _STEP = 400, 160
"""Samples of one look at the sound, and from one look to the next: 25 and 10 ms."""
_LEAST, _RANGE = 1e-10, 8.0
"""What is weaker than that, and what is so many powers of ten below the strongest, is as good as silent."""
_HIGHEST_MEL = 45.245640471924965
_LINEAR_HZ = 200 / 3
_BENDS_AT_HZ = 1000.0
_STEP_ABOVE = np.log(6.4) / 27
"""Slaney's scale of pitches: even up to 1 kHz, by equal ratios above."""


class LogMel:
    """Log-mel spectra in so many bands, 80 or 128."""

    def __init__(self, bands: int) -> None:
        self._bands = _bands(bands).astype(np.float32)
        self._window = np.hanning(_WINDOW + 1)[:-1].astype(np.float32)

    def of(self, voice: Floats) -> Floats:
        """The spectrum of at least 201 samples at 16 kHz, (bands, hundredths of a second)."""
        framed = np.pad(voice, _WINDOW // 2, mode="reflect")
        looks = sliding_window_view(framed, _WINDOW)[::_STEP] * self._window
        power = np.abs(np.fft.rfft(looks).astype(np.complex64).T[:, :-1]) ** 2
        loud = np.log10(np.clip(self._bands @ power, _LEAST, None))
        spectrum: Floats = (np.maximum(loud, loud.max() - _RANGE) + 4.0) / 4.0
        return spectrum


def _bands(count: int) -> NDArray[np.float64]:
    """How much of each frequency goes into each band: triangles of equal area, (bands, frequencies)."""
    edges = _hertz(np.linspace(0.0, _HIGHEST_MEL, count + 2))
    away = edges[:, None] - np.fft.rfftfreq(_WINDOW, 1 / SAMPLE_RATE_HZ)
    width = np.diff(edges)[:, None]
    triangles = np.maximum(0.0, np.minimum(-away[:-2] / width[:-1], away[2:] / width[1:]))
    scaled: NDArray[np.float64] = triangles * (2.0 / (edges[2:] - edges[:-2]))[:, None]
    return scaled


def _hertz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    above = _BENDS_AT_HZ / _LINEAR_HZ
    hertz: NDArray[np.float64] = np.where(
        mels >= above, _BENDS_AT_HZ * np.exp(_STEP_ABOVE * (mels - above)), _LINEAR_HZ * mels
    )
    return hertz

"""A short quiet tone, and finding it again in what a device heard."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from app.core.ports import SAMPLE_RATE_HZ

LEAD_S = 0.3
"""Silence before the tone, in which a player that sleeps wakes up."""

TONE_S = 0.8

_HERTZ = 1360  # between two notes of the scale, so that music on the line is not taken for it
_LEVEL = 10 ** (-30 / 20)
_FADE_S = 0.02

_WINDOW = SAMPLE_RATE_HZ // 10
_HOP = SAMPLE_RATE_HZ // 50
_BIN = _HERTZ * _WINDOW // SAMPLE_RATE_HZ
_NEAR, _FAR = 4, 30  # bins of 10 Hz: beyond the window's own width, and still near by
_ABOVE = 10.0
_LEAST_LEVEL = 10 ** (-85 / 20)
_MOST_MISSING = 0.4
_MOST_ELSEWHERE = 0.3
_EDGE = SAMPLE_RATE_HZ // 100

Samples = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tone:
    """Where the tone begins, in samples, and its root mean square in decibels below full scale."""

    begin: int
    level_dbfs: float


def make_tone() -> bytes:
    """16 kHz mono signed 16-bit samples: silence, the tone, and a little silence."""
    times = np.arange(round(TONE_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    fade = np.clip(np.minimum(times, TONE_S - times) / _FADE_S, 0.0, 1.0)
    tone = _LEVEL * fade * np.sin(2 * np.pi * _HERTZ * times)
    lead, tail = np.zeros(round(LEAD_S * SAMPLE_RATE_HZ)), np.zeros(_WINDOW)
    return bytes(np.rint(np.concatenate([lead, tone, tail]) * 32767).astype("<i2").tobytes())


def find_tone(pcm: bytes) -> Tone | None:
    """The tone where it stands out from all that is near its pitch for as long as it was played, and only then."""
    samples = np.frombuffer(pcm, dtype="<i2") / 32768.0
    if len(samples) < round(TONE_S * SAMPLE_RATE_HZ):
        return None
    amplitudes, stands_out = _look(samples)
    length = (round(TONE_S * SAMPLE_RATE_HZ) - _WINDOW) // _HOP
    if len(stands_out) < length:
        return None
    seen = np.convolve(stands_out, np.ones(length), mode="valid")
    first = int(np.argmax(seen))
    elsewhere = stands_out.sum() - stands_out[max(0, first - 5) : first + length + 5].sum()
    if seen[first] < (1 - _MOST_MISSING) * length or elsewhere > _MOST_ELSEWHERE * length:
        return None
    amplitude = float(np.median(amplitudes[first : first + length][stands_out[first : first + length]]))
    return Tone(_onset(samples, first * _HOP, amplitude), float(20 * np.log10(amplitude / np.sqrt(2))))


def _look(samples: Samples) -> tuple[Samples, NDArray[np.bool_]]:
    """The tone's amplitude in each tenth of a second, and whether it stands out there."""
    windows = sliding_window_view(samples, _WINDOW)[::_HOP] * np.hanning(_WINDOW)
    sizes = np.abs(np.fft.rfft(windows, axis=1)) * (4 / _WINDOW)
    around = np.r_[_BIN - _FAR : _BIN - _NEAR + 1, _BIN + _NEAR : _BIN + _FAR + 1]
    rest = np.mean(sizes[:, around] ** 2, axis=1)
    amplitudes = sizes[:, _BIN]
    return amplitudes, (amplitudes > _LEAST_LEVEL) & (amplitudes**2 > _ABOVE * rest)


def _onset(samples: Samples, about: int, amplitude: float) -> int:
    """Where the tone begins to rise: a fade's half before it has half its size, near where it was first seen."""
    begin = max(0, about - _WINDOW)
    piece = samples[begin : about + 2 * _WINDOW]
    turned = piece * np.exp(-2j * np.pi * _HERTZ * np.arange(len(piece)) / SAMPLE_RATE_HZ)
    envelope = 2 * np.abs(np.convolve(turned, np.full(_EDGE, 1 / _EDGE), mode="same"))
    return max(0, begin + int(np.argmax(envelope > amplitude / 2)) - round(_FADE_S / 2 * SAMPLE_RATE_HZ))

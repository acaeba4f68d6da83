"""Hold music: partials that keep their pitch and give way to others, heard over seconds.

A note is a bar in the spectrogram, a voice's partials glide: the share of the energy in bars tells music from speech
(continuous frequency activation, Seyerlehner et al., DAFx 2007). Mains hum is a bar too, but one that never ends, so
a frequency that has been occupied for long does not count. While Silero hears a voice, nothing is called music.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from app.core.ports import FRAME_S, FRAME_SAMPLES, SAMPLE_RATE_HZ

_WINDOW = 2048
_BIN_HZ = SAMPLE_RATE_HZ / _WINDOW
_AROUND = 16
"""Bins on each side that a peak is compared with."""
_LOWEST, _HIGHEST = round(250 / _BIN_HZ), round(3500 / _BIN_HZ)
_PROMINENCE_DB, _RANGE_DB = 10.0, 50.0
"""How far a peak stands above the bins around it, and at most below the loudest bin."""
_FAINTEST_DB = -85.0
_QUIETEST = 10**-4.5
"""Power, of full scale, below which a frame is no hold music: a radio behind the caller is quieter than the line."""
_SUSTAINED = 8
"""Frames (0.256 s) after which a partial that stays within three bins (23 Hz) is a note."""
_COVERED_DB, _LEVEL_FRAMES = 10.0, 8
"""A tone whose bin falls so far below the level that it had of late has ended."""
_OCCUPIED, _OCCUPIED_IN_MUSIC = 0.7, 0.9
_RISE_FRAMES, _FALL_FRAMES = 4 / FRAME_S, 8 / FRAME_S
"""A bin counts as occupied after 4.8 s of one tone, 9.2 s while music plays; it is freed half as fast."""

_SLICE = 8
_BLOCK, _BLOCKS = 8, 4
"""Frames (0.256 s) that are summed up together; slices of a block (2 s); blocks that must all sound like music.

The last of them begins 6.1 s after a hum does, when the hum's bins are occupied.
"""
_NOTES_PER_SHARE = 5.0
"""So many bins a frame in which notes begin weigh as much as all the energy in notes."""
_ON, _ON_EACH, _OFF = 0.3, 0.12, 0.06
_LIVELY = 0.4
"""The least share of frames that are not silent."""
_VOICED = 0.5
_VOICED_MOST = 0.08
_SPEAKS, _SPEAKS_WITHIN = 4, 3
"""So many voiced frames within the latest slices (0.77 s) are somebody who speaks."""
_FADED = 6
"""Slices (1.5 s) without notes that end music."""

_NO_POWER, _LEAST_WEIGHT = 1e-12, 1e-4
_FRAMES_AT_ONCE = 256  # of which the spectra need 20 MB

Values = NDArray[np.float64]


@dataclass(slots=True)
class _Slice:
    """Sums over a few frames."""

    weight: float = 0.0
    tonal: float = 0.0
    begun: int = 0
    lively: int = 0
    voiced: int = 0


class TonalMusicDetector:
    """Tells whether music plays on one channel; judges every 0.256 s."""

    def __init__(self) -> None:
        self._samples = np.zeros(_WINDOW)
        self._bars = _Bars()
        self._slices: deque[_Slice] = deque(maxlen=_BLOCK * _BLOCKS)
        self._now = _Slice()
        self._frames = 0
        self._is_music = False

    def hear(self, pcm: bytes, speech: float) -> bool:
        """Whether music plays, after 1,024 bytes of 16 kHz signed 16-bit audio with this probability of speech."""
        self._samples[:-FRAME_SAMPLES] = self._samples[FRAME_SAMPLES:]
        self._samples[-FRAME_SAMPLES:] = np.frombuffer(pcm, dtype="<i2")
        [look] = _looks(self._samples[np.newaxis])
        return self.judge(look, speech)

    def judge(self, look: "_Look", speech: float) -> bool:
        """The same after the next look."""
        self._add(look, speech)
        self._frames += 1
        if self._is_music and self._speaks():
            self._end()
        if self._frames % _SLICE == 0:
            self._slices.append(self._now)
            self._now = _Slice()
            self._judge()
        return self._is_music

    def _add(self, look: "_Look", speech: float) -> None:
        tonal, begun = self._bars.hear(look, _OCCUPIED_IN_MUSIC if self._is_music else _OCCUPIED)
        self._now.voiced += speech >= _VOICED
        if look.total >= _QUIETEST:
            weight = look.total**0.5
            self._now.lively += 1
            self._now.weight += weight
            self._now.tonal += weight * tonal / look.total
            self._now.begun += begun

    def _judge(self) -> None:
        slices = list(self._slices)
        if self._is_music:
            if _score(slices[-_FADED:]) < _OFF:
                self._end()
        elif len(slices) == _BLOCK * _BLOCKS:
            self._is_music = _is_music(slices)

    def _speaks(self) -> bool:
        earlier = list(self._slices)[1 - _SPEAKS_WITHIN :]
        return self._now.voiced + sum(one.voiced for one in earlier) >= _SPEAKS

    def _end(self) -> None:
        self._is_music = False
        self._slices.clear()


class MusicAhead:
    """The same answers for a channel that is known to its end, in half the time."""

    def __init__(self, pcm: bytes) -> None:
        self._looks = _looks_ahead(pcm)
        self._detector = TonalMusicDetector()

    def hear(self, _: bytes, speech: float) -> bool:
        """Whether music plays, after the next 512 samples with this probability of speech. Give each frame once."""
        return self._detector.judge(next(self._looks), speech)


@dataclass(frozen=True, slots=True)
class _Look:
    """A spectrum: power in each bin and in all of them, that in decibels, and in which bins something stands out."""

    power: Values
    total: float
    db: Values
    held: NDArray[np.bool_]


class _Bars:
    """Which bins of the spectrum hold a partial, and for how long."""

    def __init__(self) -> None:
        count = _HIGHEST - _LOWEST
        self._age = np.zeros(count, dtype=np.int64)
        self._is_there = np.zeros(count, dtype=np.bool_)
        self._level_db = np.zeros(count)
        self._occupied = np.zeros(count)

    def hear(self, look: _Look, occupied: float) -> tuple[float, int]:
        """Power in notes in the next frame, and the number of bins in which a note has just begun."""
        self._age = (self._age + 1) * look.held
        self._occupy(look.held, look.db)
        is_free = self._occupied < occupied
        notes = _widened(self._age >= _SUSTAINED) & is_free
        begun = int(np.count_nonzero((self._age == _SUSTAINED) & is_free))
        return float(look.power[notes].sum()), begun

    def _occupy(self, held: NDArray[np.bool_], db: Values) -> None:
        """A tone is there until its bin falls quiet: one that is covered by something louder has not ended."""
        self._is_there = held | (self._is_there & (db > self._level_db - _COVERED_DB))
        self._level_db += np.where(held, (db - self._level_db) / _LEVEL_FRAMES, 0)
        self._occupied += np.where(self._is_there, (1 - self._occupied) / _RISE_FRAMES, -self._occupied / _FALL_FRAMES)


_HANN = np.hanning(_WINDOW) / (32768 * _WINDOW / 4 * 1.5**0.5)
"""Scaled so that a full-scale square wave has a power of about 1 in all its bins together."""


def _looks_ahead(pcm: bytes) -> Iterator[_Look]:
    """A look after each frame of a channel; the last one may be filled up with silence."""
    samples = np.frombuffer(pcm, dtype="<i2")
    padded = np.pad(samples, (_WINDOW - FRAME_SAMPLES, -len(samples) % FRAME_SAMPLES))
    windows = sliding_window_view(padded, _WINDOW)[::FRAME_SAMPLES] if len(samples) else np.empty((0, _WINDOW))
    for first in range(0, len(windows), _FRAMES_AT_ONCE):
        yield from _looks(windows[first : first + _FRAMES_AT_ONCE].astype(np.float64))


def _looks(windows: Values) -> Iterator[_Look]:
    """Looks at windows (looks, samples)."""
    powers = _powers(windows)
    dbs = 10 * np.log10(powers + _NO_POWER)
    helds = _widened(_peaks(dbs))
    inner = slice(_AROUND, -_AROUND)
    for power, db, held in zip(powers[:, inner], dbs[:, inner], helds, strict=True):
        yield _Look(power, float(power.sum()), db, held)


def _powers(windows: Values) -> Values:
    """Power of the bins from `_LOWEST` to `_HIGHEST`, with `_AROUND` more on each side."""
    spectra = np.fft.rfft(windows * _HANN)[:, _LOWEST - _AROUND : _HIGHEST + _AROUND]
    return np.asarray(spectra.real**2 + spectra.imag**2)


def _peaks(db: Values) -> NDArray[np.bool_]:
    """Bins that stand out from those around them."""
    total = np.cumsum(np.pad(db, ((0, 0), (1, 0))), axis=1)
    width = 2 * _AROUND + 1
    around = (total[:, width:] - total[:, :-width]) / width
    here = db[:, _AROUND:-_AROUND]
    beside = [db[:, _AROUND + step : db.shape[1] - _AROUND + step] for step in (-2, -1, 1, 2)]
    least = np.maximum(around + _PROMINENCE_DB, np.maximum(here.max(axis=1, keepdims=True) - _RANGE_DB, _FAINTEST_DB))
    return np.asarray((here >= np.maximum.reduce(beside)) & (here > least))


def _widened(bins: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Bins with both neighbours of each, along the last axis."""
    wide = bins.copy()
    wide[..., 1:] |= bins[..., :-1]
    wide[..., :-1] |= bins[..., 1:]
    return wide


def _score(slices: list[_Slice]) -> float:
    """How much a stretch is made of notes: their share of the energy, and how many begin."""
    weight = sum(one.weight for one in slices)
    tonal = sum(one.tonal for one in slices) / (weight + _LEAST_WEIGHT)
    return tonal + sum(one.begun for one in slices) / (len(slices) * _SLICE * _NOTES_PER_SHARE)


def _is_music(slices: list[_Slice]) -> bool:
    frames = len(slices) * _SLICE
    if sum(one.voiced for one in slices) > _VOICED_MOST * frames:
        return False
    blocks = [slices[start : start + _BLOCK] for start in range(0, len(slices), _BLOCK)]
    if any(sum(one.lively for one in block) < _LIVELY * _BLOCK * _SLICE for block in blocks):
        return False
    scores = [_score(block) for block in blocks]
    return min(scores) >= _ON_EACH and sum(scores) >= _ON * len(scores)

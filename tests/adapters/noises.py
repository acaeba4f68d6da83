"""Sounds of a telephone line that are no speech, made anew from a seed: music, typing, hum, tones and hiss.

Every maker takes seconds and a seed and gives 8 kHz samples at the level such a sound usually has on a line;
`line_pcm` passes them through the telephone's band and companding and gives what the product hears.
"""

from collections.abc import Callable, Sequence

import numpy as np
import soxr
from numpy.typing import NDArray

from app.core.ports import SAMPLE_RATE_HZ

RATE_HZ = 8000
BAND_HZ = (300.0, 3400.0)
MUSIC_DB, TONE_DB, HUM_DB, HISS_DB, TYPING_DB = -22.0, -20.0, -32.0, -45.0, -30.0
"""Root mean square of each kind, in dB of full scale; typing is measured while keys are struck."""

Samples = NDArray[np.float64]
Maker = Callable[[float, int], Samples]

_SCALE = (0, 2, 4, 5, 7, 9, 11)
_PROGRESSIONS = ((0, 4, 5, 3), (0, 5, 3, 4), (5, 3, 0, 4), (0, 3, 1, 4))
_VOWELS = {  # formants in Hz of a singing voice
    "a": (800, 1150, 2900),
    "e": (400, 1700, 2600),
    "i": (300, 2200, 3000),
    "o": (450, 800, 2830),
    "u": (325, 700, 2700),
}
_FORMANT_WIDTH_HZ = (90.0, 110.0, 160.0)
_FORMANT_GAIN = (1.0, 0.5, 0.25)


def pop(seconds: float, seed: int) -> Samples:
    """Four chords around and around, a melody over them, bass and drums."""
    rng = np.random.default_rng(seed)
    beat_s = 60 / rng.uniform(88, 126)
    key = rng.uniform(110, 165)
    progression = _PROGRESSIONS[rng.integers(len(_PROGRESSIONS))]
    mix = _silence(seconds)
    for beat in range(int(seconds / beat_s) + 1):
        at, root = beat * beat_s, progression[beat // 4 % 4]
        if beat % 2 == 0:
            for step in (0, 2, 4):
                _add(mix, at, 0.25 * _note(_degree(key * 2, root + step), 2 * beat_s, decay_s=1.2, partials=6))
        _add(mix, at, 0.4 * _note(_degree(key, root), beat_s, decay_s=0.5, partials=8))
        for half in (0, 0.5):
            _add(mix, at + half * beat_s, (0.2 if half else 0.12) * _hit(rng, 0.04, 0.012))
            if rng.random() < 0.7:
                step = root + int(rng.choice([0, 2, 4, 7, 8]))
                _add(mix, at + half * beat_s, 0.4 * _note(_degree(key * 4, step), 0.6 * beat_s, 0.4, partials=4))
        if beat % 2:
            _add(mix, at, 0.5 * _hit(rng, 0.15, 0.04))
    return at_level(_telephone(mix), MUSIC_DB)


def piano(seconds: float, seed: int) -> Samples:
    """Single plucked notes of unequal length, that ring on, with a pause now and then."""
    rng = np.random.default_rng(seed)
    key, step, at = rng.uniform(196, 262), 4, 0.0
    mix = _silence(seconds)
    while at < seconds:
        step = int(np.clip(step + rng.integers(-3, 4), -4, 11))
        length_s = float(rng.choice([0.22, 0.33, 0.44, 0.66, 1.3], p=[0.3, 0.3, 0.2, 0.15, 0.05]))
        loud = rng.uniform(0.5, 1.0)
        _add(mix, at, loud * _note(_degree(key, step), 1.8, decay_s=0.45, partials=9, stiffness=4e-4))
        if rng.random() < 0.3:
            _add(mix, at, 0.6 * loud * _note(_degree(key / 2, step - 2), 2.5, decay_s=0.9, partials=9, stiffness=2e-4))
        at += length_s
    return at_level(_telephone(mix), MUSIC_DB)


def pad(seconds: float, seed: int) -> Samples:
    """Slow chords of detuned voices that swell and fade into one another."""
    rng = np.random.default_rng(seed)
    key, length_s = rng.uniform(130, 196), rng.uniform(4, 6)
    mix, root = _silence(seconds), 0
    for chord in range(int(seconds / length_s) + 1):
        root = int(rng.choice([step for step in (0, 3, 4, 5) if step != root]))
        for step in (0, 2, 4, 7):
            for cents in (-7, 0, 6):
                hertz = _degree(key, root + step) * 2 ** (cents / 1200)
                _add(mix, chord * length_s, _swell(hertz, length_s + 2, float(rng.uniform(0, 6.28))))
    return at_level(_telephone(mix), MUSIC_DB)


def song(seconds: float, seed: int) -> Samples:
    """A voice alone that sings vowels: formants, vibrato, glides, syllables of a dip and a breath after each phrase."""
    rng = np.random.default_rng(seed)
    count = round(seconds * RATE_HZ)
    tonic = rng.uniform(150, 300)
    pitch, loud = np.full(count, tonic), np.zeros(count)
    formants = np.full((len(_FORMANT_WIDTH_HZ), count), 1000.0)
    at, step = 0, 2
    while at < count:
        for _ in range(int(rng.integers(5, 10))):
            length = round(RATE_HZ * float(rng.choice([0.3, 0.45, 0.6, 0.9, 1.5], p=[0.25, 0.25, 0.2, 0.2, 0.1])))
            step = int(np.clip(step + rng.integers(-2, 3), -2, 7))
            piece = slice(at, min(at + length, count))
            pitch[piece] = _degree(tonic, step)
            loud[piece] = _edges(length, round(0.04 * RATE_HZ))[: len(loud[piece])] * 0.85 + 0.15
            formants[:, piece] = np.array(_VOWELS[str(rng.choice(list(_VOWELS)))])[:, np.newaxis]
            at += length
        at += round(RATE_HZ * rng.uniform(0.3, 0.6))
    vibrato = 2 ** (np.sin(2 * np.pi * rng.uniform(5, 6) * np.arange(count) / RATE_HZ) * rng.uniform(30, 60) / 1200)
    return at_level(_telephone(_sung(_smooth(pitch, 0.06) * vibrato, loud, _smooth(formants, 0.05))), MUSIC_DB)


def typing(seconds: float, seed: int) -> Samples:
    """Keys struck in runs of a quick typist, each a click and a softer one when it comes up."""
    rng = np.random.default_rng(seed)
    mix, at = _silence(seconds), float(rng.uniform(0, 0.5))
    while at < seconds:
        for _ in range(int(rng.integers(4, 30))):
            loud, ring = rng.uniform(0.4, 1.0), rng.uniform(900, 2800)
            _add(mix, at, loud * _click(rng, ring))
            _add(mix, at + rng.uniform(0.06, 0.11), 0.4 * loud * _click(rng, ring * 1.2))
            at += float(rng.gamma(6, 0.028))
        at += float(rng.uniform(0.4, 2.5))
    return at_level(_telephone(mix), TYPING_DB, of_loud=True)


def hum(seconds: float, seed: int, mains_hz: float = 50.0) -> Samples:
    """Mains hum with its harmonics, as a bad cable beside a microphone gives; not cut to the telephone's band."""
    rng = np.random.default_rng(seed)
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    mix = _silence(seconds)
    for harmonic in range(1, 41):
        gain = (1.0 if harmonic % 2 else 0.4) / harmonic**1.2
        mix += gain * np.sin(2 * np.pi * harmonic * mains_hz * time_s + rng.uniform(0, 6.28))
    return at_level(mix + 0.01 * rng.standard_normal(len(mix)), HUM_DB)


def line_hum(seconds: float, seed: int) -> Samples:
    """What the telephone's band leaves of 60 Hz hum: the harmonics from 300 Hz on."""
    return at_level(_telephone(hum(seconds, seed, 60.0)), HUM_DB)


def ringing(seconds: float, seed: int) -> Samples:
    """The call is on its way: 440 and 480 Hz for 2 s of every 6."""
    return _tones(seconds, seed, (440, 480), ((0, 2),), 6)


def busy(seconds: float, seed: int) -> Samples:
    """Busy: 480 and 620 Hz, half a second on and off."""
    return _tones(seconds, seed, (480, 620), ((0, 0.5),), 1)


def hold_beeps(seconds: float, seed: int) -> Samples:
    """Two short beeps of 1,400 Hz every 8 s while a call is parked."""
    return _tones(seconds, seed, (1400,), ((0, 0.2), (0.4, 0.6)), 8)


def hiss(seconds: float, seed: int) -> Samples:
    """White line noise."""
    noise = np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ))
    return at_level(_telephone(noise), HISS_DB)


def pink(seconds: float, seed: int) -> Samples:
    """Line noise whose power falls by 3 dB an octave."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ)))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    return at_level(_telephone(np.fft.irfft(spectrum, round(seconds * RATE_HZ))), HISS_DB)


MUSIC: dict[str, Maker] = {"pop": pop, "piano": piano, "pad": pad, "song": song}
TONES: dict[str, Maker] = {"ringing": ringing, "busy": busy, "hold beeps": hold_beeps}
NOISE: dict[str, Maker] = {"typing": typing, "hum": hum, "line hum": line_hum, "hiss": hiss, "pink": pink}


def beside(speech: Samples, noise: Samples, snr_db: float) -> Samples:
    """Speech with noise `snr_db` below the level of its loud parts; as long as the speech."""
    wanted = _level(speech, of_loud=True) * 10 ** (-snr_db / 20)
    return speech + noise[: len(speech)] * (wanted / _level(noise, of_loud=True))


def at_level(samples: Samples, level_db: float, *, of_loud: bool = False) -> Samples:
    """At a root mean square of so many dB of full scale; `of_loud` leaves the quiet pieces out of it."""
    scaled = samples * (10 ** (level_db / 20) / _level(samples, of_loud=of_loud))
    return np.asarray(np.clip(scaled, -1, 1))


def line_pcm(samples: Samples) -> bytes:
    """Through the eight bits of a telephone line (mu-law, G.711), as 16 kHz signed 16-bit bytes."""
    clipped = np.clip(samples, -1, 1)
    coded = np.round(127 * np.sign(clipped) * np.log1p(255 * np.abs(clipped)) / np.log(256)) / 127
    heard = np.sign(coded) * np.expm1(np.abs(coded) * np.log(256)) / 255
    wide = soxr.resample(heard, RATE_HZ, SAMPLE_RATE_HZ)
    return bytes(np.clip(np.round(wide * 32768), -32768, 32767).astype("<i2").tobytes())


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE_HZ))


def _add(mix: Samples, at_s: float, sound: Samples) -> None:
    begin = round(at_s * RATE_HZ)
    if begin < len(mix):
        mix[begin : begin + len(sound)] += sound[: len(mix) - begin]


def _degree(tonic_hz: float, step: int) -> float:
    """Frequency of a step of the major scale, counted from 0."""
    octave, degree = divmod(step, len(_SCALE))
    return float(tonic_hz * 2 ** (octave + _SCALE[degree] / 12))


def _note(hertz: float, seconds: float, decay_s: float, *, partials: int, stiffness: float = 0.0) -> Samples:
    """A struck string: partials that die away, the high ones first, spread by the string's stiffness."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    sound = np.zeros(len(time_s))
    for partial in range(1, partials + 1):
        frequency = hertz * partial * np.sqrt(1 + stiffness * partial**2)
        if frequency < RATE_HZ / 2:
            die = np.exp(-time_s * (1 + 0.25 * (partial - 1)) / decay_s)
            sound += die * np.sin(2 * np.pi * frequency * time_s) / partial
    return sound * _edges(len(sound), round(0.004 * RATE_HZ))


def _swell(hertz: float, seconds: float, phase: float) -> Samples:
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    partials = [np.sin(2 * np.pi * n * hertz * time_s + phase * n) / n**1.5 for n in range(1, 8)]
    return np.asarray(sum(partials) * np.sin(np.pi * time_s / seconds) ** 0.7)


def _hit(rng: np.random.Generator, seconds: float, decay_s: float) -> Samples:
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return np.asarray(rng.standard_normal(len(time_s)) * np.exp(-time_s / decay_s))


def _click(rng: np.random.Generator, ring_hz: float) -> Samples:
    time_s = np.arange(round(0.03 * RATE_HZ)) / RATE_HZ
    ring = np.sin(2 * np.pi * ring_hz * time_s + rng.uniform(0, 6.28)) * np.exp(-time_s / 0.004)
    return np.asarray(ring + rng.standard_normal(len(time_s)) * np.exp(-time_s / 0.002))


def _sung(pitch_hz: Samples, loud: Samples, formants_hz: Samples) -> Samples:
    """Harmonics of a gliding pitch (samples), weighted by three moving formants (3, samples)."""
    phase = 2 * np.pi * np.cumsum(pitch_hz) / RATE_HZ
    sound = np.zeros(len(pitch_hz))
    for harmonic in range(1, 24):
        hertz = harmonic * pitch_hz
        gain = sum(
            share / (1 + ((hertz - formant) / width) ** 2)
            for share, formant, width in zip(_FORMANT_GAIN, formants_hz, _FORMANT_WIDTH_HZ, strict=True)
        )
        sound += np.where(hertz < RATE_HZ / 2, gain, 0) * np.sin(harmonic * phase) / harmonic**0.3
    return sound * loud


def _tones(
    seconds: float, seed: int, hertz: Sequence[float], on_s: Sequence[tuple[float, float]], every_s: float
) -> Samples:
    """A cadence of tones, begun at a moment that the seed chooses, over a little hiss."""
    rng = np.random.default_rng(seed)
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    now = (time_s + rng.uniform(0, every_s)) % every_s
    is_on = np.any([(now >= begin) & (now < end) for begin, end in on_s], axis=0)
    sound = np.sum([np.sin(2 * np.pi * one * time_s) for one in hertz], axis=0) * is_on
    return at_level(sound + 1e-3 * rng.standard_normal(len(sound)), TONE_DB, of_loud=True)


def _telephone(samples: Samples) -> Samples:
    """Only the telephone's band, with slopes of a tenth of each edge."""
    low, high = BAND_HZ
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE_HZ)
    gain = np.interp(hertz, [low * 0.9, low, high, high * 1.1], [0.0, 1.0, 1.0, 0.0])
    return np.fft.irfft(np.fft.rfft(samples) * gain, len(samples))


def _level(samples: Samples, *, of_loud: bool = False) -> float:
    """Root mean square; `of_loud` leaves out pieces of 20 ms that are 30 dB below the loudest."""
    step = RATE_HZ // 50
    power = np.mean(samples[: len(samples) // step * step].reshape(-1, step) ** 2, axis=1)
    if of_loud:
        power = power[power > power.max() * 1e-3]
    return float(np.sqrt(np.mean(power)))


def _edges(count: int, ramp: int) -> Samples:
    """Ones that rise from 0 and fall back to it within `ramp` samples."""
    index = np.arange(count)
    return np.clip(np.minimum(index, count - 1 - index) / max(1, ramp), 0, 1)


def _smooth(values: Samples, seconds: float) -> Samples:
    """Moving mean along the last axis, in linear time."""
    width = round(seconds * RATE_HZ)
    padding = [(0, 0)] * (values.ndim - 1) + [(width // 2 + 1, width - width // 2)]
    total = np.cumsum(np.pad(values, padding, mode="edge"), axis=-1)
    return np.asarray(total[..., width:-1] - total[..., : -width - 1]) / width

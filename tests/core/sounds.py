"""How loud voices are over time, made up: syllables of many lengths and strengths, with pauses between some."""

import math
import random
from collections.abc import Sequence

from app.core.events import Channel
from app.core.ports import FRAME_BYTES, FRAME_S, Frame
from tests.core.speech import QUIET, VOICE

_STEPS = 8
_STEP_S = FRAME_S / _STEPS
_SILENT = 1e-9


def syllables(seed: int, seconds: float, *, said_again: int = 0) -> list[float]:
    """Power in steps of 4 ms. Said again each syllable is up to a tenth longer or shorter and 3 dB louder or softer."""
    shape, manner = (random.Random(n) for n in (seed, 1000 * seed + said_again))  # noqa: S311 - no secret
    freedom = 1.0 if said_again else 0.0
    steps: list[float] = []
    while len(steps) * _STEP_S < seconds:
        length = round(shape.uniform(25, 70) * (1 + freedom * manner.uniform(-0.1, 0.1)))
        loud_db = shape.uniform(-32, -16) + freedom * manner.uniform(-3, 3)
        steps += [10 ** ((loud_db - 18 * (1 - math.sin(math.pi * (n + 0.5) / length))) / 10) for n in range(length)]
        if shape.random() < 0.25:
            steps += [_SILENT] * shape.randint(15, 60)
    return steps[: round(seconds / _STEP_S)]


def levels(power: Sequence[float], *, begins: int = 0, gain_db: float = 0.0, noise_db: float = -90.0) -> list[float]:
    """Levels of frames that begin so many steps of 4 ms into the sound, at another volume and in noise."""
    gain, noise = 10 ** (gain_db / 10), 10 ** (noise_db / 10)
    heard = [gain * value + noise for value in power[begins:]]
    whole = len(heard) // _STEPS * _STEPS
    return [math.sqrt(sum(heard[at : at + _STEPS]) / _STEPS) for at in range(0, whole, _STEPS)]


def silence(seconds: float) -> list[float]:
    """Levels of so many seconds of nothing."""
    return [0.0] * round(seconds / FRAME_S)


def sounding(
    loudness: Sequence[float],
    channel: Channel = Channel.CALLER,
    *,
    peak: float | None = None,
    music: Sequence[bool] = (),
    first: int = 0,
) -> list[Frame]:
    """Frames of these levels; whatever sounds is a voice, unless it is silent for a moment only."""
    frames = []
    for n, level in enumerate(loudness):
        around = loudness[max(0, n - 6) : n + 7]
        frames.append(
            Frame(
                channel=channel,
                index=first + n,
                pcm=bytes([1 if level else 0]) * FRAME_BYTES,
                speech=VOICE if max(around) > 1e-3 else QUIET,
                level=level,
                peak=min(1.0, 4 * level) if peak is None else peak,
                music=n < len(music) and music[n],
            )
        )
    return frames

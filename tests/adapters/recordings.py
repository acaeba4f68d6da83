"""Small recordings made for a test, and the excerpt of a telephone call that comes with the tests."""

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

EXCERPT = Path(__file__).parents[1] / "data" / "audio" / "excerpt.flac"
"""18 s of a call, 8 kHz, agent left and caller right: about a refund, and getting angry."""

Samples = NDArray[np.float64]


def tone(seconds: float, rate: int = 8000, hertz: float = 440.0, level: float = 0.4) -> Samples:
    """A plain tone."""
    return np.asarray(level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate))


def write(path: Path, *channels: Samples, rate: int = 8000, subtype: str = "PCM_16") -> Path:
    """A recording of these channels, its format as the name says."""
    soundfile.write(path, np.stack(channels, axis=1), rate, subtype=subtype)
    return path


def excerpt(path: Path, begin_s: float, end_s: float, *, sides: tuple[int, ...] = (0, 1)) -> Path:
    """A piece of the excerpt; `sides` are the columns to keep."""
    samples, rate = soundfile.read(EXCERPT, dtype="int16", always_2d=True)
    soundfile.write(path, samples[round(begin_s * rate) : round(end_s * rate), list(sides)], rate)
    return path


def cut_off(path: Path, share: float = 0.5) -> Path:
    """The first part of a file, beside it, as an interrupted copy leaves it."""
    whole = path.read_bytes()
    piece = path.with_name(f"cut_{path.name}")
    piece.write_bytes(whole[: round(len(whole) * share)])
    return piece


def empty(path: Path) -> Path:
    """A file of no bytes."""
    path.touch()
    return path


def text_file(path: Path) -> Path:
    """A text under the name of a recording."""
    path.write_text("This is not a recording.\n" * 100, encoding="utf-8")
    return path

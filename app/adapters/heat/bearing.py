"""What an utterance says of its speaker in the course of a call, by trained weights."""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from app.adapters.arrays import read_arrays
from app.core.course import KEPT
from app.core.errors import LexiconError
from app.core.ports import Bearing

COURSE = "course.npz"
CALM, LEAST = 0.05, 0.004
"""A heat that says nothing of the call, and the least that is told from 0 (and from 1)."""

_UNREADABLE = "The weights of the scorer cannot be read.", "Reinstall Calmline."

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class BearingWeights:
    """How what is read in an utterance becomes log-odds of each degree.

    What is read: the log-odds of its heat over those of calm words, then what the `heads` (384, heads) read in the mean
    of the sentence model's states, with their `head_biases`. `own` (degrees, 1 + read + 2) weighs 1,
    what is read, the logarithm of the number of words and that times the first thing read; `later` (memories, degrees,
    read) what is read.
    """

    heads: Floats
    head_biases: Floats
    own: Floats
    later: Floats


class BearingLayer:
    """Reads the bearing of utterances."""

    def __init__(self, weights: BearingWeights) -> None:
        self._weights = weights

    def read(self, heat: float, words: int, mean: Floats) -> Bearing:
        """Of an utterance of this heat and so many words; `mean` (384,) is of the sentence model."""
        read = readings(self._weights, heat, mean)
        own, later = self._weights.own @ terms(read, words), self._weights.later @ read
        return Bearing(own=tuple(own.tolist()), later=tuple(tuple(one) for one in later.tolist()))


def readings(weights: BearingWeights, heat: float, mean: Floats) -> Floats:
    """What is read in an utterance, (read,)."""
    over_calm = np.array([_log_odds(heat) - _log_odds(CALM)], np.float32)
    return np.concatenate([over_calm, mean @ weights.heads + weights.head_biases])


def terms(read: Floats, words: int) -> Floats:
    """What the weights of the utterance itself are for, (1 + read + 2,)."""
    length = math.log1p(words)
    return np.concatenate([[1.0], read, [length, length * read[0]]]).astype(np.float32)


def load_bearing(folder: Path) -> BearingWeights:
    """Read what benchmarks/train_course.py wrote. Raises LexiconError."""
    try:
        arrays = read_arrays(folder / COURSE)
        found = {name: arrays[name].astype(np.float32) for name in BearingWeights.__slots__}
    except (OSError, ValueError, KeyError) as error:
        raise LexiconError(*_UNREADABLE) from error
    weights = BearingWeights(**found)
    if not _fits(weights):
        raise LexiconError(*_UNREADABLE)
    return weights


def _fits(weights: BearingWeights) -> bool:
    """Whether what is read, the degrees and the memories are as many everywhere."""
    read = 1 + len(weights.head_biases)
    degrees = len(weights.own)
    shapes = weights.heads.shape[1], weights.own.shape, weights.later.shape
    return shapes == (read - 1, (degrees, 1 + read + 2), (len(KEPT), degrees, read))


def _log_odds(chance: float) -> float:
    within = min(1 - LEAST, max(LEAST, chance))
    return math.log(within / (1 - within))

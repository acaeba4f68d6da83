"""Trained heads: linear in the sentence model's mean state, in pieces of words, and in what phrases say."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from app.adapters.arrays import read_arrays
from app.core.errors import LexiconError
from app.core.ngrams import pieces_of

TALK = "talk.npz"
MOVES, DANGERS = "moves", "danger"
ANY = "any"
"""The first question about danger is whether there is any; the others are which."""
SHORT = 6.0
"""Length of the mean state that the heads read."""

PIECES_SCALE = 8.0

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heads:
    """Some questions with a linear answer to each; above 0 is a yes.

    `names` are the questions and `columns` the kinds of phrases that count. `state` is (questions, 384), `pieces`
    (questions, buckets) in steps of `scale` (questions, 1), `phrases` (questions, columns), `bias` (questions,).
    """

    names: tuple[str, ...]
    columns: tuple[str, ...]
    state: Floats
    pieces: npt.NDArray[np.int8]
    scale: Floats
    phrases: Floats
    bias: Floats

    def odds(self, mean: Floats, words: Sequence[str], found: Collection[str]) -> dict[str, float]:
        """Log-odds of a yes to each question: from a mean state of length 1 (384,), plain words, kinds of phrases."""
        buckets = [bucket for bucket, _ in pieces_of(words)]
        odds = self.bias + SHORT * (self.state @ mean)
        if buckets:
            summed = self.pieces[:, buckets].sum(axis=1, dtype=np.int32)
            odds = odds + PIECES_SCALE / math.sqrt(len(buckets)) * self.scale[:, 0] * summed
        odds = odds + self.phrases @ np.array([kind in found for kind in self.columns], np.float32)
        return dict(zip(self.names, odds.tolist(), strict=True))


def load_heads(folder: Path, name: str) -> Heads:
    """What benchmarks/train_talk.py wrote under a name. Raises LexiconError."""
    try:
        held = read_arrays(folder / TALK)
        own = {part.removeprefix(f"{name}/"): array for part, array in held.items() if part.startswith(f"{name}/")}
        names, columns = tuple(own.pop("names").tolist()), tuple(own.pop("columns").tolist())
        return Heads(names=names, columns=columns, **own)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LexiconError("What reads moves and danger cannot be read.", "Reinstall Calmline.") from error

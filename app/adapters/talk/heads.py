"""Trained layers and heads that read moves and danger: linear in the mean state, and in what phrases say."""

import math
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from app.adapters.arrays import read_arrays
from app.core.errors import LexiconError
from app.core.ngrams import pieces_of

MOVES, DANGER = "moves.npz", "danger.npz"
LAYERS, HEADS, GLANCE = "layers/", "heads/", "glance/"
ANY = "any"
"""The first question about danger is whether there is any; the others are which."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heads:
    """Some questions with a linear answer to each; above 0 is a yes.

    `names` are the questions and `columns` the kinds of phrases that count. `state` is (questions, 384), `phrases`
    (questions, columns), `bias` (questions,).
    """

    names: tuple[str, ...]
    columns: tuple[str, ...]
    state: Floats
    phrases: Floats
    bias: Floats

    def odds(self, mean: Floats, found: Collection[str] = ()) -> dict[str, float]:
        """Log-odds of a yes to each question: from a mean state of length 1 (384,), and the kinds of phrases found."""
        odds = self.bias + self.state @ mean + self.phrases @ np.array([kind in found for kind in self.columns])
        return dict(zip(self.names, odds.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Glance:
    """A second look at whether there is any danger: linear in what the layers for anger read, and in pieces of words.

    `state` is (384,), `pieces` (buckets,) in steps of `scale`. It errs elsewhere than the heads do.
    """

    state: Floats
    pieces: npt.NDArray[np.int8]
    scale: Floats

    def odds(self, mean: Floats, words: Sequence[str]) -> float:
        """What it adds to the log-odds of danger: from a mean state of length 1 (384,), and plain words."""
        buckets = [bucket for bucket, _ in pieces_of(words)]
        summed = float(self.pieces[buckets].sum(dtype=np.int32)) / math.sqrt(max(len(buckets), 1))
        return float(self.state @ mean) + float(self.scale) * summed


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedMoves:
    """Layers that replace the sentence model's last, and the heads on them that read the agent's moves."""

    layers: dict[str, npt.NDArray[np.generic]]
    heads: Heads


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedDanger:
    """Layers that replace the sentence model's last, the heads on them that read danger, and the second look.

    They are apart from those for moves: what is learned for one side's words moves nothing on the other's.
    """

    layers: dict[str, npt.NDArray[np.generic]]
    heads: Heads
    glance: Glance


def load_moves(folder: Path) -> TrainedMoves:
    """What benchmarks/train_talk.py wrote for the agent's moves. Raises LexiconError."""
    with _telling():
        held = read_arrays(folder / MOVES)
        return TrainedMoves(layers=_part(held, LAYERS), heads=_heads(held))


def load_danger(folder: Path) -> TrainedDanger:
    """What benchmarks/train_talk.py wrote for danger in the caller's words. Raises LexiconError."""
    with _telling():
        held = read_arrays(folder / DANGER)
        return TrainedDanger(layers=_part(held, LAYERS), heads=_heads(held), glance=Glance(**_part(held, GLANCE)))


@contextmanager
def _telling() -> Iterator[None]:
    """Say in plain words that a file is missing or damaged."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LexiconError("What reads moves and danger cannot be read.", "Reinstall Calmline.") from error


def _part(held: dict[str, npt.NDArray[Any]], name: str) -> dict[str, npt.NDArray[Any]]:
    return {part.removeprefix(name): array for part, array in held.items() if part.startswith(name)}


def _heads(held: dict[str, npt.NDArray[Any]]) -> Heads:
    own = _part(held, HEADS)
    names, columns = tuple(own.pop("names").tolist()), tuple(own.pop("columns").tolist())
    return Heads(names=names, columns=columns, **own)

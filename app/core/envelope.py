"""How loud a voice is over time, in decibels for each frame, and how well two such envelopes agree."""

import math
from collections.abc import Iterable, Sequence
from operator import mul

_SILENCE_DB = -90.0


def decibels(level: float) -> float:
    """A level of 0..1 in decibels below full scale, -90 for silence."""
    return max(_SILENCE_DB, 20 * math.log10(level)) if level > 0 else _SILENCE_DB


def agreement(one: Sequence[float], other: Sequence[float]) -> float:
    """Normalised correlation (-1..1) of two envelopes of the same length; 0 where one of them never changes."""
    count = len(one)
    sum_one, sum_other = sum(one), sum(other)
    square_one = sum(map(mul, one, one)) - sum_one * sum_one / count
    square_other = sum(map(mul, other, other)) - sum_other * sum_other / count
    if min(square_one, square_other) < 1e-6 * count:
        return 0.0
    product: float = sum(map(mul, one, other)) - sum_one * sum_other / count
    return product / math.sqrt(square_one * square_other)


def overlap(one: Sequence[float], other: Sequence[float], lag: int) -> tuple[Sequence[float], Sequence[float]]:
    """What both have where `other` lies `lag` frames later than `one`."""
    first, second = one[max(0, -lag) :], other[max(0, lag) :]
    shared = min(len(first), len(second))
    return first[:shared], second[:shared]


def best_lag(one: Sequence[float], other: Sequence[float], lags: Iterable[int]) -> tuple[float, int]:
    """The best agreement and how many frames later `other` is then."""
    found = [(agreement(*overlap(one, other, lag)), lag) for lag in lags]
    return max(found, key=lambda pair: (pair[0], -abs(pair[1])))

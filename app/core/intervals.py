"""Intervals that hold the true value 95 times in a hundred: of a share, of a median, of a mean."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""Half of the 5 % that an interval misses lie above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From `low` to `high`, both included."""

    low: float
    high: float


def share_interval(count: int, of: int) -> Interval:
    """Of a share of 0..1, `count` of so many: Wilson's score interval.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209. Raises
    ValueError unless 0 <= count <= of and there is something to have a share of.
    """
    if not 0 <= count <= of or of == 0:
        raise ValueError((count, of))
    share, spread = count / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    reach = math.sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    return Interval(low=max(0.0, min(share, middle - reach)), high=min(1.0, max(share, middle + reach)))


def median_interval(values: Sequence[float]) -> Interval | None:
    """Of the median of values in rising order, whatever they are spread like; None of fewer than six.

    Its ends are two of the values: so many from either end that a fair coin, tossed once for each value, shows fewer
    heads than that with 2.5 % at the most. M. J. Campbell and M. J. Gardner, Calculating confidence intervals for some
    non-parametric analyses, BMJ 296 (1988) 1454; W. J. Conover, Practical Nonparametric Statistics (1999), 3.2.
    """
    of = len(values)
    rank, ways, below, most = 0, 1, 1, 2**of // 40
    while below <= most:
        rank += 1
        ways = ways * (of - rank + 1) // rank
        below += ways
    return Interval(low=values[rank - 1], high=values[of - rank]) if rank else None


def mean_interval(count: int, total: float, squares: float) -> Interval | None:
    """Of the mean of so many values, by their sum and that of their squares; None of fewer than two.

    Student's t interval; Student, The probable error of a mean, Biometrika 6 (1908) 1.
    """
    if count < 2:  # noqa: PLR2004 - one value has no spread
        return None
    mean = total / count
    reach = t_point(count - 1) * math.sqrt(variance_of(count, total, squares) / count)
    return Interval(low=mean - reach, high=mean + reach)


def variance_of(count: int, total: float, squares: float) -> float:
    """Variance of at least two values as a sample, by their sum and that of their squares."""
    return max(0.0, (squares - total * total / count) / (count - 1))


def t_point(freedom: float) -> float:
    """The t distribution's 97.5 % point by its expansion, within 0.01 from 3 degrees of freedom on.

    M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
    """
    terms = (
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
        (79 * Z**9 + 776 * Z**7 + 1482 * Z**5 - 1920 * Z**3 - 945 * Z) / 92160,
    )
    return Z + sum(term / freedom**power for power, term in enumerate(terms, start=1))

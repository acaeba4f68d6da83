"""What followed the prompts of a rule, beside like moments in which it was held back. About playbooks, never people."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, variance

from app.core.document import LATER_S, CallDocument
from app.core.practice import is_practice

ENOUGH = 10
"""Fewer moments than this on either side tell nothing."""

_TWO_SIDED = NormalDist().inv_cdf(0.975)
_NO_COMPARISON = frozenset({"suspended"})
"""Moments of danger are like no others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Mean change of the level (-1..1) a minute after a prompt less that without one, and its 95 % interval."""

    mean: float
    low: float
    high: float

    @property
    def is_told(self) -> bool:
        """Whether the interval leaves out no difference at all."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One rule over many calls: counts of prompts, and how the caller's level (0..1) changed in the minute after.

    `after` and `without` are mean changes with a prompt and without one, None where no call went on for so long;
    `difference` is None where there is too little to tell.
    """

    rule: str
    shown: int
    used: int
    dismissed: int
    followed: int
    had_chance: int
    measured: int
    after: float | None
    held_back: int
    without: float | None
    difference: Difference | None


def what_followed(documents: Iterable[CallDocument]) -> list[Followed]:
    """One comparison for each rule that was shown or held back, by its name.

    A moment within a minute of a prompt of the same rule is none without it; cards that were taken back count as not
    shown. Practice is left out: its caller says the same whatever is said to them.
    """
    prompts, moments = defaultdict(list), defaultdict(list)
    for document in documents:
        if is_practice(document.call.source):
            continue
        shown_s: dict[str, list[float]] = defaultdict(list)
        for prompt in document.prompts:
            if not prompt.taken_back:
                prompts[prompt.rule].append(prompt)
                shown_s[prompt.rule].append(prompt.at_s)
        for held in document.held_back:
            is_near = any(abs(held.at_s - at_s) < LATER_S for at_s in shown_s[held.rule])
            if not is_near and held.why not in _NO_COMPARISON:
                moments[held.rule].append(held)
    found: list[Followed] = []
    for rule in sorted({*prompts, *moments}):
        shown = prompts[rule]
        after = _changes([(one.level, one.level_60s) for one in shown])
        without = _changes([(one.level, one.level_60s) for one in moments[rule]])
        found.append(
            Followed(
                rule=rule,
                shown=len(shown),
                used=sum(one.used for one in shown),
                dismissed=sum(one.dismissed for one in shown),
                followed=sum(one.followed is True for one in shown),
                had_chance=sum(one.followed is not None for one in shown),
                measured=len(after),
                after=fmean(after) if after else None,
                held_back=len(without),
                without=fmean(without) if without else None,
                difference=_difference(after, without),
            )
        )
    return found


def _changes(levels: Sequence[tuple[float | None, float | None]]) -> list[float]:
    return [later - then for then, later in levels if then is not None and later is not None]


def _difference(after: Sequence[float], without: Sequence[float]) -> Difference | None:
    """The interval is that of Welch's unequal variances t-test (Welch 1947)."""
    if min(len(after), len(without)) < ENOUGH:
        return None
    mean = fmean(after) - fmean(without)
    shares = [variance(side) / len(side) for side in (after, without)]
    error = math.sqrt(sum(shares))
    reach = 0.0 if error == 0 else error * _t(sum(shares) ** 2 / _freedom(shares, (len(after), len(without))))
    return Difference(mean=mean, low=mean - reach, high=mean + reach)


def _freedom(shares: Sequence[float], counts: Sequence[int]) -> float:
    return sum(share**2 / (count - 1) for share, count in zip(shares, counts, strict=True))


def _t(freedom: float) -> float:
    """The t distribution's 97.5 % point by its expansion (Abramowitz and Stegun 26.7.5), within 0.001 from 9 on."""
    z = _TWO_SIDED
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)

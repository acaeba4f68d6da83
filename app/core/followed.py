"""What followed the prompts of a rule, beside like moments in which it was held back. About playbooks, never people."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Self

from app.core.document import LATER_S, CallDocument, HeldBack
from app.core.intervals import t_point, variance_of
from app.core.practice import is_practice
from app.core.state import ShownPrompt

ENOUGH = 10
"""Fewer moments than this on either side tell nothing."""

_DIGITS = 4
_STEPS = 10_000
"""A change of the level by 1, as finely as a document has it: whole numbers add up to the same in any order."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSums:
    """All that is needed of one rule, of a call or of many: what adds up.

    `after` and `without` are sums of changes of the level in ten-thousandths, `*_squares` those of their squares, over
    `measured` prompts and `held_back` moments.
    """

    shown: int = 0
    used: int = 0
    dismissed: int = 0
    followed: int = 0
    had_chance: int = 0
    measured: int = 0
    after: int = 0
    after_squares: int = 0
    held_back: int = 0
    without: int = 0
    without_squares: int = 0

    def __add__(self, other: Self) -> "RuleSums":
        return RuleSums(**{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(RuleSums)})


def sums_of(document: CallDocument) -> Mapping[str, RuleSums]:
    """What one call adds, for each rule that was shown in it, or held back and the call went on for long enough.

    A moment within a minute of a prompt of the same rule is none without it; cards that were taken back count as not
    shown. Practice adds nothing: its caller says the same whatever is said to them.
    """
    if is_practice(document.call.source):
        return {}
    prompts, moments = defaultdict(list), defaultdict(list)
    for prompt in document.prompts:
        if not prompt.taken_back:
            prompts[prompt.rule].append(prompt)
    for held in document.held_back:
        is_near = any(abs(held.at_s - shown.at_s) < LATER_S for shown in prompts[held.rule])
        if not is_near and held.why not in _NO_COMPARISON:
            moments[held.rule].append(held)
    sums = {rule: _sums(prompts[rule], moments[rule]) for rule in {**prompts, **moments}}
    return {rule: added for rule, added in sums.items() if added != RuleSums()}


def what_followed(documents: Iterable[CallDocument]) -> list[Followed]:
    """One comparison for each rule that was shown or held back, by its name."""
    sums: dict[str, RuleSums] = defaultdict(RuleSums)
    for document in documents:
        for rule, added in sums_of(document).items():
            sums[rule] += added
    return [followed_of(rule, sums[rule]) for rule in sorted(sums)]


def followed_of(rule: str, sums: RuleSums) -> Followed:
    """What the sums of many calls say of a rule."""
    return Followed(
        rule=rule,
        shown=sums.shown,
        used=sums.used,
        dismissed=sums.dismissed,
        followed=sums.followed,
        had_chance=sums.had_chance,
        measured=sums.measured,
        after=_mean(sums.after, sums.measured),
        held_back=sums.held_back,
        without=_mean(sums.without, sums.held_back),
        difference=_difference(sums),
    )


def _sums(shown: Sequence[ShownPrompt], moments: Sequence[HeldBack]) -> RuleSums:
    after = _changes([(one.level, one.level_60s) for one in shown])
    without = _changes([(one.level, one.level_60s) for one in moments])
    return RuleSums(
        shown=len(shown),
        used=sum(one.used for one in shown),
        dismissed=sum(one.dismissed for one in shown),
        followed=sum(one.followed is True for one in shown),
        had_chance=sum(one.followed is not None for one in shown),
        measured=len(after),
        after=sum(after),
        after_squares=sum(change * change for change in after),
        held_back=len(without),
        without=sum(without),
        without_squares=sum(change * change for change in without),
    )


def _changes(levels: Sequence[tuple[float | None, float | None]]) -> list[int]:
    return [_steps(later) - _steps(then) for then, later in levels if then is not None and later is not None]


def _steps(level: float) -> int:
    return round(round(level, _DIGITS) * _STEPS)


def _mean(total: int, count: int) -> float | None:
    return total / count / _STEPS if count else None


def _difference(sums: RuleSums) -> Difference | None:
    """The interval is that of Welch's unequal variances t-test (Welch 1947)."""
    if min(sums.measured, sums.held_back) < ENOUGH:
        return None
    mean = sums.after / sums.measured - sums.without / sums.held_back
    shares = [
        variance_of(sums.measured, sums.after, sums.after_squares) / sums.measured,
        variance_of(sums.held_back, sums.without, sums.without_squares) / sums.held_back,
    ]
    error = math.sqrt(sum(shares))
    reach = 0.0 if error == 0 else error * t_point(_freedom(shares, (sums.measured, sums.held_back)))
    return Difference(mean=mean / _STEPS, low=(mean - reach) / _STEPS, high=(mean + reach) / _STEPS)


def _freedom(shares: Sequence[float], counts: Sequence[int]) -> float:
    """Degrees of freedom (Welch and Satterthwaite)."""
    return sum(shares) ** 2 / sum(share**2 / (count - 1) for share, count in zip(shares, counts, strict=True))

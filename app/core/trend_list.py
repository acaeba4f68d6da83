"""Trends as a table: a row for each figure, with the numbers to calculate with and what they are in words.

What the page does not show is not told here either: figures of few calls are empty, and small ones say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.call_list import Cell
from app.core.export import Table
from app.core.followed import Followed
from app.core.intervals import Interval
from app.core.message import Joined, Message
from app.core.moods import MOVES
from app.core.trend_words import (
    MEASURES,
    OWN,
    SMALL,
    TEAM_NAME,
    gap_words,
    rule_name,
    verdict,
)
from app.core.trends import Estimate, Period, Trend, Week, after_of, without_of

COLUMNS: tuple[str, ...] = tuple(
    map(Message, ("Whose calls", "About", "Week of", "What", "Value", "From", "To", "Unit", "Counted", "Remark"))
)
"""`From` and `To` are where the true value lies 95 times in 100; `Counted` says from how many calls or moments."""

_CALLS, _TECHNIQUES, _RULES = Message("Calls"), Message("Techniques"), Message("Rules of the playbook")
_ALL_WEEKS = Message("All weeks")
_SHARE, _COUNT = Message("share, 0 to 1"), Message("calls")
_CHANGE = Message("change of the level, -1 to 1")
_UNITS = (_SHARE, _SHARE, Message("seconds"), Message("in a call"))
_SCORED, _UNSCORED = Message("Calls that were scored"), Message("Calls that were not scored")
_AFTER = Message("{rule}: a minute after it was shown")
_WITHOUT = Message("{rule}: a minute after a moment without it")
_DIFFERENCE = Message("{rule}: the difference")
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One figure of `about`, without whose calls it comes from."""

    about: str
    week: str
    what: str
    unit: str
    estimate: Estimate
    remark: str = ""


def trend_table(weeks: Sequence[Week], trend: Trend, agent: str | None, titles: Mapping[str, str]) -> Table:
    """Trends of the team, or of one agent; `titles` are those of rules by their ids."""
    whose = TEAM_NAME if agent is None else Message(OWN, agent=agent)
    rows = (*_weeks(weeks, trend), *_techniques(trend), *_rules(trend.rules, titles))
    return Table(name="trends", title=Message("Trends"), columns=COLUMNS, rows=[_cells(whose, row) for row in rows])


def _weeks(weeks: Sequence[Week], trend: Trend) -> Iterator[_Row]:
    named = zip((week.monday.isoformat() for week in weeks), trend.weeks, strict=True)
    for week, period in (*named, (_ALL_WEEKS, trend.whole)):
        yield from _period(week, period)


def _period(week: str, period: Period) -> Iterator[_Row]:
    for what, calls in ((_SCORED, period.calls), (_UNSCORED, period.unscored)):
        yield _Row(about=_CALLS, week=week, what=what, unit=_COUNT, estimate=Estimate(of=calls, value=calls))
    for measure, unit in zip(MEASURES, _UNITS, strict=True):
        estimate = measure.of(period)
        yield _Row(about=_CALLS, week=week, what=measure.title, unit=unit, estimate=estimate, remark=_remark(estimate))


def _techniques(trend: Trend) -> Iterator[_Row]:
    for move, words in MOVES.items():
        estimate = trend.moves[move]
        yield _Row(
            about=_TECHNIQUES,
            week=_ALL_WEEKS,
            what=Message(words),
            unit=_SHARE,
            estimate=estimate,
            remark=_remark(estimate),
        )


def _rules(rules: Sequence[Followed], titles: Mapping[str, str]) -> Iterator[_Row]:
    for rule in rules:
        name = rule_name(rule.rule, titles)
        after = Estimate(of=rule.measured, value=after_of(rule))
        without = Estimate(of=rule.held_back, value=without_of(rule))
        between = _between(rule)
        said = Joined("; ", [verdict(rule), *([SMALL] if between.is_small else [])])
        for what, estimate, remark in (
            (_AFTER, after, _remark(after)),
            (_WITHOUT, without, _remark(without)),
            (_DIFFERENCE, between, said),
        ):
            named = Message(what.template, rule=name)
            yield _Row(about=_RULES, week=_ALL_WEEKS, what=named, unit=_CHANGE, estimate=estimate, remark=remark)


def _between(rule: Followed) -> Estimate:
    moments, found = min(rule.measured, rule.held_back), rule.difference
    if found is None:
        return Estimate(of=moments)
    return Estimate(of=moments, value=found.mean, interval=Interval(low=found.low, high=found.high))


def _remark(estimate: Estimate) -> str:
    if estimate.value is None:
        return gap_words(estimate)
    return SMALL if estimate.is_small else ""


def _cells(whose: str, row: _Row) -> tuple[Cell, ...]:
    estimate = row.estimate
    if estimate.value is None:
        return (whose, row.about, row.week, row.what, None, None, None, row.unit, None, row.remark)
    bounds = (estimate.interval.low, estimate.interval.high) if estimate.interval else (None, None)
    numbers = (_rounded(value) for value in (estimate.value, *bounds))
    return (whose, row.about, row.week, row.what, *numbers, row.unit, estimate.of, row.remark)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)

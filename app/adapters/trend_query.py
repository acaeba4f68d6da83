"""Counts calls of some time by the database, day by day: no document is read."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, func, select
from sqlalchemy.orm import Session

from app.adapters.call_tables import CallTable, MoveTable, RuleTable
from app.core.call_search import Course
from app.core.consent import NOT_HEARD
from app.core.followed import RuleSums
from app.core.practice import PRACTICE

Sums = list[int]
"""Numbers that add up over calls: the fields of `RuleSums` in their order, or what `PERSON` names."""
PERSON = ("heard", "scored", "unscored", "heated", "noted", "promises", "squares")
"""What is counted of everybody's calls: those that were scored and listened to, and what `WeekCounts` tells."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of the calls of some time, without practice; "" are those of nobody who is named.

    `moves` says of each in how many of the calls that were heard everybody made it, in the order of `people`.
    """

    people: dict[str, Sums] = field(default_factory=dict)
    calm_s: dict[str, list[float]] = field(default_factory=dict)
    moves: dict[str, Sums] = field(default_factory=dict)
    rules: dict[str, Sums] = field(default_factory=dict)


def _times(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many of the calls it holds for."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_IN_TIME = (CallTable.started_at >= bindparam("since"), CallTable.started_at < bindparam("until"))
_WANTED = (*_IN_TIME, func.substr(CallTable.source, 1, len(PRACTICE)) != PRACTICE)
_DAY = func.substr(CallTable.started_at, 1, 10).label("day")
_AGENT = func.coalesce(CallTable.agent, "").label("agent")
_IS_HEARD = CallTable.course.is_not(None) & (CallTable.source != NOT_HEARD)
_COUNTS = (
    select(
        _DAY,
        _AGENT,
        _times(_IS_HEARD).label("heard"),
        _times(CallTable.course.is_not(None)).label("scored"),
        _times(CallTable.course.is_(None)).label("unscored"),
        _times((CallTable.course == Course.CALMED) | (CallTable.course == Course.HOT)).label("heated"),
        func.count(CallTable.promises).label("noted"),
        func.coalesce(func.sum(CallTable.promises), 0).label("promises"),
        func.coalesce(func.sum(CallTable.promises * CallTable.promises), 0).label("squares"),
    )
    .where(*_WANTED)
    .group_by(_DAY, _AGENT)
)
_CALM_S = select(_DAY, _AGENT, CallTable.time_to_calm_s).where(
    CallTable.course == Course.CALMED, CallTable.time_to_calm_s.is_not(None), *_WANTED
)
_MOVES = (
    select(_DAY, _AGENT, MoveTable.move, func.count())
    .join(CallTable, MoveTable.number == CallTable.number)
    .where(*_WANTED, _IS_HEARD)
    .group_by(_DAY, _AGENT, MoveTable.move)
)
_NEXT_RULE = select(func.min(RuleTable.rule)).where(RuleTable.rule > bindparam("before"))
_RULE_DAY = func.substr(RuleTable.started_at, 1, 10)
_OF_RULE = (
    RuleTable.rule == bindparam("rule"),
    RuleTable.started_at >= bindparam("since"),
    RuleTable.started_at < bindparam("until"),
)
_SUMS = [func.coalesce(func.sum(getattr(RuleTable, one.name)), 0) for one in fields(RuleSums)]
_WHOLE_RULE: Select[Any] = select(*_SUMS).where(*_OF_RULE)
_RULE_BY_DAY: Select[Any] = select(_RULE_DAY, *_SUMS).where(*_OF_RULE).group_by(_RULE_DAY)


def people_of(session: Session, since: str, until: str) -> dict[str, Counted]:
    """Everybody's counts of each day on which there are calls, by the day; nothing of moves and rules."""
    bounds = {"since": since, "until": until}
    found = defaultdict[str, Counted](Counted)
    for day, name, *counts in session.execute(_COUNTS, bounds):
        found[day].people[name] = counts
    for day, name, seconds in session.execute(_CALM_S, bounds):
        found[day].calm_s.setdefault(name, []).append(seconds)
    return found


def counted(session: Session, since: str, until: str) -> dict[str, Counted]:
    """All counts of each day on which there are calls, by the day."""
    found = people_of(session, since, until)
    places = {day: {name: place for place, name in enumerate(one.people)} for day, one in found.items()}
    for day, name, move, calls in session.execute(_MOVES, {"since": since, "until": until}):
        made = found[day].moves.setdefault(move, [0] * len(places[day]))
        made[places[day][name]] = calls
    for rule in names_of_rules(session):
        for day, *sums in session.execute(_RULE_BY_DAY, {"since": since, "until": until, "rule": rule}):
            found[day].rules[rule] = [*map(int, sums)]
    return found


def names_of_rules(session: Session) -> Iterator[str]:
    """Those of all rules: each is looked up after the one before, so that none of what is kept of them is read."""
    rule = session.scalar(_NEXT_RULE, {"before": ""})
    while rule is not None:
        yield rule
        rule = session.scalar(_NEXT_RULE, {"before": rule})


def sums_of_rules(session: Session, since: str, until: str) -> Iterator[tuple[str, Sums]]:
    """One rule after the other, so that of each only its part of the time is read."""
    for rule in names_of_rules(session):
        found = session.execute(_WHOLE_RULE, {"since": since, "until": until, "rule": rule}).one()
        yield rule, [*map(int, found)]

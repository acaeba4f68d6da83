"""Trends of the stored calls, counted by the database: no document is read."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Integer, Text, bindparam, case, func, literal_column, select
from sqlalchemy.orm import Session

from app.adapters.call_tables import CallTable, MoveTable, RuleTable
from app.adapters.database import Database
from app.adapters.older_calls import OlderCalls
from app.core.call_search import Course
from app.core.consent import NOT_HEARD
from app.core.events import Move
from app.core.followed import Followed, RuleSums, followed_of
from app.core.practice import PRACTICE
from app.core.trend_port import Told
from app.core.trends import TrendFigures, Week, WeekCounts

_KNOWN = frozenset(Move)
_IN_TIME = (CallTable.started_at >= bindparam("since"), CallTable.started_at < bindparam("until"))
_WANTED = (*_IN_TIME, func.substr(CallTable.source, 1, len(PRACTICE)) != PRACTICE)
_OF_AGENT = literal_column("+calls.agent", Text) == bindparam("agent")
"""With a plus SQLite goes by the time: an agent's calls of a week are few of all that the agent has."""
_EVER = ("", "~")
"""Before and after every time in ISO 8601, as texts are sorted."""


def _times(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many of the calls it holds for."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_IS_HEARD = CallTable.course.is_not(None) & (CallTable.source != NOT_HEARD)
_COUNTS = select(
    _times(_IS_HEARD).label("heard"),
    _times(CallTable.course.is_not(None)).label("scored"),
    _times(CallTable.course.is_(None)).label("unscored"),
    _times((CallTable.course == Course.CALMED) | (CallTable.course == Course.HOT)).label("heated"),
    func.count(CallTable.promises).label("noted"),
    func.coalesce(func.sum(CallTable.promises), 0).label("promises"),
    func.coalesce(func.sum(CallTable.promises * CallTable.promises), 0).label("squares"),
).where(*_WANTED)
_CALM_S = select(CallTable.time_to_calm_s).where(
    CallTable.course == Course.CALMED, CallTable.time_to_calm_s.is_not(None), *_WANTED
)
_NUMBERS = select(CallTable.number).where(*_WANTED, _IS_HEARD)
_FIRST_AND_LAST = select(func.min(CallTable.number), func.max(CallTable.number)).where(*_IN_TIME)
_MOVES = select(MoveTable.move, func.count()).group_by(MoveTable.move)
_IN_ORDER: ColumnElement[int] = literal_column("+call_moves.number", Integer)
"""With a plus SQLite goes through the moves in their order and looks each up among the calls, not the reverse: then
nothing has to be sorted."""
_OF_TEAM = _MOVES.where(
    MoveTable.move.in_([*Move]),
    MoveTable.number.between(bindparam("first"), bindparam("last")),
    _IN_ORDER.in_(_NUMBERS),
)
_OF_ONE = _MOVES.where(MoveTable.number.in_(_NUMBERS.where(_OF_AGENT)))
_NEXT_RULE = select(func.min(RuleTable.rule)).where(RuleTable.rule > bindparam("before"))
_SUMS = select(*(func.coalesce(func.sum(getattr(RuleTable, one.name)), 0).label(one.name) for one in fields(RuleSums)))
_OF_RULE = _SUMS.where(
    RuleTable.rule == bindparam("rule"),
    RuleTable.started_at >= bindparam("since"),
    RuleTable.started_at < bindparam("until"),
)


class SqlTrendStore:
    """Counts what `SqlCallStore` keeps in the same file; `key` is that of the store, 32 bytes."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._database = Database(file, key)
        self._older = OlderCalls(self._database)

    def figures(self, weeks: Sequence[Week], agent: str | None = None, told: Told | None = None) -> TrendFigures:
        """How the calls of the team went, or those of one agent: then without rules. Raises StoreError."""
        if not weeks:
            return TrendFigures(weeks=())
        self._older.count(told)
        whole = {"since": weeks[0].since, "until": weeks[-1].until}
        if agent is not None:
            return self._counted(weeks, whole, agent)
        with ThreadPoolExecutor(1, thread_name_prefix="rules") as beside:
            rules = beside.submit(self._rules, whole)
            return replace(self._counted(weeks, whole), rules=rules.result())

    def followed(self, since: str | None = None, until: str | None = None) -> list[Followed]:
        """What followed each rule in all calls between two ISO times in UTC, the second excluded, by its name.

        Raises StoreError.
        """
        self._older.count()
        first, last = _EVER
        return [*self._rules({"since": since or first, "until": until or last})]

    def close(self) -> None:
        """Let go of the file; calls of an earlier version that are not counted yet are left to the next one."""
        self._older.stop()
        self._database.close()

    def _counted(self, weeks: Sequence[Week], whole: Mapping[str, str], agent: str | None = None) -> TrendFigures:
        """Everything but the rules."""
        with self._database.session("counted") as session:
            counted = [_week(session, week, agent) for week in weeks]
            moves = _moves(session, whole, agent)
        return TrendFigures(
            weeks=tuple(week for week, _ in counted), moves=moves, heard=sum(heard for _, heard in counted)
        )

    def _rules(self, bounds: Mapping[str, str]) -> tuple[Followed, ...]:
        """Half of all the work, so that it has a thread and a connection of its own: SQLite holds no other one up."""
        with self._database.session("counted") as session:
            return tuple(_rules(session, bounds))


def _of(question: Any, agent: str | None) -> Any:
    return question if agent is None else question.where(_OF_AGENT)


def _named(bounds: Mapping[str, str], agent: str | None) -> dict[str, str]:
    return {**bounds} if agent is None else {**bounds, "agent": agent}


def _week(session: Session, week: Week, agent: str | None) -> tuple[WeekCounts, int]:
    """Its counts, and how many of its scored calls were listened to."""
    bounds = _named({"since": week.since, "until": week.until}, agent)
    counted = dict(session.execute(_of(_COUNTS, agent), bounds).mappings().one())
    heard = counted.pop("heard")
    calm_s = session.scalars(_of(_CALM_S, agent), bounds)
    return WeekCounts(**counted, calm_s=tuple(sorted(calm_s))), heard


def _moves(session: Session, bounds: Mapping[str, str], agent: str | None) -> dict[Move, int]:
    """In how many calls each that is known was made; those of an agent are looked up call by call."""
    if agent is not None:
        found = session.execute(_OF_ONE, _named(bounds, agent))
    else:
        first, last = session.execute(_FIRST_AND_LAST, bounds).one()
        found = session.execute(_OF_TEAM, {**bounds, "first": first, "last": last})
    return {Move(move): calls for move, calls in found if move in _KNOWN}


def _rules(session: Session, bounds: Mapping[str, str]) -> Iterator[Followed]:
    """One rule after the other, so that of each only its part of the time is read."""
    rule = session.scalar(_NEXT_RULE, {"before": ""})
    while rule is not None:
        found = session.execute(_OF_RULE, {**bounds, "rule": rule}).mappings().one()
        sums = RuleSums(**{name: int(value) for name, value in found.items()})
        if sums != RuleSums():
            yield followed_of(rule, sums)
        rule = session.scalar(_NEXT_RULE, {"before": rule})

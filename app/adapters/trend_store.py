"""Trends of the stored calls, counted by the database: no document is read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, case, func, literal_column, select
from sqlalchemy.orm import Session

from app.adapters.call_tables import CallTable, MoveTable, RuleTable
from app.adapters.database import Database
from app.adapters.older_calls import OlderCalls
from app.core.call_search import Course
from app.core.consent import NOT_HEARD
from app.core.events import Move
from app.core.followed import Followed, RuleSums, followed_of
from app.core.practice import PRACTICE
from app.core.small_groups import too_few
from app.core.trend_port import Told
from app.core.trends import TrendFigures, Week, WeekCounts, together

_KNOWN = frozenset(Move)
_IN_TIME = (CallTable.started_at >= bindparam("since"), CallTable.started_at < bindparam("until"))
_WANTED = (*_IN_TIME, func.substr(CallTable.source, 1, len(PRACTICE)) != PRACTICE)
_AGENT = func.coalesce(CallTable.agent, "").label("agent")
"""SQLite goes by the time then: an agent's calls of a week are few of all that the agent has."""
_OF_AGENT = bindparam("agent") == _AGENT
_EVER = ("", "~")
"""Before and after every time in ISO 8601, as texts are sorted."""


def _times(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many of the calls it holds for."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_IS_HEARD = CallTable.course.is_not(None) & (CallTable.source != NOT_HEARD)
_COUNTS = select(
    _AGENT,
    _times(_IS_HEARD).label("heard"),
    _times(CallTable.course.is_not(None)).label("scored"),
    _times(CallTable.course.is_(None)).label("unscored"),
    _times((CallTable.course == Course.CALMED) | (CallTable.course == Course.HOT)).label("heated"),
    func.count(CallTable.promises).label("noted"),
    func.coalesce(func.sum(CallTable.promises), 0).label("promises"),
    func.coalesce(func.sum(CallTable.promises * CallTable.promises), 0).label("squares"),
).where(*_WANTED)
_CALM_S = select(_AGENT, CallTable.time_to_calm_s).where(
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
_BESIDE = 2
"""So many threads count rules."""


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
        with ThreadPoolExecutor(_BESIDE, thread_name_prefix="rules") as beside:
            rules = [beside.submit(self._rules, names, whole) for names in self._parts()]
            counted = self._counted(weeks, whole)
            return replace(counted, rules=_in_order(part.result() for part in rules))

    def followed(self, since: str | None = None, until: str | None = None) -> list[Followed]:
        """What followed each rule in all calls between two ISO times in UTC, the second excluded, by its name.

        Raises StoreError.
        """
        self._older.count()
        first, last = _EVER
        bounds = {"since": since or first, "until": until or last}
        return [*_in_order(self._rules(names, bounds) for names in self._parts())]

    def close(self) -> None:
        """Let go of the file; calls of an earlier version that are not counted yet are left to the next one."""
        self._older.stop()
        self._database.close()

    def _counted(self, weeks: Sequence[Week], whole: Mapping[str, str], agent: str | None = None) -> TrendFigures:
        """Everything but the rules; techniques are told of without people of whom there are too few calls."""
        found, heard = list[dict[str, WeekCounts]](), Counter[str]()
        with self._database.session("counted") as session:
            # a call that is stored meanwhile is in none of these figures; rules are counted apart
            session.connection().exec_driver_sql("BEGIN")
            for week in weeks:
                counts, listened = _week(session, week, agent)
                found.append(counts)
                heard.update(listened)
            apart = too_few(+heard)
            moves = _told_moves(session, whole, agent, apart)
        names = {name for counts in found for name in counts} if agent is None else ()
        return TrendFigures(
            weeks=tuple(together(counts.values()) for counts in found),
            people={name: tuple(counts.get(name, WeekCounts()) for counts in found) for name in names},
            moves=moves,
            heard=sum(calls for name, calls in heard.items() if name not in apart),
        )

    def _parts(self) -> Iterator[list[str]]:
        """The names of all rules, dealt out to those who count them."""
        with self._database.session("counted") as session:
            names = [*_names(session)]
        return (names[start::_BESIDE] for start in range(_BESIDE))

    def _rules(self, names: Sequence[str], bounds: Mapping[str, str]) -> list[Followed]:
        """More than half of all the work: threads and connections of its own wait for the disk beside one another."""
        with self._database.session("counted") as session:
            return [*_rules(session, names, bounds)]


def _of(question: Any, agent: str | None) -> Any:
    return question if agent is None else question.where(_OF_AGENT)


def _named(bounds: Mapping[str, str], agent: str | None) -> dict[str, str]:
    return {**bounds} if agent is None else {**bounds, "agent": agent}


def _week(session: Session, week: Week, agent: str | None) -> tuple[dict[str, WeekCounts], dict[str, int]]:
    """The counts of each agent who has calls, "" for nobody who is named; how many of the scored were listened to."""
    bounds = _named({"since": week.since, "until": week.until}, agent)
    calm_s = defaultdict[str, list[float]](list)
    for name, seconds in session.execute(_of(_CALM_S, agent), bounds):
        calm_s[name].append(seconds)
    found, heard = dict[str, WeekCounts](), dict[str, int]()
    for row in session.execute(_of(_COUNTS, agent).group_by(_AGENT), bounds).mappings():
        counts = {**row}
        name = counts.pop("agent")
        heard[name] = counts.pop("heard")
        found[name] = WeekCounts(**counts, calm_s=tuple(sorted(calm_s[name])))
    return found, heard


def _told_moves(session: Session, bounds: Mapping[str, str], agent: str | None, apart: frozenset[str]) -> Counter[Move]:
    """In how many calls each move was made, without those of people who are left out."""
    moves = Counter(_moves(session, bounds, agent))
    for name in apart:
        moves.subtract(_moves(session, bounds, name))
    return +moves


def _moves(session: Session, bounds: Mapping[str, str], agent: str | None) -> dict[Move, int]:
    """In how many calls each that is known was made; those of an agent are looked up call by call."""
    if agent is not None:
        found = session.execute(_OF_ONE, _named(bounds, agent))
    else:
        first, last = session.execute(_FIRST_AND_LAST, bounds).one()
        found = session.execute(_OF_TEAM, {**bounds, "first": first, "last": last})
    return {Move(move): calls for move, calls in found if move in _KNOWN}


def _names(session: Session) -> Iterator[str]:
    """Those of all rules: each is looked up after the one before, so that none of what is kept of them is read."""
    rule = session.scalar(_NEXT_RULE, {"before": ""})
    while rule is not None:
        yield rule
        rule = session.scalar(_NEXT_RULE, {"before": rule})


def _rules(session: Session, names: Sequence[str], bounds: Mapping[str, str]) -> Iterator[Followed]:
    """One rule after the other, so that of each only its part of the time is read."""
    for rule in names:
        found = session.execute(_OF_RULE, {**bounds, "rule": rule}).mappings().one()
        sums = RuleSums(**{name: int(value) for name, value in found.items()})
        if sums != RuleSums():
            yield followed_of(rule, sums)


def _in_order(parts: Iterable[Sequence[Followed]]) -> tuple[Followed, ...]:
    return tuple(sorted((one for part in parts for one in part), key=attrgetter("rule")))

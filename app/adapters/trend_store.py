"""Trends of the stored calls, added up of counts of days: no document is read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from itertools import compress
from operator import add
from pathlib import Path

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.adapters.counted_days import (
    calls_until,
    edges,
    keep_days,
    kept_days,
    missing_days,
    newly_counted,
    whole_days,
    without_damaged_counts,
)
from app.adapters.database import PAUSE_S, Database
from app.adapters.older_calls import OlderCalls
from app.adapters.trend_query import PERSON, Counted, Sums, counted, people_of, sums_of_rules
from app.core.events import Move
from app.core.followed import Followed, RuleSums, followed_of
from app.core.small_groups import too_few
from app.core.trend_port import Told
from app.core.trends import TrendFigures, Week, WeekCounts, together

_KNOWN = frozenset(Move)
_EVER = ("", "~")
"""Before and after every time in ISO 8601, as texts are sorted."""
_AHEAD = 30
"""So many days are counted ahead at a time: those that store a call meanwhile are not in their way for long."""
_FIELDS = [one.name for one in fields(RuleSums)]


@dataclass(frozen=True, slots=True)
class _Found:
    """Counts of whole days by their names, of what is left of each week beside them, and of all weeks together."""

    days: Mapping[str, Counted]
    beside: Mapping[Week, Sequence[Counted]]
    around: Sequence[Counted]

    def of_week(self, week: Week) -> list[Counted]:
        names = (day.isoformat() for day in whole_days(week.since, week.until))
        return [*(self.days[name] for name in names if name in self.days), *self.beside[week]]

    def of_all(self) -> list[Counted]:
        return [*self.days.values(), *self.around]


class SqlTrendStore:
    """Counts what `SqlCallStore` keeps in the same file; `key` is that of the store, 32 bytes."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._database = Database(file, key)
        self._older = OlderCalls(self._database)

    def figures(self, weeks: Sequence[Week], agent: str | None = None, told: Told | None = None) -> TrendFigures:
        """How the calls of the team went, or those of one agent: then without rules. Raises StoreError."""
        if not weeks:
            return TrendFigures(weeks=())
        return without_damaged_counts(self._database, lambda: self._figures(weeks, agent, told))

    def _figures(self, weeks: Sequence[Week], agent: str | None, told: Told | None) -> TrendFigures:
        self._older.count(told)
        if told is not None:
            self._count_missing(weeks, told)
        found = self._found(weeks)
        people = {week: _people(found.of_week(week), agent) for week in weeks}
        heard, moves = _techniques(found.of_all(), agent)
        names = {name for of in people.values() for name in of} if agent is None else ()
        return TrendFigures(
            weeks=tuple(together(of.values()) for of in people.values()),
            people={name: tuple(of.get(name, WeekCounts()) for of in people.values()) for name in names},
            moves=moves,
            heard=heard,
            rules=_followed(_added(found.of_all())) if agent is None else (),
        )

    def followed(self, since: str | None = None, until: str | None = None) -> list[Followed]:
        """What followed each rule in all calls between two ISO times in UTC, the second excluded, by its name.

        Raises StoreError.
        """
        self._older.count()
        first, last = _EVER
        with self._database.session("counted") as session:
            return [*_followed(dict(sums_of_rules(session, since or first, until or last)))]

    def count_ahead(self, weeks: Sequence[Week]) -> None:
        """Count the days of some weeks that nobody has looked at yet, some at a time. Raises StoreError.

        Where calls of an earlier version are not counted yet, that is left to whoever looks: they are told of it.
        """
        if not weeks or self._older.is_stopped(0):
            return
        if not self._older.are_left():
            without_damaged_counts(self._database, lambda: self._count_missing(weeks, lambda *_: None, most_at_once=0))

    def close(self) -> None:
        """Let go of the file; what is not counted yet is left to the next one."""
        self._older.stop()
        self._database.close()

    def _found(self, weeks: Sequence[Week]) -> _Found:
        """A call that is stored meanwhile is in none of these counts."""
        since, until = weeks[0].since, weeks[-1].until
        with self._database.session("counted") as session:
            session.connection().exec_driver_sql("BEGIN")
            days = whole_days(since, until)
            kept, new = kept_days(session, days), newly_counted(session, missing_days(session, days))
            beside = {week: _beside(session, week) for week in weeks}
            around = [one for edge in edges(since, until) for one in counted(session, *edge).values()]
            _keep(session, new)
        return _Found({**kept, **new}, beside, around)

    def _count_missing(self, weeks: Sequence[Week], told: Told, most_at_once: int = _AHEAD) -> None:
        """Count days that are not kept, where they are more than can be counted at once, and tell how far that is."""
        with self._database.session("counted") as session:
            days = missing_days(session, whole_days(weeks[0].since, weeks[-1].until))
            if len(days) <= most_at_once:
                return
            calls = calls_until(session, days)
        for start in range(0, len(days), _AHEAD):
            if self._older.is_stopped(PAUSE_S):
                return
            now = days[start : start + _AHEAD]
            self._count(now)
            told(calls[now[-1]], calls[days[-1]])

    def _count(self, days: Sequence[date]) -> None:
        """Count those of some days that nobody else has counted meanwhile."""
        with self._database.session("counted") as session:
            session.connection().exec_driver_sql("BEGIN")
            _keep(session, newly_counted(session, missing_days(session, days)))


def _keep(session: Session, new: Mapping[str, Counted]) -> None:
    """Where something else is written meanwhile the counts are not kept, and found again the next time."""
    with suppress(OperationalError):
        keep_days(session, new)
        session.commit()


def _beside(session: Session, week: Week) -> list[Counted]:
    return [one for edge in edges(week.since, week.until) for one in people_of(session, *edge).values()]


def _people(found: Iterable[Counted], agent: str | None) -> dict[str, WeekCounts]:
    """Everybody's counts of several days together, or those of one agent."""
    sums, calm_s = dict[str, Sums](), defaultdict[str, list[float]](list)
    for one in found:
        for name in one.people if agent is None else one.people.keys() & {agent}:
            counts = one.people[name]
            sums[name] = [*map(add, sums[name], counts)] if name in sums else counts
            calm_s[name] += one.calm_s.get(name, ())
    return {
        name: WeekCounts(**dict(zip(PERSON[1:], counts[1:], strict=True)), calm_s=tuple(sorted(calm_s[name])))
        for name, counts in sums.items()
    }


def _techniques(found: Sequence[Counted], agent: str | None) -> tuple[int, Counter[Move]]:
    """Of how many calls techniques are told, and in how many each was made: not those of people with too few calls."""
    heard = Counter[str]()
    for one in found:
        heard.update({name: counts[0] for name, counts in one.people.items() if agent in {None, name}})
    apart = too_few(+heard)
    told = {name: calls for name, calls in heard.items() if name not in apart}
    moves = Counter[Move]()
    for one in found:
        is_told = [name in told for name in one.people]
        for move in _KNOWN & one.moves.keys():
            moves[Move(move)] += sum(compress(one.moves[move], is_told))
    return sum(told.values()), +moves


def _added(found: Sequence[Counted]) -> dict[str, Sums]:
    """What all days add to each rule."""
    sums = dict[str, Sums]()
    for one in found:
        for rule, added in one.rules.items():
            sums[rule] = [*map(add, sums[rule], added)] if rule in sums else added
    return sums


def _followed(sums: Mapping[str, Sums]) -> tuple[Followed, ...]:
    """By the names of the rules, without those of which nothing is known."""
    named = {rule: RuleSums(**dict(zip(_FIELDS, sums[rule], strict=True))) for rule in sorted(sums)}
    return tuple(followed_of(rule, one) for rule, one in named.items() if one != RuleSums())

"""Counts of whole days, kept in the store: trends of years are added up of them, and their calls are not read again.

A day is one of UTC. Whatever is stored or deleted of a call takes away the counts of its day, which is counted again
when somebody asks for it. Counts on a damaged page are given up, since they can be made again.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import date, timedelta
from itertools import groupby
from typing import TypeVar
from uuid import uuid4

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlalchemy.orm import Session

from app.adapters.call_tables import CallTable, CountedDayTable
from app.adapters.database import Database
from app.adapters.trend_query import Counted, counted
from app.core.errors import StoreDamagedError, StoreError

Done = TypeVar("Done")

_MIDNIGHT = "T00:00:00+00:00"
_ONE = timedelta(days=1)
_FIRST, _LAST = select(func.min(CallTable.started_at)), select(func.max(CallTable.started_at))
"""Each is looked up in the index; asked for together all of it would be read."""
_DAY = func.substr(CallTable.started_at, 1, 10)
_BY_DAY = select(_DAY, func.count()).group_by(_DAY)


def forget_days(session: Session, *moments: str) -> None:
    """Take away the counts of the days of these ISO times in UTC, since their calls are others now."""
    days = {moment[: len("2026-03-02")] for moment in moments}
    session.execute(delete(CountedDayTable).where(CountedDayTable.day.in_(sorted(days))))


def without_damaged_counts(database: Database, act: Callable[[], Done]) -> Done:
    """What `act` gives; where it fails and counts cannot be read, it is done again without them. Raises StoreError."""
    try:
        return act()
    except StoreDamagedError:
        if not _renewed(database):
            raise
    return act()


def _renewed(database: Database) -> bool:
    """Put an empty table in the place of counts that cannot be read, and say whether that was needed.

    The old one gets another name first: SQLite can let go of a table only if it can read all of it. Raises StoreError.
    """
    if _can_be_read(database):
        return False
    name = CountedDayTable.__tablename__
    aside = f"{name}_{uuid4().hex}"
    with database.writing() as session:
        session.connection().exec_driver_sql(f"ALTER TABLE {name} RENAME TO {aside}")
        CountedDayTable.metadata.create_all(session.connection(), [CountedDayTable.metadata.tables[name]])
    with suppress(StoreError), database.writing() as session:
        session.connection().exec_driver_sql(f"DROP TABLE {aside}")
    return True


def _can_be_read(database: Database) -> bool:
    try:
        with database.session("counted") as session:
            named = {*session.scalars(select(CountedDayTable.day).order_by(CountedDayTable.day))}
            return named == {row.day for row in session.scalars(select(CountedDayTable)) if _unpacked(row.counts)}
    except (StoreDamagedError, TypeError, ValueError, zlib.error):
        return False


def begin(day: date) -> str:
    """The ISO time at which it begins."""
    return f"{day.isoformat()}{_MIDNIGHT}"


def whole_days(since: str, until: str) -> list[date]:
    """The days that lie wholly between two ISO times in UTC."""
    first, end = date.fromisoformat(since[:10]), date.fromisoformat(until[:10])
    first += _ONE if since > begin(first) else timedelta()
    return [first + _ONE * number for number in range((end - first).days)]


def edges(since: str, until: str) -> Iterator[tuple[str, str]]:
    """What is left before and after the whole days."""
    days = whole_days(since, until)
    if not days:
        yield since, until
        return
    first, end = begin(days[0]), begin(days[-1] + _ONE)
    if since < first:
        yield since, first
    if end < until:
        yield end, until


def missing_days(session: Session, days: Sequence[date]) -> list[date]:
    """Those of days in their order whose counts are not kept; before the first call and after the last one none is."""
    first, last = session.scalar(_FIRST), session.scalar(_LAST)
    if not days or first is None or last is None:
        return []
    kept = {*session.scalars(select(CountedDayTable.day).where(_between(days)))}
    named = {day.isoformat(): day for day in days}
    return [day for name, day in named.items() if first[:10] <= name <= last[:10] and name not in kept]


def calls_until(session: Session, days: Sequence[date]) -> dict[date, int]:
    """How many calls there are from the first of some days to the end of each of them."""
    in_time = CallTable.started_at.between(begin(days[0]), begin(days[-1] + _ONE))
    calls = {str(day): int(count) for day, count in session.execute(_BY_DAY.where(in_time))}
    so_far = 0
    found = dict[date, int]()
    for day in days:
        so_far += calls.get(day.isoformat(), 0)
        found[day] = so_far
    return found


def kept_days(session: Session, days: Sequence[date]) -> dict[str, Counted]:
    """The counts of consecutive days that are kept, by the names of the days."""
    if not days:
        return {}
    return {row.day: _unpacked(row.counts) for row in session.scalars(select(CountedDayTable).where(_between(days)))}


def newly_counted(session: Session, days: Iterable[date]) -> dict[str, Counted]:
    """The counts of days, by their names."""
    new = dict[str, Counted]()
    for run in _runs(days):
        found = counted(session, begin(run[0]), begin(run[-1] + _ONE))
        new.update((day.isoformat(), found.get(day.isoformat(), Counted())) for day in run)
    return new


def keep_days(session: Session, new: Mapping[str, Counted]) -> None:
    """Keep counts, in the transaction that found them: it fails where something else was written meanwhile."""
    if new:
        session.execute(insert(CountedDayTable), [{"day": day, "counts": _packed(one)} for day, one in new.items()])


def _between(days: Sequence[date]) -> ColumnElement[bool]:
    return CountedDayTable.day.between(days[0].isoformat(), days[-1].isoformat())


def _runs(days: Iterable[date]) -> Iterator[list[date]]:
    """Days that follow each other, together."""
    for _, run in groupby(enumerate(days), key=lambda one: one[1] - _ONE * one[0]):
        yield [day for _, day in run]


def _packed(found: Counted) -> bytes:
    whole = {one.name: getattr(found, one.name) for one in fields(Counted)}
    return zlib.compress(json.dumps(whole, separators=(",", ":")).encode())


def _unpacked(kept: bytes) -> Counted:
    return Counted(**json.loads(zlib.decompress(kept)))

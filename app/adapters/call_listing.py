"""Reads the list of calls: a page of those that are looked for, or some of them that are drawn by lot."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from typing import Any

from sqlalchemy import RowMapping, Select, func, select
from sqlalchemy.orm import Session

from app.adapters.call_query import conditions, count_of, known_first, ordered, pays_by_call
from app.adapters.call_records import listed_row
from app.adapters.call_tables import CallTable, MoveTable, NoteTable, ScoreTable
from app.adapters.database import Database
from app.adapters.older_calls import file_references, index_scores
from app.adapters.word_query import index_notes, notes_with
from app.core.call_search import CallFilter, CallOrder, CallPage, CallRow, Listed, Said, sample
from app.core.errors import StoreDamagedError, StoreError

LISTED = select(*(getattr(CallTable, column.name) for column in fields(CallRow)))
"""What a list shows of calls."""

_LOOKED_THROUGH = (
    select(func.sum(CallTable.size_bytes)),
    select(func.count()).where(CallTable.started_at >= ""),
    select(func.count()).where(CallTable.agent >= ""),
    select(func.sum(ScoreTable.share)),
    select(func.count()).where(NoteTable.number >= 0),
    select(func.count()).where(MoveTable.move >= ""),
)
"""The rows of calls, which no index has whole, and the indexes."""
_ANY_NOTE = (Said(words=("",), in_notes=True),)


def prepare(database: Database, wanted: CallFilter, order: CallOrder) -> None:
    """Have ready what makes the search fast; without it the same is found."""
    asks_scores = Listed(wanted=wanted, order=order).is_about_scores
    for is_asked, make_ready in ((bool(wanted.reference), file_references), (asks_scores, index_scores)):
        with suppress(StoreError):
            if is_asked:
                make_ready(database)


def read_ahead(database: Database) -> None:
    """Look once through all that searches look through, on the connection that the next one is given.

    From a disk that takes seconds where it was not read since the computer was started. Raises StoreError.
    """
    with suppress(StoreError):
        index_scores(database)
    with database.session("read") as session:
        for looked_through in _LOOKED_THROUGH:
            session.execute(looked_through)
        index_notes(session, _ANY_NOTE)


def find_page(database: Database, wanted: CallFilter, order: CallOrder, offset: int, limit: int | None) -> CallPage:
    """A page of the calls that are looked for, with no limit all of them, and how many there are. Raises StoreError.

    Where notes are damaged, what was said is still found.
    """
    try:
        with database.session("searched") as session:
            return _page(session, wanted, order, offset, limit, with_notes=index_notes(session, wanted.said))
    except StoreDamagedError:
        if not wanted.said or any(one.in_notes for one in wanted.said):
            raise
    with database.session("searched") as session:
        return _page(session, wanted, order, offset, limit, with_notes=False)


def draw(database: Database, wanted: CallFilter, per_agent: int, seed: int) -> list[CallRow]:
    """Up to so many calls of each agent of those that are looked for. Raises StoreError."""
    with database.session("searched") as session:
        which = conditions(wanted, with_notes=index_notes(session, wanted.said))
        there = session.execute(select(CallTable.agent, CallTable.call_id).where(which))
        chosen = sample(((agent, call_id) for agent, call_id in there), per_agent, seed)
        found = session.execute(LISTED.where(CallTable.call_id.in_(chosen))).mappings()
        rows = {row["call_id"]: listed_row(row) for row in found}
    return [rows[call_id] for call_id in chosen if call_id in rows]


def _page(
    session: Session, wanted: CallFilter, order: CallOrder, offset: int, limit: int | None, *, with_notes: bool
) -> CallPage:
    total = session.scalar(count_of(wanted, with_notes=with_notes)) or 0
    last = total if limit is None else min(total, offset + limit)
    if last <= offset:
        return CallPage(rows=(), total=total)
    calls = session.scalar(select(func.max(CallTable.number))) or 0
    which = conditions(wanted, by_call=pays_by_call(calls, total, last, order), with_notes=with_notes)
    rows = tuple(map(listed_row, _rows(session, LISTED.where(which), order, offset, limit, wanted.viewer)))
    is_part = with_notes and limit is not None
    notes = notes_with(session, wanted.said, [row.call_id for row in rows]) if is_part else {}
    return CallPage(rows=rows, total=total, notes=notes)


def _rows(
    session: Session, listed: Select[Any], order: CallOrder, offset: int, limit: int | None, viewer: str | None
) -> Sequence[RowMapping]:
    parts = None if limit is None else known_first(listed, order)
    if parts is None or limit is None:
        return session.execute(ordered(listed, order, viewer).offset(offset).limit(limit)).mappings().all()
    known, unknown = parts
    rows = session.execute(known.offset(offset).limit(limit)).mappings().all()
    if len(rows) == limit:
        return rows
    before = offset + len(rows) if rows else session.scalar(select(func.count()).select_from(known.subquery())) or 0
    rest = unknown.offset(max(0, offset - before)).limit(limit - len(rows))
    return [*rows, *session.execute(rest).mappings()]

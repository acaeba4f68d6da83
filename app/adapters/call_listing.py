"""Reads the list of calls: a page of those that are looked for, or some of them that are drawn by lot."""

from contextlib import suppress
from dataclasses import fields

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.adapters.call_query import conditions, count_of, ordered, pays_by_call
from app.adapters.call_records import listed_row
from app.adapters.call_tables import CallTable
from app.adapters.database import Database
from app.adapters.older_calls import file_references, index_scores
from app.adapters.word_query import index_notes, notes_with
from app.core.call_search import CallFilter, CallOrder, CallPage, CallRow, Listed, sample
from app.core.errors import StoreDamagedError, StoreError

LISTED = select(*(getattr(CallTable, column.name) for column in fields(CallRow)))
"""What a list shows of calls."""


def prepare(database: Database, wanted: CallFilter, order: CallOrder) -> None:
    """Have ready what makes the search fast; without it the same is found."""
    asks_scores = Listed(wanted=wanted, order=order).is_about_scores
    for is_asked, make_ready in ((bool(wanted.reference), file_references), (asks_scores, index_scores)):
        with suppress(StoreError):
            if is_asked:
                make_ready(database)


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
    found = session.execute(ordered(LISTED.where(which), order, wanted.viewer).offset(offset).limit(limit))
    rows = tuple(map(listed_row, found.mappings()))
    is_part = with_notes and limit is not None
    notes = notes_with(session, wanted.said, [row.call_id for row in rows]) if is_part else {}
    return CallPage(rows=rows, total=total, notes=notes)

"""What is looked for among ended calls, as SQL: only the search for words is SQLite's own."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    TextualSelect,
    and_,
    false,
    func,
    literal_column,
    not_,
    select,
    text,
    true,
)

from app.adapters.call_tables import WORD_COLUMNS, CallTable, MoveTable
from app.core.call_search import STEPS, Between, CallFilter, CallOrder, Said, SortKey, plain_reference
from app.core.events import Move

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_NUMBER: ColumnElement[int] = literal_column("+calls.number", Integer)
"""With a plus SQLite goes through the calls in their order and looks each up among those found, not the reverse: a
common word is in nearly all of them, and the first page alone is wanted."""
_ALWAYS_KNOWN = frozenset({SortKey.STARTED, SortKey.SOURCE, SortKey.DURATION, SortKey.ESCALATIONS})


def ordered(rows: Select[tuple[object, ...]], order: CallOrder) -> Select[tuple[object, ...]]:
    """The rows in an order that is the same each time; what is not known comes last.

    The index of the times has the numbers too, so that the newest calls are found without sorting.
    """
    column: InstrumentedAttribute[Any] = getattr(CallTable, order.key.value)
    known = () if order.key in _ALWAYS_KNOWN else (column.is_(None),)
    columns = (column, CallTable.number)
    return rows.order_by(*known, *(one.desc() if order.is_descending else one.asc() for one in columns))


def conditions(wanted: CallFilter) -> ColumnElement[bool]:
    """All that must hold of a call."""
    return and_(true(), *_all(wanted))


def _all(wanted: CallFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield CallTable.started_at >= wanted.since
    if wanted.until is not None:
        yield CallTable.started_at < wanted.until
    if wanted.call_ids is not None:
        yield CallTable.call_id.in_(sorted(wanted.call_ids))
    if wanted.agents:
        yield CallTable.agent.in_(sorted(wanted.agents))
    if wanted.reference:
        yield func.plain_reference(CallTable.reference) == plain_reference(wanted.reference)
    if wanted.courses:
        yield CallTable.course.in_(sorted(wanted.courses))
    if wanted.reached is not None:
        yield CallTable.reached.in_(STEPS[STEPS.index(wanted.reached) :]) if wanted.reached in STEPS else false()
    yield from _bounds(wanted)
    yield from _marks(wanted)
    yield from (_made(move) for move in sorted(wanted.made))
    yield from (not_(_made(move)) for move in sorted(wanted.not_made))
    yield from _words(wanted.said)


def _bounds(wanted: CallFilter) -> Iterator[ColumnElement[bool]]:
    bounds: Sequence[tuple[InstrumentedAttribute[Any], Between]] = (
        (CallTable.duration_s, wanted.duration_s),
        (CallTable.peak_level, wanted.peak),
        (CallTable.end_level, wanted.end),
        (CallTable.time_to_calm_s, wanted.time_to_calm_s),
        (CallTable.warnings, wanted.warnings),
    )
    for column, bound in bounds:
        if bound.low is not None:
            yield column >= bound.low
        if bound.high is not None:
            yield column <= bound.high


def _marks(wanted: CallFilter) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (CallTable.is_reviewed, wanted.is_reviewed),
        (CallTable.is_flagged, wanted.is_flagged),
        (CallTable.has_words, wanted.has_words),
    ):
        if value is not None:
            yield column.is_(value)


def _made(move: Move) -> ColumnElement[bool]:
    return _NUMBER.in_(select(MoveTable.number).where(MoveTable.move == move))


def _words(said: Sequence[Said]) -> Iterator[ColumnElement[bool]]:
    """Of a call without words nobody knows what was not said in it."""
    present = " AND ".join(_match(one) for one in said if not one.is_absent)
    absent = " OR ".join(_match(one) for one in said if one.is_absent)
    if present:
        yield _NUMBER.in_(_found(f"({present}) NOT ({absent})" if absent else present))
    elif absent:
        yield CallTable.has_words.is_(True)
        yield _NUMBER.not_in(_found(absent))


def _found(match: str) -> TextualSelect:
    """Numbers of the calls that FTS5 finds."""
    found = text("select rowid from call_words where call_words match :found")
    return found.bindparams(found=match).columns(CallTable.number)


def _match(one: Said) -> str:
    """In the words of SQLite's FTS5: a phrase, which may hold no quotation mark, in one column or in any."""
    phrase = '"' + " ".join(one.words).replace('"', "") + '"'
    return f"({{{WORD_COLUMNS[one.by]}}} : {phrase})" if one.by else f"({phrase})"

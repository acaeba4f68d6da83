"""What is looked for among ended calls, as SQL: only the search for words is SQLite's own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    false,
    func,
    literal_column,
    not_,
    select,
    table,
    true,
)
from sqlalchemy import column as column_of

from app.adapters.call_tables import WORD_COLUMNS, CallTable, MoveTable, ReferenceTable, UnfiledTable
from app.adapters.review_query import NUMBER, ShownScores, reviewed_as
from app.core.call_search import STEPS, Between, CallFilter, CallOrder, Said, SortKey, plain_reference
from app.core.events import Move

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_WORDS = table("call_words", column_of("rowid", Integer))
_ROWID: ColumnElement[int] = literal_column("+call_words.rowid", Integer)
"""With a plus SQLite finds the words first and then each call, not the reverse."""
_ONE_LOOK = 60
"""To look whether a word is in one call takes as long as to list so many of those that it is in."""
_ALWAYS_KNOWN = frozenset({SortKey.STARTED, SortKey.SOURCE, SortKey.DURATION, SortKey.ESCALATIONS})


def ordered(
    rows: Select[tuple[object, ...]], order: CallOrder, viewer: str | None = None
) -> Select[tuple[object, ...]]:
    """The rows in an order that is the same each time; what is not known, or not to the viewer, comes last.

    The index of the times has the numbers too, so that the newest calls are found without sorting.
    """
    column: ColumnElement[Any] | InstrumentedAttribute[Any]
    if order.key is SortKey.SCORE:
        counting = ShownScores(viewer).counting()
        rows, column = rows.outerjoin(counting, counting.c.number == CallTable.number), counting.c.share
    else:
        column = getattr(CallTable, order.key.value)
    known = () if order.key in _ALWAYS_KNOWN else (column.is_(None),)
    columns = (column, CallTable.number)
    return rows.order_by(*known, *(one.desc() if order.is_descending else one.asc() for one in columns))


def conditions(wanted: CallFilter, *, by_call: bool = False) -> ColumnElement[bool]:
    """All that must hold of a call.

    Which calls hold the words and the moves is found for all calls at once, or for each as it comes (`by_call`).
    """
    made = _made_in_call if by_call else _made
    moves = (*map(made, sorted(wanted.made)), *(not_(made(move)) for move in sorted(wanted.not_made)))
    return and_(true(), *_plain(wanted), *moves, *_words(wanted.said, by_call=by_call))


def pays_by_call(calls: int, found: int, rows: int, order: CallOrder) -> bool:
    """Whether the first so many rows of those `found` come sooner where each call is looked at as it comes.

    That is so where most of them are found, in order of time alone: for every other order all are sorted first.
    """
    return order.key is SortKey.STARTED and rows * calls * _ONE_LOOK < found * found


def count_of(wanted: CallFilter) -> Select[Any]:
    """How many calls there are; words are found first and then each call, which is fast also where they are common."""
    which = conditions(replace(wanted, said=()))
    present, absent = _match_of(wanted.said)
    if present:
        return _count(which, present)
    if not absent:
        return _count(which)
    with_words = which & CallTable.has_words.is_(True)
    return select(_count(with_words).scalar_subquery() - _count(with_words, absent).scalar_subquery())


def _count(which: ColumnElement[bool], match: str = "") -> Select[Any]:
    counted = select(func.count()).select_from(CallTable)
    if match:
        counted = counted.join(_WORDS, CallTable.number == _ROWID).where(_holds(match))
    return counted.where(which)


def _plain(wanted: CallFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield CallTable.started_at >= wanted.since
    if wanted.until is not None:
        yield CallTable.started_at < wanted.until
    if wanted.call_ids is not None:
        yield CallTable.call_id.in_(sorted(wanted.call_ids))
    if wanted.agents:
        yield CallTable.agent.in_(sorted(wanted.agents))
    if wanted.reference:
        yield _filed_as(plain_reference(wanted.reference))
    if wanted.courses:
        yield CallTable.course.in_(sorted(wanted.courses))
    if wanted.reached is not None:
        yield CallTable.reached.in_(STEPS[STEPS.index(wanted.reached) :]) if wanted.reached in STEPS else false()
    yield from _bounds(wanted)
    yield from _marks(wanted)
    yield from reviewed_as(wanted)


def _filed_as(plain: str) -> ColumnElement[bool]:
    """Looked up; only of an earlier version's calls that are not filed yet each is read."""
    unfiled = select(func.max(UnfiledTable.last)).scalar_subquery()
    is_filed = CallTable.number.in_(select(ReferenceTable.number).where(ReferenceTable.plain == plain))
    return is_filed | ((CallTable.number <= unfiled) & (func.plain_reference(CallTable.reference) == plain))


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
    return NUMBER.in_(select(MoveTable.number).where(MoveTable.move == move))


def _made_in_call(move: Move) -> ColumnElement[bool]:
    return select(MoveTable.number).where(MoveTable.number == CallTable.number, MoveTable.move == move).exists()


def _words(said: Sequence[Said], *, by_call: bool) -> Iterator[ColumnElement[bool]]:
    """Of a call without words nobody knows what was not said in it."""
    present, absent = _match_of(said)
    find = _found_in_call if by_call else _found
    if present:
        yield find(present)
    elif absent:
        yield CallTable.has_words.is_(True)
        yield not_(find(absent))


def _found(match: str) -> ColumnElement[bool]:
    return NUMBER.in_(select(_WORDS.c.rowid).where(_holds(match)))


def _found_in_call(match: str) -> ColumnElement[bool]:
    return select(_WORDS.c.rowid).where(_holds(match), _WORDS.c.rowid == CallTable.number).exists()


def _holds(match: str) -> ColumnElement[bool]:
    """As SQLite's FTS5 is asked: by the name of the table."""
    return literal_column("call_words").op("match", is_comparison=True)(match)


def _match_of(said: Sequence[Said]) -> tuple[str, str]:
    """What must be in the words, without what must not; where nothing must, the other alone."""
    present = " AND ".join(_match(one) for one in said if not one.is_absent)
    absent = " OR ".join(_match(one) for one in said if one.is_absent)
    return (f"({present}) NOT ({absent})" if present and absent else present), absent


def _match(one: Said) -> str:
    """In the words of SQLite's FTS5: a phrase, which may hold no quotation mark, in one column or in any."""
    phrase = '"' + " ".join(one.words).replace('"', "") + '"'
    return f"({{{WORD_COLUMNS[one.by]}}} : {phrase})" if one.by else f"({phrase})"

"""What is looked for among ended calls, as SQL."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    false,
    func,
    not_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased

from app.adapters.call_tables import WORD_INDEX, CallTable, MoveTable, ReferenceTable, UnfiledTable
from app.adapters.review_query import NUMBER, ShownScores, reviewed_as
from app.adapters.word_query import (
    ROWID,
    count_written,
    found_in_call,
    hold_words,
    holds,
    in_notes_alone,
    match_of,
    partly_written,
    spoken,
)
from app.core.call_search import STEPS, Between, CallFilter, CallOrder, SortKey, plain_reference
from app.core.events import Move

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

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
    return rows.order_by(*known, *_turned(order, column))


def known_first(
    rows: Select[tuple[object, ...]], order: CallOrder
) -> tuple[Select[tuple[object, ...]], Select[tuple[object, ...]]] | None:
    """The same in two parts, what is known and what is not: the first page seldom needs both, and an index may have it.

    None where all is known, or where it takes as long.
    """
    if order.key in _ALWAYS_KNOWN or order.key is SortKey.SCORE:
        return None
    column: InstrumentedAttribute[Any] = getattr(CallTable, order.key.value)
    known = rows.where(column.is_not(None)).order_by(*_turned(order, column))
    return known, rows.where(column.is_(None)).order_by(*_turned(order))


def _turned(
    order: CallOrder, *columns: "ColumnElement[Any] | InstrumentedAttribute[Any]"
) -> Iterator[ColumnElement[Any]]:
    for one in (*columns, CallTable.number):
        yield one.desc() if order.is_descending else one.asc()


def conditions(wanted: CallFilter, *, by_call: bool = False, with_notes: bool = False) -> ColumnElement[bool]:
    """All that must hold of a call.

    Which calls hold the words and the moves is found for all calls at once, or for each as it comes (`by_call`). With
    notes their words count as well, which needs `index_notes`.
    """
    made = _made_in_call if by_call else _made
    moves = (*map(made, sorted(wanted.made)), *(not_(made(move)) for move in sorted(wanted.not_made)))
    words = hold_words(wanted.said, by_call=by_call, with_notes=with_notes)
    return and_(true(), *_plain(wanted), *moves, *words)


def pays_by_call(calls: int, found: int, rows: int, order: CallOrder) -> bool:
    """Whether the first so many rows of those `found` come sooner where each call is looked at as it comes.

    That is so where most of them are found, in order of time alone: for every other order all are sorted first.
    """
    return order.key is SortKey.STARTED and rows * calls * _ONE_LOOK < found * found


def count_of(wanted: CallFilter, *, with_notes: bool = False) -> Select[Any]:
    """How many calls there are; words are found first and then each call, which is fast also where they are common.

    Where words alone are looked for no call is looked at: a call that goes takes its words with it.
    """
    which = and_(conditions(replace(wanted, said=())), *in_notes_alone(wanted.said, with_notes=with_notes))
    present, absent = match_of(spoken(wanted.said))
    if present:
        is_alone = _asks_words_alone(wanted)
        said = _count_words(present) if is_alone else _count(which, present)
        if not with_notes:
            return said
        others = _count(which & partly_written(wanted.said) & not_(found_in_call(present)))
        written = count_written(wanted.said) if is_alone and not absent else others
        return select(said.scalar_subquery() + written.scalar_subquery())
    if not absent:
        return _count(which)
    with_words = which & CallTable.has_words.is_(True)
    return select(_count(with_words).scalar_subquery() - _count(with_words, absent).scalar_subquery())


def _asks_words_alone(wanted: CallFilter) -> bool:
    return replace(wanted, said=()) == CallFilter() and spoken(wanted.said) == [*wanted.said]


def _count_words(match: str) -> Select[Any]:
    return select(func.count()).select_from(WORD_INDEX).where(holds(match))


def _count(which: ColumnElement[bool], match: str = "") -> Select[Any]:
    counted = select(func.count()).select_from(CallTable)
    if match:
        counted = counted.join(WORD_INDEX, CallTable.number == ROWID).where(holds(match))
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
    filed = select(ReferenceTable.number).where(ReferenceTable.plain == plain)
    older = aliased(CallTable)
    others = select(older.number).where(older.number <= unfiled, func.plain_reference(older.reference) == plain)
    return CallTable.number.in_(union_all(filed, others))


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

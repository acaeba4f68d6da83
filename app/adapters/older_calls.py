"""Counts for trends what an earlier version has stored, files it by its references, and makes the index of its scores.

All of it once that is asked for: a migration that reads what is there would be stopped by a damaged page.
"""

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Event

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.orm import Session

from app.adapters.call_records import document_in, write_rules
from app.adapters.call_tables import CallTable, DocumentTable, ReferenceTable, UncountedTable, UnfiledTable
from app.adapters.counted_days import forget_days
from app.adapters.database import PAUSE_S, Database
from app.core.errors import StoreDamagedError
from app.core.followed import RuleSums, sums_of
from app.core.trend_port import Told
from app.core.trends import promises_of

_SLICE = 50
_HAS_INDEX = text("select 1 from sqlite_master where type = 'index' and name = 'ix_call_scores_standing'")
_MAKE_INDEX = text(
    "create index if not exists ix_call_scores_standing"
    " on call_scores (number, state, kind, score, share, reply, reviewer, card, version)"
)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What a document comes to; of a damaged one no rules are known, and nobody knows what was promised."""

    text: str
    promises: int | None = None
    rules: Mapping[str, RuleSums] | None = None


class OlderCalls:
    """Calls that are damaged are left out, and keep no other one from being counted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_over = Event()
        self._are_counted = False
        self._rests = False

    def count(self, told: Told | None = None) -> None:
        """Count what is not counted yet; returns at once where nothing is left. Raises StoreError.

        With somebody who is told how far it is, each call is followed by a rest that is as long as the call took:
        documents are read in Python, which else would leave a window no time to be painted.
        """
        self._rests = told is not None
        while not (self._are_counted or self._is_over.is_set()):
            last = self._count_some()
            self._are_counted = last is None
            if last is None:
                return
            if told is not None:
                told(*last)
            self._is_over.wait(PAUSE_S)

    def stop(self) -> None:
        """Leave the rest."""
        self._is_over.set()

    def are_left(self) -> bool:
        """Whether there are any that are not counted yet. Raises StoreError."""
        with self._database.session("counted") as session:
            return session.scalar(select(UncountedTable.last)) is not None

    def is_stopped(self, after_s: float) -> bool:
        """Whether nothing more is to be counted; that is waited for a while, so that others can write."""
        return self._is_over.wait(after_s)

    def _count_some(self) -> tuple[int, int] | None:
        """The number up to which calls are counted, and the last one; None where nothing was left."""
        with self._database.session("counted") as session:
            left = session.scalar(select(UncountedTable))
            if left is None:
                return None
            last, numbers = left.last, range(left.first, min(left.last, left.first + _SLICE - 1) + 1)
        self._count_each(numbers)
        with self._database.session("counted") as session, session.begin():
            left = session.scalar(select(UncountedTable))
            if left is not None:
                left.first = numbers.stop
                if left.first > left.last:
                    session.delete(left)
        return numbers[-1], last

    def _count_each(self, numbers: Sequence[int]) -> None:
        """One by one where one of them is damaged. Raises StoreError."""
        try:
            self._count_together(numbers)
        except StoreDamagedError:
            for number in numbers:
                self._count_alone(number)

    def _count_alone(self, number: int) -> None:
        """The connection that has met the page of another call reads nothing more; a second try has a new one."""
        for _ in range(2):
            with suppress(StoreDamagedError):
                self._count_together([number])
                return

    def _count_together(self, numbers: Sequence[int]) -> None:
        """The store is locked while counts are written, not while documents are read."""
        read = {number: self._read(number) for number in numbers}
        with self._database.session("counted") as session, session.begin():
            session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            for number, counts in read.items():
                _write(session, number, counts)

    def _read(self, number: int) -> _Counts | None:
        """None where there is no such call."""
        began_s = time.perf_counter()
        with self._database.session("counted") as session:
            text = _text_of(session, number)
        counts = None if text is None else _counts_in(text)
        if self._rests:
            self._is_over.wait(time.perf_counter() - began_s)
        return counts


def file_references(database: Database) -> None:
    """File the calls of an earlier version by their references, all at once; nothing happens where they are filed.

    Raises StoreError: then they are found by reading each.
    """
    with database.session("searched") as session:
        if session.scalar(select(UnfiledTable.last)) is None:
            return
    with database.session("searched") as session, session.begin():
        last = session.scalar(select(UnfiledTable.last))
        named = CallTable.reference.is_not(None) & (CallTable.number <= last)
        plain = func.plain_reference(CallTable.reference)
        filed = select(plain, CallTable.number).where(named).order_by(plain)
        session.execute(delete(ReferenceTable).where(ReferenceTable.number <= last))
        session.execute(insert(ReferenceTable).from_select(["plain", "number"], filed))
        session.execute(delete(UnfiledTable))


def index_scores(database: Database) -> None:
    """Make the index by which all scores are looked through without reading their cards, where it is not there.

    Raises StoreError: then they are looked through slowly.
    """
    with database.session("searched") as session, session.begin():
        if session.scalar(_HAS_INDEX) is None:
            session.execute(_MAKE_INDEX)


def _text_of(session: Session, number: int) -> str | None:
    return session.scalar(select(DocumentTable.document).where(DocumentTable.number == number))


def _counts_in(text: str) -> _Counts:
    try:
        document = document_in(text)
    except ValueError:
        return _Counts(text)
    return _Counts(text, promises_of(document), sums_of(document))


def _write(session: Session, number: int, read: _Counts | None) -> None:
    """As if the call were stored today: where its words are gone nobody knows what was promised."""
    table, text = session.get(CallTable, number), _text_of(session, number)
    if table is None or text is None or read is None:
        return
    counts = read if text == read.text else _counts_in(text)
    forget_days(session, table.started_at)
    table.promises = table.promises if counts.promises is None else counts.promises
    if counts.rules is not None:
        write_rules(session, table, counts.rules)

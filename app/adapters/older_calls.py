"""Counts for trends what an earlier version has stored, and files it by its references, once that is asked for."""

from collections.abc import Sequence
from contextlib import suppress
from threading import Event

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.adapters.call_records import document_in, write_reference, write_rules
from app.adapters.call_tables import CallTable, DocumentTable, UncountedTable, UnfiledTable
from app.adapters.database import Database
from app.core.errors import StoreDamagedError
from app.core.trends import promises_of

_SLICE = 50
PAUSE_S = 0.12
"""Between two slices: SQLite looks every 0.1 s whether somebody who waits may write, as a call that has ended does."""


class OlderCalls:
    """Calls that are damaged are left out, and keep no other one from being counted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_over = Event()
        self._are_counted = False

    def count(self) -> None:
        """Count what is not counted yet; returns at once where nothing is left. Raises StoreError."""
        while not (self._are_counted or self._is_over.is_set()):
            self._are_counted = self._count_some()
            if not self._are_counted:
                self._is_over.wait(PAUSE_S)

    def stop(self) -> None:
        """Leave the rest."""
        self._is_over.set()

    def _count_some(self) -> bool:
        """Whether nothing is left."""
        with self._database.session("counted") as session:
            left = session.scalar(select(UncountedTable))
            if left is None:
                return True
            numbers = range(left.first, min(left.last, left.first + _SLICE - 1) + 1)
        self._count_each(numbers)
        with self._database.session("counted") as session, session.begin():
            left = session.scalar(select(UncountedTable))
            if left is not None:
                left.first = numbers.stop
                if left.first > left.last:
                    session.delete(left)
        return False

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
        with self._database.session("counted") as session, session.begin():
            for number in numbers:
                _count(session, number)


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
        for number, reference in session.execute(select(CallTable.number, CallTable.reference).where(named)).all():
            write_reference(session, number, reference)
        session.execute(delete(UnfiledTable))


def _count(session: Session, number: int) -> None:
    """As if the call were stored today: where its words are gone nobody knows what was promised."""
    table, text = session.get(CallTable, number), session.get(DocumentTable, number)
    if table is None or text is None:
        return
    with suppress(ValueError):
        document = document_in(text.document)
        promises = promises_of(document)
        table.promises = table.promises if promises is None else promises
        write_rules(session, table, document)

"""Ended calls in a local SQLite file."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from app.adapters.call_erasing import CallErasing
from app.adapters.call_listing import LISTED, draw, find_page, prepare, read_ahead
from app.adapters.call_query import ordered
from app.adapters.call_records import (
    NUMBER_WITHOUT_INDEX,
    check_free,
    document_in,
    listed_row,
    missing_call,
    row_in,
    stored_calls,
    write_call,
)
from app.adapters.call_tables import CallTable, DocumentTable, FilterTable
from app.adapters.counted_days import without_damaged_counts
from app.adapters.database import Database
from app.adapters.store_copies import calls_in_copy, copies_of, delete_in_copy
from app.core.call_search import (
    CallFilter,
    CallOrder,
    CallPage,
    CallRow,
    row_of,
)
from app.core.document import CallDocument
from app.core.errors import StoreDamagedError, StoreError
from app.core.keeping import Days, Due, StoredCall, due
from app.core.saved_filters import SavedFilter, filter_of, text_of
from app.core.trends import promises_of
from app.core.wordless import has_words, without_words


class SqlCallStore:
    """Calls by id; a call saved again under its id replaces the earlier one. Without `with_words` figures are kept.

    Copies that were made before a repair lose what is deleted here.
    """

    def __init__(self, file: Path, key: bytes, *, with_words: bool = True) -> None:
        self._file = file
        self._key = key
        self._database = Database(file, key)
        self._erasing = CallErasing(self._database)
        self._with_words = with_words

    def save(self, document: CallDocument) -> None:
        """Keep a call. Raises StoreError, HeldError where one of this id is on legal hold."""
        without_damaged_counts(self._database, partial(self._put, document, may_add=True))

    def amend(self, document: CallDocument) -> None:
        """Keep a later word on a call that is still there, without words that it has lost since.

        Raises StoreError, HeldError.
        """
        without_damaged_counts(self._database, partial(self._put, document, may_add=False))

    def rows(self) -> list[CallRow]:
        """All calls, newest first; of one that is damaged no more than its id. Raises StoreError."""
        try:
            with self._database.session("read") as session:
                found = session.execute(ordered(LISTED, CallOrder()))
                return [listed_row(row) for row in found.mappings()]
        except StoreDamagedError:
            rows = [self._row(call_id) for call_id in self._ids()]
        return sorted(rows, key=lambda row: row.started_at, reverse=True)

    def find(self, wanted: CallFilter, order: CallOrder, offset: int = 0, limit: int | None = 50) -> CallPage:
        """A page of the calls that are looked for, with no limit all of them, and how many there are.

        Raises StoreError. Where a part of the list is damaged all calls are still listed, newest first.
        """
        prepare(self._database, wanted, order)
        try:
            return find_page(self._database, wanted, order, offset, limit)
        except StoreDamagedError:
            if wanted != CallFilter():
                raise
        rows = self.rows()
        return CallPage(rows=tuple(islice(rows, offset, None if limit is None else offset + limit)), total=len(rows))

    def read_ahead(self) -> None:
        """Have the first searches find in memory what they look through. Raises StoreError."""
        read_ahead(self._database)

    def sample(self, wanted: CallFilter, per_agent: int, seed: int) -> list[CallRow]:
        """Up to so many calls of each agent, chosen at random of those that are looked for. Raises StoreError."""
        return draw(self._database, wanted, per_agent, seed)

    def agents(self) -> list[str]:
        """Everybody who has calls here, in order of their names. Raises StoreError."""
        named = select(CallTable.agent).where(CallTable.agent.is_not(None)).distinct().order_by(CallTable.agent)
        with self._database.session("read") as session:
            return [agent for agent in session.scalars(named) if agent]

    def filters(self) -> tuple[SavedFilter, ...]:
        """Filters that were given a name, in order of their names. Raises StoreError."""
        with self._database.session("read") as session:
            kept = map(filter_of, session.scalars(select(FilterTable.wish)))
            return tuple(sorted(filter(None, kept), key=lambda one: one.name.casefold()))

    def keep_filters(self, saved: Sequence[SavedFilter]) -> None:
        """Put these in the place of those that `filters` gives; what it cannot read stays. Raises StoreError."""
        names = {one.name for one in saved}
        with self._database.session("written") as session, session.begin():
            for row in session.scalars(select(FilterTable)):
                if row.name not in names and filter_of(row.wish) is not None:
                    session.delete(row)
            for one in saved:
                session.merge(FilterTable(name=one.name, wish=text_of(one)))

    def review(self, call_id: str, *, is_reviewed: bool | None = None, is_flagged: bool | None = None) -> None:
        """Note that a call was reviewed or wants another look; None leaves it. Raises StoreError."""
        with self._database.session("written") as session, session.begin():
            row = row_in(session, call_id)
            row.is_reviewed = row.is_reviewed if is_reviewed is None else is_reviewed
            row.is_flagged = row.is_flagged if is_flagged is None else is_flagged

    def load(self, call_id: str) -> CallDocument:
        """One call. Raises StoreError when it is not there or cannot be read."""
        try:
            text = self._text(call_id)
            if text is not None:
                return document_in(text)
        except (StoreDamagedError, ValueError) as error:
            raise StoreDamagedError(
                "The call {call_id!r} is damaged.", "Open another call.", call_id=call_id
            ) from error
        raise missing_call(call_id)

    def delete(self, *call_ids: str) -> frozenset[str]:
        """Forget calls for good, here and in copies of the store; of those that it gives something may be left.

        Raises StoreError, HeldError: then all are left.
        """
        left = self._erasing.delete(call_ids)
        self._clean(lambda copy: delete_in_copy(copy, self._key, call_ids))
        return left

    def in_copies(self) -> set[str]:
        """Ids of the calls that lie in copies of the store. Raises StoreError."""
        return {call.call_id for copy in copies_of(self._file) for call in calls_in_copy(copy, self._key, ())}

    def hold(self, call_id: str, *, wanted: bool) -> None:
        """Put a call on legal hold, so that nothing of it goes, or release it. Raises StoreError."""
        with self._database.session("written") as session, session.begin():
            row_in(session, call_id).is_held = wanted

    def purge(self, now: datetime, days: Days, *, may_go_on: Callable[[], bool] = lambda: True) -> Due:
        """Take away what is older than it is kept, a few calls at a time, and say what that was. Raises StoreError.

        Of a call that is damaged goes what can be. It ends early where it may not go on, and the next purge does the
        rest. Of a copy, which nobody reads, go whole calls.
        """
        with self._database.session("read") as session:
            calls = stored_calls(session)
        gone = self._erasing.erase(due(calls, now, days), may_go_on)
        on_hold = frozenset(call.call_id for call in calls if call.is_held)

        def clean(copy: Path) -> None:
            if may_go_on():
                old = due(calls_in_copy(copy, self._key, on_hold), now, days)
                delete_in_copy(copy, self._key, old.words | old.whole)

        self._clean(clean)
        return gone

    def kept(self) -> list[StoredCall]:
        """How old and how large each call is, and how much of it is there. Raises StoreError."""
        with self._database.session("read") as session:
            return stored_calls(session)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _text(self, call_id: str) -> str | None:
        """The document of a call, looked for without the index where that is damaged. Raises StoreError."""
        of_number = select(DocumentTable.document).where(DocumentTable.number == CallTable.number)
        try:
            with self._database.session("read") as session:
                return session.scalar(of_number.where(CallTable.call_id == call_id))
        except StoreDamagedError:
            with self._database.session("read") as session:
                number = session.scalar(NUMBER_WITHOUT_INDEX, {"call_id": call_id})
                return session.scalar(select(DocumentTable.document).where(DocumentTable.number == number))

    def _ids(self) -> list[str]:
        """Ids of all calls, which the index has too. Raises StoreError."""
        with self._database.session("read") as session:
            return [*session.scalars(select(CallTable.call_id).order_by(CallTable.call_id))]

    def _row(self, call_id: str) -> CallRow:
        """What a list shows of a call, from its document where the row is damaged. Raises StoreError."""
        try:
            with self._database.session("read") as session:
                return listed_row(session.execute(LISTED.where(CallTable.call_id == call_id)).mappings().one())
        except StoreDamagedError:
            with suppress(StoreError):
                document = self.load(call_id)
                return row_of(document, has_words=has_words(document))
        return CallRow(
            call_id=call_id,
            started_at="",
            source="damaged",
            agent=None,
            duration_s=0.0,
            peak_level=None,
            end_level=None,
            escalations=0,
            has_words=False,
        )

    def _put(self, document: CallDocument, *, may_add: bool) -> None:
        """Words that this takes from a call are wiped at once, or at the next purge where something reads them."""
        bare = without_words(document)
        with self._database.session("written") as session, session.begin():
            check_free(session, document.call.id)
            had_words = session.scalar(select(CallTable.has_words).where(CallTable.call_id == document.call.id))
            if had_words is None and not may_add:
                return
            kept = document if self._with_words and (may_add or had_words) else bare
            write_call(session, kept, promises_of(document))
        if had_words and kept == bare:
            with suppress(StoreError):
                self._database.wipe()

    def _clean(self, clean: Callable[[Path], None]) -> None:
        """Clean each copy and then the files beside the store, whatever one of them does.

        Raises the first StoreError, at the end.
        """
        failures = list[StoreError]()
        acts: list[Callable[[], None]] = [partial(clean, copy) for copy in copies_of(self._file)]
        for act in (*acts, self._database.wipe):
            try:
                act()
            except StoreError as error:
                failures.append(error)
        if failures:
            raise failures[0]

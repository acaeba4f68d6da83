"""Ended calls in a local SQLite file."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import delete, func, literal, select, update
from sqlalchemy.orm import Session

from app.adapters.call_tables import CallTable, ProposalTable
from app.adapters.database import Database
from app.adapters.store_copies import calls_in_copy, copies_of, delete_in_copy
from app.core.document import CallDocument
from app.core.errors import StoreDamagedError, StoreError
from app.core.keeping import Days, Due, StoredCall, due, held
from app.core.ports import CallRow
from app.core.wire import document_from_json, document_to_json
from app.core.wordless import figures_alone, has_words, without_words

_SLICE = 20
_LISTED = select(*(getattr(CallTable, column.name) for column in fields(CallRow)))
"""What a list shows: not the document, so that neither its size nor damage in it matters there."""
_UNREADABLE = "{}"
"""What is left of a damaged call when its words go: nobody can tell them from its figures."""


class SqlCallStore:
    """Calls by id; a call saved again under its id replaces the earlier one. Without `with_words` figures are kept.

    Copies that were made before a repair lose what is deleted here.
    """

    def __init__(self, file: Path, key: bytes, *, with_words: bool = True) -> None:
        self._file = file
        self._key = key
        self._database = Database(file, key)
        self._with_words = with_words

    def save(self, document: CallDocument) -> None:
        """Keep a call. Raises StoreError, HeldError where one of this id is on legal hold."""
        self._put(document, may_add=True)

    def amend(self, document: CallDocument) -> None:
        """Keep a later word on a call that is still there, without words that it has lost since.

        Raises StoreError, HeldError.
        """
        self._put(document, may_add=False)

    def rows(self) -> list[CallRow]:
        """All calls, newest first; of one that is damaged no more than its id. Raises StoreError."""
        try:
            with self._database.session("read") as session:
                found = session.execute(_LISTED.order_by(CallTable.started_at.desc(), CallTable.call_id))
                return [CallRow(**row) for row in found.mappings()]
        except StoreDamagedError:
            rows = [self._row(call_id) for call_id in self._ids()]
        return sorted(rows, key=lambda row: row.started_at, reverse=True)

    def load(self, call_id: str) -> CallDocument:
        """One call. Raises StoreError when it is not there or cannot be read."""
        try:
            text = self._text(call_id)
            if text is not None:
                return _document(text)
        except (StoreDamagedError, ValueError) as error:
            raise StoreDamagedError(
                "The call {call_id!r} is damaged.", "Open another call.", call_id=call_id
            ) from error
        raise _missing(call_id)

    def delete(self, *call_ids: str) -> None:
        """Forget calls for good, here and in copies of the store. Raises StoreError, HeldError: then all are left."""
        with self._database.session("written") as session, session.begin():
            for call_id in call_ids:
                _forget(session, call_id)
                _check_free(session, call_id)
        self._clean(lambda copy: delete_in_copy(copy, self._key, call_ids))

    def in_copies(self) -> set[str]:
        """Ids of the calls that lie in copies of the store. Raises StoreError."""
        return {call.call_id for copy in copies_of(self._file) for call in calls_in_copy(copy, self._key, ())}

    def hold(self, call_id: str, *, wanted: bool) -> None:
        """Put a call on legal hold, so that nothing of it goes, or release it. Raises StoreError."""
        with self._database.session("written") as session, session.begin():
            row = session.get(CallTable, call_id)
            if row is None:
                raise _missing(call_id)
            row.is_held = wanted

    def purge(self, now: datetime, days: Days, *, may_go_on: Callable[[], bool] = lambda: True) -> Due:
        """Take away what is older than it is kept, a few calls at a time, and say what that was. Raises StoreError.

        It ends early where it may not go on, and the next purge does the rest. Of a copy, which nobody reads, go whole
        calls.
        """
        with self._database.session("read") as session:
            calls = _stored(session)
        found = due(calls, now, days)
        words = self._in_slices(_take_words, found.words, may_go_on)
        whole = self._in_slices(_forget, found.whole, may_go_on)
        on_hold = frozenset(call.call_id for call in calls if call.is_held)

        def clean(copy: Path) -> None:
            if may_go_on():
                old = due(calls_in_copy(copy, self._key, on_hold), now, days)
                delete_in_copy(copy, self._key, old.words | old.whole)

        self._clean(clean)
        return Due(words=words, whole=whole)

    def kept(self) -> list[StoredCall]:
        """How old and how large each call is, and how much of it is there. Raises StoreError."""
        with self._database.session("read") as session:
            return _stored(session, with_sizes=True)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _text(self, call_id: str) -> str | None:
        """The document of a call, looked for without the index where that is damaged. Raises StoreError."""
        found = select(CallTable.document)
        try:
            with self._database.session("read") as session:
                return session.scalar(found.where(CallTable.call_id == call_id))
        except StoreDamagedError:
            with self._database.session("read") as session:
                return session.scalar(found.where(CallTable.call_id + "" == call_id))

    def _ids(self) -> list[str]:
        """Ids of all calls, which the index has too. Raises StoreError."""
        with self._database.session("read") as session:
            return [*session.scalars(select(CallTable.call_id).order_by(CallTable.call_id))]

    def _row(self, call_id: str) -> CallRow:
        """What a list shows of a call, as far as that can be read. Raises StoreError."""
        try:
            with self._database.session("read") as session:
                return CallRow(**session.execute(_LISTED.where(CallTable.call_id == call_id)).mappings().one())
        except StoreDamagedError:
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
            _check_free(session, document.call.id)
            had_words = session.scalar(select(CallTable.has_words).where(CallTable.call_id == document.call.id))
            if had_words is None and not may_add:
                return
            kept = document if self._with_words and (may_add or had_words) else bare
            session.merge(_table_row(kept))
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

    def _in_slices(
        self, act: Callable[[Session, str], None], call_ids: frozenset[str], may_go_on: Callable[[], bool]
    ) -> frozenset[str]:
        """Those that it was done to: others can write between two slices, and a call that begins waits for one."""
        waiting, done = sorted(call_ids), set[str]()
        while waiting and may_go_on():
            now, waiting = waiting[:_SLICE], waiting[_SLICE:]
            done.update(self._in_one(act, now))
        return frozenset(done)

    def _in_one(self, act: Callable[[Session, str], None], call_ids: list[str]) -> list[str]:
        """Those that it was done to: a call that is damaged keeps no other one from it. Raises StoreError."""
        try:
            with self._database.session("written") as session, session.begin():
                for call_id in call_ids:
                    act(session, call_id)
        except StoreDamagedError:
            one_by_one = call_ids if len(call_ids) > 1 else []
            return [done for call_id in one_by_one for done in self._in_one(act, [call_id])]
        return call_ids


def _stored(session: Session, *, with_sizes: bool = False) -> list[StoredCall]:
    """What keeping goes by. A size is told by the head of a row: no document is read."""
    size = func.octet_length(CallTable.document) if with_sizes else literal(0)
    found = session.execute(
        select(CallTable.call_id, CallTable.started_at, CallTable.has_words, CallTable.is_held, size)
    )
    return [
        StoredCall(call_id=call_id, started_at=started_at, has_words=words, is_held=is_held, size_bytes=size_bytes)
        for call_id, started_at, words, is_held, size_bytes in found
    ]


def _take_words(session: Session, call_id: str) -> None:
    """Leave its figures; nothing happens to a call that was put on legal hold meanwhile."""
    free = (CallTable.call_id == call_id) & ~CallTable.is_held
    text = session.scalar(select(CallTable.document).where(free))
    if text is None:
        return
    try:
        kept = json.dumps(document_to_json(figures_alone(_document(text))))
    except ValueError:
        kept = _UNREADABLE
    session.execute(update(CallTable).where(free).values(document=kept, has_words=False))
    session.execute(delete(ProposalTable).where(ProposalTable.call_id == call_id))


def _forget(session: Session, call_id: str) -> None:
    """Delete a call that is not on legal hold, and the phrases that wait for a decision and were heard in it."""
    session.execute(delete(CallTable).where(CallTable.call_id == call_id, ~CallTable.is_held))
    is_there = select(CallTable.call_id).where(CallTable.call_id == call_id).exists()
    session.execute(delete(ProposalTable).where(ProposalTable.call_id == call_id, ~is_there))


def _check_free(session: Session, call_id: str) -> None:
    """Raises HeldError where the call is on legal hold."""
    if session.scalar(select(CallTable.is_held).where(CallTable.call_id == call_id)):
        raise held(call_id)


def _missing(call_id: str) -> StoreError:
    return StoreError("There is no call {call_id!r} in the store.", "Refresh the list of calls.", call_id=call_id)


def _document(text: str) -> CallDocument:
    """Raises ValueError where it is damaged."""
    try:
        return document_from_json(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("damaged") from error


def _table_row(document: CallDocument) -> CallTable:
    call, summary = document.call, document.summary
    return CallTable(
        call_id=call.id,
        started_at=call.started_at,
        source=call.source,
        agent=call.agent,
        duration_s=call.duration_s,
        peak_level=summary.peak_level,
        end_level=summary.end_level,
        escalations=summary.escalations,
        document=json.dumps(document_to_json(document)),
        has_words=has_words(document),
    )

"""Ended calls in a local SQLite file."""

import json
from pathlib import Path

from sqlalchemy import delete, select

from app.adapters.call_tables import CallTable
from app.adapters.database import Database
from app.core.document import CallDocument
from app.core.errors import StoreError
from app.core.ports import CallRow
from app.core.wire import document_from_json, document_to_json
from app.core.wordless import without_words


class SqlCallStore:
    """Calls by id; a call saved again under its id replaces the earlier one. Without `with_words` figures are kept."""

    def __init__(self, file: Path, *, with_words: bool = True) -> None:
        self._database = Database(file)
        self._with_words = with_words

    def save(self, document: CallDocument) -> None:
        """Keep a call. Raises StoreError."""
        document = document if self._with_words else without_words(document)
        with self._database.session("written") as session, session.begin():
            session.merge(_table_row(document))

    def rows(self) -> list[CallRow]:
        """All calls, newest first. Raises StoreError."""
        with self._database.session("read") as session:
            found = session.scalars(select(CallTable).order_by(CallTable.started_at.desc(), CallTable.call_id))
            return [_call_row(row) for row in found]

    def load(self, call_id: str) -> CallDocument:
        """One call. Raises StoreError when it is not there or cannot be read."""
        with self._database.session("read") as session:
            row = session.get(CallTable, call_id)
            text = None if row is None else row.document
        if text is None:
            raise StoreError(
                "There is no call {call_id!r} in the store.", "Refresh the list of calls.", call_id=call_id
            )
        try:
            return document_from_json(json.loads(text))
        except (KeyError, TypeError, ValueError) as error:
            raise StoreError("The call {call_id!r} is damaged.", "Open another call.", call_id=call_id) from error

    def delete(self, call_id: str) -> None:
        """Forget a call for good. Raises StoreError."""
        with self._database.session("written") as session, session.begin():
            session.execute(delete(CallTable).where(CallTable.call_id == call_id))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


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
    )


def _call_row(row: CallTable) -> CallRow:
    return CallRow(
        call_id=row.call_id,
        started_at=row.started_at,
        source=row.source,
        agent=row.agent,
        duration_s=row.duration_s,
        peak_level=row.peak_level,
        end_level=row.end_level,
        escalations=row.escalations,
    )

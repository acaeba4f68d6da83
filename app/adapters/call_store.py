"""Ended calls in a local SQLite file, brought up to date by its migrations when it is opened."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Engine, create_engine, event, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from app.adapters.call_tables import CallTable
from app.core.document import CallDocument
from app.core.errors import StoreError
from app.core.ports import CallRow
from app.core.wire import document_from_json, document_to_json

_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_MS = 5_000


class SqlCallStore:
    """Calls by id; a call saved again under its id replaces the earlier one."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file.touch(mode=0o600)  # SQLite gives its journal files the mode of the store
            self._engine = _engine(file)
            _migrate(self._engine)
        except (OSError, SQLAlchemyError, CommandError) as error:
            raise self._failed("opened") from error

    def save(self, document: CallDocument) -> None:
        """Keep a call. Raises StoreError."""
        with self._session("written") as session, session.begin():
            session.merge(_table_row(document))

    def rows(self) -> list[CallRow]:
        """All calls, newest first. Raises StoreError."""
        with self._session("read") as session:
            found = session.scalars(select(CallTable).order_by(CallTable.started_at.desc(), CallTable.call_id))
            return [_call_row(row) for row in found]

    def load(self, call_id: str) -> CallDocument:
        """One call. Raises StoreError when it is not there or cannot be read."""
        with self._session("read") as session:
            row = session.get(CallTable, call_id)
            text = None if row is None else row.document
        if text is None:
            raise StoreError(f"There is no call {call_id!r} in the store.", "Refresh the list of calls.")
        try:
            return document_from_json(json.loads(text))
        except (KeyError, TypeError, ValueError) as error:
            raise StoreError(f"The call {call_id!r} is damaged.", "Open another call.") from error

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _session(self, doing: str) -> Iterator[Session]:
        try:
            with Session(self._engine) as session:
                yield session
        except SQLAlchemyError as error:
            raise self._failed(doing) from error

    def _failed(self, doing: str) -> StoreError:
        return StoreError(f"The call store {self._file} cannot be {doing}.", "Check the disk and the permissions.")


def _engine(file: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(file)), hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()

    return engine


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


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

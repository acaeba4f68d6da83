"""The local SQLite file of calls and of the team's lexicon, brought up to date by its migrations when it is opened."""

import glob
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from app.adapters.private_files import close_to_others, make_private_folder
from app.adapters.store_repair import ForeignTableError, copy_aside, is_half_migrated
from app.core.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = "0003"
"""The last of the migrations. A store that has had it is opened without Alembic, which takes long to import."""

_LATER = "The call store {file} cannot be opened: a later Calmline made it."
_FOREIGN = "The call store {file} cannot be opened: its table {table} is not Calmline's."
_IN_USE = "The call store {file} is in use, so traces of what was deleted may lie beside it."
_ASIDE = "Update Calmline, or move the file away: then a new store is made, and the old one keeps its calls."

_BUSY_MS = 5_000
_MIGRATING = threading.Lock()


class _UnknownVersionError(Exception):
    """The store comes from a later Calmline."""


class Database:
    """An open store; whatever goes wrong is a StoreError."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            make_private_folder(file.parent)
            file.touch(mode=0o600)  # SQLite gives its journal files the mode of the store
            for one in file.parent.glob(f"{glob.escape(file.name)}*"):
                close_to_others(one)
            self._engine = _engine(file)
            with self._engine.connect() as connection:
                version = _version(connection)
            if version != NEWEST:
                _migrate(self._engine, file)
        except (OSError, SQLAlchemyError, sqlite3.Error) as error:
            raise self._failed("opened") from error
        except _UnknownVersionError as error:
            raise StoreError(_LATER, _ASIDE, file=file) from error
        except ForeignTableError as error:
            raise StoreError(_FOREIGN, _ASIDE, file=file, table=error.table) from error

    @contextmanager
    def session(self, doing: str) -> Iterator[Session]:
        """A session for something that is done to the store ("read"). Raises StoreError."""
        try:
            with Session(self._engine) as session:
                yield session
        except SQLAlchemyError as error:
            raise self._failed(doing) from error

    def wipe(self) -> None:
        """Leave nothing beside the file of what was overwritten or deleted in it. Raises StoreError."""
        try:
            with self._engine.connect() as connection:
                is_busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        except SQLAlchemyError as error:
            raise self._failed("wiped") from error
        if is_busy:
            raise StoreError(_IN_USE, "Close what uses it, then: calmline calls purge.", file=self._file)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _failed(self, doing: str) -> StoreError:
        return StoreError(
            "The call store {file} cannot be {doing}.",
            "Check the disk and the permissions.",
            file=self._file,
            doing=doing,
        )


def _engine(file: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(file)), hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.execute("PRAGMA temp_store=MEMORY")  # sorting spills no words into the system's temporary folder
        cursor.close()

    return engine


def _version(connection: Connection) -> str | None:
    """The migration that the store had last, None for a new store."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("select version_num from alembic_version"))
    return version


def _migrate(engine: Engine, file: Path) -> None:
    """Bring the store up to date: wholly or not at all, and once, however many open it.

    One that was left half-way is copied first. The lock is for threads, since Alembic keeps its state in its module;
    other processes wait for SQLite's. By itself sqlite3 begins no transaction for tables that are made.
    Raises _UnknownVersionError, ForeignTableError, and what the copy raises.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with _MIGRATING, engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        version = _version(connection)
        if version == NEWEST:
            return
        if is_half_migrated(connection, version):
            copy_aside(file)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise _UnknownVersionError from error
        connection.exec_driver_sql("COMMIT")

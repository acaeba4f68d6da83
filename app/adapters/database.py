"""The local file of calls and of the team's lexicon: encrypted, and up to date once it is open.

A plain store of an older version is encrypted first; then its migrations bring it up to date.
"""

import glob
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.adapters.private_files import close_to_others, make_private_folder
from app.adapters.store_file import BUSY_S, Fault, FileFaultError, connect, fault_of
from app.adapters.store_repair import ForeignTableError, copy_aside, is_half_migrated
from app.adapters.store_sealing import is_half_erased, seal_store
from app.core.call_search import plain_reference
from app.core.errors import StoreBusyError, StoreDamagedError, StoreError
from app.core.score_port import plain_name

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = "0008"
"""The last of the migrations. A store that has had it is opened without Alembic, which takes long to import."""

_LATER = "The call store {file} cannot be opened: a later Calmline made it."
_FOREIGN = "The call store {file} cannot be opened: its table {table} is not Calmline's."
_IN_USE = "The call store {file} is in use, so traces of what was deleted may lie beside it."
_BUSY = "The call store {file} cannot be {doing}: something else is using it."
_CLOSED = "The call store {file} cannot be {doing}: it is damaged, or encrypted under another key."
_DAMAGED = "The call store {file} cannot be {doing}: a part of it is damaged."
_FAILED = "The call store {file} cannot be {doing}."
_BACKUP = "Bring back the store and its note from one backup, or move both away: then a new store is made."
_ASIDE = "Update Calmline, or move the file away: then a new store is made, and the old one keeps its calls."

PAUSE_S = 0.12
"""Between two slices of long work: SQLite looks every 0.1 s whether somebody who waits may write."""
_CACHE_KB = 64 * 1024
"""At the most, for what was read: the rows of a hundred thousand calls, which else are decrypted for each search."""

_MIGRATING = threading.Lock()


class _UnknownVersionError(Exception):
    """The store comes from a later Calmline."""


class Database:
    """An open store; whatever goes wrong is a StoreError. `key` is that of the store, 32 bytes."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = file
        try:
            make_private_folder(file.parent)
            file.touch(mode=0o600)  # SQLite gives its journal files the mode of the store
            for one in file.parent.glob(f"{glob.escape(file.name)}*"):
                close_to_others(one)
            if is_half_erased(file):
                seal_store(file, key)
            self._engine = _engine(file, key)
            version = self._version_or_sealed(key)
            if version != NEWEST:
                _migrate(self._engine, file, key)
        except (OSError, SQLAlchemyError, FileFaultError) as error:
            raise self._failed("opened", error) from error
        except _UnknownVersionError as error:
            raise StoreError(_LATER, _ASIDE, file=file) from error
        except ForeignTableError as error:
            raise StoreError(_FOREIGN, _ASIDE, file=file, table=error.table) from error

    def _version_or_sealed(self, key: bytes) -> str | None:
        """The last migration; a file that the key does not open may be a plain one, which is encrypted then.

        It is not looked at before: see `seal_store`. Raises SQLAlchemyError, FileFaultError, OSError.
        """
        try:
            return _version_of(self._engine)
        except SQLAlchemyError as error:
            if fault_of(error) is not Fault.CLOSED:
                raise
        self._engine.dispose()
        seal_store(self._file, key)
        return _version_of(self._engine)

    @contextmanager
    def session(self, doing: str) -> Iterator[Session]:
        """A session for something that is done to the store ("read"). Raises StoreError.

        SQLCipher reads nothing more through a connection that has met a damaged page, so the next session has another.
        """
        try:
            with Session(self._engine) as session:
                yield session
        except SQLAlchemyError as error:
            self._engine.dispose()
            raise self._failed(doing, error) from error

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in one transaction, in which nobody else writes from its first look on. Raises StoreError."""
        with self.session("written") as session, session.begin():
            session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            yield session

    @contextmanager
    def alone(self, doing: str) -> Iterator[Connection]:
        """A transaction in which nothing that belongs to a deleted row goes with it. Raises StoreError."""
        try:
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.detach()  # no session is given it afterwards
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                connection.exec_driver_sql("COMMIT")
        except SQLAlchemyError as error:
            self._engine.dispose()
            raise self._failed(doing, error) from error

    def wipe(self) -> None:
        """Leave nothing beside the file of what was overwritten or deleted in it. Raises StoreError."""
        try:
            with self._engine.connect() as connection:
                is_busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        except SQLAlchemyError as error:
            raise self._failed("wiped", error) from error
        if is_busy:
            raise StoreBusyError(_IN_USE, "Close what uses it, then: calmline calls purge.", file=self._file)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _failed(self, doing: str, error: Exception) -> StoreError:
        fault = error.fault if isinstance(error, FileFaultError) else fault_of(error)
        if fault is Fault.READ_ONLY and os.access(self._file, os.W_OK):
            fault = Fault.DAMAGED
        match fault:
            case Fault.BUSY:
                return StoreBusyError(_BUSY, "Wait a moment, and try again.", file=self._file, doing=doing)
            case Fault.CLOSED:
                return StoreDamagedError(_CLOSED, _BACKUP, file=self._file, doing=doing)
            case Fault.DAMAGED:
                return StoreDamagedError(_DAMAGED, _BACKUP, file=self._file, doing=doing)
            case Fault.READ_ONLY | Fault.OTHER:
                return StoreError(_FAILED, "Check the disk and the permissions.", file=self._file, doing=doing)


def _engine(file: Path, key: bytes) -> Engine:
    from sqlcipher3 import dbapi2

    def keyed() -> "sqlite3.Connection":
        connection = connect(file, key, is_shared=True)
        try:
            _keep_log(connection)
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute(f"PRAGMA cache_size=-{_CACHE_KB}")
            connection.create_function("plain_reference", 1, _plain_reference)
            connection.create_function("plain_name", 1, _plain_name)
        except dbapi2.Error:
            connection.close()  # else it keeps its locks until it is collected
            raise
        return connection

    url = URL.create("sqlite", database=str(file))
    return create_engine(url, module=dbapi2, creator=keyed, hide_parameters=True, pool_use_lifo=True)


def _keep_log(connection: "sqlite3.Connection") -> None:
    """Let readers and a writer go side by side, with a write-ahead log.

    SQLite says at once that the file is locked where another opens a new store, or leaves one as the last, at the same
    moment: its own time to wait does not hold for this change (sqlite.org/wal.html, "Sometimes Queries Return
    SQLITE_BUSY In WAL Mode"). Raises errors of sqlcipher3.
    """
    from sqlcipher3 import dbapi2

    until_s = monotonic() + BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except dbapi2.OperationalError as error:
            if fault_of(error) is not Fault.BUSY or monotonic() > until_s:
                raise
            sleep(PAUSE_S)
        else:
            return


def _plain_reference(reference: str | None) -> str | None:
    """SQLite's own `lower` knows no letters but those of English."""
    return None if reference is None else plain_reference(reference)


def _plain_name(name: str | None) -> str | None:
    return None if name is None else plain_name(name)


def _version_of(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return _version(connection)


def _version(connection: Connection) -> str | None:
    """The migration that the store had last, None for a new store."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("select version_num from alembic_version"))
    return version


def _migrate(engine: Engine, file: Path, key: bytes) -> None:
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
            copy_aside(file, key)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise _UnknownVersionError from error
        connection.exec_driver_sql("COMMIT")

"""A store whose migration stopped half-way: older versions made each table by itself, and noted the version last."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from app.adapters.store_copies import MARK
from app.adapters.store_file import FileFaultError, opened

if TYPE_CHECKING:
    import sqlite3

_MADE_BY = {"calls": "0001", "lexicon_proposals": "0002", "lexicon_versions": "0002"}
"""The migration that made each table of the versions that could stop half-way, or be read by anybody."""
_COLUMNS = {
    "calls": frozenset(
        ["call_id", "started_at", "source", "agent", "duration_s", "peak_level", "end_level", "escalations", "document"]
    ),
    "lexicon_proposals": frozenset(["number", "phrase", "direction", "call_id", "at_s", "made_at"]),
    "lexicon_versions": frozenset(["version", "phrases", "made_at"]),
}
_ADDED = {"calls": frozenset({"has_words", "is_held"})}
"""Columns that migration 0003 added to a table."""


class ForeignTableError(Exception):
    """A table has the name of one of the store's and other columns; `table` is its name."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


def is_half_migrated(connection: Connection, version: str | None) -> bool:
    """Whether tables are there that only later migrations than the store's version made.

    Raises ForeignTableError where one of them is not the store's own.
    """
    look = inspect(connection)
    early = [name for name in look.get_table_names() if _MADE_BY.get(name, "") > (version or "")]
    for name in early:
        _check_columns(name, {column["name"] for column in look.get_columns(name)})
    return bool(early)


def check_own(plain: "sqlite3.Connection") -> None:
    """Raises ForeignTableError where a file is another program's: none of its tables is the store's."""
    listed = plain.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
    )
    names = {name for (name,) in listed} - {"alembic_version"}
    for name in names & _MADE_BY.keys():
        _check_columns(name, {column for _, column, *_ in plain.execute(f'PRAGMA table_info("{name}")')})
    if names and not names & _MADE_BY.keys():
        raise ForeignTableError(min(names))


def _check_columns(table: str, there: set[str]) -> None:
    """Raises ForeignTableError."""
    needed = _COLUMNS[table]
    if not needed <= there <= needed | _ADDED.get(table, frozenset()):
        raise ForeignTableError(table)


def copy_aside(file: Path, key: bytes) -> Path:
    """A copy of the store beside it, under the same key and for its owner alone. Raises OSError, FileFaultError."""
    copy = _free_name(file)
    try:
        with opened(file, key) as store, opened(copy, key) as beside:
            store.backup(beside)
    except (OSError, FileFaultError):
        copy.unlink(missing_ok=True)
        raise
    return copy


def _free_name(file: Path) -> Path:
    for number in count(1):
        copy = file.with_name(f"{file.name}{MARK}{number}")
        try:
            copy.touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            continue
        return copy
    raise AssertionError

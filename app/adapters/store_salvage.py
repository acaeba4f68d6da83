"""What can still be read of a damaged store that anybody could read, row by row, for the encrypted one.

A call of which no more than a part can be read stays in the list, so that nobody has to find out that it is missing.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from app.adapters.store_file import Fault, FileFaultError

Values = dict[str, Any]

_IN_PART = "calls"
_UNKNOWN = {"INTEGER": 0, "FLOAT": 0.0, "BOOLEAN": 0}
"""What stands for a value that must be there, by the type of its column; else an empty text."""
_KEPT = {"is_held": 1}
"""Of a call that may have been on legal hold nothing goes before somebody releases it."""
_MOST_TRIED = 1_000_000
_SYSTEM = "sqlite_"


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: str
    is_needed: bool

    @property
    def unknown(self) -> Any:
        return _KEPT.get(self.name, _UNKNOWN.get(self.kind, "")) if self.is_needed else None


@dataclass(slots=True)
class _Table:
    """A table of a damaged store; `known` is what its indexes still tell of rows, by their numbers."""

    name: str
    columns: list[_Column]
    known: dict[int, Values] = field(default_factory=dict)


def is_damaged(plain: sqlite3.Connection) -> bool:
    """Whether a store cannot be read as a whole."""
    with suppress(_error()):
        return plain.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]
    return True


def salvage(plain: sqlite3.Connection, into: sqlite3.Connection) -> None:
    """Write what can be read of one store into another one, which is empty.

    Raises errors of sqlcipher3, also where not even the list of its tables can be read, and FileFaultError where no
    call can be read whole: then more is left in the file than is found here.
    """
    plain.text_factory = lambda text: text.decode(errors="replace")
    listed = plain.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    own = [(kind, name, sql) for kind, name, sql in listed if not name.startswith(_SYSTEM)]
    for _, _, sql in own:
        into.execute(sql)
    for kind, name, _ in own:
        if kind == "table":
            _fill(plain, into, name)
    _number_on(plain, into)
    into.commit()


def _fill(plain: sqlite3.Connection, into: sqlite3.Connection, name: str) -> None:
    """Raises FileFaultError where calls are found, and none of them whole."""
    columns = [
        _Column(column, kind.partition("(")[0].upper(), bool(needed or in_key))
        for _, column, kind, needed, _, in_key in plain.execute(f"PRAGMA table_info({_quoted(name)})")
    ]
    table = _Table(name, columns)
    names, places = ", ".join(_quoted(column.name) for column in columns), ", ".join("?" * len(columns))
    add = f"INSERT OR IGNORE INTO {_quoted(name)} ({names}) VALUES ({places})"  # noqa: S608 - the store's own names
    found = list(_rows(plain, table))
    if name == _IN_PART and found and not any(is_whole for _, is_whole in found):
        raise FileFaultError(Fault.DAMAGED)
    into.executemany(add, ([row[column.name] for column in columns] for row, _ in found))


def _rows(plain: sqlite3.Connection, table: _Table) -> Iterator[tuple[Values, bool]]:
    """Rows, and whether they are whole; of a call also as much of it as can be read."""
    names = [column.name for column in table.columns]
    for number in _numbers(plain, table):
        whole = _values(plain, table.name, names, number)
        if whole is not None:
            yield whole, True
        elif table.name == _IN_PART and (part := _part(plain, table, number)):
            yield {column.name: part.get(column.name, column.unknown) for column in table.columns}, False


def _numbers(plain: sqlite3.Connection, table: _Table) -> Iterable[int]:
    """The numbers of rows that the table, from both ends, or an index knows, and all between them."""
    found = set[int]()
    name = _quoted(table.name)
    for order in ("ASC", "DESC"):
        rows = f"SELECT rowid FROM {name} NOT INDEXED ORDER BY rowid {order}"  # noqa: S608 - the store's own names
        found.update(number for (number,) in _as_far_as_read(plain, rows))
    for index, columns in _indexes(plain, table.name):
        listed = ", ".join(map(_quoted, columns))
        for order in ("ASC", "DESC"):
            rows = (
                f"SELECT rowid, {listed} FROM {name} INDEXED BY {_quoted(index)} ORDER BY {_quoted(columns[0])} {order}"  # noqa: S608 - the same
            )
            for number, *values in _as_far_as_read(plain, rows):
                table.known.setdefault(number, {}).update(zip(columns, values, strict=True))
    found.update(table.known)
    if not found:
        return ()
    first = min(found)
    return sorted(found.union(range(first, min(max(found), first + _MOST_TRIED))))


def _indexes(plain: sqlite3.Connection, table: str) -> Iterator[tuple[str, list[str]]]:
    for _, index, *_ in plain.execute(f"PRAGMA index_list({_quoted(table)})").fetchall():
        yield index, [name for _, _, name in plain.execute(f"PRAGMA index_info({_quoted(index)})").fetchall()]


def _part(plain: sqlite3.Connection, table: _Table, number: int) -> Values:
    part = dict(table.known.get(number, {}))
    for column in table.columns:
        part.update(_values(plain, table.name, [column.name], number) or {})
    return part


def _values(plain: sqlite3.Connection, table: str, columns: list[str], number: int) -> Values | None:
    listed = ", ".join(map(_quoted, columns))
    with suppress(_error()):
        found = f"SELECT {listed} FROM {_quoted(table)} NOT INDEXED WHERE rowid = ?"  # noqa: S608 - the store's own names
        row = plain.execute(found, (number,)).fetchone()
        return None if row is None else dict(zip(columns, row, strict=True))
    return None


def _number_on(plain: sqlite3.Connection, into: sqlite3.Connection) -> None:
    """No number is given twice, where a table remembers the last one."""
    for name, last in list(_as_far_as_read(plain, "SELECT name, seq FROM sqlite_sequence")):
        into.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        into.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))


def _as_far_as_read(plain: sqlite3.Connection, rows: str) -> Iterator[tuple[Any, ...]]:
    with suppress(_error()):
        yield from plain.execute(rows)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _error() -> type[Exception]:
    from sqlcipher3 import dbapi2

    error: type[Exception] = dbapi2.Error
    return error

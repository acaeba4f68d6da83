"""Copies of the call store that lie beside it since a repair: what is deleted from the store goes from them too."""

import glob
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.store_file import FileFaultError, opened
from app.core.errors import StoreError
from app.core.keeping import StoredCall

if TYPE_CHECKING:
    import sqlite3

MARK = ".before-repair-"


def copies_of(file: Path) -> list[Path]:
    """All copies of a store, without the files that SQLite has beside an open one."""
    beside = file.parent.glob(f"{file.name}{MARK}*")
    return sorted(copy for copy in beside if copy.name.rpartition("-")[2].isdecimal())


def calls_in_copy(copy: Path, key: bytes, held: Collection[str]) -> list[StoredCall]:
    """What calls lie in a copy; `held` are the ids of those that are on legal hold in the store. Raises StoreError."""
    with _opened(copy, key) as store:
        rows = store.execute("select call_id, started_at from calls") if "calls" in _tables(store) else ()
        return [StoredCall(call_id=one, started_at=began, is_held=one in held) for one, began in rows]


def delete_in_copy(copy: Path, key: bytes, call_ids: Collection[str]) -> None:
    """Delete calls, and phrases that were proposed in them; a copy without calls goes altogether. Raises StoreError."""
    with _opened(copy, key) as store:
        for table in _tables(store) & {"calls", "lexicon_proposals"}:
            store.executemany(f"delete from {table} where call_id = ?", [(one,) for one in call_ids])  # noqa: S608 - two fixed names
        store.commit()
        store.execute("PRAGMA journal_mode=DELETE")
    if calls_in_copy(copy, key, ()):
        return
    try:
        copy.unlink()
    except OSError as error:
        raise _failed(copy) from error


def put_aside(file: Path) -> Path:
    """Move a store with all that belongs to it into a folder beside it, and say which. Raises StoreError."""
    try:
        folder = next(free for number in count(1) if not (free := file.with_name(f"aside-{number}")).exists())
        folder.mkdir(mode=0o700)
        for one in sorted(file.parent.glob(f"{glob.escape(file.name)}*")):
            one.rename(folder / one.name)
    except OSError as error:
        advice = "Close every Calmline, and try again."
        raise StoreError("{file} cannot be moved.", advice, file=file) from error
    return folder


@contextmanager
def _opened(copy: Path, key: bytes) -> "Iterator[sqlite3.Connection]":
    """Raises StoreError."""
    try:
        with opened(copy, key) as store:
            store.execute("PRAGMA secure_delete=ON")
            yield store
    except FileFaultError as error:
        raise _failed(copy) from error


def _failed(copy: Path) -> StoreError:
    return StoreError("The copy {copy} of the call store cannot be cleaned.", "Remove that file.", copy=copy)


def _tables(store: "sqlite3.Connection") -> set[str]:
    return {name for (name,) in store.execute("select name from sqlite_master where type = 'table'")}

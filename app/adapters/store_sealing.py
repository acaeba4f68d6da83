"""An old store that anybody could read is taken over into an encrypted one, and then overwritten and erased.

Every step leaves either the old file or the new one whole under the store's name, so whoever opens the store after a
kill begins anew or cleans up. The old file's bytes get a second name before anything is done to them: what SQLite or a
rename would only unlink can then still be overwritten.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.adapters.file_lock import one_at_a_time
from app.adapters.private_files import bring_to_disk
from app.adapters.store_copies import copies_of
from app.adapters.store_file import Fault, FileFaultError, faults, is_plain, opened
from app.adapters.store_keys import lock_file
from app.adapters.store_repair import check_own
from app.adapters.store_salvage import is_damaged, salvage

_NEW, _OLD = ".sealing", ".plain"
_BESIDE = ("", "-wal")
"""What holds words: the file and its write-ahead log."""
_CHUNK = 1 << 20


def is_half_erased(file: Path) -> bool:
    """Whether something is left of what a store was, or one of its copies; goes by names and opens nothing."""
    return any(old.exists() for one in (file, *copies_of(file)) for old in _old(one))


def seal_store(file: Path, key: bytes) -> None:
    """Encrypt a store that anybody can read with its copies, and erase what they were; others stay as they are.

    The store comes last, so that it is encrypted only once its copies are. A copy that cannot be read stays as it is.
    No other part of this process may have a plain store open: a system forgets a process's locks on a file when any
    part of it closes that file. Raises FileFaultError, OSError, and ForeignTableError where the file is another
    program's: then the store is as it was.
    """
    with one_at_a_time(lock_file(file)):
        if is_plain(file):
            with opened(file, None, query="mode=ro") as plain:
                check_own(plain)
        for one in (*copies_of(file), file):
            try:
                _seal(one, key)
            except FileFaultError:
                if one == file:
                    raise


def _seal(file: Path, key: bytes) -> None:
    """Raises FileFaultError, OSError."""
    if is_plain(file):
        _name_again(file)
        new = file.with_name(f"{file.name}{_NEW}")
        try:
            _write_new(file, new, key)
        except (FileFaultError, OSError):
            with suppress(OSError):
                _clear(new)  # else it would fill the disk that calls still have to be written to
            raise
        for left in _beside(file):
            erase(left)
        bring_to_disk(new)
        new.replace(file)
        bring_to_disk(file.parent)
    for old in _old(file):
        erase(old)


def _write_new(file: Path, new: Path, key: bytes) -> None:
    """Write all that is in a plain store into an encrypted one; of one that is damaged, all that can be read.

    Raises FileFaultError, OSError.
    """
    with _alone_with(file) as plain:
        _clear(new)
        try:
            _export(plain, new, key)
        except FileFaultError as error:
            if error.fault is not Fault.DAMAGED or not is_damaged(plain):
                raise
        else:
            return
    with _alone_with(file) as plain:
        _clear(new)
        _make(new)
        with opened(new, key) as sealed:
            salvage(plain, sealed)


def _make(new: Path) -> None:
    """Raises OSError."""
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _clear(new: Path) -> None:
    """Raises OSError."""
    for left in (new, *_beside(new)):
        left.unlink(missing_ok=True)


def _name_again(file: Path) -> None:
    """A second name for the bytes of a plain store, where the disk knows such; else they are unlinked at the end."""
    for end, old in zip(_BESIDE, _old(file), strict=True):
        old.unlink(missing_ok=True)
        with suppress(OSError):
            os.link(file.with_name(f"{file.name}{end}"), old)


def _old(file: Path) -> Iterator[Path]:
    return (file.with_name(f"{file.name}{_OLD}{end}") for end in _BESIDE)


def _beside(file: Path) -> Iterator[Path]:
    """What SQLite may have left beside a file that nobody has open: it must not be taken for another file's."""
    return (file.with_name(f"{file.name}{end}") for end in ("-journal", "-wal", "-shm"))


@contextmanager
def _alone_with(file: Path) -> Iterator[sqlite3.Connection]:
    """A plain store that nobody else can use meanwhile; its log is written back into it first.

    Raises FileFaultError, also for what goes wrong in the block.
    """
    with opened(file, None) as plain:
        plain.execute("PRAGMA locking_mode=EXCLUSIVE")
        if plain.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
            raise FileFaultError(Fault.BUSY)
        plain.execute("BEGIN EXCLUSIVE")
        plain.commit()
        yield plain


def _export(plain: sqlite3.Connection, new: Path, key: bytes) -> None:
    """Write an encrypted file with all that is in a plain store, and compare them. Raises FileFaultError, OSError."""
    with faults():
        _make(new)
        plain.execute("PRAGMA cipher_log_level=NONE")
        plain.execute(f"ATTACH ? AS sealed KEY \"x'{key.hex()}'\"", (str(new),))
        plain.execute("PRAGMA sealed.secure_delete=ON")
        plain.execute("SELECT sqlcipher_export('sealed')")
        plain.commit()
        _compare(plain)
        plain.execute("DETACH sealed")


def _compare(plain: sqlite3.Connection) -> None:
    """Raises FileFaultError where the encrypted copy is not what it was made from."""
    is_whole = plain.execute("PRAGMA sealed.integrity_check").fetchall() == [("ok",)]
    listed = [sorted(plain.execute(f"SELECT type, name, sql FROM {of}.sqlite_master")) for of in ("main", "sealed")]  # noqa: S608 - two fixed names
    if (
        not is_whole
        or listed[0] != listed[1]
        or not all(_is_same(plain, name) for kind, name, _ in listed[0] if kind == "table")
    ):
        raise FileFaultError(Fault.DAMAGED)


def _is_same(plain: sqlite3.Connection, table: str) -> bool:
    name = '"' + table.replace('"', '""') + '"'
    (first,) = plain.execute(f"SELECT count(*) FROM main.{name}").fetchone()  # noqa: S608 - the store's own tables
    (second,) = plain.execute(f"SELECT count(*) FROM sealed.{name}").fetchone()  # noqa: S608 - the same
    missing = f"SELECT 1 FROM (SELECT * FROM main.{name} EXCEPT SELECT * FROM sealed.{name}) LIMIT 1"  # noqa: S608 - the same
    return bool(first == second and plain.execute(missing).fetchone() is None)


def erase(file: Path) -> None:
    """Overwrite a file, unless its bytes have another name, and remove it. Raises OSError.

    Where a disk writes elsewhere than it reads, as SSDs and some file systems do, old bytes may stay until they are
    written over: disk encryption is what helps there.
    """
    with suppress(FileNotFoundError):
        about = file.stat()
        if about.st_nlink == 1:
            _overwrite(file, about.st_size)
        file.unlink()


def _overwrite(file: Path, size: int) -> None:
    with file.open("r+b") as bytes_of:
        for at in range(0, size, _CHUNK):
            bytes_of.write(bytes(min(_CHUNK, size - at)))
        bytes_of.flush()
        os.fsync(bytes_of.fileno())

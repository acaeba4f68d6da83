"""How the file of the call store is opened with its key: by SQLCipher, which is SQLite that encrypts every page.

The key is a raw one of 32 bytes, so that no passphrase is stretched for each connection. SQLCipher seals the file, its
write-ahead log and its journal; what SQLite would spill beside them stays in memory.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

BUSY_S = 5.0
_PLAIN = b"SQLite format 3\0"


class Fault(StrEnum):
    """Why a file cannot be used.

    `CLOSED` is one that this key does not open, or whose first page is damaged. `READ_ONLY` is said of one that may not
    be written, and also where a damaged page stands in the way of a change.
    """

    BUSY = "busy"
    CLOSED = "closed"
    DAMAGED = "damaged"
    READ_ONLY = "read_only"
    OTHER = "other"


_SAID = {
    "locked": Fault.BUSY,
    "not a database": Fault.CLOSED,
    "malformed": Fault.DAMAGED,
    "readonly": Fault.READ_ONLY,
    "vtable constructor failed": Fault.DAMAGED,
}
"""What SQLite says; SQLCipher's errors carry no number."""


class FileFaultError(Exception):
    """Something could not be done to a file; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def fault_of(error: BaseException) -> Fault:
    """What is wrong, from an error of the database or one that SQLAlchemy has wrapped."""
    said = str(getattr(error, "orig", None) or error)
    return next((fault for part, fault in _SAID.items() if part in said), Fault.OTHER)


def is_plain(file: Path) -> bool:
    """Whether it is a SQLite file that anybody can read. Raises OSError, but not where it is not there."""
    try:
        with file.open("rb") as there:
            return there.read(len(_PLAIN)) == _PLAIN
    except FileNotFoundError:
        return False


def is_sealed(file: Path) -> bool:
    """Whether there is a store that needs a key. Raises OSError."""
    return file.exists() and file.stat().st_size > 0 and not is_plain(file)


def connect(
    file: Path, key: bytes | None, *, busy_s: float = BUSY_S, query: str = "", is_shared: bool = False
) -> sqlite3.Connection:
    """A connection, which has the shape of sqlite3's; without a key a plain file is opened.

    `query` is added to the file's address, "mode=ro" for instance; a shared one may be used by several threads in turn.
    Whether the key is the right one shows when something is read. Raises errors of sqlcipher3.
    """
    from sqlcipher3 import dbapi2

    address = f"file:{quote(str(file))}?{query}" if query else str(file)
    connection: sqlite3.Connection = dbapi2.connect(
        address, uri=bool(query), timeout=busy_s, check_same_thread=not is_shared
    )
    if key is not None:
        connection.execute("PRAGMA cipher_log_level=NONE")  # else a wrong key is told on standard error
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    connection.execute("PRAGMA foreign_keys=ON")  # what belongs to a call goes with it
    connection.execute("PRAGMA temp_store=MEMORY")  # sorting spills no words into the system's temporary folder
    return connection


@contextmanager
def faults() -> Iterator[None]:
    """Raises FileFaultError for what goes wrong in the block with a database."""
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.Error as error:
        raise FileFaultError(fault_of(error)) from error


@contextmanager
def opened(file: Path, key: bytes | None, *, busy_s: float = BUSY_S, query: str = "") -> Iterator[sqlite3.Connection]:
    """A connection that is closed afterwards, its changes kept only where they were committed.

    Raises FileFaultError, also for what goes wrong in the block.
    """
    with faults(), closing(connect(file, key, busy_s=busy_s, query=query)) as connection:
        yield connection

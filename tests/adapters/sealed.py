"""A key for stores of tests, and what is in the bytes of such a store for somebody who has that key."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.adapters.store_file import connect
from tests.adapters.older import make_older

KEY = bytes(range(32))

_PAGE = 4096
_RESERVED, _IV = 80, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def looked_into(file: Path) -> sqlite3.Connection:
    """A connection of one's own to a store of KEY."""
    return connect(file, KEY)


def put_document(store: sqlite3.Connection, call_id: str, text: str) -> None:
    """Put a text where the document of a call stands."""
    number = "select number from calls where call_id = ?"
    store.execute(f"update call_documents set document = ? where number = ({number})", (text, call_id))  # noqa: S608 - no value in it


def spoil(file: Path, part: str, key: bytes = KEY) -> None:
    """Damage the first page of a table or an index of a store that is closed."""
    with closing(connect(file, key)) as store:
        [page] = store.execute("select rootpage from sqlite_master where name = ?", (part,)).fetchone()
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = bytearray(file.read_bytes())
    whole[(page - 1) * _PAGE + 100] ^= 0xFF
    file.write_bytes(whole)


def opened_bytes(file: Path, key: bytes = KEY) -> bytes:
    """The bytes of a store or of its log with every page decrypted, free and overwritten ones too; of others as is."""
    data = file.read_bytes()
    if file.name.endswith("-wal"):
        step = _FRAME_HEAD + _PAGE
        frames = range(_LOG_HEAD, len(data) - step + 1, step)
        return b"".join(_page(data[at + _FRAME_HEAD : at + step], key) for at in frames)
    if ".sqlite3" in file.name and len(data) % _PAGE == 0:
        return b"".join(_page(data[at : at + _PAGE], key) for at in range(0, len(data), _PAGE))
    return data


def _page(page: bytes, key: bytes) -> bytes:
    """One page as SQLCipher 4 writes it; of a first page, which begins with a salt, the first two blocks are wrong."""
    closed, iv = page[:-_RESERVED], page[-_RESERVED:][:_IV]
    return Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor().update(closed)


def make_plain(file: Path, key: bytes = KEY) -> None:
    """Turn a store, which is closed, into one of an older version: readable by anybody, with words in its log.

    Beside it lie then also a log, as a process leaves one that was killed.
    """
    plain = file.with_name("plain.db")
    with closing(connect(file, key)) as store:
        make_older(store)
        store.execute("ATTACH ? AS plain KEY ''", (str(plain),))
        store.execute("SELECT sqlcipher_export('plain')")
        store.commit()
    file.unlink()
    with closing(sqlite3.connect(plain)) as running:
        running.execute("PRAGMA journal_mode=WAL")
        running.execute("PRAGMA wal_autocheckpoint=0")
        running.execute("UPDATE calls SET agent = agent, document = document || ' '")
        running.commit()
        for end in ("", "-wal"):
            shutil.copy(f"{plain}{end}", f"{file}{end}")
    for left in file.parent.glob(f"{plain.name}*"):
        left.unlink()

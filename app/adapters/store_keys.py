"""The keys of call stores: made, found again, moved to another place.

Beside a store lies a note that says where its key is (`KeyNote`), so that a folder which is moved keeps its calls, and
two folders of one user have keys of their own.
"""

import json
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.adapters.file_lock import one_at_a_time
from app.adapters.journal_seal import LineSeal, public_key_of
from app.adapters.key_seal import seal, unseal
from app.adapters.private_files import bring_to_disk, close_to_others, make_private_folder
from app.adapters.store_file import Fault, FileFaultError, is_sealed, opened
from app.core.errors import InputError, StoreBusyError, StoreKeyError
from app.core.ports import KeyRing
from app.core.store_key import KEY_BYTES, KeyNote, KeyPlace, check_of, note_from_json, note_to_json

PASSPHRASE_VARIABLE: Final = "CALMLINE_PASSPHRASE"  # noqa: S105 - the name of a variable

_NO_PLACE = "No call can be kept: there is no keyring here for the key of the calls, and no passphrase."
_SET_PASSPHRASE = "Set a passphrase: calmline key passphrase"  # noqa: S105 - says what to do
_BRING_BACK = "Bring back the key that was written down: calmline key restore"


def given_passphrase() -> str | None:
    """The passphrase that was given beforehand, for a use where nobody can be asked."""
    return os.environ.get(PASSPHRASE_VARIABLE) or None


def note_file(store: Path) -> Path:
    """The note beside a store."""
    return store.with_name(f"{store.name}.key")


def lock_file(store: Path) -> Path:
    """Whoever makes or moves the key of a store, or encrypts the store, holds this one's lock."""
    return store.with_name(f"{store.name}.lock")


class StoreKeys:
    """Keys of stores by the stores' files; one that was found is remembered while the process runs.

    `folder` is where a key lies that nothing better was there for, and `passphrase` what was given beforehand.
    """

    def __init__(self, ring: KeyRing, folder: Callable[[], Path], passphrase: Callable[[], str | None]) -> None:
        self._ring = ring
        self._folder = folder
        self._passphrase = passphrase
        self._found = dict[str, bytes]()

    def key_of(self, store: Path, *, is_strict: bool = False) -> bytes:
        """The key of a store, made where there is no store yet.

        A strict one never lies in a file: one that does is moved. Raises StoreKeyError.
        """
        note = self._note(store)
        if note is not None and not (is_strict and note.place is KeyPlace.FILE):
            return self._key(store, note)
        try:
            make_private_folder(store.parent)
            with one_at_a_time(lock_file(store)):
                note = self._note(store)
                if note is None:
                    _check_new(store)
                key = secrets.token_bytes(KEY_BYTES) if note is None else self._key(store, note)
                if note is None or (is_strict and note.place is KeyPlace.FILE):
                    self._settle(store, key, note, is_strict=is_strict)
                return key
        except OSError as error:
            raise _unwritable(store) from error

    def place_of(self, store: Path) -> KeyPlace | None:
        """Where the key of a store is kept, None where it has none yet; the key is not looked for.

        Raises StoreKeyError where the note cannot be read.
        """
        note = self._note(store)
        return None if note is None else note.place

    def journal_seal(self, store: Path, *, is_strict: bool = False) -> Callable[[str], str]:
        """What closes the lines of a new journal for the key of a store; the key itself is not needed.

        Where there is no key at all lines stay as they are. Raises StoreKeyError where that is strict, and where the
        note cannot be read.
        """
        note = self._note(store)
        if note is not None:
            return LineSeal(note.journals)
        if is_strict:
            raise StoreKeyError(_NO_PLACE, _SET_PASSPHRASE)
        return str

    def needs_passphrase(self, store: Path) -> bool:
        """Whether somebody has to be asked. Raises StoreKeyError where the note cannot be read."""
        note = self._note(store)
        is_closed = note is not None and note.place is KeyPlace.PASSPHRASE and note.store_id not in self._found
        return is_closed and self._passphrase() is None

    def give(self, store: Path, passphrase: str) -> None:
        """Open the key with a passphrase, until the process ends. Raises StoreKeyError where it is another one's."""
        note = self._note(store)
        if note is not None and note.place is KeyPlace.PASSPHRASE:
            self._found[note.store_id] = _unsealed(store, note, passphrase)

    def move(self, store: Path, place: KeyPlace, passphrase: str = "") -> None:
        """Keep the key in another place, or under another passphrase. Raises StoreKeyError; all is as before then."""
        try:
            make_private_folder(store.parent)
            with one_at_a_time(lock_file(store)):
                note = self._note(store)
                if note is None:
                    _check_new(store)
                key = secrets.token_bytes(KEY_BYTES) if note is None else self._key(store, note)
                self._put(store, key, note, place, passphrase)
        except OSError as error:
            raise _unwritable(store) from error

    def restore(self, store: Path, key: bytes, *, is_strict: bool = False) -> None:
        """Take a key that was written down. Raises StoreKeyError, InputError where it does not open the store."""
        _check_opens(store, key)
        try:
            with one_at_a_time(lock_file(store)):
                self._settle(store, key, None, is_strict=is_strict)
        except OSError as error:
            raise _unwritable(store) from error

    def _note(self, store: Path) -> KeyNote | None:
        file = note_file(store)
        try:
            return note_from_json(json.loads(file.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            reason = "The call store {store} cannot be opened: {file}, which says where its key is, cannot be read."
            raise StoreKeyError(reason, _BRING_BACK, store=store, file=file) from error

    def _key(self, store: Path, note: KeyNote) -> bytes:
        """Raises StoreKeyError."""
        key = self._found.get(note.store_id)
        if key is None or not note.fits(key):
            key = self._looked_up(store, note)
        if not note.fits(key):
            raise StoreKeyError(
                "The call store {store} cannot be opened: the key that was found is another one's.",
                _BRING_BACK,
                store=store,
            )
        self._found[note.store_id] = key
        return key

    def _looked_up(self, store: Path, note: KeyNote) -> bytes:
        match note.place:
            case KeyPlace.KEYRING:
                return self._in_keyring(store, note)
            case KeyPlace.FILE:
                return self._in_file(store, note)
            case KeyPlace.PASSPHRASE:
                passphrase = self._passphrase()
                if passphrase is None:
                    advice = "Give it when Calmline asks, or in {variable}."
                    raise StoreKeyError(
                        "The call store {store} cannot be opened: it needs its passphrase.",
                        advice,
                        store=store,
                        variable=PASSPHRASE_VARIABLE,
                    )
                return _unsealed(store, note, passphrase)

    def _in_keyring(self, store: Path, note: KeyNote) -> bytes:
        try:
            secret = self._ring.get(note.store_id)
        except StoreKeyError as error:
            reason = (
                "The call store {store} cannot be opened: its key is in the system's keyring, which cannot be used."
            )
            raise StoreKeyError(reason, "Unlock the keyring, then try again.", store=store) from error
        if secret is None:
            raise StoreKeyError(
                "The call store {store} cannot be opened: its key is not in the system's keyring.",
                _BRING_BACK,
                store=store,
            )
        return _bytes(secret)

    def _in_file(self, store: Path, note: KeyNote) -> bytes:
        file = self._file(note.store_id)
        try:
            close_to_others(file)
            return _bytes(file.read_text("ascii"))
        except (OSError, UnicodeError) as error:
            raise StoreKeyError(
                "The call store {store} cannot be opened: its key in {file} cannot be read.",
                _BRING_BACK,
                store=store,
                file=file,
            ) from error

    def _settle(self, store: Path, key: bytes, note: KeyNote | None, *, is_strict: bool) -> None:
        """Keep a key in the best place that there is. Raises StoreKeyError, OSError."""
        with suppress(StoreKeyError):
            self._put(store, key, note, KeyPlace.KEYRING)
            return
        passphrase = self._passphrase()
        if passphrase is not None:
            self._put(store, key, note, KeyPlace.PASSPHRASE, passphrase)
        elif not is_strict:
            self._put(store, key, note, KeyPlace.FILE)
        else:
            raise StoreKeyError(_NO_PLACE, _SET_PASSPHRASE)

    def _put(self, store: Path, key: bytes, before: KeyNote | None, place: KeyPlace, passphrase: str = "") -> None:
        """The key is in its new place before the note says so, and leaves the old one after. Raises as above."""
        store_id = before.store_id if before is not None else secrets.token_hex(8)
        match place:
            case KeyPlace.KEYRING:
                self._ring.put(store_id, key.hex())
                if self._ring.get(store_id) != key.hex():
                    raise StoreKeyError("The system's keyring keeps nothing.", "Set a passphrase instead.")
            case KeyPlace.FILE:
                file = self._file(store_id)
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write(file, key.hex())
            case KeyPlace.PASSPHRASE:
                pass
        sealed = seal(key, passphrase) if place is KeyPlace.PASSPHRASE else ""
        journals = public_key_of(key)
        note = KeyNote(store_id=store_id, place=place, check=check_of(key), journals=journals, sealed=sealed)
        _write(note_file(store), json.dumps(note_to_json(note)))
        self._found[store_id] = key
        self._forget(store_id, place, before)

    def _forget(self, store_id: str, place: KeyPlace, before: KeyNote | None) -> None:
        """What is left of a key in an old place is as good as the new one: a failure is nobody's loss.

        A file may also be left of a move that was cut short.
        """
        if before is not None and before.place is KeyPlace.KEYRING and place is not KeyPlace.KEYRING:
            with suppress(StoreKeyError):
                self._ring.remove(store_id)
        if place is not KeyPlace.FILE:
            with suppress(OSError):
                self._file(store_id).unlink()

    def _file(self, store_id: str) -> Path:
        return self._folder() / f"{store_id}.key"


def _check_new(store: Path) -> None:
    """Raises StoreKeyError where a store is there that was encrypted under a key, OSError."""
    if is_sealed(store):
        reason = "The call store {store} cannot be opened: {file}, which says where its key is, is not there."
        raise StoreKeyError(reason, _BRING_BACK, store=store, file=note_file(store))


def _check_opens(store: Path, key: bytes) -> None:
    """Raises InputError, StoreBusyError."""
    try:
        with opened(store, key, query="mode=ro") as connection:
            connection.execute("select count(*) from sqlite_master").fetchone()
    except FileFaultError as error:
        if error.fault is Fault.BUSY:
            raise StoreBusyError("{store} is in use.", "Try again in a moment.", store=store) from error
        raise InputError(
            "That key does not open {store}.", "Copy all of the key that belongs to it.", store=store
        ) from error


def _unsealed(store: Path, note: KeyNote, passphrase: str) -> bytes:
    """Raises StoreKeyError."""
    try:
        key = unseal(note.sealed, passphrase)
    except ValueError as error:
        file = note_file(store)
        raise StoreKeyError(
            "The call store {store} cannot be opened: {file} is damaged.", _BRING_BACK, store=store, file=file
        ) from error
    if key is None:
        raise StoreKeyError(
            "The call store {store} cannot be opened: that is not its passphrase.", "Try again.", store=store
        )
    return key


def _bytes(secret: str) -> bytes:
    """A key read back; what is none fits no store."""
    try:
        return bytes.fromhex(secret)
    except ValueError:
        return b""


def _write(file: Path, text: str) -> None:
    """A file for its owner alone, whole or as before, and on the disk. Raises OSError."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as into:
        into.write(text)
        into.flush()
        os.fsync(into.fileno())
    part.replace(file)
    bring_to_disk(file.parent)  # before anything goes that this stands for


def _unwritable(store: Path) -> StoreKeyError:
    return StoreKeyError(
        "The key of the call store {store} cannot be kept, so the store cannot be opened.",
        "Check the disk and the permissions.",
        store=store,
    )

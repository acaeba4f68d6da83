"""Where the running call can be reached: an address with a key, in files that belong to the user alone."""

import contextlib
import hashlib
import json
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.adapters.file_lock import take_lock
from app.adapters.private_files import make_private_folder
from app.core.errors import PipeError

_NOTE = "call.json"
LOCK = "call.lock"
"""Held in the user's folder by the process that is reached."""
_MOST_NOTE = 1_024
_MOST_ADDRESS = 100
"""Bytes; the system's limit for the path of a socket is 104 on macOS and 108 on Linux."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`address` is a socket's path or a named pipe; whoever tells the call something must know `key`."""

    address: str
    key: str


@contextlib.contextmanager
def held_place(home: Path) -> Iterator[Place]:
    """A place that no other call has while the block runs. Raises PipeError.

    What holds it is a lock that the system lets go of when a process is killed, so that no dead call is in the way.
    """
    try:
        make_private_folder(home)
        lock = os.open(home / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _unwritable(home) from error
    try:
        _take(lock)
        place = _new_place(home)
        try:
            yield place
        finally:
            with contextlib.suppress(OSError):
                _leave_nothing(home, place)
    finally:
        os.close(lock)


def tell_place(home: Path, place: Place) -> None:
    """Let others find the place, once somebody answers there. Raises PipeError."""
    text = json.dumps({"address": place.address, "key": place.key})
    try:
        with os.fdopen(os.open(home / _NOTE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(text.encode())
        if sys.platform != "win32":
            os.chmod(place.address, 0o600)  # noqa: PTH101 - a socket's address is a text
    except OSError as error:
        raise _unwritable(home) from error


def find_place(home: Path) -> Place | None:
    """The place of the running call, None where no call is running or its note is damaged."""
    try:
        with (home / _NOTE).open("rb") as file:
            note = json.loads(file.read(_MOST_NOTE))
        address, key = note["address"], note["key"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return Place(address=address, key=key) if isinstance(address, str) and isinstance(key, str) else None


def socket_folders() -> list[Path]:
    """Where a socket may lie, the best first; tempfile would write a file to find out."""
    named = (os.environ.get(name) for name in ("XDG_RUNTIME_DIR", "TMPDIR"))
    return [Path(base) for base in (*named, "/tmp") if base]  # noqa: S108 - the folder in it is checked


def _new_place(home: Path) -> Place:
    """Somewhere new, with nothing in its way. Raises PipeError."""
    try:
        place = Place(address=_new_address(home), key=secrets.token_hex(16))
        _leave_nothing(home, place)
    except OSError as error:
        raise _unwritable(home) from error
    return place


def _new_address(home: Path) -> str:
    """A socket of this user and home; on Windows a pipe whose name nobody can guess and take before us."""
    if sys.platform == "win32":
        return rf"\\.\pipe\calmline-{secrets.token_hex(16)}"
    name = hashlib.sha256(os.fsencode(home.resolve())).hexdigest()[:16]
    for base in socket_folders():
        folder = base / f"calmline-{os.getuid()}"
        if len(os.fsencode(folder / name)) <= _MOST_ADDRESS and base.is_dir():
            _make_private(folder)
            return str(folder / name)
    raise PipeError("There is no folder for the call's socket.", "Set XDG_RUNTIME_DIR to a folder with a short path.")


def _make_private(folder: Path) -> None:
    """Make a folder for this user alone. Raises PipeError where it is somebody else's, or not a folder."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    about = folder.lstat()
    if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.getuid():
        raise PipeError(
            "{folder} is not this user's folder.",
            "Remove it, or set XDG_RUNTIME_DIR to your own folder.",
            folder=folder,
        )
    folder.chmod(0o700)


def _leave_nothing(home: Path, place: Place) -> None:
    """Remove what leads to a call that is not there any more."""
    (home / _NOTE).unlink(missing_ok=True)
    if sys.platform != "win32":
        Path(place.address).unlink(missing_ok=True)


def _take(lock: int) -> None:
    """Raises PipeError where another call holds it."""
    try:
        take_lock(lock)
    except OSError as error:
        raise PipeError(
            "Another Calmline is running.", "It alone takes what calmline call says; close it first."
        ) from error


def _unwritable(home: Path) -> PipeError:
    return PipeError(
        "The call cannot be told anything: {home} cannot be written.", "Check the folder's permissions.", home=home
    )

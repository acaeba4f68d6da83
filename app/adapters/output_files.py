"""Files a person asked for: documents that appear whole or not at all, and event lines as they happen."""

import errno
import json
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self, TextIO

from app.core.errors import InputError
from app.core.events import CallStarted, Event
from app.core.wire import event_to_json


class WholeFile:
    """Written beside its place and renamed into it, so that nobody ever reads half of it.

    Making it proves that the place can be written. A device or a pipe is written to directly. Raises InputError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part: Path | None = None
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on a name that is too long
            raise _unwritable(path)
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - the same
            return
        self._path = path = Path(os.path.realpath(path))
        try:
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        except OSError as error:
            raise _unwritable(path, error) from error
        os.close(handle)
        self._part = Path(name)

    def write(self, contents: str | bytes) -> None:
        """Put the contents in their place, text as UTF-8. Raises InputError."""
        written = contents.encode() if isinstance(contents, str) else contents
        try:
            if self._part is None:
                self._path.write_bytes(written)
                return
            self._part.write_bytes(written)
            self._part.chmod(_mode(self._path))
            self._part.replace(self._path)
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def discard(self) -> None:
        """Leave nothing behind if nothing was ever written."""
        if self._part is not None:
            self._part.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        """Use in a `with` block, which discards what was not written."""
        return self

    def __exit__(self, *_: object) -> None:
        """Discard what was not written."""
        self.discard()


class EventLines:
    """One JSON object a line, flushed at once; `wall_s` is 0 when call second 0 begins. Raises InputError.

    `seal` makes of a line what is written in its place.
    """

    def __init__(
        self, path: Path, clock: Callable[[], float] = time.monotonic, *, seal: Callable[[str], str] = str
    ) -> None:
        self._path = path
        self._seal = seal
        self._clock = clock
        self._began = clock()
        try:
            self._file: TextIO = os.fdopen(_open_private(path), "w", encoding="utf-8")
        except OSError as error:
            raise _unwritable(path, error) from error

    def write(self, event: Event) -> None:
        """Add one event."""
        if isinstance(event, CallStarted):
            self._began = self._clock()
        line = json.dumps(event_to_json(event, self._clock() - self._began), ensure_ascii=False)
        try:
            self._file.write(self._seal(line) + "\n")
            self._file.flush()
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def sync(self) -> None:
        """Bring what was written to the disk; from any thread. Raises OSError."""
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file; what a full disk did not take was told by `write`."""
        with suppress(OSError):
            self._file.close()


def to_text(document: dict[str, Any]) -> str:
    """A document as indented JSON with a last newline."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _open_private(path: Path) -> int:
    """A new file for its owner alone: it holds what was said."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def _mode(path: Path) -> int:
    """Keep the mode of a file that is replaced; a new one is for its owner alone, since it holds a call."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o600


def _unwritable(path: Path, error: OSError | None = None) -> InputError:
    if error is not None and error.errno == errno.ENOSPC:
        return InputError("{path} cannot be written: the disk is full.", "Make room on it, and try again.", path=path)
    return InputError(
        "{path} cannot be written.", "Choose a file in a folder that exists and that you may write to.", path=path
    )

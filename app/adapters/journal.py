"""The journal of a running call: its event lines as they come, so that a crash or a power cut loses nothing said.

Its lines are closed for whoever has the key of the store, once there is one.

A journal belongs to the process that holds the lock beside it. One whose lock nobody holds was left.
"""

import json
import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.adapters.file_lock import take_lock
from app.adapters.journal_seal import opened_lines
from app.adapters.output_files import EventLines
from app.adapters.private_files import make_private_folder
from app.core.errors import InputError, StoreError
from app.core.event_lines import event_from_json
from app.core.events import CallStarted, Event

_FOLDER = "journals"
_LINES, _LOCK = ".jsonl", ".lock"
_SYNC_S = 2.0
_JOIN_S = 5.0


class Journal:
    """Begins with the call; every line is flushed at once and brought to the disk within two seconds."""

    def __init__(
        self,
        home: Path,
        check: Callable[[], None] = lambda: None,
        seal: Callable[[], Callable[[str], str]] = lambda: str,
    ) -> None:
        """`check` raises StoreError where calls must not be written; `seal` gives what closes lines, or raises it."""
        self._check = check
        self._seal = seal
        self._file = home / _FOLDER / f"{uuid.uuid4().hex}{_LINES}"
        self._lock: int | None = None
        self._lines: EventLines | None = None
        self._closing = threading.Event()
        self._syncing = threading.Thread(target=self._sync, name="journal", daemon=True)

    def write(self, event: Event) -> None:
        """Add one event, from one thread. Raises StoreError."""
        try:
            if self._lines is None and isinstance(event, CallStarted):
                self._begin()
            if self._lines is not None:
                self._lines.write(event)
        except (InputError, OSError) as error:
            advice = "Check the disk and the folder's permissions; the call itself is stored at its end."
            raise StoreError(
                "The call's journal cannot be written: {parent}.", advice, parent=self._file.parent
            ) from error

    def discard(self) -> None:
        """The call is stored: leave nothing behind."""
        self._end_lines()
        _remove(self._file)
        self.close()
        _remove(self._file.with_suffix(_LOCK))

    def close(self) -> None:
        """Leave it for the next start."""
        self._end_lines()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _end_lines(self) -> None:
        self._closing.set()
        if self._lines is not None:
            self._syncing.join(_JOIN_S)
            self._lines.close()
            self._lines = None

    def _begin(self) -> None:
        """Raises OSError, InputError, StoreError."""
        self._check()
        seal = self._seal()
        make_private_folder(self._file.parent)
        self._lock = _held(self._file)
        self._lines = EventLines(self._file, seal=seal)
        self._syncing.start()

    def _sync(self) -> None:
        lines = self._lines
        while lines is not None and not self._closing.wait(_SYNC_S):
            with suppress(OSError):
                lines.sync()


class LeftJournal:
    """The journal of a process that is gone; whoever has it has it alone."""

    def __init__(self, file: Path, lock: int, key: Callable[[], bytes]) -> None:
        """`key` is that of the store; it raises StoreKeyError."""
        self._file = file
        self._lock = lock
        self._key = key
        self._is_stored = False

    @property
    def written_at(self) -> str:
        """When it was last written to, as an ISO time."""
        return datetime.fromtimestamp(_age(self._file), UTC).isoformat()

    def events(self) -> list[Event]:
        """What was told, without lines that are damaged or half written. Raises StoreError, StoreKeyError.

        Where the line is gone that told of the start, what stands for it knows no more than the file does.
        """
        try:
            lines = self._file.read_bytes().splitlines()
        except OSError as error:
            raise StoreError("{file} cannot be read.", "Check its permissions.", file=self._file) from error
        try:
            opened = opened_lines(lines, self._key)
        except ValueError as error:
            raise self._damaged() from error
        events = [event for line in opened if (event := _event(line)) is not None]
        if not events and any(lines):
            raise self._damaged()
        if events and not any(isinstance(event, CallStarted) for event in events):
            return [self._start(), *events]
        return events

    def _damaged(self) -> StoreError:
        advice = "Remove it: it holds nothing that can be had back."
        return StoreError("{file} is damaged, and no line of it can be read.", advice, file=self._file)

    def _start(self) -> CallStarted:
        return CallStarted(
            call_id=self._file.stem,
            source=_FOLDER,
            started_at=self.written_at,
            agent=None,
            caller=None,
            reference=None,
            model="",
            playbook="",
            scorer="",
        )

    def discard(self) -> None:
        """The call is stored: leave nothing behind."""
        self._is_stored = True
        _remove(self._file)

    def close(self) -> None:
        """Let go of it."""
        os.close(self._lock)
        if self._is_stored:
            _remove(self._file.with_suffix(_LOCK))


def journal_files(home: Path) -> list[Path]:
    """The journals there are, with that of a call which is going on."""
    return sorted((home / _FOLDER).glob(f"*{_LINES}"), key=_age)


def left_journals(home: Path, key: Callable[[], bytes]) -> Iterator[LeftJournal]:
    """Journals that nobody writes any more, the oldest first; each is closed when the next one is asked for."""
    for file in journal_files(home):
        try:
            left = LeftJournal(file, _held(file), key)
        except OSError:
            continue
        try:
            if file.exists():
                yield left
            else:
                left.discard()
        finally:
            left.close()


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _held(file: Path) -> int:
    """The lock of a journal, taken. Raises OSError where its process is there."""
    lock = os.open(file.with_suffix(_LOCK), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        take_lock(lock)
    except OSError:
        os.close(lock)
        raise
    return lock


def _event(line: bytes) -> Event | None:
    try:
        data: Any = json.loads(line)
        return event_from_json(data)
    except (ValueError, TypeError, LookupError, RecursionError):
        return None

"""A lock on an open file, which the system lets go of when the process ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def take_lock(handle: int, *, waits: bool = False) -> None:
    """Take it. Raises OSError where somebody else has it; one that waits gives up on Windows alone, after 10 s."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))


@contextmanager
def one_at_a_time(file: Path) -> Iterator[None]:
    """What is in the block is done by one thread of one process at a time, for those that name this file.

    Raises OSError.
    """
    lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        take_lock(lock, waits=True)
        yield
    finally:
        os.close(lock)


@contextmanager
def held_alone(file: Path) -> Iterator[None]:
    """As long as the block lasts nobody else has it.

    Raises BlockingIOError where somebody does already, another OSError where the file cannot be opened.
    """
    lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take_at_once(lock)
        yield
    finally:
        os.close(lock)


def _take_at_once(handle: int) -> None:
    """Not every system says in the same way that somebody has it. Raises BlockingIOError."""
    try:
        take_lock(handle)
    except OSError as error:
        raise BlockingIOError from error

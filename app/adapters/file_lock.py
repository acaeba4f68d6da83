"""A lock on an open file, which the system lets go of when the process ends, however it ends."""

import sys


def take_lock(handle: int) -> None:
    """Take it without waiting. Raises OSError where somebody else has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

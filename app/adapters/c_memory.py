"""What the C library does with memory that was given back to it."""

import ctypes
import sys
from contextlib import suppress

_MMAP_THRESHOLD, _TRIM_THRESHOLD, _ARENA_MAX = -3, -1, -8  # mallopt(3), malloc.h of the GNU C library
_LARGE_BYTES = 4 << 20
_KEPT_BYTES = 16 << 20
_ARENAS = 2


def keep_some_blocks() -> None:
    """Let blocks below 4 MiB be taken from two heaps, shared by all threads, that keep up to 16 MiB of what is free.

    Decoding takes and frees blocks of up to 50 MB, of another size for each length of speech. By itself the GNU C
    library learns to keep them for each thread, and grows: on a call of four minutes, repeated, from 690 to 750 MB, of
    which nothing used 110. Where each of 1 MiB and more went back to the system at once, a third of all processor
    time went into pages that were taken and wiped anew; with 4 MiB a tenth does. With 32 MiB and 64 kept it was a
    thirtieth, but a call in the window took 789 MiB. Other C libraries are left alone.
    """
    if not sys.platform.startswith("linux"):
        return
    with suppress(AttributeError):  # musl has no mallopt
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
        mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)
        mallopt(_ARENA_MAX, _ARENAS)

"""What the C library does with memory that was given back to it."""

import ctypes
import sys
from collections.abc import Mapping
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _MMAP_MAX, _ARENA_MAX = -1, -3, -4, -8  # mallopt(3), malloc.h of the GNU C library
_LARGE_BYTES = 4 << 20
_SOME_BYTES = 16 << 20
_ALL_BYTES = 512 << 20


def keep_some_blocks() -> None:
    """Let blocks below 4 MiB be taken from two heaps, shared by all threads, that keep up to 16 MiB of what is free.

    Decoding takes and frees blocks of up to 50 MB, of another size for each length of speech. By itself the GNU C
    library learns to keep them for each thread, and grows: on a call of four minutes, repeated, from 690 to 750 MB, of
    which nothing used 110. Where each of 1 MiB and more went back to the system at once, a third of all processor
    time went into pages that were taken and wiped anew; with 4 MiB a tenth does. With 32 MiB and 64 kept it was a
    thirtieth, but a call in the window took 789 MiB. Other C libraries are left alone.
    """
    _tell_malloc({_MMAP_THRESHOLD: _LARGE_BYTES, _TRIM_THRESHOLD: _SOME_BYTES, _ARENA_MAX: 2})


def keep_all_blocks() -> None:
    """Let all blocks be taken from one heap, which keeps up to 512 MiB of what is free.

    For a process of one thread that decodes all the time, without a window: it takes a third less processor time than
    with `keep_some_blocks`, and no more memory at its peak.
    """
    _tell_malloc({_MMAP_MAX: 0, _TRIM_THRESHOLD: _ALL_BYTES, _ARENA_MAX: 1})


def give_back() -> None:
    """Give the system what the C library keeps of memory that is free, wherever it lies.

    Putting a graph together takes many small arrays that nothing needs once its session is there: 60 MB for the
    sentence model, of which the library keeps all, since something that stays lies behind them. Takes 10 ms or so.
    """
    if sys.platform.startswith("linux"):
        with suppress(AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def _tell_malloc(values: Mapping[int, int]) -> None:
    if not sys.platform.startswith("linux"):
        return
    with suppress(AttributeError):  # musl has neither this nor malloc_trim
        mallopt = ctypes.CDLL(None).mallopt
        for name, value in values.items():
            mallopt(name, value)

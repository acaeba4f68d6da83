"""What happens to the large blocks of memory that decoding takes and gives back, in a process of its own."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only the GNU C library is told")

_BEFORE = """
import ctypes
import resource
from pathlib import Path
from threading import Thread

from app.adapters.c_memory import {keep}

{keep}()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
libc.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]

def use(megabytes):
    block = libc.malloc(megabytes << 20)
    libc.memset(block, 1, megabytes << 20)
    libc.free(block)

def resident_mb():
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 1e6

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
"""
_SAME_AGAIN = """
use(3)
before = faults()
for _ in range(10):
    use(3)
print(faults() - before)
"""
_TOO_LARGE = """
before = resident_mb()
use(5)
libc.malloc(2000)
print(resident_mb() - before)
"""
_ALL_SIZES = """
def decode():
    for megabytes in (3, 17, 50, 9, 30, 5, 26):
        use(megabytes)

decode()
before = faults()
for _ in range(3):
    decode()
print(faults() - before)
"""
_BY_MANY_THREADS = """
def decode():
    for megabytes in (3, 17, 9, 30, 5, 26):
        use(megabytes)

before = resident_mb()
for _ in range(3):
    threads = [Thread(target=decode) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(resident_mb() - before)
"""
_SMALL_ONES = """
blocks = [libc.malloc(4000) for _ in range(20000)]
for block in blocks:
    libc.memset(block, 1, 4000)
before = resident_mb()
for block in blocks[:-1]:
    libc.free(block)
{then}
print(before - resident_mb())
"""


def told(what: str, keep: str = "keep_some_blocks") -> float:
    command = [sys.executable, "-c", _BEFORE.replace("{keep}", keep) + what]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_blocks_of_a_decode_are_taken_again_without_new_pages() -> None:
    assert told(_SAME_AGAIN) < 100


def test_larger_ones_go_back_to_the_system_at_once() -> None:
    assert told(_TOO_LARGE) < 2


def test_however_many_threads_decode_little_more_is_kept_than_two_heaps_may_keep() -> None:
    assert told(_BY_MANY_THREADS) < 50


def test_a_process_that_does_nothing_else_takes_blocks_of_every_size_again_without_new_pages() -> None:
    assert told(_ALL_SIZES, keep="keep_all_blocks") < 100
    assert told(_ALL_SIZES) > 1000


def test_what_was_made_for_a_while_goes_back_to_the_system_when_it_is_asked_for() -> None:
    kept = _SMALL_ONES.replace("{then}", "")
    given_back = _SMALL_ONES.replace("{then}", "from app.adapters.c_memory import give_back\ngive_back()")
    assert told(kept) < 10
    assert told(given_back) > 60

"""What happens to the large blocks of memory that decoding takes and gives back, in a process of its own."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only the GNU C library is told")

_KEPT_MB = """
import ctypes
import resource
from pathlib import Path

{tell}
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
libc.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]

def resident_mb():
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 1e6

libc.free(libc.malloc(30_000_000))  # from here on the library expects more of this size
before_mb = resident_mb()
large = libc.malloc(20_000_000)
libc.memset(large, 1, 20_000_000)
behind = libc.malloc(2000)
libc.free(large)
print(resident_mb() - before_mb)
"""


def kept_mb(tell: str) -> float:
    command = [sys.executable, "-c", _KEPT_MB.format(tell=tell)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_large_blocks_go_back_to_the_system_at_once() -> None:
    assert kept_mb("from app.adapters.c_memory import keep_no_large_blocks; keep_no_large_blocks()") < 2

"""A command under strace: the sockets that it opened and the files that it wrote, threads and children included."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.cli.forked import ROOT

_OPENS = frozenset({"open", "openat", "openat2", "creat"})
_MAKES = frozenset({"mkdir", "mkdirat", "mknod", "mknodat", "symlink", "symlinkat", "link", "linkat"})
_MOVES = frozenset({"rename", "renameat", "renameat2", "truncate"})
_SOCKETS = frozenset({"socket", "socketpair"})
_TRACED = ",".join(f"?{name}" for name in sorted(_OPENS | _MAKES | _MOVES | _SOCKETS))  # ?: where the system has it

_DONE = re.compile(r"^(?P<call>\w+)\((?P<given>.*)\) += (?P<result>\d+)(?:<(?P<opened>[^>]*)>)?")
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Trace:
    """What was done: sockets that are not local, as they were asked for, and what was opened to be written, or made."""

    sockets: tuple[str, ...]
    written: frozenset[Path]


@cache
def why_not_traced() -> str:
    """Why nothing can be traced here, "" where it can."""
    if sys.platform != "linux":
        return "strace is a program of Linux"
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-qq", "true"], check=False, capture_output=True)
    return "" if tried.returncode == 0 else "tracing is forbidden here"


def start_traced(arguments: Sequence[str], environment: Mapping[str, str], into: Path) -> "subprocess.Popen[bytes]":
    """Start a Python of the project; lines go into a folder that is there, and others may read what is left open."""
    trace = ["strace", "-ff", "-qq", "-y", "-s", "4096", "--seccomp-bpf", "-e", f"trace={_TRACED}", "-o", f"{into}/t"]
    return subprocess.Popen(
        [*trace, sys.executable, *arguments],
        cwd=ROOT,
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        umask=0o022,
    )


def read_trace(folder: Path) -> Trace:
    """What was done, once it has ended."""
    lines = [line for file in sorted(folder.iterdir()) for line in file.read_text("utf-8", "replace").splitlines()]
    done = [found for line in lines if (found := _DONE.match(line)) is not None]
    asked = [found[0] for found in done if found["call"] in _SOCKETS and not found["given"].startswith("AF_UNIX")]
    return Trace(sockets=tuple(asked), written=frozenset(path for found in done for path in _written(found)))


def _written(found: "re.Match[str]") -> Iterator[Path]:
    call, given = found["call"], found["given"]
    if call in _OPENS and (call == "creat" or _WRITES.search(given)):
        yield Path(found["opened"])
    if call in _MAKES | _MOVES:
        *_, last = _PATH.finditer(given)
        yield Path(last["folder"] or ROOT, last["path"])

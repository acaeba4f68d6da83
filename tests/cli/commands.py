"""Runs Calmline's commands as another program would."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.adapters.private_files import close_to_others, make_private_folder
from app.compose import open_store
from app.compose.stores import SYSTEM_KEYS
from app.core.ports import CallStore
from app.settings import Settings
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY
from tests.cli.forked import CAN_FORK, ROOT, forks

LONGEST_S = 300.0


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def calmline(*arguments: str | Path, given: str = "", within_s: float = LONGEST_S) -> Done:
    """Run a command without a display, with the home that the test was given; `given` is its standard input.

    Raises subprocess.TimeoutExpired.
    """
    if not CAN_FORK:
        return calmline_from_its_start(*arguments, given=given, within_s=within_s)
    return _done(forks().run([str(argument) for argument in arguments], environment(), given.encode(), within_s))


def calmline_from_its_start(*arguments: str | Path, given: str = "", within_s: float = LONGEST_S) -> Done:
    """The same in a Python of its own, for what happens when Calmline starts and when it ends."""
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        input=given.encode(),
        capture_output=True,
        check=False,
        timeout=within_s,
    )
    return _done(done)


def environment() -> dict[str, str]:
    """What a command runs with."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "COLUMNS": "120", "PYTHONUTF8": "1"}


def _done(process: "subprocess.CompletedProcess[bytes]") -> Done:
    out, err = (written.decode().replace(os.linesep, "\n") for written in (process.stdout, process.stderr))
    return Done(process.returncode, out, err)


def assert_refused(done: Done, *named: str) -> None:
    """Exit status 2 with one plain line on standard error that names what is wrong, and nothing on standard output."""
    assert done.status == 2, done.err
    assert len(done.err.splitlines()) == 1, done.err
    assert done.err.startswith("calmline: ")
    assert not [name for name in named if name not in done.err], done.err
    assert done.out == ""


@contextmanager
def store_of(home: Path) -> Iterator[CallStore]:
    """The store of a home with the key that the commands find, made where there is none yet."""
    settings = Settings(home=home)
    if not settings.store_file.exists() and SYSTEM_KEYS.place_of(settings.store_file) is None:
        _put_store(settings.store_file)
    store = open_store(settings)
    try:
        yield store
    finally:
        store.close()


def _put_store(file: Path) -> None:
    """A new store, and its key where the commands look for one."""
    make_private_folder(file.parent)
    close_to_others(put_new_store(file))
    SYSTEM_KEYS.restore(file, KEY)


def key_of(home: Path) -> bytes:
    """The key of a home's store, made where there is none yet."""
    return SYSTEM_KEYS.key_of(Settings(home=home).store_file)


def stored_calls(home: Path) -> list[str]:
    """Ids of the calls in the store of a home, none where there is no store."""
    if not (home / "calls.sqlite3").exists():
        return []
    with store_of(home) as store:
        return [row.call_id for row in store.rows()]

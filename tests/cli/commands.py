"""Runs Calmline's commands as another program would."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.adapters.call_store import SqlCallStore

ROOT = Path(__file__).parents[2]


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


def calmline(*arguments: str | Path, given: str = "") -> Done:
    """Run a command without a display, with the home that the test was given; `given` is its standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "COLUMNS": "120", "PYTHONUTF8": "1"},
        input=given,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return Done(done.returncode, done.stdout, done.stderr)


def assert_refused(done: Done, *named: str) -> None:
    """Exit status 2 with one plain line on standard error that names what is wrong, and nothing on standard output."""
    assert done.status == 2, done.err
    assert len(done.err.splitlines()) == 1, done.err
    assert done.err.startswith("calmline: ")
    assert not [name for name in named if name not in done.err], done.err
    assert done.out == ""


def stored_calls(home: Path) -> list[str]:
    """Ids of the calls in the store of a home, none where there is no store."""
    file = home / "calls.sqlite3"
    if not file.exists():
        return []
    store = SqlCallStore(file)
    try:
        return [row.call_id for row in store.rows()]
    finally:
        store.close()

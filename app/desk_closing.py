"""A call that was still on when the window was closed: its time is noted, and told at the next start."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.private_files import make_private_folder
from app.core.events import HealthCode
from app.core.message import Message
from app.runtime.recovery import closed_during

if TYPE_CHECKING:
    from app.ui.bridge import CallBridge

_NOTE = "window.closed"


@contextmanager
def noting_what_runs(bridge: "CallBridge", home: Path) -> Iterator[None]:
    """Note the call that runs and is stored in here; one that is not stored has its journal, which tells of it."""
    call = None if bridge.state.ended else bridge.state.started
    yield
    bridge.drain()
    health = bridge.state.health
    if call is not None and health is not None and health.code is HealthCode.STORED:
        _note(home, call.started_at)


def told_at_start(home: Path) -> list[Message]:
    """A sentence for each call that was on when the window was closed; each is told once."""
    try:
        times = (home / _NOTE).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    with suppress(OSError):
        (home / _NOTE).unlink()
    return [closed_during(time) for time in times if time]


def _note(home: Path, started_at: str) -> None:
    with suppress(OSError):
        make_private_folder(home)
        (home / _NOTE).touch(mode=0o600)
        with (home / _NOTE).open("a", encoding="utf-8") as file:
            file.write(f"{started_at}\n")

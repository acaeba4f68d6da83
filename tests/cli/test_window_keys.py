"""The keys of the window on a real X server: they count in every program's window, once, and the focus stays there."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.adapters.pipe_place import find_place
from app.core.events import Mark
from tests.adapters.display import Display, Window, display, has_display
from tests.cli.commands import stored_calls
from tests.cli.forked import ROOT
from tests.cli.test_window import begun, document, journal_of, tell
from tests.conditions import until

pytestmark = [has_display, pytest.mark.skipif(sys.platform != "linux", reason="X11 is the display of Linux")]

HELD = ("Control_L", "Alt_L", "Shift_L")


@contextmanager
def panel(home: Path, shown_on: Display) -> Iterator[None]:
    """The window on a display, once it can be told things."""
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": shown_on.name, "QT_QPA_PLATFORMTHEME": ""}
    environment.pop("WAYLAND_DISPLAY", None)
    with subprocess.Popen([sys.executable, "-m", "tests.cli.window"], cwd=ROOT, env=environment) as running:
        try:
            until(lambda: find_place(home) or running.poll() is not None)
            yield
        finally:
            running.terminate()


def test_keys_count_once_wherever_the_focus_is_and_leave_it_there(calmline_home: Path) -> None:
    with display() as server, closing(Window(server)) as crm, panel(calmline_home, server):
        assert server.focus() == crm.id
        tell("start", "--id", "keys")
        begun(calmline_home, "keys")
        server.press(*HELD, "b")
        until(lambda: marks(calmline_home) == 1)
        assert server.focus() == crm.id
        assert crm.typed() == server.codes(*HELD)
        server.give_focus("Calmline")
        assert server.focus() != crm.id
        server.press(*HELD, "b")
        until(lambda: marks(calmline_home) > 1)
        server.press(*HELD, "s")
        until(lambda: stored_calls(calmline_home) == ["keys"])
    kept = document(calmline_home, "keys")
    assert [mark.kind for mark in kept.marks] == [Mark.MOMENT] * 2


def marks(home: Path) -> int:
    return journal_of(home, "keys").count('"moment"')

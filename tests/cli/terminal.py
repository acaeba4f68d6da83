"""A command where a person sits: what it asks is shown in a terminal, and answered there."""

import os
import pty
from pathlib import Path

from tests.cli.commands import LONGEST_S, environment
from tests.cli.forked import forks

_MOST_SHOWN = 4096
"""Bytes that a terminal holds until they are read."""


def calmline_in_a_terminal(*arguments: str | Path, typed: str) -> str:
    """Run a command, which must end well; what is shown, all but its standard output."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    with Path(os.devnull).open("wb") as nowhere:
        streams = (theirs, nowhere.fileno(), theirs)
        status = forks().run_on(streams, [str(argument) for argument in arguments], environment(), LONGEST_S)
    os.close(theirs)
    shown = os.read(ours, _MOST_SHOWN)
    os.close(ours)
    assert status == 0, shown
    return shown.decode()

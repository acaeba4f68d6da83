"""Waiting for something that another thread or process does."""

import threading
import time
from collections.abc import Callable

LONG_S = 20.0
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.005, 0.05
"""Some conditions cost more to look at than a pause: what is waited for would wait for them."""


def until(holds: Callable[[], object], within_s: float = LONG_S) -> None:
    """Wait until a condition holds; fail when it does not in time."""
    deadline = time.monotonic() + within_s
    pause, pause_s = threading.Event(), _FIRST_PAUSE_S
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        pause.wait(pause_s)
        pause_s = min(1.5 * pause_s, _LONGEST_PAUSE_S)

"""Waiting for something that another thread or process does."""

import threading
import time
from collections.abc import Callable

LONG_S = 20.0


def until(holds: Callable[[], object], within_s: float = LONG_S) -> None:
    """Wait until a condition holds; fail when it does not in time."""
    deadline = time.monotonic() + within_s
    pause = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        pause.wait(0.01)

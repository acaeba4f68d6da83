"""When Python looks for cycles among what nobody holds any more.

By itself it looks wherever something is made, on any thread, within a call of Qt's too: while Qt takes a connection
apart it holds a lock, and a widget that goes with such a cycle waits for the same lock, for ever. Between two events of
the window's thread no such lock is held.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

_EVERY_MS = 1000


def collect_what_is_due() -> None:
    """Look once, among as many generations as Python would by its own thresholds."""
    due = [
        place
        for place, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(due[-1])


def leave_out_what_is_there() -> None:
    """All that there is now is there to stay: a look at it each time takes 70 ms, which is seen as a jerk."""
    gc.freeze()


@contextmanager
def collecting_between_events(every_ms: int = _EVERY_MS) -> Iterator[None]:
    """While this holds, a timer of this thread's event loop looks for cycles, and nothing else does."""
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer()
    timer.setInterval(every_ms)
    timer.timeout.connect(collect_what_is_due)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        if was_enabled:
            gc.enable()

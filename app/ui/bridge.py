"""The one door into Qt: events from any thread become one immutable state in the main thread."""

import math
from collections.abc import Callable, Hashable, Sequence
from queue import SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.events import CallEnded, CallStarted, Channel, Event, Health, TextFinal, TextPartial
from app.core.state import CallState, apply

DRAIN_MS = 33
"""About one frame of a 30 Hz screen."""


class CallBridge(QObject):
    """Folds posted events into a CallState, at most once per DRAIN_MS."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._state = CallState()
        self._newest: dict[Channel, tuple[float, float]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(DRAIN_MS)
        self._timer.timeout.connect(self.drain)
        self._timer.start()

    @property
    def state(self) -> CallState:
        """The call as of the last drain."""
        return self._state

    def post(self, event: Event) -> None:
        """Hand in an event from any thread; never waits and never emits a signal."""
        self._events.put(event)

    def on_change(self, show: Callable[[CallState], None]) -> None:
        """Have `show` called with each new state, in the Qt main thread."""
        self.changed.connect(show)

    def drain(self) -> None:
        """Fold what has been posted so far; the timer calls it, and whoever must not wait for the timer."""
        fresh = [event for event in self._posted() if self._is_fresh(event)]
        if not fresh:
            return
        state = self._state
        for event in coalesced(fresh):
            state = apply(state, event)
        self._show(state)

    def reset(self) -> None:
        """Make ready for a new call: forget the old one and what was posted for it."""
        self._posted()
        self._newest.clear()
        self._show(CallState())

    def close(self) -> None:
        """Stop draining."""
        self._timer.stop()

    def _show(self, state: CallState) -> None:
        self._state = state
        self.changed.emit(state)

    def _posted(self) -> list[Event]:
        """Everything posted before this moment; later posts wait for the next drain."""
        return [self._events.get_nowait() for _ in range(self._events.qsize())]

    def _is_fresh(self, event: Event) -> bool:
        """False for a partial older than what its channel has come to: a later partial, its final, the end."""
        match event:
            case TextPartial():
                return self._advance(event.channel, (event.number, event.end_s))
            case TextFinal():
                self._advance(event.channel, (event.number, math.inf))
            case CallStarted():
                self._newest.clear()
            case CallEnded():
                self._newest = dict.fromkeys(Channel, (math.inf, math.inf))
        return True

    def _advance(self, channel: Channel, mark: tuple[float, float]) -> bool:
        """Note how far a channel's words have come; False when `mark` lies before that."""
        if mark < self._newest.get(channel, mark):
            return False
        self._newest[channel] = mark
        return True


def coalesced(events: Sequence[Event]) -> list[Event]:
    """Leave out each partial, and health on the same trouble, that a later one of the call replaces."""
    kept: list[Event] = []
    replaced: set[Hashable] = set()
    for event in reversed(events):
        key = _kind(event)
        if key in replaced:
            continue
        kept.append(event)
        if key is not None:
            replaced.add(key)
        if isinstance(event, CallStarted):
            replaced.clear()
    return kept[::-1]


def _kind(event: Event) -> Hashable | None:
    """What a later event must share to replace this one; None where nothing does."""
    match event:
        case TextPartial():
            return event.channel
        case Health():
            return Health, event.over or event.code
        case _:
            return None

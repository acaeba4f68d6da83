"""The one door into Qt: events from any thread become one immutable state in the main thread."""

import math
from collections.abc import Callable, Hashable, Sequence
from queue import SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.desk import DeskState
from app.core.events import CallEnded, CallStarted, Channel, Event, Health, TextFinal, TextPartial
from app.core.state import CallState, apply

DRAIN_MS = 33
"""About one frame of a 30 Hz screen."""


class CallBridge(QObject):
    """Folds posted events into a CallState, at most once per DRAIN_MS, and shows the newest state of the desk."""

    changed = Signal(object)
    desk_changed = Signal(object)
    pressed = Signal(str)
    settled = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: SimpleQueue[Event | None] = SimpleQueue()
        self._state = CallState()
        self._desk = self._newest_desk = DeskState()
        self._newest: dict[Channel, tuple[float, float]] = {}
        self._presses: SimpleQueue[str] = SimpleQueue()
        self._settled: SimpleQueue[tuple[str, bool]] = SimpleQueue()
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

    def clear(self) -> None:
        """Forget the call, from any thread: what is posted from now on is another one's."""
        self._events.put(None)

    def show_desk(self, state: DeskState) -> None:
        """Hand in a state of the desk from any thread; a later one replaces it."""
        self._newest_desk = state

    def on_desk(self, show: Callable[[DeskState], None]) -> None:
        """Have `show` called with each new state of the desk, in the Qt main thread."""
        self.desk_changed.connect(show)

    @property
    def desk(self) -> DeskState:
        """The desk as of the last drain."""
        return self._desk

    def press(self, act: str) -> None:
        """Hand in, from any thread, that the key of an act was pressed somewhere in the system."""
        self._presses.put(act)

    def on_press(self, do: Callable[[str], None]) -> None:
        """Have `do` called with each act whose key was pressed, in the Qt main thread."""
        self.pressed.connect(do)

    def settle(self, call_id: str, is_done: bool) -> None:
        """Hand in, from any thread, whether the agent's word on a call could be followed."""
        self._settled.put((call_id, is_done))

    def on_settled(self, show: Callable[[str, bool], None]) -> None:
        """Have `show` called with the id of each such call and whether it could, in the Qt main thread."""
        self.settled.connect(show)

    def on_change(self, show: Callable[[CallState], None]) -> None:
        """Have `show` called with each new state, in the Qt main thread."""
        self.changed.connect(show)

    def drain(self) -> None:
        """Fold what has been posted so far; the timer calls it, and whoever must not wait for the timer."""
        self._drain_desk()
        self._drain_calls()
        for _ in range(self._presses.qsize()):
            self.pressed.emit(self._presses.get_nowait())
        for _ in range(self._settled.qsize()):
            self.settled.emit(*self._settled.get_nowait())

    def _drain_calls(self) -> None:
        posted = self._posted()
        if not posted:
            return
        state = self._state
        if None in posted:
            last = len(posted) - posted[::-1].index(None)
            posted, state = posted[last:], CallState()
            self._newest.clear()
        fresh = [event for event in posted if event is not None and self._is_fresh(event)]
        for event in coalesced(fresh):
            state = apply(state, event)
        if state is not self._state:
            self._show(state)

    def _drain_desk(self) -> None:
        newest = self._newest_desk
        if newest != self._desk:
            self._desk = newest
            self.desk_changed.emit(newest)

    def close(self) -> None:
        """Stop draining."""
        self._timer.stop()

    def _show(self, state: CallState) -> None:
        self._state = state
        self.changed.emit(state)

    def _posted(self) -> list[Event | None]:
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

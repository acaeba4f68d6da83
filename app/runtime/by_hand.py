"""Runs a call of which nothing is heard: what is said of it by hand, and the time that passes."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator

from app.core.assistant import Outcome
from app.core.by_hand import HandCall
from app.core.events import CallStarted, Channel, LineState, Mark
from app.core.ports import AudioChunk, AudioSource, MovesRequest, ScoreRequest, SourceEvent, TranscribeRequest
from app.runtime.commands import Commands
from app.runtime.perform import Emit

NOT_HEARD = "without listening"
"""What stands for the devices of such a call."""

_STEP_S = 0.1


class NoSound:
    """The source of a call of which nothing is heard: no device is opened."""

    name = NOT_HEARD
    channels: tuple[Channel, ...] = ()

    def chunks(self) -> Iterator[AudioChunk | SourceEvent]:
        """None."""
        return iter(())


class HandRunner:
    """Runs on the thread that calls `run`, until it is stopped; `wait` sleeps for so many seconds."""

    def __init__(
        self,
        call: HandCall,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self._call = call
        self._clock = clock
        self._stopping = threading.Event()
        self._wait = wait or self._stopping.wait
        self._commands = Commands()

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:  # noqa: ARG002 - nothing is heard of it
        """Emit every event of the call, CallEnded last."""
        begin = self._clock()
        _tell(self._call.start(call), emit)
        while not self._stopping.is_set():
            self._go_on(self._clock() - begin, emit)
            self._wait(_STEP_S)
        self._go_on(self._clock() - begin, emit)
        _tell(self._call.end(self._clock() - begin), emit)

    def stop(self) -> None:
        """End it, from any thread."""
        self._stopping.set()

    def set_line(self, channel: Channel, state: LineState) -> None:
        """The caller is on hold, or there again; from any thread."""
        self._commands.set_line(channel, state)

    def set_scored(self, *, scored: bool) -> None:
        """Nothing is scored anyway."""
        self._commands.set_scored(scored=scored)

    def pause(self) -> None:
        """Nothing is heard anyway."""
        self._commands.pause()

    def resume(self) -> None:
        """A hold is over; from any thread."""
        self._commands.resume()

    def mark(self, mark: Mark) -> None:
        """The agent says something of the caller, of the call or of the card; from any thread."""
        self._commands.mark(mark)

    def _go_on(self, at_s: float, emit: Emit) -> None:
        _tell(self._call.pass_time(at_s), emit)
        for command in self._commands.take():
            _tell(command(self._call), emit)


def _tell(outcomes: Iterable[Outcome], emit: Emit) -> None:
    for outcome in outcomes:
        if not isinstance(outcome, TranscribeRequest | ScoreRequest | MovesRequest):
            emit(outcome)

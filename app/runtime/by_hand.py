"""Runs a call of which nothing is heard: what is said of it by hand, and the time that passes."""

import time
from collections.abc import Callable, Iterable, Iterator

from app.core.assistant import Outcome
from app.core.by_hand import HandCall
from app.core.consent import NOT_HEARD
from app.core.events import CallStarted, Channel
from app.core.ports import AudioChunk, AudioSource, MovesRequest, ScoreRequest, SourceEvent, TranscribeRequest, Wait
from app.runtime.commands import Steered
from app.runtime.perform import Emit

_STEP_S = 0.1


class NoSound:
    """The source of a call of which nothing is heard: no device is opened."""

    name = NOT_HEARD
    channels: tuple[Channel, ...] = ()

    def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk | SourceEvent]:
        """None."""
        return iter(())


class HandRunner(Steered):
    """Runs on the thread that calls `run`, until it is stopped; `wait` sleeps for so many seconds."""

    def __init__(
        self,
        call: HandCall,
        clock: Callable[[], float] = time.monotonic,
        wait: Wait | None = None,
    ) -> None:
        super().__init__()
        self._call = call
        self._clock = clock
        self._wait = wait or self._stopping.wait

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:  # noqa: ARG002 - nothing is heard of it
        """Emit every event of the call, CallEnded last."""
        begin = self._clock()
        _tell(self._call.start(call), emit)
        while not self._stopping.is_set():
            self._go_on(self._clock() - begin, emit)
            self._wait(_STEP_S)
        self._go_on(self._clock() - begin, emit)
        _tell(self._call.end(self._clock() - begin), emit)

    def _go_on(self, at_s: float, emit: Emit) -> None:
        _tell(self._call.pass_time(at_s), emit)
        for command in self._commands.take():
            _tell(command(self._call), emit)


def _tell(outcomes: Iterable[Outcome], emit: Emit) -> None:
    for outcome in outcomes:
        if not isinstance(outcome, TranscribeRequest | ScoreRequest | MovesRequest):
            emit(outcome)

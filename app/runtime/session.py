"""One call from its first second to its document, whichever runner hears it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.core.document import CallDocument, document_of
from app.core.events import CallStarted, Event
from app.core.ports import AudioSource
from app.core.state import CallState, apply

Emit = Callable[[Event], None]
Keep = Callable[[CallDocument], None]


class Runner(Protocol):
    """Hears a call to its end on the calling thread."""

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:
        """Emit every event of the call, CallEnded last."""
        ...

    def stop(self) -> None:
        """End early, from any thread."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSession:
    """A prepared call: who hears what, where its events go and who keeps its document."""

    runner: Runner
    source: AudioSource
    call: CallStarted
    listeners: Sequence[Emit]
    keepers: Sequence[Keep]

    def run(self) -> CallDocument:
        """Hear the call and hand its document to every keeper."""
        state = CallState()

        def tell(event: Event) -> None:
            nonlocal state
            state = apply(state, event)
            for listener in self.listeners:
                listener(event)

        self.runner.run(self.source, self.call, tell)
        document = document_of(state)
        for keep in self.keepers:
            keep(document)
        return document

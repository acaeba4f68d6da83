"""One call from its first second to its document, whichever runner hears it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.core.document import CallDocument, document_of
from app.core.errors import CalmlineError
from app.core.events import CallStarted, Channel, Event, LineState, Mark
from app.core.ports import AudioSource
from app.core.state import CallState, apply
from app.runtime.perform import Emit

LAST_WORDS_S = 30.0
"""How long the last finals are awaited after the audio has ended."""

Keep = Callable[[CallDocument], None]


class Runner(Protocol):
    """Hears a call to its end on the calling thread."""

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:
        """Emit every event of the call, CallEnded last."""
        ...

    def stop(self) -> None:
        """End early, from any thread."""
        ...

    def set_line(self, channel: Channel, state: LineState) -> None:
        """Say from any thread what is on a channel."""
        ...

    def set_scored(self, *, scored: bool) -> None:
        """Say from any thread whether the caller is to be scored."""
        ...

    def pause(self) -> None:
        """Say from any thread that nothing of either side is to be heard or kept."""
        ...

    def resume(self) -> None:
        """Say from any thread that the pause is over, or the hold: whichever came last."""
        ...

    def mark(self, mark: Mark) -> None:
        """Say from any thread something of the call or of the card."""
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
        """Hear the call and hand its document to every keeper.

        A listener that fails is left out from then on; the first error is raised once everything else is kept.
        """
        state = CallState()
        listeners = list(self.listeners)
        errors: list[CalmlineError] = []

        def tell(event: Event) -> None:
            nonlocal state
            state = apply(state, event)
            for listener in tuple(listeners):
                try:
                    listener(event)
                except CalmlineError as error:
                    listeners.remove(listener)
                    errors.append(error)

        self.runner.run(self.source, self.call, tell)
        document = document_of(state)
        for keep in self.keepers:
            try:
                keep(document)
            except CalmlineError as error:
                errors.append(error)
        if errors:
            raise errors[0]
        return document

"""What a window can ask of the desk, done to calls."""

from collections.abc import Callable
from contextlib import suppress

from app.core.desk import Offer
from app.core.errors import CalmlineError
from app.runtime.calls import Calls


class CallControls:
    """The verbs of `calmline call`, and the answers to what is offered and told.

    Each returns at once, and one that does not fit the moment does nothing; what comes of it is told by the next
    DeskState.
    """

    def __init__(self, calls: Calls, decline_start: Callable[[], None]) -> None:
        self._calls = calls
        self._decline_start = decline_start
        self._own: dict[str, Callable[[], None]] = {
            "start": self._start,
            "clear": calls.clear,
            "accept": self._accept,
            "decline": self._decline,
            "told": self._tick,
            "seen": lambda: calls.change(lambda state: state.dismisses()),
        }

    def do(self, verb: str) -> None:
        """Do what a verb asks for."""
        with suppress(CalmlineError):
            self._own.get(verb, lambda: self._calls.tell(verb, None))()

    def _start(self) -> None:
        """One that waits for the caller to be told goes on waiting."""
        if not self._calls.is_waiting:
            self._calls.start()

    def _accept(self) -> None:
        match self._calls.state.offer:
            case Offer.START:
                self._start()
            case Offer.END:
                self._calls.tell("end", None)

    def _tick(self) -> None:
        """In the call that runs, or in the next one."""
        if self._calls.state.call_id is None:
            self._calls.change(lambda state: state.ticks())
        else:
            self._calls.tell("told", None)

    def _decline(self) -> None:
        """It is not offered again before something has changed."""
        match self._calls.state.offer:
            case Offer.START:
                self._decline_start()
            case Offer.END:
                self._calls.decline_end()
        self._calls.change(lambda state: state.offers(None))

"""What a window can do at the desk, done to calls."""

from collections.abc import Callable
from contextlib import suppress

from app.core.desk import Offer
from app.core.errors import CalmlineError
from app.core.events import Mark
from app.runtime.calls import Calls

_MARKS = {
    Mark.ABUSE: "abuse",
    Mark.WARNED: "warned",
    Mark.USED: "used",
    Mark.DISMISSED: "dismiss",
    Mark.HELP: "help",
    Mark.MOMENT: "moment",
}


class CallControls:
    """The same verbs as those of `calmline call`; one that does not fit the moment does nothing."""

    def __init__(self, calls: Calls, decline_start: Callable[[], None]) -> None:
        self._calls = calls
        self._decline_start = decline_start

    def start(self) -> None:
        """Begin a call; one that is running ends."""
        with suppress(CalmlineError):
            self._calls.start()

    def end(self) -> None:
        """End the running call."""
        self._do("end")

    def hold(self) -> None:
        """The caller is on hold."""
        self._do("hold")

    def pause(self) -> None:
        """Hear and keep nothing of either side."""
        self._do("pause")

    def resume(self) -> None:
        """The hold or the pause is over."""
        self._do("resume")

    def mute(self) -> None:
        """Do not hear the agent."""
        self._do("mute")

    def unmute(self) -> None:
        """Hear the agent again."""
        self._do("unmute")

    def other(self) -> None:
        """Somebody else is on the caller's line."""
        self._do("other")

    def caller(self) -> None:
        """The caller is back."""
        self._do("caller")

    def mark(self, mark: Mark) -> None:
        """The agent says something of the call or of the card."""
        self._do(_MARKS[mark])

    def clear(self) -> None:
        """Be ready for the next call."""
        self._calls.clear()

    def accept(self) -> None:
        """Do what is offered."""
        match self._calls.state.offer:
            case Offer.START:
                self.start()
            case Offer.END:
                self.end()

    def decline(self) -> None:
        """Do not do what is offered."""
        match self._calls.state.offer:
            case Offer.START:
                self._decline_start()
            case Offer.END:
                self._calls.decline_end()
        self._calls.change(lambda state: state.offers(None))

    def dismiss_notices(self) -> None:
        """The notices have been read."""
        self._calls.change(lambda state: state.dismisses())

    def _do(self, verb: str) -> None:
        with suppress(CalmlineError):
            self._calls.tell(verb, None)

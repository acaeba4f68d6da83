"""What the agent's desk is doing: the life of calls as one immutable state that a window shows."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from app.core.checklists import Opening
from app.core.consent import Capture
from app.core.events import CallEnded, CallStarted, Channel, Event, LineChanged, LineState


class DeskPhase(StrEnum):
    """Loading: what a call needs is not there yet; stuck: it could not be loaded, and a start tries again.

    Asking: the caller is to be told first, and nothing is heard yet. By hand: a call of which nothing is heard.
    """

    LOADING = "loading"
    READY = "ready"
    STUCK = "stuck"
    ASKING = "asking"
    BY_HAND = "by hand"
    LISTENING = "listening"
    HOLD = "hold"
    PAUSED = "paused"
    ENDED = "ended"


class Offer(StrEnum):
    """What the desk offers to do: it sounds like a call, or the call seems to be over."""

    START = "start"
    END = "end"


_AT_ONCE = 3
_PHASES = {LineState.HOLD: DeskPhase.HOLD, LineState.PAUSED: DeskPhase.PAUSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskState:
    """`call_id` names the running call, from its start to its end; after that its last words may still be written down.

    `is_heard` is false in a call that goes by hand. `is_told` where the caller of the next live call knows already
    that it is written down. `notices` are sentences for the agent, the newest last, until they are dismissed. `fetched`
    is the name of a speech model that is being loaded to take the place of the one that calls use, "" for none.
    `opening` is what belongs to the beginning of the next call, None until the playbook has been read.
    """

    phase: DeskPhase = DeskPhase.LOADING
    is_heard: bool = True
    call_id: str | None = None
    is_loaded: bool = False
    is_muted: bool = False
    is_told: bool = False
    offer: Offer | None = None
    notices: tuple[str, ...] = ()
    fetched: str = ""
    opening: Opening | None = None

    def loaded(self) -> Self:
        """What every call needs is there."""
        waits = self.call_id is None and self.phase in {DeskPhase.LOADING, DeskPhase.STUCK}
        return replace(self, is_loaded=True, phase=DeskPhase.READY if waits else self.phase)

    def opens(self, opening: Opening) -> Self:
        """What belongs to the beginning of calls from now on is known."""
        return replace(self, opening=opening)

    def fetches(self, model: str) -> Self:
        """Another speech model is being loaded for later calls; "" when that is over."""
        return replace(self, fetched=model)

    def sticks(self) -> Self:
        """It could not be loaded."""
        waits = self.call_id is None and self.phase is DeskPhase.LOADING
        return replace(self, is_loaded=False, phase=DeskPhase.STUCK if waits else self.phase)

    def begins(self, call_id: str, *, live: bool = True, asks: bool = False) -> Self:
        """A call is to begin: its devices are being opened, or it `asks` first whether the caller was told.

        One that is not live leaves the tick to the next caller.
        """
        is_told, phase = self.is_told and not live, DeskPhase.ASKING if asks else DeskPhase.LOADING
        return replace(self, phase=phase, call_id=call_id, is_muted=False, is_told=is_told, offer=None)

    def ticks(self) -> Self:
        """The agent has told the caller of a call that is still to begin, or takes that back."""
        return replace(self, is_told=not self.is_told) if self.call_id is None else self

    def follows(self, event: Event) -> Self:
        """Something happened in the running call."""
        match event:
            case CallStarted():
                is_heard = event.capture is Capture.SOUND
                phase = DeskPhase.LISTENING if is_heard else DeskPhase.BY_HAND
                return replace(self, phase=phase, is_heard=is_heard)
            case LineChanged(channel=Channel.AGENT):
                was_muted = self.is_muted and event.state is LineState.PAUSED
                return replace(self, is_muted=was_muted or event.state is LineState.MUTED)
            case LineChanged():
                open_phase = DeskPhase.LISTENING if self.is_heard else DeskPhase.BY_HAND
                return replace(self, phase=_PHASES.get(event.state, open_phase), offer=None)
            case CallEnded():
                return self.ends()
            case _:
                return self

    def ends(self) -> Self:
        """The running call is over."""
        return replace(self, phase=DeskPhase.ENDED, call_id=None, is_muted=False, offer=None)

    def fails(self) -> Self:
        """The call could not begin."""
        return replace(self.ends(), phase=DeskPhase.READY if self.is_loaded else DeskPhase.STUCK)

    def clears(self) -> Self:
        """The agent is done with the call that has ended."""
        return replace(self, phase=DeskPhase.READY) if self.phase is DeskPhase.ENDED and self.is_loaded else self

    def offers(self, offer: Offer | None) -> Self:
        """Something is offered, or not any more; a start only without a call, an end only with one."""
        fits = offer is None or (offer is Offer.END) is (self.call_id is not None)
        return replace(self, offer=offer) if fits else self

    def tells(self, sentence: str) -> Self:
        """There is something to tell the agent; what stands there already is not told twice."""
        return self if sentence in self.notices else replace(self, notices=(*self.notices, sentence))

    @property
    def told(self) -> tuple[str, ...]:
        """The notices that are shown at once, so that a window stays a window however many there are."""
        return self.notices[:_AT_ONCE]

    def dismisses(self) -> Self:
        """The agent has read the notices that are shown."""
        return replace(self, notices=self.notices[_AT_ONCE:])

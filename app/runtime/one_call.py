"""One call from its start, and what it is joined to."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.consent import Begin
from app.core.document import CallDocument
from app.core.events import Channel, LineState, Mark
from app.core.offers import SILENCE_S, EndOffer
from app.runtime.perform import Emit
from app.runtime.session import CallSession
from app.runtime.told import Tellable

if TYPE_CHECKING:
    from app.core.errors import CalmlineError
    from app.runtime.ears import Watch

KeepThen = Callable[[CallDocument, Callable[[], None]], None]
"""Keeps a document; what comes second is done once it is stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What a call is joined to: its name, who sees its events and frames, and who keeps its document.

    `reference` is what the caller is known by elsewhere, None where nobody has said.
    """

    call_id: str
    view: Emit
    keep: KeepThen
    watch: "Watch"
    reference: str | None = None


Prepare = Callable[[Ties], CallSession]
"""Opens a call, on its own thread; may take long. Raises CalmlineError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How calls are opened: `live` one that is listened to, `by_hand` one of which nothing is heard.

    `begin` tells how a call begins that is started now.
    """

    live: Prepare
    by_hand: Prepare
    begin: Callable[[], Begin] = lambda: Begin.LISTENING


class Call:
    """One call from its start; what it is told before it listens waits until it does."""

    def __init__(
        self,
        call_id: str,
        on_stop: Callable[["Call"], None],
        end_after_s: float = SILENCE_S,
        *,
        is_live: bool = True,
    ) -> None:
        self.id = call_id
        self.reference: str | None = None
        self.is_live = is_live
        self.prepare: Prepare | None = None
        """How it is opened; None while it waits for the caller to be told."""
        self.is_by_hand = False
        self.settled = threading.Event()
        self.error: CalmlineError | None = None
        self.has_begun = False
        self.is_handed_on = False
        self.is_dropped = False
        """Whether nothing of it is to be kept, since its caller said no."""
        self.quiet = EndOffer(end_after_s)
        self._on_stop = on_stop
        self._lock = threading.Lock()
        self._runner: Tellable | None = None
        self._waiting: list[Callable[[Tellable], None]] = []
        self._is_stopped = False

    @property
    def may_be_heard(self) -> bool:
        """Whether its caller can still say no to being listened to."""
        return self.is_live and not self.is_by_hand

    def join(self, runner: Tellable) -> bool:
        """The call can be told things from now on; whether it is still wanted."""
        with self._lock:
            self._runner = runner
            for command in self._waiting:
                command(runner)
            return not self._is_stopped

    def set_line(self, channel: Channel, state: LineState) -> None:
        """From now on this is on the channel."""
        self._do(lambda runner: runner.set_line(channel, state))

    def set_scored(self, *, scored: bool) -> None:
        """From now on the caller is scored, or not."""
        self._do(lambda runner: runner.set_scored(scored=scored))

    def pause(self) -> None:
        """Nothing of either side is heard or kept."""
        self._do(lambda runner: runner.pause())

    def resume(self) -> None:
        """The pause is over, or the hold."""
        self._do(lambda runner: runner.resume())

    def mark(self, mark: Mark) -> None:
        """The agent says something of the call or of the card."""
        self._do(lambda runner: runner.mark(mark))

    def stop(self) -> None:
        """End it; its last words are still written down."""
        with self._lock:
            self._is_stopped = True
        self._do(lambda runner: runner.stop())
        self._on_stop(self)

    def _do(self, command: Callable[[Tellable], None]) -> None:
        with self._lock:
            if self._runner is None:
                self._waiting.append(command)
            else:
                command(self._runner)

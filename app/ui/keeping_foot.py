"""What the foot of the panel says of what is kept, as settings, calls and the agent's word on them change."""

from collections.abc import Collection
from dataclasses import replace

from app.core.document import CallDocument
from app.core.keeping import Keep
from app.core.keeping_words import Keeping
from app.core.practice import is_practice
from app.ui.bridge import CallBridge
from app.ui.health_line import HealthLine


class KeepingFoot:
    """Goes on with another line where the panel is made anew."""

    def __init__(self, bridge: CallBridge, allowed: Collection[Keep]) -> None:
        self._bridge = bridge
        self._keeping = Keeping(allowed=allowed)
        self._line: HealthLine | None = None

    def stand_on(self, line: HealthLine) -> None:
        """Say it on this line from now on."""
        self._line = line
        self._tell(self._keeping)

    def follow_call(self) -> None:
        """Another call is shown, or the same one later."""
        self._tell(self._keeping)

    def follow_setting(self, keep: Keep) -> None:
        """So much is kept of calls from now on."""
        self._tell(replace(self._keeping, keep=keep))

    def follow_word(self, document: CallDocument, word: Keep) -> None:
        """The agent has said what is to be done with a call."""
        was_stored = not is_practice(document.call.source)
        self._tell(self._keeping.asks(document.call.id, word, was_stored=was_stored))

    def follow_store(self, call_id: str, *, is_done: bool) -> None:
        """The store has done what was asked for a call, or could not."""
        self._tell(self._keeping.hears(call_id, is_done=is_done))

    def _tell(self, keeping: Keeping) -> None:
        self._keeping = keeping.follows(self._bridge.state)
        if self._line is not None:
            self._line.show_keeping(self._keeping)

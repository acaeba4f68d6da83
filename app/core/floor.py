"""Who has the floor: whether a card may appear, change or go now."""

import math
from dataclasses import dataclass

ANSWER_S = 1.0
"""So far into the agent's turn a card may still appear or change; from then on it would only distract."""

_OWN_PAUSE_S = 1.0


@dataclass(slots=True)
class Floor:
    """The agent's turn: from the first of their voice, over pauses of their own of up to 1 s, until the caller speaks.

    Times in seconds of call audio.
    """

    _since_s: float | None = None
    _speaks: bool = False
    _ended_s: float = -math.inf
    _caller_s: float = -math.inf

    def agent_starts(self, at_s: float) -> None:
        """The agent's voice begins."""
        goes_on = at_s - self._ended_s <= _OWN_PAUSE_S and self._caller_s < self._ended_s
        if self._since_s is None or not goes_on:
            self._since_s = at_s
        self._speaks = True

    def agent_stops(self, at_s: float) -> None:
        """The agent's voice falls silent."""
        self._speaks, self._ended_s = False, at_s

    def caller_starts(self, at_s: float) -> None:
        """The caller's voice begins."""
        self._caller_s = at_s

    def is_agents(self, at_s: float) -> bool:
        """Whether the agent is so far into a turn of theirs that nothing on the card may change."""
        if self._since_s is None or at_s - self._since_s <= ANSWER_S:
            return False
        return self._speaks or (at_s - self._ended_s < _OWN_PAUSE_S and self._caller_s < self._ended_s)

"""Who speaks and who spoke, as far as prompts and the curve must know."""

import math
from dataclasses import dataclass, field

_RECENT_SPANS = 8
_REAL_TURN_S = 0.8
_SAME_TURN_GAP_S = 3.0


@dataclass(slots=True)
class Side:
    """Voice activity of one speaker, and the words of their turn."""

    since_s: float | None = None
    ended_s: float = -math.inf
    spans: list[tuple[float, float]] = field(default_factory=list)
    text: str = ""

    def end(self, start_s: float, at_s: float) -> None:
        """A voice that began at `start_s` has ended."""
        self.since_s = None
        self.ended_s = at_s
        self.spans = [*self.spans[-_RECENT_SPANS:], (start_s, at_s)]

    def all_spans(self) -> list[tuple[float, float]]:
        """When they spoke of late; what is being said has no end yet."""
        return self.spans if self.since_s is None else [*self.spans, (self.since_s, math.inf)]


@dataclass(slots=True)
class CallerSide(Side):
    """The caller may be away: then what is heard on their channel is not theirs. `awaited` counts unread utterances."""

    awaited: int = 0
    away_since_s: float | None = None

    @property
    def is_away(self) -> bool:
        """Whether something else is on the caller's line."""
        return self.away_since_s is not None

    def leave(self, at_s: float) -> None:
        """Something else is on the line from now on."""
        self.since_s = None
        if self.away_since_s is None:
            self.away_since_s = at_s

    def come_back(self, at_s: float) -> float:
        """The caller is there again; returns for how many seconds they were not."""
        since_s, self.away_since_s = self.away_since_s, None
        return 0.0 if since_s is None else at_s - since_s


@dataclass(slots=True)
class CallerTurn:
    """The caller's turn: over pauses of up to 3 s, until the agent has answered for 0.8 s."""

    number: int = 0
    start_s: float = 0.0
    _ended_s: float = -math.inf
    _agent_since_s: float | None = None
    _is_answered: bool = False

    def agent_starts(self, at_s: float) -> None:
        """The agent's voice begins."""
        self._agent_since_s = at_s

    def agent_stops(self, at_s: float) -> None:
        """The agent's voice falls silent."""
        self._is_answered = self._answers(at_s)
        self._agent_since_s = None

    def caller_starts(self, at_s: float) -> bool:
        """The caller's voice begins; whether that is a new turn."""
        is_new = self._answers(at_s) or at_s - self._ended_s > _SAME_TURN_GAP_S
        self._is_answered = False
        if is_new:
            self.number += 1
            self.start_s = at_s
        return is_new

    def caller_stops(self, at_s: float) -> None:
        """The caller's voice falls silent."""
        self._ended_s = at_s

    def _answers(self, at_s: float) -> bool:
        since_s = self._agent_since_s
        return self._is_answered or (since_s is not None and since_s > self._ended_s and at_s - since_s >= _REAL_TURN_S)

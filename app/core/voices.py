"""Who speaks and who spoke, as far as prompts and the curve must know."""

import math
from dataclasses import dataclass, field

_RECENT_SPANS = 8


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

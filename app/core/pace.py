"""How often an agent may be shown something new: more would be read by nobody."""

from collections import Counter
from dataclasses import dataclass

from app.core.events import Stage

PER_TITLE = 2

_URGENT = frozenset({Stage.SAFETY, Stage.BOUNDARY})
_WAY_OUT = frozenset({Stage.RESOLVE, Stage.CLOSE, Stage.OPEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shares:
    """Most prompts in a stretch of time: of all stages, and up to which count each of those not urgent may come."""

    all: int
    listen: int
    way_out: int
    way_in: int


_SHARES = {60.0: _Shares(all=4, listen=4, way_out=3, way_in=3), 600.0: _Shares(all=8, listen=6, way_out=6, way_in=5)}
"""By the length of the stretch in seconds."""


class Pace:
    """Counts what was shown: at most 4 prompts in any minute, 8 in any ten, the same title twice in a call.

    While a caller gets angrier there is always more to say. So that something is left for the way out of it, and for
    what is urgent, neither of the former may take all of that: of a minute's 4, everything else gets 3; of the 8 in
    ten minutes, asking and validating get 5, with resolving and closing it is 6. Listening asks nothing of the agent:
    it may be the fourth in a minute, and the sixth in ten. Only boundary may use up the rest. Safety is bound by none
    of this, and counts for the others.
    """

    def __init__(self) -> None:
        self._urgent_s: list[float] = []
        self._others_s: list[float] = []
        self._titles: Counter[str] = Counter()

    def note(self, title: str, stage: Stage, at_s: float) -> None:
        """A prompt was shown."""
        (self._urgent_s if stage in _URGENT else self._others_s).append(at_s)
        self._titles[title] += 1

    def allows(self, title: str, stage: Stage, at_s: float) -> bool:
        """Whether one more may be shown."""
        return self._titles[title] < PER_TITLE and all(
            self._has_room(stage, at_s - span_s, shares) for span_s, shares in _SHARES.items()
        )

    def _has_room(self, stage: Stage, after_s: float, shares: _Shares) -> bool:
        urgent = sum(shown_s > after_s for shown_s in self._urgent_s)
        others = sum(shown_s > after_s for shown_s in self._others_s)
        if stage in _URGENT:
            return urgent + others < shares.all
        own = _own(stage, shares)
        return others < own and urgent + others < max(own, shares.all - 1)


def _own(stage: Stage, shares: _Shares) -> int:
    if stage is Stage.LISTEN:
        return shares.listen
    return shares.way_out if stage in _WAY_OUT else shares.way_in

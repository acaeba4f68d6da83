"""Where a caller stands with the company's boundary: whether insults go on, and how often they were warned."""

import math
from dataclasses import dataclass, field

from app.core.events import Phase
from app.core.playbook import Boundary

_INSULT = "insult_agent"
_MARK_HOLDS_S = 20.0
"""So long what the agent calls abuse is taken to go on."""
_SAME_WARNING_S = 10.0
"""A warning that is said and marked within so short a time is one."""


@dataclass(slots=True)
class Limits:
    """Counts warnings, and only those that were said or marked. Times in seconds of call audio."""

    boundary: Boundary
    _abuse_s: float = -math.inf
    _warnings_s: list[float] = field(default_factory=list)

    def mark_abuse(self, at_s: float) -> None:
        """The agent says that this is abuse."""
        self._abuse_s = at_s

    def warn(self, at_s: float) -> None:
        """The caller was warned; what was marked before has been answered by it."""
        self._abuse_s = -math.inf
        if not self._warnings_s or at_s - self._warnings_s[-1] > _SAME_WARNING_S:
            self._warnings_s.append(at_s)

    def is_abused(self, at_s: float, phase: Phase, signals: frozenset[str]) -> bool:
        """Whether the caller's last turn insults the agent in a call in which that has gone on, or was marked so."""
        return (phase is Phase.ABUSIVE and _INSULT in signals) or 0 <= at_s - self._abuse_s <= _MARK_HOLDS_S

    @property
    def is_warned(self) -> bool:
        """Whether the caller was warned as often as the company wants before the call may be ended."""
        return len(self._warnings_s) >= self.boundary.warnings

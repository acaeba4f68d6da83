"""A call of which nothing is heard: the agent says how the caller is, and asks for a prompt. No engine, no device."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from app.core.allowance import Dial
from app.core.coach import Coach
from app.core.events import (
    AgentMove,
    AngerPoint,
    CallEnded,
    CallStarted,
    Channel,
    Disclosed,
    Event,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    Phase,
    Stage,
    Telling,
    Trend,
)
from app.core.limits import Limits
from app.core.playbook import Moment, Playbook
from app.core.situation import Situation


@dataclass(frozen=True, slots=True)
class Felt:
    """Where what the agent says of the caller stands on the curve (0..1)."""

    phase: Phase
    level: float


MOODS: Final[Mapping[Mark, Felt]] = MappingProxyType(
    {
        Mark.CALM: Felt(Phase.CALM, 0.1),
        Mark.RISING: Felt(Phase.RISING, 0.38),
        Mark.HOT: Felt(Phase.HOT, 0.7),
        Mark.COOLING: Felt(Phase.FALLING, 0.3),
    }
)
"""In the middle of the band that the word has in the windows; cooling is where tense begins."""

STEPS: Final[Mapping[Mark, Stage]] = MappingProxyType(
    {
        Mark.LISTEN: Stage.LISTEN,
        Mark.ASK: Stage.ASK,
        Mark.VALIDATE: Stage.VALIDATE,
        Mark.RESOLVE: Stage.RESOLVE,
    }
)
"""Steps that the agent asks a prompt for."""

BY_HAND: Final = frozenset({*MOODS, *STEPS, Mark.REFUSED})
"""What is said of a call only where nothing is heard of it."""

_RECORDED = frozenset({Mark.ABUSE, Mark.HELP, Mark.MOMENT})
_STEP_S = 1.0
"""What the agent said holds until they say something else; the curve has a point a second."""


class HandCall:
    """Goes through the same coach as a call that is heard; seconds are those since its start, as whoever runs it says.

    Nothing ticks a checklist here, so there is none.
    """

    def __init__(self, playbook: Playbook, dial: Dial = Dial.FULL) -> None:
        self._coach = Coach(playbook, dial)
        self._limits = Limits(playbook.boundary)
        self._point: AngerPoint | None = None
        self._been = {Phase.CALM}
        self._moves: list[tuple[float, Move]] = []
        self._rise_s = -math.inf
        self._line = LineState.OPEN
        self._now_s = 0.0

    def start(self, call: CallStarted) -> list[Event]:
        """Second 0 of the call."""
        return [call, *self._coach.consider(self._situation(Moment.START))]

    def pass_time(self, at_s: float) -> list[Event]:
        """It is second `at_s` now."""
        self._now_s = max(self._now_s, at_s)
        events: list[Event] = [*self._coach.advance(self._now_s)]
        if self._point is not None and self._now_s >= self._point.at_s + _STEP_S:
            self._point = replace(self._point, at_s=self._now_s, by_hand=False)
            events.append(self._point)
        return events

    def mark(self, mark: Mark) -> list[Event]:
        """The agent says something of the caller, of the call or of the card."""
        if mark in MOODS:
            return self._feel(MOODS[mark])
        if mark in STEPS:
            return self._coach.ask(STEPS[mark], self._now())
        recorded: list[Event] = [Marked(kind=mark, at_s=self._now_s)] if mark in _RECORDED else []
        return [*recorded, *self._marked(mark)]

    def set_line(self, channel: Channel, state: LineState) -> list[Event]:
        """The caller is on hold, or there again; nothing else of a line can be known."""
        if channel is not Channel.CALLER or state not in {LineState.HOLD, LineState.OPEN} or state is self._line:
            return []
        self._line = state
        return [LineChanged(channel=channel, state=state, detected=False, at_s=self._now_s)]

    def set_scored(self, *, scored: bool) -> list[Event]:  # noqa: ARG002 - as calls that are heard are told it
        """Nothing is scored anyway."""
        return []

    def pause(self) -> list[Event]:
        """Nothing is heard anyway."""
        return []

    def resume(self) -> list[Event]:
        """A hold is over."""
        return self.set_line(Channel.CALLER, LineState.OPEN)

    def end(self, at_s: float) -> list[Event]:
        """The call is over at second `at_s`."""
        self._now_s = max(self._now_s, at_s)
        over = CallEnded(at_s=self._now_s, duration_s=self._now_s)
        return [*self._coach.finish(self._situation(Moment.END)), over]

    def _marked(self, mark: Mark) -> list[Event]:
        match mark:
            case Mark.ABUSE:
                self._limits.mark_abuse(self._now_s)
                return self._coach.limit(self._now())
            case Mark.WARNED:
                return self._warn()
            case Mark.USED:
                return self._coach.use(self._now_s)
            case Mark.DISMISSED:
                return self._coach.dismiss(self._now_s)
            case Mark.REFUSED:
                return [Disclosed(told=True, how=Telling.REFUSED, at_s=self._now_s)]
            case _:
                return []

    def _warn(self) -> list[Event]:
        self._limits.warn(self._now_s)
        self._moves.append((self._now_s, Move.WARNING))
        self._coach.made([Move.WARNING], self._now_s)
        return [AgentMove(at_s=self._now_s, move=Move.WARNING, text="")]

    def _feel(self, felt: Felt) -> list[Event]:
        """The curve jumps to what the agent says: until now it was what they said before."""
        before = self._point
        trend = _trend(before, felt)
        if trend is Trend.RISING and (before is None or before.phase is not felt.phase):
            self._rise_s = self._now_s
        self._been.add(felt.phase)
        self._point = AngerPoint(at_s=self._now_s, level=felt.level, trend=trend, phase=felt.phase, by_hand=True)
        until = [replace(before, at_s=self._now_s, by_hand=False)] if before is not None else []
        now = self._now()
        return [*until, self._point, *self._coach.consider(now), *self._coach.held_back(now)]

    def _now(self) -> Situation:
        return self._situation(Moment.CALLER_PAUSE)

    def _situation(self, moment: Moment) -> Situation:
        point = self._point
        phase = point.phase if point else Phase.CALM
        return Situation(
            at_s=self._now_s,
            moment=moment,
            level=point.level if point else 0.0,
            trend=point.trend if point else Trend.STEADY,
            phase=phase,
            been=frozenset(self._been),
            caller_text="",
            agent_text="",
            signals=frozenset(),
            moves=tuple(self._moves),
            turn_s=0.0,
            why="",
            rise_s=self._rise_s,
            abused=self._limits.is_abused(self._now_s, phase, frozenset()),
            warned=self._limits.is_warned,
        )


def _trend(before: AngerPoint | None, felt: Felt) -> Trend:
    """What is said again leaves the direction as it was."""
    if before is not None and before.phase is felt.phase:
        return before.trend
    match felt.phase:
        case Phase.RISING:
            return Trend.RISING
        case Phase.FALLING:
            return Trend.FALLING
        case _:
            was = before.level if before else felt.level
            return Trend.RISING if felt.level > was else Trend.FALLING if felt.level < was else Trend.STEADY

"""When the coach is asked: while the caller speaks, in the pause after it, and in a long silence of both.

A card may appear, change or go from 4 s into the caller's turn on, in the pause after it, and until 1 s into the
agent's answer; a safety card at any time.
"""

import math
from collections.abc import Callable
from enum import StrEnum

from app.core.allowance import Dial
from app.core.checklists import Checklists
from app.core.coach import Coach
from app.core.events import Event, Move, Phase, Prompt
from app.core.floor import Floor
from app.core.playbook import Moment, Playbook
from app.core.situation import Situation
from app.core.voices import CallerTurn

TURN_S = 4.0
"""So long the caller has spoken when a card may appear while they go on."""

LATEST_S = 3.0
"""So long after the caller's last word a prompt for the answer may still appear."""

PAUSE_S = 1.2
"""So long the caller is silent before a prompt for the answer is chosen, where nobody waits for it."""

AGENT_WORDS_S = 1.5
"""So long the agent's own last words are awaited before a prompt is chosen: what they did decides what comes next."""

_SAME_END_S = 0.5
_SILENCE_S = 4.0
_LONG_SILENCE_S = 15.0
_LONGEST_WAIT_S = 30.0
"""So long a card waits for its answer after its time is over."""

SituationAt = Callable[[float, Moment], Situation]


class Hold(StrEnum):
    """Why no new prompt may be shown: words come too late for it, are too unclear, or the caller is not there.

    AWAY also where the caller is there and not to be scored.
    """

    LATE = "late"
    UNCLEAR = "unclear"
    AWAY = "away"


class Cues:
    """Feed it voices, words and time in order; it returns what changes on the card. Times in seconds of call audio."""

    def __init__(
        self, playbook: Playbook, situation: SituationAt, dial: Dial = Dial.FULL, *, pause_s: float = PAUSE_S
    ) -> None:
        self._coach = Coach(playbook, dial)
        self._checklists = Checklists(playbook)
        self._pause_s = pause_s
        self._situation = situation
        self._floor = Floor()
        self._due_s: float | None = None
        self._words_end_s = 0.0
        self._clock_s = 0.0
        self._quiet_s: float | None = None
        self._voices = 0
        self._turn = CallerTurn()
        self._has_news = False
        self._caller_speaks = False
        self._caller_start_s = self._caller_ended_s = -math.inf
        self._agent_ended_s = self._agent_heard_s = -math.inf
        self._is_answered = False
        self._holds: set[Hold] = set()

    def hold(self, why: Hold, *, on: bool) -> None:
        """Show no new prompt but for safety while there is a reason not to."""
        if on:
            self._holds.add(why)
        else:
            self._holds.discard(why)

    def start(self) -> list[Event]:
        """Second 0 of the call."""
        return [*self._checklists.changed(0.0), *self._coach.consider(self._situation(0.0, Moment.START))]

    def advance(self, at_s: float) -> list[Event]:
        """Let time pass."""
        steps = [self._clear, self._answer]
        if self._due_s is not None and self._due_s < (self._coach.until_s or math.inf):
            steps.reverse()
        events = [event for step in (*steps, self._check) for event in step(at_s)]
        self._clock_s = max(self._clock_s, at_s)
        return events

    def tick(self, at_s: float) -> list[Event]:
        """A quarter of a second has passed."""
        if self._holds or self._floor.is_agents(at_s):
            return []
        if self._caller_speaks:
            is_long = self.turn_s(at_s) >= TURN_S
            return self._coach.consider_turn(self._situation(at_s, Moment.CALLER_TURN)) if is_long else []
        if self.silence_s(at_s) < _SILENCE_S:
            return []
        return self._consider(self._situation(at_s, Moment.SILENCE))

    def come_back(self, at_s: float) -> list[Event]:
        """The call goes on after hold or a long silence."""
        self._quiet_s = at_s
        if self._holds or self._floor.is_agents(at_s):
            return []
        return self._consider(self._situation(at_s, Moment.RETURN))

    def silence_s(self, at_s: float) -> float:
        """For how long nobody has spoken."""
        return 0.0 if self._voices or self._quiet_s is None else max(0.0, at_s - self._quiet_s)

    def turn_s(self, at_s: float) -> float:
        """For how long the caller has spoken; 0 while they do not."""
        return at_s - self._turn.start_s if self._caller_speaks else 0.0

    def caller_starts(self, at_s: float) -> list[Event]:
        """The caller begins to speak, or goes on: what was due for their pause is not any more."""
        self._voices += 1
        self._caller_speaks, self._caller_start_s = True, at_s
        self._due_s, self._is_answered = None, False
        self._floor.caller_starts(at_s)
        if self._turn.caller_starts(at_s):
            self._has_news = False
        return []

    def agent_starts(self, at_s: float) -> list[Event]:
        """The agent begins to speak: what is due for the caller's pause is due now."""
        was_long = self.silence_s(at_s) >= _LONG_SILENCE_S
        self._voices += 1
        self._floor.agent_starts(at_s)
        self._turn.agent_starts(at_s)
        if self._due_s is not None:
            self._due_s = min(at_s, self._due_s)
        return self.come_back(at_s) if was_long else []

    def agent_stops(self, at_s: float) -> list[Event]:
        """The agent's voice falls silent."""
        self._falls_silent(at_s)
        self._agent_ended_s = at_s
        self._floor.agent_stops(at_s)
        self._turn.agent_stops(at_s)
        return []

    def caller_stops(self, at_s: float, *, is_foreseen: bool) -> list[Event]:
        """The caller's voice falls silent; where words of theirs are known, the prompt need not wait for the final."""
        self._falls_silent(at_s)
        self._caller_speaks, self._caller_ended_s = False, at_s
        self._turn.caller_stops(at_s)
        if is_foreseen or self._has_news:
            self._await_pause(at_s)
        return []

    def judged(self, number: int, words_end_s: float) -> list[Event]:
        """The caller's words up to `words_end_s` are judged: now a prompt for the answer has its time."""
        events = [*self.heard(number, words_end_s), *self.guard(words_end_s)]
        self._words_end_s = words_end_s
        if not self._is_answered:
            self._await_pause(words_end_s)
        return [*events, *self._answer(self._clock_s)]

    def foreseen(self, words_end_s: float) -> list[Event]:
        """More of the caller's words is known before their final: the prompt need not wait for that."""
        events = self.guard(words_end_s)
        if self._caller_speaks:
            return [*events, *self.tick(self._clock_s)]
        if not self._is_answered:
            self._await_pause(max(words_end_s, self._caller_ended_s))
        return [*events, *self._answer(self._clock_s)]

    def heard(self, number: int, words_end_s: float) -> list[Event]:
        """Utterance `number` is known: a card that was chosen from part of it goes if the whole says otherwise."""
        at_s = max(words_end_s, self._clock_s)
        taken_back = self._coach.confirm(number, self._now(at_s), may_change=not self._floor.is_agents(at_s))
        self._is_answered = self._is_answered and not taken_back
        return taken_back

    def guard(self, at_s: float) -> list[Event]:
        """Show a safety card if what is known of the caller's words asks for one, whoever speaks."""
        return self._coach.guard(self._now(max(at_s, self._clock_s)))

    def made(self, moves: list[Move], at_s: float, plain: str = "") -> None:
        """The agent made these moves, with these words."""
        self._coach.made(moves, at_s)
        self._checklists.hear_agent(moves, plain, at_s)

    def caller_said(self, plain: str, phase: Phase) -> None:
        """The caller's words are known to the end of an utterance, and the phase they leave the call in."""
        self._checklists.hear_caller(plain, phase)

    def limit(self, at_s: float) -> list[Event]:
        """The agent asks where the limit is, whoever has the floor."""
        return self._coach.limit(self._now(max(at_s, self._clock_s)))

    def use(self, at_s: float) -> list[Event]:
        """The agent says that the card is of use."""
        return self._coach.use(max(at_s, self._clock_s))

    def dismiss(self, at_s: float) -> list[Event]:
        """The agent wants the card away."""
        return self._coach.dismiss(max(at_s, self._clock_s))

    def disclose(self, at_s: float) -> list[Event]:
        """The agent says that the caller knows that the call is written down."""
        return [*self._checklists.disclose(at_s)]

    def disclosed(self) -> list[Event]:
        """Whether the caller was told that, where it is new."""
        return [*self._checklists.disclosed()]

    def agent_heard(self, words_end_s: float) -> None:
        """What the agent did with the words up to `words_end_s` is known."""
        self._agent_heard_s = words_end_s

    def agent_spoke(self, at_s: float) -> None:
        """The agent has said more than a backchannel."""
        self._coach.agent_spoke(at_s)

    def finish(self, at_s: float) -> list[Event]:
        """The call is over."""
        events = [*self.advance(at_s), *self._checklists.finish(at_s)]
        return [*events, *self._coach.finish(self._situation(at_s, Moment.END))]

    def _awaits_agent(self, at_s: float) -> bool:
        is_known = self._agent_heard_s >= self._agent_ended_s - _SAME_END_S
        return not is_known and at_s - self._agent_ended_s < AGENT_WORDS_S

    def _await_pause(self, words_end_s: float) -> None:
        """Choose a prompt for the answer once the caller has paused after these words."""
        self._words_end_s = words_end_s
        said_s = self._clock_s - words_end_s
        goes_on = self._caller_speaks and (self._caller_start_s > words_end_s or said_s > self._pause_s)
        self._has_news = goes_on
        self._due_s = None if goes_on else words_end_s + self._pause_s

    def _falls_silent(self, at_s: float) -> None:
        self._voices = max(0, self._voices - 1)
        self._quiet_s = at_s

    def _clear(self, at_s: float) -> list[Event]:
        """Take away a card that is done or over, as soon as the agent does not hold the floor.

        A card that the agent has had no turn for stays while the caller speaks, and for a while after.
        """
        until_s = self._coach.until_s
        moments = [at_s] if until_s is None or until_s > at_s else [max(until_s, self._clock_s), at_s]
        for moment in moments:
            if not self._floor.is_agents(moment):
                is_new = moment - (until_s or moment) < _LONGEST_WAIT_S
                awaits_answer = is_new and (self._caller_speaks or moment - self._caller_ended_s < LATEST_S)
                if events := self._coach.advance(moment, awaits_answer=awaits_answer):
                    return events
        return []

    def _check(self, at_s: float) -> list[Event]:
        """Let the checklist change where nothing must stand still."""
        return [] if self._floor.is_agents(at_s) else [*self._checklists.changed(max(at_s, self._clock_s))]

    def _answer(self, at_s: float) -> list[Event]:
        """Look for the prompt that the caller's words ask for, once they have paused or the agent answers."""
        if self._due_s is None or self._due_s > at_s:
            return []
        moment_s = max(self._due_s, self._clock_s)
        if self._awaits_agent(at_s):
            return []
        self._due_s, self._has_news = None, self._caller_speaks
        if self._has_news:
            return []
        now = self._now(moment_s)
        if self._holds:
            self._coach.skip()
            return []
        if self._floor.is_agents(moment_s) or moment_s - self._words_end_s > LATEST_S:
            self._coach.miss(now)
            return []
        events = self._consider(now)
        self._is_answered = now.foreseen is not None and any(isinstance(event, Prompt) for event in events)
        return events

    def _consider(self, now: Situation) -> list[Event]:
        return [*self._coach.consider(now), *self._coach.held_back(now)]

    def _now(self, at_s: float) -> Situation:
        return self._situation(at_s, Moment.CALLER_PAUSE)

"""Shows one prompt at a time, chosen by a playbook from the direction of the caller's anger."""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.core.events import Event, Move, Phase, Prompt, PromptWithdrawn, Stage
from app.core.pace import Pace
from app.core.playbook import Moment, Playbook, Rule, Situation, fits, moved, still_meant, still_true

_MIN_SHOW_S = 4.0
_SAME_STAGE_S, _LISTEN_AGAIN_S = 12.0, 45.0
_JUST_DONE_S = 20.0
"""What the agent did so short a time ago is not asked for, but for listening, which has no end."""
_SUSPENDED_S = 60.0
_URGENT = {Stage.SAFETY, Stage.BOUNDARY}
_ALWAYS = {Stage.OPEN, Stage.CLOSE, Stage.SAFETY}
"""Stages that may be shown in a call that has never left calm."""


def _is_any(_: Rule) -> bool:
    return True


def _is_next_act(rule: Rule) -> bool:
    """Whether a rule asks for nothing but what the agent did, and how angry the caller is."""
    when = rule.when
    return bool(when.made) and not (when.caller_says or when.signals or when.may_grant or when.passed_over)


def _is_safety(rule: Rule) -> bool:
    return rule.stage is Stage.SAFETY


@dataclass(slots=True)
class _Card:
    rule: Rule
    at_s: float
    foreseen: int | None
    agent_had_turn: bool = False
    is_done: bool = False

    @property
    def until_s(self) -> float:
        return self.at_s + self.rule.show_s


class Coach:
    """Keeps the one card on the screen; every method returns the events that change it.

    Whoever calls decides whether a card may change at that moment.
    """

    def __init__(self, playbook: Playbook) -> None:
        self._rules = sorted(playbook.rule, key=lambda rule: -rule.priority)
        self._card: _Card | None = None
        self._pace = Pace()
        self._shown: Counter[str] = Counter()
        self._last_s: dict[str, float] = {}
        self._stage_s: dict[Stage, float] = {}
        self._done_s: dict[str, float] = {}
        self._late: Rule | None = None
        self._suspended_s: float | None = None

    @property
    def until_s(self) -> float | None:
        """When the time of the card on the screen is over."""
        return self._card.until_s if self._card else None

    def guard(self, now: Situation) -> list[Event]:
        """Show a safety card if one fits, whatever else is on the screen or held back."""
        return self._put(self._choice(now, _is_safety), now)

    def consider(self, now: Situation) -> list[Event]:
        """Choose the prompt for this moment; withdraws a card that is no longer true or that a better one replaces."""
        if now.moment is Moment.CALLER_PAUSE:
            self._late = None
        return [*self._drop_untrue(now), *self._put(self._choice(now), now)]

    def confirm(self, number: int, now: Situation, *, may_change: bool) -> list[Event]:
        """The caller's words are known to the end of an utterance: a card that was chosen from part of it may go.

        It goes where they say otherwise, and then counts as not shown. While nothing `may_change` it stays.
        """
        card = self._card
        if card is None or card.foreseen is None or card.foreseen > number:
            return []
        card.foreseen = None
        if not may_change or still_meant(card.rule.when, now):
            return []
        self._forget(card)
        return self._withdraw(now.at_s, "not confirmed")

    def miss(self, now: Situation) -> None:
        """The moment has passed: keep the prompt that it asked for until the caller's next turn."""
        self._late = self._choice(now)

    def skip(self) -> None:
        """The moment has passed, and nothing is to come of it."""
        self._late = None

    def consider_turn(self, now: Situation) -> list[Event]:
        """The caller is speaking: the prompt for this moment, or the one that came too late if it is still true.

        While there is no card, also the prompt for the answer: where part of their words is known, any; else the next
        act after what the agent has just done, which no word of theirs can change.
        """
        events = self._drop_untrue(now)
        late = self._late if self._late and still_true(self._late.when, now) and moved(self._late.when, now) else None
        if late and self._is_free(late, now) and self._may_replace(late, now.at_s):
            self._late = None
            return [*events, *self._put(late, now)]
        rule = self._choice(now)
        if rule is None and self._card is None:
            among = _is_next_act if now.foreseen is None else _is_any
            rule = self._choice(replace(now, moment=Moment.CALLER_PAUSE), among)
        return [*events, *self._put(rule, now)]

    def advance(self, at_s: float, *, awaits_answer: bool = False) -> list[Event]:
        """Let time pass; a card goes when it is done, or its time is over and the agent has answered or will not."""
        card = self._card
        if card is None or not (card.is_done or at_s >= card.until_s):
            return []
        if awaits_answer and not (card.is_done or card.agent_had_turn):
            return []
        return self._withdraw(at_s, "expired")

    def made(self, moves: list[Move], at_s: float) -> None:
        """The agent made these moves; a card they follow is done, and goes with the next step of time."""
        if self._late and set(moves) & set(self._late.done_by):
            self._late = None
        if self._card is not None and at_s >= self._card.at_s and set(moves) & set(self._card.rule.done_by):
            self._card.is_done = True

    def agent_spoke(self, at_s: float) -> None:
        """The agent finished a turn, and so had a chance to act on the card."""
        if self._card is not None and at_s > self._card.at_s:
            self._card.agent_had_turn = True

    def finish(self, now: Situation) -> list[Event]:
        """The call is over; a rule for its end may leave a last word to the agent."""
        rule = self._choice(now)
        return [*self._withdraw(now.at_s, "call ended"), *([self._show(rule, now)] if rule else [])]

    def _drop_untrue(self, now: Situation) -> list[Event]:
        if self._card is None or still_true(self._card.rule.when, now):
            return []
        return self._withdraw(now.at_s, "no longer true")

    def _choice(self, now: Situation, among: Callable[[Rule], bool] = _is_any) -> Rule | None:
        stages = frozenset(self._stage_s)
        free = (rule for rule in self._rules if among(rule) and self._is_free(rule, now))
        return next((rule for rule in free if fits(rule.when, now, stages)), None)

    def _is_free(self, rule: Rule, now: Situation) -> bool:
        """Whether a rule may be shown now; nothing but its own rest holds a safety rule back."""
        if not self._is_rested(rule, now.at_s):
            return False
        if rule.stage is Stage.SAFETY:
            return True
        if self._is_uncalled_for(rule, now) or self._is_suspended(rule.stage, now.at_s):
            return False
        if now.moment is Moment.END:
            return True
        return not self._was_just_said(rule, now.at_s) and self._pace.allows(rule.title, rule.stage, now.at_s)

    def _is_uncalled_for(self, rule: Rule, now: Situation) -> bool:
        """In a call that never left calm, right after the agent did it, and until a new rise once it was followed."""
        if rule.stage not in _ALWAYS and now.been <= {Phase.CALM}:
            return True
        if rule.stage is not Stage.LISTEN and now.made_within(_JUST_DONE_S) & set(rule.done_by):
            return True
        return rule.id in self._done_s and now.rise_s <= self._done_s[rule.id]

    def _is_rested(self, rule: Rule, at_s: float) -> bool:
        is_left = self._shown[rule.id] < rule.max_per_call
        return is_left and at_s - self._last_s.get(rule.id, -math.inf) >= rule.cooldown_s

    def _is_suspended(self, stage: Stage, at_s: float) -> bool:
        """Whether somebody in need has been heard: no boundary is for them, and nothing else for a while."""
        if self._suspended_s is None:
            return False
        return stage is Stage.BOUNDARY or at_s - self._suspended_s < _SUSPENDED_S

    def _was_just_said(self, rule: Rule, at_s: float) -> bool:
        """Whether another rule of the same stage was shown a moment ago; safety and boundary never wait."""
        if rule.stage in _URGENT or rule.stage not in self._stage_s:
            return False
        rest_s = _LISTEN_AGAIN_S if rule.stage is Stage.LISTEN else _SAME_STAGE_S
        return at_s - self._stage_s[rule.stage] < rest_s

    def _put(self, rule: Rule | None, now: Situation) -> list[Event]:
        if rule is None or not self._may_replace(rule, now.at_s):
            return []
        return [*self._withdraw(now.at_s, "replaced"), self._show(rule, now)]

    def _may_replace(self, rule: Rule, at_s: float) -> bool:
        card = self._card
        if card is not None and card.rule.stage is Stage.SAFETY:
            return rule.priority > card.rule.priority
        return card is None or at_s - card.at_s >= _MIN_SHOW_S or rule.priority > card.rule.priority

    def _show(self, rule: Rule, now: Situation) -> Prompt:
        self._card = _Card(rule=rule, at_s=now.at_s, foreseen=now.foreseen)
        self._shown[rule.id] += 1
        self._last_s[rule.id] = now.at_s
        self._stage_s[rule.stage] = now.at_s
        self._pace.note(rule.title, rule.stage, now.at_s)
        if rule.suspends:
            self._suspended_s = now.at_s
        return Prompt(
            at_s=now.at_s,
            stage=rule.stage,
            rule=rule.id,
            title=rule.title,
            say=_filled(rule.say, rule.say_plain, now),
            because=_filled(rule.because, rule.because_plain, now),
            until_s=self._card.until_s,
        )

    def _forget(self, card: _Card) -> None:
        """A card that should not have been shown uses nothing up."""
        self._shown[card.rule.id] -= 1
        self._last_s.pop(card.rule.id, None)
        self._stage_s.pop(card.rule.stage, None)
        if card.rule.suspends:
            self._suspended_s = None

    def _withdraw(self, at_s: float, why: str) -> list[Event]:
        card, self._card = self._card, None
        if card is None:
            return []
        if card.is_done:
            self._done_s[card.rule.id] = at_s
            return [PromptWithdrawn(rule=card.rule.id, at_s=at_s, why="followed", followed=True)]
        outcome = False if card.agent_had_turn and card.rule.done_by else None
        return [PromptWithdrawn(rule=card.rule.id, at_s=at_s, why=why, followed=outcome)]


def _filled(text: str, plain: str, now: Situation) -> str:
    """The text with its slots filled, or the plain one where what a slot stands for is not known."""
    for slot, words in (
        ("{why}", now.why),
        ("{facts}", now.facts),
        ("{grant}", now.grant),
        ("{question}", now.question),
    ):
        if slot in text and not words:
            return plain
        text = text.replace(slot, words)
    return text[:1].upper() + text[1:]

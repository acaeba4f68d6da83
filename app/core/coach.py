"""Shows one prompt at a time, chosen by a playbook from the direction of the caller's anger."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.core.allowance import Allowance, Dial, Held
from app.core.events import Event, Mark, Move, Prompt, PromptHeldBack, PromptUsed, PromptWithdrawn, Stage
from app.core.playbook import Moment, Playbook, Rule, filled
from app.core.situation import Situation, fits, moved, still_meant, still_true
from app.core.state import NOT_CONFIRMED

_MIN_SHOW_S = 4.0
_HELD_BACK_S = 60.0
"""So long after a rule was held back the next time is the same moment still."""


def _is_any(_: Rule) -> bool:
    return True


def _is_next_act(rule: Rule) -> bool:
    """Whether a rule asks for nothing but what the agent did, and how angry the caller is."""
    when = rule.when
    asks_for_words = when.caller_says or when.heard or when.signals or when.abused
    return bool(when.made) and not (asks_for_words or when.may_grant or when.passed_over)


def _is_plain(rule: Rule) -> bool:
    """Whether a rule asks for no words and no act: how the caller is, is all that it goes by."""
    when = rule.when
    asks_for_words = when.caller_says or when.agent_says or when.heard or when.signals or when.passed_over
    asks_for_acts = when.made or when.may_grant or when.abused
    is_for_answer = when.moment in {Moment.CALLER_TURN, Moment.CALLER_PAUSE} and not (when.turn_s or when.silence_s)
    return is_for_answer and not (asks_for_words or asks_for_acts)


def _is_boundary(rule: Rule) -> bool:
    return rule.stage is Stage.BOUNDARY


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

    def __init__(self, playbook: Playbook, dial: Dial = Dial.FULL) -> None:
        self._rules = sorted(playbook.rule, key=lambda rule: -rule.priority)
        self._allowance = Allowance(dial)
        self._card: _Card | None = None
        self._late: Rule | None = None
        self._fitted: list[tuple[Rule, Held | None]] = []
        self._held_back_s: dict[str, float] = {}

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
        self._fitted = [*self._fitting(now)]
        free = next((rule for rule, held in self._fitted if held is None), None)
        return [*self._drop_untrue(now), *self._put(free, now)]

    def held_back(self, now: Situation) -> list[Event]:
        """Rules that fitted when it was considered and are not on the screen, each once in a while."""
        on_screen = self._card.rule.id if self._card else None
        events: list[Event] = []
        for rule, held in self._fitted:
            is_new = now.at_s - self._held_back_s.get(rule.id, -math.inf) >= _HELD_BACK_S
            if rule.id == on_screen or held is Held.UNCALLED_FOR or not is_new:
                continue
            self._held_back_s[rule.id] = now.at_s
            events.append(PromptHeldBack(rule=rule.id, at_s=now.at_s, why=held or Held.OTHER))
        self._fitted = []
        return events

    def limit(self, now: Situation) -> list[Event]:
        """The agent asks for the next line of the boundary; nothing else comes for it."""
        return self._put(self._choice(now, _is_boundary), now)

    def ask(self, stage: Stage, now: Situation) -> list[Event]:
        """The agent asks for a prompt of a stage: the one that goes best with how the caller is, and came least."""
        asked = [rule for rule in self._rules if rule.stage is stage and _is_plain(rule)]
        if not asked:
            return []
        rule = min(asked, key=lambda rule: (not still_true(rule.when, now), self._allowance.times(rule)))
        return [*self._withdraw(now.at_s, "replaced"), self._show(rule, now)]

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
        self._allowance.forget(card.rule)
        return self._withdraw(now.at_s, NOT_CONFIRMED)

    def miss(self, now: Situation) -> None:
        """The moment has passed: keep the prompt that it asked for until the caller's next turn."""
        self._late = self._choice(now)

    def skip(self) -> None:
        """The moment has passed, and nothing is to come of it."""
        self._late = None

    def consider_turn(self, now: Situation) -> list[Event]:
        """The caller is speaking: the prompt for this moment, or the one that came too late if it is still true.

        While there is no card, also the prompt for the answer: first the next act after what the agent has just done,
        which no word of theirs can change; last, where part of their words is known, any.
        """
        events = self._drop_untrue(now)
        late = self._late if self._late and still_true(self._late.when, now) and moved(self._late.when, now) else None
        if late and self._allowance.held(late, now) is None and self._may_replace(late, now.at_s):
            self._late = None
            return [*events, *self._put(late, now)]
        answer = replace(now, moment=Moment.CALLER_PAUSE)
        rule = self._choice(answer, _is_next_act) if self._card is None else None
        rule = rule or self._choice(now)
        if rule is None and self._card is None and now.foreseen is not None:
            rule = self._choice(answer)
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

    def use(self, at_s: float) -> list[Event]:
        """The agent says that the card is of use."""
        return [PromptUsed(rule=self._card.rule.id, at_s=at_s)] if self._card else []

    def dismiss(self, at_s: float) -> list[Event]:
        """The agent wants the card away; its rule waits for a new rise."""
        if self._card is not None:
            self._allowance.settle(self._card.rule, at_s)
        return self._withdraw(at_s, Mark.DISMISSED)

    def finish(self, now: Situation) -> list[Event]:
        """The call is over; a rule for its end may leave a last word to the agent."""
        rule = self._choice(now)
        return [*self._withdraw(now.at_s, "call ended"), *([self._show(rule, now)] if rule else [])]

    def _drop_untrue(self, now: Situation) -> list[Event]:
        if self._card is None or still_true(self._card.rule.when, now):
            return []
        return self._withdraw(now.at_s, "no longer true")

    def _choice(self, now: Situation, among: Callable[[Rule], bool] = _is_any) -> Rule | None:
        return next((rule for rule, held in self._fitting(now, among) if held is None), None)

    def _fitting(self, now: Situation, among: Callable[[Rule], bool] = _is_any) -> Iterator[tuple[Rule, Held | None]]:
        """Rules that fit, the highest priority first, and what holds each back."""
        stages = self._allowance.stages
        for rule in self._rules:
            if among(rule) and fits(rule.when, now, stages):
                yield rule, self._allowance.held(rule, now)

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
        self._allowance.show(rule, now.at_s)
        return Prompt(
            at_s=now.at_s,
            stage=rule.stage,
            rule=rule.id,
            title=rule.title,
            say=_as_sentence(filled(rule.say, rule.say_plain, now.slots())),
            because=_as_sentence(filled(rule.because, rule.because_plain, now.slots())),
            until_s=self._card.until_s,
        )

    def _withdraw(self, at_s: float, why: str) -> list[Event]:
        card, self._card = self._card, None
        if card is None:
            return []
        if card.is_done:
            self._allowance.settle(card.rule, at_s)
            return [PromptWithdrawn(rule=card.rule.id, at_s=at_s, why="followed", followed=True)]
        outcome = False if card.agent_had_turn and card.rule.done_by else None
        return [PromptWithdrawn(rule=card.rule.id, at_s=at_s, why=why, followed=outcome)]


def _as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]

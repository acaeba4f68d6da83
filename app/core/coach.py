"""Shows one prompt at a time, chosen by a playbook from the direction of the caller's anger."""

from collections import Counter
from dataclasses import dataclass

from app.core.events import Event, Move, Prompt, PromptWithdrawn, Stage
from app.core.playbook import Playbook, Rule, Situation, fits, still_true

_MIN_SHOW_S = 4.0
_SAME_STAGE_S = 12.0
_URGENT = {Stage.SAFETY, Stage.BOUNDARY}


@dataclass(slots=True)
class _Card:
    rule: Rule
    at_s: float
    agent_had_turn: bool = False

    @property
    def until_s(self) -> float:
        return self.at_s + self.rule.show_s


class Coach:
    """Keeps the one card on the screen; every method returns the events that change it."""

    def __init__(self, playbook: Playbook) -> None:
        self._rules = sorted(playbook.rule, key=lambda rule: -rule.priority)
        self._card: _Card | None = None
        self._shown: Counter[str] = Counter()
        self._last_s: dict[str, float] = {}
        self._stage_s: dict[Stage, float] = {}

    def guard(self, now: Situation) -> list[Event]:
        """Show a safety card if one fits, whatever else is on the screen or held back."""
        rule = self._choice(now, only_safety=True)
        if rule is None or not self._may_replace(rule, now.at_s):
            return []
        return [*self._withdraw(now.at_s, "replaced"), self._show(rule, now)]

    def consider(self, now: Situation) -> list[Event]:
        """Choose the prompt for this moment; withdraws a card that is no longer true or that a better one replaces."""
        events = self._drop_untrue(now)
        rule = self._choice(now)
        if rule is None or not self._may_replace(rule, now.at_s):
            return events
        return events + self._withdraw(now.at_s, "replaced") + [self._show(rule, now)]

    def advance(self, at_s: float) -> list[Event]:
        """Let time pass; a card goes when its time is over."""
        if self._card is None or at_s < self._card.until_s:
            return []
        return self._withdraw(self._card.until_s, "expired")

    def made(self, moves: list[Move], at_s: float) -> list[Event]:
        """The agent made these moves; a card they follow is done."""
        if self._card is None or at_s < self._card.at_s:
            return []
        if not set(moves) & set(self._card.rule.done_by):
            return []
        return self._withdraw(at_s, "followed", followed=True)

    def agent_spoke(self, at_s: float) -> None:
        """The agent finished a turn, and so had a chance to act on the card."""
        if self._card is not None and at_s > self._card.at_s:
            self._card.agent_had_turn = True

    def finish(self, at_s: float) -> list[Event]:
        """The call is over."""
        return self._withdraw(at_s, "call ended")

    def _drop_untrue(self, now: Situation) -> list[Event]:
        if self._card is None or still_true(self._card.rule.when, now):
            return []
        return self._withdraw(now.at_s, "no longer true")

    def _choice(self, now: Situation, *, only_safety: bool = False) -> Rule | None:
        stages = frozenset(self._stage_s)
        rules = [rule for rule in self._rules if not only_safety or rule.stage is Stage.SAFETY]
        return next((rule for rule in rules if self._is_free(rule, now.at_s) and fits(rule.when, now, stages)), None)

    def _is_free(self, rule: Rule, at_s: float) -> bool:
        if self._shown[rule.id] >= rule.max_per_call or self._was_just_said(rule, at_s):
            return False
        return rule.id not in self._last_s or at_s - self._last_s[rule.id] >= rule.cooldown_s

    def _was_just_said(self, rule: Rule, at_s: float) -> bool:
        """Whether another rule of the same stage was shown a moment ago; safety and boundary never wait."""
        last_s = self._stage_s.get(rule.stage)
        return rule.stage not in _URGENT and last_s is not None and at_s - last_s < _SAME_STAGE_S

    def _may_replace(self, rule: Rule, at_s: float) -> bool:
        card = self._card
        if card is not None and card.rule.stage is Stage.SAFETY:
            return rule.priority > card.rule.priority
        return card is None or at_s - card.at_s >= _MIN_SHOW_S or rule.priority > card.rule.priority

    def _show(self, rule: Rule, now: Situation) -> Prompt:
        self._card = _Card(rule=rule, at_s=now.at_s)
        self._shown[rule.id] += 1
        self._last_s[rule.id] = now.at_s
        self._stage_s[rule.stage] = now.at_s
        return Prompt(
            at_s=now.at_s,
            stage=rule.stage,
            rule=rule.id,
            title=rule.title,
            say=rule.say,
            because=_because(rule, now),
            until_s=self._card.until_s,
        )

    def _withdraw(self, at_s: float, why: str, *, followed: bool = False) -> list[Event]:
        card, self._card = self._card, None
        if card is None:
            return []
        outcome = True if followed else (False if card.agent_had_turn and card.rule.done_by else None)
        return [PromptWithdrawn(rule=card.rule.id, at_s=at_s, why=why, followed=outcome)]


def _because(rule: Rule, now: Situation) -> str:
    if "{why}" in rule.because and not now.why:
        return rule.because_plain
    reason = rule.because.replace("{why}", now.why)
    return reason[:1].upper() + reason[1:]

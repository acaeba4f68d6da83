"""Whether a rule may be shown now, whatever its conditions say: how often it came, what was done, what goes first."""

import math
from collections import Counter
from enum import StrEnum
from typing import TypeVar

from app.core.events import Phase, Stage
from app.core.pace import Pace
from app.core.playbook import Moment, Rule
from app.core.situation import Situation

Key = TypeVar("Key", str, Stage)

_SAME_STAGE_S, _LISTEN_AGAIN_S = 12.0, 45.0
_JUST_DONE_S = 20.0
"""What the agent did so short a time ago is not asked for, but for listening, which has no end."""
_SUSPENDED_S = 60.0
_URGENT = {Stage.SAFETY, Stage.BOUNDARY}
_ALWAYS = {Stage.OPEN, Stage.CLOSE, Stage.SAFETY}
"""Stages that a playbook may show in a call that has never left calm."""
_HEATED = {Phase.HOT, Phase.ABUSIVE}


class Dial(StrEnum):
    """How much an agent wants to be told: everything, what helps while the caller is hot, the curve alone.

    Safety is always told.
    """

    FULL = "full"
    LIGHT = "light"
    CURVE = "curve"


class Held(StrEnum):
    """What keeps a rule that fits from being shown. All but `uncalled_for` leave a moment to compare others with."""

    UNCALLED_FOR = "uncalled_for"
    DIAL = "dial"
    RESTING = "resting"
    SUSPENDED = "suspended"
    SAME_STAGE = "same_stage"
    PACE = "pace"
    OTHER = "other"


class Allowance:
    """Keeps count of one call; times in seconds of call audio."""

    def __init__(self, dial: Dial) -> None:
        self._dial = dial
        self._pace = Pace()
        self._shown: Counter[str] = Counter()
        self._last_s: dict[str, float] = {}
        self._stage_s: dict[Stage, float] = {}
        self._done_s: dict[str, float] = {}
        self._suspended_s: float | None = None
        self._before: dict[str, tuple[float | None, float | None, float | None]] = {}

    @property
    def stages(self) -> frozenset[Stage]:
        """Stages that were shown."""
        return frozenset(self._stage_s)

    def times(self, rule: Rule) -> int:
        """How often a rule was shown."""
        return self._shown[rule.id]

    def held(self, rule: Rule, now: Situation) -> Held | None:
        """What keeps a rule from being shown now, None for nothing. Only its own rest holds a safety rule back."""
        is_safety = rule.stage is Stage.SAFETY
        if not is_safety and self._is_uncalled_for(rule, now):
            return Held.UNCALLED_FOR
        if not self._is_rested(rule, now.at_s):
            return Held.RESTING
        return None if is_safety else self._held_for_others(rule, now)

    def _held_for_others(self, rule: Rule, now: Situation) -> Held | None:
        if self._is_suspended(rule.stage, now.at_s):
            return Held.SUSPENDED
        if self._is_dialled_down(rule, now):
            return Held.DIAL
        if now.moment is Moment.END:
            return None if self._pace.allows(rule.title, Stage.BOUNDARY, now.at_s) else Held.PACE
        if self._was_just_said(rule, now):
            return Held.SAME_STAGE
        return None if self._pace.allows(rule.title, rule.stage, now.at_s) else Held.PACE

    def show(self, rule: Rule, at_s: float) -> None:
        """A rule is shown."""
        before = self._last_s.get(rule.id), self._stage_s.get(rule.stage), self._suspended_s
        self._before[rule.id] = before
        self._shown[rule.id] += 1
        self._last_s[rule.id] = at_s
        self._stage_s[rule.stage] = at_s
        self._pace.note(rule.title, rule.stage, at_s)
        if rule.suspends:
            self._suspended_s = at_s

    def forget(self, rule: Rule) -> None:
        """It should not have been shown the last time: all is as before, but for the pace."""
        self._shown[rule.id] -= 1
        last_s, stage_s, self._suspended_s = self._before.pop(rule.id)
        _put_back(self._last_s, rule.id, last_s)
        _put_back(self._stage_s, rule.stage, stage_s)

    def settle(self, rule: Rule, at_s: float) -> None:
        """The agent did it, or does not want it: it waits until the caller gets angrier anew."""
        self._done_s[rule.id] = at_s

    def _is_uncalled_for(self, rule: Rule, now: Situation) -> bool:
        """In a call that never left calm, right after the agent did it, and until a new rise once it was followed.

        While insults go on a boundary is called for again and again.
        """
        is_asked_for = rule.stage is Stage.BOUNDARY and now.abused
        if not (rule.stage in _ALWAYS or is_asked_for) and now.been <= {Phase.CALM}:
            return True
        if is_asked_for:
            return False
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

    def _is_dialled_down(self, rule: Rule, now: Situation) -> bool:
        if self._dial is Dial.LIGHT:
            is_heated = now.phase in _HEATED or now.abused
            return not (is_heated or (now.moment is Moment.END and now.been & _HEATED) or rule.stage is Stage.BOUNDARY)
        return self._dial is Dial.CURVE

    def _was_just_said(self, rule: Rule, now: Situation) -> bool:
        """Whether another rule of the same stage was shown a moment ago; safety and boundary never wait.

        Listening rests longer, unless the caller has begun to get angrier since.
        """
        shown_s = self._stage_s.get(rule.stage)
        if rule.stage in _URGENT or shown_s is None:
            return False
        is_same_rise = rule.stage is Stage.LISTEN and now.rise_s <= shown_s
        return now.at_s - shown_s < (_LISTEN_AGAIN_S if is_same_rise else _SAME_STAGE_S)


def _put_back(times: dict[Key, float], key: Key, at_s: float | None) -> None:
    if at_s is None:
        times.pop(key, None)
    else:
        times[key] = at_s

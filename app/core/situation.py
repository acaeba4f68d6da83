"""Where a call stands, and whether what a rule asks for holds there."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.core.events import Move, Phase, Stage, Trend
from app.core.phrases import Phrases
from app.core.playbook import Moment, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the coach knows at second `at_s`; texts are normalised, moves are (second, move) pairs.

    `grant` is what was named that the agent may decide alone, `question` the key words of what they talked past.
    `rise_s` is when the caller last began to get angrier, `silence_s` for how long nobody has spoken. `abused` tells
    that insults go on, `warned` that the caller was warned as often as the playbook wants. Where `foreseen`
    is the number of an utterance, the caller's last words are those of it that are known before its end.
    """

    at_s: float
    moment: Moment
    level: float
    trend: Trend
    phase: Phase
    been: frozenset[Phase]
    caller_text: str
    agent_text: str
    signals: frozenset[str]
    moves: tuple[tuple[float, Move], ...]
    turn_s: float
    why: str
    facts: str = ""
    grant: str = ""
    question: str = ""
    rise_s: float = -math.inf
    silence_s: float = 0.0
    abused: bool = False
    warned: bool = False
    foreseen: int | None = None

    def made_within(self, seconds: float) -> set[Move]:
        """Moves of the last `seconds` seconds."""
        return {move for when, move in self.moves if self.at_s - when <= seconds}

    def slots(self) -> dict[str, str]:
        """What the slots of a card stand for now."""
        return {"why": self.why, "facts": self.facts, "grant": self.grant, "question": self.question}


def fits(when: When, now: Situation, stages: frozenset[Stage]) -> bool:
    """Whether every condition holds; `stages` are those shown so far."""
    return (
        when.moment is now.moment
        and still_true(when, now)
        and _any(now.been, when.been)
        and _any(now.signals, when.signals)
        and _any(stages, when.after)
        and now.turn_s >= when.turn_s
        and now.silence_s >= when.silence_s
        and now.at_s >= when.call_s
        and _is_known(when, now)
        and _said(when, now)
        and moved(when, now)
    )


def still_true(when: When, now: Situation) -> bool:
    """Whether the caller is still where the rule wants them."""
    return (
        (not when.phase or now.phase in when.phase)
        and (not when.trend or now.trend in when.trend)
        and when.level_min <= now.level <= when.level_max
    )


def still_meant(when: When, now: Situation) -> bool:
    """Whether the caller still says, and is, what the rule asked for."""
    is_abuse = not when.abused or now.abused
    return is_abuse and still_true(when, now) and _any(now.signals, when.signals) and _said(when, now)


def moved(when: When, now: Situation) -> bool:
    """Whether the agent made, and did not make, what the rule wants."""
    if not (when.made or when.missing):
        return True
    made = now.made_within(when.within_s)
    return (not when.made or not made.isdisjoint(when.made)) and made.isdisjoint(when.missing)


def _is_known(when: When, now: Situation) -> bool:
    return (
        (not when.may_grant or bool(now.grant))
        and (not when.passed_over or bool(now.question))
        and (not when.abused or now.abused)
        and when.warned in (None, now.warned)
    )


def _any(have: frozenset[Any], wanted: tuple[Any, ...]) -> bool:
    return not wanted or not have.isdisjoint(wanted)


def _said(when: When, now: Situation) -> bool:
    return (
        (not (when.caller_says or when.heard) or _is_asked_for(when, now))
        and (not when.agent_says or _phrases(when.agent_says).within(now.agent_text))
        and not (when.unless_says and _phrases(when.unless_says).within(now.caller_text))
    )


def _is_asked_for(when: When, now: Situation) -> bool:
    is_heard = not now.signals.isdisjoint(when.heard)
    return is_heard or bool(when.caller_says and _phrases(when.caller_says).within(now.caller_text))


@lru_cache(maxsize=4096)
def _phrases(patterns: tuple[str, ...]) -> Phrases:
    return Phrases(patterns)

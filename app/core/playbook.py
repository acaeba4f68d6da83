"""Playbooks as data: which prompt fits which moment of a call."""

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, ClassVar

from app.core.events import Move, Phase, Stage, Trend
from app.core.phrases import Phrases

_STRICT: dict[str, Any] = {"extra": "forbid"}


class Moment(StrEnum):
    """When a rule is looked at."""

    START = "start"
    CALLER_TURN = "caller_turn"
    CALLER_PAUSE = "caller_pause"
    SILENCE = "silence"
    RETURN = "return"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Conditions that must all hold; an empty one always does. Levels in 0..1, times in seconds of call audio.

    `phase` and `trend` are those of now, `been` asks for a phase the call has been in. `caller_says`, `agent_says` and
    `signals` look at the last turn of their speaker, `unless_says` at the caller's; a signal in `heard` stands in for
    `caller_says`. `made` (any) and `missing` (none)
    look at the agent's moves of the last `within_s` seconds, `after` at the stages shown before. `turn_s` is the least
    length of the caller's turn, `silence_s` that of the silence of both. `may_grant` asks for something in
    the caller's words of this call that the agent may decide alone, `passed_over` for a question of theirs that the
    agent has talked past.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    moment: Moment
    phase: tuple[Phase, ...] = ()
    trend: tuple[Trend, ...] = ()
    been: tuple[Phase, ...] = ()
    level_min: float = 0.0
    level_max: float = 1.0
    caller_says: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    agent_says: tuple[str, ...] = ()
    unless_says: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    made: tuple[Move, ...] = ()
    missing: tuple[Move, ...] = ()
    within_s: float = 45.0
    turn_s: float = 0.0
    silence_s: float = 0.0
    may_grant: bool = False
    passed_over: bool = False
    after: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One prompt: its card, when it fits, how often it may come, and the moves that mean it was followed.

    Once one that `suspends` was shown, no boundary is drawn in that call, and for a minute nothing but safety is shown.

    `say` and `because` may name `{why}`, the reasons found in the caller's words, `{facts}`, the facts they gave,
    `{grant}`, what the agent may decide alone, and `{question}`, the key words of a question that was talked past;
    `say_plain` and `because_plain` stand in where one that is named is not known.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    id: str
    stage: Stage
    title: str
    when: When
    say: str = ""
    say_plain: str = ""
    because: str = ""
    because_plain: str = ""
    priority: int = 0
    cooldown_s: float = 40.0
    max_per_call: int = 3
    show_s: float = 12.0
    done_by: tuple[Move, ...] = ()
    suspends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What an agent may decide without asking: its name for the prompt, and how callers speak of it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    what: str
    caller_says: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """A named set of rules, and what the agent may grant."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    name: str
    title: str
    language: str
    version: str
    author: str
    date: str
    rule: tuple[Rule, ...]
    grant: tuple[Grant, ...] = ()

    def granted(self, plain: str) -> str:
        """What the agent may decide of what is named in a normalised text, "" for nothing."""
        return next((one.what for one in self.grant if _phrases(one.caller_says).within(plain)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the coach knows at second `at_s`; texts are normalised, moves are (second, move) pairs.

    `grant` is what was named that the agent may decide alone, `question` the key words of what they talked past.
    `rise_s` is when the caller last began to get angrier, `silence_s` for how long nobody has spoken. Where `foreseen`
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
    foreseen: int | None = None

    def made_within(self, seconds: float) -> set[Move]:
        """Moves of the last `seconds` seconds."""
        return {move for when, move in self.moves if self.at_s - when <= seconds}


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
        and (not when.may_grant or bool(now.grant))
        and (not when.passed_over or bool(now.question))
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
    return still_true(when, now) and _any(now.signals, when.signals) and _said(when, now)


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


def moved(when: When, now: Situation) -> bool:
    """Whether the agent made, and did not make, what the rule wants."""
    made = now.made_within(when.within_s)
    return (not when.made or not made.isdisjoint(when.made)) and made.isdisjoint(when.missing)


@lru_cache(maxsize=1024)
def _phrases(patterns: tuple[str, ...]) -> Phrases:
    return Phrases(patterns)

"""Playbooks as data: which prompt fits which moment of a call, its checklists, and what a company has decided."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from app.core.consent import Consent
from app.core.danger import Danger
from app.core.events import Move, Phase, Stage, Trend
from app.core.phrases import Phrases

_STRICT: dict[str, Any] = {"extra": "forbid"}

ANNOUNCED = "Announced before the call"
"""What stands on the opening's checklist where callers are told before the call that it is written down."""

TELL_THEM = "Say that the call is written down"
"""The same where the agent has to tell them and the playbook has no line of its own."""

SAYING = "Before we start: a computer writes this call down to help me help you. Is that all right?"
"""What the agent may say for it, where the playbook has no words of its own."""

SLOTS = frozenset({"why", "facts", "grant", "question"})
"""What a card's texts may name that only the call knows."""

OWN_SLOTS = frozenset({"warning", "closing", "line"})
"""The same, of what the playbook itself says."""

_SLOT = re.compile(r"\{(\w*)\}")


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
    length of the caller's turn, `silence_s` that of the silence of both, `call_s` the least age of the call.
    `may_grant` asks for something in the caller's words of this call that the agent may decide alone, `passed_over` for
    a question of theirs that the agent has talked past. `abused` asks for insults that go on, `warned` for whether the
    caller has been warned as often as the playbook's boundary wants.
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
    call_s: float = 0.0
    may_grant: bool = False
    passed_over: bool = False
    abused: bool = False
    warned: bool | None = None
    after: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One prompt: its card, when it fits, how often it may come, and the moves that mean it was followed.

    Once one that `suspends` was shown, no boundary is drawn in that call, and for a minute nothing but safety is shown.

    `say` and `because` may name `{why}`, the reasons found in the caller's words, `{facts}`, the facts they gave,
    `{grant}`, what the agent may decide alone, `{question}`, the key words of a question that was talked past, and of
    the playbook's own `{warning}`, `{closing}` and `{line}`, that of the danger which the rule has `heard`;
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
class Item:
    """A line of a checklist, ticked by any of these moves of the agent or any of these words of theirs."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    text: str
    done_by: tuple[Move, ...] = ()
    agent_says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What must be done in a call in which the caller has said something ("ombudsman"), and how it is ticked."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    text: str
    caller_says: tuple[str, ...]
    done_by: tuple[Move, ...] = ()
    agent_says: tuple[str, ...] = ()

    @property
    def item(self) -> Item:
        """Its line on the checklist."""
        return Item(text=self.text, done_by=self.done_by, agent_says=self.agent_says)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What callers are told about the call being written down; `announced` where they are told before the call.

    `text` stands on the checklist, `say` is what the agent may say aloud.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    text: str
    say: str = ""
    announced: bool = False
    agent_says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """How often a caller is warned before the call may be ended, and the company's words for both."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    warnings: int = 1
    warning: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyLines:
    """Whom to bring in for each kind of danger, a number among it; "" where the company has not said."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    self_harm: str = ""
    threat: str = ""
    medical: str = ""
    child: str = ""
    bereavement: str = ""

    def line(self, signals: tuple[str, ...]) -> str:
        """The line of the first danger among signals that has one."""
        lines = (getattr(self, signal) for signal in signals if signal in set(Danger))
        return next((line for line in lines if line), "")


@dataclass(frozen=True, kw_only=True)
class Playbook:
    """A named set of rules, its checklists, and what the company has decided."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    name: str
    title: str
    language: str
    version: str
    author: str
    date: str
    rule: tuple[Rule, ...]
    grant: tuple[Grant, ...] = ()
    opening: tuple[Item, ...] = ()
    closing: tuple[Item, ...] = ()
    closing_says: tuple[str, ...] = ()
    duty: tuple[Duty, ...] = ()
    disclosure: Disclosure | None = None
    boundary: Boundary = Boundary()
    safety: SafetyLines = SafetyLines()

    def granted(self, plain: str) -> str:
        """What the agent may decide of what is named in a normalised text, "" for nothing."""
        return next((one.what for one, phrases in self._grants if phrases.within(plain)), "")

    @property
    def disclosing(self) -> Item | None:
        """The line of the opening's checklist about the call being written down."""
        told = self.disclosure
        if told is None:
            return None
        if told.announced:
            return Item(text=ANNOUNCED)
        return Item(text=told.text or TELL_THEM, agent_says=told.agent_says)

    @property
    def opening_list(self) -> tuple[Item, ...]:
        """The opening's checklist; what callers are to be told about the call comes after its first line."""
        told = self.disclosing
        return (*self.opening[:1], *([told] if told else []), *self.opening[1:])

    def told_by(self, rule: Consent) -> "Playbook":
        """The same where that is how callers are told that the call is written down."""
        told = self.disclosure
        match rule:
            case Consent.ANNOUNCED:
                return replace(self, disclosure=replace(told or Disclosure(text=""), announced=True))
            case Consent.REQUIRED:
                return replace(self, disclosure=replace(told or Disclosure(text=""), announced=False))
            case Consent.TELL:
                return self

    @cached_property
    def _grants(self) -> tuple[tuple[Grant, Phrases], ...]:
        return tuple((one, Phrases(one.caller_says)) for one in self.grant)

    def completed(self) -> "Playbook":
        """The same with the playbook's own words in its rules; where one that is named is missing, the plain text."""
        return replace(self, rule=tuple(self._completed(rule) for rule in self.rule))

    def _completed(self, rule: Rule) -> Rule:
        line = self.safety.line((*rule.when.heard, *rule.when.signals))
        own = {"warning": self.boundary.warning, "closing": self.boundary.closing, "line": line}
        return replace(
            rule,
            say=filled(rule.say, rule.say_plain, own),
            because=filled(rule.because, rule.because_plain, own),
        )


def slots_in(text: str) -> list[str]:
    """Names of the slots in a text."""
    return _SLOT.findall(text)


def filled(text: str, plain: str, known: dict[str, str]) -> str:
    """The text with the slots that are `known` filled, or the plain one where what one of them stands for is not."""
    for slot in slots_in(text):
        if slot not in known:
            continue
        if not known[slot]:
            return plain
        text = text.replace(f"{{{slot}}}", known[slot])
    return text

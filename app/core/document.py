"""The call document: everything about an ended call, in the shape that other programs read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar

from app.core.consent import Capture, Consent
from app.core.events import AgentMove, AngerPoint, AudioGap, Disclosed, LineChanged, Marked, Telling
from app.core.state import CallState, ShownPrompt, Turn
from app.core.summary import Summary, summarise

SCHEMA = "calmline/call/1"

LATER_S = 60.0
"""So long after a prompt the caller's level is looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """Which call this is and what heard it; `broken_off` where Calmline ended before the call did.

    With `capture` none nothing was heard: what stands there is what the agent said by hand. `recording` is the SHA-256
    of the file that was analysed, None for every other call.
    """

    id: str
    source: str
    started_at: str
    duration_s: float
    agent: str | None
    caller: str | None
    reference: str | None
    model: str
    playbook: str
    scorer: str
    broken_off: bool = False
    capture: Capture = Capture.SOUND
    recording: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """A moment that a rule fitted and nothing was shown for it, `why`, and the caller's level then and a minute on."""

    at_s: float
    rule: str
    why: str
    level: float | None = None
    level_60s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A line that stood on the checklist, and whether it was done."""

    text: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Whether the caller was told that the call is written down, how and when; None where nobody asked for that.

    `rule` is what counted in a live call, None where that is not known.
    """

    told: bool | None = None
    how: Telling | None = None
    at_s: float | None = None
    rule: Consent | None = None


class Outcome(StrEnum):
    """How a call ended, as the agent sees it."""

    RESOLVED = "resolved"
    FOLLOW_UP = "follow_up"
    PASSED_ON = "passed_on"
    OPEN = "open"
    BROKEN_OFF = "broken_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What the agent says of a call that is over."""

    outcome: Outcome | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDocument:
    """One ended call; documents of earlier versions know nothing of what has a default."""

    schema: ClassVar[str] = SCHEMA

    call: CallFacts
    turns: tuple[Turn, ...]
    curve: tuple[AngerPoint, ...]
    prompts: tuple[ShownPrompt, ...]
    moves: tuple[AgentMove, ...]
    summary: Summary
    lines: tuple[LineChanged, ...] = ()
    gaps: tuple[AudioGap, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    checklist: tuple[Checked, ...] = ()
    after: After | None = None
    marks: tuple[Marked, ...] = ()
    disclosure: Disclosure = Disclosure()


def document_of(state: CallState) -> CallDocument:
    """The document of an ended call. Raises ValueError when it has not started or not ended."""
    started, ended = state.started, state.ended
    if started is None or ended is None:
        raise ValueError("a call must have started and ended")
    facts = CallFacts(
        id=started.call_id,
        source=started.source,
        started_at=started.started_at,
        duration_s=ended.duration_s,
        agent=started.agent,
        caller=started.caller,
        reference=started.reference,
        model=started.model,
        playbook=started.playbook,
        scorer=started.scorer,
        capture=started.capture,
    )
    curve = tuple(point for point in state.curve if not point.provisional)

    def level(at_s: float) -> float | None:
        return level_at(curve, at_s) if at_s <= ended.duration_s else None

    return CallDocument(
        call=facts,
        turns=state.turns,
        curve=curve,
        prompts=tuple(
            replace(shown, level=level(shown.at_s), level_60s=level(shown.at_s + LATER_S)) for shown in state.prompts
        ),
        moves=state.moves,
        summary=summarise(state, ended.duration_s),
        lines=state.changes,
        gaps=state.gaps,
        held_back=tuple(
            HeldBack(
                at_s=held.at_s,
                rule=held.rule,
                why=held.why,
                level=level(held.at_s),
                level_60s=level(held.at_s + LATER_S),
            )
            for held in state.held_back
        ),
        checklist=tuple(Checked(text=text, done=done) for text, done in state.checked.items()),
        marks=state.marks,
        disclosure=_disclosure(state.disclosed, started.consent),
    )


def _disclosure(disclosed: Disclosed | None, rule: Consent | None) -> Disclosure:
    if disclosed is None:
        return Disclosure(rule=rule)
    at_s = disclosed.at_s if disclosed.told else None
    return Disclosure(told=disclosed.told, how=disclosed.how, at_s=at_s, rule=rule)


def level_at(curve: Sequence[AngerPoint], at_s: float) -> float | None:
    """The caller's level at a second, linear between the points of the curve; None where nothing was scored."""
    if not curve:
        return None
    for before, after in pairwise(curve):
        if before.at_s <= at_s < after.at_s:
            share = (at_s - before.at_s) / (after.at_s - before.at_s)
            return before.level + share * (after.level - before.level)
    return curve[-1].level if at_s >= curve[-1].at_s else 0.0


def begin_of_turn(document: CallDocument | None, number: int) -> float | None:
    """When a turn began, by its number from 1; None where it is not there: a call saved again may have fewer."""
    turns = document.turns if document else ()
    return turns[number - 1].start_s if 0 < number <= len(turns) else None

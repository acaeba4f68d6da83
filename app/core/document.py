"""The call document: everything about an ended call, in the shape that other programs read."""

from dataclasses import dataclass
from typing import ClassVar

from app.core.events import AgentMove, AngerPoint, AudioGap, LineChanged
from app.core.state import CallState, ShownPrompt, Turn
from app.core.summary import Summary, summarise

SCHEMA = "calmline/call/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """Which call this is and what heard it."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDocument:
    """One ended call; documents of earlier versions know nothing of `lines` and `gaps`."""

    schema: ClassVar[str] = SCHEMA

    call: CallFacts
    turns: tuple[Turn, ...]
    curve: tuple[AngerPoint, ...]
    prompts: tuple[ShownPrompt, ...]
    moves: tuple[AgentMove, ...]
    summary: Summary
    lines: tuple[LineChanged, ...] = ()
    gaps: tuple[AudioGap, ...] = ()


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
    )
    return CallDocument(
        call=facts,
        turns=state.turns,
        curve=tuple(point for point in state.curve if not point.provisional),
        prompts=state.prompts,
        moves=state.moves,
        summary=summarise(state, ended.duration_s),
        lines=state.changes,
        gaps=state.gaps,
    )

"""Small calls as events, with figures that can be checked by hand."""

from collections.abc import Iterable
from functools import reduce

from app.core.document import CallDocument, document_of
from app.core.events import (
    AgentMove,
    AngerPoint,
    AudioGap,
    CallEnded,
    CallStarted,
    Channel,
    Checklist,
    Event,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    Phase,
    PromiseMade,
    Prompt,
    PromptHeldBack,
    PromptUsed,
    PromptWithdrawn,
    Stage,
    TextFinal,
    TextPartial,
    Trend,
    WantHeard,
)
from app.core.state import CallState, apply


def started(call_id: str = "c1", started_at: str = "2026-03-04T09:15:00+00:00") -> CallStarted:
    return CallStarted(
        call_id=call_id,
        source="call.wav",
        started_at=started_at,
        agent="Sam",
        caller=None,
        reference=None,
        model="tiny.en",
        playbook="general",
        scorer="calmline",
    )


def said(
    channel: Channel, start_s: float, end_s: float, text: str = "This is what happened.", number: int = 1
) -> TextFinal:
    return TextFinal(number=number, channel=channel, start_s=start_s, end_s=end_s, text=text, confidence=0.9)


def saying(number: int, stable: str, guess: str = "", channel: Channel = Channel.CALLER) -> TextPartial:
    return TextPartial(number=number, channel=channel, start_s=1.0, end_s=2.0, stable=stable, guess=guess)


def felt(at_s: float, level: float, phase: Phase, number: int | None = None, heat: float | None = None) -> AngerPoint:
    return AngerPoint(
        at_s=at_s, level=level, trend=Trend.STEADY, phase=phase, words=("again",), number=number, heat=heat
    )


def prompt(at_s: float, rule: str = "ask", stage: Stage = Stage.ASK) -> Prompt:
    return Prompt(
        at_s=at_s, stage=stage, rule=rule, title="Ask one thing", say="Which card?", because="Hot.", until_s=at_s + 12
    )


def withdrawn(at_s: float, rule: str = "ask", *, followed: bool | None) -> PromptWithdrawn:
    return PromptWithdrawn(rule=rule, at_s=at_s, why="", followed=followed)


def ended(at_s: float) -> CallEnded:
    return CallEnded(at_s=at_s, duration_s=at_s)


def state_of(events: Iterable[Event]) -> CallState:
    return reduce(apply, events, CallState())


def document(*events: Event, call: CallStarted | None = None, duration_s: float = 100.0) -> CallDocument:
    """The document of a call with these events in it."""
    return document_of(state_of([call or started(), *events, ended(duration_s)]))


def whole_call() -> list[Event]:
    """One of everything a document holds."""
    return [
        prompt(0.0, "greet", Stage.OPEN),
        Checklist(at_s=0.0, items=("Greet", "Ask"), done=(False, False)),
        said(Channel.AGENT, 1.0, 4.0, "Good morning, what can I do?"),
        Checklist(at_s=4.0, items=("Greet", "Ask"), done=(True, False)),
        AgentMove(at_s=4.0, move=Move.GREETING, text="Good morning, what can I do?"),
        withdrawn(4.0, "greet", followed=True),
        said(Channel.CALLER, 5.0, 10.0, "I want my money. My card is [card]."),
        felt(10.0, 0.61, Phase.HOT, number=1, heat=0.8),
        WantHeard(at_s=10.0, text="I want my money."),
        prompt(11.2),
        PromptUsed(rule="ask", at_s=11.5),
        PromptHeldBack(rule="name", at_s=11.2, why="other"),
        said(Channel.AGENT, 12.0, 15.0, "I will send it by five.", number=2),
        AgentMove(at_s=15.0, move=Move.COMMITMENT, text="I will send it by five."),
        PromiseMade(at_s=15.0, who="agent", what="I will send it by five.", when="by five"),
        withdrawn(20.0, followed=False),
        felt(30.5, 0.3, Phase.FALLING),
        Marked(kind=Mark.HELP, at_s=32.0),
        LineChanged(channel=Channel.CALLER, state=LineState.HOLD, detected=False, at_s=40.0),
        AudioGap(channel=Channel.AGENT, start_s=41.0, end_s=41.5),
        LineChanged(channel=Channel.CALLER, state=LineState.OPEN, detected=False, at_s=50.0),
    ]

"""Calls and a call store for the tests of the windows."""

from dataclasses import replace

from app.core.document import CallDocument, document_of
from app.core.events import (
    AgentMove,
    AngerPoint,
    AudioGap,
    CallEnded,
    CallStarted,
    Channel,
    Event,
    Health,
    HealthCode,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    Phase,
    PromiseMade,
    Prompt,
    PromptWithdrawn,
    Stage,
    TextFinal,
    TextPartial,
    Trend,
    WantHeard,
)
from app.core.state import CallState, apply

WANT = "I want my money back today."


def started(call_id: str = "call-1", agent: str | None = "Joe") -> CallStarted:
    return CallStarted(
        call_id=call_id,
        source="demo call",
        started_at="2025-11-21T14:05:00",
        agent=agent,
        caller=None,
        reference=None,
        model="tiny.en",
        playbook="standard",
        scorer="words",
    )


def said(number: int, text: str, at_s: float = 0.0, channel: Channel = Channel.CALLER) -> TextFinal:
    return TextFinal(number=number, channel=channel, start_s=at_s, end_s=at_s + 2, text=text, confidence=0.9)


def saying(number: int, text: str, end_s: float = 1.0, channel: Channel = Channel.CALLER) -> TextPartial:
    return TextPartial(number=number, channel=channel, start_s=0.0, end_s=end_s, stable=text, guess="and")


def point(at_s: float, level: float, phase: Phase, trend: Trend = Trend.RISING) -> AngerPoint:
    return AngerPoint(at_s=at_s, level=level, trend=trend, phase=phase)


def moved(by: AngerPoint, number: int, words: str, hundredths: int) -> AngerPoint:
    """A point that an utterance moved by these words."""
    return replace(by, number=number, heat=by.level, words=(words,), by=(hundredths / 100,))


def prompt(stage: Stage = Stage.LISTEN, title: str = "Let it run; note what they want", at_s: float = 10.0) -> Prompt:
    return Prompt(
        at_s=at_s,
        stage=stage,
        rule=stage.value,
        title=title,
        say="Mm-hm.",
        because="third call, getting angrier",
        until_s=at_s + 20,
    )


def withdrawn(stage: Stage, at_s: float, *, followed: bool | None = True) -> PromptWithdrawn:
    return PromptWithdrawn(rule=stage.value, at_s=at_s, why="followed", followed=followed)


def line(state: LineState, at_s: float = 15.0, channel: Channel = Channel.CALLER) -> LineChanged:
    return LineChanged(channel=channel, state=state, detected=True, at_s=at_s)


def trouble(code: HealthCode, advice: str = "Do something.", *, lag_s: float = 0.0) -> Health:
    return Health(code=code, advice=advice, lag_s=lag_s, at_s=9.0)


def over(code: HealthCode) -> Health:
    return Health(code=HealthCode.LISTENING, advice="Fine again.", lag_s=0.0, at_s=20.0, over=code)


def whole_call(call_id: str = "call-1", agent: str | None = "Joe") -> list[Event]:
    """Rises, turns hot, is answered, and comes down."""
    return [
        started(call_id, agent),
        said(1, "How can I help?", 1, Channel.AGENT),
        said(1, "This is the third time I call.", 5),
        moved(point(7, 0.3, Phase.RISING), 1, "third time", 20),
        prompt(Stage.LISTEN, at_s=7),
        said(2, "Nobody is listening to me!", 12),
        WantHeard(at_s=13, text=WANT),
        point(14, 0.7, Phase.HOT),
        withdrawn(Stage.LISTEN, 14, followed=None),
        prompt(Stage.VALIDATE, "Name what happened to them", 14),
        said(2, "Three calls, and still no refund.", 16, Channel.AGENT),
        withdrawn(Stage.VALIDATE, 18),
        said(3, "Yes. Thank you.", 20),
        point(22, 0.4, Phase.FALLING, Trend.FALLING),
        point(40, 0.1, Phase.CALM, Trend.FALLING),
        CallEnded(at_s=60, duration_s=60),
    ]


def wordy_call() -> list[Event]:
    """One in which much is wanted and promised, each in many words."""
    wants = (
        "I want both bikes that your driver left with somebody else back, since we set off on our own bikes tonight.",
        "Then the four hundred and twenty pounds for the hotel that we could not go to, and not as a voucher again.",
    )
    promise = "I ring the depot in Northampton myself, and I ring you back before five to tell you where they are."
    return [
        *whole_call()[:-1],
        *(WantHeard(at_s=42.0 + n, text=want) for n, want in enumerate(wants)),
        PromiseMade(at_s=50.0, who="agent", what=promise, when="before five"),
        *whole_call()[-1:],
    ]


def eventful_call(call_id: str = "call-1") -> CallDocument:
    """A call in which everything happened that a timeline shows."""
    agent = Channel.AGENT
    return document_of(
        state_of(
            [
                *whole_call(call_id)[:-1],
                replace(said(3, "But let me tell you why.", 13, agent), end_s=16),
                AgentMove(at_s=16, move=Move.APOLOGY, text="I am sorry."),
                line(LineState.HOLD, 24),
                line(LineState.OPEN, 36),
                said(4, "Are you still there?", 36),
                line(LineState.MUTED, 40, agent),
                line(LineState.OPEN, 44, agent),
                AudioGap(channel=agent, start_s=46, end_s=49),
                Marked(kind=Mark.HELP, at_s=50),
                line(LineState.PAUSED, 52),
                line(LineState.PAUSED, 52, agent),
                line(LineState.OPEN, 57),
                line(LineState.OPEN, 57, agent),
                CallEnded(at_s=60, duration_s=60),
            ]
        )
    )


def state_of(events: list[Event]) -> CallState:
    state = CallState()
    for event in events:
        state = apply(state, event)
    return state


def document(call_id: str = "call-1", agent: str | None = "Joe") -> CallDocument:
    return document_of(state_of(whole_call(call_id, agent)))

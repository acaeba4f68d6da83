"""Small calls made of real events, for the terminal's tests."""

from collections.abc import Iterable, Sequence
from functools import reduce

from app.core.document import CallDocument, document_of
from app.core.events import (
    AgentMove,
    AngerPoint,
    CallEnded,
    CallStarted,
    Channel,
    Event,
    Health,
    HealthCode,
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

_TRENDS = {Phase.RISING: Trend.RISING, Phase.HOT: Trend.RISING, Phase.FALLING: Trend.FALLING}


def started(*, source: str = "outage.wav", agent: str | None = "Sam") -> CallStarted:
    """Second 0."""
    return CallStarted(
        call_id="c1",
        source=source,
        started_at="2026-03-04T09:15:00+00:00",
        agent=agent,
        caller=None,
        reference=None,
        model="base.en",
        playbook="support",
        scorer="words",
    )


def said(start_s: float, text: str, channel: Channel = Channel.CALLER, *, number: int = 1) -> TextFinal:
    """An utterance that lasts 0.35 s a word."""
    end_s = start_s + 0.35 * len(text.split())
    return TextFinal(number=number, channel=channel, start_s=start_s, end_s=end_s, text=text, confidence=0.9)


def felt(
    at_s: float, level: float, phase: Phase = Phase.CALM, words: tuple[str, ...] = (), *, provisional: bool = False
) -> AngerPoint:
    """A point of the curve."""
    trend = _TRENDS.get(phase, Trend.STEADY)
    return AngerPoint(at_s=at_s, level=level, trend=trend, phase=phase, words=words, provisional=provisional)


def prompted(
    at_s: float,
    title: str = "Let them finish, then sum it up",
    stage: Stage = Stage.LISTEN,
    say: str = "Go on, I am writing this down.",
    because: str = "third call, getting angrier",
) -> Prompt:
    """A card; its rule is named after its stage."""
    return Prompt(at_s=at_s, stage=stage, rule=stage, title=title, say=say, because=because, until_s=at_s + 12)


def withdrawn(prompt: Prompt, at_s: float, *, followed: bool | None) -> PromptWithdrawn:
    """The end of a card."""
    return PromptWithdrawn(rule=prompt.rule, at_s=at_s, why="followed" if followed else "expired", followed=followed)


def ended(at_s: float) -> CallEnded:
    """The end of a call."""
    return CallEnded(at_s=at_s, duration_s=at_s)


def document(events: Iterable[Event]) -> CallDocument:
    """The document that these events lead to."""
    return document_of(reduce(apply, events, CallState()))


def angry_call() -> Sequence[Event]:
    """A call that rises to anger and comes down, with three prompts of which one was followed."""
    listen = prompted(17.0)
    validate = prompted(
        41.0,
        "Name what this cost them",
        Stage.VALIDATE,
        "Two weeks without internet, and you work from home. That is not acceptable.",
        "two weeks, works from home, very angry",
    )
    resolve = prompted(64.0, "Offer one next step with a time", Stage.RESOLVE, "", "calming down")
    return [
        started(),
        Health(code=HealthCode.LISTENING, advice="Listening.", lag_s=0.0, at_s=0.0),
        said(1.0, "Good morning, this is Sam at Northline, how can I help you today?", Channel.AGENT),
        TextPartial(number=1, channel=Channel.CALLER, start_s=6.0, end_s=8.0, stable="Hi my", guess="internet has"),
        said(
            6.0,
            "Hi. My internet has been down for two weeks now and this is the third time that I am calling about it.",
        ),
        felt(13.7, 0.34, Phase.RISING, ("third time", "two weeks")),
        listen,
        said(18.0, "Okay, have you tried restarting the router?", Channel.AGENT, number=2),
        AgentMove(at_s=20.0, move=Move.CLOSED_QUESTION, text="have you tried restarting the router?"),
        said(
            21.5,
            "Are you serious? Every single time somebody asks me that. It is ridiculous, nobody listens!",
            number=2,
        ),
        felt(27.0, 0.58, Phase.HOT, ("ridiculous", "nobody listens")),
        withdrawn(listen, 29.0, followed=False),
        felt(34.0, 0.55, Phase.HOT),
        said(
            30.0, "I work from home. I am losing money every day because of you people. I want a refund, now!", number=3
        ),
        WantHeard(at_s=36.6, text="I want a refund, now!"),
        felt(36.6, 0.86, Phase.HOT, ("losing money", "you people")),
        validate,
        said(
            43.02,
            "Two weeks without internet while you work from home, I am sorry, that is not acceptable. [card] is kept.",
            Channel.AGENT,
            number=3,
        ),
        withdrawn(validate, 50.0, followed=True),
        said(52.0, "Well. Thank you. It has just been exhausting.", number=4),
        felt(55.0, 0.4, Phase.FALLING, ("thank you",)),
        resolve,
        said(66.0, "I will send an engineer tomorrow before noon and refund the two weeks.", Channel.AGENT, number=4),
        PromiseMade(
            at_s=70.5, who="agent", what="I will send an engineer tomorrow before noon.", when="tomorrow before noon"
        ),
        said(72.0, "Great, that helps. Thanks.", number=5),
        felt(73.5, 0.15, Phase.CALM),
        felt(90.0, 0.12, Phase.CALM),
        withdrawn(resolve, 92.0, followed=None),
        ended(95.0),
    ]

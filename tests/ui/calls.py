"""Calls and a call store for the tests of the windows."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.core.document import CallDocument, document_of
from app.core.errors import StoreError
from app.core.events import (
    AngerPoint,
    CallEnded,
    CallStarted,
    Channel,
    Event,
    Health,
    HealthCode,
    LineChanged,
    LineState,
    Phase,
    Prompt,
    PromptWithdrawn,
    Stage,
    TextFinal,
    TextPartial,
    Trend,
    WantHeard,
)
from app.core.keeping import Days, Due, StoredCall, due, held
from app.core.ports import CallRow
from app.core.state import CallState, apply
from app.core.wordless import figures_alone, has_words

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


def state_of(events: list[Event]) -> CallState:
    state = CallState()
    for event in events:
        state = apply(state, event)
    return state


def document(call_id: str = "call-1", agent: str | None = "Joe") -> CallDocument:
    return document_of(state_of(whole_call(call_id, agent)))


def row_of(kept: CallDocument) -> CallRow:
    return CallRow(
        call_id=kept.call.id,
        started_at=kept.call.started_at,
        source=kept.call.source,
        agent=kept.call.agent,
        duration_s=kept.call.duration_s,
        peak_level=kept.summary.peak_level,
        end_level=kept.summary.end_level,
        escalations=kept.summary.escalations,
        has_words=has_words(kept),
    )


@dataclass
class MemoryStore:
    """A call store that forgets everything with the test; `is_away` stands for a database that cannot be reached."""

    documents: dict[str, CallDocument] = field(default_factory=dict)
    is_away: bool = False
    held: frozenset[str] = frozenset()

    def save(self, document: CallDocument) -> None:
        self._reach()
        self.documents[document.call.id] = document

    def amend(self, document: CallDocument) -> None:
        if document.call.id in self.documents:
            self.save(document)

    def rows(self) -> list[CallRow]:
        self._reach()
        return [replace(row_of(kept), is_held=kept.call.id in self.held) for kept in reversed(self.documents.values())]

    def load(self, call_id: str) -> CallDocument:
        self._reach()
        if call_id not in self.documents:
            raise StoreError("This call is not in the store.", "Choose another one.")
        return self.documents[call_id]

    def delete(self, *call_ids: str) -> None:
        self._reach()
        for call_id in self.held.intersection(call_ids):
            raise held(call_id)
        for call_id in call_ids:
            self.documents.pop(call_id, None)

    def in_copies(self) -> set[str]:
        return set()

    def hold(self, call_id: str, *, wanted: bool) -> None:
        self.load(call_id)
        self.held = self.held | {call_id} if wanted else self.held - {call_id}

    def purge(self, now: datetime, days: Days, *, may_go_on: Callable[[], bool] = lambda: True) -> Due:
        gone = due(self.kept(), now, days) if may_go_on() else Due()
        for call_id in gone.words:
            self.documents[call_id] = figures_alone(self.documents[call_id])
        for call_id in gone.whole:
            del self.documents[call_id]
        return gone

    def kept(self) -> list[StoredCall]:
        return [
            StoredCall(call_id=row.call_id, started_at=row.started_at, has_words=row.has_words, is_held=row.is_held)
            for row in self.rows()
        ]

    def close(self) -> None:
        self.documents.clear()

    def _reach(self) -> None:
        if self.is_away:
            raise StoreError("The call store cannot be reached.", "Ask who looks after the database.")

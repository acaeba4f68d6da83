"""Does what the assistant asks for: hands requests to the engine, has words judged, and tells what happened."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.core.breath import in_breath
from app.core.events import Event, Move
from app.core.ports import DangerReader, Heat, MoveReader, MovesRequest, Scorer, ScoreRequest, TranscribeRequest

if TYPE_CHECKING:
    from app.core.assistant import CallAssistant, Outcome

Emit = Callable[[Event], None]
Submit = Callable[[TranscribeRequest], None]


@dataclass(frozen=True, slots=True)
class Judges:
    """Who judges what the caller says, who reads what the agent does, and who hears danger, if anybody does."""

    scorer: Scorer
    reader: MoveReader
    dangers: DangerReader | None = None

    def heat(self, request: ScoreRequest) -> Heat:
        """Heat of the utterance that is asked about; its signals name danger too."""
        heat = self._heat(request)
        danger = self.dangers.read(request.text) if self.dangers else None
        if danger is None or danger in heat.signals:
            return heat
        return replace(heat, signals=(*heat.signals, str(danger)))

    def _heat(self, request: ScoreRequest) -> Heat:
        if not request.before:
            return self.scorer.score(request.text)
        whole = self.scorer.score(" ".join((*request.before, request.text)))
        return in_breath(whole, self.scorer.score(request.text), len(request.before))

    def moves(self, request: MovesRequest) -> list[frozenset[Move]]:
        """The moves of each sentence that is asked about."""
        return [self.reader.read(sentence) for sentence in request.sentences]


def perform(
    outcomes: "Iterable[Outcome]", assistant: "CallAssistant", judges: Judges, *, submit: Submit, emit: Emit
) -> None:
    """Perform outcomes in order; what a judgement leads to comes after what was there before."""
    waiting = deque(outcomes)
    while waiting:
        outcome = waiting.popleft()
        match outcome:
            case TranscribeRequest():
                submit(outcome)
            case ScoreRequest():
                waiting.extend(assistant.judge(outcome, judges.heat(outcome)))
            case MovesRequest():
                waiting.extend(assistant.note_moves(outcome, judges.moves(outcome)))
            case _:
                emit(outcome)

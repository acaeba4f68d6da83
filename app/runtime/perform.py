"""Does what the assistant asks for: hands requests to the engine, has words judged, and tells what happened."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.core.assistant import CallAssistant, Outcome
from app.core.events import Event
from app.core.ports import MoveReader, MovesRequest, Scorer, ScoreRequest, TranscribeRequest

Emit = Callable[[Event], None]
Submit = Callable[[TranscribeRequest], None]


@dataclass(frozen=True, slots=True)
class Judges:
    """Who judges what the caller says, and who reads what the agent does."""

    scorer: Scorer
    reader: MoveReader


def perform(
    outcomes: Iterable[Outcome], assistant: CallAssistant, judges: Judges, *, submit: Submit, emit: Emit
) -> None:
    """Perform outcomes in order; what a judgement leads to comes after what was there before."""
    waiting = deque(outcomes)
    while waiting:
        outcome = waiting.popleft()
        match outcome:
            case TranscribeRequest():
                submit(outcome)
            case ScoreRequest():
                waiting.extend(assistant.judge(outcome, judges.scorer.score(outcome.text)))
            case MovesRequest():
                moves = [judges.reader.read(sentence) for sentence in outcome.sentences]
                waiting.extend(assistant.note_moves(outcome, moves))
            case _:
                emit(outcome)

"""Does what the assistant asks for: hands requests to the engine, has words judged, and tells what happened."""

from collections import deque
from collections.abc import Callable, Iterable

from app.core.assistant import CallAssistant, Outcome
from app.core.events import Event
from app.core.ports import Scorer, ScoreRequest, TranscribeRequest

Emit = Callable[[Event], None]
Submit = Callable[[TranscribeRequest], None]


def perform(
    outcomes: Iterable[Outcome], assistant: CallAssistant, scorer: Scorer, *, submit: Submit, emit: Emit
) -> None:
    """Perform outcomes in order; what a judgement leads to comes after what was there before."""
    waiting = deque(outcomes)
    while waiting:
        outcome = waiting.popleft()
        match outcome:
            case TranscribeRequest():
                submit(outcome)
            case ScoreRequest():
                waiting.extend(assistant.judge(outcome, scorer.score(outcome.text)))
            case _:
                emit(outcome)

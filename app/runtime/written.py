"""Judges written dialogues with the same core that hears calls."""

from collections.abc import Iterator, Sequence

from app.core.conversation import Conversation, Vocabulary
from app.core.dialogue import Judged, Line, facts_of, timed
from app.core.events import AngerPoint, Channel, Event
from app.core.playbook import Playbook
from app.core.ports import MovesRequest, ScoreRequest
from app.runtime.perform import Judges


def judge_dialogue(lines: Sequence[Line], judges: Judges, playbook: Playbook, vocabulary: Vocabulary) -> list[Judged]:
    """Judge one dialogue line by line."""
    conversation = Conversation(playbook, vocabulary)
    conversation.start()
    return [_judged(conversation, line, number, judges) for number, line in enumerate(timed(lines), start=1)]


def _judged(conversation: Conversation, line: Line, number: int, judges: Judges) -> Judged:
    events = tuple(_events(conversation, line, number, judges))
    point = next((event for event in events if isinstance(event, AngerPoint) and event.number == number), None)
    if line.speaker is not Channel.CALLER:
        return Judged(text=line.text, heat=None, level=None, events=events)
    heat, level = (point.heat, point.level) if point else (0.0, conversation.level)
    return Judged(text=line.text, heat=heat, level=level, events=events)


def _events(conversation: Conversation, line: Line, number: int, judges: Judges) -> Iterator[Event]:
    for fact in facts_of(line, number):
        for outcome in conversation.happen(fact):
            match outcome:
                case ScoreRequest():
                    yield from conversation.judge(outcome, judges.heat(outcome))
                case MovesRequest():
                    yield from conversation.note_moves(outcome, judges.moves(outcome))
                case _:
                    yield outcome

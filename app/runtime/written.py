"""Judges written dialogues with the same core that hears calls."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from app.core.chronicle import Fact
from app.core.conversation import Conversation, Vocabulary
from app.core.dialogue import Judged, Line, facts_of, timed
from app.core.events import AngerPoint, Channel, Event, Move
from app.core.playbook import Playbook
from app.core.ports import Heat, MovesRequest, ScoreRequest
from app.runtime.perform import Judges


class Answers(Protocol):
    """Answers what a conversation asks for."""

    def heat(self, request: ScoreRequest) -> Heat:
        """Heat of the utterance that is asked about."""
        ...

    def moves(self, request: MovesRequest) -> list[frozenset[Move]]:
        """The moves of each sentence that is asked about."""
        ...


def judge_dialogue(lines: Sequence[Line], judges: Judges, playbook: Playbook, vocabulary: Vocabulary) -> list[Judged]:
    """Judge one dialogue line by line."""
    conversation = Conversation(playbook, vocabulary)
    conversation.start()
    lines = timed(lines, vocabulary.tagger)
    return [_judged(conversation, line, number, judges) for number, line in enumerate(lines, start=1)]


def _judged(conversation: Conversation, line: Line, number: int, judges: Judges) -> Judged:
    events = tuple(hold(conversation, facts_of(line, number), judges))
    point = next((event for event in events if isinstance(event, AngerPoint) and event.number == number), None)
    if line.speaker is not Channel.CALLER:
        return Judged(text=line.text, heat=None, level=None, events=events)
    heat, level = (point.heat, point.level) if point else (0.0, conversation.level)
    return Judged(text=line.text, heat=heat, level=level, events=events)


def hold(conversation: Conversation, facts: Iterable[Fact], judges: Answers) -> Iterator[Event]:
    """Tell a conversation facts in order, and answer what it asks for."""
    for fact in facts:
        for outcome in conversation.happen(fact):
            match outcome:
                case ScoreRequest():
                    yield from conversation.judge(outcome, judges.heat(outcome))
                case MovesRequest():
                    yield from conversation.note_moves(outcome, judges.moves(outcome))
                case _:
                    yield outcome

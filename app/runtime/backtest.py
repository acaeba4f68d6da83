"""What a playbook would have shown in calls that were held with another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.core.conversation import Conversation, Vocabulary
from app.core.document import CallDocument
from app.core.events import AngerPoint, Channel, Event, Move, Phase, Prompt
from app.core.playbook import Playbook
from app.core.ports import Heat, MovesRequest, ScoreRequest
from app.core.replay import facts_of
from app.runtime.perform import Judges
from app.runtime.written import hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """A prompt that would have been shown: in which call, when, in which phase; whether the call never left calm."""

    rule: str
    call_id: str
    at_s: float
    phase: Phase
    in_calm_call: bool


class Backtest:
    """Replays ended calls: how hot their lines were is as it was judged then, words are read anew."""

    def __init__(self, judges: Judges, vocabulary: Vocabulary) -> None:
        self._judges = judges
        self._vocabulary = vocabulary

    def firings(self, document: CallDocument, playbook: Playbook) -> list[Firing]:
        """The prompts of one call with a playbook."""
        events = list(self.events(document, playbook))
        points = [event for event in events if isinstance(event, AngerPoint)]
        is_calm = all(point.phase is Phase.CALM for point in points)
        found: list[Firing] = []
        phase = Phase.CALM
        for event in events:
            if isinstance(event, AngerPoint):
                phase = event.phase
            if isinstance(event, Prompt):
                found.append(
                    Firing(
                        rule=event.rule,
                        call_id=document.call.id,
                        at_s=event.at_s,
                        phase=phase,
                        in_calm_call=is_calm,
                    )
                )
        return found

    def events(self, document: CallDocument, playbook: Playbook) -> Iterator[Event]:
        """What would have happened in a call; nothing where both voices are on one channel."""
        if any(turn.channel is Channel.UNKNOWN for turn in document.turns):
            return
        conversation = Conversation(playbook, self._vocabulary)
        yield from conversation.start()
        yield from hold(conversation, facts_of(document), _AsThen(self._judges, document))
        yield from conversation.finish(document.call.duration_s)


class _AsThen:
    """Judges words anew, but how hot a line is as it was judged in the call."""

    def __init__(self, judges: Judges, document: CallDocument) -> None:
        self._judges = judges
        callers = (turn for turn in document.turns if turn.channel is Channel.CALLER)
        self._heats = {(turn.start_s, turn.end_s): turn.heat for turn in callers}

    def heat(self, request: ScoreRequest) -> Heat:
        """The signals of now and the heat of then, where it is known."""
        read, then = self._judges.heat(request), self._heats.get((request.start_s, request.end_s))
        return read if then is None else replace(read, value=then)

    def moves(self, request: MovesRequest) -> list[frozenset[Move]]:
        """The moves as they are read now."""
        return self._judges.moves(request)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """How often a rule fires in the calls of a backtest, beside how often it does in the set of now."""

    rule: str
    count: int
    count_now: int
    by_phase: dict[Phase, int]
    in_calm_calls: int
    moments: tuple[tuple[str, float], ...]


def counted(rules: Sequence[str], firings: Sequence[Firing], now: Sequence[Firing]) -> list[RuleCount]:
    """One count for each rule, in their order; those that only the set of now knows come last."""
    names = dict.fromkeys([*rules, *(firing.rule for firing in now)])
    return [_count(name, [one for one in firings if one.rule == name], now) for name in names]


def _count(rule: str, own: Sequence[Firing], now: Sequence[Firing]) -> RuleCount:
    phases = [firing.phase for firing in own]
    return RuleCount(
        rule=rule,
        count=len(own),
        count_now=sum(firing.rule == rule for firing in now),
        by_phase={phase: phases.count(phase) for phase in Phase if phase in phases},
        in_calm_calls=sum(firing.in_calm_call for firing in own),
        moments=tuple((firing.call_id, firing.at_s) for firing in own),
    )

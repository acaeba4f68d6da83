"""Calls told as facts, the way two heard channels would tell them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.core.chronicle import TICK_S, Fact, Overheard, SpeechEnded, SpeechStarted, Tick
from app.core.conversation import Conversation, Request, Vocabulary
from app.core.events import Channel, Event, Move, TextFinal, TextPartial
from app.core.moves import AgentWords
from app.core.phrases import Phrases
from app.core.playbook import Playbook
from app.core.ports import Heat, MovesRequest, ScoreRequest
from app.core.presence import BREATH_S, VoiceChanged

VOCABULARY = Vocabulary(
    agent=AgentWords(
        phrases={
            Move.APOLOGY: Phrases(["sorry"]),
            Move.COMMITMENT: Phrases(["i will"]),
            Move.OPEN_QUESTION: Phrases(["^ what"]),
        },
        unless={},
        times=Phrases(["tomorrow", "by five"]),
    ),
    wants=Phrases(["i want"]),
    facts={"count": Phrases(["third time"]), "thing": Phrases(["refund"])},
    reasons={"repeat_contact": "third call", "unheard": "not heard", "outrage": "has had enough"},
)


@dataclass(frozen=True)
class Says:
    """Somebody speaks from `start_s` to `end_s`."""

    channel: Channel
    start_s: float
    end_s: float
    text: str
    confidence: float = 0.9


def caller(start_s: float, end_s: float, text: str = "This is what happened to me.", confidence: float = 0.9) -> Says:
    return Says(Channel.CALLER, start_s, end_s, text, confidence)


def agent(start_s: float, end_s: float, text: str = "Let me have a look.") -> Says:
    return Says(Channel.AGENT, start_s, end_s, text)


Voice = SpeechStarted | SpeechEnded | Tick


def facts(said: Sequence[Says], until_s: float) -> list[Voice | TextFinal]:
    """Voices, ticks and words in order of time; where they coincide, words come first."""
    timed: list[tuple[float, int, Voice | TextFinal]] = []
    for number, line in enumerate(said, start=1):
        started = SpeechStarted(channel=line.channel, at_s=line.start_s)
        ended = SpeechEnded(channel=line.channel, start_s=line.start_s, at_s=line.end_s)
        final = TextFinal(
            number=number,
            channel=line.channel,
            start_s=line.start_s,
            end_s=line.end_s,
            text=line.text,
            confidence=line.confidence,
        )
        timed += [(line.start_s, 2, started), (line.end_s, 0, final), (line.end_s, 1, ended)]
    timed += [(n * TICK_S, 3, Tick(at_s=n * TICK_S)) for n in range(1, int(until_s / TICK_S) + 1)]
    return [fact for _, _, fact in sorted(timed, key=lambda entry: entry[:2])]


def heats(table: Mapping[str, Heat]) -> Callable[[str], Heat]:
    """A scorer that knows some words: an utterance is as hot as the first of them that it contains."""

    def heat_of(text: str) -> Heat:
        return next((heat for words, heat in table.items() if words in text), Heat(value=0.0))

    return heat_of


NO_HEAT = heats({})

FACTS_LATE_S = 0.5
"""So long after what they tell of facts come in a live call."""


def answered(
    conversation: Conversation, outcome: Event | Request, heat_of: Callable[[str], Heat] = NO_HEAT
) -> list[Event]:
    """What follows from an outcome, once what it asks for has been answered."""
    match outcome:
        case ScoreRequest():
            return conversation.judge(outcome, heat_of(outcome.text))
        case MovesRequest():
            return conversation.note_moves(outcome, [VOCABULARY.agent.read(one) for one in outcome.sentences])
        case _:
            return [outcome]


def hold_live(
    playbook: Playbook,
    said: Sequence[Says],
    until_s: float,
    heat_of: Callable[[str], Heat] = NO_HEAT,
    *,
    known_share: float,
    delay_s: float,
) -> list[Event]:
    """Hold the conversation as a live call does.

    When a share of a caller's line is over, so many of its words are stable; finals come some seconds after its end.
    """
    conversation = Conversation(playbook, VOCABULARY, live=True)
    events = conversation.start()
    for happening in _as_they_come(said, until_s, known_share, delay_s):
        if isinstance(happening, TextPartial):
            for request in conversation.glimpse(happening):
                events += conversation.foresee(request, heat_of(request.text))
            continue
        if isinstance(happening, Heard):
            events += conversation.overhear(happening.change)
            continue
        for outcome in conversation.happen(happening):
            events += answered(conversation, outcome, heat_of)
    return events + conversation.finish(until_s + delay_s)


@dataclass(frozen=True)
class Heard:
    """What is overheard in a live call."""

    change: Overheard


def overheard(fact: Voice) -> Overheard:
    """A fact as it is overheard: the end of a voice once it has paused."""
    if isinstance(fact, Tick):
        return fact
    speaks = isinstance(fact, SpeechStarted)
    known_s = fact.at_s if speaks else fact.at_s + BREATH_S
    return VoiceChanged(channel=fact.channel, speaks=speaks, at_s=fact.at_s, known_s=known_s)


def _as_they_come(
    said: Sequence[Says], until_s: float, known_share: float, delay_s: float
) -> list[Fact | TextPartial | Heard]:
    timed: list[tuple[float, int, Fact | TextPartial | Heard]] = []
    for fact in facts(said, until_s):
        if isinstance(fact, TextFinal):
            timed.append((fact.end_s + FACTS_LATE_S + delay_s, 1, fact))
            continue
        timed.append((fact.at_s + FACTS_LATE_S, 1, fact))
        change = overheard(fact)
        timed.append((change.known_s if isinstance(change, VoiceChanged) else fact.at_s, 1, Heard(change)))
    for number, line in enumerate(said, start=1):
        if line.channel is Channel.CALLER:
            words = line.text.split()
            known_s = line.start_s + known_share * (line.end_s - line.start_s)
            partial = TextPartial(
                number=number,
                channel=line.channel,
                start_s=line.start_s,
                end_s=known_s,
                stable=" ".join(words[: round(known_share * len(words))]),
                guess="",
            )
            timed.append((known_s + delay_s / 2, 0, partial))
    return [happening for _, _, happening in sorted(timed, key=lambda entry: entry[:2])]


def hold(
    playbook: Playbook, said: Sequence[Says], until_s: float, heat_of: Callable[[str], Heat] = NO_HEAT
) -> list[Event]:
    """Hold the conversation to its end."""
    conversation = Conversation(playbook, VOCABULARY)
    events = conversation.start()
    for fact in facts(said, until_s):
        for outcome in conversation.happen(fact):
            events += answered(conversation, outcome, heat_of)
    return events + conversation.finish(until_s)

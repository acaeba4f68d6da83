"""An ended call as the facts that it once was, to be judged by another playbook."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator

from app.core.chronicle import TICK_S, Fact, SpeechEnded, SpeechStarted, Tick
from app.core.document import CallDocument
from app.core.events import Channel, TextFinal
from app.core.state import Turn

_Timed = tuple[float, int, int, Fact]


def facts_of(document: CallDocument) -> Iterator[Fact]:
    """Voices, words, changes of the lines and time of a call, in order."""
    ticks = int(document.call.duration_s / TICK_S)
    streams: list[Iterable[_Timed]] = [
        ((change.at_s, 0, 0, change) for change in document.lines),
        sorted(_of_turns(document.turns), key=lambda timed: timed[:3]),
        ((number * TICK_S, 4, number, Tick(at_s=number * TICK_S)) for number in range(1, ticks + 1)),
    ]
    return (fact for _, _, _, fact in heapq.merge(*streams, key=lambda timed: timed[:3]))


def _of_turns(turns: Iterable[Turn]) -> Iterator[_Timed]:
    numbers: Counter[Channel] = Counter()
    for place, turn in enumerate(turns):
        numbers[turn.channel] += 1
        yield turn.start_s, 1, place, SpeechStarted(channel=turn.channel, at_s=turn.start_s)
        ended = SpeechEnded(channel=turn.channel, start_s=turn.start_s, at_s=turn.end_s, line=turn.line)
        yield turn.end_s, 2, place, ended
        yield (
            turn.end_s,
            3,
            place,
            TextFinal(
                number=numbers[turn.channel],
                channel=turn.channel,
                start_s=turn.start_s,
                end_s=turn.end_s,
                text=turn.text,
                confidence=turn.confidence,
                line=turn.line,
            ),
        )

"""Written dialogues: lines with or without times become the facts that a spoken call would give."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.chronicle import TICK_S, Fact, SpeechEnded, SpeechStarted, Tick
from app.core.events import Channel, Event, TextFinal
from app.core.masking import Said, Tagger, masked

WORD_S = 0.4
BETWEEN_LINES_S = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a dialogue; times in seconds of the call."""

    speaker: Channel
    text: str
    start_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A line with its masked text; heat and level are None on agent lines."""

    text: str
    heat: float | None
    level: float | None
    events: tuple[Event, ...]


def timed(lines: Sequence[Line], tagger: Tagger | None = None) -> list[Line]:
    """Masked lines with times: 0.4 s a word and 0.7 s between lines where none are given."""
    said: list[Said] = []
    clock_s = 0.0
    for line in lines:
        start_s = clock_s if line.start_s is None else line.start_s
        end_s = start_s + WORD_S * max(1, len(line.text.split())) if line.end_s is None else max(start_s, line.end_s)
        said.append(Said(line.speaker, line.text, start_s, end_s))
        clock_s = end_s + BETWEEN_LINES_S
    return [
        Line(speaker=one.channel, text=text, start_s=one.start_s, end_s=one.end_s)
        for one, text in zip(said, masked(said, tagger), strict=True)
    ]


def facts_of(line: Line, number: int) -> Iterator[Fact]:
    """What a spoken call would have told about a timed line."""
    start_s, end_s = line.start_s or 0.0, line.end_s or 0.0
    yield SpeechStarted(channel=line.speaker, at_s=start_s)
    for tick in range(int(start_s / TICK_S) + 1, int(end_s / TICK_S) + 1):
        yield Tick(at_s=tick * TICK_S)
    yield SpeechEnded(channel=line.speaker, start_s=start_s, at_s=end_s)
    yield TextFinal(number=number, channel=line.speaker, start_s=start_s, end_s=end_s, text=line.text, confidence=1.0)

"""Figures about who speaks when."""

from collections.abc import Sequence
from typing import Protocol

INTERRUPTION_OVERLAP_S = 0.7
INTERRUPTION_WORDS = 3
_HEAD_START_S = 0.3


class Spoken(Protocol):
    """One utterance: its voice from `start_s` to `end_s`, and its words."""

    @property
    def start_s(self) -> float: ...
    @property
    def end_s(self) -> float: ...
    @property
    def text(self) -> str: ...


def interrupts(spoken: Spoken, others: Sequence[tuple[float, float]]) -> bool:
    """Whether an utterance begins while the other side is speaking and goes on over them.

    `others` are the (start, end) seconds of the other side's speech. Short backchannels ("mm-hm", "right") do not
    count: it takes 0.7 s of overlap and three words.
    """
    if len(spoken.text.split()) < INTERRUPTION_WORDS:
        return False
    return any(
        start < spoken.start_s - _HEAD_START_S and min(end, spoken.end_s) - spoken.start_s >= INTERRUPTION_OVERLAP_S
        for start, end in others
    )


def union(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans joined where they touch or overlap, in order."""
    joined: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def total(spans: Sequence[tuple[float, float]]) -> float:
    """Seconds in all, of spans that do not overlap."""
    return sum(end - start for start, end in spans)


def gaps(spans: Sequence[tuple[float, float]], duration_s: float) -> list[tuple[float, float]]:
    """Stretches without any span in 0..`duration_s`, in order."""
    edges = [0.0, *[edge for span in union(spans) for edge in span], duration_s]
    between = zip(edges[::2], edges[1::2], strict=True)
    return [(start, end) for start, end in between if end > start]


def longest_gap(spans: Sequence[tuple[float, float]], duration_s: float) -> float:
    """Longest stretch without any span in 0..`duration_s`."""
    return max((end - start for start, end in gaps(spans, duration_s)), default=0.0)


def overlaps(some: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where spans of both lie, in order; each of the two has none that overlap."""
    both = [(max(start, begin), min(end, stop)) for start, end in some for begin, stop in others]
    return sorted((start, end) for start, end in both if end > start)


def clipped(spans: Sequence[tuple[float, float]], start_s: float, end_s: float) -> list[tuple[float, float]]:
    """What of spans lies between two seconds."""
    return overlaps(spans, [(start_s, end_s)])

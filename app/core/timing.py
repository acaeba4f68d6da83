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


def longest_gap(spans: Sequence[tuple[float, float]], duration_s: float) -> float:
    """Longest stretch without any span in 0..`duration_s`."""
    edges = [0.0, *[edge for span in union(spans) for edge in span], duration_s]
    return max((max(0.0, edges[i + 1] - edges[i]) for i in range(0, len(edges), 2)), default=0.0)

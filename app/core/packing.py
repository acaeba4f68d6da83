"""Requests of a recording put together into windows, and the words of a window given back to them."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, TranscribeRequest

_BYTES_PER_S = SAMPLE_RATE_HZ * SAMPLE_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedWord:
    """A word with the space before it, its seconds in the window, and the mean probability (0..1) of its tokens."""

    text: str
    start_s: float
    end_s: float
    probability: float


@dataclass(frozen=True, slots=True)
class Window:
    """Requests of one channel, the sound of each behind that of the one before."""

    requests: tuple[TranscribeRequest, ...]

    @property
    def pcm(self) -> bytes:
        """All of the sound."""
        return b"".join(request.audio for request in self.requests)

    @property
    def duration_s(self) -> float:
        """How long that is."""
        return sum(map(_seconds, self.requests))

    def parted(self, words: Iterable[TimedWord]) -> list[list[TimedWord]]:
        """The words of each request: a word belongs where its middle lies."""
        ends = list(accumulate(map(_seconds, self.requests)))
        parts: list[list[TimedWord]] = [[] for _ in self.requests]
        for word in words:
            place = bisect_right(ends, (word.start_s + word.end_s) / 2)
            parts[min(place, len(parts) - 1)].append(word)
        return parts


def windows_of(requests: Sequence[TranscribeRequest], longest_s: float) -> list[Window]:
    """Windows of about the same length, none longer than that unless a single request is; channels are not mixed."""
    by_channel = sorted(requests, key=lambda request: request.channel)
    return [
        window
        for _, said in groupby(by_channel, key=lambda request: request.channel)
        for window in _of_channel(list(said), longest_s)
    ]


def _of_channel(requests: Sequence[TranscribeRequest], longest_s: float) -> Iterable[Window]:
    whole_s = sum(map(_seconds, requests))
    even_s = whole_s / max(1, math.ceil(whole_s / longest_s))
    window: list[TranscribeRequest] = []
    window_s = 0.0
    for request in requests:
        seconds = _seconds(request)
        if window and (window_s + seconds > longest_s or window_s + seconds / 2 > even_s):
            yield Window(tuple(window))
            window, window_s = [], 0.0
        window.append(request)
        window_s += seconds
    if window:
        yield Window(tuple(window))


def _seconds(request: TranscribeRequest) -> float:
    return len(request.audio) / _BYTES_PER_S

"""Facts on their way out: words are masked here, and wait with all behind them while a number in them is not known."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from app.core.chronicle import Fact, Happening, SpeechStarted
from app.core.events import Channel, LineChanged, LineState, TextFinal
from app.core.masking import RunningMask

_CLOSING = frozenset({LineState.MUTED, LineState.PAUSED, LineState.HOLD})
"""Once such a thing is on a line, nothing said before is waited upon any longer than its words take."""


class Withheld:
    """Give it facts in order of time, words as they come; take out those that are due.

    What is due when depends on the facts alone, however late words come: a number is done when time has passed behind
    it, and everybody who began to speak before then has been understood.
    """

    def __init__(self, channels: tuple[Channel, ...], mask: RunningMask) -> None:
        self._mask = mask
        self._facts: deque[Fact] = deque()
        self._texts: deque[str] = deque()
        self._unread: dict[Channel, deque[float]] = {channel: deque() for channel in channels}
        self._now_s = 0.0
        self._closed_s = inf

    def take(self, fact: Happening) -> None:
        """The next fact that is no words."""
        self._now_s = max(self._now_s, fact.at_s)
        if isinstance(fact, SpeechStarted):
            self._unread[fact.channel].append(fact.at_s)
        if isinstance(fact, LineChanged) and fact.state in _CLOSING:
            self._closed_s = min(self._closed_s, fact.at_s)
        self._facts.append(fact)
        self._decide()

    def read(self, final: TextFinal) -> None:
        """The next words, as they were heard."""
        self._decide()
        self._facts.append(final)
        self._texts += self._mask.read(final.channel, final.text, final.start_s, final.end_s)
        self._unread[final.channel].popleft()
        self._decide()

    def finish(self) -> None:
        """The call is over, and all words that will come have been read."""
        self._texts += self._mask.finish()

    def due(self) -> Iterator[Fact]:
        """Facts that wait for nothing, words masked."""
        while self._facts:
            fact = self._facts[0]
            if isinstance(fact, TextFinal):
                if not self._texts:
                    return
                fact = replace(fact, text=self._texts.popleft())
            self._facts.popleft()
            yield fact

    def _decide(self) -> None:
        certain_s = min([self._now_s, *(starts[0] for starts in self._unread.values() if starts)])
        self._texts += self._mask.decide(certain_s)
        if certain_s >= self._closed_s:
            self._closed_s = inf
            self._texts += self._mask.finish()

"""Masking of a whole call, utterance by utterance, of both sides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.core.events import Channel
from app.core.masking.context import Context, Found, Tail, hidden
from app.core.masking.finding import find, may_hide
from app.core.masking.guard import Guard, with_open
from app.core.masking.tagger import Tagger
from app.core.masking.tagging import Tags

_SAME_NUMBER_S = 8.0
_REMEMBERED = 16


@dataclass(frozen=True, slots=True)
class _Memory:
    """What is being asked for in the call, and the number that each side was saying last."""

    context: Context = field(default_factory=Context)
    tails: Mapping[Channel, Tail] = field(default_factory=dict)
    tags: Tags | None = None

    def find(self, channel: Channel, text: str, start_s: float) -> Found:
        tail = self.tails.get(channel, Tail())
        if start_s - tail.end_s > _SAME_NUMBER_S:
            tail = Tail()
        context = self.context.carried(start_s)
        found = find(text, context, tail, channel)
        return self.tags.weighed(found, channel, context.topic) if self.tags else found

    def after(self, channel: Channel, found: Found, end_s: float) -> "_Memory":
        context = replace(found.context, at_s=end_s if found.context.turns == 0 else found.context.at_s)
        is_new = found.context.topic not in {self.context.topic, None}
        tails = {} if is_new else self.tails
        tags = self.tags.after(found, channel) if self.tags else None
        return _Memory(context, {**tails, channel: replace(found.tail, end_s=end_s)}, tags)


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said; times in seconds of the call."""

    channel: Channel
    text: str
    start_s: float
    end_s: float


class RunningMask:
    """Masks what both sides say, also what is asked by one and answered by the other, or read out in groups.

    Texts are read in order of their end, and come out in that order: each at once, but for one that ends in a number
    which may be the beginning of one that is hidden. That and what follows is let go once it is known what it is.
    """

    def __init__(self, tagger: Tagger | None = None) -> None:
        """A tagger has the last word; it is asked once about the same turns, also where they are previewed."""
        self._read = _Memory(tags=Tags(lru_cache(_REMEMBERED)(tagger.odds)) if tagger else None)
        self._guard = Guard()
        self._expected: list[Said] = []
        self._latest = self._read
        self._previews: dict[tuple[Channel, str, float], str] = {}

    def read(self, channel: Channel, text: str, start_s: float, end_s: float) -> list[str]:
        """Take the next utterance, whose words are final; returns the texts that are let go now, masked."""
        found = self._read.find(channel, text, start_s)
        self._read = self._read.after(channel, found, end_s)
        first = next((said for said in self._expected if said.channel is channel), None)
        if first:
            self._expected.remove(first)
        self._look_ahead(_after_all(self._read, self._expected))
        return self._guard.take(channel, text, found, end_s)

    def decide(self, certain_s: float) -> list[str]:
        """Time has passed; returns what it lets go. All utterances that began before `certain_s` have been read."""
        return self._guard.decide(certain_s)

    def finish(self) -> list[str]:
        """Nothing follows that could go on with a number; returns what was still waiting."""
        return self._guard.lift()

    def expect(self, channel: Channel, text: str, start_s: float, end_s: float) -> None:
        """An utterance is over whose final words have not come: until then, these are taken for them."""
        said = Said(channel, text, start_s, end_s)
        self._expected.append(said)
        self._look_ahead(_after_all(self._latest, [said]))

    def preview(self, channel: Channel, text: str, start_s: float) -> str:
        """Mask what is heard of the utterance behind all that are over; it may still change.

        A number that may still become a card's is hidden until its final tells.
        """
        if not may_hide(text, self._latest.context.topic):
            return text
        asked = channel, text, start_s
        if asked not in self._previews:
            found = self._latest.find(channel, text, start_s)
            self._previews[asked] = hidden(text, with_open(found.spans, found.open))
        return self._previews[asked]

    def _look_ahead(self, latest: _Memory) -> None:
        self._latest = latest
        self._previews.clear()


def masked(said: Iterable[Said], tagger: Tagger | None = None) -> list[str]:
    """All that was said in a call, in order of time, masked."""
    mask, texts = RunningMask(tagger), list[str]()
    for one in said:
        texts += mask.decide(one.start_s)
        texts += mask.read(one.channel, one.text, one.start_s, one.end_s)
    return texts + mask.finish()


def mask(text: str) -> str:
    """A text by itself with a label in place of all that is to be hidden, no digit of it kept."""
    return hidden(text, find(text).spans)


def _after_all(memory: _Memory, said: Iterable[Said]) -> _Memory:
    for one in said:
        memory = memory.after(one.channel, memory.find(one.channel, one.text, one.start_s), one.end_s)
    return memory

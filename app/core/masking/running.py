"""Masking of a whole call, utterance by utterance, of both sides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.core.events import Channel
from app.core.masking.context import Context, Found, Span, Tail
from app.core.masking.finding import find, may_hide

_SAME_NUMBER_S = 8.0


@dataclass(frozen=True, slots=True)
class _Memory:
    """What is being asked for in the call, and the number that each side was saying last."""

    context: Context = field(default_factory=Context)
    tails: Mapping[Channel, Tail] = field(default_factory=dict)

    def find(self, channel: Channel, text: str, start_s: float) -> Found:
        tail = self.tails.get(channel, Tail())
        if start_s - tail.end_s > _SAME_NUMBER_S:
            tail = Tail()
        return find(text, self.context.carried(start_s), tail, is_turn=True)

    def after(self, channel: Channel, found: Found, end_s: float) -> "_Memory":
        context = replace(found.context, at_s=end_s if found.context.turns == 0 else found.context.at_s)
        tails = {} if found.context.topic is not self.context.topic else self.tails
        return _Memory(context, {**tails, channel: replace(found.tail, end_s=end_s)})


@dataclass(frozen=True, slots=True)
class _Said:
    channel: Channel
    text: str
    start_s: float
    end_s: float


class RunningMask:
    """Masks what both sides say, also what is asked by one and answered by the other, or read out in groups.

    Texts of one channel come in order of time.
    """

    def __init__(self) -> None:
        self._read = _Memory()
        self._expected: list[_Said] = []
        self._latest = self._read

    def read(self, channel: Channel, text: str, start_s: float, end_s: float) -> str:
        """Mask the next utterance of a channel, whose words are final."""
        found = self._read.find(channel, text, start_s)
        self._read = self._read.after(channel, found, end_s)
        first = next((said for said in self._expected if said.channel is channel), None)
        if first:
            self._expected.remove(first)
        self._latest = _after_all(self._read, self._expected)
        return hidden(text, found.spans)

    def expect(self, channel: Channel, text: str, start_s: float, end_s: float) -> None:
        """An utterance is over whose final words have not come: until then, these are taken for them."""
        said = _Said(channel, text, start_s, end_s)
        self._expected.append(said)
        self._latest = _after_all(self._latest, [said])

    def preview(self, channel: Channel, text: str, start_s: float) -> str:
        """Mask what is heard of the utterance behind all that are over; it may still change.

        A number that may still become a card's is hidden until its final tells.
        """
        if not may_hide(text, self._latest.context.topic):
            return text
        found = self._latest.find(channel, text, start_s)
        return hidden(text, found.spans if found.begun is None else (*found.spans, found.begun))


def hidden(text: str, spans: Sequence[Span]) -> str:
    """The text with a label in place of each span; they are in order."""
    for span in reversed(spans):
        text = text[: span.start] + span.label + text[span.end :]
    return text


def _after_all(memory: _Memory, said: Iterable[_Said]) -> _Memory:
    for one in said:
        memory = memory.after(one.channel, memory.find(one.channel, one.text, one.start_s), one.end_s)
    return memory


def mask(text: str) -> str:
    """A text by itself with a label in place of all that is to be hidden, no digit of it kept."""
    return hidden(text, find(text).spans)

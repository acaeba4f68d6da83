"""What masking remembers from one text to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.events import Channel
from app.core.masked_spans import Label
from app.core.masking.checks import is_card
from app.core.masking.cue_topics import Topic
from app.core.masking.numbers import Speech

_TURNS = 4
"""A topic outlives so many turns without a number."""
_TOPIC_S = 60.0
WHOLE = 7
"""After so many digits what was asked for may be told, and the next turn about something else."""


_WHOLE_OF: dict[Label | None, int] = {Label.CODE: 3, Label.NATIONAL_ID: 9, Label.PHONE: 11}
_LONGEST = 20
_TOLD_AT_ONCE = {Topic.ENDING, Topic.QUESTION, Topic.ANYTHING, Topic.AMOUNT}
_QUIET = 6
"""After so many texts without a part of it a number is told no further."""
_CARD_DIGITS, _FULL_CARD_DIGITS = 13, 16


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` is hidden behind a label; `digits` are those of a number."""

    start: int
    end: int
    label: Label
    digits: str = ""


@dataclass(frozen=True, slots=True)
class Tail:
    """The number that an utterance ends in, those of its parts that came before included."""

    digits: str = ""
    label: Label | None = None
    end_s: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wanting to it."""
        return self.label is Label.BIRTH_DATE or len(self.digits) >= _WHOLE_OF.get(self.label, _LONGEST)


@dataclass(frozen=True, slots=True)
class Naming:
    """Who named the topic, whether as a question and in this text, and the number that somebody told to it."""

    by: Channel | None
    is_question: bool
    is_here: bool = True
    told_by: Channel | None = None
    told: str = ""

    def over(self) -> "Naming":
        """After the text in which it was named."""
        return replace(self, is_here=False) if self.is_here else self

    def is_open_to(self, other: "Naming | None") -> bool:
        """Whether the other side asks back before it answers: "which of the two?"."""
        is_asked_back = other is not None and other.is_question and other.by is not self.by
        return self.is_question and is_asked_back and self.told_by is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is being asked for, and what has been hidden so far.

    `words` were said since the cue or the last number, `turns` without a number. `given` digits were said to the topic,
    `spent` of them before this text. `near` is what is hidden and was spoken of, `told` the digits so far of the number
    that is being told, `quiet` the texts since. Those `hidden` and those `plain` were known for what they are, those
    `begun` were not yet; `names` are the words of an address.
    """

    topic: Topic | None = None
    words: int = 0
    turns: int = 0
    given: int = 0
    spent: int = 0
    at_s: float = 0.0
    with_card: bool = False
    naming: Naming | None = None
    near: Topic | None = None
    told: str = ""
    quiet: int = 0
    hidden: tuple[tuple[str, Label], ...] = ()
    plain: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    begun: tuple[str, ...] = ()

    @property
    def is_unfinished(self) -> bool:
        """Whether more of the number that is being told may follow: it is shorter than any card's, or not right yet."""
        is_short = len(self.told) < (_FULL_CARD_DIGITS if self.near in {None, Topic.CARD} else _CARD_DIGITS)
        return len(self.told) > 0 and is_short and not is_card(self.told)

    def carried(self, start_s: float) -> "Context":
        """For a text that begins now."""
        if start_s - self.at_s > _TOPIC_S or self.turns >= _TURNS:
            return Context(at_s=self.at_s, hidden=self.hidden, plain=self.plain)
        is_told = self.turns > 0 and self.given >= WHOLE and self.topic is not Topic.CARD
        is_over = is_told or (self.topic in _TOLD_AT_ONCE and self.given > 0)
        is_quiet = self.quiet >= _QUIET
        return replace(
            self,
            topic=None if is_over else self.topic,
            words=0,
            spent=self.given,
            naming=self.naming.over() if self.naming else None,
            near=None if is_quiet else self.near,
            told="" if is_quiet else self.told,
            quiet=self.quiet + 1,
        )

    def after(self, words: int) -> "Context":
        """Words were said that are no numbers."""
        return replace(self, words=self.words + words)

    def spoken_of(self, topic: Topic) -> "Context":
        """Something that is hidden was mentioned."""
        return self if self.near is topic and self.quiet == 0 else replace(self, near=topic, quiet=0)

    def asking(self, topic: Topic, naming: Naming | None = None) -> "Context":
        """A topic was named."""
        given = self.given if topic is self.topic else 0
        if topic is self.topic and self.naming and self.naming.is_open_to(naming):
            naming = self.naming
        with_card = self.with_card or topic in {Topic.CARD, Topic.CODE, Topic.EXPIRY}
        return replace(self, topic=topic, words=0, turns=0, given=given, with_card=with_card, naming=naming)


@dataclass(frozen=True, slots=True)
class Left:
    """A number that the rules leave, by where it begins: an end that was asked for, or known as something else."""

    start: int
    is_end: bool
    is_known: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The spans of a text in order, what is being asked for behind it, and the number that it ends in.

    `begun` is a number at the end that stays as it is and may be the first group of a card's, if it goes on; the
    `loose` ones close before it may be groups of the same. The first number `goes_on` with what the side's utterance
    before ended in. `left` are the numbers that the rules leave.
    """

    speech: Speech
    spans: tuple[Span, ...]
    context: Context
    tail: Tail
    begun: Span | None = None
    loose: tuple[Span, ...] = ()
    goes_on: bool = False
    left: tuple[Left, ...] = ()

    @property
    def open(self) -> tuple[Span, ...]:
        """All that stays and may be the beginning of a number that is hidden."""
        return () if self.begun is None else (*self.loose, self.begun)

    @property
    def goes_on_open(self) -> bool:
        """Whether the number goes on, and may go on further."""
        return self.goes_on and self.begun is not None


def hidden(text: str, spans: Sequence[Span]) -> str:
    """The text with a label in place of each span; they are in order."""
    for span in reversed(spans):
        text = text[: span.start] + span.label + text[span.end :]
    return text

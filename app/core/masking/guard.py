"""Texts that wait until it is known of what the number is that they end in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from app.core.events import Channel
from app.core.masked_spans import Label
from app.core.masking.context import Found, Span, hidden
from app.core.masking.fitting import LEAST_ECHO
from app.core.masking.likeness import CARD_DIGITS
from app.core.masking.number_words import is_filler
from app.core.masking.tokens import Sort
from app.core.masking.topics import LABELS, PLAIN, SENSITIVE

GUARD_S = 3.0
"""So long after its last digit a number is done."""
_NODDED_S = 1.5
"""So long after "mm-hm" the next digits may begin."""
_MOST_WORDS, _LONGEST_QUESTION = 4, 12
_THAT = re.compile(r"\b(?:that|this|it|those|these|they)\b", re.IGNORECASE)
_CARD = re.compile(r"\b(?:card|visa|master ?card|amex|american express)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Held:
    """A text with what is hidden of it anyway, and what may be a part of the number."""

    channel: Channel
    text: str
    spans: tuple[Span, ...]
    open: tuple[Span, ...]


class Guard:
    """Goes up behind a number that may be the beginning of one that is hidden; what is said meanwhile waits too.

    It depends on what is said and on seconds of the call alone.
    """

    def __init__(self) -> None:
        self._held: list[_Held] = []
        self._lifts_s = inf

    def take(self, channel: Channel, text: str, found: Found, end_s: float) -> list[str]:
        """The next text; returns those that are let go now, masked, in order."""
        if not self._held:
            return self._put_up(channel, text, found, end_s)
        label, repeated = self._told(channel, found), self._repeated(channel, found)
        if label is None and not (found.goes_on_open or repeated or self._goes_along(channel, found)):
            return [*self.lift(), *self._put_up(channel, text, found, end_s)]
        self._hold(channel, text, found, repeated)
        has_digits = bool(found.begun or repeated)
        self._lifts_s = end_s + GUARD_S if has_digits else max(self._lifts_s, end_s + _NODDED_S)
        return [] if label is None else self._lift(label)

    def decide(self, certain_s: float) -> list[str]:
        """Let go what nothing can be added to; all that began before `certain_s` has been taken."""
        return self.lift() if certain_s >= self._lifts_s else []

    def lift(self) -> list[str]:
        """Let go of all as it is."""
        return self._lift(None)

    def _put_up(self, channel: Channel, text: str, found: Found, end_s: float) -> list[str]:
        if found.begun is None:
            return [hidden(text, found.spans)]
        self._hold(channel, text, found, ())
        self._lifts_s = end_s + GUARD_S
        return []

    def _hold(self, channel: Channel, text: str, found: Found, repeated: tuple[Span, ...]) -> None:
        begun = () if repeated else found.open
        self._held.append(_Held(channel, text, found.spans, (*begun, *repeated)))

    def _lift(self, label: Label | None) -> list[str]:
        """All that is held, the number with a label where it is known for one that is hidden."""
        held, self._held, self._lifts_s = self._held, [], inf
        return [hidden(one.text, _with_number(one, label)) for one in held]

    def _told(self, channel: Channel, found: Found) -> Label | None:
        """What the number turns out to be: by its length, as it goes on, or since it is said."""
        runs = found.speech.runs
        span = next((span for span in found.spans if runs and span.start <= runs[0].start < span.end), None)
        if runs and (found.goes_on or not self._is_other(channel) or self._is_begun_by(span)):
            is_whole = len(runs[0]) >= CARD_DIGITS.start and not found.goes_on
            is_another = span is None or (is_whole and not self._is_part_of(span))
            return None if span is None or is_another else span.label
        return self._named(found)

    def _is_other(self, channel: Channel) -> bool:
        """Whether it was only the other side that said digits so far."""
        return all(one.channel is not channel for one in self._held if one.open)

    def _is_begun_by(self, span: Span | None) -> bool:
        """Whether one side said the first group, and the other side all of a number that is hidden."""
        groups = [part.digits for one in self._held for part in one.open]
        return span is not None and any(len(group) >= LEAST_ECHO and span.digits.startswith(group) for group in groups)

    def _is_part_of(self, span: Span) -> bool:
        """Whether the number was begun anew and said to its end."""
        return any(part.digits in span.digits for one in self._held for part in one.open)

    def _named(self, found: Found) -> Label | None:
        """As in "is that the card number?"."""
        speech = found.speech
        that = _THAT.search(speech.text)
        if speech.runs or that is None or len(speech.tokens) > _LONGEST_QUESTION:
            return None
        topics = [cue.topic for cue in speech.cues if cue.start >= that.end()]
        if not PLAIN.isdisjoint(topics):
            return None
        label = next((LABELS[topic] for topic in topics if topic in SENSITIVE), None)
        return label or (Label.CARD if _CARD.search(speech.text, that.end()) else None)

    def _repeated(self, channel: Channel, found: Found) -> tuple[Span, ...]:
        """The groups that the other side says again; none where there are other numbers too."""
        said = [part.digits for one in self._held for part in one.open if one.channel is not channel]
        runs = found.speech.runs
        if not all(any(run.digits in digits for digits in said) for run in runs):
            return ()
        return tuple(Span(run.start, run.end, Label.ACCOUNT, run.digits) for run in runs)

    def _goes_along(self, channel: Channel, found: Found) -> bool:
        """Whether it leaves the number open: "mm-hm", "hang on", "and the next four?", or digits of the other side."""
        if found.speech.runs:
            return found.begun is not None and self._is_other(channel)
        if any(cue.topic not in LABELS for cue in found.speech.cues):
            return False
        words = [token for token in found.speech.tokens if token.sort is not Sort.SIGN and not is_filler(token)]
        return len(words) <= _MOST_WORDS


def _with_number(held: _Held, label: Label | None) -> tuple[Span, ...]:
    if label is None:
        return held.spans
    return with_open(held.spans, [replace(part, label=label) for part in held.open])


def with_open(spans: Sequence[Span], parts: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, with those parts of a number that are open and in none of them."""
    clear = [part for part in parts if all(part.end <= one.start or one.end <= part.start for one in spans)]
    return tuple(sorted((*spans, *clear), key=lambda span: span.start))

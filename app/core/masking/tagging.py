"""What a learned tagger makes of a text beside the rules: it hides more, and lets stand what nothing speaks for.

The rules decide first; this weighs their verdict with log-odds of every word. What an end of a number and what a name
is stays the rules' matter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.core.events import Channel
from app.core.masked_spans import Label
from app.core.masking.checks import is_card
from app.core.masking.context import Found, Span
from app.core.masking.cue_topics import Topic
from app.core.masking.dates import MONTHS
from app.core.masking.finding import settled
from app.core.masking.likeness import CARD_DIGITS, is_no_card
from app.core.masking.number_words import SOUNDS_LIKE, TEENS, TENS, is_number
from app.core.masking.numbers import Speech
from app.core.masking.tagger import Turn
from app.core.masking.tokens import SHORT_WORDS, Sort, Token
from app.core.masking.topics import LABELS
from app.core.masking.units import JOINS_ADDRESS, Unit, spread, told, units_of

_LEAVES = -3.0
"""Log-odds of all numbers of a span below which it stays."""
_NEVER_DOUBTED = {Label.CARD, Label.EMAIL}
_EARLIER = 8
_TELLS = MONTHS - {"may", "march"} | TEENS.keys() | TENS.keys() | JOINS_ADDRESS - {"at"}
_MAY_TELL = SOUNDS_LIKE.keys() - {"for", "to", "too"} | {"at"}
_FEW = 2


@dataclass(frozen=True, slots=True)
class Tags:
    """What asks a tagger, what was said before, and the ends of numbers that were told and stay, also said again."""

    odds: Callable[[tuple[Turn, ...]], Sequence[float]]
    earlier: tuple[Turn, ...] = ()
    ends: frozenset[str] = frozenset()

    def weighed(self, found: Found, speaker: Channel, asked: Topic | None) -> Found:
        """What is to be hidden once the tagger was asked; before the text, `asked` was asked for."""
        if not (found.spans or may_be_tagged(found.speech.tokens, asked)):
            return found
        odds = self.odds((*self.earlier, _turn(found.speech, speaker)))
        kept = [span for span in found.spans if not _is_doubted(span, found.speech.tokens, odds)]
        units = spread(units_of(found, odds, kept, self.ends))
        added = tuple(told(units, (asked, found.context.topic)))
        spans = tuple(_labelled(kept, added, found, asked))
        begun = found.begun if found.begun and not _overlaps(found.begun, spans) else None
        loose = tuple(span for span in found.loose if begun and not _overlaps(span, spans))
        context = settled(found.context, found.speech.runs, spans)
        return replace(found, spans=spans, context=context, begun=begun, loose=loose)

    def after(self, found: Found, speaker: Channel) -> "Tags":
        """Behind a text, of which is known what is hidden."""
        runs = {run.start: run.digits for run in found.speech.runs}
        ends = (one.start for one in found.left if one.is_end and one.start in runs)
        ends_told = {runs[start] for start in ends if not any(span.start <= start < span.end for span in found.spans)}
        earlier = (*self.earlier, _turn(found.speech, speaker))[-_EARLIER:]
        return replace(self, earlier=earlier, ends=self.ends | ends_told)


def may_be_tagged(tokens: Sequence[Token], asked: Topic | None) -> bool:
    """Whether there is a number, a date, letters or an address in a text: others have nothing to hide."""
    if asked is Topic.EMAIL:
        return True
    if any(token.word in _TELLS or any(letter.isdigit() for letter in token.word) for token in tokens):
        return True
    least = 1 if asked in LABELS else _FEW
    return sum(is_number(token) or token.word in _MAY_TELL or _is_letter(token) for token in tokens) >= least


def _is_letter(token: Token) -> bool:
    return len(token.word) == 1 and token.sort is Sort.WORD and token.word not in SHORT_WORDS


def _turn(speech: Speech, speaker: Channel) -> Turn:
    return Turn(speaker, tuple(map(speech.written, speech.tokens)))


def _is_doubted(span: Span, tokens: Sequence[Token], odds: Sequence[float]) -> bool:
    """Whether the rules alone hide it; never what may be a card, whose groups do not check yet, nor an address."""
    if is_card(span.digits) or (span.label in _NEVER_DOUBTED and not is_no_card(span.digits)):
        return False
    inside = [place for place, token in enumerate(tokens) if span.start <= token.start < span.end]
    numbers = [place for place in inside if is_number(tokens[place])] or inside
    return bool(numbers) and max(odds[place] for place in numbers) < _LEAVES


@dataclass(frozen=True, slots=True)
class _Joined:
    """A span of the rules, units of the tagger, or both in one."""

    span: Span
    is_ruled: bool

    def with_next(self, other: "_Joined") -> "_Joined":
        """One span, under the label of the rules if there is one."""
        one, two = self.span, other.span
        label = two.label if other.is_ruled else one.label
        whole = Span(one.start, max(one.end, two.end), label, one.digits + two.digits)
        return _Joined(whole, self.is_ruled or other.is_ruled)


def _labelled(spans: Sequence[Span], units: Sequence[Unit], found: Found, asked: Topic | None) -> list[Span]:
    """All in order; what the tagger adds is one with what is beside it."""
    added = [_Joined(Span(unit.start, unit.end, Label.ACCOUNT, unit.digits), False) for unit in units]
    joined = list[_Joined]()
    for one in sorted([*(_Joined(span, True) for span in spans), *added], key=lambda one: one.span.start):
        if joined and _are_one(joined[-1], one, found.speech):
            joined[-1] = joined[-1].with_next(one)
        else:
            joined.append(one)
    return [_with_label(one, found, asked) for one in joined]


def _are_one(one: _Joined, other: _Joined, speech: Speech) -> bool:
    between = speech.text[one.span.end : other.span.start]
    return not (one.is_ruled and other.is_ruled) and not any(letter.isalnum() for letter in between)


def _with_label(one: _Joined, found: Found, asked: Topic | None) -> Span:
    """By the rules, else by what was asked for, else by how it is said."""
    span = one.span
    if one.is_ruled:
        return span
    for topic in (found.context.topic, asked):
        if topic in LABELS:
            return replace(span, label=LABELS[topic])
    words = {token.word for token in _inside(span, found)}
    if not words.isdisjoint(MONTHS):
        return replace(span, label=Label.BIRTH_DATE)
    if not words.isdisjoint(JOINS_ADDRESS):
        return replace(span, label=Label.EMAIL)
    return replace(span, label=Label.CARD if len(span.digits) in CARD_DIGITS else Label.ACCOUNT)


def _inside(span: Span, found: Found) -> list[Token]:
    return [token for token in found.speech.tokens if span.start <= token.start < span.end]


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)

"""The numbers and words of a text, each of which is hidden whole, and which of them a tagger's odds are enough for."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby, pairwise

from app.core.masking.context import Found, Left, Span
from app.core.masking.cue_topics import Topic
from app.core.masking.dates import MONTHS, ORDINALS
from app.core.masking.fitting import ACCOUNT_DIGITS, LEAST_ECHO
from app.core.masking.number_words import SOUNDS_LIKE, is_number
from app.core.masking.numbers import Run
from app.core.masking.shapes import PICKS
from app.core.masking.tokens import NAMES_OF_LETTERS, Sort, Token
from app.core.masking.topics import LABELS

_HIDES, _HIDES_WORD, _GOES_ON = -1.0, 3.0, -1.0
"""Log-odds from which on a number, a word, and what is beside something hidden are hidden."""
_IF_KNOWN, _IF_SHORT = 3.0, 1.0
"""So much more is needed of a number that the rules know as something else, and of a short one."""
_SHORT = 2
_NUMBERS = MONTHS | ORDINALS | SOUNDS_LIKE.keys()
JOINS_ADDRESS = {"at", "dot", "underscore", "hyphen", "@"}


class Part(Enum):
    """What a unit can be of."""

    NUMBER = auto()  # or of a date
    LETTER = auto()  # of a number, or of a name that is spelled
    ADDRESS = auto()
    WORD = auto()


@dataclass(slots=True)
class Unit:
    """What is hidden as one: a number, or a word outside of numbers."""

    start: int
    end: int
    odds: float
    need: float
    digits: str = ""
    part: Part = Part.NUMBER
    stays: bool = False
    is_hidden: bool = False
    is_new: bool = False
    word: str = ""

    def hide(self, least: float) -> None:
        """Hide it where it is not and its odds are above."""
        if not self.is_hidden and not self.stays and self.odds > least:
            self.is_hidden = self.is_new = True

    def note(self, spans: Sequence[Span]) -> None:
        """Whether the rules hide it; where they hide a part of it, the rest may be hidden too."""
        is_whole = any(span.start <= self.start and self.end <= span.end for span in spans)
        self.is_hidden = any(span.start < self.end and self.start < span.end for span in spans)
        self.is_new = self.is_hidden and not is_whole and self.odds > _GOES_ON


def units_of(found: Found, odds: Sequence[float], spans: Sequence[Span], ends: frozenset[str]) -> list[Unit]:
    """Those of a text in order, with the odds of its words; `ends` are those of numbers that stay."""
    left = {one.start: one for one in found.left}
    inside = {place for run in found.speech.runs for place in range(run.first, run.last + 1)}
    tokens = found.speech.tokens
    units = [_of_run(run, tokens, odds, left.get(run.start), ends) for run in found.speech.runs]
    units += [
        Unit(token.start, token.end, odds[place], _need(token), part=_part(token), word=token.word)
        for place, token in enumerate(tokens)
        if place not in inside and token.sort is not Sort.SIGN
    ]
    for unit in units:
        unit.note(spans)
    return sorted(units, key=lambda unit: unit.start)


def spread(units: Sequence[Unit]) -> Sequence[Unit]:
    """Hide what its odds are enough for, and what is beside that and likely."""
    for unit in units:
        unit.hide(unit.need)
    for row in (units, units[::-1]):
        for before, unit in pairwise(row):
            if before.is_hidden:
                unit.hide(_GOES_ON)
    _hide_doubles(units)
    return units


def _hide_doubles(units: Sequence[Unit]) -> None:
    """Hide a number that is hidden elsewhere in the text, what may be meant instead, and a digit that was missed."""
    hidden = {unit.digits for unit in units if unit.is_hidden and len(unit.digits) > 1}
    found = [unit for unit in units if unit.digits in hidden and (unit.stays or len(unit.digits) >= LEAST_ECHO)]
    found += [unit for row in (units, units[::-1]) for unit in _alternatives(row)]
    for unit in [*found, *(_picked_out(units) if hidden else ())]:
        if unit.part is Part.NUMBER and not unit.is_hidden:
            unit.is_hidden = unit.is_new = True


def _alternatives(row: Sequence[Unit]) -> Iterator[Unit]:
    """As in "thirteen or thirty"."""
    for number, word, unit in zip(row, row[1:], row[2:], strict=False):
        if number.is_hidden and number.digits and word.word == "or" and unit.digits:
            yield unit


def _picked_out(row: Sequence[Unit]) -> Iterator[Unit]:
    """As in "I missed the four off the front"."""
    for first, second, unit in zip(row, row[1:], row[2:], strict=False):
        if len(unit.digits) == 1 and (first.word, second.word) in PICKS:
            yield unit


def told(units: Sequence[Unit], topics: Collection[Topic | None]) -> Iterator[Unit]:
    """Those that are hidden anew, without names that are no part of an address; `topics` are asked for."""
    for is_hidden, row in groupby(units, key=lambda unit: unit.is_hidden):
        if is_hidden:
            yield from (unit for unit in _without_names(list(row), topics) if unit.is_new)


def _without_names(row: list[Unit], topics: Collection[Topic | None]) -> list[Unit]:
    if Topic.EMAIL in topics or any(unit.part is Part.ADDRESS for unit in row):
        return row
    kept = [place for place, unit in enumerate(row) if not (unit.is_new and unit.part is Part.WORD)]
    row = row[kept[0] : kept[-1] + 1] if kept else []
    is_spelled = all(unit.is_new and unit.part is not Part.NUMBER for unit in row)
    return [] if is_spelled and LABELS.keys().isdisjoint(topics) else row


def _part(token: Token) -> Part:
    if token.word in JOINS_ADDRESS:
        return Part.ADDRESS
    if token.word.isalpha() and (len(token.word) == 1 or token.word in NAMES_OF_LETTERS):
        return Part.LETTER
    return Part.NUMBER if is_number(token) or token.word in _NUMBERS else Part.WORD


def _of_run(run: Run, tokens: Sequence[Token], odds: Sequence[float], left: Left | None, ends: frozenset[str]) -> Unit:
    places = range(run.first, run.last + 1)
    own = [odds[place] for place in places if is_number(tokens[place])] or [odds[place] for place in places]
    need = _HIDES + _IF_SHORT * (len(run) <= _SHORT) + _IF_KNOWN * (left is not None and left.is_known)
    is_end = left is not None and left.is_end and len(run) < ACCOUNT_DIGITS
    stays = is_end or (len(run) >= LEAST_ECHO and run.digits in ends)
    return Unit(run.start, run.end, sum(own) / len(own), need, run.digits, stays=stays)


def _need(token: Token) -> float:
    if token.sort is Sort.AMOUNT:
        return _HIDES + _IF_KNOWN
    return _HIDES + _IF_SHORT if is_number(token) else _HIDES_WORD

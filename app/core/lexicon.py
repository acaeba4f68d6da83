"""The call-centre layer: what callers say when they are angry, kept as data and found in one utterance."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from app.core.phrases import Found, Phrases
from app.core.team import Direction, TeamLexicon
from app.core.wording import Wording

_NEGATION = re.compile(r" (?:not|never|no|nor|without|hardly|is not|isnt) (?:[^ .]+ ){0,2}$")
_NEGATION_REACH = 40
_NO_SPACE = re.compile(r"[^ ]")
_BLANK = "~"
"""Stands for each character of a harmless phrase, so that all others keep their places; no word in a pattern is."""

TEAM = "team"
"""Category of what a team has found to be angrier than it was judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One kind of signal.

    A `negatable` phrase does not count right after "not" or "never". Words of an `opposite` one mean the opposite of
    what they say, and what is `warm` does not count beside it. Words of an `aside` are not about the call: somebody
    else's, or no more than a manner of speaking. No harmless phrase takes words from those, nor from a `strong` one.
    """

    name: str
    phrases: Phrases
    negatable: bool = False
    opposite: bool = False
    warm: bool = False
    aside: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One phrase of a category found in an utterance; `words` are indexes of the words as said."""

    category: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the lexicon finds in an utterance: its signals, and the words that no other layer is to take as they stand.

    Those are the words of phrases that mean nothing here, or the opposite.
    """

    signals: tuple[Signal, ...]
    misleading: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Categories, phrases that take away the meaning of what they contain, and words that mean nothing here.

    `calmer` are such phrases of a team, looked for beside the `harmless` ones.
    """

    name: str
    categories: tuple[Category, ...]
    harmless: Phrases
    topic_words: frozenset[str]
    calmer: Phrases = field(default_factory=lambda: Phrases(()))

    def with_team(self, team: TeamLexicon) -> Self:
        """The same with what a team has added."""
        if not team.phrases:
            return self
        angrier = Category(name=TEAM, phrases=Phrases(team.of(Direction.ANGRIER)), strong=True)
        calmer = Phrases(sorted(team.of(Direction.CALMER), key=len, reverse=True))
        return replace(self, categories=(*self.categories, angrier), calmer=calmer)

    def read(self, wording: Wording) -> Reading:
        """Signals in the order of the categories; each stretch of words counts once per category."""
        first = [one for one in self.categories if one.strong or one.aside]
        strong = [found for one in first for found in one.phrases.find(wording.normal)]
        calm = [*self.harmless.find(wording.normal), *self.calmer.find(wording.normal)]
        spans = [found for found in calm if not _overlaps(found, strong)]
        plain = _blanked(wording.normal, spans)
        signals = [
            Signal(category=category.name, words=_words(wording, found))
            for category in self.categories
            for found in category.phrases.find(plain)
            if not (category.negatable and _negated(plain, found))
        ]
        harmless = {index for found in spans for index in _words(wording, found)}
        kinds = {category.name: category for category in self.categories}
        taking = {name for name, kind in kinds.items() if kind.opposite or kind.aside}
        taken = {index for signal in signals if signal.category in taking for index in signal.words}
        is_bitter = any(kinds[signal.category].opposite for signal in signals)
        return Reading(
            signals=tuple(
                one
                for one in signals
                if one.category in taking
                or (taken.isdisjoint(one.words) and not (is_bitter and kinds[one.category].warm))
            ),
            misleading=frozenset(taken | harmless),
        )


def _words(wording: Wording, found: Found) -> tuple[int, ...]:
    within = range(found.start, found.end)
    return tuple(sorted({wording.normal_owner[at] for at in within if wording.normal[at] not in " ."}))


def _blanked(plain: str, spans: Sequence[Found]) -> str:
    for found in spans:
        blank = _NO_SPACE.sub(_BLANK, plain[found.start : found.end])
        plain = plain[: found.start] + blank + plain[found.end :]
    return plain


def _overlaps(found: Found, others: Sequence[Found]) -> bool:
    return any(found.start < other.end and other.start < found.end for other in others)


def _negated(plain: str, found: Found) -> bool:
    before = plain[max(0, found.start - _NEGATION_REACH) : found.start]
    return _NEGATION.search(" " + before) is not None

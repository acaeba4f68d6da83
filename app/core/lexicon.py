"""The call-centre layer: what callers say when they are angry, kept as data and found in one utterance."""

import re
from dataclasses import dataclass

from app.core.phrases import Found, Phrases, normalise

_NEGATION = re.compile(r" (?:not|never|no|nor|without|hardly|is not|isnt) (?:[^ .]+ ){0,2}$")
_NEGATION_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One kind of signal.

    `weight` in -1..1 is how much one phrase of it heats (above 0) or cools (below 0) an utterance; a `negatable` phrase
    does not count right after "not" or "never".
    """

    name: str
    weight: float
    phrases: Phrases
    negatable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One phrase of a category found in an utterance."""

    category: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Categories, phrases that take away the meaning of what they contain, and words that mean nothing here."""

    name: str
    categories: tuple[Category, ...]
    harmless: Phrases
    topic_words: frozenset[str]

    def signals(self, text: str) -> list[Signal]:
        """Signals in the order of the categories; each stretch of words counts once per category."""
        plain = self._without_harmless(normalise(text))
        return [
            Signal(category=category.name, weight=category.weight, words=found.words)
            for category in self.categories
            for found in category.phrases.find(plain)
            if not (category.negatable and _negated(plain, found))
        ]

    def without_topics(self, text: str) -> str:
        """The text with harmless phrases and topic words taken out, for a general-purpose scorer."""
        kept = self._without_harmless(normalise(text)).split()
        return " ".join(word for word in kept if word not in self.topic_words)

    def _without_harmless(self, plain: str) -> str:
        for found in reversed(self.harmless.find(plain)):
            plain = plain[: found.start] + plain[found.end :]
        return plain


def _negated(plain: str, found: Found) -> bool:
    before = plain[max(0, found.start - _NEGATION_REACH) : found.start]
    return _NEGATION.search(" " + before) is not None

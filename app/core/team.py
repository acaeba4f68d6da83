"""What a team adds to the shipped lexicon: phrases that are angrier or calmer than they were judged."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from app.core.errors import InputError
from app.core.masking import mask
from app.core.phrases import normalise_word

_LONGEST = 8


class Direction(StrEnum):
    """Which way a phrase was judged wrongly: it is angrier than that, or it means no anger."""

    ANGRIER = "angrier"
    CALMER = "calmer"


@dataclass(frozen=True, slots=True, order=True)
class TeamPhrase:
    """A phrase in its plain form, see `plain_phrase`."""

    phrase: str
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A phrase that somebody wants in the lexicon; `call_id` and `at_s` say where it was heard, if it was."""

    number: int
    phrase: TeamPhrase
    call_id: str | None = None
    at_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLexicon:
    """The phrases that were accepted; every change gives the next version, 0 is the empty one before the first."""

    version: int = 0
    phrases: tuple[TeamPhrase, ...] = ()

    @property
    def name(self) -> str:
        """Version and a mark of the contents: desks of the same name judge alike. Empty for an empty first version."""
        if not self.version:
            return ""
        text = "\n".join(f"{one.direction} {one.phrase}" for one in sorted(self.phrases))
        return f"{self.version}-{hashlib.sha256(text.encode()).hexdigest()[:4]}"

    def of(self, direction: Direction) -> tuple[str, ...]:
        """Phrases of one direction."""
        return tuple(one.phrase for one in self.phrases if one.direction is direction)

    def with_phrase(self, phrase: TeamPhrase) -> Self:
        """The next version, with this phrase; it takes the place of the same words in the other direction."""
        kept = (one for one in self.phrases if one.phrase != phrase.phrase)
        return self._next((*kept, phrase))

    def without(self, phrase: str) -> Self:
        """The next version, without these words. Raises InputError where they are not in it."""
        kept = tuple(one for one in self.phrases if one.phrase != phrase)
        if len(kept) == len(self.phrases):
            raise InputError(
                "{phrase!r} is not in the team's lexicon.", "calmline lexicon list shows what is.", phrase=phrase
            )
        return self._next(kept)

    def _next(self, phrases: Iterable[TeamPhrase]) -> Self:
        return replace(self, version=self.version + 1, phrases=tuple(phrases))


def plain_phrase(text: str) -> str:
    """The words as a pattern that finds them however they are written: lower case, contractions opened, masked.

    Raises InputError for no words, for more than eight, and for words that were hidden because they are personal.
    """
    words = [word for word in normalise_word(mask(text)) if re.search(r"\w", word)]
    if not any(re.search(r"[a-z]", word) for word in words):
        raise InputError("There are no words to add.", "Give the words as they are said.")
    if len(words) > _LONGEST:
        raise InputError(
            "That is more than {longest} words.", "Give the few words that were judged wrongly.", longest=_LONGEST
        )
    phrase = " ".join(words)
    if "[" in phrase or mask(phrase) != phrase:
        raise InputError("Hidden words cannot be added.", "Leave out numbers, names and addresses.")
    return phrase

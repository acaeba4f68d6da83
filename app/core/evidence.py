"""What the pure layers find in an utterance: evidence by name, in amounts that a trained weight turns into log-odds."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.heat import Push
from app.core.lexicon import Reading
from app.core.ngrams import pieces_of
from app.core.wording import Wording

LENGTH, ADDRESS, REPEATS, PIECES = "length", "address", "repeats", "pieces"
_FULL_LENGTH = 50
_FULL_ADDRESS = 4
_AGAIN = 0.5
_YOU = frozenset({"you", "your", "yours", "youre", "youve", "youd", "youll", "yourself", "yourselves"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An amount of something, found in some words (indexes of the words as said) or in the form of the whole.

    `is_phrase` tells a phrase of the lexicon, whose name is its category.
    """

    name: str
    amount: float
    words: tuple[int, ...] = ()
    is_phrase: bool = False


def pushes_of(evidence: Sequence[Evidence], weights: Mapping[str, float]) -> list[Push]:
    """What evidence adds to the log-odds; what has no weight adds nothing but is still named as a signal."""
    return [
        Push(by=weights.get(one.name, 0.0) * one.amount, words=one.words, signal=one.name if one.is_phrase else "")
        for one in evidence
    ]


def of_phrases(reading: Reading) -> list[Evidence]:
    """One for each phrase; every further one of its category counts half of the one before."""
    seen: Counter[str] = Counter()
    found = []
    for signal in reading.signals:
        amount = _AGAIN ** seen[signal.category]
        seen[signal.category] += 1
        found.append(Evidence(name=signal.category, amount=amount, words=signal.words, is_phrase=True))
    return found


def of_form(wording: Wording) -> list[Evidence]:
    """Form of the whole, each 0..1: its length, words aimed at "you", and words said again."""
    count = len(wording.plain)
    if not count:
        return []
    aimed = tuple(owner for word, owner in zip(wording.plain, wording.plain_owner, strict=True) if word in _YOU)
    return [
        Evidence(name=LENGTH, amount=min(1.0, math.log1p(count) / math.log1p(_FULL_LENGTH))),
        Evidence(name=ADDRESS, amount=min(1.0, len(aimed) / _FULL_ADDRESS), words=aimed),
        Evidence(name=REPEATS, amount=1 - len(set(wording.plain)) / count),
    ]


def of_pieces(vector: Sequence[float], wording: Wording) -> list[Evidence]:
    """What a linear layer over pieces of words says, word by word; `vector` holds a weight for each bucket."""
    pieces = pieces_of(wording.plain)
    if not pieces:
        return []
    by_word = [0.0] * len(wording.plain)
    for bucket, owners in pieces:
        for owner in owners:
            by_word[owner] += vector[bucket] / len(owners)
    scale = 1 / math.sqrt(len(pieces))
    return [
        Evidence(name=PIECES, amount=amount * scale, words=(wording.plain_owner[index],))
        for index, amount in enumerate(by_word)
    ]

"""Heat of one utterance: what each layer adds to the log-odds that people would call its speaker angrier."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.core.ports import Heat
from app.core.wording import Wording

_REASONS = 3
_LEAST = 0.05
_ANGRY = 2 / 3
_LONGEST_RUN = 6
_SUREST = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """What some words add to the log-odds of every degree of anger.

    `words` are indexes of the words as said, none for the form of the whole. `signal` names the category of a phrase.
    """

    by: float
    words: tuple[int, ...] = ()
    signal: str = ""


def heat_of(wording: Wording, biases: Sequence[float], pushes: Sequence[Push]) -> Heat:
    """Heat (0..1) with the stretches of words that moved it most; 0 for no words.

    The heat is the degree that people would name, 0 calm, 1/3 annoyed, 2/3 angry, 1 furious: the mean of the chances of
    each degree or more, whose log-odds are the pushes and the degree's bias (proportional odds, McCullagh 1980). A
    stretch is a phrase of the lexicon or a run of words that push the same way; it is named where the heat without it
    would differ by 0.05 or more. Where so much is angry that the heat would be the same without any one of them, each
    is named that adds as much to words that say nothing.
    """
    if not wording.plain:
        return Heat(value=0.0)
    odds = sum(push.by for push in pushes)
    value = _degree(odds, biases)
    weights = _weight_of_words(len(wording.said), pushes)
    parts = [
        (" ".join(wording.said[index] for index in stretch), sum(weights[index] for index in stretch))
        for stretch in _stretches(weights, pushes)
    ]
    named = _most((words, value - _degree(odds - by, biases)) for words, by in parts)
    if not named and value >= _ANGRY:
        calm = _degree(0.0, biases)
        named = _most((words, _degree(by, biases) - calm) for words, by in parts if by > 0)
    signals = sorted((push for push in pushes if push.signal), key=lambda push: -abs(push.by))
    return Heat(
        value=value,
        words=tuple(_bare(words) for words, _ in named),
        by=tuple(by for _, by in named),
        signals=tuple(dict.fromkeys(push.signal for push in signals)),
    )


def degree_of(odds: Sequence[float]) -> float:
    """The degree of anger that people would name, 0..1: the mean of the chances, given as log-odds, of each or more."""
    return sum(map(chance_of, odds)) / len(odds)


def chance_of(odds: float) -> float:
    """The chance, 0..1, of log-odds."""
    return 1 / (1 + math.exp(-max(-_SUREST, min(_SUREST, odds))))


def _degree(odds: float, biases: Sequence[float]) -> float:
    return degree_of([odds + bias for bias in biases])


def _most(moved: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """The stretches that moved the heat most, each with how much it did."""
    return sorted((one for one in moved if abs(one[1]) >= _LEAST), key=lambda one: -abs(one[1]))[:_REASONS]


def _weight_of_words(count: int, pushes: Iterable[Push]) -> list[float]:
    weights = [0.0] * count
    for push in pushes:
        for index in push.words:
            weights[index] += push.by / len(push.words)
    return weights


def _stretches(weights: Sequence[float], pushes: Iterable[Push]) -> Iterator[tuple[int, ...]]:
    """Phrases first, each word in one stretch only; then runs of the words that are left."""
    taken: set[int] = set()
    for push in sorted((push for push in pushes if push.signal), key=lambda push: (-abs(push.by), push.words)):
        if not taken.intersection(push.words):
            taken.update(push.words)
            yield push.words
    run: list[int] = []
    for index, weight in enumerate(weights):
        goes_on = run and weights[run[-1]] * weight > 0 and run[-1] == index - 1 and len(run) < _LONGEST_RUN
        if run and not (goes_on and index not in taken):
            yield tuple(run)
            run = []
        if index not in taken:
            run.append(index)
    if run:
        yield tuple(run)


def _bare(words: str) -> str:
    return words.strip(" .,!?;:")

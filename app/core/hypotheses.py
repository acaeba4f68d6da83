"""Which words of an open utterance can be trusted: those on which two consecutive hypotheses agree.

LocalAgreement-2 of Macháček, Dabre and Bojar, "Turning Whisper into Real-Time Transcription System" (2023). Where three
must agree, the final corrects a quarter fewer words, and half of all words become stable a third of a second later.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Words of one open utterance: `stable` only grows, `guess` may change with every decode."""

    stable: tuple[str, ...] = ()
    guess: tuple[str, ...] = ()

    def revise(self, text: str) -> "Hypothesis":
        """Take the newest decode of the whole utterance so far."""
        words = tuple(text.split())
        tail = words[_covered(self.stable, words) :]
        agreed = _common_prefix(self.guess, tail)
        return Hypothesis(stable=self.stable + agreed, guess=tail[len(agreed) :])


def _covered(stable: Sequence[str], words: Sequence[str]) -> int:
    """How many of the words stand for the stable ones: those with the least edit distance to them (Levenshtein).

    Of several as near, those that end in the last stable word. So an engine that now writes one word more or less than
    it did shifts nothing.
    """
    distances = list(range(len(words) + 1))
    for row, old in enumerate(stable, start=1):
        above, distances[0] = distances[0], row
        for column, new in enumerate(words, start=1):
            swapped = above + (_bare(old) != _bare(new))
            above = distances[column]
            distances[column] = min(swapped, above + 1, distances[column - 1] + 1)

    def fit(column: int) -> tuple[int, bool, int]:
        ends_alike = column > 0 and bool(stable) and _bare(stable[-1]) == _bare(words[column - 1])
        return distances[column], not ends_alike, abs(column - len(stable))

    return min(range(len(words) + 1), key=fit)


def _common_prefix(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    agreed = 0
    for old, new in zip(before, now, strict=False):
        if _bare(old) != _bare(new):
            break
        agreed += 1
    return now[:agreed]


def _bare(word: str) -> str:
    return word.strip(".,!?;:\"'").casefold()

"""Which words of an open utterance can be trusted: those on which two consecutive hypotheses agree.

LocalAgreement-2 of Macháček, Dabre and Bojar, "Turning Whisper into Real-Time Transcription System" (2023), where the
newest is not doubtful; else three must agree. Where three always must, the final corrects a quarter fewer words, and
half of all words become stable a third of a second later.

Agreement ends at the first word that changes. One that the engine takes back with every decode ("as soon", "soon",
"since") so keeps all words behind it from becoming stable for as long as nobody pauses. Such a place is passed where
the same words followed it three times and the newest is not doubtful: passed there too, the final corrected 5.3 %
instead of 5.1 % of the stable words of four calls.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_PASSED_BY = 4
"""How many words must follow a disputed place: with 3 the final corrects a tenth more of the stable words."""
_DISPUTED = 2
"""How many words such a place may have; with 4 no word settles sooner, and more are corrected."""

_MASK = "["
_WORD = re.compile(r"\[[^\]\s]+(?: [^\]\s]+)*\]\S*|\S+")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Words of one open utterance: `stable` only grows, `guess` may change with every decode.

    `last_guess` are the words that stood in the place of the guess in the decode before.
    """

    stable: tuple[str, ...] = ()
    guess: tuple[str, ...] = ()
    last_guess: tuple[str, ...] = ()

    def revise(self, text: str, *, is_sure: bool = False, is_doubtful: bool = False) -> "Hypothesis":
        """Take the newest decode of the utterance so far; of one that is sure all words but the last are stable.

        Of one that is doubtful those are on which the two before agree too.
        """
        words = words_in(text)
        steps = _steps(self.stable, words)
        tail = words[steps[-1].end if steps else 0 :]
        agreed = _common_prefix(self.guess, tail)
        if is_doubtful:
            agreed = _common_prefix(self.last_guess, agreed)
        if is_sure:
            agreed = tail[: max(len(agreed), len(tail) - 1)]
        before = now = len(agreed)
        if not is_sure and not is_doubtful:
            before, now = self._past_disputes(tail)
        return Hypothesis(stable=self.stable + tail[:now], guess=tail[now:], last_guess=self.guess[before:])

    def _past_disputes(self, tail: tuple[str, ...]) -> tuple[int, int]:
        """How far the guess, and how far the newest words, are agreed on, places that changed in between included."""
        last, before, now = (tuple(map(_bare, words)) for words in (self.last_guess, self.guess, tail))
        agreed = len(_common_prefix(before, now))
        reached = agreed, agreed
        for block in SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks():
            begin_before, begin_now = block.a, block.b
            if block.size < _PASSED_BY or begin_now < reached[1]:
                continue
            is_long = max(begin_before - reached[0], begin_now - reached[1]) > _DISPUTED
            if is_long or not _holds(last, now[begin_now : begin_now + _PASSED_BY]):
                break
            reached = begin_before + block.size, begin_now + block.size
        return reached

    def settle(self, text: str) -> "Hypothesis":
        """Take the words for good: all that are not stable yet are."""
        last = self.revise(text)
        return Hypothesis(stable=last.stable + last.guess)


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text; what stands in place of a number is one of them."""
    return tuple(_WORD.findall(text))


def keeping(stable: Sequence[str], text: str, likelihood: Callable[[str], float], tolerance: float) -> str:
    """A final text with the words that were stable, wherever they are hardly less likely than its own.

    `likelihood` is the log probability of a text, `tolerance` what it may lose at each place. Numbers and masks are
    always the final's, since what is masked hangs on each digit. Where nothing was said nothing is kept, and at its end
    a text is never shortened: the likelihood does not tell that it goes on.
    """
    written = list(words_in(text))
    places = _differences(stable, written) if written else []
    best = likelihood(text) if places else 0.0
    for place in reversed(places):
        other = [*written[: place.begin], *place.stable, *written[place.end :]]
        if place.end == len(written) and len(" ".join(other)) < len(" ".join(written)):
            continue
        likely = likelihood(" ".join(other)) if other else -float("inf")
        if likely >= best - tolerance:
            written, best = other, likely
    return " ".join(written)


@dataclass(frozen=True, slots=True)
class _Step:
    """Words `begin`..`end` of a text, and the stable words that they stand for."""

    begin: int
    end: int
    stable: tuple[str, ...]
    is_same: bool


def _differences(stable: Sequence[str], words: Sequence[str]) -> list[_Step]:
    """Where a text is not what was stable, as far as that reaches."""
    places = []
    for is_same, run in groupby(_steps(stable, words), key=lambda step: step.is_same):
        steps = list(run)
        said = tuple(word for step in steps for word in step.stable)
        place = _Step(steps[0].begin, steps[-1].end, said, is_same=False)
        if not is_same and not any(_is_number(word) for word in [*said, *words[place.begin : place.end]]):
            places.append(place)
    return places


def _is_number(word: str) -> bool:
    return word.startswith(_MASK) or any(letter.isdigit() for letter in word)


def _steps(stable: Sequence[str], words: Sequence[str]) -> list[_Step]:
    """The cheapest way from the stable words to the beginning of a text (Levenshtein), in order.

    Of several beginnings as near, one that ends in the last stable word. So an engine that now writes one word more or
    less than it did shifts nothing.
    """
    costs = _costs(stable, words)

    def fit(column: int) -> tuple[int, bool, int]:
        ends_alike = column > 0 and bool(stable) and _bare(stable[-1]) == _bare(words[column - 1])
        return costs[-1][column], not ends_alike, abs(column - len(stable))

    row, column = len(stable), min(range(len(words) + 1), key=fit)
    steps: list[_Step] = []
    while row or column:
        cost = costs[row][column]
        is_same = bool(row and column) and _bare(stable[row - 1]) == _bare(words[column - 1])
        if row and column and cost == costs[row - 1][column - 1] + (not is_same):
            row, column, taken, said = row - 1, column - 1, 1, stable[row - 1 : row]
        elif row and cost == costs[row - 1][column] + 1:
            row, taken, said, is_same = row - 1, 0, stable[row - 1 : row], False
        else:
            column, taken, said, is_same = column - 1, 1, stable[:0], False
        steps.append(_Step(column, column + taken, tuple(said), is_same))
    return steps[::-1]


def _costs(stable: Sequence[str], words: Sequence[str]) -> list[list[int]]:
    """Edit distance between every beginning of the one and every beginning of the other."""
    costs = [list(range(len(words) + 1))]
    for row, old in enumerate(stable, start=1):
        above, line = costs[-1], [row]
        for column, new in enumerate(words, start=1):
            swapped = above[column - 1] + (_bare(old) != _bare(new))
            line.append(min(swapped, above[column] + 1, line[column - 1] + 1))
        costs.append(line)
    return costs


def _common_prefix(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    agreed = 0
    for old, new in zip(before, now, strict=False):
        if _bare(old) != _bare(new):
            break
        agreed += 1
    return now[:agreed]


def _holds(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(words[place : place + len(run)] == run for place in range(len(words) - len(run) + 1))


def _bare(word: str) -> str:
    return word.strip(".,!?;:\"'").casefold()

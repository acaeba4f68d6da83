"""A learned second look at numbers that the rules leave as they are.

A logistic regression over what stands around a number, over what was said just before it and over how it is said;
benchmarks/train_masking.py learns its weights from spoken forms without asking the rules. It only ever hides more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.core.events import Channel
from app.core.masking.checks import is_card
from app.core.masking.fitting import LEAST_ECHO
from app.core.masking.number_words import SIGNS, digits_of, is_lead
from app.core.masking.numbers import Run, Speech
from app.core.masking.tokens import Sort, Token

_NEAR, _LAST, _PIECES, _REMEMBERED = 14, 6, 8, 24
_SHORT, _LONG = 2, 7
_STEPS = (0, 1, 2, 3, 4, 5, 6, 8, 11, 12, 19)
_PAUSES = {",", "-"}
_ENDS = {".", "?", "!", "…"}
_NO_WORDS = SIGNS | _ENDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said before a text: the words of the last two, and all numbers so far."""

    by: Channel | None = None
    last: tuple[str, ...] = ("<",)
    before_last: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    digits: int = 0

    def after(self, speech: Speech, speaker: Channel) -> "Heard":
        """Behind a text."""
        numbers = (*self.numbers, *(run.digits for run in speech.runs))[-_REMEMBERED:]
        digits = self.digits + sum(map(len, speech.runs))
        words = _without_signs(_word(token) for token in speech.tokens)
        return replace(self, by=speaker, last=words, before_last=self.last, numbers=numbers, digits=digits)


@dataclass(frozen=True, slots=True)
class Look:
    """Weights of signs in log-odds (the bias under ""), where a number begins to be hidden, and what was heard."""

    weights: Mapping[str, float]
    least: float
    heard: Heard = Heard()

    def after(self, speech: Speech, speaker: Channel) -> "Look":
        """Behind a text."""
        return replace(self, heard=self.heard.after(speech, speaker))

    def hides(self, speech: Speech, run: Run, speaker: Channel) -> bool:
        """Whether a number of a text is likely to be one that is hidden."""
        return self.odds(speech, run, speaker) > self.least

    def odds(self, speech: Speech, run: Run, speaker: Channel) -> float:
        """Log-odds that it is one."""
        signs = set(signs_of(speech, run, speaker, self.heard))
        return self.weights.get("", 0.0) + sum(self.weights.get(sign, 0.0) for sign in signs)


def signs_of(speech: Speech, run: Run, speaker: Channel, heard: Heard) -> Iterator[str]:
    """All that is noted of a number; two alike count once."""
    words = [_word(token) for token in speech.tokens]
    size = "s" if len(run) <= _SHORT else "m" if len(run) < _LONG else "l"
    place = _place(speech, run, words)
    yield from _of_itself(speech, run, speaker, place)
    yield from _of_the_words_beside(words, run, size)
    yield from _of_the_text(words, run)
    yield from _of_the_texts_before(heard, speaker, size, place)
    yield from _of_the_numbers(speech, run, heard)


def _of_itself(speech: Speech, run: Run, speaker: Channel, place: str) -> Iterator[str]:
    digits, length = run.digits, _step(len(run))
    groups = "-".join(str(len(piece)) for piece in run.pieces[:_PIECES])
    figures = any(letter.isdigit() for letter in speech.text[run.start : run.end])
    yield from (f"length {length}", f"groups {groups}", f"figures {figures}", f"{length} figures {figures}")
    yield from (f"place {place}", f"place {place} {length}", f"place {place} {groups}", f"by {speaker.value}")
    yield from (f"zero {digits[0] == '0'} {length}", f"first {digits[0]} {length}")
    yield "check" if is_card(digits) else f"no check {length}"
    if len(digits) == 4 and digits[:2] in {"19", "20"}:  # noqa: PLR2004 - a year
        yield f"year {place}"


def _of_the_words_beside(words: Sequence[str], run: Run, size: str) -> Iterator[str]:
    before = [word for word in words[max(0, run.first - 7) : run.first] if word not in _PAUSES][-4:]
    behind = [word for word in words[run.last + 1 : run.last + 6] if word not in _PAUSES][:3]
    fourth, third, second, first = ["<"] * (4 - len(before)) + before
    next_, after, last = behind + [">"] * (3 - len(behind))
    yield from (f"-4 {fourth}", f"-3 {third}", f"-2 {second}", f"-1 {first}", f"-1 {first} {size}")
    yield from (f"-2 {second} {first}", f"-3 {third} {second} {first}")
    yield from (f"+1 {next_}", f"+1 {next_} {size}", f"+2 {after}", f"+2 {next_} {after}", f"+3 {last}")


def _of_the_text(words: Sequence[str], run: Run) -> Iterator[str]:
    near = [word for word in _without_signs(words[max(0, run.first - _NEAR) : run.first]) if word[0] != "#"]
    yield from (f"near {word}" for word in near)
    yield from (f"near {one} {other}" for one, other in pairwise(near))
    begin, end = _sentence(words, run)
    around = [*words[begin : run.first], *words[run.last + 1 : end]]
    yield from (f"beside {word}" for word in _without_signs(around))
    yield from (f"before {word}" for word in _without_signs(words[: run.first]))
    yield from (f"behind {word}" for word in _without_signs(words[run.last + 1 :]))


def _of_the_texts_before(heard: Heard, speaker: Channel, size: str, place: str) -> Iterator[str]:
    who = "own" if heard.by is speaker else "other"
    yield from (f"{who} {word}" for word in heard.last)
    yield from (f"{who} {one} {other}" for one, other in pairwise(heard.last))
    yield from (f"{who} {word} {size}" for word in heard.last[-_LAST:])
    yield from (f"{who} {word} {place}" for word in heard.last[-_LAST:])
    yield from (f"earlier {word}" for word in heard.before_last)


def _of_the_numbers(speech: Speech, run: Run, heard: Heard) -> Iterator[str]:
    earlier = [other.digits for other in speech.runs if other.first < run.first]
    so_far = len("".join(earlier)) + len(run)
    numbers, count = (*heard.numbers, *earlier), min(len(speech.runs), 5)
    yield from (f"in all {_step(sum(map(len, speech.runs)))}", f"so far {_step(so_far)}")
    yield from (f"before {_step(heard.digits)}", f"numbers {count}", f"numbers {count} {_step(len(run))}")
    yield f"ends a card {is_card((''.join(numbers) + run.digits)[-16:])}"
    yield f"again {len(run) >= LEAST_ECHO and any(run.digits in number for number in numbers)}"


def _place(speech: Speech, run: Run, words: Sequence[str]) -> str:
    """Whether it is alone in its text or in its sentence, begins that, or stands within."""
    inside = {place for other in speech.runs for place in range(other.first, other.last + 1)}
    others = [at for at, one in enumerate(speech.tokens) if at not in inside and not is_lead(one)]
    if not others:
        return "alone"
    begin, end = _sentence(words, run)
    beside = [at for at in others if begin <= at < end]
    return "sentence" if not beside else "begins" if beside[0] > run.first else "within"


def _sentence(words: Sequence[str], run: Run) -> tuple[int, int]:
    begins = (at + 1 for at in range(run.first - 1, -1, -1) if words[at] in _ENDS)
    ends = (at for at in range(run.last + 1, len(words)) if words[at] in _ENDS)
    return next(begins, 0), next(ends, len(words))


def _word(token: Token) -> str:
    """The word, or what kind of number stands there."""
    if token.sort in {Sort.LABEL, Sort.ORDINAL, Sort.AMOUNT}:
        return f"#{token.sort}"
    digits = digits_of(token)
    return token.word if digits is None else f"#{min(len(digits), 9)}"


def _without_signs(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _NO_WORDS)


def _step(number: int) -> int:
    """The least of some steps that a count reaches no further than."""
    return next((step for step in _STEPS if number <= step), _STEPS[-1] + 1)

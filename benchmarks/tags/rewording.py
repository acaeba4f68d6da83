"""Tells calls anew with other numbers, said otherwise, and as worse engines write: few calls then teach many forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from benchmarks.tags.digits import JOINTS, Manner, groups_in, is_number_word, is_of_digits
from benchmarks.tags.lines import BIRTH, Call, Line, Word

UNKNOWN = "[UNK]"
_LEAST, _YEAR = 3, 4
_UNCHANGED, _SAID_ANEW, _NO_SIGNS = 0.2, 0.55, 0.25
_UNHEARD = (0, 0.04, 0.08)


@dataclass(frozen=True, slots=True)
class Rewording:
    """How one call is told: which digit stands for which, in whose manner, if in another one, and what is lost."""

    digits: dict[str, str]
    manner: Manner | None
    has_signs: bool
    unheard: float
    random: Random

    @staticmethod
    def drawn(random: Random) -> "Rewording":
        """Any."""
        others = random.sample("0123456789", 10)
        digits = dict(zip("0123456789", "0123456789" if random.random() < _UNCHANGED else others, strict=True))
        manner = Manner.drawn(random) if random.random() < _SAID_ANEW else None
        return Rewording(digits, manner, random.random() >= _NO_SIGNS, random.choice(_UNHEARD), random)

    def told(self, call: Call) -> Call:
        """A call in these words."""
        return Call(call.kind, tuple(Line(line.speaker, self._line(line.words, call.kind)) for line in call.lines))

    def _line(self, words: Sequence[Word], kind: str) -> tuple[Word, ...]:
        told = list[Word]()
        for part, is_number in parts_of(words):
            before = told[-1].text if told else ""
            stays = not is_number or kind == BIRTH or before in {"£", "$", "€"}
            told += part if stays else self._number(part)
        return tuple(self._heard(word) for word in told if self.has_signs or word.text[0].isalnum())

    def _heard(self, word: Word) -> Word:
        is_plain = word.text.isalpha() and not word.is_hidden and not is_number_word(word.text.lower())
        is_lost = is_plain and self.random.random() < self.unheard
        return replace(word, text=UNKNOWN) if is_lost else word

    def _number(self, words: Sequence[Word]) -> Sequence[Word]:
        groups = groups_in([word.text for word in words])
        if groups is None or sum(map(len, groups)) < _LEAST or _is_year(groups):
            return words
        groups = ["".join(map(self._digit, group)) for group in groups]
        said = self.manner.said(groups, self.random) if self.manner else _in_place_of(words, groups)
        return words if said is None else [Word(text, words[0].is_hidden) for text in said]

    def _digit(self, digit: str) -> str:
        """Another one; noughts stay as often as not, since numbers begin with them."""
        return digit if digit == "0" and self.random.random() < 1 / 2 else self.digits[digit]


def parts_of(words: Sequence[Word]) -> Iterator[tuple[list[Word], bool]]:
    """Numbers, all of whose words are to be hidden or none, and what is between them."""
    inside = [is_number_word(word.text.lower()) for word in words]
    for place, word in enumerate(words):
        behind = next((at for at in range(place, len(words)) if words[at].text not in JOINTS), None)
        if word.text in JOINTS and place and behind is not None:
            inside[place] = inside[place - 1] and is_number_word(words[behind].text.lower())
    keys = [(is_in, word.is_hidden if is_in else None) for is_in, word in zip(inside, words, strict=True)]
    for (is_number, _), part in groupby(zip(keys, words, strict=True), key=lambda one: one[0]):
        yield [word for _, word in part], is_number


def _is_year(groups: Sequence[str]) -> bool:
    return sum(map(len, groups)) == _YEAR and "".join(groups)[:2] in {"19", "20"}


def _in_place_of(words: Sequence[Word], groups: Sequence[str]) -> list[str] | None:
    """The same figures or digits with others in them; None where a number is said in words that say more."""
    texts, others = [word.text for word in words], iter(groups)
    if all(text.isdigit() or text in JOINTS for text in texts):
        return [text if text in JOINTS else next(others) for text in texts]
    if all(is_of_digits(text.lower()) or text in JOINTS for text in texts):
        return [text if text in JOINTS else Manner.name(next(others)) for text in texts]
    return None

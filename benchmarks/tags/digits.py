"""Numbers as groups of digits, and groups of digits as they are said and written."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

from app.core.masking.number_words import TEENS, TENS

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
UNITS = {word: str(number) for number, word in enumerate(_UNITS)}
_NAMES = {digit: word for word, digit in UNITS.items()}
_DIGIT_OF = {**UNITS, "oh": "0", "nought": "0"}
_TEENS = {word: str(number) for word, number in TEENS.items()}
_TENS = {word: str(number) for word, number in TENS.items() if word != "fourty"}
_NAMES_OF_PAIRS = {digits: word for word, digits in {**_TEENS, **_TENS}.items()}
_REPEATS = {"double": 2, "triple": 3, "treble": 3}
_MISHEARD = {"4": "for", "2": "to", "8": "ate", "1": "won", "3": "free"}
_FILLERS = ("uh", "um", "er", "and", "then", "uh")
_SIZES = {"ones": (1,), "twos": (2,), "threes": (3,), "fours": (4,), "mixed": (1, 2, 2, 3, 4), "all": (99,)}
JOINTS = {",", "-", "."}
"""Signs within a number."""

_OTHERWISE = 0.15
_MOST_ALIKE, _PAIR = 3, 2


def is_number_word(word: str) -> bool:
    """Whether a word is a number or a part of one."""
    return word.isdigit() or any(word in names for names in (_DIGIT_OF, _TEENS, _TENS, _REPEATS))


def is_of_digits(word: str) -> bool:
    """Whether a word is one digit that is said."""
    return word in _DIGIT_OF


def groups_in(words: Sequence[str]) -> list[str] | None:
    """The groups of digits of a number, None where it is said in a way that this does not know."""
    words = [word.lower() for word in words if word not in JOINTS]
    groups, place = list[str](), 0
    while place < len(words):
        word, next_ = words[place], words[place + 1] if place + 1 < len(words) else ""
        if word in _REPEATS:
            digit = _DIGIT_OF.get(next_, next_)
            if len(digit) != 1 or not digit.isdigit():
                return None
            groups.append(digit * _REPEATS[word])
        elif word in _TENS and next_ in UNITS and next_ != "zero":
            groups.append(_TENS[word][0] + UNITS[next_])
        else:
            groups.append(_DIGIT_OF.get(word) or _TEENS.get(word) or _TENS.get(word) or word)
            place -= 1
        place += 2
    return groups


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody says numbers; what is no word is a share of the times."""

    grouping: str
    saying: str
    comma: float
    has_signs: bool
    figure_doubled: bool
    doubled: float
    misheard: float
    filler: float

    @staticmethod
    def drawn(random: Random) -> "Manner":
        """Anybody's."""
        return Manner(
            grouping=random.choice(["keep", "keep", "ones", "twos", "threes", "fours", "mixed", "mixed", "all"]),
            saying=random.choice(["figures", "figures", "words", "pairs"]),
            comma=random.choice([0, 0, 0.15, 0.4, 0.8]),
            has_signs=random.random() < 0.3,
            figure_doubled=random.random() < 0.2,
            doubled=random.choice([0, 0.5, 1]),
            misheard=random.choice([0, 0, 0, 0, 0.3]),
            filler=random.choice([0, 0, 0, 0.12]),
        )

    @staticmethod
    def name(digit: str) -> str:
        """The word for one."""
        return _NAMES[digit]

    def said(self, groups: Sequence[str], random: Random) -> list[str]:
        """Words and signs for a number."""
        words = list[str]()
        for number, group in enumerate(self._grouped(groups, random)):
            if number:
                words += [random.choice(_FILLERS)] if random.random() < self.filler else []
                sign = random.choice(",-,,.") if self.has_signs else ","
                words += [sign] if random.random() < self.comma else []
            words += self._group(group, random)
        return words

    def _grouped(self, groups: Sequence[str], random: Random) -> list[str]:
        if self.grouping == "keep":
            return list(groups)
        digits, grouped = "".join(groups), list[str]()
        while digits:
            size = random.choice(_SIZES[self.grouping])
            grouped.append(digits[:size])
            digits = digits[size:]
        return grouped

    def _group(self, group: str, random: Random) -> list[str]:
        is_otherwise = random.random() < _OTHERWISE
        saying = random.choice(["figures", "words", "pairs"]) if is_otherwise else self.saying
        if saying == "figures":
            return [group]
        if saying == "pairs" and len(group) % _PAIR == 0:
            return [word for at in range(0, len(group), _PAIR) for word in _pair(group[at : at + _PAIR], random)]
        return [word for digit, row in groupby(group) for word in self._row(digit, len(list(row)), random)]

    def _row(self, digit: str, count: int, random: Random) -> list[str]:
        """The same digit so many times."""
        words = list[str]()
        while count > 0:
            name = random.choice(["oh", "zero"]) if digit == "0" else _NAMES[digit]
            name = digit if self.figure_doubled else name
            most = min(count, _MOST_ALIKE)
            if most > 1 and random.random() < self.doubled:
                words += ["double" if most == _PAIR else "triple", name]
                count -= most
                continue
            words.append(_MISHEARD[digit] if digit in _MISHEARD and random.random() < self.misheard else name)
            count -= 1
        return words


def _pair(digits: str, random: Random) -> list[str]:
    tens, unit = digits[0], digits[1]
    if tens == "0":
        return [random.choice(["oh", "oh", "zero"]), _NAMES[unit]]
    if digits in _NAMES_OF_PAIRS:
        return [_NAMES_OF_PAIRS[digits]]
    return [_NAMES_OF_PAIRS[f"{tens}0"], _NAMES[unit]]

"""Dates as they are said and written, word by word."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from app.core.masking.number_words import is_digit_word
from app.core.masking.tokens import Sort, Token, words_in

MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "christmas", "halloween", "year's", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
    "oct", "nov", "dec",
}  # fmt: skip
ORDINALS = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "thirtieth", "eve",
}  # fmt: skip
_TENS = words_in("twenty thirty forty fifty sixty seventy eighty ninety")
_UNITS = words_in("one two three four five six seven eight nine")
_JOINTS = {
    "of", "the", "in", "and", "on", "day", "month", "year", "um", "uh", "er", "erm", "slash", "dash", "hundred", "oh",
    ",", "/", "-", ".", "'", "’", "’s", "thousand", "so", "that's", "is", "sorry", "no", "stroke", "hyphen", "for",
    "to", "too", "end", "it's", "year's",
}  # fmt: skip
_FULL_DATE, _YEAR_DIGITS, _PARTS = 4, 4, 3
_YEAR = re.compile(r"(?:19|20)\d\d")


class Need(Enum):
    """What makes words a date."""

    ANY = auto()  # any two parts of one, or a year
    YEAR = auto()  # a year too
    MONTH = auto()  # a month's name, and no day
    PART = auto()  # a month's name is enough
    NAMED = auto()  # a month's name and a number, or three numbers
    WHOLE = auto()  # day, month and year


def dates_of(tokens: Sequence[Token], need: Need) -> list[tuple[int, int]]:
    """First and last tokens of every date."""
    found, first = [], None
    for place in range(len(tokens) + 1):
        inside = place < len(tokens) and _is_of_a_date(tokens[place])
        if inside and first is None and tokens[place].word not in _JOINTS - MONTHS - {"oh"}:
            first = place - (place > 0 and tokens[place - 1].word == "new")
        if not inside and first is not None:
            last = _end(tokens, first, place - 1)
            if _is_date(tokens[first : last + 1], need):
                found.append((first, last))
            first = None
    return found


def _is_of_a_date(token: Token) -> bool:
    is_number = token.sort in {Sort.NUMBER, Sort.ORDINAL} or is_digit_word(token)
    return is_number or token.word in MONTHS or token.word in ORDINALS or token.word in _JOINTS


def _tens_before_units(tokens: Sequence[Token]) -> int:
    """How many words are the first half of a number, as in "twenty-first"."""
    words = [token.word for token in tokens if token.sort is not Sort.SIGN]
    return sum(one in _TENS and (behind in ORDINALS or behind in _UNITS) for one, behind in pairwise(words))


def _end(tokens: Sequence[Token], first: int, last: int) -> int:
    while last > first and tokens[last].word in _JOINTS - {"oh", "hundred", "thousand"}:
        last -= 1
    return last


def _is_date(tokens: Sequence[Token], need: Need) -> bool:
    months = sum(token.word in MONTHS for token in tokens)
    days = sum(token.sort is Sort.ORDINAL or token.word in ORDINALS - {"first"} for token in tokens)
    numbers = [t for t in tokens if t.sort in {Sort.NUMBER, Sort.ORDINAL} or is_digit_word(t) or t.word in ORDINALS]
    digits = sum(sum(letter.isdigit() for letter in token.word) or 1 for token in numbers)
    is_said = len(numbers) > 1 and any(token.word in {"nineteen", "twenty", "thousand"} for token in tokens)
    is_named = bool(months) and len(numbers) > 1 and any(token.word == "year" for token in tokens)
    has_year = is_said or is_named or any(_YEAR.search(token.word) for token in tokens)
    match need:
        case Need.YEAR:
            return has_year or (digits >= _FULL_DATE and len(numbers) >= _PARTS)
        case Need.MONTH:
            is_month = bool(months) or any(token.word == "of" for token in tokens[1:-1])
            return is_month and len(numbers) > (not months) and not days
        case Need.PART if months or days or (len(numbers) > 1 and any(token.word == "of" for token in tokens)):
            return True
        case Need.NAMED:
            return bool(months and numbers) or len(numbers) >= _PARTS
        case Need.WHOLE:
            has_day = bool(months or days) or any(token.word == "/" for token in tokens)
            return has_day and len(numbers) - _tens_before_units(tokens) + bool(months) >= _PARTS
    return bool(months and numbers) or digits >= _YEAR_DIGITS or has_year or len(numbers) >= _PARTS

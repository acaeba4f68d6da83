"""What is a part of a number though it looks like another word: "for" among digits, sums and times within a card's."""

from collections.abc import Sequence

from app.core.masking.checks import is_card
from app.core.masking.number_words import (
    HESITATIONS,
    REPEATS,
    SIGNS,
    SOUNDS_LIKE,
    STROKES,
    TEENS,
    TENS,
    digits_of,
    is_digit_word,
)
from app.core.masking.tokens import Sort, Token

LEAST_SURE, _LEAST_MISHEARD = 0.25, 3
"""Words that only sound like digits count in a row of so many digits, of which this share is sure."""
_CARD_DIGITS = 13


def misheard_in(tokens: Sequence[Token], *, least_sure: float) -> frozenset[int]:
    """Places of words that are to be taken for the digits that they sound like: those in a row of digits."""
    found: set[int] = set()
    row: list[int] = []
    for place in range(len(tokens) + 1):
        if place < len(tokens) and _is_in_a_row(tokens[place]):
            row.append(place)
            continue
        if place < len(tokens) and row and tokens[place].word in SIGNS | STROKES:
            continue
        if place < len(tokens) and tokens[place].sort is Sort.WORD and tokens[place].word not in HESITATIONS:
            while row and tokens[row[-1]].word in SOUNDS_LIKE and row[-1] == place - 1:
                row.pop()
        sounds = [one for one in row if tokens[one].word in SOUNDS_LIKE and not _is_between_two(tokens, one)]
        is_long = len(row) >= _LEAST_MISHEARD and (least_sure == 0 or not _alternates(tokens, row))
        if is_long and sounds and len(row) - len(sounds) >= least_sure * len(row):
            found.update(sounds)
        row = []
    return frozenset(found)


def joined_in(tokens: Sequence[Token], *, is_asked: bool) -> frozenset[int]:
    """Places of what looks like sums and times and is a part of a card's number: "5,402,253,269, 471-676", "11:43"."""
    found: set[int] = set()
    if all(token.sort is not Sort.AMOUNT for token in tokens):
        return frozenset()
    row: list[int] = []
    for place in range(len(tokens) + 1):
        if place < len(tokens) and _is_infigures_of(tokens[place]):
            row.append(place)
        elif place == len(tokens) or tokens[place].word not in SIGNS | HESITATIONS:
            digits = "".join(letter for one in row for letter in figures_of(tokens[one]))
            if is_card(digits) or (is_asked and len(row) > 1 and len(digits) >= _CARD_DIGITS):
                found.update(one for one in row if tokens[one].sort is Sort.AMOUNT)
            row = []
    return frozenset(found)


def _is_infigures_of(token: Token) -> bool:
    is_sum = token.sort is Sort.AMOUNT and token.word[0].isdigit()
    return is_sum or token.sort is Sort.NUMBER or is_digit_word(token)


def figures_of(token: Token) -> str:
    if token.sort is Sort.AMOUNT:
        return "".join(letter for letter in token.word if letter.isdigit())
    return digits_of(token) or ""


def _is_between_two(tokens: Sequence[Token], place: int) -> bool:
    """As in "ninety-nine to twenty" and "from two sixteen to two twenty"; two in a row are between none."""
    around = [tokens[at].word if 0 <= at < len(tokens) else "" for at in (place - 2, place - 1, place + 1)]
    if around[1] in SOUNDS_LIKE or around[2] in SOUNDS_LIKE:
        return False
    return around[2] in TENS or around[2] in TEENS or _is_from(tokens, place)


def _is_from(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number ends here that stands behind "from"."""
    at = place - 1
    while at > 0 and (is_digit_word(tokens[at]) or tokens[at].sort is Sort.NUMBER):
        at -= 1
    return at < place - 1 and tokens[at].word == "from"


def _alternates(tokens: Sequence[Token], row: Sequence[int]) -> bool:
    """Whether every other word is a digit: "from four to six", "two for one"."""
    return all((tokens[one].word in SOUNDS_LIKE) == bool(number % 2) for number, one in enumerate(row))


def _is_in_a_row(token: Token) -> bool:
    """A digit that is said by itself, or a word that sounds like one."""
    if token.sort is Sort.NUMBER:
        return len(token.word) <= 2  # noqa: PLR2004 - "from 118 to 164"
    return token.word in SOUNDS_LIKE or token.word in REPEATS or is_digit_word(token)

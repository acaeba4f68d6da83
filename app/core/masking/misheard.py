"""What is a part of a number though it looks like another word: "for" among digits, sums and times within a card's."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.core.masking.checks import is_card
from app.core.masking.number_words import (
    HESITATIONS,
    JOINTS,
    REPEATS,
    SIGNS,
    SOUNDS_LIKE,
    STROKES,
    TEENS,
    TENS,
    digits_of,
    is_digit_word,
    is_lead,
)
from app.core.masking.tokens import Sort, Token

LEAST_SURE, _LEAST_MISHEARD = 0.25, 3
"""Words that only sound like digits count in a row of so many digits, of which this share is sure."""
_CARD_DIGITS, _GROUP = 13, 4
_CURRENCIES = "$£€"
_BREATHS = HESITATIONS - {"and"}


def misheard_in(tokens: Sequence[Token], *, least_sure: float) -> frozenset[int]:
    """Places of words that are to be taken for the digits that they sound like: those in a row of digits."""
    found: set[int] = set()
    is_all = _are_all_digits(tokens)
    for rows in _linked_rows(tokens):
        is_number = least_sure == 0 or is_all or any(_is_number(tokens, row, least_sure) for row in rows)
        for row in rows:
            sounds = [one for one in row if tokens[one].word in SOUNDS_LIKE and not _is_between_two(tokens, one)]
            is_told = is_number or not _alternates(tokens, row)
            if len(row) >= _LEAST_MISHEARD and is_told and len(row) - len(sounds) >= least_sure * len(row):
                found.update(sounds)
    return frozenset(found)


def _are_all_digits(tokens: Sequence[Token]) -> bool:
    """Whether nothing else is said but digits, and words that sound like them: "for three won nine"; no score is."""
    said = [token for token in tokens if token.sort is not Sort.SIGN]
    inside = [token for token in said if token.word in SOUNDS_LIKE or digits_of(token) is not None]
    is_score = [token.word for token in inside[-3:-1]][1:] == ["to"] and len(inside) <= _GROUP
    return len(inside) >= _GROUP and not is_score and all(one in inside or is_lead(one) for one in said)


def joined_in(tokens: Sequence[Token], *, is_asked: bool) -> frozenset[int]:
    """Places of what looks like sums and times and is a part of a card's number: "5,402,253,269, 471-676", "11:43"."""
    found: set[int] = set()
    if all(token.sort is not Sort.AMOUNT for token in tokens):
        return frozenset()
    for row in _rows_of_figures(tokens):
        digits = "".join(letter for one in row for letter in figures_of(tokens[one]))
        is_long = is_asked and len(row) > 1 and len(digits) >= _CARD_DIGITS
        if is_card(digits) or is_long or _are_groups(tokens, row):
            found.update(one for one in row if tokens[one].sort is Sort.AMOUNT)
    return frozenset(found)


def _linked_rows(tokens: Sequence[Token]) -> Iterator[list[list[int]]]:
    """Rows of digits and of words that sound like them, together those with nothing but an "and" between."""
    rows, row = list[list[int]](), list[int]()
    for place, token in enumerate(tokens):
        if _is_in_a_row(token):
            row.append(place)
        elif not row or token.word not in SIGNS | STROKES | _BREATHS:
            is_link = token.word in JOINTS
            while token.sort is Sort.WORD and not is_link and row and _is_last_sound(tokens, row, place):
                row.pop()
            rows.append(row)
            row = []
            if not is_link:
                yield rows
                rows = []
    yield [*rows, row]


def _is_last_sound(tokens: Sequence[Token], row: Sequence[int], place: int) -> bool:
    return row[-1] == place - 1 and tokens[row[-1]].word in SOUNDS_LIKE


def _is_number(tokens: Sequence[Token], row: Sequence[int], least_sure: float) -> bool:
    """Whether so many digits in a row are a number, or a group of one, even if some only sound like digits."""
    sure = sum(tokens[one].word not in SOUNDS_LIKE for one in row)
    return len(row) >= _GROUP and sure >= least_sure * len(row) and not _alternates(tokens, row)


def _rows_of_figures(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Figures beside one another, of which the first may be written as money: "$46.87 8362 5830 4368"."""
    row: list[int] = []
    for place, token in enumerate(tokens):
        is_money = token.sort is Sort.AMOUNT and token.word[0] in _CURRENCIES
        if is_money or not (_is_in_figures(token) or token.word in SIGNS | HESITATIONS):
            yield row
            row = []
        if is_money or _is_in_figures(token):
            row.append(place)
    yield row


def _are_groups(tokens: Sequence[Token], row: Sequence[int]) -> bool:
    """Four digits written as a sum, with four more right behind: "4,624 8391"."""
    is_beside = len(row) > 1 and row == list(range(row[0], row[-1] + 1))
    are_fours = all(len(figures_of(tokens[one])) == _GROUP for one in row)
    return is_beside and are_fours and [tokens[one].sort for one in row[:2]] == [Sort.AMOUNT, Sort.NUMBER]


def _is_in_figures(token: Token) -> bool:
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
    """Whether every other word is a digit: "from four to six", "two for one", and "won two to one" if it is short."""
    sounds = [tokens[one].word in SOUNDS_LIKE for one in row]
    is_even = all(one is not behind for one, behind in pairwise(sounds))
    return is_even and (len(row) <= _GROUP or not sounds[0])


def _is_in_a_row(token: Token) -> bool:
    """A digit that is said by itself, or a word that sounds like one."""
    if token.sort is Sort.NUMBER:
        return len(token.word) <= 2  # noqa: PLR2004 - "from 118 to 164"
    return token.word in SOUNDS_LIKE or token.word in REPEATS or is_digit_word(token)

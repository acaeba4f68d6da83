"""Words and numbers of an address that are said again by themselves."""

from collections.abc import Iterator, Sequence

from app.core.masking.emails import COMMON, JOINTS, spelled
from app.core.masking.number_words import digits_of, is_digit_word
from app.core.masking.tokens import Sort, Token

_LEAST_NAME, _LEAST_NUMBER, _MOST_PIECES, _LONGEST_NAME = 4, 2, 8, 4
_BEHIND_THE_SAME = {".", ",", "?", "!", "domain", "provider", "company", "one", "dot"}
_BETWEEN = {",", "-"}
_SAID_JOINTS = JOINTS - {".", "-", "plus", "period"}


def names_in(tokens: Sequence[Token]) -> set[str]:
    """The words and numbers of an address that may be said again by themselves, those that are spelled too."""
    words = {token.word for token in tokens if token.sort is Sort.WORD and not is_digit_word(token)}
    letters = ("".join(token.word for token in tokens[first : last + 1]) for first, last in spelled(tokens))
    names = (words - COMMON) | {"".join(filter(str.isalpha, word)) for word in letters}
    return {name for name in names if len(name) >= _LEAST_NAME} | _numbers_in(tokens)


def names_said(tokens: Sequence[Token], names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """First and last tokens of names, also of those that are said in parts: "d, gray" of "dgray", "one nine" of 19."""
    for first in range(len(tokens)):
        said = ""
        for last in range(first, min(first + _MOST_PIECES, len(tokens))):
            if tokens[last].word in _BETWEEN and said:
                continue
            part = _part(tokens[last])
            if not part:
                break
            said += part
            if said in names:
                yield first, last


def joined_names(tokens: Sequence[Token], names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """First and last tokens of what holds a name and is joined as addresses are: "riverside dash players"."""
    for place, token in enumerate(tokens[1:-1], start=1):
        around = tokens[place - 1].word, tokens[place + 1].word
        if token.word in _SAID_JOINTS and not names.isdisjoint(around):
            yield place - 1, place + 1


def at_the_same(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last tokens of an address at the provider of the one before: "d harlow at the same"."""
    words = [token.word for token in tokens]
    for place in range(1, len(words) - 2):
        is_end = place + 3 == len(words) or words[place + 3] in _BEHIND_THE_SAME
        if words[place : place + 3] == ["at", "the", "same"] and is_end:
            first = place
            while first > 0 and place - first < _LONGEST_NAME and _is_of_a_name(tokens[first - 1]):
                first -= 1
            yield first, place + 2


def _is_of_a_name(token: Token) -> bool:
    return token.word not in COMMON - JOINTS or len(token.word) == 1


def _numbers_in(tokens: Sequence[Token]) -> set[str]:
    found, number = set[str](), ""
    for token in tokens:
        digits = digits_of(token)
        number = number + digits if digits else ""
        if len(number) >= _LEAST_NUMBER:
            found = {one for one in found if not number.startswith(one)} | {number}
    return found


def _part(token: Token) -> str:
    return digits_of(token) or (token.word if token.sort is Sort.WORD else "")

"""Where a number that is to be hidden begins and ends: letters, signs and misheard digits are parts of it."""

from app.core.masked_spans import Label
from app.core.masking.checks import is_card
from app.core.masking.number_words import SOUNDS_LIKE, is_digit_word, is_filler
from app.core.masking.numbers import Run, Speech
from app.core.masking.tokens import NAMES_OF_LETTERS, SHORT_WORDS, Sort, words_in

_BEFORE = {"+", "#", "plus", "("}
_BETWEEN_LETTERS = words_in("for as in like letter letters capital a")
_LONGEST_CODE = 4
_FULL_CARD_DIGITS = 16


def edges_of(speech: Speech, run: Run, label: Label, digits: str) -> tuple[int, int]:
    """Places in the text; `digits` are the number's own and those of its parts that were said before."""
    first, last = run.first, run.last
    if label in {Label.ACCOUNT, Label.NATIONAL_ID}:
        first, last = _reach(speech, first, -1), _reach(speech, last, 1)
    if label is Label.CARD:
        first, last = _with_misheard(speech, run, digits)
    while first and speech.tokens[first - 1].word in _BEFORE:
        first -= 1
    return speech.tokens[first].start, speech.tokens[last].end


def _reach(speech: Speech, place: int, step: int) -> int:
    """The last token in a direction that is a letter or a digit of the same number."""
    at, end = place + step, place
    while 0 <= at < len(speech.tokens):
        word = speech.tokens[at].word
        if _is_letter(speech, at):
            end = at
        elif word == "is" or not (is_filler(speech.tokens[at]) or word in _BETWEEN_LETTERS):
            break
        at += step
    return end


def _is_letter(speech: Speech, place: int) -> bool:
    token = speech.tokens[place]
    if token.sort is Sort.NUMBER or is_digit_word(token) or token.word in NAMES_OF_LETTERS:
        return True
    written = speech.written(token)
    if token.sort is not Sort.WORD or token.word in SHORT_WORDS:
        return False
    if len(written) == _LONGEST_CODE and written.istitle() and _has_digits_around(speech, place):
        return True
    return len(written) <= 2 or (written.isupper() and len(written) <= _LONGEST_CODE)  # noqa: PLR2004 - "QQ"


def _has_digits_around(speech: Speech, place: int) -> bool:
    """As a bank's four letters have in an IBAN."""
    around = [speech.tokens[at] for at in (place - 1, place + 1) if 0 <= at < len(speech.tokens)]
    return len(around) > 1 and all(token.sort is Sort.NUMBER or is_digit_word(token) for token in around)


def _with_misheard(speech: Speech, run: Run, digits: str) -> tuple[int, int]:
    behind = speech.tokens[run.last + 1 : run.last + 2]
    if behind and behind[0].word in SOUNDS_LIKE and len(digits) < _FULL_CARD_DIGITS and not is_card(digits):
        return run.first, run.last + 1
    before = speech.tokens[run.first - 1].word if run.first else ""
    if before in SOUNDS_LIKE and is_card(SOUNDS_LIKE[before] + digits):
        return run.first - 1, run.last
    return run.first, run.last

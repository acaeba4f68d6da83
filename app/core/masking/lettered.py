"""Numbers with letters in them, written together or spelled: accounts with a country (IBAN), national insurance."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.masked_spans import Label
from app.core.masking.context import Span
from app.core.masking.cue_topics import Topic
from app.core.masking.number_words import REPEATS, SOUNDS_LIKE, TENS, digits_of, is_filler
from app.core.masking.numbers import Speech
from app.core.masking.tokens import NAMES_OF_LETTERS, SHORT_WORDS, Sort, Token, words_in

_COUNTRIES = (
    "AD|AE|AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GI|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MC|MT|NL|NO|PL|PT|RO|SA|SE|SI|SK|TR"
)
_IBAN = re.compile(rf"(?:{_COUNTRIES})\d\d(?:[A-Z]{{4}}\d{{0,26}}|\d{{8}}[A-Z\d]{{0,22}}|[A-Z\d]{{11,30}})")
_BEGINNING = re.compile(rf"(?:{_COUNTRIES})\d\d")
_INSURANCE = re.compile(r"(?<!\d)[A-Z]{2}\d{6}[A-D](?!\d)")
_TAX_CARD = re.compile(r"(?<![A-Z])[A-Z]{5}\d{4}[A-Z](?![A-Z\d])")
"""India's PAN."""
_LONGEST_GAP, _LONGEST_WORD, _PAIR = 4, 4, 2
_SUCH_AS = {"for", "as", "like", "in"}
_CAPITAL = words_in("capital letter letters upper case")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A letter or a digit, and the tokens that say it."""

    letter: str
    first: int
    last: int


def lettered_spans(
    speech: Speech, topics: Sequence[Topic | None], near: Topic | None, *, is_asked: bool
) -> Iterator[Span]:
    """What is known by its letters, where it is not the number of an ordinary thing.

    Where an account is asked for its country and check digits are enough; where a national number was spoken of, a
    thing that was named in between is none that it is of.
    """
    if not any(_has_letter_before(speech, run.first) for run in speech.runs):
        return
    for stretch in _stretches(speech):
        said = "".join(sign.letter for sign in stretch)
        is_papers = near is Topic.SOCIAL
        patterns = [(_IBAN, Label.ACCOUNT), (_INSURANCE, Label.NATIONAL_ID)]
        patterns += [(_TAX_CARD, Label.NATIONAL_ID)] if is_papers else []
        patterns += [(_BEGINNING, Label.ACCOUNT)] if is_asked else []
        for pattern, label in patterns:
            for found in pattern.finditer(said):
                first, last = stretch[found.start()], stretch[found.end() - 1]
                is_inside = found.start() > 0 and stretch[found.start() - 1].first == first.first
                is_spoken_of = label is Label.NATIONAL_ID and is_papers
                is_free = is_spoken_of or topics[first.first] is not Topic.ORDINARY
                if is_free and not is_inside:
                    yield Span(speech.tokens[first.first].start, speech.tokens[last.last].end, label)


def _has_letter_before(speech: Speech, place: int) -> bool:
    before = [token for token in speech.tokens[max(0, place - _LONGEST_GAP) : place] if not is_filler(token)]
    return bool(before) and bool(_letters(speech, before[-1]))


def _stretches(speech: Speech) -> Iterator[list[_Sign]]:
    """Letters and digits with nothing between them but what a number goes on behind."""
    signs, gap, place = list[_Sign](), 0, 0
    while place < len(speech.tokens):
        said, last = _said_at(speech, place)
        if said:
            signs += (_Sign(letter, place, last) for letter in said)
            gap = 0
        else:
            token = speech.tokens[place]
            gap += token.sort is not Sort.SIGN
            if gap > _LONGEST_GAP or not (is_filler(token) or token.word in _CAPITAL):
                yield signs
                signs, gap = [], 0
        place = last + 1
    yield signs


def _said_at(speech: Speech, place: int) -> tuple[str, int]:
    """The letters or digits that begin at a token, and the last token that says them; none where it is another word."""
    tokens = speech.tokens
    token = tokens[place]
    if token.word in REPEATS and place + 1 < len(tokens):
        said, last = _said_at(speech, place + 1)
        return (said * REPEATS[token.word], last) if len(said) == 1 else ("", place)
    if (digits := digits_of(token)) is not None:
        unit = _unit_behind(tokens, place)
        return (digits, place) if unit is None else (digits[0] + (digits_of(tokens[unit]) or ""), unit)
    if token.word in SOUNDS_LIKE and _is_among_digits(speech, place):
        return SOUNDS_LIKE[token.word], place
    letters = _letters(speech, token)
    if len(letters) == 1:
        return letters, _behind_such_as(tokens, place)
    return letters, place


def _is_among_digits(speech: Speech, place: int) -> bool:
    """Whether a word stands behind a digit, and before one or the letter that a number ends in."""
    tokens, at = speech.tokens, place - 1
    while at > 0 and tokens[at].word in SOUNDS_LIKE:
        at -= 1
    if at < 0 or digits_of(tokens[at]) is None or place + 1 >= len(tokens):
        return False
    behind = tokens[place + 1]
    return behind.word in SOUNDS_LIKE or digits_of(behind) is not None or len(_letters(speech, behind)) == 1


def _unit_behind(tokens: Sequence[Token], place: int) -> int | None:
    """Where the second half of a number in words stands, as of "forty-four"."""
    if tokens[place].word not in TENS:
        return None
    at = place + 1
    while at < len(tokens) and tokens[at].word == "-":
        at += 1
    is_unit = at < len(tokens) and tokens[at].sort is Sort.WORD and len((digits_of(tokens[at]) or "0").strip("0")) == 1
    return at if is_unit else None


def _letters(speech: Speech, token: Token) -> str:
    written = speech.written(token)
    if token.sort is not Sort.WORD or not written.isascii() or not written.isalpha():
        return ""
    if token.word in NAMES_OF_LETTERS:
        return written[0].upper()
    is_joined = any(speech.text[at : at + 1].isdigit() for at in (token.start - 1, token.end) if at >= 0)
    is_capital = written.isupper() and token.word not in SHORT_WORDS - {"is", "no", "at"}
    is_pair = len(written) == _PAIR and token.word not in SHORT_WORDS
    is_short = len(written) <= _LONGEST_WORD and (is_joined or is_capital or is_pair or _is_bank(speech, token))
    return written.upper() if len(written) == 1 or is_short else ""


def _is_bank(speech: Speech, token: Token) -> bool:
    """As "Nwbk" between figures."""
    before, behind = speech.text[: token.start].rstrip(), speech.text[token.end :].lstrip()
    return len(token.word) == _LONGEST_WORD and before[-1:].isdigit() and behind[:1].isdigit()


def _behind_such_as(tokens: Sequence[Token], place: int) -> int:
    """The last token of "I for India", "N as in November"."""
    at = place + 1
    while at < len(tokens) and tokens[at].word in _SUCH_AS:
        at += 1
    is_named = place + 1 < at < len(tokens) and tokens[at].word[:1] == tokens[place].word
    return at if is_named else place

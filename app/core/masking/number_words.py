"""The words of numbers: digits, tens, what repeats them, and what parts none from its rest."""

import unicodedata

from app.core.masking.tokens import Sort, Token, words_in

_UNITS = {
    "zero": 0, "oh": 0, "o": 0, "nought": 0, "naught": 0, "aught": 0, "nil": 0, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "niner": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SOUNDS_LIKE = {
    "for": "4", "fore": "4", "to": "2", "too": "2", "tu": "2", "ate": "8", "ait": "8", "won": "1", "wan": "1",
    "wun": "1", "free": "3", "tree": "3", "fife": "5", "fyve": "5", "sick": "6", "sicks": "6",
    "nein": "9", "nigh": "9", "owe": "0", "ought": "0",
}  # fmt: skip
"""What a speech engine writes for a digit; counts between digits, and where few of them are so."""
REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
MAGNITUDES = {"hundred": 2, "thousand": 3}
AMBIGUOUS = {"oh", "o", "nil", "aught"}
"""These begin no number."""

FILLERS = words_in("""
    uh um er erm ah mm mmm hmm hm eh dash hyphen space and then comma stroke slash full stop
    yeah yes yep okay ok so wait sorry next is it's that's the no not hang on one sec second let me see i mean
    after followed again right got that mm-hm huh actually hold just a moment bear with there we go here goes em
    excuse me ahem like grand nah mate cheers tell a
    lie lying i'm
    """) - {"one"}
"""Words that part no number from its rest."""
_LEADS = words_in("""
    my number its here it goes yeah um ready this thats and starts begins do the for you from card of mine alright fine
    well hi please thanks thank bye lovely great perfect cool good was there read out reading there's i've
    """)
SIGNS = {"-", ",", ".", "/", "—", "–", "…", ";", "(", ")"}
JOINTS = frozenset({"then", "and"})
STROKES = {"slash", "dash", "hyphen", "stroke"}
HESITATIONS = {"um", "uh", "er", "erm", "em", "and"}


PLURALS = {
    "zeros": 0, "zeroes": 0, "ohs": 0, "noughts": 0, "ones": 1, "twos": 2, "threes": 3, "fours": 4, "fives": 5,
    "sixes": 6, "sevens": 7, "eights": 8, "nines": 9,
}  # fmt: skip
COUNTED = words_in(
    "pounds pound quid pence dollars dollar bucks euros euro percent minutes hours days weeks months years"
)
"""Before these stands another number than the one that was told, if other words are between."""
BEFORE_A_PRONOUN = words_in(
    "the new work other this that which wrong right old same any no every each another good last final"
    " first second third fourth"
)
"""Behind these "one" is no digit."""
NUMBER_WORDS = frozenset({*_UNITS, *TEENS, *TENS, *REPEATS})


def is_filler(token: Token) -> bool:
    """Whether a number may go on behind it."""
    return token.word in FILLERS or token.word in SIGNS


def is_lead(token: Token) -> bool:
    """Whether a number may follow with which nothing else is said."""
    return is_filler(token) or token.word in _LEADS or token.sort is Sort.SIGN


def is_digit_word(token: Token) -> bool:
    """Whether a word is a number that is said: "seven", "forty"."""
    return token.sort is Sort.WORD and digits_of(token) is not None


def is_number(token: Token) -> bool:
    """Whether it is a number or a part of one, written or said."""
    return any(letter.isdigit() for letter in token.word) or token.word in REPEATS or digits_of(token) is not None


def digits_of(token: Token) -> str | None:
    """The digits of a token that is a number, None where it is none."""
    if token.sort is Sort.NUMBER:
        return "".join(str(unicodedata.digit(letter)) for letter in token.word if letter.isdigit())
    if token.word in _UNITS:
        return str(_UNITS[token.word])
    value = TEENS.get(token.word) or TENS.get(token.word)
    return str(value) if value else None

"""Digits as they are said and written: one by one, in pairs, doubled, mixed, with fillers between."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.masking.checks import is_card
from app.core.masking.cues import Cue, cues_of
from app.core.masking.tokens import Sort, Token, tokens_of, words_in

_UNITS = {
    "zero": 0, "oh": 0, "o": 0, "nought": 0, "naught": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "niner": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SOUNDS_LIKE = {"for": "4", "fore": "4", "to": "2", "too": "2", "tu": "2", "ate": "8", "won": "1", "free": "3"}
"""What a speech engine writes for a digit; counts between digits, and where few of them are so."""
_LEAST_SURE, _LEAST_MISHEARD = 0.25, 3
"""Words that only sound like digits count in a row of so many digits, of which this share is sure."""
REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_MAGNITUDES = {"hundred": 2, "thousand": 3}
_AMBIGUOUS = {"oh", "o", "nil"}
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
_SIGNS = {"-", ",", ".", "/", "—", "–", "…", ";", "(", ")"}
_LONGEST_GAP = 8
_JOINTS = frozenset({"then", "and"})
_STROKES = {"slash", "dash", "hyphen", "stroke"}
_HESITATIONS = {"um", "uh", "er", "erm", "em", "and"}
_LONG_PIECE, _CARD_DIGITS = 7, 13


_PLURALS = {
    "zeros": 0, "zeroes": 0, "ohs": 0, "noughts": 0, "ones": 1, "twos": 2, "threes": 3, "fours": 4, "fives": 5,
    "sixes": 6, "sevens": 7, "eights": 8, "nines": 9,
}  # fmt: skip
_BEFORE_A_PRONOUN = words_in(
    "the new work other this that which wrong right old same any no every each another good last"
)
"""Behind these "one" is no digit."""
NUMBER_WORDS = frozenset({*_UNITS, *_TEENS, *_TENS, *REPEATS})


@dataclass(frozen=True, slots=True)
class Run:
    """A number from token `first` to token `last`, as digits; `fillers` between them are part of it."""

    first: int
    last: int
    start: int
    end: int
    pieces: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.digits)

    @property
    def digits(self) -> str:
        """All of them in a row."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class Speech:
    """A text with its tokens, numbers, and what it says of them."""

    text: str
    tokens: tuple[Token, ...]
    runs: tuple[Run, ...]
    cues: tuple[Cue, ...]

    def as_answer(self) -> "Speech":
        """The same where a number is asked for: words that sound like digits are taken for them."""
        return replace(self, runs=tuple(_runs_of(self.tokens, self.cues, is_asked=True)))

    def written(self, token: Token) -> str:
        """A token with its capital letters."""
        return self.text[token.start : token.end]


def read(text: str) -> Speech:
    """Take a text apart."""
    tokens, cues = tuple(tokens_of(text)), tuple(cues_of(text))
    return Speech(text, tokens, tuple(_runs_of(tokens, cues, is_asked=False)), cues)


def is_filler(token: Token) -> bool:
    """Whether a number may go on behind it."""
    return token.word in FILLERS or token.word in _SIGNS


def is_lead(token: Token) -> bool:
    """Whether a number may follow with which nothing else is said."""
    return is_filler(token) or token.word in _LEADS or token.sort is Sort.SIGN


def is_digit_word(token: Token) -> bool:
    """Whether a word is a number that is said: "seven", "forty"."""
    return token.sort is Sort.WORD and digits_of(token) is not None


def _runs_of(tokens: Sequence[Token], cues: Sequence[Cue], *, is_asked: bool) -> list[Run]:
    """Every number of a text, in order, as long as it may go on; "the last four digits" holds none."""
    misheard = _misheard(tokens, least_sure=0.0 if is_asked else _LEAST_SURE)
    reader = _Reader(tokens, misheard, _joined(tokens, is_asked=is_asked))
    for place, token in enumerate(tokens):
        if any(cue.start <= token.start < cue.end for cue in cues):
            reader.end()
        else:
            reader.take(place)
    reader.end()
    return reader.runs


def _misheard(tokens: Sequence[Token], *, least_sure: float) -> frozenset[int]:
    """Places of words that are to be taken for the digits that they sound like: those in a row of digits."""
    found: set[int] = set()
    row: list[int] = []
    for place in range(len(tokens) + 1):
        if place < len(tokens) and _is_in_a_row(tokens[place]):
            row.append(place)
            continue
        if place < len(tokens) and row and tokens[place].word in _SIGNS | _STROKES:
            continue
        if place < len(tokens) and tokens[place].sort is Sort.WORD and tokens[place].word not in _HESITATIONS:
            while row and tokens[row[-1]].word in SOUNDS_LIKE and row[-1] == place - 1:
                row.pop()
        sounds = [one for one in row if tokens[one].word in SOUNDS_LIKE and not _is_between_two(tokens, one)]
        is_long = len(row) >= _LEAST_MISHEARD and (least_sure == 0 or not _alternates(tokens, row))
        if is_long and sounds and len(row) - len(sounds) >= least_sure * len(row):
            found.update(sounds)
        row = []
    return frozenset(found)


def _joined(tokens: Sequence[Token], *, is_asked: bool) -> frozenset[int]:
    """Places of what looks like sums and times and is a part of a card's number: "5,402,253,269, 471-676", "11:43"."""
    found: set[int] = set()
    if all(token.sort is not Sort.AMOUNT for token in tokens):
        return frozenset()
    row: list[int] = []
    for place in range(len(tokens) + 1):
        if place < len(tokens) and _is_in_figures(tokens[place]):
            row.append(place)
        elif place == len(tokens) or tokens[place].word not in _SIGNS | _HESITATIONS:
            digits = "".join(letter for one in row for letter in _figures(tokens[one]))
            if is_card(digits) or (is_asked and len(row) > 1 and len(digits) >= _CARD_DIGITS):
                found.update(one for one in row if tokens[one].sort is Sort.AMOUNT)
            row = []
    return frozenset(found)


def _is_in_figures(token: Token) -> bool:
    is_sum = token.sort is Sort.AMOUNT and token.word[0].isdigit()
    return is_sum or token.sort is Sort.NUMBER or is_digit_word(token)


def _figures(token: Token) -> str:
    if token.sort is Sort.AMOUNT:
        return "".join(letter for letter in token.word if letter.isdigit())
    return digits_of(token) or ""


def _is_between_two(tokens: Sequence[Token], place: int) -> bool:
    """As in "ninety-nine to twenty" and "from 80 to 20"; two in a row are between none."""
    around = [tokens[at].word if 0 <= at < len(tokens) else "" for at in (place - 2, place - 1, place + 1)]
    if around[1] in SOUNDS_LIKE or around[2] in SOUNDS_LIKE:
        return False
    return around[2] in _TENS or around[2] in _TEENS or around[0] == "from"


def _alternates(tokens: Sequence[Token], row: Sequence[int]) -> bool:
    """Whether every other word is a digit: "from four to six", "two for one"."""
    return all((tokens[one].word in SOUNDS_LIKE) == bool(number % 2) for number, one in enumerate(row))


def _is_in_a_row(token: Token) -> bool:
    """A digit that is said by itself, or a word that sounds like one."""
    if token.sort is Sort.NUMBER:
        return len(token.word) <= 2  # noqa: PLR2004 - "from 118 to 164"
    return token.word in SOUNDS_LIKE or token.word in REPEATS or is_digit_word(token)


@dataclass(slots=True)
class _Piece:
    """Digits that were said in one breath, from token `first` to token `last`."""

    first: int
    last: int
    digits: str


class _Reader:
    """Walks over the tokens of a text and gathers its numbers."""

    def __init__(self, tokens: Sequence[Token], misheard: frozenset[int], joined: frozenset[int]) -> None:
        self.runs: list[Run] = []
        self._tokens = tokens
        self._misheard = misheard
        self._joined = joined
        self._pieces: list[_Piece] = []
        self._gap = 0
        self._repeat: tuple[int, int] | None = None
        self._room = 0  # how many digits at the end of the last piece are zeros that the next word may fill
        self._thousand = False

    def take(self, place: int) -> None:
        """Take the next token."""
        word = self._tokens[place].word
        digits = self._digits_at(place)
        if word in REPEATS:
            self._repeat = (place, REPEATS[word])
        elif digits is not None:
            self._add(place, digits)
        elif self._pieces and word in _PLURALS and not self._gap and self._is_repeated(place):
            self._repeat_last(place, str(_PLURALS[word]))
        elif self._pieces and word in _MAGNITUDES and not self._gap:
            self._scale(place, _MAGNITUDES[word])
        else:
            self._pass_over(self._tokens[place])

    def end(self) -> None:
        """The number, if one is open, goes on no further."""
        if self._pieces:
            first, last = self._pieces[0].first, self._pieces[-1].last
            digits = tuple(piece.digits for piece in self._pieces)
            self.runs.append(Run(first, last, self._tokens[first].start, self._tokens[last].end, digits))
        self._pieces, self._gap, self._repeat, self._room, self._thousand = [], 0, None, 0, False

    def _digits_at(self, place: int) -> str | None:
        word = self._tokens[place].word
        if place in self._misheard:
            return SOUNDS_LIKE[word]
        if place in self._joined:
            return _figures(self._tokens[place])
        begins = not self._pieces and self._repeat is None
        if begins and word in _AMBIGUOUS and not self._goes_on(place):
            return None
        if word == "one" and place and self._tokens[place - 1].word in _BEFORE_A_PRONOUN:
            return None
        return digits_of(self._tokens[place])

    def _is_repeated(self, place: int) -> bool:
        """As in "four zeros", and in "four fives" within a number."""
        word = self._tokens[place].word
        return not _PLURALS[word] or len(self._pieces) > 1 or self._goes_on(place, _JOINTS)

    def _goes_on(self, place: int, joints: frozenset[str] = frozenset()) -> bool:
        """Whether a digit follows, behind signs and joints at most."""
        for at, token in enumerate(self._tokens[place + 1 :], start=place + 1):
            if token.word not in _SIGNS | joints:
                return at in self._misheard or digits_of(token) is not None or token.word in REPEATS
        return False

    def _pass_over(self, token: Token) -> None:
        if token.word not in _SIGNS:
            self._repeat = None
        is_over = token.word == "." and bool(self._pieces) and len(self._pieces[-1].digits) >= _LONG_PIECE
        if token.word not in {"-", "and"}:
            self._room, self._thousand = 0, False
        self._gap += token.word not in _SIGNS
        if is_over or not is_filler(token) or self._gap > _LONGEST_GAP:
            self.end()

    def _add(self, place: int, digits: str) -> None:
        first = place
        if self._repeat is not None:
            first, digits = self._repeat[0], digits * self._repeat[1]
        room = self._room if digits.strip("0") else 0
        if self._pieces and len(digits) <= room:
            piece = self._pieces[-1]
            piece.digits, piece.last = piece.digits[: -len(digits)] + digits, place
        else:
            self._pieces.append(_Piece(first, place, digits))
            self._thousand = False
        self._room = 1 if self._tokens[place].word in _TENS else 0
        self._gap, self._repeat = 0, None

    def _repeat_last(self, place: int, digit: str) -> None:
        """Four zeros."""
        piece = self._pieces[-1]
        piece.digits, piece.last = digit * int(piece.digits[-1]), place

    def _scale(self, place: int, zeros: int) -> None:
        """As in "fourteen hundred", 1400; zeros give way to what follows, as in "fourteen hundred and six"."""
        piece = self._pieces[-1]
        if zeros == _MAGNITUDES["hundred"] and self._thousand:
            piece.digits = piece.digits[:-3] + piece.digits[-1] + "00"
        else:
            piece.digits += "0" * zeros
        self._thousand = zeros == _MAGNITUDES["thousand"]
        piece.last, self._room = place, zeros


def digits_of(token: Token) -> str | None:
    """The digits of a token that is a number, None where it is none."""
    if token.sort is Sort.NUMBER:
        return "".join(str(unicodedata.digit(letter)) for letter in token.word if letter.isdigit())
    if token.word in _UNITS:
        return str(_UNITS[token.word])
    value = _TEENS.get(token.word) or _TENS.get(token.word)
    return str(value) if value else None

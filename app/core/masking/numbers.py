"""Digits as they are said and written: one by one, in pairs, doubled, mixed, with fillers between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.masking.cues import Cue, cues_of
from app.core.masking.misheard import LEAST_SURE, figures_of, joined_in, misheard_in
from app.core.masking.number_words import (
    AMBIGUOUS,
    BEFORE_A_PRONOUN,
    COUNTED,
    JOINTS,
    MAGNITUDES,
    PLURALS,
    REPEATS,
    SIGNS,
    SOUNDS_LIKE,
    TENS,
    digits_of,
    is_digit_word,
    is_filler,
    is_lead,
)
from app.core.masking.tokens import Sort, Token, tokens_of

_LONGEST_GAP = 8
_LONG_PIECE = 7
_BEHIND_A_PRONOUN = {"is", "was", "that's", "it's", "has", "that", "which"}
_SENTENCE_END = re.compile(r"[.?!…]+(?=\s|$)")


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

    def sentence_of(self, place: int) -> tuple[int, int]:
        """Where the sentence begins and ends in which a letter of the text stands."""
        ends = [found.end() for found in _SENTENCE_END.finditer(self.text)]
        begin = max((end for end in ends if end <= place), default=0)
        return begin, min((end for end in ends if end > place), default=len(self.text))

    def written(self, token: Token) -> str:
        """A token with its capital letters."""
        return self.text[token.start : token.end]


def read(text: str) -> Speech:
    """Take a text apart."""
    tokens, cues = tuple(tokens_of(text)), tuple(cues_of(text))
    return Speech(text, tokens, tuple(_runs_of(tokens, cues, is_asked=False)), cues)


def _runs_of(tokens: Sequence[Token], cues: Sequence[Cue], *, is_asked: bool) -> list[Run]:
    """Every number of a text, in order, as long as it may go on; "the last four digits" holds none."""
    misheard = misheard_in(tokens, least_sure=0.0 if is_asked else LEAST_SURE)
    reader = _Reader(tokens, misheard, joined_in(tokens, is_asked=is_asked))
    for place, token in enumerate(tokens):
        if any(cue.start <= token.start < cue.end for cue in cues):
            reader.end()
        else:
            reader.take(place)
    reader.end()
    return reader.runs


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
        elif self._pieces and word in PLURALS and not self._gap and self._is_repeated(place):
            self._repeat_last(place, str(PLURALS[word]))
        elif self._pieces and word in MAGNITUDES and not self._gap:
            self._scale(place, MAGNITUDES[word])
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
            return figures_of(self._tokens[place])
        begins = not self._pieces and self._repeat is None
        if begins and word in AMBIGUOUS and not self._goes_on(place):
            return None
        if word == "one" and self._is_pronoun(place):
            return None
        return digits_of(self._tokens[place])

    def _is_pronoun(self, place: int) -> bool:
        """As in "that one" and "the debit one is"; in "was that one six three" it is a digit."""
        behind = self._tokens[place + 1 : place + 3]
        is_read_out = len(behind) > 1 and all(len(digits_of(token) or "") == 1 for token in behind)
        before = self._tokens[place - 1] if place else None
        if before is None or is_read_out:
            return False
        is_named = not self._pieces and before.sort is Sort.WORD and not is_lead(before)
        is_told = bool(behind) and (behind[0].word in _BEHIND_A_PRONOUN or self._is_end_behind(place))
        return before.word in BEFORE_A_PRONOUN or (is_named and is_told)

    def _is_end_behind(self, place: int) -> bool:
        """Whether the sentence ends here, and it goes on with other words."""
        behind = self._tokens[place + 1 : place + 3]
        is_end = len(behind) > 1 and behind[0].word == "."
        return is_end and behind[1].sort is Sort.WORD and not is_digit_word(behind[1])

    def _is_repeated(self, place: int) -> bool:
        """As in "four zeros", and in "four fives" within a number."""
        word = self._tokens[place].word
        return not PLURALS[word] or len(self._pieces) > 1 or self._goes_on(place, JOINTS)

    def _goes_on(self, place: int, joints: frozenset[str] = frozenset()) -> bool:
        """Whether a digit follows, behind signs and joints at most."""
        for at, token in enumerate(self._tokens[place + 1 :], start=place + 1):
            if token.word not in SIGNS | joints:
                return at in self._misheard or digits_of(token) is not None or token.word in REPEATS
        return False

    def _pass_over(self, token: Token) -> None:
        if token.word not in SIGNS:
            self._repeat = None
        is_over = token.word == "." and bool(self._pieces) and len(self._pieces[-1].digits) >= _LONG_PIECE
        if token.word not in {"-", "and"}:
            self._room, self._thousand = 0, False
        self._gap += token.word not in SIGNS
        if is_over or not is_filler(token) or self._gap > _LONGEST_GAP:
            self.end()

    def _add(self, place: int, digits: str) -> None:
        first = place
        if self._repeat is not None:
            first, digits = self._repeat[0], digits * self._repeat[1]
        room = self._room if digits.strip("0") else 0
        if self._pieces and self._gap and self._is_counted(place):
            self.end()
        if self._pieces and len(digits) <= room:
            piece = self._pieces[-1]
            piece.digits, piece.last = piece.digits[: -len(digits)] + digits, place
        else:
            self._pieces.append(_Piece(first, place, digits))
            self._thousand = False
        self._room = 1 if self._tokens[place].word in TENS else 0
        self._gap, self._repeat = 0, None

    def _is_counted(self, place: int) -> bool:
        """As the second number is in "oh two one. And that's the 349 dollars"."""
        behind = self._tokens[place + 1 : place + 2]
        return bool(behind) and behind[0].word in COUNTED

    def _repeat_last(self, place: int, digit: str) -> None:
        """Four zeros."""
        piece = self._pieces[-1]
        piece.digits, piece.last = digit * int(piece.digits[-1]), place

    def _scale(self, place: int, zeros: int) -> None:
        """As in "fourteen hundred", 1400; zeros give way to what follows, as in "fourteen hundred and six"."""
        piece = self._pieces[-1]
        if zeros == MAGNITUDES["hundred"] and self._thousand:
            piece.digits = piece.digits[:-3] + piece.digits[-1] + "00"
        else:
            piece.digits += "0" * zeros
        self._thousand = zeros == MAGNITUDES["thousand"]
        piece.last, self._room = place, zeros

"""What a number looks like: by its own words, and by the words beside it."""

import re

from app.core.masking.cue_parts import THINGS
from app.core.masking.number_words import REPEATS, is_lead
from app.core.masking.sums import Sum
from app.core.masking.tokens import SHORT_WORDS, Sort, words_in

_BEFORE_A_YEAR = {"in", "since", "by", "until", "till", "from", "of", "during", "after", "before", "back"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([./-])\d{1,2}\2\d{1,2}")
_MOST_YEARS, _SHORT_YEAR = 3, 2
_BANKS_LETTERS = 4
_STREETS = words_in("street road drive avenue ave lane court way close place boulevard crescent terrace rd st dr grove")
_BANKING = re.compile(r"account|direct debit|standing order|\bbank\b", re.IGNORECASE)
_NATIONAL_DIGITS, _LONGEST_HOUSE = 10, 5
_SORT_CODE_DIGITS, _YEAR_DIGITS = 6, 4
_THING = re.compile(rf"\b(?:order|{THINGS})s?\b", re.IGNORECASE)
_CARD_DIGITS = 13
_NUMBERED = words_in("""
    platform bay locker aisle floor level gate stand terminal dock pier exit junction route highway interstate
    motorway bus tram coach carriage berth cabin deck room flat apartment unit suite building table court seat
    pitch plot lot slot zone tooth page chapter episode season ward bed theatre till pump crate shelf tray drawer
    extension ext option press buzz buzzer channel
    """)
"""Places and the like that are told by a number of a few digits beside them."""
_LONGEST_OF_PLACE, _LONGEST_ROAD = 5, 3
_ROADS = words_in("on off up down along take taking took via")
_DAYS = re.compile(r"\d{1,2}/\d{1,2}(?:[,. ]+(?:(?:and|then|or|to|not|now) +)*\d{1,2}/\d{1,2})+")
_SENTENCE = re.compile(r"(?<=[.?!]) ")
_PARCEL_DIGITS, _PARCEL = range(20, 23), "9"
"""The numbers of parcels of the American post."""
_AT_AN_END = re.compile(
    r",? ?(?:is |was |comes? |goes )?(?:at|on|in|to) the (?:very |other )?(?:end|start|beginning|front|middle)\b",
    re.IGNORECASE,
)
_LONGEST_PLACE = 40
PICKS = {("after", "the"), ("missed", "the"), ("lost", "the"), ("the", "number"), ("o", "or"), ("ones", "a")}
"""Words before a digit of a number that is told apart from the rest."""
_NAMING = {"it's", "its", "that's", "thats", "is", "this", "was"}
_CLAUSE_END = re.compile(r"[.?!…,;:](?=\s|$)|\s[-–—](?=\s)")


class Shape(Sum):
    """A number in its text."""

    def __len__(self) -> int:
        return len(self._run)

    @property
    def start(self) -> int:
        """Its place in the text."""
        return self._run.start

    @property
    def is_in_singles(self) -> bool:
        """Nothing but single digits, however few."""
        return len(self._run.pieces) == len(self._run) or not REPEATS.keys().isdisjoint(self._words)

    @property
    def is_in_a_row(self) -> bool:
        """Nothing but signs between its digits."""
        tokens = self._tokens[self._run.first : self._run.last + 1]
        return sum(token.sort is not Sort.SIGN for token in tokens) == len(self._run.pieces)

    @property
    def is_a_sentence(self) -> bool:
        """Nothing else is said in its sentence but words that lead to a number."""
        return self.begins_a_sentence and self._is_alone(
            self._run.start, self._speech.sentence_of(self._run.end - 1)[1]
        )

    @property
    def is_bare(self) -> bool:
        """It begins a sentence, and no "it's" before it says that something is it."""
        before = self._tokens[self._run.first - 1].word if self._run.first else ""
        return self.begins_a_sentence and before not in _NAMING

    @property
    def begins_a_sentence(self) -> bool:
        """Nothing else is said before it in its sentence."""
        return self._is_alone(self._speech.sentence_of(self._run.start)[0], self._run.end)

    @property
    def is_a_clause(self) -> bool:
        """Nothing else is said between the commas around it."""
        behind = _CLAUSE_END.search(self._speech.text, self._run.end)
        return self._is_alone(self._clause_begin, behind.start() if behind else len(self._speech.text))

    @property
    def begins_a_clause(self) -> bool:
        """Nothing is said before it since the comma."""
        return self._is_alone(self._clause_begin, self._run.end)

    @property
    def _clause_begin(self) -> int:
        return max((end.end() for end in _CLAUSE_END.finditer(self._speech.text, 0, self._run.start)), default=0)

    def _is_alone(self, begin: int, end: int) -> bool:
        before = (self._tokens[at] for at in range(self._run.first - 1, -1, -1) if self._tokens[at].start >= begin)
        behind = (token for token in self._tokens[self._run.last + 1 :] if token.start < end)
        return all(is_lead(token) for token in before) and all(is_lead(token) for token in behind)

    @property
    def is_read_out(self) -> bool:
        """Said digit by digit."""
        singles = sum(len(piece) == 1 for piece in self._run.pieces)
        return singles > 2 or not REPEATS.keys().isdisjoint(self._words)  # noqa: PLR2004 - two are any two

    @property
    def trails_off(self) -> bool:
        """Digits said one by one, with a pause behind: "four four... I can't see"."""
        is_single = len(self._run.pieces) == len(self._run) > 1
        return is_single and self._speech.text.startswith(("...", "…"), self._run.end)

    @property
    def is_at_an_end(self) -> bool:
        """As in "26 at the end"."""
        behind = self._speech.text[self._run.end : self._run.end + _LONGEST_PLACE]
        return len(self._run) > 1 and _AT_AN_END.match(behind) is not None

    @property
    def is_not_so(self) -> bool:
        """Digits that were misheard, read out one by one: "not six one"."""
        is_single = len(self._run.pieces) == len(self._run) > 1
        return is_single and self._run.first > 0 and self._tokens[self._run.first - 1].word == "not"

    @property
    def is_picked_out(self) -> bool:
        """One digit of a number, by where it stands or that it was missed: "is there more after the five?"."""
        before = tuple(token.word for token in self._tokens[max(0, self._run.first - 2) : self._run.first])
        return len(self._run) == 1 and before in PICKS

    @property
    def is_of_a_place(self) -> bool:
        """As in "bay 1207", "buzz 1207" and "on the 405"."""
        before = [token.word for token in self._tokens[max(0, self._run.first - 2) : self._run.first]]
        if before[-1:] == ["the"] and before[0] in _ROADS and not self.is_pure:
            return len(self._run.pieces) == 1 and 1 < len(self._run) <= _LONGEST_ROAD
        named = before[0] if before[-1:] == ["number"] else before[-1] if before else ""
        return named in _NUMBERED and len(self._run) <= _LONGEST_OF_PLACE

    @property
    def is_parcel(self) -> bool:
        """Longer than a card's number, with the beginning of a parcel's."""
        return len(self._run) in _PARCEL_DIGITS and self._run.digits.startswith(_PARCEL)

    @property
    def is_year(self) -> bool:
        """A year after a word such as "since"."""
        before = self._tokens[self._run.first - 1].word if self._run.first else ""
        return bool(_YEAR.fullmatch(self._run.digits)) and before in _BEFORE_A_YEAR

    @property
    def is_date(self) -> bool:
        """A date in figures ("12/05/2024"), or some years in a row."""
        written = self._speech.text[self._run.start : self._run.end]
        if _DATE.fullmatch(written) or _DAYS.fullmatch(written):
            return True
        numbers = re.findall(r"\d+", written)
        others = set(re.findall(r"[A-Za-z]+", written.casefold())) - {"and"}
        is_short = self._speech.text[: self._run.start].endswith(("'", "’"))
        years = numbers[1:] if is_short and len(numbers[0]) == _SHORT_YEAR else numbers
        return 1 < len(numbers) <= _MOST_YEARS and not others and all(_YEAR.fullmatch(number) for number in years)

    @property
    def has_plus(self) -> bool:
        """As the numbers of phones in another country."""
        is_long = len(self._run) >= _NATIONAL_DIGITS
        return is_long and self._run.first > 0 and self._tokens[self._run.first - 1].word in {"+", "plus"}

    @property
    def is_full_year(self) -> bool:
        """A year and nothing else."""
        return _YEAR.fullmatch(self._run.digits) is not None and len(self._run.pieces) == 1

    @property
    def is_of_a_thing(self) -> bool:
        """Something that has a number is named before it; in its own sentence, where a number was begun before."""
        said = self._speech.text[: self._run.start]
        if any(run.end <= self._run.start and len(run) >= _YEAR_DIGITS for run in self._speech.runs):
            said = _SENTENCE.split(said)[-1]
        return _THING.search(said) is not None

    @property
    def is_phone(self) -> bool:
        """As long as a phone number, with the beginning of one."""
        if self.has_plus:
            return True
        digits = self._run.digits
        if digits.startswith("0"):
            return len(digits) in {_NATIONAL_DIGITS, _NATIONAL_DIGITS + 1}
        national = digits.removeprefix("1")
        return len(national) == _NATIONAL_DIGITS and min(national[0], national[3]) >= "2"

    @property
    def is_sort_code(self) -> bool:
        """Three pairs, beside an account."""
        behind = self._tokens[self._run.last + 1 : self._run.last + 4]
        pairs = [len(piece) for piece in self._run.pieces]
        is_beside = any(token.word == "account" for token in behind)
        is_named = pairs == [2, 2, 2] and _BANKING.search(self._speech.text) is not None
        return len(self._run) == _SORT_CODE_DIGITS and (is_beside or is_named)

    @property
    def is_ordinary(self) -> bool:
        """What is listed, times, or with letters in front as references have."""
        are_times = len(self._run.pieces) > 1 and self.is_told_as_time
        return self.is_listed or are_times or self._has_letters_before or self.is_of_a_street

    @property
    def _has_letters_before(self) -> bool:
        """As references and registrations have; four letters are a bank's, though."""
        place = self._run.first - 1
        while place >= 0 and self._tokens[place].word in {"-", ","}:
            place -= 1
        if place < 0 or (len(self._run) >= _CARD_DIGITS and self._run.digits[0] != "0"):
            return False
        before = self._tokens[place]
        written = self._speech.written(before)
        if before.sort is Sort.WORD and written.isupper() and len(written) in range(2, 5):
            return before.word not in SHORT_WORDS
        first = place
        while first >= 0 and self._is_capital(first):
            first -= 1
        letters = [self._speech.written(token) for token in self._tokens[first + 1 : place + 1]]
        return 0 < len(letters) < _BANKS_LETTERS and not {"I", "O"} >= set(letters)

    def _is_capital(self, place: int) -> bool:
        written = self._speech.written(self._tokens[place])
        return len(written) == 1 and written.isupper()

    @property
    def is_of_a_street(self) -> bool:
        """As in "14 Castle Street"."""
        behind = self._tokens[self._run.last + 1 : self._run.last + 5]
        streets = [self._speech.written(token) for token in behind if token.word in _STREETS]
        return any(street.istitle() or len(self._run) <= _LONGEST_HOUSE for street in streets)

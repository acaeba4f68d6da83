"""What a number looks like: by its own words, and by the words beside it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.core.masking.cue_words import THINGS
from app.core.masking.number_words import REPEATS, is_lead
from app.core.masking.numbers import Run, Speech
from app.core.masking.tokens import SHORT_WORDS, Sort, words_in

_UNITS = words_in("""
    second seconds minute minutes hour hours day days night nights week weeks fortnight month months year years times
    time pounds pound quid pence p dollars dollar bucks cents cent euros euro percent per % degrees miles mile metres
    meters km kilometres feet foot inches inch kilos kilo grams pounds stone gb gig gigs megs mb meg mbps digit digits
    numbers letters characters people person of calls emails texts items boxes parcels o'clock am pm a.m p.m
    hundred thousand million grand litres points stars cards payments instalments installments bars channels
    devices phones tickets seats bags rooms
    """)
_LONGEST_QUANTITY = 6
_BEFORE_A_PRICE = words_in("at around about pay paid paying charge charged me cost costs owe owed again")
_QUOTING = words_in("quoted charged paid offered cost costs costing")
_LONGEST_PRICE = 3
_KINDS_OF_UNITS = words_in(
    "business working calendar full whole solid long more different separate other straight extra"
)
_BEFORE_A_YEAR = {"in", "since", "by", "until", "till", "from", "of", "during", "after", "before", "back"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_FEW_BEFORE = 4
_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([./-])\d{1,2}\2\d{1,2}")
_MOST_YEARS, _SHORT_YEAR = 3, 2
_STEPS = {1, 2, 5, 10, -1}
_PRICE_ENDS = ("ninety nine", "ninety five", "fifty", "forty nine", "99", "95", "50")
_BANKS_LETTERS = 4
_STREETS = words_in("street road drive avenue ave lane court way close place boulevard crescent terrace rd st dr grove")
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
_MONEY = re.compile(
    r"[£$€]|\b(?:pounds?|quid|pence|dollars?|bucks|cents?|euros?|in all|in total|altogether|each|off|price[ds]?"
    r"|comes to|came to|subtotal|total)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!]) ")
_PARCEL_DIGITS, _PARCEL = range(20, 23), "9"
"""The numbers of parcels of the American post."""
_AT_AN_END = re.compile(
    r",? ?(?:is |was |comes? |goes )?(?:at|on|in|to) the (?:very |other )?(?:end|start|beginning|front|middle)\b",
    re.IGNORECASE,
)
_LONGEST_PLACE = 40
_VERSION = re.compile(r"\d+(?:\.\d+){2,}")
_GROUPED = re.compile(r"\d{4}(?:\.\d{4}){2,}(?:\.\d+)?|\d{3}\.\d{3}\.\d{4}|\d{3}\.\d{2}\.\d{4}")


class Shape:
    """A number in its text."""

    def __init__(self, speech: Speech, run: Run) -> None:
        self._speech = speech
        self._tokens = speech.tokens
        self._run = run

    @property
    def is_pure(self) -> bool:
        """Nothing else is said but words that lead to a number."""
        others = [*self._tokens[: self._run.first], *self._tokens[self._run.last + 1 :]]
        if "not" in self._words and len(self._run) <= _YEAR_DIGITS:
            return False
        return all(is_lead(token) for token in others)

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
    def is_quantity(self) -> bool:
        """Things are counted."""
        behind = [token.word for token in self._tokens[self._run.last + 1 : self._run.last + 3]]
        unit = behind[1:] if behind[:1] and behind[0] in _KINDS_OF_UNITS else behind[:1]
        return bool(unit) and unit[0] in _UNITS and len(self._run) <= _LONGEST_QUANTITY

    @property
    def is_span(self) -> bool:
        """Two ends, as in "between one and five", or in "from four to six"."""
        before = self._tokens[self._run.first - 1].word if self._run.first else ""
        return before in {"between", "from"} and len(self._run.pieces) == 2  # noqa: PLR2004 - two ends

    @property
    def is_time_or_price(self) -> bool:
        """As in "at nine thirty" and "I pay 250"."""
        before = self._tokens[self._run.first - 1].word if self._run.first else ""
        groups = [len(piece) for piece in self._run.pieces]
        return before in _BEFORE_A_PRICE and len(groups) <= 2 and max(groups) <= _LONGEST_PRICE  # noqa: PLR2004 - 9, 30

    @property
    def is_told_as_price(self) -> bool:
        """Two numbers in words at the end of a sentence, as in "and now it's sixty-four ninety-nine"."""
        figures = any(letter.isdigit() for word in self._words for letter in word)
        lengths = [len(piece) for piece in self._run.pieces]
        return lengths in ([1, 2], [2, 2]) and not figures and self._run.first > _FEW_BEFORE and not self.is_pure

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
    def is_told_as_time(self) -> bool:
        """As in "I was on the 0712", or in "the 0616, then the 0702"."""
        before = self._tokens[self._run.first - 1].word if self._run.first else ""
        is_again = len(self._run.pieces) == 1 or before in self._words
        are_times = all(_TIME.fullmatch(piece) for piece in self._run.pieces)
        is_one = _TIME.fullmatch(self._run.digits) is not None
        return before in {"the", "at"} and not self.is_pure and (is_one or (is_again and are_times))

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
        is_named = pairs == [2, 2, 2] and "account" in self._speech.text.casefold()
        return len(self._run) == _SORT_CODE_DIGITS and (is_beside or is_named)

    @property
    def is_ordinary(self) -> bool:
        """Counted on, sums, prices, lists, versions, or with letters in front as references have."""
        is_listed = self.is_counted_on or self.is_sum or self._is_priced or self._is_list or self._is_quoted
        are_times = len(self._run.pieces) > 1 and self.is_told_as_time
        return is_listed or are_times or self._has_letters_before or self._is_of_an_address

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
    def _is_of_an_address(self) -> bool:
        behind = self._tokens[self._run.last + 1 : self._run.last + 5]
        streets = [self._speech.written(token) for token in behind if token.word in _STREETS]
        return any(street.istitle() or len(self._run) <= _LONGEST_HOUSE for street in streets)

    @property
    def is_counted_on(self) -> bool:
        """One, two, three; the last may be said again."""
        if max(map(len, self._run.pieces)) > _LONGEST_QUANTITY:
            return False
        before = [token.word for token in self._tokens[max(0, self._run.first - 2) : self._run.first]]
        if any(word.startswith("count") for word in before):
            return True
        numbers = [int(piece) for piece in self._run.pieces]
        if numbers[-2:-1] == numbers[-1:]:
            numbers.pop()
        steps = {after - before for before, after in pairwise(numbers)}
        return len(numbers) > 2 and len(steps) == 1 and steps <= _STEPS  # noqa: PLR2004 - two are any two

    @property
    def is_sum(self) -> bool:
        """Said in hundreds and thousands, or in round tens."""
        words = self._words
        sums = sum(word in {"hundred", "thousand"} for word in words)
        longest = _CARD_DIGITS - 1 if sums > 1 else _LONGEST_QUANTITY
        is_short = len(self._run) <= longest and not self._run.digits.startswith("0")
        if sums and (is_short or all(piece.endswith("000") for piece in self._run.pieces)):
            return True
        pieces = self._run.pieces
        return len(pieces) > 2 and all(len(piece) == 2 and piece[1] == "0" for piece in pieces)  # noqa: PLR2004 - tens

    @property
    def _is_priced(self) -> bool:
        groups = re.split(r" (?:, )?(?:,|and|or|then) ", " ".join(self._words).replace(" - ", " "))
        if self._are_sums(groups):
            return True
        is_alike = len(groups) == len(self._run.pieces) / 2 > 2 and self._are_hundreds  # noqa: PLR2004 - two are any two
        return is_alike or (len(groups) > 1 and all(group.endswith(_PRICE_ENDS) for group in groups))

    def _are_sums(self, groups: Sequence[str]) -> bool:
        """As in "twelve sixty, four ninety-five": pounds and pence in words, where money is spoken of."""
        lengths = [len(piece) for piece in self._run.pieces]
        if len(lengths) == 2 * len(groups) - 1:
            groups, lengths = groups[:-1], lengths[:-1]  # how many of what follows
        pairs = len(lengths) == 2 * len(groups) > 2 and set(lengths[1::2]) == {2} and set(lengths[::2]) <= {1, 2}  # noqa: PLR2004 - two are any two
        figures = any(letter.isdigit() for group in groups for letter in group)
        return pairs and not figures and _MONEY.search(self._speech.text) is not None

    @property
    def _is_quoted(self) -> bool:
        """As in "they quoted me 1150 and then 1325"."""
        before = {token.word for token in self._tokens[max(0, self._run.first - 3) : self._run.first]}
        longest = max(map(len, self._run.pieces))
        lengths = [len(piece) for piece in self._run.pieces]
        are_hundreds = lengths == [1, 2] * (len(lengths) // 2)
        is_short = 1 < longest <= _YEAR_DIGITS and (len(lengths) <= _MOST_YEARS or are_hundreds)
        return is_short and not _QUOTING.isdisjoint(before)

    @property
    def _are_hundreds(self) -> bool:
        """As "one nineteen, one twenty-nine and one forty-nine", each more than the one before or each less."""
        lengths = [len(piece) for piece in self._run.pieces]
        numbers = [int(self._run.digits[at : at + 3]) for at in range(0, len(self._run), 3)]
        is_sorted = numbers in (sorted(numbers), sorted(numbers, reverse=True))
        return lengths == [1, 2] * (len(lengths) // 2) and is_sorted

    @property
    def _is_list(self) -> bool:
        """Figures of one to three digits with a comma or an "and" between any two, two ends of a span, or a version."""
        written = self._speech.text[self._run.start : self._run.end]
        if _VERSION.fullmatch(written) and not _GROUPED.fullmatch(written):
            return True
        pieces = self._run.pieces
        tokens = self._tokens[self._run.first : self._run.last + 1]
        if len(tokens) == 3 and tokens[1].word == "and" and len(pieces[0]) == len(pieces[-1]):  # noqa: PLR2004 - two
            return True
        parts = sum(token.word in {",", "and", "then", "or"} for token in tokens)
        is_short = all(len(piece) < 4 and not (len(piece) > 1 and piece[0] == "0") for piece in pieces)  # noqa: PLR2004 - a group of a card
        is_even = len({len(piece) for piece in pieces}) == 1 and len(self._run) >= _CARD_DIGITS
        has_large = any(len(piece) > 1 for piece in pieces)
        return parts >= len(pieces) - 1 > 1 and is_short and has_large and not is_even

    @property
    def _words(self) -> list[str]:
        return [token.word for token in self._tokens[self._run.first : self._run.last + 1]]

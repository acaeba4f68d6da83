"""How a number is counted, paid, timed or listed, by its own words and by the words beside it."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from app.core.masking.number_words import is_lead
from app.core.masking.numbers import Run, Speech
from app.core.masking.tokens import words_in

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
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_FEW_BEFORE = 4
_MOST_YEARS = 3
_STEPS = {1, 2, 5, 10, -1}
_PRICE_ENDS = ("ninety nine", "ninety five", "fifty", "forty nine", "99", "95", "50")
_YEAR_DIGITS = 4
_ENDING = 4
_CARD_DIGITS = 13
_MONEY = re.compile(
    r"[£$€]|\b(?:pounds?|quid|pence|dollars?|bucks|cents?|euros?|in all|in total|altogether|each|off|price[ds]?"
    r"|comes to|came to|subtotal|total)\b",
    re.IGNORECASE,
)
_TO_PAY = re.compile(r" (?:today|altogether|all in|in total|in all|please|to pay|due|all up|now)\b", re.IGNORECASE)
_OWED = re.compile(r"\b(?:overdue|owing|outstanding|in arrears|left to pay)\b", re.IGNORECASE)
_VERSION = re.compile(r"\d+(?:\.\d+){2,}")
_GROUPED = re.compile(r"\d{4}(?:\.\d{4}){2,}(?:\.\d+)?|\d{3}\.\d{3}\.\d{4}|\d{3}\.\d{2}\.\d{4}")


class Sum:
    """A number in its text, where it may be a quantity, a time, a price or a list."""

    def __init__(self, speech: Speech, run: Run) -> None:
        self._speech = speech
        self._tokens = speech.tokens
        self._run = run

    @property
    def is_quantity(self) -> bool:
        """Things are counted."""
        behind = [token.word for token in self._tokens[self._run.last + 1 : self._run.last + 4] if token.word != "-"]
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
        if self.is_to_pay:
            return True
        return lengths in ([1, 2], [2, 2]) and not figures and self._run.first > _FEW_BEFORE and not self.is_pure

    @property
    def is_to_pay(self) -> bool:
        """As in "it's 127 60 today"."""
        lengths = [len(piece) for piece in self._run.pieces]
        behind = self._speech.text[self._run.end :]
        is_owed = _TO_PAY.match(behind) or _OWED.search(self._speech.text[: self._run.start])
        return lengths in ([1, 2], [2, 2], [3, 2]) and is_owed is not None

    @property
    def is_told_as_time(self) -> bool:
        """As in "I was on the 0712", or in "the 0616, then the 0702"."""
        before = self._tokens[self._run.first - 1].word if self._run.first else ""
        is_again = len(self._run.pieces) == 1 or before in self._words
        are_times = all(_TIME.fullmatch(piece) for piece in self._run.pieces)
        is_one = _TIME.fullmatch(self._run.digits) is not None
        return before in {"the", "at"} and not self.is_pure and (is_one or (is_again and are_times))

    @property
    def is_pure(self) -> bool:
        """Nothing else is said but words that lead to a number."""
        others = [*self._tokens[: self._run.first], *self._tokens[self._run.last + 1 :]]
        if "not" in self._words and len(self._run) <= _YEAR_DIGITS:
            return False
        return all(is_lead(token) for token in others)

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
    def is_counted_on(self) -> bool:
        """One, two, three; the last may be said again, or before: "on three: one, two, three"."""
        if max(map(len, self._run.pieces)) > _LONGEST_QUANTITY:
            return False
        before = [token.word for token in self._tokens[max(0, self._run.first - 2) : self._run.first]]
        if any(word.startswith("count") for word in before):
            return True
        numbers = [int(piece) for piece in self._run.pieces]
        if numbers[-2:-1] == numbers[-1:]:
            numbers.pop()
        if numbers[0] == numbers[-1]:
            numbers.pop(0)
        steps = {after - before for before, after in pairwise(numbers)}
        return len(numbers) > 2 and len(steps) == 1 and steps <= _STEPS  # noqa: PLR2004 - two are any two

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
    def are_ends(self) -> bool:
        """As in "ending in 0019, 5518 and 2240"."""
        groups = [group.split() for group in re.split(r",| and ", " ".join(self._words))]
        return "and" in self._words and max(map(len, groups)) <= _ENDING

    @property
    def is_listed(self) -> bool:
        """Counted on, sums, prices, lists or versions."""
        return self.is_counted_on or self.is_sum or self._is_priced or self._is_list or self._is_quoted

    @cached_property
    def _words(self) -> list[str]:
        return [token.word for token in self._tokens[self._run.first : self._run.last + 1]]

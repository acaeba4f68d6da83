"""The one masking step that every text passes before it leaves the runner.

Digits count whether written ("4111 1111"), spoken ("four one one one", "double four", "twenty two") or mixed, across
fillers and punctuation. Runs of 13 to 19 digits become `[card]`, other runs from seven digits `[account]`, a three to
eight digit run after a security code's cue `[code]`. Money, dates and a few years in a row are left alone.
"""

import re
from collections import deque
from dataclasses import dataclass

_UNITS = {
    "zero", "oh", "o", "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "niner",
}  # fmt: skip
_TEENS = {
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
}  # fmt: skip
_TENS = {"twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_REPEATS = {"double": 2, "triple": 3, "treble": 3}
_FILLERS = {"uh", "um", "er", "erm", "ah", "mm", "hmm", "dash", "hyphen", "space", "and", "then", "comma"}
_FILLERS |= {"yeah", "yes", "okay", "ok", "so", "wait", "sorry", "next", "is"}
_PUNCTUATION = {"-", ",", ".", "/", "—", "–", "…"}
_AMBIGUOUS_START = {"oh", "o"}
_TOKEN = re.compile(r"\$?\d[\d.,]*\d|\$?\d|[A-Za-z]+(?:'[a-z]+)?|[^\sA-Za-z\d]")
_MONEY = re.compile(r"\$|^\d{1,3}(,\d{3}){1,3}(\.\d+)?$|\.\d\d$")
_DATE = re.compile(r"^(\d{1,2}([./-])\d{1,2}\2(\d{4}|\d\d)|\d{4}([./-])\d{1,2}\4\d{1,2})$")
_YEAR = re.compile(r"^(19|20)\d\d$")
_MOST_YEARS = 3
_CODE_CUE = re.compile(
    r"\b(security (code|number)|c ?v ?[vc]2?|card verification|three digits? on the back|pin( code| number)?"
    r"|verification code|passcode|one[- ]time (code|password))\b",
    re.IGNORECASE,
)
_CUE_REACH = 60
_CARD_DIGITS = range(13, 20)
_ACCOUNT_DIGITS = 7
_CODE_DIGITS = range(3, 9)
_SAME_NUMBER_S = 8.0


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    digits: int


def mask(text: str) -> str:
    """Return `text` with every sensitive digit run replaced by its label and no digit of it kept."""
    masked = text
    for run in reversed(_digit_runs(text)):
        label = _label(text, run)
        if label:
            masked = masked[: run.start] + label + masked[run.end :]
    return masked


@dataclass(frozen=True, slots=True)
class _Tail:
    """How many digits an utterance ends in, those of the same number before it included, and when it ended."""

    digits: int = 0
    end_s: float = 0.0

    def carried(self, start_s: float) -> int:
        """The digits that an utterance from `start_s` on goes on with."""
        return self.digits if start_s - self.end_s <= _SAME_NUMBER_S else 0

    def then(self, text: str, start_s: float, end_s: float) -> "_Tail":
        """The tail once `text` was said too."""
        if _only_fillers(text):
            return _Tail(self.digits, end_s)
        runs = _digit_runs(text)
        if not runs or not _only_fillers(text[runs[-1].end :]):
            return _Tail(0, end_s)
        is_one_run = len(runs) == 1 and _only_fillers(text[: runs[0].start])
        return _Tail((self.carried(start_s) if is_one_run else 0) + runs[-1].digits, end_s)


class RunningMask:
    """Masks what one speaker says utterance by utterance, also a number read out in groups with pauses between.

    Of such a number at most the first six digits are ever shown, as PCI DSS 4.0 (3.4.1) allows for a card.
    """

    def __init__(self) -> None:
        self._read = _Tail()
        self._expected: deque[_Tail] = deque()

    def read(self, text: str, start_s: float, end_s: float) -> str:
        """Mask the next utterance, whose words are final, and remember the digits it ends in."""
        masked = _masked_after(self._read, text, start_s)
        self._read = self._read.then(text, start_s, end_s)
        if self._expected:
            self._expected.popleft()
        return masked

    def expect(self, text: str, start_s: float, end_s: float) -> None:
        """An utterance is over whose final words have not come: until then, these are taken for them."""
        self._expected.append(self._latest.then(text, start_s, end_s))

    def preview(self, text: str, start_s: float) -> str:
        """Mask what is heard of the utterance behind all that are over; it may still change."""
        return _masked_after(self._latest, text, start_s)

    @property
    def _latest(self) -> _Tail:
        return self._expected[-1] if self._expected else self._read


def _masked_after(tail: _Tail, text: str, start_s: float) -> str:
    runs = _digit_runs(text)
    carried = tail.carried(start_s)
    if carried and runs and _only_fillers(text[: runs[0].start]):
        label = _number_label(carried + runs[0].digits)
        if label:
            text = text[: runs[0].start] + label + text[runs[0].end :]
    return mask(text)


def _only_fillers(text: str) -> bool:
    return all(_continues(token.group().casefold()) for token in _TOKEN.finditer(text))


def _number_label(digits: int) -> str | None:
    """The label of a bare run of so many digits, None where it is left alone."""
    if digits in _CARD_DIGITS:
        return "[card]"
    return "[account]" if digits >= _ACCOUNT_DIGITS else None


def _label(text: str, run: _Run) -> str | None:
    written = text[run.start : run.end]
    if _is_date_or_years(written):
        return None
    label = _number_label(run.digits)
    before = text[max(0, run.start - _CUE_REACH) : run.start]
    if label is None and run.digits in _CODE_DIGITS and _CODE_CUE.search(before):
        return "[code]"
    return label


def _is_date_or_years(written: str) -> bool:
    if _DATE.match(written):
        return True
    numbers = re.findall(r"\d+", written)
    others = set(re.findall(r"[A-Za-z]+", written.casefold())) - {"and"}
    return 1 < len(numbers) <= _MOST_YEARS and not others and all(_YEAR.match(number) for number in numbers)


class _RunReader:
    """Walks over the tokens of a text and gathers its runs of digits."""

    def __init__(self) -> None:
        self.runs: list[_Run] = []
        self._current: _Run | None = None
        self._repeat = 1
        self._after_tens = False

    def take(self, token: re.Match[str]) -> None:
        word = token.group().casefold()
        if word in _REPEATS:
            self._repeat = _REPEATS[word]
            self._current = self._current or _Run(token.start(), token.end(), 0)
            return
        digits = _digits_of(word)
        if digits == 0:
            self._pass_over(word)
        elif self._current is not None or word not in _AMBIGUOUS_START:
            self._count(token, word, digits)

    def _pass_over(self, word: str) -> None:
        if not _continues(word):
            self._current = None
        self._repeat = 1
        self._after_tens = self._after_tens and word == "-"

    def _count(self, token: re.Match[str], word: str, digits: int) -> None:
        if self._current is None or self._current.digits == 0:
            self._current = _Run(self._current.start if self._current else token.start(), token.end(), 0)
            self.runs.append(self._current)
        is_second_half = self._after_tens and word in _UNITS
        self._current.digits += 0 if is_second_half else digits * self._repeat
        self._current.end = token.end()
        self._repeat, self._after_tens = 1, word in _TENS


def _digit_runs(text: str) -> list[_Run]:
    reader = _RunReader()
    for token in _TOKEN.finditer(text):
        reader.take(token)
    return reader.runs


def _digits_of(word: str) -> int:
    if word in _UNITS:
        return 1
    if word in _TEENS or word in _TENS:
        return 2
    if not word[-1].isdigit() or _MONEY.search(word):
        return 0
    return sum(letter.isdigit() for letter in word)


def _continues(word: str) -> bool:
    return word in _FILLERS or word in _PUNCTUATION

"""The one masking step that every text passes before it leaves the runner.

Digits count whether written ("4111 1111"), spoken ("four one one one", "double four", "twenty two") or mixed, across
fillers and punctuation. Runs of 13 to 19 digits become `[card]`, other runs from seven digits `[account]`, a three or
four digit run after a security code's cue `[code]`.
"""

import re
from dataclasses import dataclass

_UNITS = {
    "zero": 1, "oh": 1, "o": 1, "nought": 1, "one": 1, "two": 1, "three": 1, "four": 1, "five": 1,
    "six": 1, "seven": 1, "eight": 1, "nine": 1, "niner": 1,
}  # fmt: skip
_TEENS = {
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
}  # fmt: skip
_TENS = {"twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_REPEATS = {"double": 2, "triple": 3, "treble": 3}
_FILLERS = {"uh", "um", "er", "erm", "ah", "mm", "hmm", "dash", "hyphen", "space", "and", "then", "comma"}
_FILLERS |= {"yeah", "yes", "okay", "ok", "so", "wait", "sorry", "next", "is"}
_AMBIGUOUS_START = {"oh", "o"}
_TOKEN = re.compile(r"\$?\d[\d.,]*\d|\$?\d|[A-Za-z]+(?:'[a-z]+)?|[^\sA-Za-z\d]")
_MONEY = re.compile(r"\$|^\d{1,3}(,\d{3})+(\.\d+)?$|\.\d\d$")
_CODE_CUE = re.compile(
    r"\b(security (code|number)|c ?v ?[vc]2?|card verification|three digits? on the back|pin( code| number)?"
    r"|verification code|passcode|one[- ]time (code|password))\b",
    re.IGNORECASE,
)
_CUE_REACH = 60
_CARD_DIGITS = range(13, 20)
_ACCOUNT_DIGITS = 7
_CODE_DIGITS = range(3, 9)


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


def _label(text: str, run: _Run) -> str | None:
    if run.digits in _CARD_DIGITS:
        return "[card]"
    if run.digits >= _ACCOUNT_DIGITS:
        return "[account]"
    if run.digits in _CODE_DIGITS and _CODE_CUE.search(text[max(0, run.start - _CUE_REACH) : run.start]):
        return "[code]"
    return None


def _digit_runs(text: str) -> list[_Run]:
    runs: list[_Run] = []
    current: _Run | None = None
    repeat = 1
    after_tens = False
    for token in _TOKEN.finditer(text):
        word = token.group().casefold()
        if word in _REPEATS:
            repeat = _REPEATS[word]
            current = current or _Run(token.start(), token.end(), 0)
            continue
        digits = _digits_of(word)
        if digits == 0:
            if not _continues(word):
                current = None
            repeat, after_tens = 1, False
            continue
        if current is None and word in _AMBIGUOUS_START:
            continue
        if after_tens and word in _UNITS:
            digits = 0
        if current is None or current.digits == 0:
            current = _Run(current.start if current else token.start(), token.end(), 0)
            runs.append(current)
        current.digits += digits * repeat
        current.end = token.end()
        repeat, after_tens = 1, word in _TENS
    return runs


def _digits_of(word: str) -> int:
    if word in _UNITS:
        return 1
    if word in _TEENS or word in _TENS:
        return 2
    if not word[-1].isdigit() or _MONEY.search(word):
        return 0
    return sum(letter.isdigit() for letter in word)


def _continues(word: str) -> bool:
    return word in _FILLERS or word in {"-", ",", ".", "/", "—", "–", "…"}

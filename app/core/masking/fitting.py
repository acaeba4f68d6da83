"""Whether a number can be what was asked for, by its length and by how it is said."""

import re
from dataclasses import dataclass

from app.core.masking.context import WHOLE, Context
from app.core.masking.cue_topics import Topic
from app.core.masking.endings import ends_the_text
from app.core.masking.number_words import HESITATIONS, SIGNS
from app.core.masking.numbers import Run, Speech
from app.core.masking.shapes import Shape
from app.core.masking.tokens import Sort, words_in

LEAST_ECHO = 3
"""Digits that are said again are known from so many on."""
ACCOUNT_DIGITS = 7
SERVICES = words_in("911 999 112 000 111 101 988 211 311 411 511 611 811 105 141 150 1470 1471 1475 1571")
"""Short numbers that everybody may call."""
_CODE_DIGITS, _CODE_IN_PARTS = range(3, 9), {3, 4}
_EXPIRY_DIGITS = range(3, 7)
_PHONE_DIGITS = range(5, 16)
_LEAST_OF_ACCOUNT, _LEAST_OF_PART = 4, 2
_YEAR_DIGITS, _BRIEF, _NEXT_WORDS = 4, 6, 3
_POSTAL_DIGITS = 6  # of India's PIN codes
_UNREADABLE = re.compile(
    r"\b(?:something|blank|question mark|unreadable|illegible|smudged?|what ?ever)\b", re.IGNORECASE
)
"""In place of a digit that cannot be read."""
_SHORT_PARTS = re.compile(r"sort|suffix|institution|transit|westpac|anz|kiwibank", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fitting:
    """A number beside what is asked for.

    `whole` are its digits with those of its parts that came before, `begun` what the text answers, `asked_at` where
    its last cue begins; what it is may be named behind it.
    """

    speech: Speech
    run: Run
    context: Context
    whole: str
    begun: Topic | None
    asked_at: int
    is_named_behind: bool

    def fits(self, topic: Topic) -> bool:
        """Whether the number can be this, or a part of it."""
        run, context, whole = self.run, self.context, len(self.whole)
        shape, own = Shape(self.speech, run), len(run)
        is_pure = shape.is_pure
        is_asked = self.begun is topic
        is_group = own >= LEAST_ECHO or is_pure or (is_asked and self._is_pair_at_the_end(run))
        is_part = is_group and (0 < context.given < WHOLE or is_asked or is_pure)
        is_next = self.is_named_behind or context.words <= _NEXT_WORDS
        is_brief = self.begun is not None and len(self.speech.tokens) <= _BRIEF
        is_callable = run.digits not in SERVICES and (is_pure or not shape.is_sum) and not shape.is_counted_on
        is_in_parts = self._is_code_in_parts or self._is_begun_anew(run) or self._is_last_digit(run)
        is_code = (whole in _CODE_DIGITS or is_in_parts) and not self._is_postal(run)
        least = _LEAST_OF_PART if is_next and self._is_of_short_parts else _LEAST_OF_ACCOUNT
        fits = {
            Topic.CARD: is_pure or (is_group and not shape.is_sum),
            Topic.CODE: is_code or (is_pure and own < ACCOUNT_DIGITS),
            Topic.EXPIRY: whole in _EXPIRY_DIGITS or is_pure or (own > 1 and is_next) or is_brief,
            Topic.BANK: is_part or (own >= least and not shape.is_sum),
            Topic.SOCIAL: is_group or (is_asked and own > 1),
            Topic.PHONE: is_callable and (whole in _PHONE_DIGITS or is_part or (is_group and is_next)),
            Topic.BIRTH: context.given < WHOLE and (own >= _YEAR_DIGITS or (is_part and own > 1)),
        }
        if topic is Topic.BIRTH and shape.is_sum and not is_pure:
            return False
        return fits.get(topic, False)

    @property
    def _is_of_short_parts(self) -> bool:
        """Whether what was named here last is a bank's number of a few digits, or one that is said in pairs."""
        return _SHORT_PARTS.match(self.speech.text, self.asked_at) is not None

    @property
    def _is_code_in_parts(self) -> bool:
        """Single digits with words between: "three, I think eight, and one"."""
        runs = [run for run in self.speech.runs if run.start >= self.asked_at]
        is_said = all(len(run) <= LEAST_ECHO and not Shape(self.speech, run).is_quantity for run in runs)
        digits = sum(map(len, runs)) + len(_UNREADABLE.findall(self.speech.text))
        return is_said and len(runs) > 1 and digits in _CODE_IN_PARTS

    def _is_begun_anew(self, run: Run) -> bool:
        """As in "oh seven, is it a one? Oh seven one"."""
        behind = [other for other in self.speech.runs if other.first > run.last]
        return len(run) > 1 and any(len(one) in _CODE_IN_PARTS and one.digits.startswith(run.digits) for one in behind)

    def _is_last_digit(self, run: Run) -> bool:
        """A digit by itself at the end of an answer, as of a code that is told one by one."""
        is_apart = run.first > 0 and self.speech.tokens[run.first - 1].word in SIGNS | HESITATIONS
        is_asked = self.begun is Topic.CODE
        return is_asked and len(run) == 1 and is_apart and ends_the_text(self.speech, run)

    def _is_pair_at_the_end(self, run: Run) -> bool:
        """As in "um, I think so, eight two"."""
        is_last = all(token.sort is Sort.SIGN for token in self.speech.tokens[run.last + 1 :])
        return is_last and len(run.pieces) == len(run) > 1

    def _is_postal(self, run: Run) -> bool:
        said = self.speech.text.casefold()
        return len(run) == _POSTAL_DIGITS and "pin code" in said and "card" not in said

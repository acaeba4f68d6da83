"""What of a text must be hidden, by what the numbers are and by what was being asked for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from app.core.masking.checks import is_card, is_iban
from app.core.masking.context import Context, Found, Span, Tail
from app.core.masking.cues import Cue, Topic
from app.core.masking.dates import MONTHS, ORDINALS, Need, dates_of
from app.core.masking.edges import edges_of
from app.core.masking.emails import spelled, spoken_emails, spoken_parts, written_emails
from app.core.masking.numbers import NUMBER_WORDS, SOUNDS_LIKE, Run, is_filler, read
from app.core.masking.shapes import Shape
from app.core.masking.tokens import Label, Sort, Token

_REACH_WORDS = 16
"""A cue counts for a number that begins within so many words of it, or of the number before."""
_CUE_BEHIND = 12
"""A cue belongs to what follows it where that begins within so many letters."""
_CARD_DIGITS = range(13, 20)
_CARD_REACH = 200
_AMEX_DIGITS, _AMEX = 15, ("34", "37")
_ACCOUNT_DIGITS = 7
_CODE_DIGITS = range(3, 9)
_EXPIRY_DIGITS = range(3, 7)
_PHONE_DIGITS = range(5, 16)
_LEAST_ECHO = 3
_LEAST_OF_ACCOUNT = 4
_YEAR_DIGITS = 4
_NEXT_WORDS = 3
_EMERGENCIES = {"911", "999", "112", "000", "111", "101", "988", "211", "311", "411", "511", "611", "811"}
_REACH_OF_QUESTION = 32
_LONG_CUE = 20
_SHORT_ANSWER, _SHORTEST_ANSWER = 25, 3
_MOST_GROUPS = 8
_SENSITIVE = frozenset({Topic.CARD, Topic.CODE, Topic.BANK, Topic.SOCIAL, Topic.PHONE})
_LABELS = {
    Topic.CARD: Label.CARD,
    Topic.CODE: Label.CODE,
    Topic.EXPIRY: Label.CODE,
    Topic.BANK: Label.ACCOUNT,
    Topic.SOCIAL: Label.NATIONAL_ID,
    Topic.EMAIL: Label.EMAIL,
    Topic.PHONE: Label.PHONE,
    Topic.BIRTH: Label.BIRTH_DATE,
    Topic.BIRTHDAY: Label.BIRTH_DATE,
}
_TELLING = NUMBER_WORDS | MONTHS | ORDINALS | {"at", "dot", "underscore"}
_TOPICS = {Label.CARD: Topic.CARD, Label.PHONE: Topic.PHONE, Label.EMAIL: Topic.EMAIL}
_SOCIAL_NUMBER = re.compile(r"(?<!\d)\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")
_INSURANCE_NUMBER = re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b")
_PARTED_IBAN = re.compile(r"\b[A-Z] ?[A-Z] ?\d\d ?[A-Za-z]{4} ?(?:\d[ -]?){9,29}\d")
_MONTH_AND_YEAR = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2]) ?/ ?(?:20)?[2-4]\d(?![\d/])")
_BEFORE_A_CUE = re.compile(
    r"\W*(?:[A-D]\W+)?(?:(?:is|was|that's|that is|as|for|being|are)\b)?(?: ?(?:my|the|your|our|a|on)\b)*\W*",
    re.IGNORECASE,
)
_OF = re.compile(r" ?(?:on|for|of|with|in|from|at|to)?(?: (?:the|your|my|this|that|our))? ?", re.IGNORECASE)
_OTHER_CODE = re.compile(r"(?:the )?code(?:'s| is)?", re.IGNORECASE)
"""Beside a card it is the card's."""
_NAMING = re.compile(r"\b(?:is|was|that's|as|being|for)\b", re.IGNORECASE)
_BACKS_TOO = re.compile(
    r"\b(?:fridge|freezer|box|router|machine|device|boiler|oven|tv|telly|laptop|washer|dryer|modem|hub|remote|unit"
    r"|sticker)\b",
    re.IGNORECASE,
)
"""Not only cards have numbers on the back."""
_EXPIRES_TOO = re.compile(
    r"\b(?:contract|warrant|guarantee|offer|policy|policies|passport|licen[sc]e|voucher|coupon|subscription|food|milk"
    r"|points|miles|ticket|deal|price|quote|lease|mot|insurance|promo|trial|member|permit|certificate"
    r"|(?:travel|tourist|student|work|entry|visitor) visa|my visa,? (?:the|expires|runs)"
    r"|medic|tablets|plan|gift|credit note|tariff|fix|discount|cover|notice|battery|domain|link|password|parking)",
    re.IGNORECASE,
)


def find(text: str, context: Context | None = None, tail: Tail | None = None, *, is_turn: bool = False) -> Found:
    """What of a text is to be hidden. `tail` is a number that it may go on with; a text may be a whole turn."""
    return _Walk(text, context or Context(), tail or Tail(), is_turn=is_turn).found()


def may_hide(text: str) -> bool:
    """A quick look at a text, which those without numbers, dates and addresses do not pass."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    is_spelled = sum(len(word) == 1 for word in words) > 2  # noqa: PLR2004 - fewer are an initial, an "I", an "a"
    is_misheard = sum(word in SOUNDS_LIKE for word in words) > 2  # noqa: PLR2004 - fewer are no digits
    return (
        is_spelled
        or is_misheard
        or any(letter.isdigit() or letter == "@" for letter in text)
        or not _TELLING.isdisjoint(words)
    )


class _Walk:
    """Goes through a text from left to right, and keeps what is being asked for."""

    def __init__(self, text: str, context: Context, tail: Tail, *, is_turn: bool) -> None:
        self._speech = read(text)
        self._is_asked = context.topic in _LABELS and len(self._speech.tokens) <= _SHORT_ANSWER
        if self._is_asked and context.topic is not Topic.EMAIL:
            self._speech = read(text, is_asked=True)
        self._context = context
        self._begun = context.topic
        self._tail = tail
        self._is_turn = is_turn
        self._spans: list[Span] = []
        self._topics: list[Topic | None] = []
        self._last_label: Label | None = None
        self._asked_at = 0

    def found(self) -> Found:
        """All there is to be found."""
        turns = self._context.turns + 1
        self._find_written()
        had_number = self._go_through()
        self._find_spoken()
        self._find_parted()
        turns = 0 if had_number or self._speech.cues else turns
        return Found(_merged(self._spans), replace(self._context, turns=turns), self._tail_now())

    def _go_through(self) -> bool:
        """Decide each number by what is asked for when it comes; whether there was any."""
        runs = {run.first: run for run in self._speech.runs}
        cues = list(self._speech.cues)
        place, had_number = 0, False
        while place < len(self._speech.tokens):
            token = self._speech.tokens[place]
            while cues and cues[0].start <= token.start:
                self._ask(cues.pop(0))
            topic, run = self._current(), runs.get(place)
            if run:
                self._take(run)
            else:
                self._pass_word(token)
            had_number = had_number or run is not None or token.sort is Sort.LABEL
            behind = run.last + 1 if run else place + 1
            self._topics += [topic if run else self._current()] * (behind - place)
            place = behind
        return had_number

    def _ask(self, cue: Cue) -> None:
        context, is_short = self._context, cue.end - cue.start < _LONG_CUE
        goes_on = context.is_unfinished or (context.topic in _SENSITIVE and is_short)
        if cue.topic is Topic.ASIDE or (cue.topic is Topic.ENDING and goes_on):
            return
        if cue.topic in {Topic.ORDINARY, Topic.CARD} and context.topic in _LABELS and self._is_of_the_last(cue):
            return
        self._asked_at = cue.start
        self._context = context.asking(Topic.ORDINARY if self._is_of_another_thing(cue) else cue.topic)

    def _is_of_the_last(self, cue: Cue) -> bool:
        """As in "the phone number on the order"."""
        ends = [other.end for other in self._speech.cues if other.end <= cue.start]
        return bool(ends) and _OF.fullmatch(self._speech.text[ends[-1] : cue.start]) is not None

    def _is_of_another_thing(self, cue: Cue) -> bool:
        """Contracts expire too, and others than cards have codes."""
        text = self._speech.text
        if cue.topic is Topic.EXPIRY:
            is_known = self._context.topic is Topic.ORDINARY and not self._context.with_card
            return is_known or _EXPIRES_TOO.search(text) is not None
        if cue.topic is not Topic.CODE:
            return False
        said = text[cue.start : cue.end]
        if _BACKS_TOO.search(text) and not self._context.with_card:
            return True
        if self._context.topic is Topic.ORDINARY and said.casefold().endswith(("back", "reverse")):
            return True
        is_other = _OTHER_CODE.fullmatch(said)
        expires = any(other.topic is Topic.EXPIRY for other in self._speech.cues)
        return bool(is_other) and not (self._context.with_card or expires)

    def _pass_word(self, token: Token) -> None:
        if token.sort is Sort.AMOUNT and self._current() in _SENSITIVE and self._is_grouped(token):
            self._spans.append(Span(token.start, token.end, _LABELS[self._context.topic or Topic.CARD]))
        if token.sort is Sort.LABEL:
            self._context = replace(self._context, words=0)
        elif token.sort is not Sort.SIGN:
            self._context = self._context.after_word()

    def _is_grouped(self, token: Token) -> bool:
        """A long number that is written like a sum: 4,539,148,803,436,467."""
        least = _LEAST_ECHO if self._is_asked and len(self._speech.tokens) <= _SHORTEST_ANSWER else _ACCOUNT_DIGITS
        return token.word[0].isdigit() and sum(letter.isdigit() for letter in token.word) >= least

    def _take(self, run: Run) -> None:
        label, context = self._label(run), self._context
        self._last_label = label
        given = context.given + len(run)
        if label is None:
            is_known = context.topic in {Topic.ORDINARY, Topic.ENDING}
            plain = (*context.plain, run.digits) if is_known and len(run) >= _LEAST_ECHO else context.plain
            context = replace(context, plain=plain)
            self._context = replace(context, words=0, given=given) if is_known else context.after_word()
            return
        digits = self._whole(run)
        self._spans.append(Span(*edges_of(self._speech, run, label, digits), label, digits))
        self._context = replace(
            context,
            topic=context.topic or _TOPICS.get(label),
            words=0,
            turns=0,
            given=given,
            with_card=context.with_card or label is Label.CARD,
            is_unfinished=label in {Label.CARD, Label.ACCOUNT} and given < _CARD_DIGITS.start,
            hidden=(*context.hidden, (digits, label)) if len(digits) >= _LEAST_ECHO else context.hidden,
        )

    def _whole(self, run: Run) -> str:
        return (self._tail.digits if self._continues(run) else "") + run.digits

    def _continues(self, run: Run) -> bool:
        """Whether the number goes on with what the utterance before ended in."""
        if not self._tail.digits or run is not self._speech.runs[0]:
            return False
        return all(is_filler(token) for token in self._speech.tokens[: run.first])

    def _label(self, run: Run) -> Label | None:
        """The label of a number, None where it stays."""
        topic, shape = self._topic(run), Shape(self._speech, run)
        if label := self._known(run, topic):
            return label
        if shape.is_year or (shape.is_date and topic not in _SENSITIVE - {Topic.CARD}):
            return _LABELS[topic] if topic in {Topic.BIRTH, Topic.EXPIRY} else None
        if shape.is_quantity or topic is Topic.ENDING or run.digits in self._context.plain:
            return None
        if self._continues(run) and self._tail.label is not None:
            return self._tail.label
        return self._asked_for(topic, run, shape)

    def _known(self, run: Run, topic: Topic | None) -> Label | None:
        """What a number is by itself, or since it was hidden before."""
        digits = self._whole(run)
        if is_card(digits) and not (topic is Topic.ORDINARY and _may_be_a_device(digits)):
            return Label.CARD
        if topic is not Topic.ORDINARY and self._holds_card(run):
            return Label.CARD
        is_echo = len(run) >= _LEAST_ECHO or Shape(self._speech, run).is_pure
        return self._echo(run.digits) if topic is not Topic.ENDING and is_echo else None

    def _holds_card(self, run: Run) -> bool:
        """Whether a few words too much or too little are a card's number."""
        pieces = run.pieces
        if not _CARD_DIGITS.start <= len(run) <= _CARD_DIGITS.stop + _ACCOUNT_DIGITS:
            return False
        parts = (pieces[first:last] for first in range(3) for last in range(len(pieces) - 2, len(pieces) + 1))
        return any(is_card("".join(part)) for part in parts)

    def _asked_for(self, topic: Topic | None, run: Run, shape: Shape) -> Label | None:
        if topic is Topic.ORDINARY:
            is_other = self._context.spent >= _LEAST_ECHO and not self._continues(run)
            return Label.PHONE if is_other and shape.is_phone else None
        is_count = topic is Topic.PHONE and shape.is_counted_on
        if topic is not None and not is_count and self._fits(topic, run, shape):
            return _LABELS[topic]
        return None if shape.is_ordinary else self._by_length(run, shape)

    def _current(self) -> Topic | None:
        is_begun = self._context.topic is self._begun
        reach = _REACH_OF_QUESTION if is_begun else _REACH_WORDS
        return self._context.topic if self._context.words <= reach else None

    def _topic(self, run: Run) -> Topic | None:
        topic = self._current()
        if topic in {None, Topic.ENDING, Topic.ORDINARY} and (cue := self._cue_behind(run)):
            is_named = _NAMING.search(self._speech.text[run.end : cue.start]) is not None
            return cue.topic if is_named or topic is not Topic.ORDINARY else topic
        return topic

    def _cue_behind(self, run: Run) -> Cue | None:
        """As in "12345678 is my account number": words behind that name what stood before them."""
        numbers = [run.start for run in self._speech.runs]
        numbers += [token.start for token in self._speech.tokens if token.sort is Sort.LABEL]
        for cue in self._speech.cues:
            if cue.start >= run.end and _BEFORE_A_CUE.fullmatch(self._speech.text[run.end : cue.start]):
                is_ahead = any(cue.end <= start < cue.end + _CUE_BEHIND for start in numbers)
                return None if is_ahead else cue
        return None

    def _echo(self, digits: str) -> Label | None:
        """The label of a number that these digits were a part of."""
        if len(digits) == 1:
            return None
        return next((label for whole, label in reversed(self._context.hidden) if digits in whole), None)

    def _fits(self, topic: Topic, run: Run, shape: Shape) -> bool:
        """Whether a number can be what was asked for, or a part of it."""
        own, whole = len(run), len(self._whole(run))
        is_answer = self._is_asked and self._begun is topic
        is_part = is_answer or shape.is_pure or (self._context.given > 0 and own >= _LEAST_ECHO)
        is_whole = sum(len(one) for one in self._speech.runs if one.start >= self._asked_at) in _CODE_DIGITS
        is_next = self._context.words <= _NEXT_WORDS
        fits = {
            Topic.CARD: shape.is_pure or (own >= _LEAST_ECHO and not shape.is_sum),
            Topic.CODE: whole in _CODE_DIGITS or is_whole or (shape.is_pure and own < _ACCOUNT_DIGITS),
            Topic.EXPIRY: whole in _EXPIRY_DIGITS or ((is_part or is_next) and own < _ACCOUNT_DIGITS),
            Topic.BANK: (own >= _LEAST_OF_ACCOUNT or (is_part and own > 1)) and not shape.is_sum,
            Topic.SOCIAL: own >= _LEAST_ECHO or is_part,
            Topic.PHONE: own > 1
            and run.digits not in _EMERGENCIES
            and (whole in _PHONE_DIGITS or is_part or (is_next and own >= _LEAST_ECHO)),
            Topic.BIRTH: own >= _YEAR_DIGITS or (is_answer and own > 1),
        }
        return fits.get(topic, False)

    def _by_length(self, run: Run, shape: Shape) -> Label | None:
        digits = self._whole(run)
        if len(digits) in _CARD_DIGITS:
            return Label.CARD
        if len(digits) >= _ACCOUNT_DIGITS:
            return Label.PHONE if shape.is_phone else Label.ACCOUNT
        if (
            self._context.is_unfinished
            and len(run) >= _LEAST_ECHO
            and "/" not in self._speech.text[run.start : run.end]
        ):
            return Label.CARD
        is_alone = self._is_turn and self._context.topic is None and shape.is_pure
        least = 3 if digits.startswith("0") else 4
        return Label.ACCOUNT if shape.is_sort_code or (is_alone and len(digits) >= least) else None

    def _tail_now(self) -> Tail:
        tokens, runs = self._speech.tokens, self._speech.runs
        if not runs:
            return self._tail if all(is_filler(token) for token in tokens) else Tail()
        if not all(is_filler(token) for token in tokens[runs[-1].last + 1 :]):
            return Tail()
        return Tail(self._whole(runs[-1]), self._last_label)

    def _find_written(self) -> None:
        """What is known by how it is written."""
        text = self._speech.text
        emails = [Span(start, end, Label.EMAIL) for start, end in written_emails(text)]
        if emails and self._context.topic is None:
            self._context = replace(self._context, topic=Topic.EMAIL)
        self._spans += emails
        for pattern in (_SOCIAL_NUMBER, _INSURANCE_NUMBER):
            self._spans += [Span(*match.span(), Label.NATIONAL_ID) for match in pattern.finditer(text)]
        self._spans += [Span(*iban.span(), Label.ACCOUNT) for iban in _IBAN.finditer(text) if is_iban(iban.group())]
        self._spans += [Span(*iban.span(), Label.ACCOUNT) for iban in _PARTED_IBAN.finditer(text)]

    def _find_spoken(self) -> None:
        """Addresses and dates, which are words more than numbers."""
        tokens = self._speech.tokens
        emails = spoken_emails(tokens, self._asked_from(Topic.EMAIL))
        if not emails and self._begun is Topic.EMAIL and (part := spoken_parts(tokens)):
            emails = [part]
        if Topic.EMAIL in self._topics:
            emails = [*emails, *spelled(tokens)]
        self._hide(emails, 0, Label.EMAIL)
        if self._has(Label.EMAIL):
            self._hide(spelled(tokens), 0, Label.EMAIL)
        for topic, first, last in self._stretches():
            if need := self._need(topic):
                label = Label.BIRTH_DATE if topic in {Topic.BIRTH, Topic.BIRTHDAY} else Label.CODE
                self._hide(dates_of(tokens[first : last + 1], need), first, label)
        for cue in self._speech.cues:
            before = [token for token in tokens if token.end <= cue.start]
            if cue.topic is Topic.BIRTH:
                self._hide(dates_of(before, Need.YEAR)[-1:], 0, Label.BIRTH_DATE)
        if self._context.with_card or Topic.EXPIRY in self._topics:
            dates = _MONTH_AND_YEAR.finditer(self._speech.text)
            self._spans += [Span(*date.span(), Label.CODE) for date in dates]

    def _asked_from(self, topic: Topic) -> list[int | None]:
        """For each token where the stretch begins in which a topic was asked for, behind the words that did so."""
        begins: list[int | None] = []
        for place, asked in enumerate(self._topics):
            token = self._speech.tokens[place]
            is_cue = any(cue.start <= token.start < cue.end and cue.topic is topic for cue in self._speech.cues)
            last = begins[-1] if begins else None
            begins.append(None if asked is not topic else place + is_cue if is_cue or last is None else last)
        return begins

    def _has(self, label: Label) -> bool:
        return any(span.label is label for span in self._spans)

    def _need(self, topic: Topic | None) -> Need | None:
        """What makes words a date where this was asked for."""
        is_part = self._is_asked and self._begun is topic
        if topic is Topic.BIRTHDAY:
            return Need.YEAR
        if topic is Topic.BIRTH:
            return Need.PART if is_part else Need.ANY
        if topic is Topic.EXPIRY:
            return Need.PART if is_part else Need.MONTH
        return Need.MONTH if topic in {Topic.CARD, Topic.CODE} and self._context.given else None

    def _find_parted(self) -> None:
        """Groups with other words between them that together are a card's number."""
        runs = self._speech.runs
        for first in range(len(runs)):
            for last in range(first + 1, min(first + _MOST_GROUPS, len(runs))):
                groups = runs[first : last + 1]
                is_near = groups[-1].start - groups[0].end < _CARD_REACH
                if is_near and is_card("".join(run.digits for run in groups)):
                    self._spans += [Span(run.start, run.end, Label.CARD, run.digits) for run in groups]

    def _hide(self, places: Iterable[tuple[int, int]], offset: int, label: Label) -> None:
        for first, last in places:
            start, end = self._speech.tokens[offset + first].start, self._speech.tokens[offset + last].end
            self._spans.append(Span(start, end, label))

    def _stretches(self) -> Iterable[tuple[Topic | None, int, int]]:
        """Topics with the first and last token over which each was asked for."""
        first = 0
        for topic, group in groupby(self._topics):
            count = len(list(group))
            yield topic, first, first + count - 1
            first += count


def _may_be_a_device(digits: str) -> bool:
    """The number of a phone (IMEI) has 15 digits with a check digit like a card's."""
    return len(digits) == _AMEX_DIGITS and not digits.startswith(_AMEX)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """In order; of two that overlap one, with the label of the longer."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            label = max(last, span, key=lambda one: one.end - one.start).label
            merged[-1] = Span(last.start, max(last.end, span.end), label, last.digits or span.digits)
        else:
            merged.append(span)
    return tuple(merged)

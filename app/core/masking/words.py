"""What is hidden by its words more than by its digits: addresses, dates, and what is known by how it is written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from app.core.masked_spans import Label
from app.core.masking.births import births_in, is_day_read_out
from app.core.masking.checks import is_card, is_iban
from app.core.masking.context import WHOLE, Context, Span
from app.core.masking.cue_topics import Topic
from app.core.masking.dates import Need, dates_of
from app.core.masking.email_names import at_the_same, joined_names, names_said
from app.core.masking.emails import (
    begun_part,
    domains,
    read_back,
    spelled,
    spoken_emails,
    spoken_parts,
    written_emails,
)
from app.core.masking.numbers import Speech
from app.core.masking.shapes import Shape
from app.core.masking.tokens import Sort, Token

_SOCIAL_NUMBER = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b")
_PARTED_IBAN = re.compile(r"\b[A-Z] ?[A-Z] ?\d\d ?[A-Za-z]{4} ?(?:\d[ -]?){9,29}\d|\b[A-Z]{2}\d\d ?[A-Z]{4}\b")
_MONTH_AND_YEAR = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2]) ?/ ?(?:20)?[2-4]\d(?![\d/])")
_IS_MY = re.compile(
    r"(?!.*\b(?:for|on|before|after|since|by|till|until|at)\b).{0,40}\b(?:my|his|her|our|their)\b\W*", re.IGNORECASE
)
_CORRECTING = re.compile(
    r"\b(?:wrong|not|no|sorry|meant?|actually|down|i've|i have|says|said|written)\b", re.IGNORECASE
)
_DAYS_STAY = {Topic.ORDINARY, Topic.AMOUNT, Topic.EXPIRY}
_SHORT_REPLY = 12
_CARD_REACH, _LEAST_PARTED = 200, 15
_MOST_GROUPS = 8
Topics = Sequence[Topic | None]
"""What was being asked for at each token of a text."""


def written_spans(text: str) -> Iterator[Span]:
    """What is known by how it is written."""
    for start, end in written_emails(text):
        yield Span(start, end, Label.EMAIL)
    yield from (Span(*found.span(), Label.NATIONAL_ID) for found in _SOCIAL_NUMBER.finditer(text))
    yield from (Span(*found.span(), Label.ACCOUNT) for found in _IBAN.finditer(text) if is_iban(found.group()))
    yield from (Span(*place, Label.BIRTH_DATE) for place in births_in(text))
    yield from (Span(*found.span(), Label.ACCOUNT) for found in _PARTED_IBAN.finditer(text))


def email_spans(speech: Speech, topics: Topics, begun: Topic | None, context: Context) -> Iterator[Span]:
    """Spoken addresses, their parts in answer to a question, and what is spelled beside them."""
    tokens, is_told = speech.tokens, context.given >= WHOLE
    whole = spoken_emails(tokens, _asked_from(Topic.EMAIL, speech, topics))
    is_part = begun is Topic.EMAIL and not whole and (not is_told or read_back(tokens))
    part = spoken_parts(tokens) if is_part else None
    if begun is not Topic.EMAIL and not whole:
        part = _begun_in(speech)
    if begun is Topic.EMAIL and not context.turns and not whole:
        whole += [(run.first, run.last) for run in speech.runs if Shape(speech, run).is_pure]
    ends = [place for place in domains(tokens) if topics[place[0]] is Topic.EMAIL]
    places = [*whole, *ends, *([part] if part else [])]
    if places or written_emails(speech.text) or (Topic.EMAIL in topics and not is_told):
        places += spelled(tokens)
    yield from _spans(speech, places, Label.EMAIL)


def _begun_in(speech: Speech) -> tuple[int, int] | None:
    """A part of an address behind the words that name one."""
    cue = next((cue for cue in reversed(speech.cues) if cue.topic is Topic.EMAIL), None)
    if cue is None:
        return None
    behind = next((place for place, token in enumerate(speech.tokens) if token.start >= cue.end), len(speech.tokens))
    return begun_part(speech.tokens, behind)


def names_again(speech: Speech, names: frozenset[str], *, is_asked: bool) -> Iterator[Span]:
    """Words and numbers of an address that are said again: "redbarn1987", "was it one nine?", "a dash harper".

    Where another thing is spoken of by now, only with what joins the words of an address.
    """
    if names:
        yield from _spans(speech, at_the_same(speech.tokens), Label.EMAIL)
    yield from _spans(speech, joined_names(speech.tokens, names), Label.EMAIL)
    if not is_asked:
        return
    found = [place for place in names_said(speech.tokens, names) if not _is_counted(speech, place[0])]
    ends = ((first, last, _with_digits(speech.tokens, last)) for first, last in found)
    places = ((first, last if _is_counted(speech, end) else end) for first, last, end in ends)
    yield from _spans(speech, places, Label.EMAIL)


def _is_counted(speech: Speech, place: int) -> bool:
    runs = (run for run in speech.runs if run.first <= place <= run.last)
    return any(Shape(speech, run).is_quantity for run in runs)


def _with_digits(tokens: Sequence[Token], place: int) -> int:
    behind = tokens[place + 1 : place + 2]
    is_joined = bool(behind) and behind[0].sort is Sort.NUMBER and behind[0].start <= tokens[place].end + 1
    return place + is_joined


def date_spans(
    speech: Speech, topics: Topics, begun: Topic | None, context: Context, *, is_answer: bool
) -> Iterator[Span]:
    """Dates of birth and of a card's end, where they are asked for or named."""
    is_correction = len(speech.tokens) <= _SHORT_REPLY and _CORRECTING.search(speech.text) is not None
    for topic, first, last in _stretches(topics):
        need = _need(topic, context, is_part=is_answer and topic is begun, is_correction=is_correction)
        if need:
            label = Label.BIRTH_DATE if topic in {Topic.BIRTH, Topic.BIRTHDAY} else Label.CODE
            found = ((first + one, first + other) for one, other in dates_of(speech.tokens[first : last + 1], need))
            yield from _spans(speech, (place for place in found if not _is_of_a_street(speech, place)), label)
    for cue in speech.cues:
        if cue.topic in {Topic.BIRTH, Topic.BIRTHDAY}:
            before = [token for token in speech.tokens if token.end <= cue.start]
            for span in _spans(speech, dates_of(before, Need.YEAR)[-1:], Label.BIRTH_DATE):
                if cue.topic is Topic.BIRTH or _IS_MY.fullmatch(speech.text[span.end : cue.start]):
                    yield span
    if context.with_card or Topic.EXPIRY in topics:
        yield from (Span(*found.span(), Label.CODE) for found in _MONTH_AND_YEAR.finditer(speech.text))


def told_births(speech: Speech, context: Context) -> Iterator[Span]:
    """A day of the last century that is read out with nothing else: "zero six, thirty, nineteen eighty-eight"."""
    if len(speech.runs) != 1 or context.is_unfinished or context.topic in _DAYS_STAY:
        return
    run = speech.runs[0]
    if is_day_read_out(run.pieces) and Shape(speech, run).is_pure:
        yield Span(run.start, run.end, Label.BIRTH_DATE, run.digits)


def _is_of_a_street(speech: Speech, place: tuple[int, int]) -> bool:
    """As in "1 1 2 Castle Street", and not "third of May 1962. My place"."""
    run = next((run for run in speech.runs if run.first == place[0] and run.last == place[1]), None)
    if run is None or not Shape(speech, run).is_of_a_street:
        return False
    behind = speech.tokens[run.last + 1]
    return behind.sort is Sort.WORD and speech.written(behind).istitle()


def is_full_date(speech: Speech) -> bool:
    """Whether a date is said with all its parts."""
    return bool(dates_of(speech.tokens, Need.WHOLE))


def parted_cards(speech: Speech, topics: Topics) -> Iterator[Span]:
    """Groups with other words between them that together are a card's number."""
    runs = [run for run in speech.runs if topics[run.first] is not Topic.ORDINARY]
    for first in range(len(runs)):
        for last in range(first + 1, min(first + _MOST_GROUPS, len(runs))):
            groups = runs[first : last + 1]
            is_near = groups[-1].start - groups[0].end < _CARD_REACH
            digits = "".join(run.digits for run in groups)
            if is_near and len(digits) >= _LEAST_PARTED and is_card(digits):
                yield from (Span(run.start, run.end, Label.CARD, run.digits) for run in groups)


def _need(topic: Topic | None, context: Context, *, is_part: bool, is_correction: bool) -> Need | None:
    """What makes words a date where this was asked for."""
    match topic:
        case Topic.BIRTHDAY:
            return Need.PART if is_correction and is_part else Need.YEAR
        case Topic.BIRTH if context.spent >= WHOLE:
            return Need.PART if is_correction else Need.NAMED
        case Topic.BIRTH:
            return Need.PART if is_part else Need.ANY
        case Topic.EXPIRY:
            return Need.PART if is_part else Need.MONTH
        case Topic.CARD | Topic.CODE if context.given:
            return Need.MONTH
    return None


def _asked_from(topic: Topic, speech: Speech, topics: Topics) -> list[int | None]:
    """For each token where the stretch begins in which a topic was asked for, behind the words that did so."""
    begins: list[int | None] = []
    for place, (token, asked) in enumerate(zip(speech.tokens, topics, strict=True)):
        is_cue = any(cue.start <= token.start < cue.end and cue.topic is topic for cue in speech.cues)
        last = begins[-1] if begins else None
        begins.append(None if asked is not topic else place + is_cue if is_cue or last is None else last)
    return begins


def _stretches(topics: Topics) -> Iterator[tuple[Topic | None, int, int]]:
    """Topics with the first and last token over which each was asked for."""
    first = 0
    for topic, group in groupby(topics):
        count = len(list(group))
        yield topic, first, first + count - 1
        first += count


def _spans(speech: Speech, places: Iterable[tuple[int, int]], label: Label) -> Iterator[Span]:
    for first, last in places:
        yield Span(speech.tokens[first].start, speech.tokens[last].end, label)

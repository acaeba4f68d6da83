"""What of a text must be hidden."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.core.events import Channel
from app.core.masked_spans import Label
from app.core.masking.checks import is_card
from app.core.masking.context import WHOLE, Context, Found, Left, Naming, Span, Tail
from app.core.masking.covering import named_with
from app.core.masking.cue_topics import Topic
from app.core.masking.dates import MONTHS, ORDINALS
from app.core.masking.deciding import Decider
from app.core.masking.edges import edges_of
from app.core.masking.email_names import names_in
from app.core.masking.emails import has_end
from app.core.masking.fitting import LEAST_ECHO
from app.core.masking.hints import hints_of
from app.core.masking.lettered import lettered_spans
from app.core.masking.number_words import NUMBER_WORDS, SOUNDS_LIKE
from app.core.masking.numbers import Run, read
from app.core.masking.tokens import Sort, Token
from app.core.masking.topics import HARMLESS, LABELS, is_question, topic_named
from app.core.masking.words import (
    date_spans,
    email_spans,
    is_full_date,
    names_again,
    parted_cards,
    told_births,
    written_spans,
)

_TELLING = NUMBER_WORDS | MONTHS | ORDINALS | {"at", "dot", "underscore", "dash", "hyphen"}
_NEAR = 60
"""So many letters at most are between the beginnings of a number that is begun anew."""
_OR = re.compile(r"\W*\b(?:or|and not|not)\b\W*(?:(?:is|was) (?:it|that) )?", re.IGNORECASE)
_FEW = 2
"""Single letters that stand for an initial, an "I" or an "a", and words that sound like digits and are none."""
_TOPICS = {Label.CARD: Topic.CARD, Label.PHONE: Topic.PHONE, Label.EMAIL: Topic.EMAIL}


def find(
    text: str,
    context: Context | None = None,
    tail: Tail | None = None,
    speaker: Channel | None = None,
) -> Found:
    """What of a text is to be hidden. `tail` is a number that it may go on with; a turn has a speaker."""
    context = context or Context()
    return _Walk(context, Decider(read(text), context.topic, tail or Tail(), speaker)).found()


def may_hide(text: str, topic: Topic | None) -> bool:
    """A quick look at a text, which those without numbers, dates and addresses do not pass.

    Where an address was asked for, any word may be a part of it.
    """
    if topic is Topic.EMAIL or any(letter.isdigit() or letter in "@＠" for letter in text):
        return True
    words = re.findall(r"[^\W\d_]+", text.casefold())
    letters, sounds = sum(len(word) == 1 for word in words), sum(word in SOUNDS_LIKE for word in words)
    return letters > _FEW or sounds > _FEW or not _TELLING.isdisjoint(words)


class _Walk:
    """Goes through a text from left to right, and keeps what is being asked for."""

    def __init__(self, context: Context, decider: Decider) -> None:
        self._decider = decider
        is_answer = self._decider.is_answer and context.topic is not Topic.EMAIL
        if is_answer or self._decider.names_its_number or self._decider.may_tell_more(context):
            self._decider.speech = self._decider.speech.as_answer()
        self._speech = self._decider.speech
        self._hints = hints_of(self._speech.text, self._speech.cues)
        self._begun, self._context = context.topic, context
        self._spans: list[Span] = []
        self._topics: list[Topic | None] = []
        self._last_label: Label | None = None
        self._number_begun: Span | None = None
        self._loose: list[Run] = []
        self._left: list[Left] = []
        self._stood: Run | None = None
        self._passed = 0

    def found(self) -> Found:
        """All there is to be found."""
        turns = self._context.turns + 1
        self._spans += (*written_spans(self._speech.text), *told_births(self._speech, self._context))
        self._keep_address()
        if self._has(Label.BIRTH_DATE) and self._context.topic is None:
            self._context = replace(self._context, topic=Topic.BIRTH)
        had_number = self._go_through()
        is_answer = self._decider.is_answer
        self._spans += email_spans(self._speech, self._topics, self._begun, self._context)
        if self._has(Label.EMAIL) and self._context.topic is None:
            self._context = replace(self._context, topic=Topic.EMAIL)
        self._keep_address()
        is_email = self._context.topic is Topic.EMAIL
        self._spans += names_again(self._speech, self._context.names, is_asked=is_email)
        self._spans += date_spans(self._speech, self._topics, self._begun, self._context, is_answer=is_answer)
        self._spans += parted_cards(self._speech, self._topics)
        is_bank = is_answer and self._begun is Topic.BANK
        self._spans += lettered_spans(self._speech, self._topics, self._context.near, is_asked=is_bank)
        self._close()
        turns = 0 if had_number or self._spans or self._speech.cues else turns
        tail = self._decider.tail_behind(self._last_label, self._context)
        context, begun = replace(self._context, turns=turns), self._number_begun
        loose = self._loose_before(begun) if begun else ()
        spans = _merged(self._spans)
        context = settled(context, self._speech.runs, spans)
        goes_on, left = self._decider.goes_on, tuple(self._left)
        return Found(self._speech, spans, context, tail, begun, loose, goes_on, left)

    def _go_through(self) -> bool:
        """Decide each number by what is asked for when it comes; whether there was any."""
        runs = {run.first: run for run in self._speech.runs}
        cues, hints = list(self._speech.cues), list(self._hints)
        place, had_number = 0, False
        while place < len(self._speech.tokens):
            token = self._speech.tokens[place]
            while cues and cues[0].start <= token.start:
                cue = cues.pop(0)
                if not self._speech.text[cue.start : cue.end].casefold().startswith("that"):
                    self._loose.clear()
                self._count_words()
                if topic := topic_named(cue, self._speech, self._context):
                    self._decider.asked_at = cue.start
                    self._context = self._context.asking(topic, self._naming(cue.start))
                    if topic in LABELS:
                        self._context = self._context.spoken_of(topic)
            while hints and hints[0].start <= token.start:
                self._context = self._context.spoken_of(hints.pop(0).topic)
            if run := runs.get(place):
                self._count_words()
                asked = self._decider.topic(self._context)
                self._take(run)
            else:
                self._pass_word(token)
                asked = self._decider.topic(self._context, self._passed)
            had_number = had_number or run is not None or token.sort is Sort.LABEL
            behind = run.last + 1 if run else place + 1
            self._topics += [asked] * (behind - place)
            place = behind
        self._count_words()
        return had_number

    def _naming(self, place: int) -> Naming:
        _, end = self._speech.sentence_of(place)
        return Naming(self._decider.speaker, self._speech.text[:end].endswith("?"))

    def _pass_word(self, token: Token) -> None:
        if token.sort is Sort.AMOUNT:
            self._count_words()
            self._pass_sum(token)
        if token.sort is Sort.LABEL:
            self._context, self._passed = replace(self._context, words=0), 0
        elif token.sort is not Sort.SIGN:
            self._passed += 1

    def _pass_sum(self, token: Token) -> None:
        digits = sum(letter.isdigit() for letter in token.word)
        topic, naming = self._context.topic, self._context.naming
        if topic is Topic.AMOUNT and naming:
            self._context = replace(
                self._context, naming=replace(naming, told_by=self._decider.speaker, told=token.word)
            )
        if topic and token.word[0].isdigit() and self._decider.is_long_sum(digits, self._context):
            self._spans.append(Span(token.start, token.end, LABELS[topic]))

    def _count_words(self) -> None:
        if self._passed:
            self._context, self._passed = self._context.after(self._passed), 0

    def _take(self, run: Run) -> None:
        label = self._last_label = self._decider.label(run, self._context)
        if label is None:
            self._let_stand(run)
            return
        digits, context = self._decider.whole(run), self._context
        span = Span(*edges_of(self._speech, run, label, digits), label, digits)
        if label in {Label.CARD, Label.ACCOUNT} and len(digits) > WHOLE:
            self._spans += self._loose_before(span)
        if self._stood and self._is_alternative(self._stood, run):
            self._spans.append(Span(self._stood.start, self._stood.end, label, self._stood.digits))
        self._spans.append(span)
        given = context.given + len(run) - _said_before(digits, label, context)
        self._context = replace(
            context,
            topic=_TOPICS.get(label) if context.topic in {None, *HARMLESS} else context.topic,
            words=0,
            turns=0,
            given=given,
            with_card=context.with_card or label is Label.CARD,
            told=_told(run, digits, context) if label in {Label.CARD, Label.ACCOUNT} else "",
            quiet=0,
            hidden=(*context.hidden, (digits, label)) if len(digits) >= LEAST_ECHO else context.hidden,
            begun=(),
        )

    def _loose_before(self, span: Span) -> tuple[Span, ...]:
        """The numbers close before one that stayed and are groups of the same."""
        near = [one for one in self._loose if one.end <= span.start < one.end + _NEAR]
        return tuple(Span(one.start, one.end, span.label, one.digits) for one in near)

    def _is_alternative(self, stood: Run, run: Run) -> bool:
        """As in "was it three one six or three one nine?"."""
        between = self._speech.text[stood.end : run.start]
        return len(stood) == len(run) >= LEAST_ECHO and _OR.fullmatch(between) is not None

    def _let_stand(self, run: Run) -> None:
        """A number that stays; where it is known of what it is, it stays when it is said again."""
        context, self._stood = self._context, run
        self._left.append(self._decider.left(run, context))
        if self._decider.may_be_begun(run, context):
            self._loose.append(run)
        if self._decider.may_go_on(run, context):
            self._number_begun = Span(run.start, run.end, Label.ACCOUNT, run.digits)
        if self._number_begun:
            context = replace(context, begun=(*context.begun, run.digits))
        is_told = len(run) >= LEAST_ECHO and self._number_begun is None
        plain = (*context.plain, run.digits) if is_told else context.plain
        if context.topic not in HARMLESS:
            self._context = replace(context, plain=plain).after(1)
            return
        naming = named_with(context, self._speech, run, self._decider.speaker)
        self._context = replace(context, words=0, given=context.given + len(run), plain=plain, naming=naming)

    def _close(self) -> None:
        """The text is over: what is told, and what is being asked for behind it."""
        context = self._context
        has_date = context.topic is Topic.BIRTH and self._has(Label.BIRTH_DATE) and is_full_date(self._speech)
        has_email = context.topic is Topic.EMAIL and self._has(Label.EMAIL) and has_end(self._speech.tokens)
        if has_date or has_email:
            self._context = context = replace(context, given=max(context.given, WHOLE))
        is_open = context.topic in LABELS or context.is_unfinished
        is_named = bool(self._speech.cues or self._hints) or is_open
        if not is_named and is_question(self._speech.text):
            self._context = context.asking(Topic.ANYTHING, Naming(self._decider.speaker, is_question=True))

    def _keep_address(self) -> None:
        """Names and numbers of an address are hidden when they are said again."""
        parts = [span for span in self._spans if span.label is Label.EMAIL]
        if not parts:
            return
        inside = [one for one in self._speech.tokens if any(span.start <= one.start < span.end for span in parts)]
        runs = [run for run in self._speech.runs if any(span.start <= run.start < span.end for span in parts)]
        numbers = tuple((run.digits, Label.EMAIL) for run in runs if len(run) >= LEAST_ECHO)
        hidden = (*self._context.hidden, *numbers)
        self._context = replace(self._context, names=self._context.names | names_in(inside), hidden=hidden)

    def _has(self, label: Label) -> bool:
        return any(span.label is label for span in self._spans)


def settled(context: Context, runs: Sequence[Run], spans: Sequence[Span]) -> Context:
    """All numbers in what is hidden are hidden when they are said again, also those that seemed to be others'."""
    inside = {run.digits: span.label for run in runs for span in spans if span.start <= run.start < span.end}
    known = {digits for digits, _ in context.hidden}
    plain = tuple(digits for digits in context.plain if digits not in inside)
    late = tuple(
        (digits, label) for digits, label in inside.items() if digits not in known and len(digits) >= LEAST_ECHO
    )
    return replace(context, hidden=(*late, *context.hidden), plain=plain)


def _told(run: Run, whole: str, context: Context) -> str:
    """The digits of the number that is being told, with those of a run; what is read back was told before."""
    if not context.is_unfinished or is_card(whole) or whole.startswith(context.told):
        return whole
    return context.told if run.digits in context.told else context.told + run.digits


def _said_before(digits: str, label: Label, context: Context) -> int:
    """How many digits of a number were hidden just before, where it is not whole and is begun anew."""
    if not context.is_unfinished or not context.hidden:
        return 0
    if (digits, label) in context.hidden:
        return len(digits)
    begun = context.hidden[-1][0]
    return len(begun) if digits.startswith(begun) else 0


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

"""Whether a number is hidden, by what it is and by what was being asked for."""

from dataclasses import dataclass, field

from app.core.events import Channel
from app.core.masked_spans import Label
from app.core.masking.checks import is_card
from app.core.masking.context import Context, Left, Tail
from app.core.masking.covering import covers
from app.core.masking.cue_topics import Topic
from app.core.masking.dictation import are_groups, is_dictated
from app.core.masking.endings import closes, ends_the_text, fills_in
from app.core.masking.fitting import ACCOUNT_DIGITS, LEAST_ECHO, SERVICES, Fitting
from app.core.masking.likeness import CARD_DIGITS, holds_card, is_again, is_group_out_of_order, may_be_a_device
from app.core.masking.number_words import is_filler, is_lead
from app.core.masking.numbers import Run, Speech
from app.core.masking.shapes import Shape
from app.core.masking.topics import HARMLESS, LABELS, SENSITIVE, topic_behind

_REACH_WORDS, _REACH_OF_QUESTION = 16, 32
"""A cue counts for a number that begins within so many words of it, or of the number before."""
_LEAST_OF_ACCOUNT, _LEAST_BEGUN = 4, 2
_FEW_WORDS = 3
_LEAST_UNASKED = 10
_LONGEST_PHONE = 11
_GROUP, _LATEST = 4, 2
_SHORT_ANSWER, _SHORTEST_ANSWER, _SHORT_READ_BACK = 25, 3, 7
_SHORTEST_ECHO = 2


@dataclass(slots=True)
class Decider:
    """Decides the numbers of one text, from left to right.

    `begun` is what was asked for before it, `tail` the number that it may go on with. `asked_at` is where its last cue
    begins.
    """

    speech: Speech
    begun: Topic | None
    tail: Tail
    speaker: Channel | None
    asked_at: int = 0
    _is_named_behind: bool = field(default=False, init=False)

    @property
    def is_answer(self) -> bool:
        """Whether this is short enough for the answer to a question."""
        return self.begun in LABELS and len(self.speech.tokens) <= _SHORT_ANSWER

    @property
    def names_its_number(self) -> bool:
        """Whether this is short and says itself what its number is."""
        is_named = any(cue.topic in SENSITIVE or cue.topic is Topic.EXPIRY for cue in self.speech.cues)
        return is_named and len(self.speech.tokens) <= _SHORT_ANSWER

    def may_tell_more(self, context: Context) -> bool:
        """Whether this is short and a number is being told."""
        return context.is_unfinished and len(self.speech.tokens) <= _SHORTEST_ANSWER

    def topic(self, context: Context, passed: int = 0) -> Topic | None:
        """What is being asked for, so many words on."""
        reach = _REACH_OF_QUESTION if context.topic is self.begun else _REACH_WORDS
        return context.topic if context.words + passed <= reach else None

    @property
    def goes_on(self) -> bool:
        """Whether the text goes on with the number that came before."""
        return bool(self.speech.runs) and self._continues(self.speech.runs[0])

    def whole(self, run: Run) -> str:
        """Its digits, and those of its parts that came before; a part that is said again counts once."""
        before = self.tail.digits if self._continues(run) else ""
        is_repeated = len(run) >= LEAST_ECHO and before.endswith(run.digits)
        return before if is_repeated else before + run.digits

    def label(self, run: Run, context: Context) -> Label | None:
        """The label of a number, None where it stays."""
        topic = self._topic_of(run, context)
        shape = Shape(self.speech, run)
        if label := self._known(run, topic) or self._echo(run, topic, context):
            return label
        if shape.is_year or (shape.is_date and topic not in SENSITIVE - {Topic.CARD}):
            return LABELS[topic] if topic in {Topic.BIRTH, Topic.EXPIRY} else None
        if self._is_of_another(run, topic, context):
            return None
        if topic is Topic.ENDING:
            return self._label_of_dictated(run, topic, context) if self._is_no_end(run) else None
        return self._told(run, topic, context) or self._asked_for(topic, run, context)

    def _is_of_another(self, run: Run, topic: Topic | None, context: Context) -> bool:
        """Whether it counts or pays something, is of a place, or was told before as something that stays."""
        shape = Shape(self.speech, run)
        if shape.is_quantity or shape.is_span or shape.is_of_a_place or shape.is_of_a_street:
            return True
        if shape.is_to_pay and topic in {Topic.CARD, Topic.BANK, None, *HARMLESS}:
            return True
        if topic in {Topic.PHONE, Topic.BANK} and shape.is_time_or_price and not shape.is_pure:
            return True
        return topic not in LABELS and self._is_plain(run, context)

    def _is_no_end(self, run: Run) -> bool:
        """Whether all of a number is told though its end was asked for."""
        shape = Shape(self.speech, run)
        is_one = not (shape.is_ordinary or shape.is_of_a_thing or shape.are_ends)
        return len(run) >= ACCOUNT_DIGITS and is_one

    def _told(self, run: Run, topic: Topic | None, context: Context) -> Label | None:
        """The label of a number that goes on, is dictated or ends one that was begun."""
        if self._continues(run) and self.tail.label is not None:
            is_phone = topic is Topic.PHONE or len(self.whole(run)) <= _LONGEST_PHONE
            return Label.CARD if self.tail.label is Label.PHONE and not is_phone else self.tail.label
        if self._is_dictated(run, topic, context):
            return self._label_of_dictated(run, topic, context)
        is_end = topic is not Topic.ORDINARY and closes(self.speech, run, context)
        return context.hidden[-1][1] if is_end else None

    def is_long_sum(self, digits: int, context: Context) -> bool:
        """Whether so many digits that are written like a sum ("4,539,148") are what was asked for."""
        is_brief = self.is_answer and len(self.speech.tokens) <= _SHORTEST_ANSWER
        return self.topic(context) in SENSITIVE and digits >= (LEAST_ECHO if is_brief else ACCOUNT_DIGITS)

    def tail_behind(self, last_label: Label | None, context: Context) -> Tail:
        """The number that the text ends in, where it may go on; a word or two leave the one before."""
        runs = self.speech.runs
        if not runs:
            words = [token for token in self.speech.tokens if not is_filler(token)]
            return self.tail if len(words) <= _FEW_WORDS else Tail()
        if last_label is None and self._is_known(runs[-1], context):
            return Tail()
        return Tail(self.whole(runs[-1]), last_label) if ends_the_text(self.speech, runs[-1]) else Tail()

    def left(self, run: Run, context: Context) -> Left:
        """What is known of a number that stays."""
        topic = self._topic_of(run, context)
        is_known = self._is_known(run, context) or self._is_of_another(run, topic, context)
        return Left(run.start, topic is Topic.ENDING, is_known)

    def may_go_on(self, run: Run, context: Context) -> bool:
        """Whether a number that stays may be the first group of a card's, behind which nothing else is said."""
        if run is not self.speech.runs[-1] or not ends_the_text(self.speech, run):
            return False
        return self.may_be_begun(run, context) or (self._continues(run) and not self._is_known(run, context))

    def may_be_begun(self, run: Run, context: Context) -> bool:
        """Whether a number that stays is none that is counted, paid or known of what it is, and no short one."""
        shape = Shape(self.speech, run)
        least = _LEAST_BEGUN if shape.is_pure or shape.is_read_out or shape.trails_off else _LEAST_OF_ACCOUNT
        return len(run) >= least and not self._is_known(run, context)

    def _is_known(self, run: Run, context: Context) -> bool:
        shape = Shape(self.speech, run)
        is_year = shape.is_year or shape.is_date or shape.is_full_year
        is_price = shape.is_time_or_price or shape.is_told_as_price or shape.is_told_as_time
        is_plain = is_year or is_price or shape.is_quantity or shape.is_span or shape.is_ordinary
        is_of_a_thing = len(run) >= ACCOUNT_DIGITS and shape.is_of_a_thing
        is_told = context.topic in HARMLESS - {Topic.ANYTHING} or self._is_plain(run, context)
        is_told = is_told or run.digits in SERVICES
        return is_plain or is_of_a_thing or is_told

    def _is_plain(self, run: Run, context: Context) -> bool:
        """Whether it was told before as something that stays, or a part of it."""
        return len(run) >= LEAST_ECHO and any(is_again(run.digits, known) for known in context.plain)

    def _continues(self, run: Run) -> bool:
        """Whether the number goes on with what the utterance before ended in."""
        if not self.tail.digits or self.tail.is_whole or run is not self.speech.runs[0]:
            return False
        return all(is_lead(token) for token in self.speech.tokens[: run.first])

    def _topic_of(self, run: Run, context: Context) -> Topic | None:
        topic, self._is_named_behind = self.topic(context), False
        if topic in LABELS:
            return topic
        behind = topic_behind(run, self.speech, topic)
        self._is_named_behind = behind is not None
        return behind or topic

    def _known(self, run: Run, topic: Topic | None) -> Label | None:
        """What a number is by itself."""
        digits = self.whole(run)
        if is_card(digits) and not (topic is Topic.ORDINARY and may_be_a_device(digits)):
            return Label.CARD
        if topic is not Topic.ORDINARY and holds_card(run.pieces):
            return Label.CARD
        return None

    def _echo(self, run: Run, topic: Topic | None, context: Context) -> Label | None:
        """The label of a hidden number that is said again, whole or a group of it.

        Days, years and sums may have three digits of a number by chance: what is counted stays.
        """
        shape = Shape(self.speech, run)
        by_chance = self._is_by_chance(shape, run, topic)
        if self._is_said_back(run, context, by_chance=by_chance):
            return context.hidden[-1][1]
        if by_chance:
            return None
        if shape.is_at_an_end or shape.is_not_so or shape.is_picked_out:
            is_told_now = not shape.is_not_so and len(run) <= _GROUP and not context.turns
            latest = reversed(context.hidden[-_LATEST:])
            if label := next((label for hidden, label in latest if is_told_now or run.digits in hidden), None):
                return label
        least = 2 if shape.is_pure else LEAST_ECHO if topic in LABELS else _LEAST_OF_ACCOUNT
        for hidden, label in reversed(context.hidden):
            if run.digits == hidden or (len(run) >= least and run.digits in hidden):
                return label
            if label is Label.CARD and is_group_out_of_order(run.digits, hidden):
                return label
        return None

    def _is_by_chance(self, shape: Shape, run: Run, topic: Topic | None) -> bool:
        """Whether a number counts, dates or names something else, and has digits of a hidden one by chance."""
        is_named = topic in {Topic.ENDING, Topic.ORDINARY}
        is_counted = shape.is_quantity or shape.is_year or shape.is_date or shape.is_span
        return is_counted or (is_named and (len(run) < _LEAST_OF_ACCOUNT or shape.is_sum))

    def _is_said_back(self, run: Run, context: Context, *, by_chance: bool) -> bool:
        """Whether a short text says the number again that was hidden last, or the end of one that is being told."""
        if not context.hidden or len(run) < _SHORTEST_ECHO or len(self.speech.tokens) > _SHORT_READ_BACK:
            return False
        last = context.hidden[-1][0]
        is_again = last == run.digits and not context.turns
        return is_again or (context.is_unfinished and not by_chance and last.endswith(run.digits))

    def _asked_for(self, topic: Topic | None, run: Run, context: Context) -> Label | None:
        shape = Shape(self.speech, run)
        if topic is Topic.AMOUNT:
            return None
        if topic in {Topic.QUESTION, Topic.ANYTHING} and len(self.whole(run)) < _LEAST_UNASKED:
            return None
        if shape.has_plus:
            return Label.PHONE
        if topic is Topic.ORDINARY:
            is_other = context.spent >= LEAST_ECHO and not self._continues(run)
            return Label.PHONE if is_other and shape.is_phone else None
        if topic is not None and (self._fits(topic, run, context) or fills_in(topic, self.speech, run, context)):
            return LABELS[topic]
        is_next_group = shape.is_pure and self._continues(run)
        return None if shape.is_ordinary and not is_next_group else self._by_length(run, topic, context)

    def _fits(self, topic: Topic, run: Run, context: Context) -> bool:
        begun, whole = self.begun if self.is_answer else None, self.whole(run)
        return Fitting(self.speech, run, context, whole, begun, self.asked_at, self._is_named_behind).fits(topic)

    def _by_length(self, run: Run, topic: Topic | None, context: Context) -> Label | None:
        digits, shape = self.whole(run), Shape(self.speech, run)
        if len(digits) in CARD_DIGITS:
            return Label.CARD
        if len(digits) >= ACCOUNT_DIGITS:
            if shape.is_phone:
                return Label.PHONE
            is_free = topic is None and not context.is_unfinished
            is_other = shape.is_of_a_thing or (shape.is_parcel and not self._continues(run))
            return None if is_free and is_other else Label.ACCOUNT
        if context.is_unfinished and len(run) >= LEAST_ECHO and not (self._has_slash(run) or shape.is_time_or_price):
            return Label.CARD
        return Label.ACCOUNT if shape.is_sort_code else None

    def _is_dictated(self, run: Run, topic: Topic | None, context: Context) -> bool:
        if self.speaker is None or topic is Topic.ENDING or any(run.digits in begun for begun in context.begun):
            return False
        if topic in HARMLESS and covers(context, self.speech, run, self.speaker, self.asked_at):
            return False
        shape, is_free = Shape(self.speech, run), topic in HARMLESS and topic is not None
        if is_free and shape.is_a_clause and len(run) >= ACCOUNT_DIGITS and not shape.is_ordinary:
            return True
        goes_on, in_groups = self._continues(run), are_groups(self.speech)
        return is_dictated(shape, context, self.whole(run), goes_on=goes_on, in_groups=in_groups)

    def _label_of_dictated(self, run: Run, topic: Topic | None, context: Context) -> Label:
        if known := topic if topic in LABELS else context.near:
            return LABELS[known]
        if context.is_unfinished and context.hidden:
            return context.hidden[-1][1]
        if len(self.whole(run)) in CARD_DIGITS:
            return Label.CARD
        return Label.PHONE if Shape(self.speech, run).is_phone else Label.ACCOUNT

    def _has_slash(self, run: Run) -> bool:
        return any(token.word == "/" for token in self.speech.tokens[run.first : run.last])

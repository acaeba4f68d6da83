"""Whether what was named last, and nobody hides, is what a number is of."""

from dataclasses import replace

from app.core.events import Channel
from app.core.masking.context import Context, Naming
from app.core.masking.cue_topics import Topic
from app.core.masking.numbers import Run, Speech
from app.core.masking.shapes import Shape
from app.core.masking.tokens import words_in

_NO_AMOUNT, _LEAST = 4, 2
"""So many digits read out one by one are no amount and no time."""
_BEGINNINGS = words_in("with starting starts start begins beginning begin ends ending")


def named_with(context: Context, speech: Speech, run: Run, speaker: Channel | None) -> Naming | None:
    """The naming once a number was told to it: what is counted, the beginning of one and a read-back are none."""
    naming = context.naming
    before = speech.tokens[run.first - 1].word if run.first else ""
    is_again = any(run.digits in known for known in context.plain)
    if naming is None or len(run) < _LEAST or before in _BEGINNINGS or is_again or Shape(speech, run).is_quantity:
        return naming
    return replace(naming, told_by=speaker, told=run.digits)


def covers(context: Context, speech: Speech, run: Run, speaker: Channel, asked_at: int) -> bool:
    """Whether a number is of the harmless thing that was named last.

    Who asks is answered by the other side; who tells goes on telling; one number answers. `asked_at` is where the
    words begin that named it, if they are in this text.
    """
    shape = Shape(speech, run)
    if context.topic is Topic.AMOUNT and shape.is_read_out and len(run) >= _NO_AMOUNT and shape.is_a_sentence:
        return False
    naming = context.naming
    if naming is None:
        return True
    if naming.is_here:
        return _covers_here(context, naming, speech, shape, asked_at)
    if naming.by is speaker:
        return not naming.is_question
    is_mended = naming.is_question and len(run) <= len(naming.told) + 1
    return naming.told_by in {None, speaker} or is_mended


def _covers_here(context: Context, naming: Naming, speech: Speech, shape: Shape, asked_at: int) -> bool:
    named_in = speech.sentence_of(asked_at)
    if named_in == speech.sentence_of(shape.start):
        return True
    if any(asked_at < run.start < named_in[1] and not Shape(speech, run).is_quantity for run in speech.runs):
        return False
    is_asked = naming.is_question and context.topic in {Topic.AMOUNT, Topic.ANYTHING}
    return not is_asked and naming.told_by is None

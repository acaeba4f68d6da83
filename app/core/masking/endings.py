"""The end of a number that was begun, said behind other words, and digits of it that are put right."""

import re

from app.core.masking.checks import is_card
from app.core.masking.context import Context
from app.core.masking.cue_topics import Topic
from app.core.masking.number_words import is_filler, is_lead
from app.core.masking.numbers import Run, Speech
from app.core.masking.shapes import Shape
from app.core.masking.tokens import Sort
from app.core.masking.topics import SENSITIVE

_CLOSING = re.compile(
    r"\b(?:(?:finish|end)(?:s|es|ing)?(?: (?:in|with|on|is))*|(?:lastly|finally)"
    r"|(?:last|final)(?: (?:one|two|three|four|bit|part|pair|group|block|lot|digits?|numbers?|ones))*"
    r"(?: of (?:all|it|them))?(?:'s| is| are| was| should be)?)[\s,:]*(?:an? )?\Z",
    re.IGNORECASE,
)
_LEAST_FIRST, _FEW_WORDS = 3, 3
_LOOK_BACK, _CLOSE, _LONGEST_END, _SHORT_REPLY, _LONGEST_NUMBER = 40, 6, 4, 13, 19


def closes(speech: Speech, run: Run, context: Context) -> bool:
    """Whether a few digits are the rest of a number that is not whole.

    As in "and it finishes in one", "that last one's a six", and "four three, hmm, it's worn, three five".
    """
    is_beside = _is_behind_hidden(speech, run, context)
    if not _is_open(context, is_beside=is_beside) or context.words > _CLOSE or len(run) > _LONGEST_END:
        return False
    if any(token.sort is not Sort.SIGN for token in speech.tokens[run.last + 1 : run.last + 2]):
        return False
    is_named = _CLOSING.search(speech.text[max(0, run.start - _LOOK_BACK) : run.start]) is not None
    is_left = all(token.sort is Sort.SIGN for token in speech.tokens[run.last + 1 :])
    is_rest = is_left and is_beside and len(run.pieces) == len(run) > 1
    return is_named or is_rest


def _is_open(context: Context, *, is_beside: bool) -> bool:
    """Whether a number was begun, in this text or before it, of which more may follow."""
    if not context.hidden or is_card(context.hidden[-1][0]) or context.given >= _LONGEST_NUMBER:
        return False
    return context.is_unfinished or is_beside


def _is_behind_hidden(speech: Speech, run: Run, context: Context) -> bool:
    """Whether the number before it in the text was hidden."""
    before = [other.digits for other in speech.runs if other.last < run.first]
    return bool(before and context.hidden) and context.hidden[-1][0].endswith(before[-1])


def fills_in(topic: Topic, speech: Speech, run: Run, context: Context) -> bool:
    """One digit of a number that was told before: "could it be a zero?", and of a card that is not right any."""
    is_beside = context.given > context.spent and context.words <= _CLOSE
    is_brief = len(speech.tokens) <= _SHORT_REPLY and context.spent > 0
    if topic not in SENSITIVE or Shape(speech, run).is_quantity or not (is_beside or is_brief):
        return False
    is_wrong = topic is Topic.CARD and context.hidden and not is_card(context.hidden[-1][0])
    before = speech.tokens[run.first - 1].word if run.first else ""
    if topic is Topic.CODE and is_beside and len(run) == 1 and before in {"a", "an"}:
        return True  # "is that an eight?"
    is_pronoun = speech.tokens[run.first].word == "one" and speech.tokens[run.first - 1].word != "a"
    return not run.digits.strip("0") or bool(is_wrong and len(run) == 1 and not is_pronoun)


def ends_the_text(speech: Speech, run: Run) -> bool:
    """Whether nothing, or behind a number that comes first a word or two, is said after it."""
    behind = speech.tokens[run.last + 1 :]
    words = [token for token in behind if token.sort is not Sort.SIGN and not is_filler(token)]
    is_first = all(is_lead(token) for token in speech.tokens[: run.first])
    return not words or (is_first and len(run) >= _LEAST_FIRST and len(words) <= _FEW_WORDS)

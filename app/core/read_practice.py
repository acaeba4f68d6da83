"""A stored call as practice to be read: the caller's lines one after the other, which the agent answers aloud.

Sound of calls is never kept, and Calmline has no voice of its own; so nothing is heard in it.
"""

from dataclasses import dataclass
from textwrap import shorten

from app.core.dialogue import WORD_S
from app.core.document import CallDocument
from app.core.errors import InputError
from app.core.events import Channel
from app.core.state import ShownPrompt, Turn

PER_WORD_S = WORD_S
"""So long each word of the caller takes to appear: as fast as people speak."""

_TITLE_LETTERS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLesson:
    """A call that was saved for practice, under a title; its words stay where the call is. ISO 8601."""

    call_id: str
    title: str
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What the caller said in one go ("" where the agent has the first word), and what was answered then.

    `prompts` are those that came until the next line of the caller.
    """

    caller: str
    answer: str
    prompts: tuple[ShownPrompt, ...] = ()


def title_of(document: CallDocument) -> str:
    """What a call is called in the list of practice: what its caller wants, or else said first. Raises InputError."""
    said = (exchange.caller for exchange in exchanges_of(document) if exchange.caller)
    return shorten(next(iter(document.summary.wants), "") or next(said), _TITLE_LETTERS, placeholder=" …")


def check_practisable(*, has_words: bool) -> None:
    """Raises InputError for a call without words."""
    if not has_words:
        raise InputError("This call cannot be practised: no words of it are kept.", "Choose another call.")


def exchanges_of(document: CallDocument) -> tuple[Exchange, ...]:
    """The call line by line. Raises InputError where it cannot be read with both sides apart."""
    turns = [turn for turn in document.turns if turn.is_own and turn.text.strip()]
    if not any(turn.channel is Channel.CALLER for turn in turns):
        raise InputError("This call cannot be practised: no words of its caller are kept.", "Choose another call.")
    parts = _parts(turns)
    ends = [part[0].start_s for part in parts[1:]] + [float("inf")]
    starts = [0.0, *ends]
    return tuple(
        Exchange(
            caller=_words(part, Channel.CALLER),
            answer=_words(part, Channel.AGENT),
            prompts=tuple(one for one in document.prompts if start_s <= one.at_s < end_s and one.say),
        )
        for part, start_s, end_s in zip(parts, starts, ends, strict=False)
    )


def _parts(turns: list[Turn]) -> list[list[Turn]]:
    """A part begins wherever the caller speaks after the agent."""
    parts: list[list[Turn]] = [[]]
    for turn in turns:
        follows_agent = bool(parts[-1]) and parts[-1][-1].channel is Channel.AGENT
        if turn.channel is Channel.CALLER and follows_agent:
            parts.append([])
        parts[-1].append(turn)
    return parts


def _words(part: list[Turn], side: Channel) -> str:
    return " ".join(turn.text.strip() for turn in part if turn.channel is side)

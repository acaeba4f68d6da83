"""What an ended call is exported as: what its page shows, in the page's words, which can still be translated."""

from collections.abc import Callable
from dataclasses import dataclass

from app.core.call_words import FOLLOWED, MARKS, NOT_COUNTED, OUTCOMES, STAGES, UNSURE, clock
from app.core.consent import Capture
from app.core.document import CallDocument, CallFacts
from app.core.events import Channel, Phase
from app.core.figures import Figure
from app.core.message import Joined, Message
from app.core.moods import PHASES, SPEAKERS, Level, level_of
from app.core.note_sheet import NoteLine
from app.core.page_figures import page_figures, quarter_figures
from app.core.score_sheet import ScoreSheet
from app.core.state import ShownPrompt, Turn
from app.core.wordless import lost_words

Say = Callable[[str], str]
"""Says a Message in a reader's language; what is no Message stays as it is. `str` says it in English."""

MASKED = Message("[card] and the like stand for what is masked.")
WORDS_GONE = Message("The words of this call are not kept, its figures are.")
NOTHING_SAID = Message("Nothing was said.")
_CUT_SHORT = Message("Calmline ended before the call did: this is what it had heard until then.")
_NOT_HEARD = "without listening: no words were heard, the agent said how the caller was"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One turn; `note` is what stands beside its speaker, "" for nothing."""

    channel: Channel
    start_s: float
    end_s: float
    speaker: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptLine:
    """One prompt as the page lists it."""

    time: str
    stage: str
    title: str
    say: str
    followed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """One call to be read elsewhere. `notices` say what is missing of it; `marks` have the time and what was marked."""

    title: str
    about: str
    notices: tuple[str, ...]
    figures: tuple[Figure, ...]
    prompts: tuple[PromptLine, ...]
    marks: tuple[tuple[str, str], ...]
    said: tuple[SaidLine, ...]
    scores: tuple[ScoreSheet, ...] = ()
    comments: tuple[NoteLine, ...] = ()
    coaching: tuple[NoteLine, ...] = ()


def call_sheet(
    document: CallDocument,
    when: str,
    scores: tuple[ScoreSheet, ...] = (),
    comments: tuple[NoteLine, ...] = (),
    coaching: tuple[NoteLine, ...] = (),
) -> CallSheet:
    """What is exported of a call that began at `when`, a day and a time in words, with what reviewers say of it."""
    return CallSheet(
        title=call_title(document.call, when),
        about=call_about(document.call),
        notices=_notices(document),
        figures=(*page_figures(document), *quarter_figures(document), *_of_agent(document)),
        prompts=tuple(map(_prompt, document.prompts)),
        marks=tuple((clock(mark.at_s), Message(MARKS[mark.kind])) for mark in document.marks),
        said=tuple(_said(turn) for turn in document.turns if turn.text.strip()),
        scores=scores,
        comments=comments,
        coaching=coaching,
    )


def call_title(call: CallFacts, when: str) -> Message:
    """Who spoke with whom, and when."""
    if call.agent and call.caller:
        return Message("{agent} with {caller}, {when}", agent=call.agent, caller=call.caller, when=when)
    if call.agent:
        return Message("{agent} with a caller, {when}", agent=call.agent, when=when)
    return Message("{caller}, {when}", caller=call.caller or Message("Call"), when=when)


def call_about(call: CallFacts) -> Message:
    """How long it was, where it was heard, and by what it was judged."""
    is_heard = call.capture is Capture.SOUND
    heard = Message("from {source}", source=call.source) if is_heard else Message(_NOT_HEARD)
    parts = [Message("{length} long", length=clock(call.duration_s)), heard]
    parts += [Message("reference {reference}", reference=call.reference)] if call.reference else []
    parts += [Message("playbook {name}", name=call.playbook)]
    if is_heard:
        parts += [Message("model {name}", name=call.model), Message("scorer {name}", name=call.scorer)]
    return Joined("  ·  ", parts)


def outcome_of(document: CallDocument) -> str:
    """How it ended, as the agent says; "" where they said nothing."""
    outcome = document.after.outcome if document.after else None
    return Message(OUTCOMES[outcome]) if outcome else ""


def note_of(document: CallDocument) -> str:
    """The agent's own note."""
    return document.after.note if document.after else ""


def _notices(document: CallDocument) -> tuple[str, ...]:
    return (
        *((_CUT_SHORT,) if document.call.broken_off else ()),
        *((WORDS_GONE,) if lost_words(document) else ()),
    )


def _of_agent(document: CallDocument) -> tuple[Figure, ...]:
    told = (
        Figure(name=Message("Outcome"), text=outcome_of(document)),
        Figure(name=Message("Note"), text=note_of(document)),
    )
    return tuple(figure for figure in told if figure.text)


def _prompt(prompt: ShownPrompt) -> PromptLine:
    return PromptLine(
        time=clock(prompt.at_s),
        stage=Message(STAGES[prompt.stage]),
        title=prompt.title,
        say=prompt.say,
        followed=Message(FOLLOWED[prompt.followed]),
    )


def _said(turn: Turn) -> SaidLine:
    return SaidLine(
        channel=turn.channel,
        start_s=turn.start_s,
        end_s=turn.end_s,
        speaker=Message(SPEAKERS[turn.channel]),
        words=" ".join(turn.text.split()),
        note=_beside(turn),
    )


def _beside(turn: Turn) -> str:
    notes = [Message(UNSURE)] if turn.is_unsure else []
    if turn.is_unscored:
        notes.append(Message(NOT_COUNTED))
    elif turn.heat is not None and level_of(turn.heat) is Level.HOT:
        notes.append(Message(PHASES[Phase.HOT]))
    return Joined(", ", notes) if notes else ""

"""The figures of an ended call as a reader's sentences, which can still be translated."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.call_words import STAGES, checklist_text, clock, mood_word, often, percent, span, times
from app.core.document import Checked, Disclosure
from app.core.events import Telling
from app.core.message import Joined, Message
from app.core.summary import Promised, Summary, TalkShare

_NONE_HEARD = "None heard"
_NONE_NOTED = "None noted"
_NOT_KEPT = "Not kept"
_NONE_NEEDED = "None needed"
_NOT_KNOWN = "Not known"
_UNTOLD = "Cannot be told apart"
_THEN = " → "


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of a summary; what is a Message in it can still be translated."""

    name: str
    text: str


def figures_of(
    summary: Summary,
    agent: str = "Agent",
    checklist: Sequence[Checked] = (),
    disclosure: Disclosure | None = None,
    *,
    is_heard: bool = True,
    has_words: bool = True,
) -> tuple[Figure, ...]:
    """A summary in plain words; `agent` is what the reader calls the agent.

    Of a call of which nothing was heard nobody knows who spoke; where its words are not kept it is not known any more
    what was wanted and promised.
    """
    told = _disclosure(disclosure)
    none = _none(is_heard=is_heard, has_words=has_words)
    listed = checklist_text([line.text for line in checklist], [line.done for line in checklist])
    return (
        Figure(name=Message("Peak"), text=_peak(summary)),
        Figure(name=Message("Time to calm"), text=_time_to_calm(summary)),
        Figure(name=Message("Start to end"), text=_start_to_end(summary)),
        Figure(name=Message("Turned hot"), text=_turned_hot(summary)),
        Figure(name=Message("Prompts"), text=_prompts(summary)),
        Figure(name=Message("Stages"), text=_stages(summary)),
        *(_voices(summary, Message(agent)) if is_heard else ()),
        Figure(name=Message("Caller wants"), text=Joined("\n", map(_quoted, summary.wants)) or none),
        Figure(name=Message("Promised"), text=Joined("\n", map(_promise, summary.promises)) or none),
        *((Figure(name=Message("Checklist"), text=listed),) if listed else ()),
        *((Figure(name=Message("Caller informed"), text=told),) if told else ()),
        *(_silences(summary) if is_heard else ()),
    )


def _none(*, is_heard: bool, has_words: bool) -> Message:
    if not has_words:
        return Message(_NOT_KEPT)
    return Message(_NONE_HEARD) if is_heard else Message(_NONE_NOTED)


def _voices(summary: Summary, agent: str) -> tuple[Figure, ...]:
    return (
        Figure(name=Message("Who spoke"), text=talk_share_words(summary.talk_share, agent)),
        Figure(name=Message("Cut in"), text=_interruptions(summary, agent)),
    )


def _silences(summary: Summary) -> tuple[Figure, ...]:
    longest = "-" if summary.longest_silence_s is None else span(summary.longest_silence_s)
    return (
        Figure(name=Message("Answered after"), text=_response_gap(summary)),
        Figure(name=Message("Longest silence"), text=longest),
    )


def _disclosure(disclosure: Disclosure | None) -> str:
    """Whether the caller was told that the call is written down; "" where nobody asks for it."""
    if disclosure is None or disclosure.told is None:
        return ""
    at = clock(disclosure.at_s or 0.0)
    match disclosure.how:
        case Telling.ANNOUNCED:
            return Message("Yes: announced before the call that it is written down")
        case Telling.AGENT:
            return Message("Yes: said at {time} that the call is written down", time=at)
        case Telling.TICKED:
            return Message("Yes: ticked by the agent at {time}", time=at)
        case Telling.REFUSED:
            return Message("Yes, and the caller said no: no words are kept")
        case _:
            return Message("No: nobody was heard saying that the call is written down")


def _scored(summary: Summary) -> bool:
    return summary.peak_level is not None


def _peak(summary: Summary) -> str:
    if summary.peak_level is None or summary.peak_at_s is None:
        return Message(_NOT_KNOWN)
    level = mood_word(summary.peak_level, turned_hot=summary.escalations > 0)
    return Message("{level}, at {time}", level=level, time=clock(summary.peak_at_s))


def _turned_hot(summary: Summary) -> str:
    return often(summary.escalations) if _scored(summary) else Message(_NOT_KNOWN)


def _stages(summary: Summary) -> str:
    return Joined(_THEN, (Message(STAGES[stage]) for stage in summary.stages)) or Message(_NONE_NEEDED)


def _start_to_end(summary: Summary) -> str:
    if summary.start_level is None or summary.end_level is None:
        return Message(_NOT_KNOWN)
    levels = (summary.start_level, summary.end_level)
    return Joined(_THEN, (mood_word(level, turned_hot=summary.escalations > 0) for level in levels))


def _time_to_calm(summary: Summary) -> str:
    if summary.time_to_calm_s is not None:
        return span(summary.time_to_calm_s)
    if not _scored(summary):
        return Message(_NOT_KNOWN)
    return Message("Never turned hot") if summary.escalations == 0 else Message("Not before the end")


def _prompts(summary: Summary) -> str:
    shown, followed = summary.prompts.shown, summary.prompts.followed
    return (
        Message("{shown} shown, {followed} followed", shown=shown, followed=followed)
        if shown
        else Message(_NONE_NEEDED)
    )


def talk_share_words(share: TalkShare | None, agent: str) -> str:
    """Who spoke how much of the time; what rounds to nothing is left out."""
    if share is None:
        return Message(_UNTOLD)
    parts = [
        (agent, share.agent),
        (Message("caller"), share.caller),
        (Message("both at once"), share.both),
        (Message("silence"), share.silence),
    ]
    return Joined(", ", (Joined(" ", (name, percent(part))) for name, part in parts if round(part, 2)))


def _interruptions(summary: Summary, agent: str) -> str:
    cuts = summary.interruptions
    if cuts is None:
        return Message(_UNTOLD)
    if not cuts.agent and not cuts.caller:
        return Message("Nobody")
    return Message(
        "{who} {often}, caller {caller_often}", who=agent, often=times(cuts.agent), caller_often=times(cuts.caller)
    )


def _response_gap(summary: Summary) -> str:
    return "-" if summary.response_gap_s is None else span(summary.response_gap_s)


def _quoted(text: str) -> str:
    return f"“{text}”"


def _promise(promised: Promised) -> str:
    by_when = f" ({promised.when})" if promised.when and promised.when not in promised.what else ""
    return _quoted(promised.what) + by_when

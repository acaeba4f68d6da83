"""The figures of an ended call as a reader's sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.document import Checked, Disclosure
from app.core.events import Telling
from app.core.moods import level_of
from app.core.summary import Promised, Summary
from app.ui.checklist import checklist_text
from app.ui.tr import tr
from app.ui.words import STAGES, clock, level_word, percent, span, times

_NONE_HEARD = "None heard"
_NONE_NOTED = "None noted"
_NONE_NEEDED = "None needed"
_NOT_KNOWN = "Not known"
_UNTOLD = "Cannot be told apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of a summary."""

    name: str
    text: str


def figures_of(
    summary: Summary,
    agent: str = "Agent",
    checklist: Sequence[Checked] = (),
    disclosure: Disclosure | None = None,
    *,
    is_heard: bool = True,
) -> tuple[Figure, ...]:
    """A summary in plain words; `agent` is what the reader calls the agent.

    Of a call of which nothing was heard nobody knows who spoke.
    """
    told, none = _disclosure(disclosure), tr(_NONE_HEARD) if is_heard else tr(_NONE_NOTED)
    listed = checklist_text([line.text for line in checklist], [line.done for line in checklist])
    return (
        Figure(name=tr("Peak"), text=_peak(summary)),
        Figure(name=tr("Time to calm"), text=_time_to_calm(summary)),
        Figure(name=tr("Start to end"), text=_start_to_end(summary)),
        Figure(name=tr("Turned hot"), text=_turned_hot(summary)),
        Figure(name=tr("Prompts"), text=_prompts(summary)),
        Figure(name=tr("Stages"), text=_stages(summary)),
        *(_voices(summary, tr(agent)) if is_heard else ()),
        Figure(name=tr("Caller wants"), text="\n".join(map(_quoted, summary.wants)) or none),
        Figure(name=tr("Promised"), text="\n".join(map(_promise, summary.promises)) or none),
        *((Figure(name=tr("Checklist"), text=listed),) if listed else ()),
        *((Figure(name=tr("Caller informed"), text=told),) if told else ()),
        *(_silences(summary) if is_heard else ()),
    )


def _voices(summary: Summary, agent: str) -> tuple[Figure, ...]:
    return (
        Figure(name=tr("Who spoke"), text=_talk_share(summary, agent)),
        Figure(name=tr("Cut in"), text=_interruptions(summary, agent)),
    )


def _silences(summary: Summary) -> tuple[Figure, ...]:
    longest = "-" if summary.longest_silence_s is None else span(summary.longest_silence_s)
    return (
        Figure(name=tr("Answered after"), text=_response_gap(summary)),
        Figure(name=tr("Longest silence"), text=longest),
    )


def _disclosure(disclosure: Disclosure | None) -> str:
    """Whether the caller was told that the call is written down; "" where nobody asks for it."""
    if disclosure is None or disclosure.told is None:
        return ""
    at = clock(disclosure.at_s or 0.0)
    match disclosure.how:
        case Telling.ANNOUNCED:
            return tr("Yes: announced before the call that it is written down")
        case Telling.AGENT:
            return tr("Yes: said at {time} that the call is written down", time=at)
        case Telling.TICKED:
            return tr("Yes: ticked by the agent at {time}", time=at)
        case Telling.REFUSED:
            return tr("Yes, and the caller said no: no words are kept")
        case _:
            return tr("No: nobody was heard saying that the call is written down")


def _scored(summary: Summary) -> bool:
    return summary.peak_level is not None


def _peak(summary: Summary) -> str:
    if summary.peak_level is None or summary.peak_at_s is None:
        return tr(_NOT_KNOWN)
    level = level_word(level_of(summary.peak_level))
    return tr("{level}, at {time}", level=level, time=clock(summary.peak_at_s))


def _turned_hot(summary: Summary) -> str:
    return times(summary.escalations).capitalize() if _scored(summary) else tr(_NOT_KNOWN)


def _stages(summary: Summary) -> str:
    return " → ".join(tr(STAGES[stage]) for stage in summary.stages) or tr(_NONE_NEEDED)


def _start_to_end(summary: Summary) -> str:
    if summary.start_level is None or summary.end_level is None:
        return tr(_NOT_KNOWN)
    return f"{level_word(level_of(summary.start_level))} → {level_word(level_of(summary.end_level))}"


def _time_to_calm(summary: Summary) -> str:
    if summary.time_to_calm_s is not None:
        return span(summary.time_to_calm_s)
    if not _scored(summary):
        return tr(_NOT_KNOWN)
    return tr("Never turned hot") if summary.escalations == 0 else tr("Not before the end")


def _prompts(summary: Summary) -> str:
    shown, followed = summary.prompts.shown, summary.prompts.followed
    return tr("{shown} shown, {followed} followed", shown=shown, followed=followed) if shown else tr(_NONE_NEEDED)


def _talk_share(summary: Summary, agent: str) -> str:
    share = summary.talk_share
    if share is None:
        return tr(_UNTOLD)
    parts = [
        (agent, share.agent),
        (tr("caller"), share.caller),
        (tr("both at once"), share.both),
        (tr("silence"), share.silence),
    ]
    return ", ".join(f"{name} {percent(part)}" for name, part in parts if round(part, 2))


def _interruptions(summary: Summary, agent: str) -> str:
    cuts = summary.interruptions
    if cuts is None:
        return tr(_UNTOLD)
    if not cuts.agent and not cuts.caller:
        return tr("Nobody")
    often, caller_often = times(cuts.agent), times(cuts.caller)
    return tr("{who} {often}, caller {caller_often}", who=agent, often=often, caller_often=caller_often)


def _response_gap(summary: Summary) -> str:
    return "-" if summary.response_gap_s is None else span(summary.response_gap_s)


def _quoted(text: str) -> str:
    return f"“{text}”"


def _promise(promised: Promised) -> str:
    by_when = f" ({promised.when})" if promised.when and promised.when not in promised.what else ""
    return _quoted(promised.what) + by_when

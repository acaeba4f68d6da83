"""The figures of an ended call as a reader's sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.document import Checked
from app.core.summary import Promised, Summary
from app.ui.checklist import checklist_text
from app.ui.words import STAGES, clock, level_of, percent, span, times

NONE_HEARD = "None heard"
NOT_SCORED = "Not scored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of a summary."""

    name: str
    text: str


def figures_of(summary: Summary, agent: str = "Agent", checklist: Sequence[Checked] = ()) -> tuple[Figure, ...]:
    """A summary in plain words; `agent` is what the reader calls the agent."""
    listed = checklist_text([line.text for line in checklist], [line.done for line in checklist])
    return (
        Figure(name="Peak", text=_peak(summary)),
        Figure(name="Time to calm", text=_time_to_calm(summary)),
        Figure(name="Start to end", text=_start_to_end(summary)),
        Figure(name="Turned hot", text=times(summary.escalations).capitalize() if _scored(summary) else NOT_SCORED),
        Figure(name="Prompts", text=_prompts(summary)),
        Figure(name="Stages", text=" → ".join(STAGES[stage] for stage in summary.stages) or "None needed"),
        Figure(name="Who spoke", text=_talk_share(summary, agent)),
        Figure(name="Cut in", text=_interruptions(summary, agent)),
        Figure(name="Caller wants", text="\n".join(map(_quoted, summary.wants)) or NONE_HEARD),
        Figure(name="Promised", text="\n".join(map(_promise, summary.promises)) or NONE_HEARD),
        *((Figure(name="Checklist", text=listed),) if listed else ()),
        Figure(name="Answered after", text=_response_gap(summary)),
        Figure(name="Longest silence", text=span(summary.longest_silence_s)),
    )


def _scored(summary: Summary) -> bool:
    return summary.peak_level is not None


def _peak(summary: Summary) -> str:
    if summary.peak_level is None or summary.peak_at_s is None:
        return NOT_SCORED
    return f"{level_of(summary.peak_level).value}, at {clock(summary.peak_at_s)}"


def _start_to_end(summary: Summary) -> str:
    if summary.start_level is None or summary.end_level is None:
        return NOT_SCORED
    return f"{level_of(summary.start_level).value} → {level_of(summary.end_level).value}"


def _time_to_calm(summary: Summary) -> str:
    if summary.time_to_calm_s is not None:
        return span(summary.time_to_calm_s)
    if not _scored(summary):
        return NOT_SCORED
    return "Never turned hot" if summary.escalations == 0 else "Not before the end"


def _prompts(summary: Summary) -> str:
    shown, followed = summary.prompts.shown, summary.prompts.followed
    return f"{shown} shown, {followed} followed" if shown else "None needed"


def _talk_share(summary: Summary, agent: str) -> str:
    share = summary.talk_share
    if share is None:
        return "Cannot be told apart"
    parts = [(agent, share.agent), ("caller", share.caller), ("both at once", share.both), ("silence", share.silence)]
    return ", ".join(f"{name} {percent(part)}" for name, part in parts if round(part, 2))


def _interruptions(summary: Summary, agent: str) -> str:
    cuts = summary.interruptions
    if cuts is None:
        return "Cannot be told apart"
    if not cuts.agent and not cuts.caller:
        return "Nobody"
    return f"{agent} {times(cuts.agent)}, caller {times(cuts.caller)}"


def _response_gap(summary: Summary) -> str:
    return "-" if summary.response_gap_s is None else span(summary.response_gap_s)


def _quoted(text: str) -> str:
    return f"“{text}”"


def _promise(promised: Promised) -> str:
    by_when = f" ({promised.when})" if promised.when and promised.when not in promised.what else ""
    return _quoted(promised.what) + by_when

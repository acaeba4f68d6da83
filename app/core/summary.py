"""The figures of an ended call."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.core.events import AngerPoint, Channel, Phase, Stage
from app.core.state import CallState, ShownPrompt, Turn
from app.core.timing import clipped, interrupts, longest_gap, total, union

CALM_HELD_S = 15.0
"""How long the caller must stay calm or falling for the anger to count as over."""

_ANSWER_WITHIN_S = 15.0
_SHARE_DIGITS = 4
HEATED = frozenset({Phase.HOT, Phase.ABUSIVE})
"""The phases in which a caller is hot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkShare:
    """Shares of the call's time (0..1, sum 1): one side alone, both at once, nobody."""

    agent: float
    caller: float
    both: float
    silence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruptions:
    """How often each side cut in on the other."""

    agent: int
    caller: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptFigures:
    """Figures about the playbook, never about the agent."""

    shown: int
    used: int
    followed: int
    dismissed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Who will do what, and when, where a time was named."""

    who: str
    what: str
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Figures and facts of one call; unknown is None. Levels and shares in 0..1, `*_s` in seconds."""

    peak_level: float | None
    peak_at_s: float | None
    start_level: float | None
    end_level: float | None
    time_to_calm_s: float | None
    escalations: int
    talk_share: TalkShare | None
    interruptions: Interruptions | None
    longest_silence_s: float | None
    response_gap_s: float | None
    stages: tuple[Stage, ...]
    prompts: PromptFigures
    wants: tuple[str, ...]
    promises: tuple[Promised, ...]
    next_steps: tuple[str, ...]


def summarise(state: CallState, duration_s: float) -> Summary:
    """Figures of a call of `duration_s` seconds."""
    curve = state.curve
    peak = max(curve, key=lambda point: point.level, default=None)
    promises = tuple(Promised(who=kept.who, what=kept.what, when=kept.when) for kept in state.promises)
    two_sided = state.is_heard and not any(turn.channel is Channel.UNKNOWN for turn in state.turns)
    own = tuple(turn for turn in state.turns if turn.is_own)
    return Summary(
        peak_level=peak.level if peak else None,
        peak_at_s=peak.at_s if peak else None,
        start_level=curve[0].level if curve else None,
        end_level=curve[-1].level if curve else None,
        time_to_calm_s=_time_to_calm(curve, duration_s),
        escalations=_escalations(curve),
        talk_share=talk_share(own, 0.0, duration_s) if two_sided else None,
        interruptions=_interruptions(own) if two_sided else None,
        longest_silence_s=_longest_silence(state.turns, duration_s) if state.is_heard else None,
        response_gap_s=_response_gap(own),
        stages=state.stages,
        prompts=_prompt_figures(state.prompts),
        wants=tuple(want.text for want in state.wants),
        promises=promises,
        next_steps=tuple(dict.fromkeys(kept.what for kept in promises)),
    )


def _longest_silence(turns: Sequence[Turn], duration_s: float) -> float:
    return longest_gap([(turn.start_s, turn.end_s) for turn in turns], duration_s)


def _time_to_calm(curve: Sequence[AngerPoint], duration_s: float) -> float | None:
    """Seconds from the first hot point to the first calm or falling one that held 15 s; None without either."""
    first_hot_s = next((point.at_s for point in curve if point.phase in HEATED), None)
    if first_hot_s is None:
        return None
    calm_since: float | None = None
    for point in curve:
        if point.at_s <= first_hot_s:
            continue
        if point.phase not in {Phase.CALM, Phase.FALLING}:
            calm_since = None
            continue
        calm_since = point.at_s if calm_since is None else calm_since
        if point.at_s - calm_since >= CALM_HELD_S:
            return calm_since - first_hot_s
    held_to_the_end = calm_since is not None and duration_s - calm_since >= CALM_HELD_S
    return calm_since - first_hot_s if calm_since is not None and held_to_the_end else None


def _escalations(curve: Sequence[AngerPoint]) -> int:
    phases = [Phase.CALM, *(point.phase for point in curve)]
    return sum(now in HEATED and before not in HEATED for before, now in pairwise(phases))


def _spans(turns: Sequence[Turn], channel: Channel) -> list[tuple[float, float]]:
    return union([(turn.start_s, turn.end_s) for turn in turns if turn.channel is channel])


def talk_share(turns: Sequence[Turn], start_s: float, end_s: float) -> TalkShare | None:
    """Who spoke how much between two seconds of a call; None where no time is between them."""
    duration_s = end_s - start_s
    if duration_s <= 0:
        return None
    agent, caller = (clipped(_spans(turns, side), start_s, end_s) for side in (Channel.AGENT, Channel.CALLER))
    spoken_s = total(union([*agent, *caller]))
    both_s = total(agent) + total(caller) - spoken_s
    alone_s = (total(agent) - both_s, total(caller) - both_s, both_s)
    agent_share, caller_share, both = (round(max(0.0, part) / duration_s, _SHARE_DIGITS) for part in alone_s)
    silence = round(1 - agent_share - caller_share - both, _SHARE_DIGITS)
    if silence < 0:
        agent_share, silence = round(agent_share + silence, _SHARE_DIGITS), 0.0
    return TalkShare(agent=agent_share, caller=caller_share, both=both, silence=silence)


def cut_ins(turns: Sequence[Turn], side: Channel) -> list[Turn]:
    """The turns in which one side cut in on the other; of a call whose words are not kept it is not known."""
    other = Channel.CALLER if side is Channel.AGENT else Channel.AGENT
    others = [(turn.start_s, turn.end_s) for turn in turns if turn.channel is other and turn.is_own]
    return [turn for turn in turns if turn.channel is side and turn.is_own and interrupts(turn, others)]


def _interruptions(turns: Sequence[Turn]) -> Interruptions:
    return Interruptions(agent=len(cut_ins(turns, Channel.AGENT)), caller=len(cut_ins(turns, Channel.CALLER)))


def _response_gap(turns: Sequence[Turn]) -> float | None:
    """Median silence between a caller turn and the agent's answer."""
    gaps = [
        after.start_s - before.end_s
        for before, after in pairwise(turns)
        if before.channel is Channel.CALLER
        and after.channel is Channel.AGENT
        and 0 <= after.start_s - before.end_s <= _ANSWER_WITHIN_S
    ]
    return median(gaps) if gaps else None


def _prompt_figures(prompts: Sequence[ShownPrompt]) -> PromptFigures:
    return PromptFigures(
        shown=len(prompts),
        used=sum(prompt.used for prompt in prompts),
        followed=sum(prompt.followed is True for prompt in prompts),
        dismissed=sum(prompt.dismissed for prompt in prompts),
    )

"""An ended call from start to end, in four parts of the same length."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.core.document import CallDocument, level_at
from app.core.events import AngerPoint, Channel
from app.core.summary import Interruptions, TalkShare, cut_ins, talk_share
from app.core.timeline import Seconds, dead_air
from app.core.timing import clipped, total
from app.core.wordless import lost_words

QUARTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A part of a call. Levels in 0..1, None before the caller was first scored.

    `talk_share` (sum 1) and `interruptions` are None where they cannot be told. A dead air that goes on from one
    quarter into the next counts where it begins, and its seconds where they are.
    """

    start_s: float
    end_s: float
    mean_level: float | None
    peak_level: float | None
    talk_share: TalkShare | None
    dead_airs: int
    dead_air_s: float
    interruptions: Interruptions | None
    prompts: int


def quarters_of(document: CallDocument) -> tuple[Quarter, ...]:
    """The four quarters of a call, none of one without length."""
    duration_s = document.call.duration_s
    if duration_s <= 0:
        return ()
    edges = [duration_s * number / QUARTERS for number in range(QUARTERS + 1)]
    silences = dead_air(document)
    return tuple(_quarter(document, span, silences) for span in pairwise(edges))


def _quarter(document: CallDocument, span: Seconds, silences: Sequence[Seconds]) -> Quarter:
    start_s, end_s = span
    levels = _levels(document.curve, span)
    return Quarter(
        start_s=start_s,
        end_s=end_s,
        mean_level=_mean(levels),
        peak_level=max((level for _, level in levels), default=None),
        talk_share=_share(document, span),
        dead_airs=sum(_is_in(document, begun_s, span) for begun_s, _ in silences),
        dead_air_s=total(clipped(silences, start_s, end_s)),
        interruptions=_interruptions(document, span),
        prompts=sum(_is_in(document, shown.at_s, span) for shown in document.prompts),
    )


def _is_in(document: CallDocument, at_s: float, span: Seconds) -> bool:
    """Whether a second belongs to a quarter; what is told at the very end belongs to the last one."""
    start_s, end_s = span
    return start_s <= at_s and (at_s < end_s or end_s == document.call.duration_s)


def _levels(curve: Sequence[AngerPoint], span: Seconds) -> list[tuple[float, float]]:
    """The curve in a quarter, as seconds and levels with a straight line between; nothing before its first point."""
    if not curve or curve[0].at_s > span[1]:
        return []
    start_s, end_s = max(span[0], curve[0].at_s), span[1]
    inside = [(point.at_s, point.level) for point in curve if start_s < point.at_s < end_s]
    edges = [(at_s, level_at(curve, at_s) or 0.0) for at_s in (start_s, end_s)]
    return [edges[0], *inside, edges[1]]


def _mean(levels: Sequence[tuple[float, float]]) -> float | None:
    """The mean over time."""
    if not levels:
        return None
    length_s = levels[-1][0] - levels[0][0]
    if length_s <= 0:
        return levels[-1][1]
    return sum((after_s - at_s) * (level + then) / 2 for (at_s, level), (after_s, then) in pairwise(levels)) / length_s


def _share(document: CallDocument, span: Seconds) -> TalkShare | None:
    if document.summary.talk_share is None:
        return None
    return talk_share([turn for turn in document.turns if turn.is_own], *span)


def _interruptions(document: CallDocument, span: Seconds) -> Interruptions | None:
    """They are told by words too, so they are not known any more where those are gone."""
    if document.summary.interruptions is None or lost_words(document):
        return None
    agent, caller = (
        sum(_is_in(document, turn.start_s, span) for turn in cut_ins(document.turns, side))
        for side in (Channel.AGENT, Channel.CALLER)
    )
    return Interruptions(agent=agent, caller=caller)

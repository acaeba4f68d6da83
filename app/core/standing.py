"""How far a call is scored, in one word for a list of calls."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.score_port import Kind, Reply, Score, ScoreStore, is_same_person

if TYPE_CHECKING:
    from app.core.call_search import CallRow


class Step(StrEnum):
    """How far the scoring of a call is; `BLIND` where nothing is agreed on yet."""

    DRAFT = "draft"
    BLIND = "blind"
    DONE = "done"
    DISPUTED = "disputed"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a call is scored, and the score that counts, None while there is none."""

    step: Step
    score: Score | None = None


def standing_of(scores: Sequence[Score]) -> Standing | None:
    """How far a call with these scores, the oldest first, is; None without any.

    What reviewers agreed on counts before what one of them says, and blind scores count for none.
    """
    told = [one for one in scores if one.is_done and one.kind is not Kind.BLIND]
    agreed = [one for one in told if one.kind is Kind.AGREED]
    if not told:
        is_done = any(one.is_done for one in scores)
        return Standing(step=Step.BLIND if is_done else Step.DRAFT) if scores else None
    score = (agreed or told)[-1]
    if score.reply is Reply.DISPUTED:
        return Standing(step=Step.DISPUTED, score=score)
    return Standing(step=Step.AGREED if agreed else Step.DONE, score=score)


def for_person(scores: Iterable[Score], viewer: str | None, agent: str | None) -> tuple[Score, ...]:
    """Those that are the viewer's business.

    What reviewers agree on among themselves is none of the call's agent's before it is done.
    """
    is_agent = is_same_person(viewer, agent)
    return tuple(one for one in scores if not is_agent or _is_for_agent(one) or is_same_person(one.reviewer, viewer))


def _is_for_agent(score: Score) -> bool:
    return score.is_done and score.kind is not Kind.BLIND


def standings(store: ScoreStore, calls: "Sequence[CallRow]", viewer: str | None) -> dict[str, Standing]:
    """How far calls are scored, by their ids, as far as the viewer may know it. Raises StoreError."""
    agents = {row.call_id: row.agent for row in calls}
    found = store.of_calls(agents, viewer)
    told = {call_id: standing_of(for_person(of.scores, viewer, agents[call_id])) for call_id, of in found.items()}
    return {call_id: standing for call_id, standing in told.items() if standing is not None}

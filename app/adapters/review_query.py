"""What is asked of calls' reviews, as SQL: scores as `standing_of` tells them to whoever looks, and notes."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    and_,
    case,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
)

from app.adapters.call_tables import NoteTable, ScoreTable
from app.core.call_search import CallFilter
from app.core.review_notes import NoteKind
from app.core.reviewed import Noted, Scored
from app.core.score_port import Kind, Reply, State, plain_name

NUMBER: ColumnElement[int] = literal_column("+calls.number", Integer)
"""With a plus SQLite goes through the calls in their order and looks each up among those found, not the reverse: a
common word is in nearly all of them, and the first page alone is wanted."""
_ABOVE_ALL = 2**40
"""More than any score's number, so that the newest agreed score counts before every other one."""


def reviewed_as(wanted: CallFilter) -> Iterator[ColumnElement[bool]]:
    """What must hold of the scores and the notes of a call."""
    scores = ShownScores(wanted.viewer)
    if wanted.scored is not None:
        yield scores.stand(wanted.scored)
    if wanted.score_below is not None:
        counting = scores.counting()
        yield NUMBER.in_(select(counting.c.number).where(counting.c.share < wanted.score_below))
    if wanted.noted is not None:
        yield _noted(wanted.noted)


class ShownScores:
    """The scores that somebody is shown, None is nobody in particular; see `seen_by` and `for_person`."""

    def __init__(self, viewer: str | None) -> None:
        self._viewer = plain_name(viewer or "")
        self._is_own = ScoreTable.reviewer.in_(_names_of(self._viewer)) if self._viewer else false()
        self._blindfold = _numbers(_IS_BLIND, _IS_DRAFT, self._is_own)
        self._is_free = or_(ScoreTable.number.not_in(self._blindfold), self._is_own)
        self._is_told = and_(_IS_DONE, not_(_IS_BLIND), self._is_free)

    def counting(self) -> Subquery:
        """The score that counts of each call that has one, with its share, kind and reply.

        SQLite takes the other columns from the row that has the highest.
        """
        rank = case((ScoreTable.kind == Kind.AGREED.value, _ABOVE_ALL), else_=0) + ScoreTable.score
        of_call = select(ScoreTable.number, ScoreTable.share, ScoreTable.kind, ScoreTable.reply, func.max(rank))
        return of_call.where(self._is_told).group_by(ScoreTable.number).subquery("counting")

    def stand(self, wanted: Scored) -> ColumnElement[bool]:
        """Whether a call is scored so far.

        Where no score is told that counts, what others have begun or scored blind is shown to those alone who scored
        blind themselves: so one's own scores tell how far the call is.
        """
        own_blind, own_draft = and_(_IS_BLIND, _IS_DONE, self._is_own), and_(_IS_DRAFT, self._is_own)
        is_told, is_blind, is_draft = (NUMBER.in_(_numbers(one)) for one in (self._is_told, own_blind, own_draft))
        match wanted:
            case Scored.SCORED:
                return is_told
            case Scored.DISPUTED:
                return NUMBER.in_(self._counted(is_disputed=True))
            case Scored.AGREED:
                return NUMBER.in_(self._counted(is_disputed=False))
            case Scored.BLIND:
                return and_(is_blind, not_(is_told))
            case Scored.DRAFT:
                return and_(is_draft, not_(is_told), not_(is_blind))
            case Scored.NOT:
                return NUMBER.not_in(_numbers(or_(self._is_told, own_blind, own_draft)))

    def _counted(self, *, is_disputed: bool) -> Select[Any]:
        counting = self.counting()
        disputed = func.coalesce(counting.c.reply, "") == Reply.DISPUTED.value
        agreed = and_(counting.c.kind == Kind.AGREED.value, not_(disputed))
        return select(counting.c.number).where(disputed if is_disputed else agreed)


_IS_BLIND = ScoreTable.kind == Kind.BLIND.value
_IS_DRAFT = ScoreTable.state == State.DRAFT.value
_IS_DONE = ScoreTable.state == State.DONE.value


def _names_of(viewer: str) -> Select[Any]:
    """All spellings of a name; the limit, which is none, has each spelling looked at once and not each score."""
    reviewers = select(ScoreTable.reviewer).distinct().limit(-1).subquery("reviewers")
    return select(reviewers.c.reviewer).where(func.plain_name(reviewers.c.reviewer) == viewer)


def _numbers(*which: ColumnElement[bool]) -> Select[Any]:
    return select(ScoreTable.number).where(*which)


def _noted(wanted: Noted) -> ColumnElement[bool]:
    kind = {
        Noted.COMMENT: NoteTable.kind == NoteKind.COMMENT.value,
        Noted.COACHING: NoteTable.kind == NoteKind.COACHING.value,
        Noted.OPEN: and_(NoteTable.kind == NoteKind.COACHING.value, NoteTable.done_at.is_(None)),
    }
    of_call = select(NoteTable.number)
    if wanted is Noted.NONE:
        return NUMBER.not_in(of_call)
    return NUMBER.in_(of_call.where(kind[wanted]) if wanted in kind else of_call)

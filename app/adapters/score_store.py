"""Scores beside the calls that they are of, each with its card."""

import json
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.adapters.call_tables import CallTable, ScoreTable
from app.adapters.database import Database
from app.core.errors import InputError, ScorecardError, StoreDamagedError, StoreError
from app.core.keeping import held
from app.core.masking import mask
from app.core.score_port import (
    CallScores,
    Kind,
    Reply,
    Score,
    State,
    check_begin,
    check_draft,
    check_reply,
    check_whole,
    round_seen,
    seen_by,
)
from app.core.scorecard import Scorecard, card_data, check_bumped, read_card
from app.core.scoring import Answers, answers_data, changed, masked, read_answers

_SLICE = 500
"""Calls that are asked about at once: a database takes only so many values."""
_CARDS = 64
"""At the most, that are kept as they were read: thousands of scores have few cards."""
_LISTED = (
    select(ScoreTable, CallTable.call_id)
    .join(CallTable, CallTable.number == ScoreTable.number)
    .order_by(ScoreTable.number, ScoreTable.score)
)


class SqlScoreStore:
    """A `ScoreStore` in the file of the calls; it is its tables that take scores away with their call."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._database = Database(file, key)

    def of_call(self, call_id: str, viewer: str | None) -> CallScores:
        """What somebody is shown of the scores of a call. Raises StoreError."""
        with self._database.session("read") as session:
            return seen_by(_all_of(session, call_id), viewer)

    def of_calls(self, call_ids: Collection[str], viewer: str | None) -> dict[str, CallScores]:
        """The same of several calls, by their ids; those without scores are left out. Raises StoreError."""
        wanted = [*call_ids]
        slices = [wanted[start : start + _SLICE] for start in range(0, len(wanted), _SLICE)]
        with self._database.session("read") as session:
            scores = [score for ids in slices for score in _scores(session, CallTable.call_id.in_(ids))]
        of_call = groupby(scores, key=lambda score: score.call_id)
        return {call_id: seen_by([*found], viewer) for call_id, found in of_call}

    def begin(self, call_id: str, card: Scorecard, kind: Kind, reviewer: str, answers: Answers) -> Score:
        """Keep a new draft. Raises InputError, ScorecardError, StoreError."""
        with self._database.writing() as session:
            number = session.scalar(select(CallTable.number).where(CallTable.call_id == call_id))
            if number is None:
                raise StoreError("The call is not in the store any more.", "Refresh the list of calls.")
            check_begin(_all_of(session, call_id), card, kind, reviewer)
            check_bumped(card, [*_cards(session, card.name)])
            row = ScoreTable(
                number=number,
                card=card.name,
                version=card.version,
                card_text=json.dumps(card_data(card)),
                kind=kind.value,
                state=State.DRAFT.value,
                reviewer=" ".join(reviewer.split()),
                answers=_text_of(masked(answers)),
                made_at=_now(),
            )
            session.add(row)
            session.flush()
            return _score(row, call_id)

    def keep(self, number: int, answers: Answers) -> Score:
        """Keep answers of a draft. Raises InputError, StoreError."""
        with self._database.writing() as session:
            row, call_id = _row(session, number)
            score = _score(row, call_id)
            check_draft(score)
            row.answers = _text_of(changed(score.answers, answers))
            return _score(row, call_id)

    def finish(self, number: int) -> Score:
        """End a draft. Raises InputError, StoreError."""
        with self._database.writing() as session:
            row, call_id = _row(session, number)
            score = _score(row, call_id)
            check_draft(score)
            check_whole(score)
            row.state, row.share, row.done_at = State.DONE.value, score.result.share, _now()
            return _score(row, call_id)

    def discard(self, number: int) -> None:
        """Forget a draft. Raises InputError, HeldError, StoreError."""
        with self._database.writing() as session:
            row, call_id = _row(session, number)
            check_draft(_score(row, call_id))
            _check_free(session, call_id)
            session.delete(row)

    def reply(self, number: int, reply: Reply, text: str) -> Score:
        """Keep what the agent says to a score. Raises InputError, HeldError, StoreError."""
        with self._database.writing() as session:
            row, call_id = _row(session, number)
            check_reply(_score(row, call_id), reply, text)
            if row.reply:
                _check_free(session, call_id)
            row.reply, row.reply_text, row.replied_at = reply.value, mask(text.strip()), _now()
            return _score(row, call_id)

    def rounds(self, card: Scorecard, viewer: str | None) -> list[tuple[Score, ...]]:
        """The blind scores of every call by this card and version that somebody is shown. Raises StoreError."""
        of_card = (ScoreTable.card == card.name) & (ScoreTable.version == card.version)
        with self._database.session("read") as session:
            found = [round_seen(scores, card, viewer) for scores in _by_call(session, of_card)]
        return [*filter(None, found)]

    def cards(self) -> list[Scorecard]:
        """Every card and version that calls were scored by. Raises StoreError."""
        with self._database.session("read") as session:
            return [*_cards(session)]

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _all_of(session: Session, call_id: str) -> list[Score]:
    return _scores(session, CallTable.call_id == call_id)


def _scores(session: Session, which: ColumnElement[bool]) -> list[Score]:
    return [_score(row, call_id) for row, call_id in session.execute(_LISTED.where(which))]


def _by_call(session: Session, which: ColumnElement[bool]) -> Iterator[list[Score]]:
    """The scores of each call, without those of a call of which one is damaged."""
    for _, rows in groupby(session.execute(_LISTED.where(which)), key=lambda row: row.call_id):
        with suppress(StoreDamagedError):
            yield [_score(row, call_id) for row, call_id in rows]


def _row(session: Session, number: int) -> tuple[ScoreTable, str]:
    """Raises InputError where it went, with its call or by itself."""
    for row, call_id in session.execute(_LISTED.where(ScoreTable.score == number)):
        return row, call_id
    raise InputError("This score is not there any more.", "Refresh the list of calls.")


def _check_free(session: Session, call_id: str) -> None:
    """Raises HeldError where the call is on legal hold: nothing of it goes."""
    if session.scalar(select(CallTable.is_held).where(CallTable.call_id == call_id)):
        raise held(call_id)


def _cards(session: Session, name: str | None = None) -> Iterator[Scorecard]:
    """Each card once; one that is damaged keeps no other call from being scored."""
    texts = select(ScoreTable.card_text).distinct().order_by(ScoreTable.card, ScoreTable.version)
    for text in session.scalars(texts if name is None else texts.where(ScoreTable.card == name)):
        with suppress(StoreDamagedError):
            yield _card(text)


def _score(row: ScoreTable, call_id: str) -> Score:
    """Raises StoreDamagedError."""
    try:
        return Score(
            number=row.score,
            call_id=call_id,
            card=_card(row.card_text),
            kind=Kind(row.kind),
            state=State(row.state),
            reviewer=row.reviewer,
            answers=read_answers(json.loads(row.answers)),
            share=row.share,
            made_at=row.made_at,
            done_at=row.done_at,
            reply=Reply(row.reply) if row.reply else None,
            reply_text=row.reply_text or "",
            replied_at=row.replied_at,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _damaged() from error


@lru_cache(_CARDS)
def _card(text: str) -> Scorecard:
    """Raises StoreDamagedError."""
    try:
        return read_card(json.loads(text), "of a score")
    except (ScorecardError, TypeError, ValueError) as error:
        raise _damaged() from error


def _damaged() -> StoreDamagedError:
    return StoreDamagedError("A score of this call is damaged.", "The call itself can still be read.")


def _text_of(answers: Answers) -> str:
    return json.dumps(answers_data(answers))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

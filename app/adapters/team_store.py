"""The team's lexicon beside the calls: proposals, and every version that was ever in use."""

import json
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.adapters.call_tables import LexiconTable, ProposalTable
from app.adapters.database import Database
from app.core.errors import InputError, StoreError
from app.core.team import Direction, Proposal, TeamLexicon, TeamPhrase


class SqlTeamStore:
    """Open proposals by number, and the newest lexicon."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._database = Database(file, key)

    def lexicon(self) -> TeamLexicon:
        """The newest version. Raises StoreError."""
        with self._database.session("read") as session:
            return _newest(session)

    def proposals(self) -> list[Proposal]:
        """What is not decided yet, the oldest first. Raises StoreError."""
        with self._database.session("read") as session:
            return [_proposal(row) for row in session.scalars(select(ProposalTable).order_by(ProposalTable.number))]

    def propose(self, phrase: TeamPhrase, call_id: str | None = None, at_s: float | None = None) -> Proposal:
        """Keep a proposal; one that is already there is given back. Raises StoreError."""
        with self._database.session("written") as session, session.begin():
            same = select(ProposalTable).filter_by(phrase=phrase.phrase, direction=phrase.direction.value)
            row = session.scalars(same).first()
            if row is None:
                row = ProposalTable(
                    phrase=phrase.phrase,
                    direction=phrase.direction.value,
                    call_id=call_id,
                    at_s=at_s,
                    made_at=_now(),
                )
                session.add(row)
                session.flush()
            return _proposal(row)

    def accept(self, number: int) -> TeamLexicon:
        """Take a proposal into the next version. Raises InputError where there is none of this number, StoreError."""
        with self._database.session("written") as session, session.begin():
            row = _row(session, number)
            session.delete(row)
            return _add(session, _newest(session).with_phrase(_proposal(row).phrase))

    def refuse(self, number: int) -> None:
        """Drop a proposal, a damaged one too. Raises InputError where there is none of this number, StoreError."""
        with self._database.session("written") as session, session.begin():
            session.delete(_row(session, number))

    def remove(self, phrase: str) -> TeamLexicon:
        """Take a phrase out; the next version is without it. Raises InputError where it is not there, StoreError."""
        with self._database.session("written") as session, session.begin():
            return _add(session, _newest(session).without(phrase))

    def replace(self, lexicon: TeamLexicon) -> TeamLexicon:
        """Take over another desk's version as it is. Raises InputError where this desk's is as new, StoreError."""
        with self._database.session("written") as session, session.begin():
            _check_newer(lexicon, session)
            return _add(session, lexicon)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _check_newer(lexicon: TeamLexicon, session: Session) -> None:
    """Goes by the number alone, so that a damaged lexicon can be replaced."""
    newest = session.scalar(select(func.max(LexiconTable.version))) or 0
    if lexicon.version > newest:
        return
    advice = "Take this desk's to the other one, or accept a phrase there first."
    raise InputError(
        "This desk has version {newest} already, which is as new as {name}.", advice, newest=newest, name=lexicon.name
    )


def _newest(session: Session) -> TeamLexicon:
    row = session.scalars(select(LexiconTable).order_by(LexiconTable.version.desc()).limit(1)).first()
    if row is None:
        return TeamLexicon()
    try:
        phrases = tuple(_phrase(phrase, direction) for phrase, direction in json.loads(row.phrases))
    except (TypeError, ValueError) as error:
        raise StoreError("The team's lexicon is damaged.", "Import it from another desk's export.") from error
    return TeamLexicon(version=row.version, phrases=phrases)


def _add(session: Session, lexicon: TeamLexicon) -> TeamLexicon:
    phrases = json.dumps([[one.phrase, one.direction.value] for one in lexicon.phrases])
    session.add(LexiconTable(version=lexicon.version, phrases=phrases, made_at=_now()))
    return lexicon


def _row(session: Session, number: int) -> ProposalTable:
    row = session.get(ProposalTable, number)
    if row is None:
        raise InputError("There is no proposal {number}.", "calmline lexicon list shows the open ones.", number=number)
    return row


def _phrase(words: object, direction: str) -> TeamPhrase:
    """Raises ValueError where there are no words or no such direction."""
    if not isinstance(words, str) or not words.strip():
        raise ValueError(words)
    return TeamPhrase(words, Direction(direction))


def _proposal(row: ProposalTable) -> Proposal:
    try:
        phrase = _phrase(row.phrase, row.direction)
    except ValueError as error:
        advice = "Drop it: calmline lexicon remove {number}"
        raise StoreError("Proposal {number} is damaged.", advice, number=row.number) from error
    return Proposal(number=row.number, phrase=phrase, call_id=row.call_id, at_s=row.at_s)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""What reviewers write at calls and which of these are practised from, kept beside them."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.adapters.call_records import row_in
from app.adapters.call_tables import CallTable, LessonTable, NoteTable
from app.adapters.database import Database
from app.core.errors import StoreDamagedError
from app.core.read_practice import SavedLesson, check_practisable
from app.core.review_notes import (
    DueNote,
    Note,
    NoteKind,
    check_addable,
    check_changeable,
    due_first,
    in_order,
    merged,
    missing,
)


class SqlReviewStore:
    """Notes by number, practice by call; that they go with the call, or with its words, the call store sees to."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._database = Database(file, key)

    def notes(self, call_id: str) -> tuple[Note, ...]:
        """The notes on a call, as `in_order` has them. Raises StoreError."""
        of_call = select(NoteTable).join(CallTable).where(CallTable.call_id == call_id)
        with self._database.session("read") as session:
            return in_order(map(_note, session.scalars(of_call)))

    def add(self, call_id: str, note: Note) -> Note:
        """Keep a note, and give it with its number. Raises StoreError, InputError."""
        with self._database.writing() as session:
            call = row_in(session, call_id)
            check_addable(note, has_words=call.has_words)
            row = NoteTable(number=call.number, kind=note.kind.value, author=note.author, made_at=note.made_at)
            _fill(row, note)
            session.add(row)
            session.flush()
            return _note(row)

    def change(self, before: Note, after: Note) -> None:
        """Change a note as it was seen; what others changed stays. Raises StoreError, InputError, HeldError."""
        with self._database.writing() as session:
            row = _row(session, after.number)
            wanted = merged(_note(row), before, after)
            _check(session, row, wanted)
            _fill(row, wanted)

    def remove(self, number: int) -> None:
        """Forget a note. Raises StoreError, InputError, HeldError."""
        with self._database.writing() as session:
            row = _row(session, number)
            _check(session, row, None)
            session.delete(row)

    def due(self) -> tuple[DueNote, ...]:
        """The open coaching notes of all calls, the soonest due first. Raises StoreError."""
        is_open = (NoteTable.kind == NoteKind.COACHING.value) & NoteTable.done_at.is_(None)
        found = select(NoteTable, CallTable.call_id, CallTable.started_at, CallTable.agent).join(CallTable)
        with self._database.session("read") as session:
            return due_first(_due(session.execute(found.where(is_open))))

    def lessons(self) -> tuple[SavedLesson, ...]:
        """The calls that were saved for practice, the newest first. Raises StoreError."""
        found = select(CallTable.call_id, LessonTable.title, LessonTable.made_at).join(LessonTable)
        with self._database.session("read") as session:
            rows = session.execute(found.order_by(LessonTable.made_at.desc(), CallTable.number.desc()))
            return tuple(SavedLesson(**row) for row in rows.mappings())

    def save_lesson(self, lesson: SavedLesson) -> None:
        """Save a call for practice, or give it another title. Raises StoreError, InputError."""
        with self._database.writing() as session:
            call = row_in(session, lesson.call_id)
            check_practisable(has_words=call.has_words)
            session.merge(LessonTable(number=call.number, title=lesson.title, made_at=lesson.made_at))

    def drop_lesson(self, call_id: str) -> None:
        """Take a call out of practice. Raises StoreError."""
        of_call = select(CallTable.number).where(CallTable.call_id == call_id).scalar_subquery()
        with self._database.writing() as session:
            session.execute(delete(LessonTable).where(LessonTable.number == of_call))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _due(found: Iterable[Any]) -> Iterator[DueNote]:
    """One that is damaged is told at its call, and keeps no other out of the list."""
    for row, call_id, started_at, agent in found:
        with suppress(StoreDamagedError):
            yield DueNote(note=_note(row), call_id=call_id, started_at=started_at, agent=agent)


def _row(session: Session, number: int) -> NoteTable:
    """Raises InputError where it is not there."""
    row = session.get(NoteTable, number)
    if row is None:
        raise missing()
    return row


def _check(session: Session, row: NoteTable, after: Note | None) -> None:
    """Raises HeldError."""
    is_held = bool(session.scalar(select(CallTable.is_held).where(CallTable.number == row.number)))
    check_changeable(_note(row), after, is_held=is_held)


def _fill(row: NoteTable, note: Note) -> None:
    """All of it that may change."""
    row.text, row.at_s = note.text, note.at_s
    row.due_on = note.due_on.isoformat() if note.due_on else None
    row.done_at = note.done_at


def _note(row: NoteTable) -> Note:
    """Raises StoreDamagedError."""
    try:
        return Note(
            number=row.note,
            kind=NoteKind(row.kind),
            text=row.text,
            made_at=row.made_at,
            at_s=row.at_s,
            author=row.author,
            due_on=date.fromisoformat(row.due_on) if row.due_on else None,
            done_at=row.done_at,
        )
    except ValueError as error:
        raise StoreDamagedError("A note on this call is damaged.", "The call itself can still be read.") from error

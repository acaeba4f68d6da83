"""What is done to single calls in a session of the store: written, robbed of their words, deleted, read."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Delete, RowMapping, Select, delete, select, text, update
from sqlalchemy.orm import Session

from app.adapters.call_tables import (
    WORD_COLUMNS,
    WORD_INDEX,
    CallTable,
    DocumentTable,
    LessonTable,
    MoveTable,
    NoteTable,
    ProposalTable,
    ReferenceTable,
    RuleTable,
)
from app.adapters.counted_days import forget_days
from app.core.call_search import CallRow, Course, moves_made, plain_reference, row_of, words_of
from app.core.document import CallDocument
from app.core.errors import GoneError
from app.core.events import Stage
from app.core.followed import RuleSums, sums_of
from app.core.keeping import StoredCall, held
from app.core.review_notes import NoteKind
from app.core.wire import document_from_json, document_to_json
from app.core.wordless import figures_alone, has_words

_FORGET_WORDS = text("delete from call_words where rowid = :number")
NUMBER_WITHOUT_INDEX = text("select number from calls not indexed where call_id = :call_id")
"""The number of a call, also where the index is damaged."""
_KEEP_WORDS = text("insert into call_words (rowid, caller, agent, other) values (:number, :caller, :agent, :other)")
_COMMENTS = delete(NoteTable).where(NoteTable.kind == NoteKind.COMMENT.value)
_REVIEWED = frozenset({"is_held", "is_reviewed", "is_flagged"})
_UNREADABLE = "{}"
"""What is left of a damaged call when its words go: nobody can tell them from its figures."""


def stored_calls(session: Session) -> list[StoredCall]:
    """What keeping goes by; no document is read."""
    found = session.execute(select(*(getattr(CallTable, column.name) for column in fields(StoredCall))))
    return [StoredCall(**row) for row in found.mappings()]


def take_document(session: Session, call_id: str) -> None:
    """Leave its figures; nothing happens to a call that was put on legal hold meanwhile."""
    free = (CallTable.call_id == call_id) & ~CallTable.is_held
    of_document = DocumentTable.number == CallTable.number
    found = session.execute(select(CallTable.number, DocumentTable.document).where(free, of_document)).one_or_none()
    if found is None:
        return
    number, text_kept = found
    try:
        kept = json.dumps(document_to_json(figures_alone(document_in(text_kept))))
    except ValueError:
        kept = _UNREADABLE
    session.execute(update(DocumentTable).where(DocumentTable.number == number).values(document=kept))
    row = update(CallTable).where(CallTable.number == number)
    session.execute(row.values(has_words=False, size_bytes=len(kept.encode())))


def take_words(session: Session, call_id: str) -> None:
    """Take them out of the index; nothing happens on legal hold."""
    session.execute(forget_words(_free_number(call_id)))


def take_proposals(session: Session, call_id: str) -> None:
    """Phrases that wait for a decision go with the words that they were heard in; nothing happens on legal hold."""
    session.execute(delete(ProposalTable).where(ProposalTable.call_id == call_id, _free_number(call_id).exists()))


def forget_words(numbers: Select[Any]) -> Delete:
    """Takes the words of calls out of the index."""
    return delete(WORD_INDEX).where(WORD_INDEX.c.rowid.in_(numbers))


def take_comments(session: Session, call_id: str) -> None:
    """Comments go with the words of a call; nothing happens on legal hold."""
    session.execute(_COMMENTS.where(NoteTable.number.in_(_free_number(call_id))))


def take_lesson(session: Session, call_id: str) -> None:
    """Practice from a call goes with its words; nothing happens on legal hold."""
    session.execute(delete(LessonTable).where(LessonTable.number.in_(_free_number(call_id))))


def _free_number(call_id: str) -> Select[Any]:
    return select(CallTable.number).where(CallTable.call_id == call_id, ~CallTable.is_held)


def forget_call(session: Session, call_id: str) -> None:
    """Delete a call that is not on legal hold, and the phrases that wait for a decision and were heard in it."""
    free = (CallTable.call_id == call_id) & ~CallTable.is_held
    forget_days(session, *session.scalars(select(CallTable.started_at).where(free)))
    session.execute(delete(CallTable).where(free))
    is_there = select(CallTable.call_id).where(CallTable.call_id == call_id).exists()
    session.execute(delete(ProposalTable).where(ProposalTable.call_id == call_id, ~is_there))


def check_free(session: Session, call_id: str) -> None:
    """Raises HeldError where the call is on legal hold."""
    if session.scalar(select(CallTable.is_held).where(CallTable.call_id == call_id)):
        raise held(call_id)


def missing_call(call_id: str) -> GoneError:
    return GoneError("There is no call {call_id!r} in the store.", "Refresh the list of calls.", call_id=call_id)


def document_in(text: str) -> CallDocument:
    """Raises ValueError where it is damaged."""
    try:
        return document_from_json(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("damaged") from error


def listed_row(found: RowMapping) -> CallRow:
    course, reached = found["course"], found["reached"]
    known = {"course": course and Course(course), "reached": reached and Stage(reached)}
    return CallRow(**{**found, **known})


def row_in(session: Session, call_id: str) -> CallTable:
    """Raises StoreError where it is not there."""
    row = session.scalar(select(CallTable).where(CallTable.call_id == call_id))
    if row is None:
        raise missing_call(call_id)
    return row


def write_call(session: Session, document: CallDocument, promises: int | None) -> None:
    """Put a call in place of what stands there of it; whether it was reviewed stays, and what was known of promises."""
    table = session.scalar(select(CallTable).where(CallTable.call_id == document.call.id))
    shown = asdict(row_of(document, has_words=has_words(document)))
    if table is None:
        table = CallTable(**shown)
        session.add(table)
    else:
        forget_days(session, table.started_at)
        for name in shown.keys() - _REVIEWED:
            setattr(table, name, shown[name])
    if promises is not None:
        table.promises = promises
    whole = json.dumps(document_to_json(document))
    table.size_bytes = len(whole.encode())
    session.flush()
    number = table.number
    forget_days(session, table.started_at)
    if not table.has_words:
        session.execute(_COMMENTS.where(NoteTable.number == number))
        session.execute(delete(LessonTable).where(LessonTable.number == number))
    session.merge(DocumentTable(number=number, document=whole))
    session.execute(delete(MoveTable).where(MoveTable.number == number))
    session.add_all(MoveTable(number=number, move=move, times=times) for move, times in moves_made(document).items())
    write_rules(session, table, sums_of(document))
    write_reference(session, number, table.reference)
    session.execute(_FORGET_WORDS, {"number": number})
    words = {column: words_of(document, channel) for channel, column in WORD_COLUMNS.items()}
    if any(words.values()):
        session.execute(_KEEP_WORDS, {"number": number, **words})


def write_reference(session: Session, number: int, reference: str | None) -> None:
    """Put what a call is looked up by in place of what stands there of it."""
    session.execute(delete(ReferenceTable).where(ReferenceTable.number == number))
    if reference is not None:
        session.add(ReferenceTable(plain=plain_reference(reference), number=number))


def write_rules(session: Session, table: CallTable, rules: Mapping[str, RuleSums]) -> None:
    """Put what a call adds to each rule in place of what stands there of it."""
    session.execute(delete(RuleTable).where(RuleTable.number == table.number))
    began = {"number": table.number, "started_at": table.started_at}
    session.add_all(RuleTable(rule=rule, **began, **asdict(sums)) for rule, sums in rules.items())

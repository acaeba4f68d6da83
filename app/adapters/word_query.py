"""Words that are looked for in calls and in what was written at them, as SQL: only this search is SQLite's own."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
    text,
)
from sqlalchemy import column as column_of
from sqlalchemy.orm import Session

from app.adapters.call_tables import WORD_COLUMNS, WORD_INDEX, CallTable, NoteTable
from app.adapters.review_query import NUMBER
from app.core.call_search import FoundNote, Said

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

ROWID: ColumnElement[int] = literal_column("+call_words.rowid", Integer)
"""With a plus SQLite finds the words first and then each call, not the reverse."""
_NOTE: ColumnElement[int] = literal_column("+call_notes.note", Integer)
"""With a plus SQLite looks at the notes of some calls, not for the calls of all notes that are found."""
_NOTES = table("note_words", column_of("rowid", Integer))
_INDEX_NOTES = (
    text("drop table if exists temp.note_words"),
    text("create virtual table temp.note_words using fts5(text, tokenize='porter unicode61 remove_diacritics 2')"),
    text("insert into temp.note_words (rowid, text) select note, text from call_notes"),
)
_CHANGES_OF_OTHERS, _OWN_CHANGES = text("pragma data_version"), text("select total_changes()")
_INDEXED = "notes indexed"


def index_notes(session: Session, said: Sequence[Said]) -> bool:
    """Have the words of all notes ready for this session, where they are asked for; whether there are any.

    The index lies in memory beside the connection, and is made anew once anything in the store was changed.
    """
    if not any(map(_may_be_written, said)) or session.scalar(select(func.max(NoteTable.note))) is None:
        return False
    known = session.connection().info
    if known.get(_INDEXED) != _changes(session):
        others = session.scalar(_CHANGES_OF_OTHERS)  # before it is made: what comes meanwhile has it made again
        for statement in _INDEX_NOTES:
            session.execute(statement)
        session.commit()
        known[_INDEXED] = (others, session.scalar(_OWN_CHANGES))
    return True


def _changes(session: Session) -> tuple[int | None, int | None]:
    return session.scalar(_CHANGES_OF_OTHERS), session.scalar(_OWN_CHANGES)


def notes_with(session: Session, said: Sequence[Said], call_ids: Sequence[str]) -> dict[str, FoundNote]:
    """The first note of each of some calls in which words stand that are looked for."""
    written = [_match(one) for one in said if _may_be_written(one) and not one.is_absent]
    found = select(CallTable.call_id, NoteTable.note, NoteTable.text).join(NoteTable)
    which = found.where(CallTable.call_id.in_(call_ids), _NOTE.in_(_notes(" OR ".join(written))))
    notes = session.execute(which.order_by(NoteTable.note.desc())) if written else ()
    return {call_id: FoundNote(number=number, text=words) for call_id, number, words in notes}


def hold_words(said: Sequence[Said], *, by_call: bool, with_notes: bool) -> Iterator[ColumnElement[bool]]:
    """What must hold of a call; of one without words nobody knows what was not said in it."""
    yield from in_notes_alone(said, with_notes=with_notes)
    present, absent = match_of(spoken(said))
    find = found_in_call if by_call else _found
    if present:
        yield or_(find(present), partly_written(said)) if with_notes else find(present)
    elif absent:
        yield CallTable.has_words.is_(True)
        yield not_(find(absent))


def spoken(said: Sequence[Said]) -> list[Said]:
    """What may have been said or must not have been."""
    return [one for one in said if not one.in_notes]


def in_notes_alone(said: Sequence[Said], *, with_notes: bool) -> Iterator[ColumnElement[bool]]:
    """What notes must hold or must not."""
    for one in said:
        if one.in_notes:
            holds = NUMBER.in_(_noted(one)) if with_notes else false()
            yield not_(holds) if one.is_absent else holds


def found_in_call(match: str) -> ColumnElement[bool]:
    """Each call is looked at as it comes."""
    return select(WORD_INDEX.c.rowid).where(holds(match), WORD_INDEX.c.rowid == CallTable.number).exists()


def partly_written(said: Sequence[Said]) -> ColumnElement[bool]:
    """Some of the words stand in notes of the call, all others were said or stand there too, and none that must not."""
    written = _any_written(said)
    absent = match_of(spoken(said))[1]
    return and_(
        CallTable.number.in_(_calls(written)) if written is not None else false(),
        *(_said_or_written(one, CallTable.number, found_in_call) for one in _all_spoken(said)),
        *((CallTable.has_words.is_(True), not_(found_in_call(absent))) if absent else ()),
    )


def count_written(said: Sequence[Said]) -> Select[Any]:
    """In how many calls words were not all said, but stand in notes as far as they were not; none must be absent.

    No call is read for it, and each word is looked for once: notes may have it in thousands of calls.
    """
    written = _any_written(said)
    number: ColumnElement[int] = literal_column("+call_notes.number", Integer)

    def find(match: str) -> ColumnElement[bool]:
        return number.in_(select(WORD_INDEX.c.rowid).where(holds(match)))

    return select(func.count(number.distinct())).where(
        NoteTable.note.in_(written) if written is not None else false(),
        not_(find(match_of(spoken(said))[0])),
        *(_said_or_written(one, number, find) for one in _all_spoken(said)),
    )


def _all_spoken(said: Sequence[Said]) -> list[Said]:
    return [one for one in spoken(said) if not one.is_absent]


def _any_written(said: Sequence[Said]) -> Select[Any] | None:
    """The notes in which any of the words stand that may; None where none may."""
    anywhere = [_match(one) for one in _all_spoken(said) if one.by is None]
    return _notes(" OR ".join(anywhere)) if anywhere else None


def _said_or_written(
    one: Said,
    number: "ColumnElement[int] | InstrumentedAttribute[int]",
    find: Callable[[str], ColumnElement[bool]],
) -> ColumnElement[bool]:
    was_said = find(_match(one))
    return or_(number.in_(_noted(one)), was_said) if one.by is None else was_said


def _may_be_written(one: Said) -> bool:
    """Who said something says that it was said, and so does what nobody may have said."""
    return one.in_notes or (one.by is None and not one.is_absent)


def _noted(one: Said) -> Select[Any]:
    return _calls(_notes(_match(one)))


def _notes(match: str) -> Select[Any]:
    return select(_NOTES.c.rowid).where(_holds("note_words", match))


def _calls(notes: Select[Any]) -> Select[Any]:
    return select(NoteTable.number).where(NoteTable.note.in_(notes))


def _found(match: str) -> ColumnElement[bool]:
    return NUMBER.in_(select(WORD_INDEX.c.rowid).where(holds(match)))


def holds(match: str) -> ColumnElement[bool]:
    """The words of a call match."""
    return _holds("call_words", match)


def _holds(index: str, match: str) -> ColumnElement[bool]:
    """As SQLite's FTS5 is asked: by the name of the table."""
    return literal_column(index).op("match", is_comparison=True)(match)


def match_of(said: Sequence[Said]) -> tuple[str, str]:
    """What must be in the words, without what must not; where nothing must, the other alone."""
    present = " AND ".join(_match(one) for one in said if not one.is_absent)
    absent = " OR ".join(_match(one) for one in said if one.is_absent)
    return (f"({present}) NOT ({absent})" if present and absent else present), absent


def _match(one: Said) -> str:
    """In the words of SQLite's FTS5: a phrase, which may hold no quotation mark, in one column or in any."""
    phrase = '"' + " ".join(one.words).replace('"', "") + '"'
    return f"({{{WORD_COLUMNS[one.by]}}} : {phrase})" if one.by else f"({phrase})"

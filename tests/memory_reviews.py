"""Notes on the calls of a memory store, forgotten with the test."""

from dataclasses import dataclass, field, replace

from app.core.errors import StoreError
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
from app.core.wordless import has_words
from tests.memory_store import MemoryStore


@dataclass
class MemoryReviews:
    """`is_away` stands for a database that cannot be reached."""

    calls: MemoryStore
    is_away: bool = False
    _kept: dict[int, tuple[str, Note]] = field(default_factory=dict)
    _lessons: dict[str, SavedLesson] = field(default_factory=dict)
    _numbers: int = 0

    def __post_init__(self) -> None:
        self.calls.notes_of = self.notes

    def notes(self, call_id: str) -> tuple[Note, ...]:
        return in_order(note for kept, note in self._there().values() if kept == call_id)

    def add(self, call_id: str, note: Note) -> Note:
        self._there()
        document = self.calls.documents.get(call_id)
        if document is None:
            raise StoreError("This call is not in the store.", "Choose another one.")
        check_addable(note, has_words=has_words(document))
        self._numbers += 1
        added = replace(note, number=self._numbers)
        self._kept[added.number] = (call_id, added)
        return added

    def change(self, before: Note, after: Note) -> None:
        call_id, kept = self._found(after.number)
        wanted = merged(kept, before, after)
        check_changeable(kept, wanted, is_held=call_id in self.calls.held)
        self._kept[after.number] = (call_id, wanted)

    def remove(self, number: int) -> None:
        call_id, kept = self._found(number)
        check_changeable(kept, None, is_held=call_id in self.calls.held)
        del self._kept[number]

    def due(self) -> tuple[DueNote, ...]:
        calls = {row.call_id: row for row in self.calls.rows()}
        return due_first(
            DueNote(note=note, call_id=call_id, started_at=calls[call_id].started_at, agent=calls[call_id].agent)
            for call_id, note in self._there().values()
            if note.is_open
        )

    def lessons(self) -> tuple[SavedLesson, ...]:
        self._there()
        return tuple(sorted(self._lessons.values(), key=lambda lesson: lesson.made_at, reverse=True))

    def save_lesson(self, lesson: SavedLesson) -> None:
        self._there()
        check_practisable(has_words=has_words(self.calls.load(lesson.call_id)))
        self._lessons[lesson.call_id] = lesson

    def drop_lesson(self, call_id: str) -> None:
        self._there()
        self._lessons.pop(call_id, None)

    def close(self) -> None:
        self._kept.clear()

    def _found(self, number: int) -> tuple[str, Note]:
        if number not in self._there():
            raise missing()
        return self._kept[number]

    def _there(self) -> dict[int, tuple[str, Note]]:
        """What is left of them, now that calls and words may have gone."""
        if self.is_away:
            raise StoreError("The call store cannot be reached.", "Ask who looks after the database.")
        self._kept = {number: kept for number, kept in self._kept.items() if self._is_there(*kept)}
        documents = self.calls.documents
        kept = {one for one in self._lessons if one in documents and has_words(documents[one])}
        self._lessons = {call_id: lesson for call_id, lesson in self._lessons.items() if call_id in kept}
        return self._kept

    def _is_there(self, call_id: str, note: Note) -> bool:
        document = self.calls.documents.get(call_id)
        return document is not None and (note.kind is NoteKind.COACHING or has_words(document))

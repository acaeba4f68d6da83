"""The port for what reviewers write at calls."""

from typing import Protocol

from app.core.read_practice import SavedLesson
from app.core.review_notes import DueNote, Note


class ReviewStore(Protocol):
    """Where notes on calls are kept, and which calls are practised from.

    A call that goes takes its own with it; its words take the comments, and it out of practice.
    """

    def notes(self, call_id: str) -> tuple[Note, ...]:
        """The notes on a call, as `in_order` has them. Raises StoreError."""
        ...

    def add(self, call_id: str, note: Note) -> Note:
        """Keep a note, and give it with its number.

        Raises StoreError, also where the call is not there; InputError for a comment on a call without words.
        """
        ...

    def change(self, before: Note, after: Note) -> None:
        """Change a note as it was seen into another one of its number; what others changed meanwhile stays.

        Raises StoreError, InputError where it is not there or its text was changed by both, HeldError where the call's
        notes stay as they are.
        """
        ...

    def remove(self, number: int) -> None:
        """Forget a note. Raises StoreError, InputError where it is not there, HeldError."""
        ...

    def due(self) -> tuple[DueNote, ...]:
        """The open coaching notes of all calls, the soonest due first. Raises StoreError."""
        ...

    def lessons(self) -> tuple[SavedLesson, ...]:
        """The calls that were saved for practice, the newest first. Raises StoreError."""
        ...

    def save_lesson(self, lesson: SavedLesson) -> None:
        """Save a call for practice, or give it another title.

        Raises StoreError, also where the call is not there; InputError where its words are not kept.
        """
        ...

    def drop_lesson(self, call_id: str) -> None:
        """Take a call out of practice; one that is not there is out already. Raises StoreError."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

"""What a reviewer writes at a call: comments on a moment of it, and what its agent is to be coached on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.core.errors import HeldError, InputError
from app.core.masking import mask

LONGEST = 2000
"""Letters of a note."""

_MAY_CHANGE = ("text", "at_s", "due_on", "done_at")


class NoteKind(StrEnum):
    """A comment goes with the words of its call, a coaching note with its figures."""

    COMMENT = "comment"
    COACHING = "coaching"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note; `text` is masked. `at_s` is a second of the call, None where it is about the whole of it.

    `number` is given by the store, 0 before that. `made_at` and `done_at` are ISO 8601; a comment is never due or done.
    """

    kind: NoteKind
    text: str
    made_at: str
    at_s: float | None = None
    author: str | None = None
    due_on: date | None = None
    done_at: str | None = None
    number: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the agent is still to be coached on it."""
        return self.kind is NoteKind.COACHING and self.done_at is None

    def is_late(self, today: date) -> bool:
        """Whether it is open and its day is over."""
        return self.is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNote:
    """An open coaching note, with the call that it is about."""

    note: Note
    call_id: str
    started_at: str
    agent: str | None


def comment(text: str, now: datetime, *, at_s: float | None = None, author: str | None = None) -> Note:
    """A comment as it is kept. Raises InputError where it says nothing or too much."""
    return Note(kind=NoteKind.COMMENT, text=_kept(text), made_at=now.isoformat(), at_s=at_s, author=author)


def coaching(
    text: str,
    now: datetime,
    *,
    due_on: date | None = None,
    at_s: float | None = None,
    author: str | None = None,
) -> Note:
    """A coaching note as it is kept. Raises InputError where it says nothing or too much."""
    return Note(
        kind=NoteKind.COACHING, text=_kept(text), made_at=now.isoformat(), at_s=at_s, author=author, due_on=due_on
    )


def reworded(note: Note, text: str, *, at_s: float | None = None, due_on: date | None = None) -> Note:
    """The same note with another text and moment, a coaching note with another day too. Raises InputError."""
    return replace(note, text=_kept(text), at_s=at_s, due_on=due_on if note.kind is NoteKind.COACHING else None)


def ticked(note: Note, now: datetime | None) -> Note:
    """A coaching note that is done, or open again where no time is given."""
    return replace(note, done_at=now.isoformat() if now else None)


def merged(kept: Note, before: Note, after: Note) -> Note:
    """A note as it is kept now with what was changed from `before` to `after`, and nothing else.

    Raises InputError where somebody else has changed its text meanwhile as well.
    """
    changed = {name: value for name in _MAY_CHANGE if (value := getattr(after, name)) != getattr(before, name)}
    if "text" in changed and kept.text not in {before.text, after.text}:
        raise InputError(
            "This note was changed in another window meanwhile.",
            "Copy your text, press Cancel, and open the call again.",
        )
    return replace(kept, **changed)


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those of the whole call first, then by the second that they are about."""
    return tuple(sorted(notes, key=lambda note: (-1.0 if note.at_s is None else note.at_s, note.made_at, note.number)))


def due_first(notes: Iterable[DueNote]) -> tuple[DueNote, ...]:
    """The soonest due first, those without a day last and the oldest of them first."""
    return tuple(sorted(notes, key=lambda one: (one.note.due_on or date.max, one.note.made_at, one.note.number)))


def check_addable(note: Note, *, has_words: bool) -> None:
    """Raises InputError for a comment on a call without words: it goes when they do."""
    if note.kind is NoteKind.COMMENT and not has_words:
        advice = "Write a coaching note: it is kept as long as the figures."
        raise InputError("The words of this call are not kept, and comments go with them.", advice)


def check_changeable(before: Note, after: Note | None, *, is_held: bool) -> None:
    """All of a note stays on legal hold, whether it is done may change; None takes it away.

    Raises HeldError.
    """
    if is_held and (after is None or replace(after, done_at=before.done_at) != before):
        raise HeldError(
            "This call is on legal hold, so its notes stay as they are.", "Release it first, or add a note."
        )


def missing() -> InputError:
    """The error for a note that is not there any more."""
    return InputError("This note is not there any more.", "Open the call again.")


def _kept(text: str) -> str:
    kept = mask(text.strip())
    if not kept:
        raise InputError("There is nothing in this note.", "Write something, or press Cancel.")
    if len(kept) > LONGEST:
        raise InputError("This note is too long.", "Write {longest} letters at most.", longest=LONGEST)
    return kept

"""What reviewers wrote at an ended call, to be exported: in words which can still be translated, and as data."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.call_words import clock
from app.core.message import Message
from app.core.review_notes import Note, NoteKind

Day = Callable[[date], str]
"""Says a day in a reader's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """One note; `time` is the second that it is about, m:ss, "" for the whole call; `about` says who, due and done."""

    time: str
    text: str
    about: tuple[str, ...]


def note_lines(notes: Iterable[Note], kind: NoteKind, when: Callable[[str], str], day: Day) -> tuple[NoteLine, ...]:
    """The notes of one kind; `when` says a time, given in ISO 8601."""
    return tuple(
        NoteLine(
            time="" if note.at_s is None else clock(note.at_s), text=note.text, about=tuple(_about(note, when, day))
        )
        for note in notes
        if note.kind is kind
    )


def note_data(note: Note) -> dict[str, Any]:
    """A note as JSON; only a coaching note can be due and done."""
    told: dict[str, Any] = {"at_s": note.at_s, "text": note.text, "author": note.author, "made_at": note.made_at}
    if note.kind is NoteKind.COMMENT:
        return told
    return {**told, "due_on": note.due_on and note.due_on.isoformat(), "done_at": note.done_at}


def notes_data(notes: Iterable[Note]) -> dict[str, list[dict[str, Any]]]:
    """What stands of them beside the parts of a call document."""
    kept = tuple(notes)
    names = {"comments": NoteKind.COMMENT, "coaching": NoteKind.COACHING}
    return {name: [note_data(note) for note in kept if note.kind is kind] for name, kind in names.items()}


def _about(note: Note, when: Callable[[str], str], day: Day) -> Iterator[Message]:
    made = when(note.made_at)
    yield Message("{author}, {when}", author=note.author, when=made) if note.author else Message(made)
    if note.done_at is not None:
        yield Message("Done: {when}", when=when(note.done_at))
    elif note.due_on is not None:
        yield Message("Due: {day}", day=day(note.due_on))

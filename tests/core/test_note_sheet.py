"""What is exported of notes on a call."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from app.core.note_sheet import NoteLine, note_lines, notes_data
from app.core.review_notes import NoteKind, coaching, comment, ticked

NOW = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
COMMENT = comment("Names what happened.", NOW, at_s=85.2, author="Ann")
COACHING = coaching("Say sorry first.", NOW, due_on=date(2026, 3, 11), author="Ann")
NOTES = (COMMENT, COACHING, replace(ticked(COACHING, NOW), author=None))


def lines(kind: NoteKind) -> tuple[NoteLine, ...]:
    return note_lines(NOTES, kind, lambda moment: moment[:10], date.isoformat)


def test_a_comment_is_told_with_its_second_and_who_wrote_it() -> None:
    assert lines(NoteKind.COMMENT) == (NoteLine(time="1:25", text="Names what happened.", about=("Ann, 2026-03-04",)),)


def test_a_coaching_note_is_told_with_its_day_until_it_is_done() -> None:
    assert [line.about for line in lines(NoteKind.COACHING)] == [
        ("Ann, 2026-03-04", "Due: 2026-03-11"),
        ("2026-03-04", "Done: 2026-03-04"),
    ]
    assert {line.time for line in lines(NoteKind.COACHING)} == {""}


def test_notes_as_json_have_what_is_known_of_each_kind() -> None:
    data = json.loads(json.dumps(notes_data(NOTES)))
    assert data["comments"] == [
        {"at_s": 85.2, "text": "Names what happened.", "author": "Ann", "made_at": "2026-03-04T09:15:00+00:00"}
    ]
    assert [(note["due_on"], note["done_at"]) for note in data["coaching"]] == [
        ("2026-03-11", None),
        ("2026-03-11", "2026-03-04T09:15:00+00:00"),
    ]

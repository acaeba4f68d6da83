"""What a reviewer writes: what is kept of it, and in which order."""

from datetime import UTC, date, datetime

import pytest

from app.core.errors import InputError
from app.core.review_notes import (
    LONGEST,
    DueNote,
    Note,
    coaching,
    comment,
    due_first,
    in_order,
    reworded,
    ticked,
)

NOW = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
TODAY = NOW.date()


def test_what_is_typed_is_masked_like_what_is_spoken_and_has_no_space_around() -> None:
    assert comment("  They read out 4111 1111 1111 1111 here. ", NOW).text == "They read out [card] here."
    assert coaching("Mail ann@example.org first.", NOW).text == "Mail [email] first."
    assert reworded(comment("Well done.", NOW), "Ask 4111 1111 1111 1111.").text == "Ask [card]."


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST + 1)])
def test_a_note_says_something_and_not_too_much(text: str) -> None:
    for write in (comment, coaching):
        with pytest.raises(InputError):
            write(text, NOW)
    with pytest.raises(InputError):
        reworded(comment("Well done.", NOW), text)


def test_a_coaching_note_is_open_until_it_is_ticked_and_late_when_its_day_is_over() -> None:
    note = coaching("Ask before you explain.", NOW, due_on=date(2026, 3, 4))
    assert note.is_open
    assert not note.is_late(TODAY)
    assert note.is_late(date(2026, 3, 5))
    done = ticked(note, NOW)
    assert (done.is_open, done.is_late(date(2026, 3, 5)), done.done_at) == (False, False, NOW.isoformat())
    assert ticked(done, None) == note


def test_a_comment_is_never_due_or_open() -> None:
    note = comment("Good.", NOW, at_s=12.0, author="Ann")
    assert not note.is_open
    assert reworded(note, "Very good.", due_on=date(2026, 3, 9)).due_on is None
    assert (note.at_s, note.author) == (12.0, "Ann")


def test_a_coaching_note_is_given_another_day_with_its_text() -> None:
    note = coaching("Ask first.", NOW, due_on=date(2026, 3, 4))
    assert reworded(note, "Ask first!", due_on=date(2026, 3, 9)).due_on == date(2026, 3, 9)
    assert reworded(note, "Ask first!").due_on is None


def test_notes_are_in_the_order_of_the_call_those_of_the_whole_call_first() -> None:
    late, early, whole = (comment(text, NOW, at_s=at_s) for text, at_s in (("c", 40.0), ("b", 0.0), ("a", None)))
    assert [note.text for note in in_order([late, early, whole])] == ["a", "b", "c"]


def test_the_soonest_due_comes_first_and_what_has_no_day_last() -> None:
    def due(text: str, due_on: date | None) -> DueNote:
        note: Note = coaching(text, NOW, due_on=due_on)
        return DueNote(note=note, call_id="c1", started_at="", agent=None)

    notes = [due("never", None), due("later", date(2026, 4, 1)), due("soon", date(2026, 3, 5))]
    assert [one.note.text for one in due_first(notes)] == ["soon", "later", "never"]

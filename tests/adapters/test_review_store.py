"""What every store of notes does, whatever it keeps them in; and when notes go."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.review_store import SqlReviewStore
from app.core.errors import HeldError, InputError, StoreDamagedError, StoreError
from app.core.keeping import Days
from app.core.ports import CallStore
from app.core.read_practice import SavedLesson
from app.core.review_notes import coaching, comment, reworded, ticked
from app.core.review_port import ReviewStore
from app.core.wordless import figures_alone, has_words, without_words
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into, opened_bytes
from tests.core.calls import document, started, whole_call
from tests.memory_reviews import MemoryReviews
from tests.memory_store import MemoryStore

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
CALL = document(*whole_call())
OTHER = document(*whole_call(), call=replace(started("c2"), agent=None))
PAGE = 4096
SAID, TO_DO = "Quincewise answer.", "Practise medlarful pauses."


@dataclass
class Stores:
    """The calls, and what is written at them."""

    calls: CallStore
    reviews: ReviewStore

    def texts(self, call_id: str = "c1") -> list[str]:
        return [note.text for note in self.reviews.notes(call_id)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def sql(file: Path) -> Iterator[Stores]:
    calls, reviews = SqlCallStore(file, KEY), SqlReviewStore(file, KEY)
    yield Stores(calls, reviews)
    reviews.close()
    calls.close()


@pytest.fixture(params=["SQLite", "memory"])
def stores(request: pytest.FixtureRequest) -> Stores:
    """Two calls, and nothing written at them."""
    memory = MemoryStore()
    opened: Stores = (
        request.getfixturevalue("sql") if request.param == "SQLite" else Stores(memory, MemoryReviews(memory))
    )
    for call in (CALL, OTHER):
        opened.calls.save(call)
    return opened


def write(stores: Stores) -> None:
    """A comment and a coaching note at the first call."""
    stores.reviews.add("c1", comment(SAID, NOW, at_s=7.0, author="Ann"))
    stores.reviews.add("c1", coaching(TO_DO, NOW, at_s=12.0, due_on=date(2026, 3, 20)))


def test_what_is_written_is_read_as_it_was_in_the_order_of_the_call(stores: Stores) -> None:
    later = stores.reviews.add("c1", coaching(TO_DO, NOW, at_s=12.0, due_on=date(2026, 3, 20)))
    first = stores.reviews.add("c1", comment(SAID, NOW, at_s=7.0, author="Ann"))
    assert stores.reviews.notes("c1") == (first, later)
    assert replace(first, number=0) == comment(SAID, NOW, at_s=7.0, author="Ann")
    assert first.number != later.number
    assert stores.reviews.notes("c2") == ()
    assert stores.reviews.notes("nowhere") == ()


def test_a_note_is_reworded_ticked_and_taken_away(stores: Stores) -> None:
    write(stores)
    said, to_do = stores.reviews.notes("c1")
    stores.reviews.change(said, reworded(said, "Better."))
    stores.reviews.change(to_do, ticked(to_do, NOW))
    assert [(note.text, note.done_at) for note in stores.reviews.notes("c1")] == [
        ("Better.", None),
        (TO_DO, NOW.isoformat()),
    ]
    stores.reviews.remove(said.number)
    assert stores.texts() == [TO_DO]


def test_what_another_window_changed_meanwhile_stays(stores: Stores) -> None:
    write(stores)
    _, seen = stores.reviews.notes("c1")
    stores.reviews.change(seen, reworded(seen, "Count to three first.", at_s=12.0, due_on=date(2026, 3, 25)))
    stores.reviews.change(seen, ticked(seen, NOW))
    [_, kept] = stores.reviews.notes("c1")
    assert (kept.text, kept.due_on) == ("Count to three first.", date(2026, 3, 25))
    stores.reviews.change(seen, reworded(seen, seen.text, at_s=None, due_on=seen.due_on))
    [after, _] = stores.reviews.notes("c1")
    assert after == replace(kept, at_s=None)


def test_a_text_that_two_windows_changed_is_not_lost(stores: Stores) -> None:
    write(stores)
    seen, _ = stores.reviews.notes("c1")
    stores.reviews.change(seen, reworded(seen, "First said.", at_s=7.0))
    with pytest.raises(InputError, match="another window"):
        stores.reviews.change(seen, reworded(seen, "Then said.", at_s=7.0))
    assert stores.texts() == ["First said.", TO_DO]


def test_what_was_taken_away_can_be_added_again(stores: Stores) -> None:
    write(stores)
    said, _ = stores.reviews.notes("c1")
    stores.reviews.remove(said.number)
    again = stores.reviews.add("c1", said)
    assert replace(again, number=0) == replace(said, number=0)
    assert stores.texts() == [SAID, TO_DO]


def test_open_coaching_notes_of_all_calls_are_listed_the_soonest_due_first(stores: Stores) -> None:
    write(stores)
    soon = stores.reviews.add("c2", coaching("Soon.", NOW, due_on=date(2026, 3, 11)))
    stores.reviews.add("c2", coaching("Some day.", NOW))
    done = stores.reviews.add("c2", coaching("Done.", NOW, due_on=date(2026, 3, 1)))
    stores.reviews.change(done, ticked(done, NOW))
    due = stores.reviews.due()
    assert [(one.note.text, one.call_id, one.agent) for one in due] == [
        ("Soon.", "c2", None),
        (TO_DO, "c1", "Sam"),
        ("Some day.", "c2", None),
    ]
    assert due[0].started_at == OTHER.call.started_at
    stores.reviews.change(soon, ticked(soon, NOW))
    assert [one.note.text for one in stores.reviews.due()] == [TO_DO, "Some day."]


def test_a_note_that_is_gone_cannot_be_changed(stores: Stores) -> None:
    write(stores)
    said, _ = stores.reviews.notes("c1")
    stores.reviews.remove(said.number)
    with pytest.raises(InputError):
        stores.reviews.change(said, said)
    with pytest.raises(InputError):
        stores.reviews.remove(said.number)


def test_nothing_is_written_at_a_call_that_is_not_there(stores: Stores) -> None:
    with pytest.raises(StoreError):
        stores.reviews.add("nowhere", comment(SAID, NOW))


def test_a_call_that_is_saved_again_keeps_what_was_written_at_it(stores: Stores) -> None:
    write(stores)
    stores.calls.save(CALL)
    stores.calls.amend(CALL)
    assert stores.texts() == [SAID, TO_DO]


def test_comments_go_when_a_call_is_saved_again_without_its_words(stores: Stores) -> None:
    write(stores)
    stores.calls.amend(without_words(CALL))
    assert stores.texts() == [TO_DO]


def test_comments_go_with_the_words_of_their_call_and_coaching_notes_with_its_figures(stores: Stores) -> None:
    write(stores)
    days = Days(text=30, figures=365)
    stores.calls.purge(NOW + timedelta(days=20), days)
    assert stores.texts() == [SAID, TO_DO]
    stores.calls.purge(NOW + timedelta(days=40), days)
    assert stores.texts() == [TO_DO]
    stores.calls.purge(NOW + timedelta(days=400), days)
    assert stores.texts() == []
    assert stores.reviews.due() == ()


def test_a_call_without_words_takes_coaching_notes_alone(stores: Stores) -> None:
    stores.calls.amend(figures_alone(CALL))
    with pytest.raises(InputError, match="words of this call are not kept"):
        stores.reviews.add("c1", comment(SAID, NOW))
    stores.reviews.add("c1", coaching(TO_DO, NOW))
    assert stores.texts() == [TO_DO]


def test_a_call_that_is_deleted_takes_what_was_written_at_it(stores: Stores) -> None:
    write(stores)
    stores.reviews.add("c2", comment("Other.", NOW))
    stores.calls.delete("c1")
    assert stores.texts() == []
    assert stores.reviews.due() == ()
    assert stores.texts("c2") == ["Other."]


def test_on_legal_hold_notes_stay_more_can_be_written_and_coaching_can_be_done(stores: Stores) -> None:
    write(stores)
    stores.calls.hold("c1", wanted=True)
    said, to_do = stores.reviews.notes("c1")
    with pytest.raises(HeldError):
        stores.reviews.change(said, reworded(said, "Else."))
    for moved in (replace(to_do, at_s=None), replace(to_do, due_on=None)):
        with pytest.raises(HeldError):
            stores.reviews.change(to_do, moved)
    with pytest.raises(HeldError):
        stores.reviews.remove(to_do.number)
    stores.reviews.add("c1", comment("More.", NOW, at_s=90.0))
    stores.reviews.change(to_do, ticked(to_do, NOW))
    assert stores.texts() == [SAID, TO_DO, "More."]
    assert stores.reviews.due() == ()
    stores.calls.hold("c1", wanted=False)
    stores.reviews.remove(said.number)
    assert stores.texts() == [TO_DO, "More."]


def lesson(call_id: str = "c1", title: str = "Where the money is", hours: int = 0) -> SavedLesson:
    return SavedLesson(call_id=call_id, title=title, made_at=(NOW + timedelta(hours=hours)).isoformat())


def test_calls_are_saved_for_practice_renamed_and_taken_out_again(stores: Stores) -> None:
    stores.reviews.save_lesson(lesson())
    stores.reviews.save_lesson(lesson("c2", "Later", hours=1))
    assert stores.reviews.lessons() == (lesson("c2", "Later", hours=1), lesson())
    stores.reviews.save_lesson(lesson(title="Another title"))
    stores.reviews.drop_lesson("c2")
    stores.reviews.drop_lesson("nowhere")
    assert stores.reviews.lessons() == (lesson(title="Another title"),)


def test_a_call_that_is_not_there_or_has_no_words_is_not_practised_from(stores: Stores) -> None:
    with pytest.raises(StoreError):
        stores.reviews.save_lesson(lesson("nowhere"))
    stores.calls.amend(figures_alone(CALL))
    with pytest.raises(InputError):
        stores.reviews.save_lesson(lesson())
    assert stores.reviews.lessons() == ()


def test_practice_stays_when_its_call_is_saved_again_and_goes_with_its_words_or_with_the_call(stores: Stores) -> None:
    for call_id in ("c1", "c2"):
        stores.reviews.save_lesson(lesson(call_id))
    stores.calls.save(CALL)
    stores.calls.delete("c2")
    assert stores.reviews.lessons() == (lesson(),)
    stores.calls.purge(NOW + timedelta(days=40), Days(text=30, figures=365))
    assert stores.reviews.lessons() == ()


@pytest.mark.parametrize(("column", "text"), [("kind", "praise"), ("due_on", "2026-13-40")])
def test_a_damaged_note_is_told_at_its_call_and_keeps_no_other_out_of_the_list(
    sql: Stores, file: Path, column: str, text: str
) -> None:
    sql.calls.save(CALL)
    sql.calls.save(OTHER)
    write(sql)
    sql.reviews.add("c2", coaching("Soon.", NOW))
    with closing(looked_into(file)) as other, other:
        other.execute(f"update call_notes set {column} = ? where note < 3", (text,))  # noqa: S608 - columns of this test
    assert [one.note.text for one in sql.reviews.due()] == ["Soon."]
    with pytest.raises(StoreDamagedError, match="A note on this call is damaged"):
        sql.reviews.notes("c1")


@pytest.mark.parametrize("table", ["call_notes", "ix_call_notes_number", "call_lessons"])
def test_where_comments_or_practice_are_damaged_the_words_of_calls_go_still(
    sql: Stores, file: Path, table: str
) -> None:
    for call in (CALL, OTHER):
        sql.calls.save(call)
    write(sql)
    sql.reviews.save_lesson(lesson())
    sql.reviews.close()
    sql.calls.close()
    with closing(looked_into(file)) as other:
        [page] = other.execute("select rootpage from sqlite_master where name = ?", (table,)).fetchone()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = bytearray(file.read_bytes())
    whole[(page - 1) * PAGE + 100] ^= 0xFF
    file.write_bytes(whole)
    calls = SqlCallStore(file, KEY)
    assert calls.purge(NOW + timedelta(days=40), Days(text=30, figures=365)).words == {"c1", "c2"}
    assert not has_words(calls.load("c1"))
    calls.close()


def found_in(file: Path, word: str) -> bool:
    return word.encode() in b"".join(opened_bytes(path) for path in file.parent.rglob("*") if path.is_file())


def test_comments_that_went_are_in_no_byte_any_more(sql: Stores, file: Path) -> None:
    sql.calls.save(CALL)
    write(sql)
    sql.reviews.close()
    assert found_in(file, "Quincewise")
    sql.calls.purge(NOW + timedelta(days=40), Days(text=30, figures=365))
    assert not found_in(file, "Quincewise")
    assert found_in(file, "medlarful")
    sql.calls.delete("c1")
    sql.calls.close()
    assert not found_in(file, "medlarful")

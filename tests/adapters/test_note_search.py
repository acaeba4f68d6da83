"""Words that stand in comments and coaching notes: calls are found by them, and nothing of them is left in files."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.review_store import SqlReviewStore
from app.core.call_search import CallFilter, CallOrder, CallPage, FoundNote, SortKey, said_in
from app.core.errors import StoreDamagedError
from app.core.events import Channel
from app.core.keeping import Days
from app.core.ports import CallStore
from app.core.review_notes import coaching, comment, reworded
from app.core.review_port import ReviewStore
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into, opened_bytes
from tests.core.calls import document, said, started
from tests.memory_reviews import MemoryReviews
from tests.memory_store import MemoryStore

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
WORDS = {
    "parcel": "Where is my parcel, please?",
    "refund": "I want a refund now!",
    "both": "The parcel is broken, I want a refund.",
    "bare": "Hello.",
}


@dataclass
class Stores:
    """The calls, and what is written at them."""

    calls: CallStore
    reviews: ReviewStore

    def page(self, line: str, order: CallOrder = CallOrder(), **named: object) -> CallPage:  # noqa: B008 - frozen
        return self.calls.find(CallFilter(said=said_in(line), **named), order)  # type: ignore[arg-type]

    def found(self, line: str, **named: object) -> list[str]:
        page = self.page(line, **named)  # type: ignore[arg-type]
        assert page.total == len(page.rows)
        return [row.call_id for row in page.rows]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def sql(file: Path) -> Iterator[Stores]:
    with closing(SqlCallStore(file, KEY)) as calls, closing(SqlReviewStore(file, KEY)) as reviews:
        yield filled(Stores(calls, reviews))


@pytest.fixture(params=["SQLite", "memory"])
def either(request: pytest.FixtureRequest) -> Stores:
    """What every store does, whatever it keeps calls in."""
    if request.param == "SQLite":
        opened: Stores = request.getfixturevalue("sql")
        return opened
    memory = MemoryStore()
    return filled(Stores(memory, MemoryReviews(memory)))


def filled(stores: Stores) -> Stores:
    """Four calls, two of them with a note."""
    for day, (call_id, words) in enumerate(WORDS.items(), start=1):
        known = replace(started(call_id, f"2026-03-{day:02}T09:15:00+00:00"), agent="Sam")
        stores.calls.save(document(said(Channel.CALLER, 1, 5, words), call=known))
    stores.reviews.add("refund", comment("The parcels came late. Praise her patience.", NOW, at_s=3.0))
    stores.reviews.add("bare", coaching("Praise first, then the parcel.", NOW))
    return stores


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("parcel", ["bare", "both", "refund", "parcel"]),
        ("praise", ["bare", "refund"]),
        ('"praise first"', ["bare"]),
        ("refund parcel", ["both", "refund"]),
        ("refund praise", ["refund"]),
        ("caller:parcel", ["both", "parcel"]),
        ("caller:refund praise", ["refund"]),
        ("caller:praise", []),
        ("note:parcel", ["bare", "refund"]),
        ("note:refund", []),
        ("note:praise refund", ["refund"]),
        ("note:praise note:late", ["refund"]),
        ("-note:praise", ["both", "parcel"]),
        ("parcel -note:praise", ["both", "parcel"]),
        ("-parcel", ["bare", "refund"]),
        ("praise -refund", ["bare"]),
        ("parcel -refund", ["bare", "parcel"]),
        ("unheard", []),
    ],
)
def test_calls_are_found_by_words_in_their_notes(either: Stores, line: str, ids: list[str]) -> None:
    assert either.found(line) == ids


def test_forms_of_a_word_in_a_note_count_as_those_that_were_said_do(sql: Stores) -> None:
    assert sql.found("note:praised") == ["bare", "refund"]


def test_a_page_tells_the_note_in_which_the_words_stand(either: Stores) -> None:
    notes = either.page("praise").notes
    assert {call_id: note.text for call_id, note in notes.items()} == {
        "refund": "The parcels came late. Praise her patience.", "bare": "Praise first, then the parcel.",
    }  # fmt: skip
    [written] = either.reviews.notes("bare")
    assert notes["bare"] == FoundNote(number=written.number, text=written.text)
    assert either.page("caller:parcel").notes == {}
    assert {*either.page("parcel -note:patience").notes} == {"bare"}


def test_words_in_notes_hold_together_with_every_other_filter_and_in_every_order(either: Stores) -> None:
    assert either.found("praise", until="2026-03-03T00:00:00+00:00") == ["refund"]
    for key in (SortKey.AGENT, SortKey.PEAK, SortKey.SCORE):
        page = either.page("parcel", CallOrder(key=key))
        assert {row.call_id for row in page.rows} == {"bare", "both", "refund", "parcel"}
    drawn = either.calls.sample(CallFilter(said=said_in("praise")), 5, 1)
    assert {row.call_id for row in drawn} == {"bare", "refund"}


def test_a_note_that_is_changed_or_deleted_is_found_as_it_is_now(either: Stores) -> None:
    [note] = either.reviews.notes("bare")
    either.reviews.change(note, reworded(note, "Ask first."))
    assert either.found("note:praise") == ["refund"]
    assert either.found("note:ask") == ["bare"]
    either.reviews.remove(note.number)
    assert either.found("note:ask") == []


def test_what_changes_between_two_searches_of_the_same_words_is_seen(sql: Stores) -> None:
    for number in range(3):
        assert len(sql.found("note:praise")) == 2 - (number > 0)
        assert sql.found("note:praise") == sql.found("note:praise")
        if number == 0:
            sql.calls.delete("refund")
        sql.reviews.add("parcel", comment("Nothing of that.", NOW))


def test_comments_are_not_found_once_the_words_of_their_call_are_gone_and_coaching_is(either: Stores) -> None:
    either.calls.purge(datetime(2026, 5, 1, tzinfo=UTC), Days(text=30, figures=365))
    assert either.found("praise") == ["bare"]
    assert either.found("praise -refund") == []
    assert either.found("parcel") == ["bare"]


def test_the_words_of_a_note_that_is_searched_are_in_no_file_once_it_is_gone(sql: Stores, file: Path) -> None:
    sql.reviews.add("bare", comment("Medlarful.", NOW))
    assert sql.found("medlarful") == ["bare"]
    sql.calls.delete("bare")
    for path in file.parent.iterdir():
        assert b"edlarful" not in path.read_bytes()
        assert b"edlarful" not in opened_bytes(path)


def test_more_calls_than_a_page_are_counted_with_those_that_notes_add(either: Stores) -> None:
    for number in range(60):
        known = started(f"more-{number}", f"2026-04-01T09:{number:02}:00+00:00")
        either.calls.save(document(said(Channel.CALLER, 1, 5, "My parcel."), call=known))
        if number % 2:
            either.reviews.add(f"more-{number}", comment("About a parcel.", NOW))
    pages = [either.calls.find(CallFilter(said=said_in("parcel")), CallOrder(), offset, 50) for offset in (0, 50)]
    assert [(len(page.rows), page.total) for page in pages] == [(50, 64), (14, 64)]
    assert len({row.call_id for page in pages for row in page.rows}) == 64


def test_damaged_notes_keep_nobody_from_finding_what_was_said(sql: Stores, file: Path) -> None:
    with closing(looked_into(file)) as other:
        other.execute("pragma wal_checkpoint(truncate)")
        [page] = other.execute("select rootpage from sqlite_master where name = 'call_notes'").fetchone()
    sql.calls.close()
    sql.reviews.close()
    data = bytearray(file.read_bytes())
    data[(page - 1) * 4096 + 100 : (page - 1) * 4096 + 200] = bytes(100)
    file.write_bytes(data)
    with closing(SqlCallStore(file, KEY)) as calls:
        assert [row.call_id for row in calls.find(CallFilter(said=said_in("parcel")), CallOrder()).rows] == [
            "both",
            "parcel",
        ]
        with pytest.raises(StoreDamagedError):
            calls.find(CallFilter(said=said_in("note:parcel")), CallOrder())

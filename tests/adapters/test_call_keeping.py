"""A real store with calls of every age: what is purged, held and deleted, by content and by the bytes of every file."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.store_copies import copies_of
from app.adapters.store_repair import copy_aside
from app.adapters.team_store import SqlTeamStore
from app.core.after_call import said_of
from app.core.correcting import corrected
from app.core.document import After, CallDocument, Outcome
from app.core.errors import HeldError, StoreError
from app.core.events import Channel, WantHeard
from app.core.keeping import FOR_GOOD, Days, Due
from app.core.team import Direction, TeamPhrase
from app.core.wire import document_to_json
from app.core.wordless import figures_alone, without_words
from tests.adapters.new_stores import put_new_store
from tests.adapters.older import make_older
from tests.adapters.sealed import KEY, looked_into, opened_bytes, put_document
from tests.core.calls import document, said, started, whole_call

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
DAYS = Days(text=30, figures=365)
AGES = (0, 1, 15, 29, 30, 31, 32, 90, 200, 364, 365, 366, 500, 3000)
NEVER = Days(text=FOR_GOOD, figures=FOR_GOOD)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def store(file: Path) -> Iterator[SqlCallStore]:
    opened = SqlCallStore(file, KEY)
    yield opened
    opened.close()


def words(age: int) -> str:
    return f"quince{age}x"


@cache
def call(age: int) -> CallDocument:
    """A call of so many days ago; its own word stands in everything of it that is spoken or noted."""
    own = words(age)
    turns = [
        said(Channel.CALLER, 60.0 + n, 61.0 + n, f"{own} has not come, {n} times I rang.", number=10 + n)
        for n in range(30 * (age % 7))
    ]
    spoken = [*whole_call(), *turns, WantHeard(at_s=99.0, text=f"I want my {own}.")]
    began = (NOW - timedelta(days=age)).isoformat()
    ended = document(*spoken, call=started(f"d{age}", began), duration_s=400.0)
    return corrected(ended, replace(said_of(ended), after=After(note=f"Rang about {own}.")))


def fill(store: SqlCallStore, ages: tuple[int, ...] = AGES) -> None:
    for age in ages:
        store.save(call(age))


def ids(store: SqlCallStore) -> set[str]:
    return {row.call_id for row in store.rows()}


def found_in(file: Path) -> set[int]:
    """Ages of the calls whose word somebody with the key finds in the bytes of any file of the folder."""
    data = b"".join(opened_bytes(path) for path in file.parent.rglob("*") if path.is_file())
    return {age for age in AGES if words(age).encode() in data}


def younger(than: int) -> set[int]:
    return {age for age in AGES if age <= than}


def test_a_purge_takes_words_after_their_days_and_whole_calls_after_theirs(store: SqlCallStore, file: Path) -> None:
    fill(store)
    gone = store.purge(NOW, DAYS)
    assert gone == Due(
        words=frozenset({"d31", "d32", "d90", "d200", "d364", "d365"}), whole=frozenset({"d366", "d500", "d3000"})
    )
    assert ids(store) == {f"d{age}" for age in younger(365)}
    for age in younger(30):
        assert document_to_json(store.load(f"d{age}")) == document_to_json(call(age))
    for age in younger(365) - younger(30):
        assert document_to_json(store.load(f"d{age}")) == document_to_json(figures_alone(call(age)))
    assert found_in(file) == younger(30)
    store.close()
    assert found_in(file) == younger(30)


def test_a_second_purge_of_the_same_day_finds_nothing_to_do(store: SqlCallStore) -> None:
    fill(store)
    store.purge(NOW, DAYS)
    assert store.purge(NOW, DAYS) == Due()


def test_day_by_day_every_call_loses_its_words_and_then_goes(store: SqlCallStore, file: Path) -> None:
    fill(store)
    for later in range(0, 400, 13):
        store.purge(NOW + timedelta(days=later), DAYS)
        assert found_in(file) == younger(30 - later)
        assert ids(store) == {f"d{age}" for age in younger(365 - later)}
    assert ids(store) == set()


def test_a_purge_that_may_not_go_on_leaves_the_rest_to_the_next_one(store: SqlCallStore, file: Path) -> None:
    for number in range(50):
        spoken = document(*whole_call(), call=started(f"n{number}", (NOW - timedelta(days=31)).isoformat()))
        store.save(spoken)
    copy_aside(file, KEY)
    goes_on = [True, True, False]
    first = store.purge(NOW, DAYS, may_go_on=lambda: bool(goes_on) and goes_on.pop(0))
    assert 0 < len(first.words) < 50
    assert {row.call_id for row in store.rows() if not row.has_words} == first.words
    second = store.purge(NOW, DAYS)
    assert (len(first.words | second.words), first.words & second.words) == (50, frozenset())
    assert b"I want my money" not in b"".join(opened_bytes(path) for path in file.parent.iterdir())


def test_nothing_goes_where_all_is_kept_for_good(store: SqlCallStore, file: Path) -> None:
    fill(store)
    assert store.purge(NOW, NEVER) == Due()
    assert found_in(file) == set(AGES)


def test_at_nought_days_only_the_day_of_the_call_is_kept(store: SqlCallStore, file: Path) -> None:
    fill(store)
    store.purge(NOW, Days(text=0, figures=0))
    assert ids(store) == {"d0"}
    assert found_in(file) == {0}


def test_bytes_go_while_another_window_has_the_store_open(store: SqlCallStore, file: Path) -> None:
    fill(store)
    other = SqlCallStore(file, KEY)
    other.rows()
    store.purge(NOW, DAYS)
    store.delete("d15")
    assert found_in(file) == younger(30) - {15}
    other.close()


def test_while_something_reads_the_old_bytes_that_is_said_and_done_at_the_next_purge(
    store: SqlCallStore, file: Path
) -> None:
    fill(store, (31,))
    with read_by_another(store, file), pytest.raises(StoreError, match="in use") as caught:
        store.purge(NOW, DAYS)
    assert "calmline calls purge" in caught.value.advice
    assert store.purge(NOW, DAYS) == Due()
    assert found_in(file) == set()


@contextmanager
def read_by_another(store: SqlCallStore, file: Path) -> Iterator[None]:
    """Something reads the store meanwhile, so that it cannot be wiped; nobody waits for it."""
    with store._database._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
    with closing(looked_into(file)) as reader:
        reader.execute("begin")
        reader.execute("select * from calls").fetchall()
        yield


def test_copies_lose_what_goes_also_while_something_reads_the_store(store: SqlCallStore, file: Path) -> None:
    fill(store, (0, 1, 15, 31))
    copy_aside(file, KEY)
    with read_by_another(store, file):
        with pytest.raises(StoreError, match="in use"):
            store.delete("d1", "d15")
        with pytest.raises(StoreError, match="in use"):
            store.purge(NOW, DAYS)
    assert ids(store) == {"d0", "d31"}
    [copy] = copies_of(file)
    with closing(looked_into(copy)) as beside:
        assert beside.execute("select call_id from calls").fetchall() == [("d0",)]
    store.purge(NOW, DAYS)
    assert found_in(file) == {0}


def test_of_several_calls_all_are_deleted_or_where_one_is_on_hold_none(store: SqlCallStore, file: Path) -> None:
    fill(store, (0, 1, 15))
    copy_aside(file, KEY)
    store.hold("d15", wanted=True)
    with pytest.raises(HeldError, match="d15 is on legal hold"):
        store.delete("d1", "d15")
    assert found_in(file) == {0, 1, 15}
    store.hold("d15", wanted=False)
    store.delete("d1", "d15")
    assert found_in(file) == {0}


def test_what_lies_in_a_copy_alone_is_told_and_can_be_deleted(store: SqlCallStore, file: Path) -> None:
    fill(store, (0, 1))
    copy_aside(file, KEY)
    with closing(looked_into(file)) as other, other:
        other.execute("delete from calls where call_id = 'd1'")
    assert store.in_copies() == {"d0", "d1"}
    store.delete("d1")
    assert found_in(file) == {0}


def test_one_damaged_copy_keeps_no_other_from_being_cleaned(store: SqlCallStore, file: Path) -> None:
    fill(store, (0, 1, 31))
    copy_aside(file, KEY)
    file.with_name(f"{file.name}.before-repair-0").write_bytes(b"no database, " * 100)
    for act in (lambda: store.delete("d1"), lambda: store.purge(NOW, DAYS)):
        with pytest.raises(StoreError, match="before-repair-0"):
            act()
    assert found_in(file) == {0}


def test_a_call_on_hold_is_left_alone_until_it_is_released(store: SqlCallStore, file: Path) -> None:
    fill(store)
    for age in (31, 3000):
        store.hold(f"d{age}", wanted=True)
    assert {row.call_id for row in store.rows() if row.is_held} == {"d31", "d3000"}
    store.purge(NOW, DAYS)
    for age in (31, 3000):
        assert document_to_json(store.load(f"d{age}")) == document_to_json(call(age))
    assert found_in(file) == younger(30) | {31, 3000}
    for age in (31, 3000):
        store.hold(f"d{age}", wanted=False)
    assert store.purge(NOW, DAYS) == Due(words=frozenset({"d31"}), whole=frozenset({"d3000"}))
    assert found_in(file) == younger(30)


def test_a_call_on_hold_is_neither_deleted_nor_replaced_and_that_is_said(store: SqlCallStore, file: Path) -> None:
    fill(store, (1,))
    store.hold("d1", wanted=True)
    acts: list[Callable[[], object]] = [
        lambda: store.delete("d1"),
        lambda: store.save(document(call=started("d1"))),
    ]
    for act in acts:
        with pytest.raises(HeldError, match="d1 is on legal hold") as caught:
            act()
        assert "calmline calls release d1" in caught.value.advice
    assert document_to_json(store.load("d1")) == document_to_json(call(1))
    store.hold("d1", wanted=False)
    store.delete("d1")
    assert found_in(file) == set()


def test_a_call_that_is_not_there_cannot_be_put_on_hold(store: SqlCallStore) -> None:
    with pytest.raises(StoreError, match="'nobody'"):
        store.hold("nobody", wanted=True)


def test_what_is_deleted_is_in_no_file_of_the_folder_at_once(store: SqlCallStore, file: Path) -> None:
    fill(store)
    for age in (0, 90, 3000):
        store.delete(f"d{age}")
    assert found_in(file) == set(AGES) - {0, 90, 3000}


def test_a_damaged_call_loses_its_bytes_with_the_others(store: SqlCallStore, file: Path) -> None:
    fill(store, (31, 32))
    with closing(looked_into(file)) as other, other:
        put_document(other, "d31", f'{{"turns": "{words(31)}')
    store.purge(NOW, DAYS)
    assert found_in(file) == set()
    assert store.load("d32").call.id == "d32"
    with pytest.raises(StoreError, match="damaged"):
        store.load("d31")


def test_copies_from_before_a_repair_lose_what_the_store_loses(store: SqlCallStore, file: Path) -> None:
    fill(store)
    copy_aside(file, KEY)
    store.hold("d90", wanted=True)
    store.purge(NOW, DAYS)
    store.delete("d1")
    assert found_in(file) == (younger(30) | {90}) - {1}
    [copy] = copies_of(file)
    with closing(looked_into(copy)) as beside:
        kept = {call_id for (call_id,) in beside.execute("select call_id from calls")}
    assert kept == {f"d{age}" for age in (younger(30) | {90}) - {1}}


def test_a_copy_that_has_no_call_any_more_goes(store: SqlCallStore, file: Path) -> None:
    fill(store, (1, 400))
    copy_aside(file, KEY)
    store.delete("d1")
    assert copies_of(file) != []
    store.purge(NOW, DAYS)
    assert copies_of(file) == []
    assert {path.name.removeprefix(file.name) for path in file.parent.iterdir()} <= {"", "-wal", "-shm"}


def test_a_copy_that_cannot_be_read_is_named_and_the_store_is_purged_all_the_same(
    store: SqlCallStore, file: Path
) -> None:
    fill(store, (31,))
    file.with_name(f"{file.name}.before-repair-1").write_bytes(b"no database, " * 100)
    with pytest.raises(StoreError, match="before-repair-1") as caught:
        store.purge(NOW, DAYS)
    assert caught.value.advice == "Remove that file."
    assert found_in(file) == set()


def test_open_proposals_go_with_the_words_of_their_call_and_the_lexicon_in_use_stays(
    store: SqlCallStore, file: Path
) -> None:
    fill(store, (1, 31, 366))
    team = SqlTeamStore(file, KEY)
    for age in (1, 31, 366):
        team.propose(TeamPhrase(words(age), Direction.CALMER), f"d{age}", 5.0)
    team.propose(TeamPhrase("of no call", Direction.CALMER))
    accepted = team.accept(team.propose(TeamPhrase("loyalty points", Direction.ANGRIER), "d31").number)
    store.purge(NOW, DAYS)
    assert [one.phrase.phrase for one in team.proposals()] == [words(1), "of no call"]
    assert team.lexicon() == accepted
    assert found_in(file) == {1}
    store.hold("d1", wanted=True)
    with suppress(HeldError):
        store.delete("d1")
    assert [one.phrase.phrase for one in team.proposals()] == [words(1), "of no call"]
    team.close()


def test_what_is_kept_is_told_with_age_size_and_hold(store: SqlCallStore) -> None:
    fill(store, (0, 90))
    store.hold("d90", wanted=True)
    before = {one.call_id: one for one in store.kept()}
    assert [(one.has_words, one.is_held) for one in (before["d0"], before["d90"])] == [(True, False), (True, True)]
    store.hold("d90", wanted=False)
    store.purge(NOW, DAYS)
    after = {one.call_id: one for one in store.kept()}
    assert not after["d90"].has_words
    assert 0 < after["d90"].size_bytes < before["d90"].size_bytes
    assert after["d0"] == before["d0"]


def test_a_later_word_on_a_call_does_not_bring_back_one_that_was_deleted(store: SqlCallStore, file: Path) -> None:
    fill(store, (1,))
    store.delete("d1")
    store.amend(call(1))
    assert ids(store) == set()
    assert found_in(file) == set()


def test_a_later_word_on_a_call_does_not_bring_back_words_that_it_has_lost(store: SqlCallStore, file: Path) -> None:
    fill(store, (1, 31))
    store.purge(NOW, DAYS)
    for age in (1, 31):
        noted = After(note="Rang the depot.", outcome=Outcome.FOLLOW_UP)
        store.amend(replace(call(age), after=noted))
        assert store.load(f"d{age}").after == noted
    assert found_in(file) == {1}


def test_a_call_on_hold_stays_as_it_is_whatever_is_said_of_it_later(store: SqlCallStore) -> None:
    fill(store, (1,))
    store.hold("d1", wanted=True)
    with pytest.raises(HeldError):
        store.amend(figures_alone(call(1)))
    assert document_to_json(store.load("d1")) == document_to_json(call(1))


def test_words_that_a_call_is_to_be_kept_without_are_in_no_file_at_once(store: SqlCallStore, file: Path) -> None:
    fill(store, (1, 15))
    store.amend(replace(without_words(call(1)), after=After(note="Rang the depot.")))
    assert found_in(file) == {15}
    store.save(figures_alone(call(15)))
    assert found_in(file) == set()


def test_a_call_is_kept_without_its_words_also_while_something_reads_the_store(store: SqlCallStore, file: Path) -> None:
    fill(store, (1,))
    with read_by_another(store, file):
        store.amend(figures_alone(call(1)))
    assert [row.has_words for row in store.rows()] == [False]
    store.purge(NOW, DAYS)
    assert found_in(file) == set()


def test_a_call_that_is_saved_as_figures_alone_is_known_as_such(file: Path) -> None:
    store = SqlCallStore(file, KEY, with_words=False)
    store.save(document(*whole_call(), call=started("c1")))
    assert [row.has_words for row in store.rows()] == [False]
    store.close()


def test_an_older_store_learns_which_of_its_calls_have_words(store: SqlCallStore, file: Path) -> None:
    fill(store, (1, 31))
    bare = figures_alone(call(90))
    store.save(bare)
    store.save(document(*whole_call(), call=started("broken")))
    store.close()
    with closing(looked_into(file)) as other, other:
        put_document(other, "broken", "not json")
        make_older(other, "0002")
    again = SqlCallStore(file, KEY)
    assert {row.call_id: row.has_words for row in again.rows()} == {
        "d1": True, "d31": True, "d90": False, "broken": True,
    }  # fmt: skip
    assert not any(row.is_held for row in again.rows())
    again.purge(NOW, DAYS)
    again.close()
    assert found_in(file) == {1}


def test_a_half_migrated_store_from_before_this_version_is_still_made_whole(store: SqlCallStore, file: Path) -> None:
    fill(store, (1,))
    store.close()
    with closing(looked_into(file)) as other, other:
        make_older(other)
        other.executescript("alter table calls drop column has_words; alter table calls drop column is_held")
        other.executescript("drop table alembic_version")
    again = SqlCallStore(file, KEY)
    assert [(row.call_id, row.has_words, row.is_held) for row in again.rows()] == [("d1", True, False)]
    again.close()

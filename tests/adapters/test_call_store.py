"""The real call store: what was saved comes back, and whatever is wrong is a StoreError."""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from app.adapters.call_store import SqlCallStore
from app.adapters.database import MIGRATIONS, NEWEST
from app.adapters.team_store import SqlTeamStore
from app.core.document import CallDocument
from app.core.errors import StoreError
from app.core.team import TeamLexicon
from app.core.wire import document_to_json
from tests.adapters.new_stores import put_new_store
from tests.adapters.older import make_older
from tests.adapters.sealed import KEY, looked_into, opened_bytes, put_document
from tests.core.calls import document, started, whole_call


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "calls.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[SqlCallStore]:
    opened = SqlCallStore(put_new_store(file), KEY)
    yield opened
    opened.close()


def call(call_id: str, started_at: str = "2026-03-04T09:15:00+00:00") -> CallDocument:
    return document(*whole_call(), call=started(call_id, started_at))


def ids(store: SqlCallStore) -> list[str]:
    return [row.call_id for row in store.rows()]


def test_a_new_store_has_no_calls(store: SqlCallStore) -> None:
    assert store.rows() == []


def test_a_call_comes_back_as_it_was_saved(store: SqlCallStore) -> None:
    store.save(call("c1"))
    assert document_to_json(store.load("c1")) == document_to_json(call("c1"))


def test_a_call_is_there_when_the_store_is_opened_again(file: Path) -> None:
    for _ in range(2):
        store = SqlCallStore(file, KEY)
        store.save(call("c1"))
        store.close()
    store = SqlCallStore(file, KEY)
    assert ids(store) == ["c1"]
    store.close()


def test_a_new_store_is_whole_however_many_open_it_at_once(file: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda _: SqlCallStore(file, KEY), range(8)))
    for number, store in enumerate(opened):
        store.save(call(f"call {number}"))
        store.close()
    again = SqlCallStore(file, KEY)
    assert len(ids(again)) == 8
    again.close()


def test_the_list_has_the_newest_call_first_with_its_figures(store: SqlCallStore) -> None:
    store.save(call("old", "2026-03-04T09:15:00+00:00"))
    store.save(call("new", "2026-03-05T09:15:00+00:00"))
    store.save(call("middle", "2026-03-04T19:15:00+00:00"))
    assert ids(store) == ["new", "middle", "old"]
    row = store.rows()[0]
    assert (row.agent, row.source, row.duration_s) == ("Sam", "call.wav", 100.0)
    assert (row.peak_level, row.end_level, row.escalations) == (0.61, 0.3, 1)


def test_a_call_without_levels_is_listed_too(store: SqlCallStore) -> None:
    store.save(document())
    assert (store.rows()[0].peak_level, store.rows()[0].end_level) == (None, None)


def test_saving_the_same_id_again_replaces_the_call(store: SqlCallStore) -> None:
    store.save(call("c1"))
    store.save(document(call=started("c1")))
    assert ids(store) == ["c1"]
    assert store.load("c1").turns == ()


def test_a_call_that_is_not_there_is_told(store: SqlCallStore) -> None:
    with pytest.raises(StoreError, match="'nobody'"):
        store.load("nobody")


@pytest.mark.parametrize("damage", ["not json", "{}", "[]", '{"schema": "calmline/call/1", "call": 1}'])
def test_a_damaged_call_is_told_and_the_others_stay(store: SqlCallStore, file: Path, damage: str) -> None:
    store.save(call("c1"))
    store.save(call("c2"))
    with closing(looked_into(file)) as other, other:
        put_document(other, "c1", damage)
    with pytest.raises(StoreError, match="damaged"):
        store.load("c1")
    assert store.load("c2").call.id == "c2"


@pytest.mark.parametrize("data", [b"This is not a database. " * 100, b"SQLite format 3\0" + b"\xff" * 500])
def test_a_damaged_file_cannot_be_opened(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    with pytest.raises(StoreError, match="cannot be opened"):
        SqlCallStore(file, KEY)
    assert file.read_bytes() == data


def test_a_folder_in_the_place_of_the_file_cannot_be_opened(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be opened"):
        SqlCallStore(file, KEY)


def test_a_file_in_the_place_of_the_folder_cannot_be_opened(file: Path) -> None:
    file.parent.write_text("in the way")
    with pytest.raises(StoreError, match="cannot be opened"):
        SqlCallStore(file, KEY)


def test_a_store_from_a_later_version_is_refused_and_left_as_it_is(store: SqlCallStore, file: Path) -> None:
    store.save(call("c1"))
    store.close()
    with closing(looked_into(file)) as other, other:
        other.execute("update alembic_version set version_num = '9999'")
    with pytest.raises(StoreError, match="cannot be opened: a later Calmline made it"):
        SqlCallStore(file, KEY)
    with closing(looked_into(file)) as other:
        assert other.execute("select count(*) from calls").fetchone() == (1,)


def test_the_newest_version_is_that_of_the_last_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == NEWEST


def test_only_a_store_that_is_not_up_to_date_needs_alembic(
    store: SqlCallStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(call("c1"))
    monkeypatch.setitem(sys.modules, "alembic", None)
    again = SqlCallStore(file, KEY)
    assert ids(again) == ["c1"]
    again.close()
    with pytest.raises(ImportError):
        SqlCallStore(file.with_name("new.sqlite3"), KEY)


def test_a_store_from_an_earlier_version_is_brought_up_to_date(store: SqlCallStore, file: Path) -> None:
    store.save(call("c1"))
    store.close()
    with closing(looked_into(file)) as other, other:
        make_older(other, "0001")
    team = SqlTeamStore(file, KEY)
    assert team.proposals() == []
    team.close()
    again = SqlCallStore(file, KEY)
    assert ids(again) == ["c1"]
    again.close()


NO_VERSION = "delete from alembic_version"
NO_VERSIONS = "drop table alembic_version"
BETWEEN = "drop table lexicon_versions; update alembic_version set version_num = '0001'"
EARLY = "drop table alembic_version; drop table lexicon_versions; drop table lexicon_proposals"
NO_INDEX = "drop index ix_calls_started_at; drop table alembic_version"


@pytest.mark.parametrize("left", [NO_VERSION, NO_VERSIONS, BETWEEN, EARLY, NO_INDEX])
def test_a_store_that_was_left_half_migrated_is_made_whole_and_copied_first(
    store: SqlCallStore, file: Path, left: str
) -> None:
    store.save(call("c1"))
    store.close()
    with closing(looked_into(file)) as other, other:
        make_older(other)
        other.executescript(left)
    for _ in range(2):
        again, team = SqlCallStore(file, KEY), SqlTeamStore(file, KEY)
        assert (ids(again), team.proposals(), team.lexicon().name) == (["c1"], [], TeamLexicon().name)
        again.save(call("c1"))
        again.close()
        team.close()
    [copy] = file.parent.glob("*.before-repair-*")
    with closing(looked_into(copy)) as other:
        assert other.execute("select call_id from calls").fetchall() == [("c1",)]
    if os.name == "posix":
        assert copy.stat().st_mode & 0o077 == 0


def test_a_copy_takes_no_other_ones_place(store: SqlCallStore, file: Path) -> None:
    store.close()
    for _ in range(2):
        with closing(looked_into(file)) as other, other:
            make_older(other)
            other.executescript(NO_VERSION)
        SqlCallStore(file, KEY).close()
    assert len([*file.parent.glob("*.before-repair-*")]) == 2


def test_a_table_that_is_not_the_stores_is_named_and_left_as_it_is(file: Path) -> None:
    file.parent.mkdir()
    with closing(looked_into(file)) as other, other:
        other.executescript("create table calls (number integer); insert into calls values (7)")
    with pytest.raises(StoreError, match="table calls is not Calmline's") as caught:
        SqlCallStore(file, KEY)
    assert "move the file away" in caught.value.advice
    with closing(looked_into(file)) as other:
        assert other.execute("select * from calls").fetchall() == [(7,)]
    assert [*file.parent.glob("*.before-repair-*")] == []


def test_a_store_that_vanished_is_told(store: SqlCallStore, file: Path) -> None:
    with closing(looked_into(file)) as other, other:
        other.execute("drop table calls")
    for use in (store.rows, lambda: store.load("c1"), lambda: store.save(call("c1"))):
        with pytest.raises(StoreError):
            use()


@pytest.mark.parametrize("name", ["100% #1", "what?", "Zoë's calls"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    file = tmp_path / name / "calls.sqlite3"
    store = SqlCallStore(file, KEY)
    store.save(call("c1"))
    store.close()
    assert file.stat().st_size > 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_every_file_of_an_open_store_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    store = SqlCallStore(folder / "calls.sqlite3", KEY)
    store.save(call("c1"))
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    store.close()
    assert modes["calls.sqlite3"] == 0o600
    assert set(modes.values()) == {0o600}


def test_two_stores_can_write_to_one_file(store: SqlCallStore, file: Path) -> None:
    other = SqlCallStore(file, KEY)
    store.save(call("c1"))
    other.save(call("c2"))
    assert sorted(ids(store)) == sorted(ids(other)) == ["c1", "c2"]
    other.close()


def test_what_was_replaced_cannot_be_found_in_the_file(store: SqlCallStore, file: Path) -> None:
    store.save(call("c1"))
    store.save(document(call=started("c1")))
    store.close()
    with suppress(FileNotFoundError):
        assert b"I want my money" not in opened_bytes(file.with_name(f"{file.name}-wal"))
    assert b"I want my money" not in opened_bytes(file)


def test_a_deleted_call_is_gone_from_the_list_and_from_the_bytes(store: SqlCallStore, file: Path) -> None:
    store.save(call("c1"))
    store.save(call("c2"))
    store.delete("c1")
    store.delete("c1")
    assert ids(store) == ["c2"]
    store.delete("c2")
    store.close()
    assert b"refund" not in b"".join(opened_bytes(path) for path in file.parent.iterdir())

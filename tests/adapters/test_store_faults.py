"""What can be wrong with an encrypted store: each is one clear line of its own, and costs nothing but itself."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer

import pytest

from app.adapters import database
from app.adapters.call_store import SqlCallStore
from app.adapters.store_file import connect
from app.core.call_search import CallFilter, CallOrder
from app.core.document import CallDocument
from app.core.errors import StoreBusyError, StoreDamagedError, StoreError
from app.core.events import Channel
from app.core.keeping import Days
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into, opened_bytes
from tests.core.calls import document, said, started, whole_call

PAGE, OPENED_PAGE = 4096, 4016
CALLS = tuple(f"c{number}" for number in range(8))
OTHER = bytes(32)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def store(file: Path) -> Iterator[SqlCallStore]:
    opened = SqlCallStore(file, KEY)
    for call_id in CALLS:
        opened.save(call(call_id))
    yield opened
    opened.close()


def call(call_id: str) -> CallDocument:
    """A call that takes many pages."""
    turns = [said(Channel.CALLER, 60.0 + n, 61.0 + n, f"{n} times I rang.", number=10 + n) for n in range(60)]
    return document(*whole_call(), *turns, call=started(call_id, "2026-03-04T09:15:00+00:00"))


def spoilt(whole: bytes, page: int) -> bytes:
    """A store with some bytes of a page changed."""
    at = page * PAGE + 50
    return whole[:at] + b"\xff" * 20 + whole[at + 20 :]


def loaded(store: SqlCallStore) -> set[str]:
    """Ids of the calls that can be opened; of each other one that is listed it is said that it is damaged."""
    found, told = set[str](), set[str]()
    for row in store.rows():
        try:
            found.add(store.load(row.call_id).call.id)
        except StoreDamagedError as error:
            told.add(str(error.message))
    assert not [one for one in told if "is damaged" not in one]
    return found


def test_what_was_said_is_in_none_of_the_files_while_the_store_is_open_and_after(
    store: SqlCallStore, file: Path
) -> None:
    with closing(looked_into(file)) as other:
        other.execute("create temp table seen as select * from call_documents order by document desc")
        other.execute("begin")
        other.execute("update calls set agent = document from call_documents as it where it.number = calls.number")
        for when in ("while it is open", "after"):
            data = {path.name: path.read_bytes() for path in file.parent.iterdir()}
            assert {name for name, seen in data.items() if b"times I rang" in seen} == set(), when
            assert b"CREATE TABLE" not in b"".join(data.values())
            if when == "while it is open":
                assert {f"{file.name}-wal", f"{file.name}-shm"} < set(data)
                other.rollback()
                store.close()


def test_another_key_opens_nothing_and_changes_nothing(store: SqlCallStore, file: Path) -> None:
    store.close()
    before = file.read_bytes()
    with pytest.raises(StoreDamagedError, match="or encrypted under another key"):
        SqlCallStore(file, OTHER)
    assert file.read_bytes() == before
    again = SqlCallStore(file, KEY)
    assert loaded(again) == {*CALLS}
    again.close()


def test_a_store_that_something_else_writes_to_says_so_and_not_that_the_disk_is_at_fault(
    store: SqlCallStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "connect", lambda *given, **named: connect(*given, **named, busy_s=0.01))
    hurried = SqlCallStore(file, KEY)
    with closing(looked_into(file)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreBusyError) as caught:
            hurried.save(call("new"))
        assert "something else is using it" in caught.value.message
        assert "disk" not in caught.value.line()
        assert loaded(hurried) == {*CALLS}
        other.rollback()
    hurried.save(call("new"))
    assert loaded(store) == {*CALLS, "new"}
    hurried.close()


def test_a_new_store_that_another_is_just_making_too_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    with closing(connect(file, KEY, is_shared=True)) as other:
        other.execute("begin immediate")
        other.execute("create table seen (number)")
        making = Timer(0.3, other.rollback)
        making.start()
        store = SqlCallStore(file, KEY)
        making.join()
    assert loaded(store) == set()
    store.close()


def test_whichever_page_is_damaged_all_calls_that_do_not_lie_in_it_can_be_listed_and_opened(
    store: SqlCallStore, file: Path
) -> None:
    store.close()
    whole = file.read_bytes()
    pages = len(whole) // PAGE
    assert pages > 3 * len(CALLS)
    lost = []
    for page in range(1, pages):
        file.write_bytes(spoilt(whole, page))
        try:
            damaged = SqlCallStore(file, KEY)
        except StoreDamagedError:
            lost.append(len(CALLS))
            continue
        lost.append(len(CALLS) - len(loaded(damaged)))
        assert damaged.find(CallFilter(), CallOrder(), 0, 100).total == len(damaged.rows())
        damaged.close()
    file.write_bytes(whole)
    of_the_tables_themselves = [count for count in lost if count > 1]
    opened = opened_bytes(file)
    listing = sum(b"CREATE " in opened[at : at + OPENED_PAGE] for at in range(OPENED_PAGE, len(opened), OPENED_PAGE))
    assert len(of_the_tables_themselves) <= 2 + listing, "pages of the version, of the documents, of the list of tables"


def test_beside_a_damaged_call_others_are_kept_purged_and_counted(store: SqlCallStore, file: Path) -> None:
    store.close()
    whole = file.read_bytes()
    file.write_bytes(spoilt(whole, opened_bytes(file).index(b'"text": "30 times I rang') // OPENED_PAGE))
    damaged = SqlCallStore(file, KEY)
    readable = loaded(damaged)
    assert 0 < len(readable) < len(CALLS)
    damaged.save(call("new"))
    assert loaded(damaged) == readable | {"new"}
    assert len(damaged.kept()) == len(CALLS) + 1
    gone = damaged.purge(datetime(2027, 1, 1, tzinfo=UTC), Days(text=30, figures=3650))
    assert len(gone.words) >= len(readable)
    assert not any(turn.text for call_id in gone.words for turn in damaged.load(call_id).turns)
    damaged.close()


def test_a_damaged_first_page_is_told_and_the_file_left_as_it_is(store: SqlCallStore, file: Path) -> None:
    store.close()
    data = file.read_bytes()[:100] + b"\xff" * 20 + file.read_bytes()[120:]
    file.write_bytes(data)
    with pytest.raises(StoreDamagedError, match="it is damaged") as caught:
        SqlCallStore(file, KEY)
    assert "Bring back" in caught.value.advice
    assert file.read_bytes() == data


def test_each_fault_has_a_code_of_its_own() -> None:
    codes = {error.code for error in (StoreError, StoreBusyError, StoreDamagedError)}
    assert len(codes) == 3

"""Old stores that anybody could read: taken over whole, whatever happens meanwhile, and then erased."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from app.adapters import store_sealing
from app.adapters.call_store import SqlCallStore
from app.adapters.store_file import FileFaultError, connect, is_plain
from app.adapters.store_sealing import erase, is_half_erased, seal_store
from app.adapters.team_store import SqlTeamStore
from app.core.document import CallDocument
from app.core.errors import StoreBusyError, StoreDamagedError, StoreError
from app.core.team import Direction, TeamPhrase
from app.core.wire import document_to_json
from tests.adapters.sealed import KEY, make_plain
from tests.core.calls import document, started, whole_call

WORDS = b"I want my money"
KILLED = 9
CALLS = ("c1", "c2", "c3")


def call(call_id: str) -> CallDocument:
    return document(*whole_call(), call=started(call_id, "2026-03-04T09:15:00+00:00"))


@pytest.fixture(scope="module")
def old_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an old store with calls, a lexicon and a log that was left."""
    file = tmp_path_factory.mktemp("old") / "calls.sqlite3"
    store, team = SqlCallStore(file, KEY), SqlTeamStore(file, KEY)
    for call_id in CALLS:
        store.save(call(call_id))
    team.accept(team.propose(TeamPhrase("the loyalty points", Direction.ANGRIER)).number)
    store.close()
    team.close()
    make_plain(file)
    assert is_plain(file)
    assert WORDS in file.read_bytes()
    assert WORDS in file.with_name(f"{file.name}-wal").read_bytes()
    return file.parent


@pytest.fixture
def file(old_home: Path, tmp_path: Path) -> Path:
    """The old store, for one test."""
    return shutil.copytree(old_home, tmp_path / "home") / "calls.sqlite3"


def assert_taken_over(file: Path) -> None:
    """All that was in it is there, and of what was said nothing is to be read in any file."""
    store, team = SqlCallStore(file, KEY), SqlTeamStore(file, KEY)
    assert sorted(row.call_id for row in store.rows()) == [*CALLS]
    assert document_to_json(store.load("c2")) == document_to_json(call("c2"))
    assert [phrase.phrase for phrase in team.lexicon().phrases] == ["the loyalty points"]
    assert team.propose(TeamPhrase("gone again", Direction.ANGRIER)).number == 2
    team.refuse(2)
    assert_nothing_to_read(file)
    store.close()
    team.close()
    assert_nothing_to_read(file)
    assert not is_half_erased(file)


def assert_nothing_to_read(file: Path) -> None:
    data = b"".join(path.read_bytes() for path in file.parent.rglob("*") if path.is_file())
    for said in (WORDS, b"loyalty", b"SQLite format 3", b"call.wav"):
        assert said not in data


def test_an_old_store_is_taken_over_with_all_that_is_in_it(file: Path) -> None:
    assert_taken_over(file)
    assert {path.name for path in file.parent.iterdir()} == {file.name, f"{file.name}.lock"}


def test_copies_from_before_a_repair_are_encrypted_too(file: Path) -> None:
    copy = file.with_name(f"{file.name}.before-repair-1")
    shutil.copy(file, copy)
    assert_taken_over(file)
    assert copy.exists()
    store = SqlCallStore(file, KEY)
    assert store.in_copies() == {*CALLS}
    store.close()


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
@pytest.mark.parametrize("stride", [9, pytest.param(1, marks=pytest.mark.long)])
def test_a_kill_between_any_two_steps_loses_nothing_and_the_next_start_goes_on(
    file: Path, tmp_path: Path, stride: int
) -> None:
    steps = 0
    while True:
        home = tmp_path / f"killed-{steps}"
        shutil.copytree(file.parent, home)
        shutil.copy(home / file.name, home / f"{file.name}.before-repair-1")
        was_killed = killed_at(steps, home / file.name)
        store = SqlCallStore(home / file.name, KEY)
        assert sorted(row.call_id for row in store.rows()) == [*CALLS]
        assert document_to_json(store.load("c2")) == document_to_json(call("c2"))
        store.close()
        assert_nothing_to_read(home / file.name)
        shutil.rmtree(home)
        if not was_killed:
            break
        steps += stride
    assert steps > 40


def killed_at(step: int, file: Path) -> bool:
    """Take over in a process that dies before one line of the take-over, as by a power cut; False if it got through."""
    child = os.fork()
    if child == 0:
        left = step

        def trace(frame: FrameType, event: str, _: object) -> Any:
            nonlocal left
            if frame.f_code.co_filename != store_sealing.__file__:
                return None
            if event == "line":
                if left == 0:
                    os._exit(KILLED)
                left -= 1
            return trace

        sys.settrace(trace)
        seal_store(file, KEY)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def test_an_old_store_that_another_program_uses_is_left_as_it_is_and_told(file: Path) -> None:
    with closing(connect(file, None)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreBusyError, match="something else is using it"):
            SqlCallStore(file, KEY)
    assert is_plain(file)
    assert_taken_over(file)


@pytest.mark.parametrize("made", ["CREATE TABLE photos (name)", "CREATE TABLE calls (number, who)"])
def test_a_file_of_another_program_is_told_and_left_as_it_is(tmp_path: Path, made: str) -> None:
    file = tmp_path / "calls.sqlite3"
    with closing(sqlite3.connect(file)) as theirs:
        theirs.execute(made)
        theirs.commit()
    data = file.read_bytes()
    with pytest.raises(StoreError, match="is not Calmline's"):
        SqlCallStore(file, KEY)
    assert file.read_bytes() == data


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """An old store of several pages for each of its tables, without a log."""
    file = tmp_path / "large" / "calls.sqlite3"
    store = SqlCallStore(file, KEY)
    for number in range(MANY):
        store.save(call(f"c{number}"))
    store.close()
    make_plain(file)
    with closing(sqlite3.connect(file)) as old:
        old.execute("PRAGMA journal_mode=DELETE")
    return file


PAGE = 4096
MANY = 15


def spoil(file: Path, *pages: int) -> None:
    data = bytearray(file.read_bytes())
    for page in pages:
        data[page * PAGE : page * PAGE + PAGE] = b"\xa5" * PAGE
    file.write_bytes(data)


def test_whichever_page_of_an_old_store_is_damaged_all_that_can_be_read_is_taken_over(large: Path) -> None:
    data, taken = large.read_bytes(), list[int]()
    for page in range(1, len(data) // PAGE):
        for left_behind in large.parent.iterdir():
            left_behind.unlink()
        large.write_bytes(data)
        spoil(large, page)
        with suppress(StoreDamagedError):
            taken.append(whole_ones_of(large))
            assert_nothing_to_read(large)
    assert len(taken) > len(data) // PAGE - 4
    assert min(taken) >= MANY - 4
    assert max(taken) == MANY


def whole_ones_of(file: Path) -> int:
    """How many calls can be read; the others are in the list all the same, and a new one can be stored."""
    store = SqlCallStore(file, KEY)
    rows = store.rows()
    whole = [row.call_id for row in rows if is_whole(store, row.call_id)]
    assert all(row.is_held for row in rows if row.call_id not in whole)
    store.save(call("new"))
    store.close()
    assert {row.call_id for row in rows} == {f"c{number}" for number in range(MANY)}
    assert not is_half_erased(file)
    assert file.stat().st_mode & 0o077 == 0
    return len(whole)


@cache
def as_saved(call_id: str) -> dict[str, Any]:
    return document_to_json(call(call_id))


def is_whole(store: SqlCallStore, call_id: str) -> bool:
    try:
        return document_to_json(store.load(call_id)) == as_saved(call_id)
    except StoreDamagedError:
        return False


def test_an_old_store_of_which_no_call_can_be_read_is_told_and_left_as_it_is(large: Path) -> None:
    with closing(sqlite3.connect(large)) as old:
        [(root,)] = old.execute("SELECT rootpage FROM sqlite_master WHERE name = 'calls'")
    spoil(large, root - 1)
    data = large.read_bytes()
    with pytest.raises(StoreDamagedError):
        SqlCallStore(large, KEY)
    assert large.read_bytes()[100:] == data[100:]


def test_an_old_store_whose_list_of_tables_is_damaged_is_told_and_left_as_it_is(large: Path) -> None:
    data = bytearray(large.read_bytes())
    data[100:PAGE] = b"\xa5" * (PAGE - 100)
    large.write_bytes(data)
    with pytest.raises(StoreDamagedError):
        SqlCallStore(large, KEY)
    assert large.read_bytes() == data


@pytest.mark.skipif(sys.platform != "linux", reason="limits what a process may write")
def test_a_disk_without_room_for_a_second_store_is_told_and_is_not_filled(large: Path) -> None:
    import resource  # noqa: PLC0415 - there is none on Windows

    data, before = large.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(data) // 2, before[1]))
    try:
        with pytest.raises(StoreError, match="cannot be opened"):
            SqlCallStore(large, KEY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert large.read_bytes()[100:] == data[100:]
    assert not [path for path in large.parent.iterdir() if ".sealing" in path.name]
    store = SqlCallStore(large, KEY)
    assert len(store.rows()) == MANY
    store.close()
    assert_nothing_to_read(large)


def test_what_cannot_be_compared_replaces_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_sealing, "_is_same", lambda *_: False)
    with pytest.raises(FileFaultError):
        seal_store(file, KEY)
    assert is_plain(file)
    monkeypatch.undo()
    assert_taken_over(file)


def test_what_is_erased_is_overwritten_first(tmp_path: Path) -> None:
    file, witness = tmp_path / "old", tmp_path / "witness"
    file.write_bytes(WORDS * 1000)
    with file.open("rb") as reader:
        erase(file)
        assert set(reader.read()) == {0}
    assert not file.exists()
    file.write_bytes(WORDS)
    witness.hardlink_to(file)
    erase(file)
    assert witness.read_bytes() == WORDS
    erase(file)

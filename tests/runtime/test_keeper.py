"""The store thread keeps documents, tries again, and says how it went."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.adapters.call_store import SqlCallStore
from app.core.document import After, CallDocument
from app.core.errors import StoreError
from app.core.events import Health, HealthCode
from app.core.ports import CallStore
from app.runtime.keeper import Keeper, save
from tests.adapters.sealed import KEY
from tests.core.calls import document, started


def kept(open_store: Callable[[], CallStore], *documents: CallDocument, patient: bool = True) -> list[Health]:
    told: list[Health] = []
    keeper = Keeper(open_store)
    if not patient:
        keeper._resting.set()
    keeper.start()
    for each in documents:
        keeper.keep(each, told.append)
    keeper.stop()
    return told


class Away:
    """A database that cannot be reached the first `times` times."""

    def __init__(self, file: Path, times: int) -> None:
        self._file = file
        self._left = times

    def __call__(self) -> CallStore:
        self._left -= 1
        if self._left >= 0:
            raise StoreError("The call store cannot be reached.", "Ask who looks after it.")
        return SqlCallStore(self._file, KEY)


def test_every_document_that_was_handed_in_is_kept_before_the_end(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    told = kept(lambda: SqlCallStore(file, KEY), *(document(call=started(f"c{n}")) for n in range(3)))
    assert [health.code for health in told] == [HealthCode.STORED] * 3
    store = SqlCallStore(file, KEY)
    assert {row.call_id for row in store.rows()} == {"c0", "c1", "c2"}
    store.close()


def test_a_store_that_is_away_for_a_moment_is_tried_again(tmp_path: Path) -> None:
    [health] = kept(Away(tmp_path / "calls.sqlite3", 1), document())
    assert health.code is HealthCode.STORED


def test_a_store_that_stays_away_is_told_and_the_next_call_is_tried(tmp_path: Path) -> None:
    away = Away(tmp_path / "calls.sqlite3", 3)
    told = kept(away, document(call=started("lost")), document(call=started("kept")), patient=False)
    assert [health.code for health in told] == [HealthCode.STORE_FAILED, HealthCode.STORED]
    assert told[0].advice == "The call store cannot be reached. Ask who looks after it."


def test_the_agents_word_on_a_call_that_was_deleted_elsewhere_does_not_bring_it_back(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    told: list[Health] = []
    keeper = Keeper(lambda: SqlCallStore(file, KEY))
    keeper.start()
    for call_id in ("gone", "there"):
        keeper.keep(document(call=started(call_id)), told.append)
    keeper.do(lambda _: deleted(file, "gone"))
    for call_id in ("gone", "there"):
        keeper.settle(noted(call_id), told.append)
    keeper.stop()
    assert [health.code for health in told] == [HealthCode.STORED] * 4
    assert stored(file) == {"there": "Rang the depot."}


def test_the_agents_word_on_a_call_keeps_one_that_was_not_stored_yet(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    told: list[Health] = []
    keeper = Keeper(Away(file, 3))
    keeper._resting.set()
    keeper.start()
    keeper.keep(document(call=started("failed")), told.append)
    keeper.settle(noted("failed"), told.append)
    keeper.settle(noted("practice"), told.append)
    keeper.forget("never", told.append)
    keeper.settle(noted("never"), told.append)
    keeper.stop()
    assert stored(file) == {"failed": "Rang the depot.", "practice": "Rang the depot."}


def test_a_call_whose_id_is_on_legal_hold_is_kept_under_another_one_at_once_and_that_is_told(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    held_there(file, "c1")
    told: list[Health] = []
    said: list[str] = []
    safe: list[str] = []
    keeper = Keeper(lambda: SqlCallStore(file, KEY), said.append)
    keeper.start()
    keeper.keep(document(call=started("c1")), told.append, lambda: safe.append("c1"))
    keeper.settle(noted("c1"), told.append)
    keeper.stop()
    [fresh] = set(stored(file)) - {"c1"}
    assert stored(file) == {"c1": "", fresh: "Rang the depot."}
    assert said == [f"The call c1 is on legal hold and stays as it is; the new one is stored as {fresh}."]
    assert ([health.code for health in told], safe) == ([HealthCode.STORED] * 2, ["c1"])


def test_of_a_call_that_was_put_on_legal_hold_meanwhile_no_second_one_is_made(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    told: list[Health] = []
    opened: list[int] = []

    def open_store() -> CallStore:
        opened.append(1)
        return SqlCallStore(file, KEY)

    keeper = Keeper(open_store)
    keeper.start()
    keeper.keep(document(call=started("c1")), told.append)
    keeper.do(lambda _: held_there(file, "c1"))
    keeper.settle(noted("c1"), told.append)
    keeper.forget("c1", told.append)
    keeper.stop()
    failed = HealthCode.STORE_FAILED
    assert [health.code for health in told] == [HealthCode.STORED, failed, failed]
    assert stored(file) == {"c1": ""}
    assert len(opened) == 3


def test_a_call_without_a_window_is_kept_under_another_id_as_well(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    held_there(file, "c1")
    said: list[str] = []
    save(lambda: SqlCallStore(file, KEY), document(call=started("c1")), said.append)
    [fresh] = set(stored(file)) - {"c1"}
    assert fresh in said[0]


def held_there(file: Path, call_id: str) -> None:
    store = SqlCallStore(file, KEY)
    store.save(document(call=started(call_id)))
    store.hold(call_id, wanted=True)
    store.close()


def deleted(file: Path, call_id: str) -> None:
    store = SqlCallStore(file, KEY)
    store.delete(call_id)
    store.close()


def noted(call_id: str) -> CallDocument:
    return replace(document(call=started(call_id)), after=After(note="Rang the depot."))


def stored(file: Path) -> dict[str, str]:
    """The note of each call that is stored."""
    store = SqlCallStore(file, KEY)
    found = {row.call_id: store.load(row.call_id).after for row in store.rows()}
    store.close()
    return {call_id: after.note if after else "" for call_id, after in found.items()}


def test_what_waits_for_a_call_to_be_safe_is_done_when_a_later_word_on_it_is_kept(tmp_path: Path) -> None:
    safe: list[str] = []
    told: list[Health] = []
    keeper = Keeper(Away(tmp_path / "calls.sqlite3", 6))
    keeper._resting.set()
    keeper.start()
    keeper.keep(document(call=started("noted")), told.append, lambda: safe.append("noted"))
    keeper.keep(document(call=started("deleted")), told.append, lambda: safe.append("deleted"))
    keeper.keep(document(call=started("noted")), told.append)
    keeper.forget("deleted", told.append)
    keeper.stop()
    stored, failed = HealthCode.STORED, HealthCode.STORE_FAILED
    assert [health.code for health in told] == [failed, failed, stored, stored]
    assert safe == ["noted", "deleted"]

"""What is kept, read and taken away on a thread beside the window, in a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.compose import open_store
from app.compose.stores import SYSTEM_KEYS
from app.kept_bench import StoreBench
from app.settings import Settings
from tests.adapters.sealed import spoil
from tests.conditions import until
from tests.core.calls import document, started, whole_call


class Desk:
    """A bench on a store with three calls: two of one caller, one old."""

    def __init__(self, home: Path) -> None:
        self.settings = Settings(home=home)
        home.mkdir(exist_ok=True)
        store = open_store(self.settings)
        for call_id, reference, days in (("one", "C-17", 0), ("two", "c-17", 40), ("three", None, 400)):
            began = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
            store.save(document(*whole_call(), call=replace(started(call_id, began), reference=reference)))
        store.close()
        self.opened: list[str] = []
        self.bench = StoreBench(self.settings, self.opened.append)

    def ids(self) -> list[str]:
        """The calls it shows, once it is done."""
        self.wait()
        return [row.call_id for row in self.bench.state.rows]

    def wait(self) -> None:
        """Until it is done."""
        until(lambda: not self.bench.state.is_busy)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "home")
    made.bench.look()
    made.wait()
    yield made
    made.bench.close()


def test_it_reads_how_much_there_is(desk: Desk) -> None:
    state = desk.bench.state
    assert desk.ids() == ["one", "two", "three"]
    assert state.overview is not None
    assert state.overview.with_words.count == 3
    assert state.files is not None
    assert state.files.store.size_bytes > 0


def test_a_callers_calls_are_found_whatever_the_case_and_all_come_back(desk: Desk) -> None:
    desk.bench.find(" C-17 ")
    assert desk.ids() == ["one", "two"]
    assert desk.bench.state.said == "Calls under the reference C-17: 2."
    desk.bench.find("")
    assert desk.ids() == ["one", "two", "three"]


def test_nobody_is_found_by_a_part_of_a_reference(desk: Desk) -> None:
    desk.bench.find("C-1")
    assert desk.ids() == []


def test_what_is_deleted_is_gone_and_what_was_found_stays_in_sight(desk: Desk) -> None:
    desk.bench.find("C-17")
    desk.wait()
    desk.bench.delete(("one",))
    assert desk.ids() == ["two"]
    assert (desk.bench.state.reference, desk.bench.state.said) == ("C-17", "Deleted for good: 1.")
    assert desk.bench.state.revision == 1
    desk.bench.find("")
    assert desk.ids() == ["two", "three"]


def test_of_a_call_whose_recording_was_analysed_it_is_said_that_it_can_come_back(desk: Desk) -> None:
    store = open_store(desk.settings)
    one = store.load("one")
    store.save(replace(one, call=replace(one.call, recording="0" * 64)))
    store.close()
    desk.bench.delete(("one", "two"))
    desk.wait()
    assert desk.bench.state.said.startswith("Deleted for good: 2. Of these from recordings: 1. ")


def test_a_call_is_put_on_hold_stays_and_is_released(desk: Desk) -> None:
    desk.bench.hold(("three",), wanted=True)
    desk.wait()
    desk.bench.purge()
    assert "three" in desk.ids()
    desk.bench.delete(("three",))
    desk.wait()
    assert desk.bench.state.is_wrong
    assert "legal hold" in desk.bench.state.said
    desk.bench.hold(("three",), wanted=False)
    desk.wait()
    desk.bench.delete(("three",))
    assert desk.ids() == ["one", "two"]


def test_what_is_due_goes_at_once(desk: Desk) -> None:
    desk.bench.purge()
    assert desk.ids() == ["one", "two"]
    assert desk.bench.state.said == "Lost their words: 1. Gone altogether: 1."


def test_what_may_be_left_in_a_damaged_part_of_the_store_is_said_with_what_went(desk: Desk) -> None:
    spoil(
        desk.settings.store_file, "ix_call_scores_number", SYSTEM_KEYS.key_of(desk.settings.store_file, is_strict=False)
    )
    desk.bench.delete(("one",))
    assert desk.ids() == ["two", "three"]
    assert desk.bench.state.said.startswith("Deleted for good: 1. A part of the call store is damaged")
    desk.bench.purge()
    assert desk.ids() == ["two"]
    assert "Gone altogether: 1. A part of the call store is damaged" in desk.bench.state.said


def test_a_store_that_cannot_be_read_is_said(desk: Desk) -> None:
    desk.settings.store_file.write_bytes(b"no database" * 400)
    desk.bench.look()
    desk.wait()
    assert desk.bench.state.is_wrong
    assert desk.bench.state.said


def test_the_folder_is_shown_and_the_thread_ends(desk: Desk) -> None:
    desk.bench.open_folder()
    assert desk.opened == [str(desk.settings.home)]
    desk.bench.close()
    until(lambda: not desk.bench._thread.is_alive())

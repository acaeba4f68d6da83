"""What is old goes once a day, on the thread of the store, and never during a call."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.adapters.call_store import SqlCallStore
from app.core.errors import StoreError
from app.core.keeping import FOR_GOOD, Days
from app.runtime.keeper import Keeper
from app.runtime.purging import DailyPurge, Purged, purge
from tests.adapters.sealed import KEY
from tests.core.calls import document, started, whole_call

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
DAYS = Days(text=30, figures=365)


@dataclass
class Left:
    """A journal that nobody writes any more."""

    days: int
    is_there: bool = True

    @property
    def written_at(self) -> str:
        return (NOW - timedelta(days=self.days)).isoformat()

    def discard(self) -> None:
        self.is_there = False


def test_store_and_journals_are_purged_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "calls.sqlite3"
    store = SqlCallStore(file, KEY)
    for days in (1, 31, 400):
        began = (NOW - timedelta(days=days)).isoformat()
        store.save(document(*whole_call(), call=started(f"d{days}", began)))
    store.close()
    journals = [Left(365), Left(366), Left(-2)]
    assert purge(lambda: SqlCallStore(file, KEY), journals, NOW, DAYS) == Purged(words=1, whole=1, journals=1)
    assert [journal.is_there for journal in journals] == [True, False, True]
    assert purge(lambda: SqlCallStore(file, KEY), journals, NOW, DAYS).words == 0


def test_a_journal_that_nobody_has_tried_to_store_yet_goes_only_with_its_figures() -> None:
    assert purge(None, [Left(31)], NOW, DAYS) == Purged()
    assert purge(None, [Left(11)], NOW, Days(text=30, figures=10)) == Purged(journals=1)
    assert purge(None, [Left(9000)], NOW, Days(text=FOR_GOOD, figures=FOR_GOOD)) == Purged()


def wait_for(keeper: Keeper) -> None:
    """Until all that was handed in is done."""
    reached = threading.Event()
    keeper.do(lambda _: reached.set())
    reached.wait()


def wait_until(happened: threading.Event) -> None:
    happened.wait()


@dataclass
class Room:
    """A day at the desk, whose clock and calls are set by hand."""

    now: datetime = NOW
    is_free: bool = True
    fails: bool = False
    call_begins: bool = False
    left: int = 0
    done: list[tuple[datetime, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def act(self, now: datetime, may_go_on: Callable[[], bool]) -> Purged:
        assert may_go_on()
        self.done.append((now, threading.current_thread().name))
        self.is_free = self.is_free and not self.call_begins
        if self.fails:
            raise StoreError("The call store cannot be written.", "Check the disk.")
        return Purged(left=self.left)

    def after(self, *steps: Callable[[DailyPurge], None]) -> list[datetime]:
        """When it was purged in the course of these steps, each of which is waited for."""
        keeper = Keeper(lambda: SqlCallStore(Path("nowhere"), KEY))
        daily = DailyPurge(keeper, self.act, is_free=lambda: self.is_free, now=lambda: self.now, tell=self.told.append)
        keeper.start()
        for step in steps:
            step(daily)
            wait_for(keeper)
        keeper.stop()
        assert {name for _, name in self.done} <= {"store"}
        return [when for when, _ in self.done]

    def passes(self, **time: int) -> Callable[[DailyPurge], None]:
        """So much later it is looked again."""

        def step(daily: DailyPurge) -> None:
            self.now += timedelta(**time)
            daily.look()

        return step


def test_it_is_done_at_the_start_and_once_on_every_day() -> None:
    room = Room()
    assert room.after(DailyPurge.look, DailyPurge.look, room.passes(minutes=10), room.passes(hours=12)) == [
        NOW, NOW + timedelta(hours=12, minutes=10),
    ]  # fmt: skip


def test_during_a_call_it_waits_for_the_next_look() -> None:
    room = Room(is_free=False)

    def call_ends(daily: DailyPurge) -> None:
        assert room.done == []
        room.is_free = True
        daily.look()

    assert room.after(DailyPurge.look, call_ends) == [NOW]


def test_a_call_that_begins_before_the_store_gets_to_it_is_not_disturbed() -> None:
    room = Room()

    def busy(daily: DailyPurge) -> None:
        waiting = threading.Event()
        daily._keeper.do(lambda _: wait_until(waiting))
        daily.look()
        room.is_free = False
        waiting.set()

    assert room.after(busy) == []


def test_what_a_call_broke_off_is_gone_on_with_after_it() -> None:
    room = Room(call_begins=True)

    def call_ends(daily: DailyPurge) -> None:
        assert not room.is_free
        room.is_free, room.call_begins = True, False
        daily.look()

    assert room.after(DailyPurge.look, DailyPurge.look, call_ends, DailyPurge.look) == [NOW, NOW]


def test_what_goes_wrong_is_told_once_and_tried_again_the_next_day() -> None:
    room = Room(fails=True)
    assert len(room.after(DailyPurge.look, room.passes(hours=1), room.passes(days=1))) == 2
    assert room.told == ["The call store cannot be written. Check the disk."] * 2


def test_that_something_may_be_left_is_told_in_one_line_and_tried_again_the_next_day() -> None:
    room = Room(left=3)
    assert len(room.after(DailyPurge.look, room.passes(hours=1), room.passes(days=1))) == 2
    assert len(room.told) == 2
    assert room.told[0].startswith("A part of the call store is damaged, and something of calls that were to go may be")
    assert "left there: 3. Bring back the store" in room.told[0]

"""Devices are opened and closed beside the call."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.core.ports import Capture, Device
from app.runtime.device_door import RETRY_S, DeviceDoor, on_a_thread
from tests.conditions import until
from tests.runtime.cards import Card, Room


class Later:
    """Work that is done when the test says so."""

    def __init__(self) -> None:
        self.work: list[Callable[[], None]] = []

    def __call__(self, work: Callable[[], None]) -> None:
        self.work.append(work)

    def do(self) -> None:
        while self.work:
            self.work.pop(0)()


def door(room: Room, beside: Callable[[Callable[[], None]], None]) -> DeviceDoor:
    return DeviceDoor(room, "room:headset", beside)


def test_a_device_comes_at_a_look_after_it_has_opened() -> None:
    later = Later()
    opening = door(Room([Card("headset")]), later)
    assert opening.look(0.0) is None
    assert opening.look(0.1) is None
    later.do()
    capture = opening.look(0.2)
    assert capture is not None
    assert capture.device.name == "headset"


@given(st.lists(st.floats(0.001, 0.3), min_size=1, max_size=100))
def test_a_device_that_is_away_is_tried_at_most_every_half_second(pauses: list[float]) -> None:
    tried_s: list[float] = []
    room = Room([Card("headset", away=[(0.0, 1e9)])])

    def beside(work: Callable[[], None]) -> None:
        tried_s.append(room.now_s)
        work()

    opening = door(room, beside)
    for pause in pauses:
        assert opening.look(room.now_s) is None
        room.now_s += pause
    assert all(after - before >= RETRY_S for before, after in pairwise(tried_s))
    assert len(tried_s) >= sum(pauses[:-1]) // (RETRY_S + 0.3)


class Unruly:
    """A sound system with an error of its own, once."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._has_failed = False

    def devices(self) -> list[Device]:
        return self._room.devices()

    def open(self, device_id: str) -> Capture:
        if not self._has_failed:
            self._has_failed = True
            raise KeyError(device_id)
        return self._room.open(device_id)


def test_after_an_error_of_any_kind_there_is_a_next_try() -> None:
    opening = DeviceDoor(Unruly(Room([Card("headset")])), "room:headset", lambda work: work())
    assert opening.look(0.0) is None
    assert opening.look(RETRY_S) is not None


def test_what_opens_after_the_door_was_shut_is_closed() -> None:
    later, room = Later(), Room([Card("headset")])
    opening = door(room, later)
    opening.look(0.0)
    opening.shut()
    later.do()
    assert room.closed == ["headset"]


def test_what_had_opened_when_the_door_was_shut_is_closed() -> None:
    later, room = Later(), Room([Card("headset")])
    opening = door(room, later)
    opening.look(0.0)
    later.do()
    opening.shut()
    assert room.closed == ["headset"]


def test_a_device_is_closed_beside_the_call() -> None:
    later, room = Later(), Room([Card("headset")])
    opening = door(room, later)
    opening.close(opening.open_now())
    assert room.closed == []
    later.do()
    assert room.closed == ["headset"]


def test_a_thread_does_it_in_the_end() -> None:
    done: list[int] = []
    on_a_thread(lambda: done.append(1))
    until(lambda: done)

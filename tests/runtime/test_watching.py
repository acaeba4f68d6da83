"""Between calls only voices are watched for, and the devices are let go of when a call begins."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.core.errors import AudioError
from app.core.events import Channel
from app.core.ports import DeviceKind
from app.runtime.ears import Ears
from app.runtime.lines import LiveLines
from app.runtime.watching import Watching
from tests.conditions import LONG_S, until
from tests.runtime.cards import Card, Room
from tests.runtime.scripted import LoudnessDetector

HEADSET, PLAYER = Card("headset"), Card("player", DeviceKind.PLAYBACK)


class Desk:
    """A room whose devices are watched."""

    def __init__(self, *cards: Card) -> None:
        self.room = Room(cards)
        self.told: list[bool] = []
        self.asked = 0
        self.are_ears_wanted, self.may_hear = threading.Event(), threading.Event()
        self.may_hear.set()
        self.watching = Watching(self.lines, self.ears, self.told.append)

    def lines(self) -> LiveLines:
        self.asked += 1
        if not self.room.cards:
            raise AudioError("There is no device.", "Connect one.")
        return LiveLines(
            self.room,
            microphone="room:headset",
            caller="room:player",
            clock=self.room.clock,
            wait=self.room.wait,
            beside=lambda work: work(),
        )

    def ears(self) -> Ears:
        self.are_ears_wanted.set()
        self.may_hear.wait(LONG_S)
        return Ears((Channel.AGENT, Channel.CALLER), LoudnessDetector)


@contextmanager
def watched(desk: Desk) -> Iterator[Desk]:
    desk.watching.start()
    try:
        yield desk
    finally:
        desk.watching.close()
    assert [thread for thread in threading.enumerate() if thread.name == "watch"] == []


def test_nothing_is_opened_before_it_is_wanted() -> None:
    with watched(Desk(HEADSET, PLAYER)) as desk:
        assert desk.room.opened == []


def test_voices_on_both_sides_are_told_and_a_call_that_begins_takes_over_the_devices() -> None:
    with watched(Desk(HEADSET, PLAYER)) as desk:
        desk.watching.want(wanted=True)
        until(lambda: desk.told == [True])
        desk.watching.want(wanted=False)
        until(lambda: sorted(desk.room.closed) == ["headset", "player"])


def test_a_start_that_is_declined_is_taken_back() -> None:
    with watched(Desk(HEADSET, PLAYER)) as desk:
        desk.watching.want(wanted=True)
        until(lambda: desk.told == [True])
        desk.watching.decline()
        until(lambda: desk.told == [True, False])


def test_other_devices_that_were_chosen_are_opened_and_the_old_ones_let_go_of() -> None:
    with watched(Desk(HEADSET, PLAYER)) as desk:
        desk.watching.want(wanted=True)
        until(lambda: desk.told == [True])
        desk.watching.look_again()
        until(lambda: desk.asked == 2)
        assert sorted(desk.room.closed) == ["headset", "player"]


def test_devices_that_do_not_open_offer_nothing_and_end_nothing() -> None:
    with watched(Desk()) as desk:
        desk.watching.want(wanted=True)
        until(lambda: desk.asked == 1)
    assert desk.told == []


def test_a_wish_that_comes_after_the_end_opens_nothing() -> None:
    desk = Desk(HEADSET, PLAYER)
    with watched(desk):
        desk.may_hear.clear()
        desk.watching.want(wanted=True)
        assert desk.are_ears_wanted.wait(LONG_S)
        closing = threading.Thread(target=desk.watching.close)
        closing.start()
        until(lambda: not desk.watching._is_wanted)
        desk.watching.want(wanted=True)
        desk.may_hear.set()
        closing.join(LONG_S)
    assert desk.room.opened == []

"""The level of one microphone, before it is answered with."""

import threading
from collections.abc import Sequence
from functools import partial

from app.core.ports import Device, SoundSystem
from app.runtime.microphone_level import MicrophoneLevel
from tests.conditions import until
from tests.runtime.cards import Card, Room

HEADSET = Card("headset")


def of(room: Room, device: Device | None) -> MicrophoneLevel:
    def find(_: Sequence[Device]) -> Device | None:
        return device

    return MicrophoneLevel(lambda: room, find)


def test_a_microphone_is_measured_from_start_to_stop() -> None:
    room = Room([HEADSET])
    level = of(room, HEADSET.device)
    assert (level.level_dbfs(), level.name()) == (None, "")
    level.start()
    until(lambda: level.name() == "headset")
    assert level.level_dbfs() is not None
    level.stop()
    level.join(5)
    assert (level.level_dbfs(), level.name(), room.closed) == (None, "", ["headset"])


def test_it_can_be_measured_again() -> None:
    room = Room([HEADSET])
    level = of(room, HEADSET.device)
    for _ in range(2):
        level.start()
        until(level.name)
        level.stop()
        level.join(5)
    assert room.opened == room.closed == ["headset", "headset"]


def test_a_sound_library_that_fails_otherwise_leaves_it_without_a_level() -> None:
    tried = threading.Event()

    def broken() -> SoundSystem:
        tried.set()
        raise OSError("no library")

    level = MicrophoneLevel(broken, lambda _: None)
    level.start()
    assert tried.wait(5)
    assert (level.level_dbfs(), level.name()) == (None, "")
    level.stop()
    level.join(5)
    assert (level.level_dbfs(), level.name()) == (None, "")


def test_a_microphone_that_is_not_there_has_no_level() -> None:
    for device in None, Card("elsewhere").device:
        asked: list[int] = []

        def find(found: Sequence[Device], device: Device | None = device, asked: list[int] = asked) -> Device | None:
            asked.append(len(found))
            return device

        level = MicrophoneLevel(lambda: Room([HEADSET]), find)
        level.start()
        until(partial(bool, asked))
        level.stop()
        level.join(5)
        assert level.level_dbfs() is None


def test_a_microphone_is_let_go_of_where_it_is_not_the_chosen_one_any_more() -> None:
    room, chosen = Room([HEADSET, Card("other")]), [HEADSET.device]
    level = MicrophoneLevel(lambda: room, lambda _: chosen[0])
    level.start()
    until(level.name)
    level.stop()
    level.join(5)
    chosen[0] = Card("other").device
    level.start()
    until(lambda: level.name() == "other")
    level.stop()
    level.join(5)
    assert room.closed == ["headset", "other"]

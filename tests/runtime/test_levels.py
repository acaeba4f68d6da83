"""Level meters."""

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ports import SILENCE_DBFS
from app.runtime.levels import Meter, level_dbfs, meters, ticks
from tests.adapters.recordings import tone
from tests.runtime.cards import Card, Room

ROOM_S = 100.0


@pytest.mark.parametrize("level", [1.0, 0.5, 0.01])
def test_the_level_of_a_tone_is_its_root_mean_square(level: float) -> None:
    pcm = (tone(1.0, 16_000, level=level) * 32767).astype("<i2").tobytes()
    assert level_dbfs(pcm) == pytest.approx(20 * math.log10(level / math.sqrt(2)), abs=0.1)


@pytest.mark.parametrize("pcm", [b"", bytes(320)])
def test_nothing_is_as_quiet_as_silence(pcm: bytes) -> None:
    assert level_dbfs(pcm) == SILENCE_DBFS


@given(st.lists(st.integers(-32768, 32767), min_size=1))
def test_no_level_leaves_the_scale(samples: list[int]) -> None:
    assert SILENCE_DBFS <= level_dbfs(array("h", samples).tobytes()) <= 0.0


def test_meters_show_what_each_device_hears_and_close_all_of_them() -> None:
    cards = [Card("headset"), Card("quiet", is_silent=True), Card("idle", idles=True, quiet=[(0.0, 1e9)])]
    room = Room(cards)
    with meters(room, room.devices()) as found:
        room.now_s += 1.0
        for meter in found:
            meter.look()
        headset, quiet, idle = (meter.level_dbfs for meter in found)
    assert headset is not None
    assert headset > -20
    assert quiet == idle == SILENCE_DBFS
    assert sorted(room.closed) == ["headset", "idle", "quiet"]


def test_a_device_that_does_not_open_or_goes_away_has_no_level() -> None:
    leaving, absent = Card("leaving", away=[(ROOM_S + 1, 1e9)]), Card("absent", away=[(0.0, 1e9)])
    room = Room([leaving, absent])
    with meters(room, [leaving.device, absent.device]) as found:
        assert [meter.level_dbfs for meter in found] == [SILENCE_DBFS, None]
        room.now_s += 2.0
        for _ in range(2):
            for meter in found:
                meter.look()
        assert [meter.level_dbfs for meter in found] == [None, None]
    assert room.closed == ["leaving"]


def test_without_a_capture_there_is_nothing_to_look_at() -> None:
    meter = Meter(Card("headset").device, None)
    meter.look()
    assert meter.level_dbfs is None


def test_ticks_end_after_their_time() -> None:
    clock = iter([0.0, 0.1, 0.2, 0.3, 0.4]).__next__
    assert len(list(ticks(0.3, clock))) == 2

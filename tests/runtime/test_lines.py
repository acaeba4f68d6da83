"""Two devices, whatever they do, give two channels in step."""

import threading
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.events import AudioGap, Channel, Health, HealthCode, LineChanged, LineState
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk, DeviceKind
from app.runtime.line import LOST_S, STALL_S
from app.runtime.lines import LiveLines
from tests.runtime.cards import WRAP, Card, Room, Span, hear

HEADSET, PLAYER = Card("headset"), Card("player", DeviceKind.PLAYBACK)
BEGIN_S = 100.0


def at(start_s: float, end_s: float) -> Span:
    """A stretch of the call in seconds of the room's clock."""
    return BEGIN_S + start_s, BEGIN_S + end_s


def test_all_that_is_spoken_is_given_in_order_a_moment_later() -> None:
    heard = hear(Room([HEADSET, PLAYER]), microphone="headset", caller="player", seconds=3)
    for channel in Channel.AGENT, Channel.CALLER:
        late = heard.lateness_ms(channel)
        assert len(late) > 2.9 * SAMPLE_RATE_HZ
        assert 0 <= late.min() <= late.max() <= 45
        assert np.ptp(late) < 1.1  # the values are whole milliseconds
    assert heard.events == []


def test_a_side_without_a_device_is_silent() -> None:
    heard = hear(Room([HEADSET]), microphone="headset", seconds=1)
    assert not any(heard.pcm[Channel.CALLER])
    assert len(heard.pcm[Channel.CALLER]) == len(heard.pcm[Channel.AGENT])


def spans(longest_s: float) -> st.SearchStrategy[list[Span]]:
    """A few stretches of a call of ten seconds."""
    span = st.tuples(st.floats(0, 9), st.floats(0.01, longest_s))
    return st.lists(span.map(lambda it: at(it[0], it[0] + it[1])), max_size=2)


@st.composite
def cards(draw: Callable[..., object], name: str) -> Card:
    """A card to which anything may happen."""
    return Card(
        name,
        draw(st.sampled_from(DeviceKind)),  # type: ignore[arg-type]
        idles=draw(st.booleans()),  # type: ignore[arg-type]
        block_s=draw(st.sampled_from([0.005, 0.01, 0.02, 0.05])),  # type: ignore[arg-type]
        stalls=draw(spans(4)),  # type: ignore[arg-type]
        overflows=draw(spans(1)),  # type: ignore[arg-type]
        quiet=draw(spans(4)),  # type: ignore[arg-type]
        away=draw(spans(4)),  # type: ignore[arg-type]
        muted=draw(spans(4)),  # type: ignore[arg-type]
    )


@settings(max_examples=60)
@given(microphone=cards("microphone"), caller=cards("caller"), oversleeps_s=st.floats(0.0001, 0.03))
def test_both_channels_get_the_samples_of_the_clock_whatever_devices_do(
    microphone: Card, caller: Card, oversleeps_s: float
) -> None:
    room = Room([microphone, caller], oversleeps_s=oversleeps_s)
    heard = hear(room, microphone="microphone", caller="caller", seconds=10.24)
    assert {len(pcm) for pcm in heard.pcm.values()} == {round(10.24 * SAMPLE_RATE_HZ) * SAMPLE_BYTES}
    assert room.now_s == pytest.approx(BEGIN_S + 10.24, abs=STALL_S + 0.5)
    assert sorted(room.closed) == sorted(room.opened)
    for channel in Channel.AGENT, Channel.CALLER:
        gaps = heard.gaps(channel)
        ends = [moment for gap in gaps for moment in (gap.start_s, gap.end_s)]
        assert ends == sorted(ends)
        assert all(0 <= gap.start_s < gap.end_s <= 10.3 for gap in gaps)
        late = heard.lateness_ms(channel)
        assert not len(late) or np.median(np.abs(late)) < 100


def test_late_audio_is_waited_for() -> None:
    stall = at(1.0, 1.0 + STALL_S - 0.1)
    heard = hear(Room([HEADSET, Card("player", stalls=[stall])]), microphone="headset", caller="player", seconds=3)
    assert heard.events == []
    assert heard.share_of_silence(Channel.CALLER, 0.1, 3.0) == 0.0


def test_chunks_come_in_steps_while_late_audio_is_made_up_for() -> None:
    sizes: set[int] = set()
    card = Card("player", stalls=[at(1.0, 1.9)])
    hear(Room([card]), caller="player", seconds=3, seen=lambda chunk: sizes.add(len(chunk.pcm)))
    assert max(sizes) <= 3 * 512 * SAMPLE_BYTES


def only_gap(card: Card, *, seconds: float = 8.0) -> AudioGap:
    """The one gap of the caller's channel; the agent's has none, and both stand where they should at the end."""
    heard = hear(Room([HEADSET, card]), microphone="headset", caller=card.name, seconds=seconds)
    assert heard.gaps(Channel.AGENT) == []
    assert abs(heard.lateness_ms(Channel.CALLER)[-1] - heard.lateness_ms(Channel.AGENT)[-1]) < 45
    (gap,) = heard.gaps(Channel.CALLER)
    assert heard.share_of_silence(Channel.CALLER, gap.start_s, gap.end_s) > 0.98
    assert heard.share_of_silence(Channel.CALLER, gap.end_s, seconds - 0.1) == 0.0
    return gap


def test_a_stall_becomes_a_gap_of_its_length() -> None:
    gap = only_gap(Card("player", stalls=[at(2.0, 4.0)]))
    assert (gap.start_s, gap.end_s) == pytest.approx((2.0, 4.0), abs=0.06)


def test_an_overflow_becomes_a_gap_where_the_audio_is_missing() -> None:
    gap = only_gap(Card("player", overflows=[at(2.0, 2.5)]))
    assert (gap.start_s, gap.end_s) == pytest.approx((2.0, 2.5), abs=0.06)


def test_an_unplugged_device_is_a_gap_until_it_is_back_and_both_are_told() -> None:
    card = Card("player", away=[at(2.0, 4.2)])
    gap = only_gap(card)
    assert gap.start_s == pytest.approx(2.0, abs=0.06)
    assert 4.2 < gap.end_s < 4.2 + 0.6
    room = Room([HEADSET, card])
    heard = hear(room, microphone="headset", caller="player", seconds=8)
    lost, back = (event for event in heard.events if isinstance(event, Health))
    assert (lost.code, back.code) == (HealthCode.DEVICE_LOST, HealthCode.DEVICE_BACK)
    assert "player is gone" in lost.advice
    assert "player is back" in back.advice
    assert lost.at_s == pytest.approx(2.0, abs=0.06)
    assert back.at_s == pytest.approx(gap.end_s, abs=0.06)
    assert room.opened == ["headset", "player", "player"]
    assert sorted(room.closed) == ["headset", "player", "player"]


def test_a_device_that_comes_only_later_is_a_gap_from_the_beginning() -> None:
    gap = only_gap(Card("player", away=[at(-1.0, 1.1)]))
    assert gap.start_s == 0.0
    assert 1.1 < gap.end_s < 1.7


def test_a_device_that_never_returns_is_a_gap_to_the_end_and_told_once() -> None:
    heard = hear(Room([Card("player", away=[at(2.0, 99.0)])]), caller="player", seconds=6.4)
    (gap,) = heard.gaps(Channel.CALLER)
    assert gap.end_s == pytest.approx(6.4, abs=0.001)
    assert heard.health == [HealthCode.DEVICE_LOST]


def test_a_device_that_says_nothing_any_more_is_opened_anew_until_it_speaks_and_told_once() -> None:
    room = Room([Card("player", stalls=[at(2.0, 9.5)])])
    heard = hear(room, caller="player", seconds=12)
    assert heard.health == [HealthCode.DEVICE_LOST, HealthCode.DEVICE_BACK]
    assert len(room.opened) > 7.5 / (LOST_S + 0.5)
    (gap,) = heard.gaps(Channel.CALLER)
    assert (gap.start_s, gap.end_s) == pytest.approx((2.0, 9.5), abs=0.06)


def test_a_device_that_takes_its_time_to_start_is_silent_and_no_gap() -> None:
    heard = hear(Room([Card("player", stalls=[at(0.0, 2.0)])]), caller="player", seconds=4)
    assert heard.events == []
    assert heard.share_of_silence(Channel.CALLER, 2.1, 3.9) == 0.0


def test_a_device_that_idles_is_silence_and_no_gap() -> None:
    loopback = Card("player", DeviceKind.PLAYBACK, idles=True, quiet=[at(0.0, 1.0), at(2.0, 60.0)])
    heard = hear(Room([HEADSET, loopback]), microphone="headset", caller="player", seconds=65)
    assert heard.events == []
    assert heard.share_of_silence(Channel.CALLER, 1.1, 1.9) == 0.0
    assert heard.share_of_silence(Channel.CALLER, 2.1, 59.9) == 1.0
    assert heard.share_of_silence(Channel.CALLER, 60.1, 64.9) == 0.0
    assert np.abs(heard.lateness_ms(Channel.CALLER)).max() < 50


def test_an_application_that_was_not_there_has_said_nothing() -> None:
    softphone = Card("softphone", DeviceKind.APPLICATION, idles=True, away=[at(-1.0, 2.0)])
    heard = hear(Room([softphone]), caller="softphone", seconds=4)
    assert heard.health == [HealthCode.DEVICE_LOST, HealthCode.DEVICE_BACK]
    assert heard.gaps(Channel.CALLER) == []


@pytest.mark.parametrize("minutes", [10, pytest.param(60, marks=pytest.mark.long)])
def test_cards_whose_clocks_are_200_ppm_off_stay_in_step(minutes: int) -> None:
    apart: list[float] = []
    agent = 0

    def look(chunk: AudioChunk) -> None:
        nonlocal agent
        value = int.from_bytes(chunk.pcm[:SAMPLE_BYTES], "little")
        if chunk.channel is Channel.AGENT:
            agent = value
        elif agent and value:  # zero is silence put in
            apart.append(abs((value - agent + WRAP / 2) % WRAP - WRAP / 2))

    fast, slow = Card("headset", block_s=0.04, ppm=200), Card("player", block_s=0.04, ppm=-200)
    heard = hear(Room([fast, slow]), microphone="headset", caller="player", seconds=60 * minutes, seen=look)
    assert len(apart) > 1600 * minutes
    assert max(apart) < 50
    assert heard.events == []


def test_a_clock_that_is_off_is_set_right_in_a_quiet_moment() -> None:
    room = Room([Card("player", ppm=2000, is_silent=True)])
    heard = hear(room, caller="player", seconds=30)
    assert heard.events == []
    assert len(heard.pcm[Channel.CALLER]) == len(heard.pcm[Channel.AGENT])


def test_a_muted_microphone_is_told_and_not_heard() -> None:
    card = Card("headset", muted=[at(2.0, 4.0)])
    heard = hear(Room([card, PLAYER]), microphone="headset", caller="player", seconds=6)
    muted, opened = (event for event in heard.events if isinstance(event, LineChanged))
    assert (muted.channel, muted.state, muted.detected) == (Channel.AGENT, LineState.MUTED, True)
    assert (opened.state, opened.detected) == (LineState.OPEN, True)
    assert 2.0 <= muted.at_s < 2.6
    assert 4.0 <= opened.at_s < 4.6
    assert heard.share_of_silence(Channel.AGENT, muted.at_s, opened.at_s) == 1.0
    assert heard.share_of_silence(Channel.AGENT, opened.at_s, 5.9) == 0.0
    assert heard.share_of_silence(Channel.CALLER, 0.1, 5.9) == 0.0


def test_one_device_for_both_sides_is_told() -> None:
    heard = hear(Room([HEADSET]), microphone="headset", caller="headset", seconds=1)
    assert heard.health == [HealthCode.ONE_DEVICE]


def test_stopping_ends_the_call_at_once_and_closes_the_devices() -> None:
    room = Room([HEADSET, PLAYER])
    lines = LiveLines(room, microphone="room:headset", caller="room:player")
    ended = threading.Event()

    def listen() -> None:
        for _ in lines.chunks():
            pass
        ended.set()

    thread = threading.Thread(target=listen)
    thread.start()
    lines.stop()
    assert ended.wait(2.0)
    thread.join()
    assert sorted(room.closed) == ["headset", "player"]


def test_a_call_that_is_left_closes_its_devices() -> None:
    room = Room([HEADSET])
    chunks = LiveLines(
        room, microphone="room:headset", caller=None, clock=room.clock, wait=room.wait, beside=lambda work: work()
    ).chunks()
    next(chunks)
    chunks.close()
    assert room.closed == ["headset"]


def test_a_call_is_named_after_its_devices_before_and_after_they_open() -> None:
    room = Room([HEADSET, PLAYER])
    names = {"room:headset": "Headset", "room:player": "Player"}
    lines = LiveLines(room, microphone="room:headset", caller="room:player", names=names)
    assert lines.name == "Headset + Player"

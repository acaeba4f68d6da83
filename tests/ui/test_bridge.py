import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.desk import DeskState
from app.core.events import CallEnded, Channel, Event, Health, HealthCode
from app.core.state import CallState
from app.ui.bridge import CallBridge, coalesced
from tests.ui.calls import over, said, saying, started, trouble, whole_call


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[CallBridge]:  # noqa: ARG001 - a timer needs the application
    made = CallBridge()
    yield made
    made.close()


def shown_partials(state: CallState) -> list[str]:
    return [partial.stable for partial in state.partials]


def health(lag_s: float) -> Health:
    return Health(code=HealthCode.BEHIND, advice="", lag_s=lag_s, at_s=0)


def test_events_posted_from_another_thread_arrive_in_order(bridge: CallBridge, qtbot: QtBot) -> None:
    events: list[Event] = [
        started(),
        *(said(n, f"turn {n}", 3 * n) for n in range(1, 301)),
        CallEnded(at_s=900, duration_s=900),
    ]

    def post_all() -> None:
        for event in events:
            bridge.post(event)

    caller = threading.Thread(target=post_all)
    caller.start()
    caller.join()
    qtbot.waitUntil(lambda: bridge.state.ended is not None)
    assert [turn.number for turn in bridge.state.turns] == list(range(1, 301))


def test_one_drain_gives_one_change_however_many_events(bridge: CallBridge) -> None:
    states: list[CallState] = []
    bridge.on_change(states.append)
    for event in whole_call():
        bridge.post(event)
    bridge.drain()
    assert states == [bridge.state]


def test_a_drain_without_events_changes_nothing(bridge: CallBridge) -> None:
    states: list[CallState] = []
    bridge.on_change(states.append)
    bridge.drain()
    assert states == []


def test_only_the_latest_partial_of_each_channel_and_the_latest_health_are_folded() -> None:
    other = saying(1, "hello", channel=Channel.AGENT)
    events: list[Event] = [saying(1, "a"), health(7), other, saying(1, "a b"), health(8), saying(1, "a b c")]
    assert coalesced(events) == [other, health(8), saying(1, "a b c")]


def test_health_on_another_trouble_replaces_nothing() -> None:
    echo, behind, gone = trouble(HealthCode.ECHO), trouble(HealthCode.BEHIND), over(HealthCode.ECHO)
    assert coalesced([echo, behind]) == [echo, behind]
    assert coalesced([echo, behind, gone]) == [behind, gone]


def test_other_events_keep_their_order_around_what_is_left_out() -> None:
    events: list[Event] = [started(), saying(1, "a"), said(1, "a b"), saying(2, "c"), said(2, "c d", 5), saying(3, "e")]
    assert coalesced(events) == [started(), said(1, "a b"), said(2, "c d", 5), saying(3, "e")]


def test_a_new_call_in_the_same_drain_keeps_the_partials_of_both() -> None:
    events: list[Event] = [saying(1, "old"), started("call-2"), saying(1, "new")]
    assert coalesced(events) == events


def test_a_partial_that_comes_after_its_final_never_comes_back(bridge: CallBridge) -> None:
    bridge.post(said(1, "a b c"))
    bridge.post(saying(1, "a b"))
    bridge.drain()
    assert shown_partials(bridge.state) == []
    bridge.post(saying(1, "a b"))
    bridge.drain()
    assert shown_partials(bridge.state) == []


def test_a_partial_that_comes_after_its_empty_final_never_comes_back(bridge: CallBridge) -> None:
    bridge.post(said(1, ""))
    bridge.drain()
    bridge.post(saying(1, "a b"))
    bridge.drain()
    assert shown_partials(bridge.state) == []


def test_a_late_partial_does_not_push_out_the_newer_one(bridge: CallBridge) -> None:
    bridge.post(saying(2, "newer"))
    bridge.post(said(1, "first"))
    bridge.post(saying(1, "older"))
    bridge.drain()
    assert shown_partials(bridge.state) == ["newer"]


def test_an_earlier_guess_at_the_same_words_does_not_replace_a_later_one(bridge: CallBridge) -> None:
    bridge.post(saying(1, "a b c", end_s=3))
    bridge.post(saying(1, "a", end_s=1))
    bridge.drain()
    assert shown_partials(bridge.state) == ["a b c"]


def test_a_partial_after_the_end_of_the_call_is_dropped(bridge: CallBridge) -> None:
    bridge.post(started())
    bridge.post(CallEnded(at_s=9, duration_s=9))
    bridge.post(saying(4, "late"))
    bridge.drain()
    assert shown_partials(bridge.state) == []


def test_the_next_call_counts_its_utterances_from_the_start_again(bridge: CallBridge) -> None:
    for event in whole_call():
        bridge.post(event)
    bridge.post(started("call-2"))
    bridge.post(saying(1, "hello"))
    bridge.drain()
    assert shown_partials(bridge.state) == ["hello"]


def test_a_call_that_is_cleared_leaves_nothing_to_the_next_one(bridge: CallBridge) -> None:
    bridge.post(started())
    bridge.drain()
    bridge.post(said(1, "still waiting"))
    bridge.clear()
    bridge.drain()
    assert bridge.state == CallState()
    bridge.clear()
    bridge.post(started())
    bridge.post(saying(1, "my", 2.0))
    bridge.drain()
    assert (bridge.state.turns, shown_partials(bridge.state)) == ((), ["my"])


def test_the_newest_state_of_the_desk_is_shown(bridge: CallBridge) -> None:
    seen: list[DeskState] = []
    bridge.on_desk(seen.append)
    ready = DeskState().loaded()
    for state in (DeskState().tells("Hello."), ready):
        bridge.show_desk(state)
    bridge.drain()
    bridge.drain()
    assert (seen, bridge.desk) == ([ready], ready)


def test_a_closed_bridge_drains_no_more(bridge: CallBridge, qtbot: QtBot) -> None:
    bridge.close()
    bridge.post(started())
    with qtbot.assertNotEmitted(bridge.changed, wait=100):
        pass

"""The life of calls: one after the other, none waiting for the last words of another."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.core.consent import Begin, Capture
from app.core.desk import DeskPhase, DeskState, Offer
from app.core.errors import AudioError, CalmlineError, InputError, PipeError, StoreError
from app.core.events import CallEnded, CallStarted, Channel, Event, LineChanged, LineState, Mark, Marked
from app.core.offers import SILENCE_S
from app.core.ports import FRAME_BYTES, FRAME_S, AudioSource, CallStore, Frame
from app.runtime.calls import Calls
from app.runtime.controls import CallControls
from app.runtime.keeper import Keeper
from app.runtime.one_call import Ties, Ways
from app.runtime.perform import Emit
from app.runtime.session import CallSession
from app.runtime.told import VERBS
from tests.adapters.sealed import KEY
from tests.conditions import LONG_S, until
from tests.core.calls import said, started
from tests.runtime.scripted import ScriptedCall

SOURCE = ScriptedCall((), 0.0)


@dataclass
class Slow:
    """A runner whose call goes on until it is stopped, and whose last words come when they are let go."""

    emit: Emit = lambda _: None
    stopping: threading.Event = field(default_factory=threading.Event)
    written: threading.Event = field(default_factory=threading.Event)
    marks: list[Mark] = field(default_factory=list)

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:
        """Hear nothing, and say one thing at the end."""
        assert source.channels
        self.emit = emit
        emit(call)
        assert self.stopping.wait(LONG_S)
        assert self.written.wait(LONG_S)
        emit(said(Channel.CALLER, 0.0, 1.0, f"The last words of {call.call_id}."))
        emit(CallEnded(at_s=1.0, duration_s=1.0))

    def stop(self) -> None:
        """End it."""
        self.stopping.set()

    def set_line(self, channel: Channel, state: LineState) -> None:
        """At once."""
        self.emit(LineChanged(channel=channel, state=state, detected=False, at_s=0.5))

    def pause(self) -> None:
        """Both at once."""
        for channel in (Channel.AGENT, Channel.CALLER):
            self.set_line(channel, LineState.PAUSED)

    def resume(self) -> None:
        """Both at once."""
        for channel in (Channel.AGENT, Channel.CALLER):
            self.set_line(channel, LineState.OPEN)

    def set_scored(self, *, scored: bool) -> None:
        """At once."""
        self.set_line(Channel.CALLER, LineState.OPEN if scored else LineState.UNSCORED)

    def mark(self, mark: Mark) -> None:
        """At once."""
        self.marks.append(mark)
        self.emit(Marked(kind=mark, at_s=0.5))


class Room:
    """Calls on slow runners, with all that is seen of them."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.seen: list[Event | None] = []
        self.states: list[DeskState] = []
        self.runners: dict[str, Slow] = {}
        self.ties: dict[str, Ties] = {}
        self.opening = threading.Event()
        self.opening.set()
        self.error: CalmlineError | None = None
        self.begin_with = Begin.LISTENING
        self.opened_by_hand: list[str] = []
        self.discarded: list[Capture] = []
        self.open_store: Callable[[], CallStore] = lambda: SqlCallStore(file, KEY)
        SqlCallStore(file, KEY).close()
        self.keeper = Keeper(self.opened)
        self.keeper._resting.set()
        self.keeper.start()
        self.calls = Calls(
            ways=Ways(live=self.prepare, by_hand=self.by_hand, begin=lambda: self.begin_with),
            keeper=self.keeper,
            view=self.seen.append,
            clear=lambda: self.seen.append(None),
            show=self.states.append,
        )
        self.calls.change(lambda state: state.loaded())

    def opened(self) -> CallStore:
        return self.open_store()

    @property
    def phase(self) -> str:
        return self.calls.state.phase.value

    def by_hand(self, ties: Ties) -> CallSession:
        """The same, of which nothing is heard."""
        self.opened_by_hand.append(ties.call_id)
        session = self.prepare(ties)
        return replace(session, call=replace(session.call, capture=Capture.NONE))

    def prepare(self, ties: Ties) -> CallSession:
        assert self.opening.wait(LONG_S)
        if self.error is not None:
            raise self.error
        runner = self.runners[ties.call_id] = Slow()
        self.ties[ties.call_id] = ties
        call = replace(started(ties.call_id))
        return CallSession(
            runner=runner,
            source=SOURCE,
            call=call,
            listeners=[ties.view],
            keepers=[lambda document: ties.keep(document, lambda: self.discarded.append(document.call.capture))],
        )

    def begin(self, call_id: str) -> Slow:
        self.calls.tell("start", call_id)
        return self.runners[call_id]

    def stored(self, call_id: str) -> Capture:
        store = SqlCallStore(self.file, KEY)
        try:
            return store.load(call_id).call.capture
        finally:
            store.close()

    def ids(self) -> list[str]:
        store = SqlCallStore(self.file, KEY)
        try:
            return sorted(row.call_id for row in store.rows())
        finally:
            store.close()

    def close(self) -> None:
        for runner in self.runners.values():
            runner.written.set()
        self.opening.set()
        self.calls.close(LONG_S)
        self.keeper.stop()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "calls.sqlite3")
    yield made
    made.close()


def test_a_new_call_begins_while_the_last_words_of_the_one_before_are_still_written(room: Room) -> None:
    one = room.begin("one")
    room.begin("two")
    assert one.stopping.is_set()
    assert (room.calls.state.phase, room.calls.state.call_id) == (DeskPhase.LISTENING, "two")
    one.written.set()
    until(lambda: room.ids() == ["one"])
    after = room.seen[room.seen.index(None, 1) :]
    assert [type(event) for event in after] == [type(None), CallStarted]
    room.runners["two"].written.set()
    assert room.calls.finish(LONG_S)
    assert room.ids() == ["one", "two"]
    store = SqlCallStore(room.file, KEY)
    assert [store.load(name).turns[0].text for name in ("one", "two")] == [
        "The last words of one.", "The last words of two.",
    ]  # fmt: skip
    store.close()


def test_a_call_is_not_begun_under_the_name_of_one_that_is_still_being_stored(room: Room) -> None:
    one = room.begin("one")
    assert room.calls.tell("start", "one") == "A call is running."
    assert not one.stopping.is_set()
    room.calls.tell("end", None)
    with pytest.raises(InputError, match="still being stored"):
        room.calls.tell("start", "one")
    assert room.phase == DeskPhase.ENDED


def test_verbs_reach_the_running_call_and_none_reaches_an_ended_one(room: Room) -> None:
    room.begin("one")
    room.calls.tell("hold", "one")
    assert room.phase == DeskPhase.HOLD
    with pytest.raises(PipeError, match="not two"):
        room.calls.tell("pause", "two")
    room.calls.tell("pause", None)
    assert room.phase == DeskPhase.PAUSED
    room.calls.tell("end", None)
    with pytest.raises(PipeError, match="No call is running"):
        room.calls.tell("hold", None)


def test_what_is_told_before_the_devices_are_open_is_done_then(room: Room) -> None:
    room.opening.clear()
    room.calls.start("one")
    assert room.phase == DeskPhase.LOADING
    room.calls.tell("end", None)
    assert room.phase == DeskPhase.READY
    room.opening.set()
    assert room.calls.finish(LONG_S)
    assert "one" in room.runners
    assert room.ids() == []


def test_answer_starts_a_call_where_none_is_running_and_changes_nothing_else(room: Room) -> None:
    assert room.calls.tell("answer", "one") == "Listening to the new call."
    assert room.calls.tell("answer", "two") == "A call is running."
    assert room.calls.state.call_id == "one"


def test_answer_ends_a_practice_call_for_the_real_one(room: Room) -> None:
    room.calls.start("practice", room.prepare)
    assert room.calls.tell("answer", "real") == "Listening to the new call."
    assert room.calls.state.call_id == "real"


def test_a_call_that_cannot_begin_says_why_and_leaves_the_desk_ready(room: Room) -> None:
    room.error = AudioError("There is no device to hear.", "Connect one.")
    with pytest.raises(AudioError, match="no device"):
        room.calls.tell("start", None)
    until(lambda: room.phase == DeskPhase.READY)
    room.error = None
    room.begin("two")
    assert room.phase == DeskPhase.LISTENING


def test_an_earlier_call_that_cannot_be_stored_is_told_beside_the_new_one(room: Room) -> None:
    def away() -> CallStore:
        raise StoreError("The disk is full.", "Free some space.")

    room.open_store = away
    one = room.begin("one")
    room.begin("two")
    one.written.set()
    until(lambda: room.calls.state.notices)
    assert room.calls.state.notices == ("An earlier call is not stored. The disk is full. Free some space.",)
    assert room.phase == DeskPhase.LISTENING


def hear(room: Room, from_s: float, to_s: float, speech: float, *, music: bool = False) -> None:
    for index in range(round(from_s / FRAME_S), round(to_s / FRAME_S)):
        for channel in (Channel.AGENT, Channel.CALLER):
            frame = Frame(channel=channel, index=index, pcm=bytes(FRAME_BYTES), speech=speech, music=music)
            room.ties["one"].watch(frame)


def test_a_silence_offers_the_end_and_a_hold_does_not(room: Room) -> None:
    room.begin("one")
    hear(room, 0, SILENCE_S + 1, 0.0)
    assert room.calls.state.offer is Offer.END
    room.calls.tell("hold", None)
    hear(room, 30, 60, 0.0)
    assert room.calls.state.offer is None
    room.calls.tell("resume", None)
    hear(room, 60, 90, 0.0, music=True)
    assert room.calls.state.offer is None


def test_an_offer_is_declined_and_accepted_at_the_window(room: Room) -> None:
    declined: list[str] = []
    controls = CallControls(room.calls, lambda: declined.append("start"))
    room.calls.change(lambda state: state.offers(Offer.START))
    controls.do("decline")
    assert (declined, room.calls.state.offer) == (["start"], None)
    room.begin("one")
    hear(room, 0, SILENCE_S + 1, 0.0)
    controls.do("decline")
    hear(room, SILENCE_S + 1, 50, 0.0)
    assert room.calls.state.offer is None
    hear(room, 50, 51, 0.9)
    hear(room, 51, 51 + SILENCE_S + 1, 0.0)
    controls.do("accept")
    assert room.phase == DeskPhase.ENDED


def test_controls_that_do_not_fit_the_moment_do_nothing(room: Room) -> None:
    controls = CallControls(room.calls, lambda: None)
    before = room.calls.state
    for verb in (
        *(set(VERBS) - {"start", "start-without-listening", "answer", "told"}),
        "accept",
        "decline",
        "settings",
    ):
        controls.do(verb)
    assert room.calls.state == before


def test_an_ended_call_is_put_away_and_stored_all_the_same(room: Room) -> None:
    controls = CallControls(room.calls, lambda: None)
    one = room.begin("one")
    controls.do("end")
    controls.do("clear")
    assert (room.calls.state.phase, room.seen[-1]) == (DeskPhase.READY, None)
    one.written.set()
    assert room.calls.finish(LONG_S)
    assert (room.ids(), room.seen[-1]) == (["one"], None)


def test_a_desk_that_closes_finishes_its_calls_and_begins_no_more(room: Room) -> None:
    one = room.begin("one")
    one.written.set()
    room.calls.close(LONG_S)
    assert room.ids() == ["one"]
    with pytest.raises(PipeError, match="closing"):
        room.calls.tell("start", None)


def test_a_tick_before_the_call_is_told_to_the_next_call_and_one_in_it_at_once(room: Room) -> None:
    controls = CallControls(room.calls, lambda: None)
    controls.do("told")
    assert room.calls.state.is_told
    assert room.begin("one").marks == [Mark.TOLD]
    two = room.begin("two")
    assert two.marks == []
    controls.do("told")
    assert two.marks == [Mark.TOLD]


def test_a_tick_before_a_practice_call_waits_for_the_live_call_after_it(room: Room) -> None:
    CallControls(room.calls, lambda: None).do("told")
    room.calls.start("practice", room.prepare)
    until(lambda: "practice" in room.runners)
    assert room.begin("live").marks == [Mark.TOLD]
    assert room.runners["practice"].marks == []
    assert not room.calls.state.is_told


def asking(room: Room, call_id: str = "one") -> CallControls:
    """A desk on which callers have to be told first, with a call that has begun so."""
    room.begin_with = Begin.ASKING
    room.calls.start(call_id)
    return CallControls(room.calls, lambda: None)


def test_where_the_caller_has_to_be_told_first_nothing_is_opened_before(room: Room) -> None:
    controls = asking(room)
    assert (room.phase, room.calls.state.call_id, room.runners) == (DeskPhase.ASKING, "one", {})
    controls.do("told")
    until(lambda: room.phase == DeskPhase.LISTENING)
    assert room.runners["one"].marks == [Mark.TOLD]


def test_a_caller_who_was_told_before_the_call_is_not_asked_again(room: Room) -> None:
    CallControls(room.calls, lambda: None).do("told")
    asking(room)
    until(lambda: room.phase == DeskPhase.LISTENING)
    assert room.runners["one"].marks == [Mark.TOLD]


def test_a_caller_who_says_no_is_not_listened_to(room: Room) -> None:
    asking(room).do("refused")
    until(lambda: room.phase == DeskPhase.BY_HAND)
    assert room.runners["one"].marks == [Mark.REFUSED]
    assert room.opened_by_hand == ["one"]


def test_a_caller_who_says_no_while_listened_to_is_heard_no_longer_and_none_of_it_is_kept(room: Room) -> None:
    room.calls.tell("start", "one", "customer 17")
    heard = room.runners["one"]
    assert room.calls.tell("refused", "one") == VERBS["refused"].done
    until(lambda: room.phase == DeskPhase.BY_HAND)
    by_hand = room.runners["one"]
    assert heard.stopping.is_set()
    assert (heard.marks, by_hand.marks) == ([], [Mark.REFUSED])
    assert (room.calls.state.call_id, room.ties["one"].reference) == ("one", "customer 17")
    heard.written.set()
    by_hand.written.set()
    room.calls.tell("end", "one")
    assert room.calls.finish(LONG_S)
    until(lambda: len(room.discarded) == 2)
    assert set(room.discarded) == {Capture.SOUND, Capture.NONE}
    assert room.stored("one") is Capture.NONE


def test_a_caller_can_say_no_once_and_not_in_practice(room: Room) -> None:
    room.calls.start("lesson", room.prepare)
    with pytest.raises(PipeError, match="listened to"):
        room.calls.tell("refused", None)
    room.begin("one")
    room.calls.tell("refused", None)
    until(lambda: room.phase == DeskPhase.BY_HAND)
    with pytest.raises(PipeError, match="No call is listened to"):
        room.calls.refuse()
    assert room.opened_by_hand == ["one"]


def test_a_call_that_waits_can_be_left_and_leaves_nothing_behind(room: Room) -> None:
    controls = asking(room)
    controls.do("end")
    assert (room.phase, room.calls.state.call_id) == (DeskPhase.READY, None)
    assert room.calls.finish(LONG_S)
    assert (room.ids(), room.runners) == ([], {})
    room.begin_with = Begin.LISTENING
    assert room.begin("one").marks == []


def test_a_start_key_while_a_call_waits_changes_nothing(room: Room) -> None:
    asking(room).do("start")
    assert (room.phase, room.calls.state.call_id) == (DeskPhase.ASKING, "one")


def test_a_start_from_outside_says_that_the_caller_is_to_be_told(room: Room) -> None:
    room.begin_with = Begin.ASKING
    assert "tell the caller first" in room.calls.tell("start", "one")
    with pytest.raises(PipeError, match="not two"):
        room.calls.tell("told", "two")
    assert room.calls.tell("told", "one") == VERBS["told"].done
    until(lambda: room.phase == DeskPhase.LISTENING)


def test_a_call_without_listening_is_told_moods_and_steps(room: Room) -> None:
    assert room.calls.tell("start-without-listening", "one") == VERBS["start-without-listening"].done
    assert (room.phase, room.opened_by_hand) == (DeskPhase.BY_HAND, ["one"])
    room.calls.tell("mood-hot", None)
    room.calls.tell("step-ask", "one")
    assert room.runners["one"].marks == [Mark.HOT, Mark.ASK]


def test_a_call_that_is_listened_to_takes_nothing_by_hand(room: Room) -> None:
    one = room.begin("one")
    for verb in ("mood-hot", "step-ask"):
        with pytest.raises(PipeError, match="listened to"):
            room.calls.tell(verb, None)
    assert one.marks == []


def test_every_call_goes_by_hand_where_that_is_set(room: Room) -> None:
    room.begin_with = Begin.BY_HAND
    room.calls.start("one")
    until(lambda: room.phase == DeskPhase.BY_HAND)
    assert room.opened_by_hand == ["one"]


def test_a_hold_of_a_call_by_hand_ends_where_it_began(room: Room) -> None:
    room.calls.tell("start-without-listening", "one")
    room.calls.tell("hold", None)
    assert room.phase == DeskPhase.HOLD
    room.runners["one"].set_line(Channel.CALLER, LineState.OPEN)
    assert room.phase == DeskPhase.BY_HAND


def test_a_call_is_filed_under_the_reference_that_it_is_given(room: Room) -> None:
    room.calls.tell("start", "one", "customer 17")
    assert room.ties["one"].reference == "customer 17"

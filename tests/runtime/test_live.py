"""A call in real time: partials while somebody speaks, finals never lost, and an end whatever happens."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from queue import SimpleQueue

import pytest

from app.compose import load_judges, speech_detectors
from app.core.events import (
    AngerPoint,
    CallEnded,
    CallStarted,
    Channel,
    Event,
    Health,
    HealthCode,
    TextFinal,
    TextPartial,
)
from app.core.ports import (
    FRAME_BYTES,
    SAMPLE_BYTES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioSource,
    TranscribeRequest,
    Transcript,
    Wait,
)
from app.runtime.ears import Ears
from app.runtime.live import LiveRunner, Paced, RequestBoard
from tests.adapters.engine import engine, piece
from tests.conditions import LONG_S, until
from tests.core.calls import started
from tests.runtime.broken import BrokenSource
from tests.runtime.scripted import (
    BOTH,
    FailingTranscriber,
    ScriptedCall,
    ScriptedTranscriber,
    Voice,
    assistant,
    inline,
    live,
    long_call,
)

A, C = Channel.AGENT, Channel.CALLER


def run(runner: LiveRunner, source: AudioSource) -> list[Event]:
    events: list[Event] = []
    runner.run(source, started(), events.append)
    return events


def finals(events: list[Event]) -> list[TextFinal]:
    return [event for event in events if isinstance(event, TextFinal)]


# --- the board of requests ---------------------------------------------------------------------------------------


def request(number: int, channel: Channel = C, *, final: bool = False, end_s: float = 1.0) -> TranscribeRequest:
    return TranscribeRequest(
        channel=channel, number=number, start_s=0.0, end_s=end_s, context=(), audio=b"", final=final
    )


def taken(board: RequestBoard, times: int, *, finals_first: bool = True) -> list[TranscribeRequest | None]:
    return [board.take(finals=finals_first) for _ in range(times)]


def test_the_newest_partial_replaces_the_one_that_waits() -> None:
    board = RequestBoard()
    old, new, other = request(1, end_s=1), request(1, end_s=1.5), request(1, A)
    for put in (old, other, new):
        board.put(put)
    assert taken(board, 2) == [new, other]


def test_finals_are_never_dropped_and_come_in_order() -> None:
    board = RequestBoard()
    asked = [request(number, final=True) for number in range(5)]
    for put in asked:
        board.put(put)
        board.put(request(put.number))
    assert taken(board, 5) == asked


def test_a_final_takes_the_waiting_partial_of_its_channel_with_it() -> None:
    board = RequestBoard()
    last, other = request(1, final=True), request(1, A)
    for put in (request(1), other, last):
        board.put(put)
    assert taken(board, 2) == [last, other]


def test_a_final_leaves_the_waiting_partial_of_the_next_utterance() -> None:
    board = RequestBoard()
    last, partial = request(1, final=True), request(2)
    for put in (partial, last):
        board.put(put)
    assert taken(board, 2) == [last, partial]


def test_a_worker_for_partials_leaves_the_finals_to_the_other() -> None:
    board = RequestBoard()
    last, partial = request(1, final=True), request(1, A)
    for put in (last, partial):
        board.put(put)
    assert taken(board, 1, finals_first=False) == [partial]
    assert taken(board, 1) == [last]


def test_a_worker_that_waits_is_woken_by_a_request_and_let_go_at_the_end() -> None:
    board = RequestBoard()
    found: SimpleQueue[TranscribeRequest | None] = SimpleQueue()

    def work() -> None:
        found.put(board.take(finals=True))
        found.put(board.take(finals=True))

    worker = threading.Thread(target=work)
    worker.start()
    board.put(request(7))
    assert found.get() == request(7)
    board.close()
    assert found.get() is None
    worker.join()


# --- a call ------------------------------------------------------------------------------------------------------


@dataclass
class Answering(ScriptedTranscriber):
    """Lets a source wait until so many partials have been answered."""

    partials: int = 0
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        transcript = super().transcribe(request)
        with self._changed:
            self.partials += not request.final
            self._changed.notify_all()
        return transcript

    def await_partials(self, wanted: int) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self.partials >= wanted)


@dataclass(frozen=True)
class Patient:
    """Speaks, and waits at each of `waits_s` until one more partial is answered.

    An answer that takes a second makes the next partial wait for one more.
    """

    call: ScriptedCall
    transcriber: Answering
    channels: tuple[Channel, ...] = BOTH
    name: str = "patient"
    waits_s: tuple[float, ...] = (2.2, 4.2)

    def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk]:
        heard_s = 0.0
        for chunk in self.call.chunks():
            yield chunk
            heard_s += self.call.chunk_s / len(self.channels)
            for partials, at_s in enumerate(self.waits_s, start=1):
                if at_s < heard_s < at_s + 0.2:
                    self.transcriber.await_partials(partials)


def test_words_are_shown_while_they_are_spoken_and_replaced_by_the_final() -> None:
    text = "I have been waiting for two weeks and nobody calls me back"
    call = ScriptedCall([Voice(C, 1.0, 8.0, text)], 11.0)
    transcriber = Answering(call.voices)
    events = run(live(transcriber), Patient(call, transcriber, waits_s=(2.2, 4.2, 7.0)))
    shown = [event for event in events if isinstance(event, TextPartial)]
    [final] = finals(events)
    assert len(shown) >= 3
    assert events.index(shown[-1]) < events.index(final)
    assert {(partial.number, partial.start_s) for partial in shown} == {(final.number, final.start_s)}
    assert shown[2].stable
    assert text.startswith(shown[2].stable)
    assert final.text == text


def test_words_raise_the_curve_while_they_are_spoken_and_the_final_settles_it() -> None:
    text = "I have been waiting for two weeks and nobody calls me back"
    call = ScriptedCall([Voice(C, 1.0, 8.0, text)], 11.0)
    transcriber = Answering(call.voices)
    events = run(live(transcriber), Patient(call, transcriber, waits_s=(2.2, 4.2, 7.0)))
    points = [event for event in events if isinstance(event, AngerPoint)]
    [final] = [point for point in points if point.number is not None and not point.provisional]
    early = [point for point in points if point.provisional]
    assert early
    assert {point.number for point in early} == {final.number}
    assert max(events.index(point) for point in early) < events.index(final)


def test_every_utterance_is_written_down_as_a_replay_would() -> None:
    source = long_call(turns=30)
    replayed: list[Event] = []
    inline(ScriptedTranscriber(source.voices)).run(source, started(), replayed.append)
    events = run(live(ScriptedTranscriber(source.voices)), source)
    assert finals(events) == finals(replayed)
    assert isinstance(events[0], CallStarted)
    assert isinstance(events[-1], CallEnded)


def test_a_failing_engine_is_told_and_the_call_goes_on() -> None:
    source = long_call(turns=6)
    transcriber = FailingTranscriber(source.voices, fails=lambda asked: asked.final and asked.number == 1)
    events = run(live(transcriber), source)
    failures = [event for event in events if isinstance(event, Health) and event.code is HealthCode.ENGINE_FAILED]
    assert 2 <= len(failures) <= 4  # on each channel the pause and, where its answer came in time, the end
    assert {failure.advice for failure in failures} == {"The speech engine failed. Restart Calmline."}
    assert [final.text for final in finals(events) if final.number == 1] == ["", ""]
    assert all(final.text for final in finals(events) if final.number > 1)
    assert isinstance(events[-1], CallEnded)


def test_a_failing_source_is_told_and_what_was_heard_is_written_down() -> None:
    events = run(live(ScriptedTranscriber([Voice(C, 0.5, 2.5, "Hello, is anybody there?")])), BrokenSource())
    assert [event.advice for event in events if isinstance(event, Health)] == ["The headset is gone. Plug it in again."]
    assert [final.text for final in finals(events)] == ["Hello, is anybody there?"]
    assert isinstance(events[-1], CallEnded)


@dataclass(frozen=True)
class Endless:
    """A caller who says the same again and again."""

    name: str = "endless"
    channels: tuple[Channel, ...] = BOTH
    voices: tuple[Voice, ...] = (Voice(C, 0.5, 2.5, "This is the third time."),)

    def chunks(self, _wait: Wait | None = None) -> Iterator[AudioChunk]:
        for _ in count():
            yield from ScriptedCall(self.voices, 4.0).chunks()


@dataclass
class Late(ScriptedTranscriber):
    """Answers nothing before it may."""

    may: threading.Event = field(default_factory=threading.Event)

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        self.may.wait(LONG_S)
        return super().transcribe(request)


@dataclass(frozen=True)
class Unhurried:
    """A call whose last chunk is not due before `has_come` holds, which needs `then` to be done."""

    call: ScriptedCall
    then: Callable[[], object]
    has_come: Callable[[], object]
    name: str = "unhurried"
    channels: tuple[Channel, ...] = BOTH

    def chunks(self, wait: Wait | None = None) -> Iterator[AudioChunk]:
        assert wait is not None
        *chunks, last = self.call.chunks()
        yield from chunks
        self.then()
        until(lambda: self.has_come() or wait(0.01))
        yield last


def test_what_is_written_while_the_next_chunk_is_awaited_is_shown_at_once() -> None:
    call = ScriptedCall([Voice(C, 0.5, 2.5, "This is the third time.")], 2.7)
    engine, told = Late(call.voices), list[Event]()
    source = Unhurried(call, engine.may.set, lambda: [one for one in told if isinstance(one, TextPartial)])
    live(engine).run(source, started(), told.append)
    assert not [event for event in told if isinstance(event, Health)]
    assert isinstance(told[-1], CallEnded)


def test_a_call_that_is_stopped_ends_early_and_its_end_is_the_last_event() -> None:
    source = Endless()
    runner = live(ScriptedTranscriber(source.voices))
    events: list[Event] = []

    def listen(event: Event) -> None:
        events.append(event)
        if isinstance(event, TextFinal):
            runner.stop()

    runner.run(source, started(), listen)
    assert isinstance(events[-1], CallEnded)
    assert sum(isinstance(event, CallEnded) for event in events) == 1
    assert finals(events)


def test_nothing_that_was_started_for_a_call_outlives_it() -> None:
    before = {*threading.enumerate()}
    source = long_call(turns=3)
    run(live(ScriptedTranscriber(source.voices)), source)
    assert {*threading.enumerate()} <= before


# --- pace --------------------------------------------------------------------------------------------------------


@dataclass
class VirtualTime:
    """A clock that goes on only while somebody sleeps or works."""

    now_s: float = 50.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now_s += seconds


def test_a_chunk_comes_when_its_last_sample_is_due() -> None:
    time = VirtualTime()
    paced = Paced(ScriptedCall([], 1.0, chunk_s=0.25), time.clock, time.sleep)
    came = [(chunk.channel, round(time.now_s - 50, 6)) for chunk in paced.chunks() if isinstance(chunk, AudioChunk)]
    assert came == [(channel, at_s) for at_s in (0.25, 0.5, 0.75, 1.0) for channel in (A, C)]
    assert (paced.name, paced.channels) == ("scripted", BOTH)


def test_a_pace_that_fell_behind_catches_up_without_waiting() -> None:
    time = VirtualTime()
    chunks = Paced(ScriptedCall([], 2.0, chunk_s=0.25), time.clock, time.sleep).chunks()
    next(chunks)
    time.now_s += 1.0
    before = len(time.slept)
    caught_up = [next(chunks) for _ in range(8)]
    assert len(time.slept) == before
    assert len(caught_up) == 8
    assert list(chunks)
    assert time.now_s == pytest.approx(52.0)


def test_the_last_chunk_is_due_after_its_own_length() -> None:
    time = VirtualTime()
    list(Paced(ScriptedCall([], 0.3, chunk_s=0.25), time.clock, time.sleep).chunks())
    assert time.now_s == pytest.approx(50.3)


def test_the_real_engine_writes_a_call_down_at_real_pace() -> None:
    engine()
    runner = LiveRunner(assistant(live=True), Ears(BOTH, speech_detectors()), engine(), load_judges())
    source = piece(4.2, 9.0)
    events = run(runner, Paced(source))
    said = " ".join(final.text for final in finals(events))
    assert "business days" in said
    assert "listening to me" in said
    assert [event for event in events if isinstance(event, TextPartial)]
    assert isinstance(events[-1], CallEnded)
    assert events[-1].duration_s == pytest.approx(4.8, abs=FRAME_BYTES / SAMPLE_BYTES / SAMPLE_RATE_HZ)

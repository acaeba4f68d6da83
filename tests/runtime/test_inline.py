"""A replay as fast as it goes: nothing but the audio decides what comes out."""

from typing import Any

import pytest

from app.compose import load_judges, speech_detectors
from app.core.document import CallDocument
from app.core.errors import AudioError, EngineError
from app.core.events import CallEnded, CallStarted, Channel, Event, TextFinal, TextPartial
from app.core.ports import AudioSource
from app.core.wire import document_to_json
from app.runtime.ears import Ears
from app.runtime.inline import InlineRunner
from app.runtime.session import CallSession
from tests.adapters.engine import engine, piece
from tests.core.calls import started
from tests.runtime.broken import BrokenSource
from tests.runtime.scripted import (
    BOTH,
    FailingTranscriber,
    ScrambledTranscriber,
    ScriptedTranscriber,
    assistant,
    inline,
    long_call,
)

SOME_TURNS = 24
"""Enough for every kind of turn, and for the caller to get hot."""


def replay(runner: InlineRunner, source: AudioSource) -> tuple[CallDocument, list[Event]]:
    events: list[Event] = []
    session = CallSession(runner=runner, source=source, call=started(), listeners=[events.append], keepers=[])
    return session.run(), events


def script(turns: int, chunk_s: float = 0.1, workers: int = 1) -> Any:
    source = long_call(turns, chunk_s)
    return document_to_json(replay(inline(ScriptedTranscriber(source.voices), workers=workers), source)[0])


@pytest.fixture(scope="module")
def plain() -> Any:
    """The document of some turns, heard in steps of 0.1 s by one worker."""
    return script(SOME_TURNS)


def test_a_long_call_has_everything_in_its_document() -> None:
    plain = script(60)
    assert len(plain["turns"]) >= 50
    assert {turn["speaker"] for turn in plain["turns"]} == {"agent", "caller"}
    assert {"hot", "falling"} <= {point["phase"] for point in plain["curve"]}
    assert len(plain["prompts"]) > 5
    assert {"apology", "excuse", "commitment", "interruption"} <= {move["move"] for move in plain["moves"]}
    assert "[card]" in " ".join(turn["text"] for turn in plain["turns"])
    assert "4111" not in str(plain)


@pytest.mark.parametrize(("chunk_s", "workers"), [(0.01, 2), (0.032, 1), (0.333, 3)])
def test_chunk_size_and_number_of_workers_change_nothing(plain: Any, chunk_s: float, workers: int) -> None:
    assert script(SOME_TURNS, chunk_s, workers) == plain


def test_the_order_in_which_threads_answer_changes_nothing(plain: Any) -> None:
    source = long_call(SOME_TURNS)
    count = len(plain["turns"])
    transcriber = ScrambledTranscriber(source.voices, expected=count)
    document, _ = replay(inline(transcriber, workers=2), source)
    ends = [request.end_s for request in transcriber.answered]
    assert ends != sorted(ends)
    assert document_to_json(document) == plain


def test_events_begin_with_the_start_end_with_the_end_and_have_finals_only() -> None:
    source = long_call(turns=6)
    _, events = replay(inline(ScriptedTranscriber(source.voices), workers=2), source)
    assert isinstance(events[0], CallStarted)
    assert isinstance(events[-1], CallEnded)
    assert events[-1].duration_s == pytest.approx(source.duration_s, abs=0.04)
    assert not [event for event in events if isinstance(event, TextPartial)]
    assert [event for event in events if isinstance(event, TextFinal)]


def test_a_call_that_is_stopped_keeps_what_was_heard() -> None:
    source = long_call()
    runner = inline(ScriptedTranscriber(source.voices))
    events: list[Event] = []

    def listen(event: Event) -> None:
        events.append(event)
        if isinstance(event, TextFinal):
            runner.stop()

    runner.run(source, started(), listen)
    assert isinstance(events[-1], CallEnded)
    assert events[-1].duration_s < source.duration_s / 2


def test_a_failing_engine_ends_the_replay_with_its_error() -> None:
    source = long_call(turns=6)
    with pytest.raises(EngineError):
        replay(inline(FailingTranscriber(source.voices), workers=2), source)


def test_a_failing_source_ends_the_replay_with_its_error() -> None:
    with pytest.raises(AudioError):
        replay(inline(ScriptedTranscriber([])), BrokenSource())


@pytest.fixture(scope="module")
def heard() -> Any:
    """The document of a piece of a real call, heard by the real engine."""
    return real(0.032, 2)


def real(chunk_s: float, workers: int) -> Any:
    source = piece(3.8, 14.2, chunk_s)
    ears = Ears(BOTH, speech_detectors())
    runner = InlineRunner(assistant(live=False), ears, engine(), load_judges(), workers=workers)
    return document_to_json(replay(runner, source)[0])


def test_the_real_engine_hears_both_sides(heard: Any) -> None:
    said = {side: " ".join(turn["text"] for turn in heard["turns"] if turn["speaker"] == side) for side in BOTH}
    assert "business days" in said[Channel.CALLER]
    assert "listening to me" in said[Channel.CALLER]
    assert "payments department" in said[Channel.AGENT]
    assert heard["summary"]["peak_level"] > 0.1


@pytest.mark.parametrize(("chunk_s", "workers"), [(0.01, 1), (0.333, 2)])
def test_with_the_real_engine_too_chunk_size_and_workers_change_nothing(
    heard: Any, chunk_s: float, workers: int
) -> None:
    assert real(chunk_s, workers) == heard

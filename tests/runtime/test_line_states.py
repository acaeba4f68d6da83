"""Mute, hold, music and announcements in both runners."""

import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from app.compose import load_judges
from app.core.events import CallEnded, Channel, Event, LineChanged, LineState, Mark, Marked, TextFinal
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk, SourceEvent, TranscribeRequest, Transcript, Wait
from app.core.wire import document_to_json
from app.runtime.ears import Ears
from app.runtime.inline import InlineRunner
from app.runtime.live import LiveRunner
from app.runtime.session import CallSession
from tests.core.calls import started
from tests.core.sounds import syllables
from tests.runtime.scripted import (
    BOTH,
    LoudnessDetector,
    ScriptedCall,
    ScriptedTranscriber,
    Voice,
    assistant,
    inline,
    live,
)

A, C = Channel.AGENT, Channel.CALLER
_STEP = 64
_MUSIC = 30_000


class PitchDetector:
    """Samples of one height are music."""

    def hear(self, pcm: bytes, speech: float) -> bool:  # noqa: ARG002 - a port's name
        """Whether music plays."""
        return array("h", pcm)[0] == _MUSIC


@dataclass(frozen=True)
class WaitingLine:
    """An announcement, music, the same announcement, and then a caller who says one sentence twice."""

    chunk_s: float = 0.1
    name: str = "waiting line"
    channels: tuple[Channel, ...] = BOTH

    def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk]:
        """Chunks of both channels."""
        caller = self._caller()
        step = round(self.chunk_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        for start in range(0, len(caller), step):
            pcm = caller[start : start + step]
            yield AudioChunk(channel=A, pcm=bytes(len(pcm)))
            yield AudioChunk(channel=C, pcm=pcm)

    def _caller(self) -> bytes:
        announcement = _sound(syllables(4, 5.0))
        music = _MUSIC.to_bytes(2, "little") * (6 * SAMPLE_RATE_HZ)
        parts = [announcement, music, announcement]
        parts += [_sound(syllables(9, 4.0, said_again=time)) for time in (0, 1)]
        return b"".join([_pause(1.0), *[piece for part in parts for piece in (part, _pause(1.5))], _pause(1.0)])


def _sound(power: Sequence[float]) -> bytes:
    """A voice of this power; even where it is faint it is no silence."""
    samples = array("h")
    for value in power:
        samples.extend([max(1, round(value**0.5 * 32767))] * _STEP)
    return samples.tobytes()


def _pause(seconds: float) -> bytes:
    return bytes(round(seconds * SAMPLE_RATE_HZ) * SAMPLE_BYTES)


@dataclass
class Furious:
    """Whatever is said is furious."""

    name: str = "furious"

    def transcribe(self, request: TranscribeRequest) -> Transcript:  # noqa: ARG002 - a port's name
        """Write down the request's audio."""
        return Transcript(text="This is ridiculous, are you even listening to me?", confidence=0.9)


def ears() -> Ears:
    return Ears(BOTH, LoudnessDetector, PitchDetector)


def waiting(chunk_s: float = 0.1, workers: int = 1) -> Any:
    runner = InlineRunner(assistant(live=False), ears(), Furious(), load_judges(), workers=workers)
    session = CallSession(runner=runner, source=WaitingLine(chunk_s), call=started(), listeners=[], keepers=[])
    return document_to_json(session.run())


@pytest.fixture(scope="module")
def plain() -> Any:
    return waiting()


def test_music_and_the_announcement_heard_again_are_not_scored_and_a_caller_who_repeats_a_sentence_is(
    plain: Any,
) -> None:
    assert [(turn["line"], turn["heat"] is None) for turn in plain["turns"]] == [
        ("open", False), ("announcement", True), ("open", False), ("open", False),
    ]  # fmt: skip
    states = [(change["state"], change["detected"]) for change in plain["lines"]]
    assert states == [("music", True), ("open", True), ("announcement", True), ("open", True)]


@pytest.mark.parametrize(("chunk_s", "workers"), [(0.01, 2), (0.333, 3)])
def test_neither_chunks_nor_workers_change_what_the_lines_carry(plain: Any, chunk_s: float, workers: int) -> None:
    assert waiting(chunk_s, workers) == plain


def test_at_the_speed_of_speech_the_same_is_written_down_and_scored(plain: Any) -> None:
    runner = LiveRunner(assistant(live=True), ears(), Furious(), load_judges())
    session = CallSession(runner=runner, source=WaitingLine(), call=started(), listeners=[], keepers=[])
    heard = document_to_json(session.run())
    assert heard["lines"] == plain["lines"]
    assert [(turn["line"], turn["heat"]) for turn in heard["turns"]] == [
        (turn["line"], turn["heat"]) for turn in plain["turns"]
    ]


LINES = [Voice(C, 1.0, 3.0, "This is ridiculous."), Voice(C, 5.0, 7.0, "Please hold the line.")]


@pytest.mark.parametrize("make", [inline, live])
def test_a_command_from_another_thread_counts_from_the_next_chunk(make: Any) -> None:
    call = ScriptedCall(LINES, 9.0)
    runner = make(ScriptedTranscriber(LINES))
    told: list[Event] = []

    @dataclass(frozen=True)
    class Source:
        name: str = "call"
        channels: tuple[Channel, ...] = BOTH

        def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk]:
            for n, chunk in enumerate(call.chunks()):
                if n == 80:
                    other = threading.Thread(target=runner.set_line, args=(C, LineState.HOLD))
                    other.start()
                    other.join()
                yield chunk

    runner.run(Source(), started(), told.append)
    [change] = [event for event in told if isinstance(event, LineChanged)]
    assert (change.channel, change.state, change.detected) == (C, LineState.HOLD, False)
    assert change.at_s == pytest.approx(4.0, abs=0.15)
    finals = [event for event in told if isinstance(event, TextFinal)]
    assert [(final.text, final.line) for final in finals] == [
        ("This is ridiculous.", LineState.OPEN), ("Please hold the line.", LineState.HOLD),
    ]  # fmt: skip


@pytest.mark.parametrize("make", [inline, live])
def test_scoring_that_is_off_leaves_the_words_and_their_span_and_no_heat(make: Any) -> None:
    runner = make(ScriptedTranscriber(LINES))
    runner.set_scored(scored=False)
    session = CallSession(runner=runner, source=ScriptedCall(LINES, 9.0), call=started(), listeners=[], keepers=[])
    call = document_to_json(session.run())
    assert [(turn["text"], turn["line"], turn["heat"]) for turn in call["turns"]] == [
        (line.text, "unscored", None) for line in LINES
    ]
    assert call["lines"] == [{"channel": "caller", "state": "unscored", "detected": False, "at_s": 0.0}]
    assert (call["curve"], call["summary"]["wants"]) == ([], [])
    assert call["summary"]["talk_share"]["caller"] > 0


@pytest.mark.parametrize("make", [live, inline], ids=["live", "inline"])
def test_what_is_said_of_a_call_just_before_its_end_is_still_noted(
    make: Callable[[ScriptedTranscriber], LiveRunner | InlineRunner],
) -> None:
    call = ScriptedCall((), 2.0)
    runner = make(ScriptedTranscriber(()))
    told: list[Event] = []
    runner.mark(Mark.HELP)
    runner.stop()
    runner.run(call, started(), told.append)
    assert [event.kind for event in told if isinstance(event, Marked)] == [Mark.HELP]
    assert told[-1] == CallEnded(at_s=0.0, duration_s=0.0)


def test_a_mute_that_the_source_finds_keeps_the_agents_words_out() -> None:
    voices = [Voice(A, 1.0, 3.0, "Let me look."), Voice(A, 5.0, 7.0, "What a day."), Voice(A, 9.0, 11.0, "Hello?")]
    call = ScriptedCall(voices, 13.0)

    @dataclass(frozen=True)
    class Source:
        name: str = "call"
        channels: tuple[Channel, ...] = BOTH

        def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk | SourceEvent]:
            for n, chunk in enumerate(call.chunks()):
                at_s = n * call.chunk_s / 2
                if n in {80, 160}:
                    state = LineState.MUTED if n == 80 else LineState.OPEN
                    yield LineChanged(channel=A, state=state, detected=True, at_s=at_s)
                yield chunk

    transcriber = ScriptedTranscriber(voices)
    told: list[Event] = []
    live(transcriber).run(Source(), started(), told.append)
    assert [event.text for event in told if isinstance(event, TextFinal)] == ["Let me look.", "Hello?"]
    heard = [pcm for asked in transcriber.answered for pcm in (asked.audio, *(said.pcm for said in asked.context))]
    assert not any(2 in array("h", pcm) for pcm in heard)
    assert [event.state for event in told if isinstance(event, LineChanged)] == [LineState.MUTED, LineState.OPEN]

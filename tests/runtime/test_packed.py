"""A recording whose words are written down all at once gives the document of a replay."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from app.compose import load_judges
from app.core.errors import EngineError
from app.core.events import Channel, Event, Mark
from app.core.ports import AudioSource, TranscribeRequest, Transcript
from app.core.wire import document_to_json
from app.runtime.inline import InlineRunner
from app.runtime.packed import PackedRunner
from app.runtime.session import CallSession
from tests.core.calls import started
from tests.runtime.scripted import (
    BOTH,
    FailingTranscriber,
    ScriptedCall,
    ScriptedTranscriber,
    Voice,
    assistant,
    ears,
    inline,
    long_call,
)

ONE = (Channel.UNKNOWN,)


@dataclass
class AtOnce:
    """Has each request written down by another one, and keeps how many came together."""

    each: ScriptedTranscriber
    name: str = "script"
    asked: int = 0

    def transcribe_all(self, requests: Sequence[TranscribeRequest]) -> list[Transcript]:
        """Write down all of them."""
        self.asked += 1
        return [self.each.transcribe(request) for request in requests]


def packed(each: ScriptedTranscriber, channels: tuple[Channel, ...] = BOTH) -> PackedRunner:
    return runner_of(AtOnce(each), channels)


def runner_of(transcriber: AtOnce, channels: tuple[Channel, ...] = BOTH) -> PackedRunner:
    return PackedRunner(assistant(live=False, channels=channels), ears(channels), transcriber, load_judges())


def document(runner: PackedRunner | InlineRunner, source: AudioSource) -> Any:
    events: list[Event] = []
    session = CallSession(runner=runner, source=source, call=started(), listeners=[events.append], keepers=[])
    return document_to_json(session.run())


def test_the_document_is_that_of_a_replay() -> None:
    source = long_call(turns=30)
    replayed = document(inline(ScriptedTranscriber(source.voices)), source)
    assert document(packed(ScriptedTranscriber(source.voices)), source) == replayed
    assert len(replayed["turns"]) > 20
    assert "[card]" in str(replayed)


def test_every_word_is_asked_for_once_and_all_of_them_together() -> None:
    source = long_call(turns=12)
    transcriber = AtOnce(ScriptedTranscriber(source.voices))
    document(runner_of(transcriber), source)
    asked = [(one.channel, one.number, one.part) for one in transcriber.each.answered]
    assert transcriber.asked == 1
    assert len(asked) == len(set(asked)) >= 12
    assert {one.context for one in transcriber.each.answered} == {()}


def test_both_voices_on_one_channel_are_written_down_and_not_scored() -> None:
    voices = [Voice(Channel.UNKNOWN, 1.0, 4.0, "Are you even listening to me? This is ridiculous.")]
    source = ScriptedCall(voices, 6.0, channels=ONE)
    written = document(packed(ScriptedTranscriber(voices), ONE), source)
    assert [(turn["speaker"], turn["heat"]) for turn in written["turns"]] == [("unknown", None)]
    assert written["curve"] == []


def test_what_is_said_of_a_call_before_it_runs_counts() -> None:
    source = long_call(turns=4)
    runner = packed(ScriptedTranscriber(source.voices))
    runner.mark(Mark.TOLD)
    assert document(runner, source)["disclosure"]["told"] is True


def test_a_failing_engine_ends_it_with_its_error() -> None:
    source = long_call(turns=4)
    with pytest.raises(EngineError):
        document(packed(FailingTranscriber(source.voices)), source)

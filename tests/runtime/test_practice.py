"""Lessons as calls: recorded ones with sound, and ones that are answered into a microphone."""

from app.core.events import Channel, Health, HealthCode
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk
from app.core.practice import ANSWERED_AFTER_S, PATIENCE_S
from app.runtime.lines import LiveLines
from app.runtime.practice import AloudCall, AnsweredCall
from app.runtime.speaker import Speaker
from tests.conditions import until
from tests.runtime.cards import Room, Span
from tests.runtime.scripted import LoudnessDetector, ScriptedCall, Voice
from tests.runtime.talking import Output, Talker

BEGIN_S = 100.0
TURNS = tuple(value.to_bytes(SAMPLE_BYTES, "little") * (SAMPLE_RATE_HZ * 2) for value in (11, 22))


def bytes_of(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE_HZ) * SAMPLE_BYTES


def answered(*speaks: Span, away: Span | None = None, output: Output | None = None) -> AnsweredCall:
    """Two caller turns of two seconds, to which somebody speaks in these seconds of the call."""
    spans = [(BEGIN_S + start, BEGIN_S + end) for start, end in speaks]
    gone = [] if away is None else [(BEGIN_S + away[0], BEGIN_S + away[1])]
    room = Room([Talker("headset", speaks=spans, away=gone)])
    lines = LiveLines(
        room, microphone="room:headset", caller=None, clock=room.clock, wait=room.wait, beside=lambda work: work()
    )
    speaker = None if output is None else Speaker(lambda: output.open(None))
    return AnsweredCall("practice: first", TURNS, lines, LoudnessDetector(), speaker)


def heard(call: AnsweredCall) -> tuple[dict[Channel, bytes], list[HealthCode]]:
    sides = dict.fromkeys(call.channels, b"")
    codes = []
    for chunk in call.chunks():
        if isinstance(chunk, AudioChunk):
            sides[chunk.channel] += chunk.pcm
        elif isinstance(chunk, Health):
            codes.append(chunk.code)
    return sides, codes


def begins_s(pcm: bytes, turn: bytes) -> float:
    """When a turn begins; it is there whole."""
    at = pcm.index(turn)
    return at / SAMPLE_BYTES / SAMPLE_RATE_HZ


def test_each_turn_of_the_caller_comes_whole_when_the_agent_has_answered() -> None:
    sides, codes = heard(answered((0.5, 2.5), (7.0, 9.0), (13.5, 14.5)))
    caller = sides[Channel.CALLER]
    assert abs(begins_s(caller, TURNS[0]) - 2.5 - ANSWERED_AFTER_S) < 0.2
    assert abs(begins_s(caller, TURNS[1]) - 9.0 - ANSWERED_AFTER_S) < 0.2
    assert abs(len(caller) / bytes_of(1) - 14.5 - ANSWERED_AFTER_S) < 0.2
    assert len(caller) == len(sides[Channel.AGENT])
    assert codes == []


def test_an_agent_who_says_nothing_hears_the_caller_all_the_same() -> None:
    sides, _ = heard(answered())
    assert abs(begins_s(sides[Channel.CALLER], TURNS[0]) - PATIENCE_S) < 0.2
    assert TURNS[1] in sides[Channel.CALLER]
    assert not any(sides[Channel.AGENT])


def test_a_microphone_that_goes_is_told_and_the_caller_goes_on() -> None:
    sides, codes = heard(answered((0.5, 1.5), away=(3.0, 6.0)))
    assert codes == [HealthCode.DEVICE_LOST, HealthCode.DEVICE_BACK]
    assert TURNS[1] in sides[Channel.CALLER]


def test_the_caller_is_heard_aloud_while_they_speak_and_not_after_the_end() -> None:
    output = Output()
    chunks = answered((0.5, 2.5), output=output).chunks()
    caller = b""
    while TURNS[0] not in caller:
        chunk = next(chunks)
        if isinstance(chunk, AudioChunk) and chunk.channel is Channel.CALLER:
            caller += chunk.pcm
    until(lambda: bytes(output.played) == TURNS[0])
    chunks.close()
    assert not output.is_open


def test_an_output_that_does_not_play_is_told_once_and_the_call_goes_on() -> None:
    speaker = Speaker(lambda: Output(is_broken=True).open(None))
    speaker.say(TURNS[0])
    until(lambda: not speaker._thread.is_alive())
    recording = ScriptedCall([], 3)
    told, *rest = AloudCall(recording, TURNS[0], speaker).chunks()
    assert isinstance(told, Health)
    assert told.code is HealthCode.DEVICE_LOST
    assert "cannot hear this call." in told.advice
    assert rest == list(recording.chunks())


def test_a_recorded_lesson_is_played_while_it_is_heard_and_falls_silent_with_it() -> None:
    output, both = Output(), b"\1\0" * SAMPLE_RATE_HZ
    recording = ScriptedCall([Voice(Channel.CALLER, 1, 2, "Hello.")], 3)
    call = AloudCall(recording, both, Speaker(lambda: output.open("out")))
    chunks = call.chunks()
    first = next(chunks)
    until(lambda: bytes(output.played) == both)
    assert [first, *chunks] == list(recording.chunks())
    assert (output.opened, output.is_open) == (["out"], False)


def test_a_lesson_that_is_broken_off_falls_silent_at_once() -> None:
    output = Output()
    output.holds.clear()
    speaker = Speaker(lambda: output.open(None))
    speaker.say(b"\1\0" * SAMPLE_RATE_HZ)
    until(lambda: output.is_open)
    speaker._is_closing = True
    output.holds.set()
    speaker.close()
    assert len(output.played) <= bytes_of(0.1)
    assert not output.is_open

"""Live capture from a real sound server that the test starts."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Self

import jiwer
import pytest
from whisper_normalizer.english import EnglishTextNormalizer

from app.adapters.pulse import PulseSystem, answers
from app.adapters.recording import Recording
from app.adapters.silero import SileroDetector
from app.compose import load_judges
from app.core.errors import AudioError
from app.core.events import AudioGap, Channel, Health, HealthCode, TextFinal
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk, DeviceKind, SourceEvent
from app.runtime.ears import Ears
from app.runtime.inline import InlineRunner
from app.runtime.lines import LiveLines
from tests.adapters.engine import engine, piece
from tests.adapters.recordings import tone
from tests.adapters.sound_server import SoundServer, has_server, server_with_headset
from tests.conditions import until
from tests.core.calls import started
from tests.runtime.scripted import BOTH, assistant

pytestmark = has_server

AGENT_SPEAKS, CALLER_PLAYS = "agent_speaks", "caller_plays"
MICROPHONE, PLAYER = "pulse:input:headset", f"pulse:playback:{CALLER_PLAYS}"
HUM = (tone(60, SAMPLE_RATE_HZ) * 32767).astype("<i2").tobytes()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with server_with_headset(tmp_path / "sound", monkeypatch, speaks=AGENT_SPEAKS) as running:
        yield running


class Listening:
    """A live call on a thread of its own, and what it has given."""

    def __init__(self, lines: LiveLines) -> None:
        self.events: list[SourceEvent] = []
        self.pcm = {channel: bytearray() for channel in BOTH}
        self._lines = lines
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.stop()
        self._thread.join()

    def has(self, code: HealthCode) -> bool:
        return any(isinstance(event, Health) and event.code is code for event in self.events)

    def is_loud(self, channel: Channel) -> bool:
        return any(self.pcm[channel][-3200:])

    def gaps(self, channel: Channel) -> list[AudioGap]:
        return [event for event in self.events if isinstance(event, AudioGap) and event.channel is channel]

    @property
    def seconds(self) -> float:
        return len(self.pcm[Channel.CALLER]) / (SAMPLE_RATE_HZ * SAMPLE_BYTES)

    def go_on_for(self, seconds: float) -> None:
        ends_s = self.seconds + seconds
        until(lambda: self.seconds >= ends_s)

    def recording(self) -> Recording:
        return Recording(name="heard", sides={side: bytes(pcm) for side, pcm in self.pcm.items()}, chunk_s=0.1)

    def _run(self) -> None:
        for given in self._lines.chunks():
            if isinstance(given, AudioChunk):
                self.pcm[given.channel] += given.pcm
            else:
                self.events.append(given)


def test_microphones_players_and_applications_are_listed(server: SoundServer) -> None:
    server.add_player(CALLER_PLAYS)
    with server.playing(HUM, CALLER_PLAYS, application="linphone"):
        until(lambda: any(device.kind is DeviceKind.APPLICATION for device in PulseSystem().devices()))
        found = {device.id: device.kind for device in PulseSystem().devices()}
    assert found == {
        MICROPHONE: DeviceKind.INPUT,
        f"pulse:playback:{AGENT_SPEAKS}": DeviceKind.PLAYBACK,
        PLAYER: DeviceKind.PLAYBACK,
        "pulse:application:linphone": DeviceKind.APPLICATION,
    }


@pytest.mark.usefixtures("server")
def test_a_device_that_is_not_there_is_named() -> None:
    with pytest.raises(AudioError, match="does not know caller_plays"):
        PulseSystem().open(PLAYER)


def test_without_a_server_nothing_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    assert not answers()


def test_one_application_is_heard_without_the_others(server: SoundServer) -> None:
    server.add_player(CALLER_PLAYS)
    silence = bytes(len(HUM))
    with ExitStack() as playing:
        playing.enter_context(server.playing(silence, CALLER_PLAYS, application="linphone"))
        playing.enter_context(server.playing(HUM, CALLER_PLAYS, application="music"))
        until(lambda: len([it for it in PulseSystem().devices() if it.kind is DeviceKind.APPLICATION]) == 2)
        for application, is_loud in (("linphone", False), ("music", True)):
            capture = PulseSystem().open(f"pulse:application:{application}")
            try:
                heard = bytearray()
                until(_enough(heard, capture.take, seconds=0.5))
                assert any(heard) is is_loud
            finally:
                capture.close()


def test_an_application_is_followed_from_call_to_call_and_silent_between(server: SoundServer) -> None:
    server.add_player(CALLER_PLAYS)
    with ExitStack() as listening:
        with server.playing(HUM, CALLER_PLAYS, application="linphone"):
            lines = LiveLines(PulseSystem(), microphone=None, caller="pulse:application:linphone")
            heard = listening.enter_context(Listening(lines))
            until(lambda: heard.is_loud(Channel.CALLER))
        until(lambda: not heard.is_loud(Channel.CALLER))
        with server.playing(HUM, AGENT_SPEAKS, application="linphone"):
            until(lambda: heard.is_loud(Channel.CALLER))
    assert heard.events == []


def _enough(heard: bytearray, take: Callable[[], bytes], *, seconds: float) -> Callable[[], bool]:
    def is_there() -> bool:
        heard.extend(take())
        return len(heard) >= seconds * SAMPLE_RATE_HZ * SAMPLE_BYTES

    return is_there


def test_a_muted_microphone_is_told_and_not_heard(server: SoundServer) -> None:
    with (
        server.playing(HUM, AGENT_SPEAKS),
        Listening(LiveLines(PulseSystem(), microphone=MICROPHONE, caller=None)) as heard,
    ):
        until(lambda: heard.is_loud(Channel.AGENT))
        server.control("set-source-mute", "headset", "1")
        until(lambda: heard.events and not heard.is_loud(Channel.AGENT))
        server.control("set-source-mute", "headset", "0")
        until(lambda: heard.is_loud(Channel.AGENT))
    assert [type(event).__name__ for event in heard.events] == ["LineChanged", "LineChanged"]


def test_a_player_that_is_taken_away_and_restored_is_a_gap_of_its_channel_alone(server: SoundServer) -> None:
    module = server.add_player(CALLER_PLAYS)
    lines = LiveLines(PulseSystem(), microphone=MICROPHONE, caller=PLAYER)
    with server.playing(HUM, AGENT_SPEAKS), Listening(lines) as heard:
        with server.playing(HUM, CALLER_PLAYS):
            until(lambda: heard.is_loud(Channel.CALLER) and heard.is_loud(Channel.AGENT))
            server.remove(module)
            until(lambda: heard.has(HealthCode.DEVICE_LOST))
        server.add_player(CALLER_PLAYS)
        until(lambda: heard.has(HealthCode.DEVICE_BACK))
        with server.playing(HUM, CALLER_PLAYS):
            until(lambda: heard.is_loud(Channel.CALLER))

    (gap,) = heard.gaps(Channel.CALLER)
    lost, back = (event for event in heard.events if isinstance(event, Health))
    assert (lost.code, back.code) == (HealthCode.DEVICE_LOST, HealthCode.DEVICE_BACK)
    assert CALLER_PLAYS in lost.advice
    assert (gap.start_s, gap.end_s) == pytest.approx((lost.at_s, back.at_s), abs=0.1)
    assert heard.gaps(Channel.AGENT) == []
    assert len(heard.pcm[Channel.AGENT]) == len(heard.pcm[Channel.CALLER])


def test_a_call_that_is_played_gives_the_turns_of_its_file(server: SoundServer) -> None:
    call = piece(4.2, 14.2)
    server.add_player(CALLER_PLAYS)
    with Listening(LiveLines(PulseSystem(), microphone=MICROPHONE, caller=PLAYER)) as heard:
        until(lambda: heard.seconds > 0.5)
        with playing(server, call):
            heard.go_on_for(10.5)

    expected, captured = turns(call), turns(heard.recording())
    assert [turn.channel for turn in captured] == [turn.channel for turn in expected]
    late = [now.start_s - then.start_s for now, then in zip(captured, expected, strict=True)]
    assert max(late) - min(late) < 0.2, late
    assert jiwer.wer(_text_of(expected), _text_of(captured)) <= 0.02
    assert heard.events == []


def test_words_before_and_after_a_player_was_away_are_there_and_only_that_stretch_is_lost(server: SoundServer) -> None:
    call = piece(4.2, 16.2)
    server.add_player("elsewhere")
    server.control("set-default-sink", "elsewhere")
    module = server.add_player(CALLER_PLAYS)
    with Listening(LiveLines(PulseSystem(), microphone=MICROPHONE, caller=PLAYER)) as heard:
        until(lambda: heard.seconds > 0.5)
        with playing(server, call):
            heard.go_on_for(2.5)  # between two turns of the caller, the second of which ends at 4.0
            server.remove(module)
            heard.go_on_for(2.3)
            server.add_player(CALLER_PLAYS)
            server.move("elsewhere", CALLER_PLAYS)
            heard.go_on_for(7.7)

    (gap,) = heard.gaps(Channel.CALLER)
    assert gap.end_s - gap.start_s == pytest.approx(2.3, abs=0.8)
    assert heard.gaps(Channel.AGENT) == []
    assert heard.has(HealthCode.DEVICE_LOST)
    assert heard.has(HealthCode.DEVICE_BACK)
    expected, captured = turns(call), turns(heard.recording())
    lost = [turn for turn in expected if turn.channel is Channel.CALLER and 2.5 < turn.start_s < 4.8]
    assert [turn.text for turn in lost] == ["Are you even listening to me?"]
    kept = [turn for turn in expected if turn not in lost]
    assert [turn.channel for turn in captured] == [turn.channel for turn in kept]
    late = [now.start_s - then.start_s for now, then in zip(captured, kept, strict=True)]
    assert max(late) - min(late) < 0.25, late
    assert jiwer.wer(_text_of(kept), _text_of(captured)) <= 0.02


def playing(server: SoundServer, call: Recording) -> AbstractContextManager[None]:
    """Both sides of a call, from one moment on."""
    return server.playing_together(
        {AGENT_SPEAKS: call.sides[Channel.AGENT], CALLER_PLAYS: call.sides[Channel.CALLER]},
    )


def turns(call: Recording) -> list[TextFinal]:
    """What is said in a call, by the real engine and in the order of time."""
    runner = InlineRunner(assistant(live=False), Ears(BOTH, SileroDetector), engine(), load_judges(), workers=2)
    events: list[object] = []
    runner.run(call, started(), events.append)
    return sorted((event for event in events if isinstance(event, TextFinal) and event.text), key=lambda it: it.start_s)


def _text_of(said: list[TextFinal]) -> str:
    return str(EnglishTextNormalizer()(" ".join(final.text for final in said)))

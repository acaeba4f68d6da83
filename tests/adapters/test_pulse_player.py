"""Playing on a real sound server that the test starts."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.adapters.pulse import PulseSystem
from app.adapters.pulse_player import PulsePlayer
from app.adapters.silero import SileroDetector
from app.core.errors import AudioError
from app.core.events import Channel
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk
from app.runtime.lines import LiveLines
from app.runtime.listening import Heard, Listener
from app.runtime.practice import AnsweredCall
from app.runtime.speaker import Speaker
from app.runtime.tone import find_tone, make_tone
from app.runtime.tone_trial import ToneTrial
from tests.adapters.engine import pcm
from tests.adapters.sound_server import SoundServer, has_server, server_with_headset, sound_server

pytestmark = has_server

STEP_BYTES = 3200
PLAYER, OTHER = "pulse:playback:caller_plays", "pulse:playback:music_plays"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with sound_server(tmp_path / "sound") as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        running.add_player("caller_plays")
        running.add_player("music_plays")
        yield running


@pytest.mark.usefixtures("server")
def test_a_tone_comes_back_from_the_player_it_is_played_on_and_from_no_other() -> None:
    system = PulseSystem()
    with_tone, without = Heard(system.open(PLAYER)), Heard(system.open(OTHER))
    try:
        played, elsewhere = ToneTrial(Listener()).run(PulsePlayer(), with_tone, without)
    finally:
        with_tone.capture.close()
        without.capture.close()
    assert played is not None
    assert played.level_dbfs == pytest.approx(-33, abs=1)
    assert played.delay_ms < 5000
    assert elsewhere is None


@pytest.mark.usefixtures("server")
def test_a_player_that_is_not_there_is_named_and_no_other_one_is_taken() -> None:
    with pytest.raises(AudioError, match="does not play on nowhere"):
        PulsePlayer().play("pulse:playback:nowhere", make_tone())
    with pytest.raises(AudioError, match="plays nothing"):
        PulsePlayer().play("pulse:input:headset", make_tone())


@pytest.mark.usefixtures("server")
def test_what_is_played_in_pieces_comes_back_whole_also_from_the_default_output() -> None:
    for output in PLAYER, None:
        heard = Heard(PulseSystem().open(PLAYER))
        listener, tone = Listener(), make_tone()
        try:
            playback = PulsePlayer().open(output)
            for start in range(0, len(tone), STEP_BYTES):
                playback.write(tone[start : start + STEP_BYTES])
                listener.listen([heard], 0.0)
            listener.listen([heard], 1.0)
            playback.close()
        finally:
            heard.capture.close()
        assert find_tone(bytes(heard.pcm)) is not None


def test_a_lesson_is_answered_into_a_microphone_and_heard_on_the_chosen_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hello, answer = pcm(Channel.AGENT, 0.0, 4.0), pcm(Channel.CALLER, 4.2, 8.4)
    with server_with_headset(tmp_path / "sound", monkeypatch, speaks="agent_speaks") as server:
        server.add_player("heard_aloud")
        system = PulseSystem()
        lines = LiveLines(system, microphone="pulse:input:headset", caller=None)
        speaker = Speaker(lambda: PulsePlayer().open("pulse:playback:heard_aloud"))
        call = AnsweredCall("practice: first", [answer], lines, SileroDetector(), speaker)
        caller, aloud = b"", Heard(system.open("pulse:playback:heard_aloud"))
        with server.playing(hello, "agent_speaks"):
            for chunk in call.chunks():
                if isinstance(chunk, AudioChunk) and chunk.channel is Channel.CALLER:
                    caller += chunk.pcm
                    aloud.take(0.0)
        aloud.capture.close()
    assert answer in caller
    begins_s = caller.index(answer) / SAMPLE_BYTES / SAMPLE_RATE_HZ
    assert 2.0 < begins_s < 6.0
    assert np.frombuffer(bytes(aloud.pcm), "<i2").astype(float).std() > 100

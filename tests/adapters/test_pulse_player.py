"""Playing on a real sound server that the test starts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.pulse import PulseSystem
from app.adapters.pulse_player import PulsePlayer
from app.core.errors import AudioError
from app.runtime.listening import Heard, Listener
from app.runtime.tone import make_tone
from app.runtime.tone_trial import ToneTrial
from tests.adapters.sound_server import SoundServer, has_server, sound_server

pytestmark = has_server

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

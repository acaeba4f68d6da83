"""Inputs through PortAudio, heard from a real sound server by way of ALSA."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.adapters.pcm_queue import PcmQueue
from app.adapters.portaudio import PortAudioCapture, PortAudioSystem
from app.adapters.portaudio_player import PortAudioPlayer
from app.core.errors import AudioError
from app.core.ports import SAMPLE_RATE_HZ, DeviceKind
from tests.adapters.recordings import tone
from tests.adapters.sound_server import SoundServer, has_server, sound_server
from tests.conditions import until

SERVER = "portaudio:ALSA:pulse"
HUM = (tone(60, SAMPLE_RATE_HZ) * 32767).astype("<i2").tobytes()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A server with one player; ALSA's device `pulse` hears what it plays."""
    with sound_server(tmp_path / "sound") as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        running.add_player("line")
        monkeypatch.setenv("PULSE_SOURCE", "line.monitor")
        try:
            found = {device.id for device in PortAudioSystem().devices()}
        except AudioError as error:
            pytest.skip(error.line())
        if SERVER not in found:
            pytest.skip("ALSA's plugin for PulseAudio is not installed")
        yield running


def heard(capture: PortAudioCapture, seconds: float) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    pcm = bytearray()

    def is_enough() -> bool:
        pcm.extend(capture.take())
        return len(pcm) >= seconds * SAMPLE_RATE_HZ * 2

    until(is_enough)
    return np.frombuffer(bytes(pcm), "<i2")


@has_server
def test_an_input_is_heard_at_its_pitch_and_level(server: SoundServer) -> None:
    system = PortAudioSystem()
    with server.playing(HUM, "line"):
        capture = system.open(SERVER)
        assert isinstance(capture, PortAudioCapture)
        try:
            until(lambda: any(capture.take()))
            samples = heard(capture, 1.0)[-8_000:] / 32767
        finally:
            capture.close()
    assert capture.device.kind is DeviceKind.INPUT
    assert (capture.idles, capture.muted()) == (False, None)
    assert np.sqrt(np.mean(samples**2)) == pytest.approx(0.4 / np.sqrt(2), rel=0.1)
    assert np.sum((samples[:-1] < 0) & (samples[1:] >= 0)) == pytest.approx(220, abs=5)


@has_server
@pytest.mark.usefixtures("server")
def test_devices_are_listed_while_one_is_captured_and_that_goes_on() -> None:
    system = PortAudioSystem()
    capture = system.open(SERVER)
    assert isinstance(capture, PortAudioCapture)
    try:
        assert SERVER in {device.id for device in system.devices()}
        assert len(heard(capture, 0.3))
    finally:
        capture.close()
    system.open(SERVER).close()


@has_server
@pytest.mark.usefixtures("server")
def test_a_look_through_another_system_leaves_what_is_captured_alone() -> None:
    capture = PortAudioSystem().open(SERVER)
    assert isinstance(capture, PortAudioCapture)
    try:
        assert SERVER in {device.id for device in PortAudioSystem().devices()}
        assert len(heard(capture, 0.3))
    finally:
        capture.close()


@has_server
@pytest.mark.usefixtures("server")
def test_a_look_leaves_what_is_played_alone() -> None:
    with closing(PortAudioPlayer().open("portaudio:ALSA:pulse")) as playback:
        playback.write(HUM[: SAMPLE_RATE_HZ // 5])
        assert SERVER in {device.id for device in PortAudioSystem().devices()}
        playback.write(HUM[: SAMPLE_RATE_HZ // 5])


@pytest.mark.usefixtures("server")
@has_server
def test_an_input_that_is_not_there_is_named() -> None:
    with pytest.raises(AudioError, match="portaudio:ALSA:gone is not there"):
        PortAudioSystem().open("portaudio:ALSA:gone")


class Status:
    """What PortAudio says about a block."""

    input_overflow = True


@has_server
@pytest.mark.usefixtures("server")
def test_audio_that_the_card_lost_is_counted() -> None:
    capture = PortAudioSystem().open(SERVER)
    assert isinstance(capture, PortAudioCapture)
    before = capture.overflows()
    capture.close()
    capture._hear(bytes(640), 320, None, Status())
    assert capture.overflows() == before + 1
    assert isinstance(capture._queue, PcmQueue)

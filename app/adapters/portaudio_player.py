"""Plays a sound through PortAudio: on Windows and macOS, and on Linux where no sound server answers."""

import sys
from typing import Any

import numpy as np

from app.core.errors import AudioError
from app.core.ports import SAMPLE_RATE_HZ

_WINDOWS_API = "Windows WASAPI"
_STEREO = 2


class PortAudioPlayer:
    """Plays on an output by the name that stands in the id of the device whose sound is captured."""

    def play(self, device_id: str, pcm: bytes) -> None:
        """Play the samples to their end. Raises AudioError."""
        sounddevice = _sounddevice()
        name = device_id.partition(":")[2]
        output = _output(sounddevice, name)
        channels = min(_STEREO, int(output["max_output_channels"]))
        samples = np.repeat(np.frombuffer(pcm, dtype="<i2"), channels)
        shared = sounddevice.WasapiSettings(auto_convert=True) if sys.platform == "win32" else None
        try:
            with sounddevice.RawOutputStream(
                samplerate=SAMPLE_RATE_HZ,
                device=output["index"],
                channels=channels,
                dtype="int16",
                extra_settings=shared,
            ) as stream:
                stream.write(samples.tobytes())
        except (sounddevice.PortAudioError, ValueError) as error:
            raise AudioError("{name} does not play.", "Close what uses it exclusively.", name=name) from error


def _output(sounddevice: Any, name: str) -> Any:
    try:
        apis, infos = sounddevice.query_hostapis(), sounddevice.query_devices()
    except sounddevice.PortAudioError as error:
        raise AudioError("The sound devices cannot be listed.", "Check the system's sound settings.") from error
    for info in infos:
        api = apis[info["hostapi"]]["name"]
        if info["max_output_channels"] < 1 or (sys.platform == "win32" and api != _WINDOWS_API):
            continue
        if name in {info["name"], f"{api}:{info['name']}"}:
            return info
    raise AudioError("Nothing can be played on {name}.", "Run calmline devices to see what is there.", name=name)


def _sounddevice() -> Any:
    try:
        import sounddevice
    except OSError as error:
        raise AudioError("PortAudio is missing.", "Install it; on Debian the package is libportaudio2.") from error
    return sounddevice

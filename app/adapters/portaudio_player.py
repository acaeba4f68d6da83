"""Plays a sound through PortAudio: on Windows and macOS, and on Linux where no sound server answers."""

from contextlib import closing
from typing import Any

import numpy as np

from app.adapters.portaudio_library import begin, end, is_usable, look, portaudio
from app.core.errors import AudioError
from app.core.message import Message
from app.core.ports import SAMPLE_RATE_HZ

_STEREO = 2


class PortAudioPlayer:
    """Plays on an output by the name that stands in the id of the device whose sound is captured."""

    def play(self, device_id: str, pcm: bytes) -> None:
        """Play the samples to their end. Raises AudioError."""
        with closing(self.open(device_id)) as playback:
            playback.write(pcm)
            playback.drain()

    def open(self, device_id: str | None) -> "PortAudioPlayback":
        """Play on an output, the computer's default one for None. Raises AudioError."""
        with portaudio() as library:
            if device_id is None:
                return PortAudioPlayback(library, Message("The default output"), None, 1)
            name = device_id.partition(":")[2]
            output = _output(library, name)
            return PortAudioPlayback(library, name, output["index"], min(_STEREO, int(output["max_output_channels"])))


class PortAudioPlayback:
    """One stream into an output; what is played is the same in each of its channels."""

    def __init__(self, library: Any, name: str, index: int | None, channels: int) -> None:
        self._errors = (library.PortAudioError, ValueError)
        self._name = name
        self._channels = channels
        try:
            self._stream = begin(library.RawOutputStream, samplerate=SAMPLE_RATE_HZ, device=index, channels=channels)
        except self._errors as error:
            raise self._failed() from error

    def write(self, pcm: bytes) -> None:
        """Play these samples behind those before; returns once there is room for more. Raises AudioError."""
        try:
            self._stream.write(np.repeat(np.frombuffer(pcm, dtype="<i2"), self._channels).tobytes())
        except self._errors as error:
            raise self._failed() from error

    def drain(self) -> None:
        """Wait until all is played. Raises AudioError."""
        try:
            self._stream.stop()
        except self._errors as error:
            raise self._failed() from error

    def close(self) -> None:
        """Let go of the output at once."""
        end(self._stream)

    def _failed(self) -> AudioError:
        return AudioError("{name} does not play.", "Close what uses it exclusively.", name=self._name)


def _output(library: Any, name: str) -> Any:
    apis, infos = look(library)
    for info in infos:
        api = apis[info["hostapi"]]["name"]
        if info["max_output_channels"] < 1 or not is_usable(api):
            continue
        if name in {info["name"], f"{api}:{info['name']}"}:
            return info
    raise AudioError("Nothing can be played on {name}.", "Run calmline devices to see what is there.", name=name)

"""Microphones through PortAudio: on Windows and macOS, and on Linux where no sound server answers."""

import sys
from collections import Counter
from typing import Any

from app.adapters.pcm_queue import PcmQueue, Resampler
from app.adapters.portaudio_library import WINDOWS_API, begin, end, is_usable, look, portaudio
from app.core.errors import AudioError
from app.core.ports import Capture, Device, DeviceKind

PREFIX = "portaudio"

_BLOCK_S = 0.02


class PortAudioSystem:
    """The inputs that PortAudio sees; what captures the other side, such as BlackHole, is one of them."""

    def devices(self) -> list[Device]:
        """Everything that records. Raises AudioError."""
        with portaudio() as library:
            return [device for device, _ in _inputs(library)]

    def open(self, device_id: str) -> Capture:
        """Capture an input. Raises AudioError."""
        with portaudio() as library:
            for device, info in _inputs(library):
                if device.id == device_id:
                    return PortAudioCapture(library, device, info)
        raise AudioError("{device_id} is not there.", "Run calmline devices to see what is.", device_id=device_id)


class PortAudioCapture:
    """An input being captured."""

    def __init__(self, library: Any, device: Device, info: dict[str, Any]) -> None:
        """Open it. Raises AudioError."""
        self._device = device
        self._is_closing = False
        rate = int(info["default_samplerate"])
        self._queue = PcmQueue(rate)
        self._resampler = Resampler(rate, channels=1)
        try:
            self._stream = begin(
                library.RawInputStream,
                samplerate=rate,
                blocksize=round(rate * _BLOCK_S),
                device=info["index"],
                channels=1,
                latency="low",
                callback=self._hear,
                finished_callback=self._finish,
            )
        except (library.PortAudioError, ValueError) as error:
            raise AudioError(
                "{name} does not open.", "Close what else uses it, or allow its use.", name=device.name
            ) from error

    @property
    def device(self) -> Device:
        """What was opened."""
        return self._device

    @property
    def idles(self) -> bool:
        """An input always delivers."""
        return False

    def take(self) -> bytes:
        """What has arrived. Raises AudioError."""
        return self._resampler.resample(self._queue.take())

    def overflows(self) -> int:
        """How often audio was lost here."""
        return self._queue.lost

    def muted(self) -> bool | None:
        """PortAudio does not say."""
        return None

    def close(self) -> None:
        """Let go of the device."""
        self._is_closing = True
        end(self._stream)

    def _hear(self, data: Any, _frames: int, _time: object, status: Any) -> None:
        if status.input_overflow:
            self._queue.lose()
        self._queue.put(bytes(data))

    def _finish(self) -> None:
        if not self._is_closing:
            self._queue.fail(
                AudioError("{name} is gone.", "Plug it in again, or choose another one.", name=self._device.name)
            )


def _inputs(library: Any) -> list[tuple[Device, dict[str, Any]]]:
    apis, infos = look(library)
    default = _default_input(library, apis)
    found, seen = [], Counter[str]()
    for info in infos:
        api = apis[info["hostapi"]]["name"]
        if info["max_input_channels"] < 1 or not is_usable(api):
            continue
        name = f"{api}:{info['name']}"
        seen[name] += 1
        twin = f"#{seen[name]}" if seen[name] > 1 else ""
        device = Device(
            id=f"{PREFIX}:{name}{twin}",
            name=info["name"],
            kind=DeviceKind.INPUT,
            product=f"{DeviceKind.INPUT}:{info['name']}",
            is_default=info["index"] == default,
        )
        found.append((device, info))
    return found


def _default_input(library: Any, apis: Any) -> int:
    """Index of the default input; on Windows that of the one system which is listed."""
    if sys.platform == "win32":
        return next((int(api["default_input_device"]) for api in apis if api["name"] == WINDOWS_API), -1)
    return int(library.default.device[0])

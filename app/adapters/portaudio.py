"""Microphones through PortAudio: on Windows and macOS, and on Linux where no sound server answers."""

import sys
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

from app.adapters.pcm_queue import PcmQueue, Resampler
from app.core.errors import AudioError
from app.core.ports import Capture, Device, DeviceKind

PREFIX = "portaudio"

_BLOCK_S = 0.02
_WINDOWS_API = "Windows WASAPI"  # the others list the same devices again, with shorter names


class PortAudioSystem:
    """The inputs that PortAudio sees; what captures the other side, such as BlackHole, is one of them.

    PortAudio looks for devices when it starts. It is started anew before each look, unless something is captured,
    which that would end.
    """

    def __init__(self) -> None:
        self._captures: set[PortAudioCapture] = set()
        self._one_at_a_time = threading.Lock()

    def devices(self) -> list[Device]:
        """Everything that records. Raises AudioError."""
        with self._one_at_a_time:
            return [device for device, _ in self._inputs()]

    def open(self, device_id: str) -> Capture:
        """Capture an input. Raises AudioError."""
        with self._one_at_a_time:
            for device, info in self._inputs():
                if device.id == device_id:
                    capture = PortAudioCapture(device, info, self._forget)
                    self._captures.add(capture)
                    return capture
        raise AudioError("{device_id} is not there.", "Run calmline devices to see what is.", device_id=device_id)

    def _forget(self, capture: "PortAudioCapture", close: Callable[[], None]) -> None:
        with self._one_at_a_time:
            close()
            self._captures.discard(capture)

    def _inputs(self) -> list[tuple[Device, dict[str, Any]]]:
        sounddevice = _sounddevice()
        try:
            if not self._captures:
                sounddevice._terminate()  # noqa: SLF001 - the only way to look again
                sounddevice._initialize()  # noqa: SLF001 - the same
            apis = sounddevice.query_hostapis()
            infos = sounddevice.query_devices()
        except sounddevice.PortAudioError as error:
            raise AudioError("The sound devices cannot be listed.", "Check the system's sound settings.") from error
        default = _default_input(apis)
        found, seen = [], Counter[str]()
        for info in infos:
            api = apis[info["hostapi"]]["name"]
            if info["max_input_channels"] < 1 or (sys.platform == "win32" and api != _WINDOWS_API):
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


class PortAudioCapture:
    """An input being captured."""

    def __init__(self, device: Device, info: dict[str, Any], forget: "_Forget") -> None:
        """Open it. Raises AudioError."""
        self._device = device
        self._forget = forget
        self._is_closing = False
        rate = int(info["default_samplerate"])
        self._queue = PcmQueue(rate)
        self._resampler = Resampler(rate, channels=1)
        sounddevice = _sounddevice()
        shared = sounddevice.WasapiSettings(auto_convert=True) if sys.platform == "win32" else None
        try:
            self._stream = sounddevice.RawInputStream(
                samplerate=rate,
                blocksize=round(rate * _BLOCK_S),
                device=info["index"],
                channels=1,
                dtype="int16",
                latency="low",
                extra_settings=shared,
                callback=self._hear,
                finished_callback=self._finish,
            )
            self._stream.start()
        except (sounddevice.PortAudioError, ValueError) as error:
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
        self._forget(self, lambda: self._stream.close(ignore_errors=True))

    def _hear(self, data: Any, _frames: int, _time: object, status: Any) -> None:
        if status.input_overflow:
            self._queue.lose()
        self._queue.put(bytes(data))

    def _finish(self) -> None:
        if not self._is_closing:
            self._queue.fail(
                AudioError("{name} is gone.", "Plug it in again, or choose another one.", name=self._device.name)
            )


_Forget = Callable[[PortAudioCapture, Callable[[], None]], None]


def _default_input(apis: Any) -> int:
    """Index of the default input; on Windows that of the one system which is listed."""
    if sys.platform == "win32":
        return next((int(api["default_input_device"]) for api in apis if api["name"] == _WINDOWS_API), -1)
    return int(_sounddevice().default.device[0])


def _sounddevice() -> Any:
    try:
        import sounddevice
    except OSError as error:
        raise AudioError("PortAudio is missing.", "Install it; on Debian the package is libportaudio2.") from error
    return sounddevice

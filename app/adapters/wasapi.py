"""The caller's side on Windows: what a device plays, captured through WASAPI's loopback."""

import threading
from typing import Any

from app.adapters.pcm_queue import PcmQueue, Resampler
from app.core.errors import AudioError
from app.core.ports import Capture, Device, DeviceKind

PREFIX = "wasapi"

_BLOCK_S = 0.02
_MARK = " [Loopback]"


class WasapiSystem:
    """Every device that plays."""

    def devices(self) -> list[Device]:
        """What can be captured. Raises AudioError."""
        with _session() as audio:
            try:
                return [_device(info, audio) for info in audio.get_loopback_device_info_generator()]
            except (OSError, LookupError) as error:
                raise AudioError("What plays here cannot be listed.", "Check the system's sound settings.") from error

    def open(self, device_id: str) -> Capture:
        """Capture what a device plays. Raises AudioError."""
        audio = _session()
        try:
            for info in audio.get_loopback_device_info_generator():
                device = _device(info, audio)
                if device.id == device_id:
                    return WasapiCapture(device, info, audio)
        except (OSError, LookupError) as error:
            audio.terminate()
            raise AudioError("The device does not open.", "Close what uses it exclusively.") from error
        audio.terminate()
        raise AudioError("{device_id} is not there.", "Run calmline devices to see what is.", device_id=device_id)


class WasapiCapture:
    """A playing device being captured; devices that are new are seen once no session is open."""

    def __init__(self, device: Device, info: dict[str, Any], audio: Any) -> None:
        """Open it. Raises OSError."""
        import pyaudiowpatch

        self._device = device
        self._audio = audio
        self._go_on = (None, pyaudiowpatch.paContinue)
        self._overflow = pyaudiowpatch.paInputOverflow
        rate, channels = int(info["defaultSampleRate"]), int(info["maxInputChannels"])
        self._queue = PcmQueue(rate, channels)
        self._resampler = Resampler(rate, channels)
        self._closing = threading.Lock()
        self._stream = audio.open(
            format=pyaudiowpatch.paInt16,
            channels=channels,
            rate=rate,
            input=True,
            input_device_index=info["index"],
            frames_per_buffer=round(rate * _BLOCK_S),
            stream_callback=self._hear,
        )

    @property
    def device(self) -> Device:
        """What was opened."""
        return self._device

    @property
    def idles(self) -> bool:
        """Windows delivers nothing while nothing plays."""
        return True

    def take(self) -> bytes:
        """What has arrived. Raises AudioError."""
        pcm = self._resampler.resample(self._queue.take())
        if not pcm and not self._is_active():
            raise AudioError("{name} is gone.", "Plug it in again, or choose another one.", name=self._device.name)
        return pcm

    def overflows(self) -> int:
        """How often audio was lost here."""
        return self._queue.lost

    def muted(self) -> bool | None:
        """A muted player is heard all the same."""
        return None

    def close(self) -> None:
        """Let go of the device."""
        with self._closing:
            if self._audio is not None:
                self._stream.close()
                self._audio.terminate()
                self._audio = None

    def _is_active(self) -> bool:
        with self._closing:
            return self._audio is not None and bool(self._stream.is_active())

    def _hear(self, data: bytes, _frames: int, _time: object, status: int) -> tuple[None, int]:
        if status & self._overflow:
            self._queue.lose()
        self._queue.put(data)
        return self._go_on


def _session() -> Any:
    try:
        import pyaudiowpatch

        return pyaudiowpatch.PyAudio()
    except (ImportError, OSError) as error:
        raise AudioError("What the computer plays cannot be captured.", "Install PyAudioWPatch.") from error


def _device(info: dict[str, Any], audio: Any) -> Device:
    name = str(info["name"]).removesuffix(_MARK)
    return Device(
        id=f"{PREFIX}:{name}",
        name=name,
        kind=DeviceKind.PLAYBACK,
        product=f"{DeviceKind.PLAYBACK}:{name}",
        is_default=info["index"] == _default(audio),
    )


def _default(audio: Any) -> int:
    try:
        return int(audio.get_default_wasapi_loopback()["index"])
    except (OSError, LookupError):
        return -1

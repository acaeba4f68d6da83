"""A computer with two microphones, an output and an input that does not open; all in real time."""

import threading
import time
from dataclasses import dataclass, field

from app.core.errors import AudioError
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Capture, Device, DeviceKind, TranscribeRequest, Transcript

HEADSET = Device(id="desk:headset", name="Headset", kind=DeviceKind.INPUT, is_default=True)
CAMERA = Device(id="desk:camera", name="Camera", kind=DeviceKind.INPUT)
BROKEN = Device(id="desk:broken", name="Line in", kind=DeviceKind.INPUT)
EARPIECE = Device(id="desk:earpiece", name="Earpiece", kind=DeviceKind.PLAYBACK, is_default=True)
SAID = "It has been fifteen days."


class OneSentence:
    """Whatever is said, it is the same."""

    name = "one sentence"

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        """Write down the request's audio."""
        return Transcript(text=SAID if request.end_s - request.start_s > 1 else "", confidence=0.9)


@dataclass
class Wire:
    """A device being captured: silence, with `pcm` in it from when it was put there."""

    device: Device
    pcm: bytes = b""
    closed: bool = False
    idles: bool = False
    _began_s: float = field(default_factory=time.monotonic)
    _taken: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, pcm: bytes) -> None:
        """Play this behind what is being played."""
        with self._lock:
            self.pcm += pcm

    def take(self) -> bytes:
        """What is due by now."""
        due = int((time.monotonic() - self._began_s) * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        with self._lock:
            wanted, self._taken = due - self._taken, due
            given, self.pcm = self.pcm[:wanted], self.pcm[wanted:]
        return given.ljust(wanted, b"\0")

    def overflows(self) -> int:
        """None."""
        return 0

    def muted(self) -> bool | None:
        """Nobody can tell."""
        return None

    def close(self) -> None:
        """Note it."""
        self.closed = True


class Desktop:
    """A sound system, and what plays on it; `voice` is what the headset says each time it is opened."""

    def __init__(self, voice: bytes = b"") -> None:
        self.voice = voice
        self.there = [HEADSET, CAMERA, BROKEN, EARPIECE]
        self.wires: list[Wire] = []
        self.is_deaf = False
        self.is_broken = False
        self.played = 0
        """How many bytes were played."""

    def devices(self) -> list[Device]:
        """What is plugged in. Raises OSError where it is broken."""
        if self.is_broken:
            raise OSError("no library")
        return list(self.there)

    def open(self, device_id: str) -> Capture:
        """Capture one. Raises AudioError."""
        device = next((it for it in self.there if it.id == device_id), BROKEN)
        if device is BROKEN:
            raise AudioError(f"{device_id} is in use.", "Close what uses it.")
        wire = Wire(device, self.voice if device is HEADSET else b"")
        self.wires.append(wire)
        return wire

    def output(self) -> "Loudspeakers":
        """What plays on it."""
        return Loudspeakers(self)

    def is_free(self) -> bool:
        """Whether every device has been let go of."""
        return all(wire.closed for wire in self.wires)


@dataclass
class Loudspeakers:
    """Plays in real time, into every capture of the device."""

    desktop: Desktop
    device_id: str | None = None

    def open(self, device_id: str | None) -> "Loudspeakers":
        """Be ready. Raises OSError where the desktop is broken."""
        if self.desktop.is_broken:
            raise OSError("no library")
        return Loudspeakers(self.desktop, device_id)

    def write(self, pcm: bytes) -> None:
        """Play it."""
        for wire in self.desktop.wires:
            if wire.device.id == self.device_id and not wire.closed and not self.desktop.is_deaf:
                wire.put(pcm)
        self.desktop.played += len(pcm)
        threading.Event().wait(len(pcm) / SAMPLE_BYTES / SAMPLE_RATE_HZ)

    def drain(self) -> None:
        """All is played already."""

    def close(self) -> None:
        """Let go."""

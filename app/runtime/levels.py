"""How loud each device is right now."""

import math
import threading
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from app.core.errors import AudioError
from app.core.ports import SILENCE_DBFS, Capture, Device, SoundSystem

_LOOK_S = 0.05


class Meter:
    """The level of one device; a device that does not open, or has gone, has none and an error."""

    def __init__(self, device: Device, capture: Capture | None, error: AudioError | None = None) -> None:
        self.device = device
        self.level_dbfs: float | None = None if capture is None else SILENCE_DBFS
        self.error = error
        self._capture = capture

    def look(self) -> None:
        """Take what has arrived since the last look as the level; what brought nothing is silent."""
        if self.level_dbfs is None or self._capture is None:
            return
        try:
            self.level_dbfs = level_dbfs(self._capture.take())
        except AudioError as error:
            self.level_dbfs, self.error = None, error

    def close(self) -> None:
        """Let go of the device."""
        if self._capture is not None:
            self._capture.close()


def open_meter(system: SoundSystem, device: Device) -> Meter:
    """A meter of a device, also of one that does not open."""
    try:
        return Meter(device, system.open(device.id))
    except AudioError as error:
        return Meter(device, None, error)


@contextmanager
def meters(system: SoundSystem, devices: Sequence[Device]) -> Iterator[list[Meter]]:
    """A meter for each device, all of them capturing inside the block."""
    with ExitStack() as cleanup:
        found = []
        for device in devices:
            found.append(open_meter(system, device))
            cleanup.callback(found[-1].close)
        yield found


def ticks(seconds: float | None, clock: Callable[[], float] = time.monotonic) -> Iterator[None]:
    """Come round every twentieth of a second, for so many seconds or until stopped."""
    pause = threading.Event()
    ends = None if seconds is None else clock() + seconds
    while ends is None or clock() < ends:
        pause.wait(_LOOK_S)
        yield


def level_dbfs(pcm: bytes) -> float:
    """Root mean square of signed 16-bit samples in decibels below full scale."""
    samples = array("h", pcm)
    square = sum(sample * sample for sample in samples)
    if not square:
        return SILENCE_DBFS
    return max(SILENCE_DBFS, 10 * math.log10(square / len(samples)) - 20 * math.log10(32768))

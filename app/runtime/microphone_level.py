"""How loud one microphone is, looked at while somebody makes ready to speak into it."""

import threading
from collections.abc import Callable

from app.core.ports import Device, SoundSystem
from app.runtime.levels import Meter, meters

_LOOK_S = 0.05


class MicrophoneLevel:
    """Measures the device that `find` names on the thread `level`, from `start` to `stop`; both return at once."""

    def __init__(self, sound: Callable[[], SoundSystem], find: Callable[[SoundSystem], Device | None]) -> None:
        self._sound = sound
        self._find = find
        self._meter: Meter | None = None
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Open the microphone."""
        self._stopping = stopping = threading.Event()
        self._thread = threading.Thread(target=self._measure, args=(stopping,), name="level", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let go of it."""
        self._stopping.set()
        self._meter = None

    def join(self, within_s: float) -> None:
        """Wait until it is let go of."""
        if self._thread is not None:
            self._thread.join(within_s)

    def level_dbfs(self) -> float | None:
        """The newest level in decibels below full scale, None while the microphone is not open."""
        meter = self._meter
        return None if meter is None else meter.level_dbfs

    def name(self) -> str:
        """What the microphone is called, "" while it is not open."""
        meter = self._meter
        return "" if meter is None else meter.device.name

    def _measure(self, stopping: threading.Event) -> None:
        try:
            system = self._sound()
            device = self._find(system)
            if device is None:
                return
            with meters(system, [device]) as (meter,):
                while not stopping.is_set():
                    meter.look()
                    self._meter = None if stopping.is_set() else meter
                    stopping.wait(_LOOK_S)
        except Exception:  # noqa: BLE001 - a thread's edge: a microphone that cannot be measured is not open
            self._meter = None

"""How loud one microphone is, looked at while somebody makes ready to speak into it."""

from collections.abc import Callable, Sequence
from functools import cache

from app.core.ports import Device, SoundSystem
from app.core.setup import Metered
from app.runtime.meter_watch import MeterWatch


class MicrophoneLevel:
    """Has the device that `find` names among those there are measured from `start` to `stop`; both return at once."""

    def __init__(self, sound: Callable[[], SoundSystem], find: Callable[[Sequence[Device]], Device | None]) -> None:
        self._sound = sound
        self._find = find
        self._watch: MeterWatch | None = None
        self._is_wanted = False

    def start(self) -> None:
        """Open the microphone."""
        self.stop()
        self._is_wanted = True
        self._watch = MeterWatch(cache(self._sound))
        self._watch.want(self._found)
        self._watch.start()

    def stop(self) -> None:
        """Let go of it."""
        self._is_wanted = False
        if self._watch is not None:
            self._watch.close()

    def join(self, within_s: float) -> None:
        """Wait until it is let go of."""
        if self._watch is not None:
            self._watch.join(within_s)

    def level_dbfs(self) -> float | None:
        """The newest level in decibels below full scale, None while the microphone is not open."""
        open_one = self._open()
        return None if open_one is None else open_one.level_dbfs

    def name(self) -> str:
        """What the microphone is called, "" while it is not open."""
        open_one = self._open()
        return "" if open_one is None else open_one.device.name

    def _open(self) -> Metered | None:
        if self._watch is None or not self._is_wanted:
            return None
        return next((it for it in self._watch.seen.devices if it.level_dbfs is not None), None)

    def _found(self, devices: Sequence[Device]) -> Sequence[Device]:
        device = self._find(devices)
        return [] if device is None else [device]

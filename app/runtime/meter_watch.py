"""How loud the devices of a computer are, again and again, and which of them come and go."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.errors import AudioError
from app.core.ports import SILENCE_DBFS, Device, SoundSystem
from app.core.setup import Metered
from app.runtime.levels import Meter, open_meter

_LOOK_S = 0.05
_LIST_EVERY_S = 2.0


Choose = Callable[[Sequence[Device]], Sequence[Device]]
"""Which of the devices that there are to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is now; `has_looked` once it has been listed, `trouble` where it cannot be."""

    devices: tuple[Metered, ...] = ()
    has_looked: bool = False
    trouble: str = ""


class MeterWatch:
    """Measures the wanted devices on the thread `meters`; others are listed and not opened.

    A device that is plugged in is found within two seconds where the system tells of it while others are open; else
    when it is looked again. `clock` may be that of a test.
    """

    def __init__(self, sound: Callable[[], SoundSystem], clock: Callable[[], float] = time.monotonic) -> None:
        self._sound = sound
        self._clock = clock
        self._changed = threading.Condition()
        self._choose: Choose | None = None
        self._is_closing = False
        self._is_to_look = False
        self._seen = Seen()
        self._found: Sequence[Device] = ()
        self._trouble = ""
        self._loudest: dict[str, float] = {}
        self._thread = threading.Thread(target=self._work, name="meters", daemon=True)

    @property
    def seen(self) -> Seen:
        """The newest look."""
        return self._seen

    def start(self) -> None:
        """Be ready to measure."""
        self._thread.start()

    def want(self, choose: Choose | None) -> None:
        """Measure these from now on, or let go of all devices; returns at once."""
        with self._changed:
            self._choose = choose
            self._changed.notify_all()

    def look_again(self) -> None:
        """Let go of every device and list them anew; returns at once."""
        with self._changed:
            self._is_to_look = True
            self._changed.notify_all()

    def close(self) -> None:
        """Stop for good; returns at once."""
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()

    def join(self, within_s: float) -> None:
        """Wait until every device has been let go of, after `close`."""
        self._thread.join(within_s)

    def is_over(self) -> bool:
        """Whether every device has been let go of."""
        return not self._thread.is_alive()

    def _work(self) -> None:
        while choose := self._await_wish():
            opened: dict[str, Meter] = {}
            try:
                try:
                    self._measure(choose, opened)
                finally:
                    for meter in opened.values():
                        meter.close()
            except Exception:  # noqa: BLE001 - a thread's edge: whatever a sound library says, there is a next try
                self._fail(choose)

    def _fail(self, choose: Choose) -> None:
        """Tell it, and rest before the next try."""
        error = AudioError("The devices cannot be measured.", "Look again, or restart Calmline.")
        self._seen = Seen(has_looked=True, trouble=error.line())
        with self._changed:
            self._changed.wait_for(lambda: not self._goes_on(choose), _LIST_EVERY_S)

    def _await_wish(self) -> Choose | None:
        """What is wanted, nothing at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._choose or self._is_closing)
            self._is_to_look = False
            return None if self._is_closing else self._choose

    def _measure(self, choose: Choose, opened: dict[str, Meter]) -> None:
        next_list_s = self._clock()
        while self._goes_on(choose):
            if self._clock() >= next_list_s:
                self._list(choose, opened)
                next_list_s = self._clock() + _LIST_EVERY_S
            for meter in opened.values():
                meter.look()
            self._show(opened)
            with self._changed:
                self._changed.wait_for(lambda: not self._goes_on(choose), _LOOK_S)

    def _goes_on(self, choose: Choose) -> bool:
        return self._choose == choose and not self._is_closing and not self._is_to_look

    def _list(self, choose: Choose, opened: dict[str, Meter]) -> None:
        """Close what has gone and open what has come; what is there is shown before it is open."""
        try:
            self._found, self._trouble = self._sound().devices(), ""
        except AudioError as error:
            self._found, self._trouble = (), error.line()
        wanted = {device.id: device for device in choose(self._found)}
        for gone in opened.keys() - wanted.keys():
            opened.pop(gone).close()
            self._loudest.pop(gone, None)
        self._show(opened)
        for device_id in wanted.keys() - opened.keys():
            if self._goes_on(choose):
                opened[device_id] = open_meter(self._sound(), wanted[device_id])

    def _show(self, opened: dict[str, Meter]) -> None:
        devices = tuple(self._metered(it, opened.get(it.id)) for it in self._found)
        self._seen = Seen(devices=devices, has_looked=True, trouble=self._trouble)

    def _metered(self, device: Device, meter: Meter | None) -> Metered:
        if meter is None:
            return Metered(device=device)
        loudest = max(self._loudest.get(device.id, SILENCE_DBFS), meter.level_dbfs or SILENCE_DBFS)
        self._loudest[device.id] = loudest
        trouble = meter.error.line() if meter.error else ""
        return Metered(device=device, level_dbfs=meter.level_dbfs, loudest_dbfs=loudest, trouble=trouble)

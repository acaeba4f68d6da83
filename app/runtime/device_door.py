"""Opens and closes a device beside the call's thread, which never waits for one."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from app.core.ports import Capture, SoundSystem

Beside = Callable[[Callable[[], None]], None]

RETRY_S = 0.5


def on_a_thread(work: Callable[[], None]) -> None:
    """Do it on a thread of its own."""
    threading.Thread(target=work, name="device", daemon=True).start()


class DeviceDoor:
    """Tries to open one device every half second until it is there."""

    def __init__(self, system: SoundSystem, device_id: str, beside: Beside) -> None:
        self._system = system
        self._device_id = device_id
        self._beside = beside
        self._opened: SimpleQueue[Capture | None] = SimpleQueue()
        self._is_trying = False
        self._next_s = 0.0
        self._is_shut = False

    def open_now(self) -> Capture:
        """Open it on this thread. Raises AudioError."""
        return self._system.open(self._device_id)

    def look(self, now_s: float) -> Capture | None:
        """The device once it has opened; starts another try where one is due."""
        if not self._is_trying:
            if now_s < self._next_s:
                return None
            self._is_trying = True
            self._next_s = now_s + RETRY_S
            self._beside(self._try)
        try:
            opened = self._opened.get_nowait()
        except Empty:
            return None
        self._is_trying = False
        return opened

    def close(self, capture: Capture) -> None:
        """Let go of a device."""
        self._beside(capture.close)

    def shut(self) -> None:
        """Open nothing more, and let go of what a last try opens."""
        self._is_shut = True
        self._drain()

    def _try(self) -> None:
        try:
            self._opened.put(self.open_now())
        except Exception:  # noqa: BLE001 - a thread's edge: whatever a sound library says, there is a next try
            self._opened.put(None)
        if self._is_shut:
            self._drain()

    def _drain(self) -> None:
        while True:
            try:
                capture = self._opened.get_nowait()
            except Empty:
                return
            if capture is not None:
                capture.close()

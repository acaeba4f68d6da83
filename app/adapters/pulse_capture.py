"""Captures one device of a sound server, on a thread with a connection of its own."""

import threading
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from app.adapters.pcm_queue import PcmQueue
from app.adapters.pulse import connected, is_muted, source_of
from app.adapters.pulse_stream import RecordStream, pulsectl
from app.core.errors import AudioError
from app.core.ports import Device, DeviceKind

_OPENING_S = 3.0
_LOOK_S = 0.2
_JOIN_S = 2.0
_CHANGES = {DeviceKind.INPUT: "source", DeviceKind.PLAYBACK: "sink", DeviceKind.APPLICATION: "sink_input"}


class PulseCapture:
    """A device being captured; an application is followed from stream to stream and is silent between them."""

    def __init__(self, device: Device) -> None:
        """Open it. Raises AudioError."""
        self._device = device
        self._queue = PcmQueue()
        self._muted: bool | None = None
        self._closing = threading.Event()
        self._has_changed = True
        self._played: tuple[str, int | None] | None = None
        self._stream: RecordStream | None = None
        opened: SimpleQueue[AudioError | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, args=(opened,), name="capture", daemon=True)
        self._thread.start()
        try:
            error = opened.get(timeout=2 * _OPENING_S)
        except Empty:
            error = AudioError("{name} did not open in time.", "Check the sound server.", name=device.name)
        if error is not None:
            self.close()
            raise error

    @property
    def device(self) -> Device:
        """What was opened."""
        return self._device

    @property
    def idles(self) -> bool:
        """A monitor gives silence while nothing plays; an application that plays nothing has no stream."""
        return self._device.kind is DeviceKind.APPLICATION

    def take(self) -> bytes:
        """What has arrived. Raises AudioError."""
        return self._queue.take()

    def overflows(self) -> int:
        """How often audio was lost here."""
        return self._queue.lost

    def muted(self) -> bool | None:
        """What the server said last."""
        return self._muted

    def close(self) -> None:
        """Let go of the device."""
        self._closing.set()
        self._thread.join(_JOIN_S)

    def _run(self, opened: SimpleQueue[AudioError | None]) -> None:
        try:
            with connected() as pulse:
                try:
                    self._begin(pulse)
                    opened.put(None)
                    self._hear(pulse)
                finally:
                    self._drop_stream()
        except AudioError as error:
            opened.put(error)
        except Exception:  # noqa: BLE001 - a thread's edge: whoever takes must learn that nothing will come
            opened.put(self._gone())
        self._queue.fail(self._gone())

    def _begin(self, pulse: Any) -> None:
        pulse.event_mask_set(_CHANGES[self._device.kind])
        pulse.event_callback_set(self._notice)
        self._follow(pulse)
        waited_s = 0.0
        while self._stream is not None and self._stream.is_opening and waited_s < _OPENING_S:
            pulse.event_listen(_LOOK_S / 10)
            waited_s += _LOOK_S / 10
        if self._stream is not None and (self._stream.is_opening or self._stream.is_gone):
            raise self._gone()

    def _hear(self, pulse: Any) -> None:
        while not self._closing.is_set():
            pulse.event_listen(_LOOK_S)
            if self._stream is not None and self._stream.is_gone:
                if not self.idles:
                    return
                self._drop_stream()
                self._has_changed = True
            if self._has_changed:
                self._follow(pulse)

    def _follow(self, pulse: Any) -> None:
        """Learn the mute, and take up the stream that is played now."""
        self._has_changed = False
        try:
            self._muted = is_muted(self._device, pulse)
            played = source_of(self._device, pulse)
        except pulsectl.PulseIndexError:
            self._has_changed = True  # gone between two questions: the stream ends next, or is found at the next look
            return
        if played == self._played and self._stream is not None:
            return
        self._drop_stream()
        self._played = played
        if played is not None:
            source, stream = played
            self._stream = RecordStream(pulse, source, partial(self._keep, pulse), played=stream)

    def _keep(self, pulse: Any, piece: bytes | None) -> None:
        if piece is None:
            self._queue.lose()
        else:
            self._queue.put(piece)
        if self._closing.is_set():
            pulse.event_listen_stop()

    def _drop_stream(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _notice(self, _: object) -> None:
        """Something of this kind has changed: leave the loop, since nothing may be asked from here."""
        self._has_changed = True
        raise pulsectl.PulseLoopStop

    def _gone(self) -> AudioError:
        return AudioError("{name} is gone.", "Plug it in again, or choose another device.", name=self._device.name)

"""Both sides of a live call, from two devices, in step with one clock."""

import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping

from app.core.events import Channel, Health, HealthCode, LineChanged, LineState
from app.core.message import Message
from app.core.ports import FRAME_SAMPLES, SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk, SoundSystem, SourceEvent, Wait
from app.runtime.device_door import Beside, DeviceDoor, on_a_thread
from app.runtime.line import Line

_MOST_FRAMES = 3
_LATE_S = 0.008
_MUTE_LOOK_S = 0.5


class LiveLines:
    """A source that ends when it is stopped, or after `limit_s`; a side without a device is silent.

    `names` are what to call the devices before they have opened. Second 0 is when the devices have opened. A chunk
    comes when the clock says that its last sample was spoken, later only while a device is late. Where whoever
    asks for chunks has nothing to do meanwhile the wait is `wait`, which returns at once when `stop` is called.
    """

    def __init__(  # noqa: PLR0913 - two devices, and the ports that a test replaces
        self,
        system: SoundSystem,
        *,
        microphone: str | None,
        caller: str | None,
        names: Mapping[str, str] | None = None,
        limit_s: float | None = None,
        clock: Callable[[], float] = time.monotonic,
        wait: Wait | None = None,
        beside: Beside = on_a_thread,
    ) -> None:
        self._stopping = threading.Event()
        self._clock = clock
        self._wait = wait or self._stopping.wait
        self._is_one_device = microphone is not None and microphone == caller
        self._lines = {
            channel: Line(channel, DeviceDoor(system, device_id, beside), (names or {}).get(device_id, device_id))
            for channel, device_id in ((Channel.AGENT, microphone), (Channel.CALLER, caller))
            if device_id is not None
        }
        self._limit = None if limit_s is None else _whole_frames(round(limit_s * SAMPLE_RATE_HZ) + FRAME_SAMPLES - 1)
        self._given = 0
        self._begin_s = 0.0
        self._is_muted = False
        self._next_look_s = 0.0

    @property
    def name(self) -> str:
        """Names of the devices, the microphone first."""
        return " + ".join(line.name for line in self._lines.values())

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Always both."""
        return (Channel.AGENT, Channel.CALLER)

    def stop(self) -> None:
        """End the call, from any thread."""
        self._stopping.set()

    def chunks(self, wait: Wait | None = None) -> Generator[AudioChunk | SourceEvent, None, None]:
        """Audio of both channels in lockstep, and what happens to the devices."""
        wait = wait or self._wait
        try:
            for line in self._lines.values():
                yield from line.open(self._clock())
            self._begin_s = self._next_look_s = self._clock()
            if self._is_one_device:
                advice = Message("Both sides of the call come from one device: choose another one for the caller.")
                yield Health(code=HealthCode.ONE_DEVICE, advice=advice, lag_s=0.0, at_s=0.0)
            while not self._stopping.is_set() and (self._limit is None or self._given < self._limit):
                yield from self._step(wait)
        finally:
            last = [event for line in self._lines.values() for event in line.close()]
        yield from last

    def _step(self, wait: Wait) -> Iterator[AudioChunk | SourceEvent]:
        """Give what is due, then wait for more."""
        now_s = self._clock()
        due = int((now_s - self._begin_s) * SAMPLE_RATE_HZ) - self._given
        for line in self._lines.values():
            yield from line.gather(now_s, due)
        yield from self._look_for_mute(now_s)
        due = _whole_frames(due)
        if self._limit is not None:
            due = min(due, self._limit - self._given)
        samples = _whole_frames(min([due, *(line.ready(due) for line in self._lines.values())]))
        late = samples < due
        while samples > 0:
            step = min(samples, _MOST_FRAMES * FRAME_SAMPLES)
            yield from self._give(step)
            samples -= step
        next_s = self._begin_s + (self._given + FRAME_SAMPLES) / SAMPLE_RATE_HZ
        wait(_LATE_S if late else max(0.0, next_s - self._clock()))

    def _give(self, samples: int) -> Iterator[AudioChunk]:
        silence = bytes(samples * SAMPLE_BYTES)
        for channel in self.channels:
            line = self._lines.get(channel)
            pcm = line.give(samples) if line else silence
            hidden = channel is Channel.AGENT and self._is_muted
            yield AudioChunk(channel=channel, pcm=silence if hidden else pcm)
        self._given += samples

    def _look_for_mute(self, now_s: float) -> Iterator[SourceEvent]:
        """Whether the agent's microphone is muted; an adapter knows that without asking anybody."""
        line = self._lines.get(Channel.AGENT)
        if line is None or line.capture is None or now_s < self._next_look_s:
            return
        self._next_look_s = now_s + _MUTE_LOOK_S
        is_muted = line.capture.muted() is True
        if is_muted is not self._is_muted:
            self._is_muted = is_muted
            state = LineState.MUTED if is_muted else LineState.OPEN
            yield LineChanged(channel=Channel.AGENT, state=state, detected=True, at_s=self._given / SAMPLE_RATE_HZ)


def _whole_frames(samples: int) -> int:
    return samples - samples % FRAME_SAMPLES

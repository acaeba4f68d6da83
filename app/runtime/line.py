"""One channel of a live call: what its device delivers, made to fit the clock."""

from collections.abc import Iterator

from app.core.errors import AudioError
from app.core.events import AudioGap, Channel, Health, HealthCode
from app.core.message import Message, sentences
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, Capture, DeviceKind, SourceEvent
from app.runtime.device_door import DeviceDoor
from app.runtime.slack import TARGET, Slack

STALL_S = 1.0
"""Late audio is waited for, so long and on both channels."""

IDLE_S = 0.2
"""The same for a device that delivers nothing while nothing plays."""

LOST_S = 2.5
"""A device that has said nothing for so long is opened anew; one that starts may take as long without a gap."""

_LATE_S = 0.1
"""Longer than this between two deliveries says nothing about a clock."""

_LEAST_GAP = round(0.1 * SAMPLE_RATE_HZ)
_QUIET = 330  # 1 % of full scale
_TRIES = 62


class Line:
    """Gives exactly the samples that are due: late audio is waited for, lost audio becomes silence and is told."""

    def __init__(self, channel: Channel, door: DeviceDoor, name: str) -> None:
        self.channel = channel
        self.name = name
        self._door = door
        self._capture: Capture | None = None
        self._held = bytearray()
        self._given = 0
        self._arrived_s = 0.0
        self._losses = 0
        self._is_new = True
        self._is_filling = False
        self._is_away = False
        self._gap_from: int | None = None
        self._slack = Slack()
        self._wrong = 0
        self._tries = 0

    @property
    def capture(self) -> Capture | None:
        """The device while it is there."""
        return self._capture

    def open(self, now_s: float) -> Iterator[SourceEvent]:
        """Open the device for the first time."""
        try:
            self._take_on(self._door.open_now(), now_s)
        except AudioError as error:
            yield from self._lose(error)

    def gather(self, now_s: float, due: int) -> Iterator[SourceEvent]:
        """Take what has arrived; `due` is how many samples the clock asks for that were not given yet."""
        if self._capture is None:
            yield from self._look_for_device(now_s)
        if self._capture is None:
            return
        try:
            pcm = self._capture.take()
        except AudioError as error:
            yield from self._lose(error)
            return
        if pcm:
            self._arrived_s = now_s
            yield from self._keep(pcm, due)
        elif self._in_hand < due:
            yield from self._miss(now_s - self._arrived_s)
        if not self._is_filling and not self._is_new and now_s - self._arrived_s < _LATE_S:
            yield from self._follow_clock(due)

    def ready(self, due: int) -> int:
        """How many of the due samples can be given."""
        return due if self._is_filling else min(due, self._in_hand)

    def give(self, samples: int) -> bytes:
        """The next samples, with silence where there are none."""
        size = samples * SAMPLE_BYTES
        pcm = bytes(self._held[:size])
        del self._held[:size]
        self._given += samples
        return pcm.ljust(size, b"\0")

    def close(self) -> Iterator[SourceEvent]:
        """Let go of the device, and tell what is still missing."""
        self._door.shut()
        if self._capture is not None:
            self._capture.close()
            self._capture = None
        yield from self._end_gap(self._given)

    @property
    def _in_hand(self) -> int:
        return len(self._held) // SAMPLE_BYTES

    def _take_on(self, capture: Capture, now_s: float) -> None:
        self._capture = capture
        self.name = capture.device.name
        self._losses = capture.overflows()
        self._arrived_s = now_s

    def _look_for_device(self, now_s: float) -> Iterator[SourceEvent]:
        capture = self._door.look(now_s)
        if capture is None:
            return
        self._take_on(capture, now_s)
        if not capture.idles:
            return  # it is back once it is heard
        yield from self._welcome()
        if capture.device.kind is DeviceKind.APPLICATION:
            self._gap_from = None  # an application that was not there said nothing
        yield from self._end_gap(self._given)

    def _welcome(self) -> Iterator[SourceEvent]:
        if self._is_away:
            self._is_away = False
            yield self._health(
                HealthCode.DEVICE_BACK, Message("{name} is back; Calmline hears it again.", name=self.name)
            )

    def _lose(self, error: AudioError) -> Iterator[SourceEvent]:
        if self._capture is not None:
            self._door.close(self._capture)
            self._capture = None
        self._is_new = False
        self._begin_filling(is_gap=True)
        if not self._is_away:
            self._is_away = True
            again = Message("Calmline goes on without it, and hears it again as soon as it is back.")
            yield self._health(HealthCode.DEVICE_LOST, sentences(error.line(), again))

    def _miss(self, silent_s: float) -> Iterator[SourceEvent]:
        """Nothing came although it was due."""
        assert self._capture is not None  # noqa: S101 - gather has looked
        if self._capture.idles:
            if silent_s >= IDLE_S:
                self._begin_filling(is_gap=False)
            return
        if silent_s >= LOST_S:
            yield from self._lose(
                AudioError("Nothing comes from {name}.", "Check that it is plugged in.", name=self.name)
            )
        elif silent_s >= STALL_S:
            self._begin_filling(is_gap=True)

    def _keep(self, pcm: bytes, due: int) -> Iterator[SourceEvent]:
        assert self._capture is not None  # noqa: S101 - gather has looked
        losses = self._capture.overflows()
        if self._is_new or self._is_filling:
            yield from self._fit_in(pcm, due)
        elif losses > self._losses:
            missing = due + TARGET - self._in_hand - len(pcm) // SAMPLE_BYTES
            yield from self._insert_gap(missing)
            self._held += pcm
        else:
            self._held += pcm
        self._losses = losses

    def _fit_in(self, pcm: bytes, due: int) -> Iterator[SourceEvent]:
        """The first audio after none: the newest of it belongs to now."""
        yield from self._welcome()
        want = (due + TARGET) * SAMPLE_BYTES
        self._held[:] = pcm[-want:].rjust(want, b"\0")
        begins = self._given + max(0, want - len(pcm)) // SAMPLE_BYTES
        if self._is_new:
            self._gap_from = None
        self._is_new = self._is_filling = False
        self._restart_slack()
        yield from self._end_gap(begins)

    def _follow_clock(self, due: int) -> Iterator[SourceEvent]:
        if not self._wrong:
            self._wrong = self._slack.correction(self._in_hand - due)
            self._tries = _TRIES
            if abs(self._wrong) > _LEAST_GAP:
                self._tries = 0
        if not self._wrong:
            return
        self._tries -= 1
        if self._tries > 0 and not self._is_quiet(abs(self._wrong)):
            return
        if self._wrong > _LEAST_GAP:
            yield from self._insert_gap(self._wrong)
        elif self._wrong > 0:
            self._held[:0] = bytes(self._wrong * SAMPLE_BYTES)
        else:
            del self._held[: -self._wrong * SAMPLE_BYTES]
        self._restart_slack()

    def _is_quiet(self, samples: int) -> bool:
        head = memoryview(self._held)[: samples * SAMPLE_BYTES].cast("h")
        return len(head) == samples and max(head) < _QUIET and min(head) > -_QUIET

    def _restart_slack(self) -> None:
        self._wrong = 0
        self._slack.restart()

    def _insert_gap(self, samples: int) -> Iterator[SourceEvent]:
        if samples > 0:
            begins = self._given + self._in_hand
            self._held += bytes(samples * SAMPLE_BYTES)
            yield self._gap(begins, begins + samples)

    def _begin_filling(self, *, is_gap: bool) -> None:
        self._is_filling = True
        if is_gap and self._gap_from is None:
            self._gap_from = self._given + self._in_hand

    def _end_gap(self, at: int) -> Iterator[SourceEvent]:
        begins, self._gap_from = self._gap_from, None
        if begins is not None and at > begins:
            yield self._gap(begins, at)

    def _gap(self, begins: int, ends: int) -> AudioGap:
        return AudioGap(channel=self.channel, start_s=begins / SAMPLE_RATE_HZ, end_s=ends / SAMPLE_RATE_HZ)

    def _health(self, code: HealthCode, advice: str) -> Health:
        return Health(code=code, advice=advice, lag_s=0.0, at_s=self._given / SAMPLE_RATE_HZ)

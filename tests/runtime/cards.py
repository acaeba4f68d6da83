"""Sound cards on a virtual clock: a sound system whose every sample says when it was spoken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from app.core.errors import AudioError
from app.core.events import AudioGap, Channel, Health, HealthCode
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, AudioChunk, Capture, Device, DeviceKind, SourceEvent
from app.runtime.lines import LiveLines

Span = tuple[float, float]

FIRST, WRAP = 1_000, 30_000
"""Values of samples: milliseconds since the room began, above what counts as quiet, from anew every 30 s."""


@dataclass
class Card:
    """A device, and when what happens to it: all in seconds of the room's clock.

    While it stalls nothing is delivered, and all of it afterwards; while it overflows audio is lost; while it is quiet
    there is none; while it is away it cannot be opened.
    """

    name: str
    kind: DeviceKind = DeviceKind.INPUT
    idles: bool = False
    block_s: float = 0.02
    ppm: float = 0.0
    stalls: Sequence[Span] = ()
    overflows: Sequence[Span] = ()
    quiet: Sequence[Span] = ()
    away: Sequence[Span] = ()
    muted: Sequence[Span] = ()
    is_silent: bool = False

    @property
    def device(self) -> Device:
        """What a sound system lists."""
        return Device(id=f"room:{self.name}", name=self.name, kind=self.kind)

    def pcm(self, block: int) -> bytes:
        """The samples of a block, as many as the card's own clock makes of it."""
        per_block = self.block_s * SAMPLE_RATE_HZ * (1 + self.ppm / 1e6)
        samples = round((block + 1) * per_block) - round(block * per_block)
        if self.is_silent:
            return bytes(samples * SAMPLE_BYTES)
        spoken_ms = (block * self.block_s + np.arange(samples) / samples * self.block_s) * 1000
        return bytes((FIRST + np.floor(spoken_ms) % WRAP).astype("<i2").tobytes())


@dataclass
class Room:
    """The cards of a computer, its clock, and a wait that takes a little longer than it was asked to."""

    cards: Sequence[Card]
    now_s: float = 100.0
    oversleeps_s: float = 0.0002
    opened: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)

    def clock(self) -> float:
        """Seconds."""
        return self.now_s

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now_s += seconds + self.oversleeps_s

    def devices(self) -> list[Device]:
        """Cards that are there."""
        return [card.device for card in self.cards if not within(card.away, self.now_s)]

    def open(self, device_id: str) -> Capture:
        """Capture a card. Raises AudioError while it is away."""
        for card in self.cards:
            if card.device.id == device_id and not within(card.away, self.now_s):
                self.opened.append(card.name)
                return CardCapture(card, self)
        raise AudioError(f"{device_id} is not there.", "Plug it in.")


class CardCapture:
    """A card being captured."""

    def __init__(self, card: Card, room: Room) -> None:
        self._card = card
        self._room = room
        self._opened_s = room.now_s
        self._next = int(room.now_s / card.block_s)
        self._losses = 0

    @property
    def device(self) -> Device:
        """What was opened."""
        return self._card.device

    @property
    def idles(self) -> bool:
        """As the card says."""
        return self._card.idles

    def take(self) -> bytes:
        """Blocks that are complete. Raises AudioError once the card has been away."""
        card, now_s = self._card, self._room.now_s
        if any(start < now_s and end > self._opened_s for start, end in card.away):
            raise AudioError(f"{card.name} is gone.", "Plug it in.")
        taken = []
        while (self._next + 1) * card.block_s <= now_s and not within(card.stalls, now_s):
            middle_s = (self._next + 0.5) * card.block_s
            if within(card.overflows, middle_s):
                self._losses += 1
            elif not within(card.quiet, middle_s):
                taken.append(card.pcm(self._next))
            self._next += 1
        return b"".join(taken)

    def overflows(self) -> int:
        """Blocks that were lost."""
        return self._losses

    def muted(self) -> bool:
        """Whether it is muted now."""
        return within(self._card.muted, self._room.now_s)

    def close(self) -> None:
        """Let go of it."""
        self._room.closed.append(self._card.name)


def within(spans: Sequence[Span], at_s: float) -> bool:
    """Whether a moment lies in one of the spans."""
    return any(start <= at_s < end for start, end in spans)


@dataclass
class Heard:
    """What a live call gave."""

    pcm: dict[Channel, bytearray] = field(repr=False)
    events: list[SourceEvent]
    begin_s: float

    def gaps(self, channel: Channel) -> list[AudioGap]:
        """Gaps of a channel."""
        return [event for event in self.events if isinstance(event, AudioGap) and event.channel is channel]

    @property
    def health(self) -> list[HealthCode]:
        """What the health line says."""
        return [event.code for event in self.events if isinstance(event, Health)]

    def samples(self, channel: Channel) -> NDArray[np.int64]:
        """Values of a channel's samples."""
        return np.frombuffer(self.pcm[channel], "<i2").astype(np.int64)

    def lateness_ms(self, channel: Channel) -> NDArray[np.float64]:
        """How much later than it was spoken each sample stands in the call; silence is left out."""
        values = self.samples(channel)
        stands_ms = self.begin_s * 1000 + np.arange(len(values)) * 1000 / SAMPLE_RATE_HZ
        spoken_ms = values - FIRST
        late = (stands_ms - spoken_ms + WRAP / 2) % WRAP - WRAP / 2
        return np.asarray(late[values != 0], dtype=np.float64)

    def share_of_silence(self, channel: Channel, start_s: float, end_s: float) -> float:
        """Share of zeros between two seconds of the call."""
        part = self.samples(channel)[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]
        return float(np.mean(part == 0))


def hear(
    room: Room,
    *,
    microphone: str | None = None,
    caller: str | None = None,
    seconds: float = 5.0,
    seen: Callable[[AudioChunk], object] = lambda _: None,
) -> Heard:
    """Hear the cards of these names for so long."""
    lines = LiveLines(
        room,
        microphone=f"room:{microphone}" if microphone else None,
        caller=f"room:{caller}" if caller else None,
        limit_s=seconds,
        clock=room.clock,
        wait=room.wait,
        beside=lambda work: work(),
    )
    heard = Heard({channel: bytearray() for channel in lines.channels}, [], room.now_s)
    for given in lines.chunks():
        if isinstance(given, AudioChunk):
            heard.pcm[given.channel] += given.pcm
            seen(given)
        else:
            heard.events.append(given)
    return heard

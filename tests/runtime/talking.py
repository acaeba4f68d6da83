"""A microphone that somebody speaks into now and then, and an output that notes what it plays."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.core.errors import AudioError
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ
from tests.runtime.cards import Card, Span, within


@dataclass
class Talker(Card):
    """Somebody speaks in these spans of the room's clock; else it is still."""

    speaks: Sequence[Span] = ()

    def pcm(self, block: int) -> bytes:
        """A voice, or silence."""
        samples = round(self.block_s * SAMPLE_RATE_HZ)
        value = 900 if within(self.speaks, block * self.block_s) else 0
        return value.to_bytes(SAMPLE_BYTES, "little") * samples


@dataclass
class Output:
    """A device that plays at once what it is given."""

    played: bytearray = field(default_factory=bytearray)
    opened: list[str | None] = field(default_factory=list)
    is_open: bool = False
    is_broken: bool = False
    holds: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Nothing holds it up."""
        self.holds.set()

    def play(self, device_id: str, pcm: bytes) -> None:
        """Play it to its end."""
        self.open(device_id).write(pcm)

    def open(self, device_id: str | None) -> "Output":
        """Be ready."""
        if self.is_broken:
            raise AudioError("The output does not play.", "Plug it in.")
        self.opened.append(device_id)
        self.is_open = True
        return self

    def write(self, pcm: bytes) -> None:
        """Play it, once nothing holds it up."""
        self.holds.wait(10)
        self.played += pcm

    def drain(self) -> None:
        """All is played already."""

    def close(self) -> None:
        """Let go."""
        self.is_open = False

"""A recording that fails in the middle."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.errors import AudioError
from app.core.events import Channel
from app.core.ports import AudioChunk, Wait
from tests.runtime.scripted import BOTH, ScriptedCall, Voice

HELLO = Voice(Channel.CALLER, 0.5, 2.5, "Hello, is anybody there?")


@dataclass(frozen=True)
class BrokenSource:
    """Gives two seconds, then fails."""

    name: str = "broken"
    channels: tuple[Channel, ...] = BOTH

    def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk]:
        """Some chunks. Raises AudioError."""
        yield from ScriptedCall([HELLO], 2.0).chunks()
        raise AudioError("The headset is gone.", "Plug it in again.")

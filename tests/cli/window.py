"""The window of Calmline in a process of its own, on devices and with a speech engine of the test's: `-m` runs it."""

import time
from dataclasses import dataclass, field

from app.call_options import call_settings
from app.compose import LoadPlaybook, Parts, load_parts
from app.core.events import Channel
from app.core.ports import (
    SAMPLE_BYTES,
    SAMPLE_RATE_HZ,
    Capture,
    Device,
    DeviceKind,
    Transcriber,
)
from app.desk import Desk
from app.settings import Settings
from tests.adapters.engine import piece
from tests.desktops import OneSentence

MICROPHONE = Device(id="room:headset", name="headset", kind=DeviceKind.INPUT, is_default=True)
PLAYER = Device(id="room:player", name="player", kind=DeviceKind.PLAYBACK, is_default=True)


@dataclass
class RealTime:
    """A device that delivers its sound over and over, as fast as it is spoken."""

    device: Device
    pcm: bytes
    idles: bool = False
    _began_s: float = field(default_factory=time.monotonic)
    _taken: int = 0

    def take(self) -> bytes:
        """What is due by now."""
        due = int((time.monotonic() - self._began_s) * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        wanted = range(self._taken, due)
        self._taken = due
        return bytes(self.pcm[at % len(self.pcm)] for at in wanted)

    def overflows(self) -> int:
        """None."""
        return 0

    def muted(self) -> bool | None:
        """Nobody can tell."""
        return None

    def close(self) -> None:
        """Nothing to let go of."""


class Headset:
    """A caller who talks, and an agent who does not."""

    def __init__(self) -> None:
        self._voice = piece(4.2, 8.4).sides[Channel.CALLER]

    def devices(self) -> list[Device]:
        """Both sides."""
        return [MICROPHONE, PLAYER]

    def open(self, device_id: str) -> Capture:
        """Capture one of them."""
        is_caller = device_id == PLAYER.id
        return RealTime(PLAYER, self._voice) if is_caller else RealTime(MICROPHONE, bytes(len(self._voice)))


def load(settings: Settings, transcriber: Transcriber | None, playbook_of: LoadPlaybook) -> Parts:
    """All real but the speech engine."""
    return load_parts(settings, transcriber or OneSentence(), playbook_of)


if __name__ == "__main__":
    Desk(call_settings(), load=load, sound=Headset).run()

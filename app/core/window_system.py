"""What the system that shows the windows does for an application, and why not where it does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from app.core.chords import Chord
from app.core.message import Message


class CaptureShield(Protocol):
    """Keeps windows out of what others see of the screen."""

    def hide(self, window: int, *, wanted: bool) -> None:
        """Leave the native window of this number out of captures, or not any more. Raises WindowError."""
        ...


class HeldKeys(Protocol):
    """Keys that are an application's own wherever the focus is, until they are closed."""

    @property
    def refused(self) -> frozenset[str]:
        """Names of keys that another program holds, or that the system does not hand out."""
        ...

    def close(self) -> None:
        """Let go of all; nothing is told any more."""
        ...


class KeyHolder(Protocol):
    """Asks the system for single keys, and so is told of no other one that is pressed."""

    def hold(self, keys: Mapping[str, Chord], pressed: Callable[[str], None]) -> HeldKeys:
        """Have `pressed` called, in any thread, with the name of a key whenever it is pressed. Raises WindowError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowSystem:
    """What there is here; `lacks` tells by the name of a setting why it cannot be followed."""

    shield: CaptureShield | None = None
    keys: KeyHolder | None = None
    lacks: Mapping[str, str] = field(default_factory=dict)


HIDE, ON_TOP, DOCK, EVERYWHERE = "hide_from_capture", "on_top", "dock", "keys_everywhere"

NOT_HIDDEN: Final = Message("Your system does not let a window hide itself.")
NOT_ON_TOP: Final = Message(
    "Wayland does not let a window stay on top by itself: "
    "use your desktop's own “Always on top” in the title bar's menu."
)
NOT_DOCKED: Final = Message("Wayland does not let a window choose its place: move the panel yourself.")
NO_KEYS: Final = Message(
    "Your desktop does not let programs have keys everywhere. Bind commands in its keyboard settings instead: "
    "calmline call start, end, hold, pause, resume, moment, help, used or dismiss."
)
NO_KEYS_HERE: Final = Message(
    "Here, keys work in Calmline's window alone. A macro pad or a shortcuts program can run commands instead: "
    "calmline call start, end, hold, pause, resume, moment, help, used or dismiss."
)

WAYLAND_LACKS: Final = MappingProxyType({HIDE: NOT_HIDDEN, ON_TOP: NOT_ON_TOP, DOCK: NOT_DOCKED, EVERYWHERE: NO_KEYS})

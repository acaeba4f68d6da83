"""The settings over the window: which devices there are is asked beside it, and offered once it is known."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.compose import device_of
from app.core.ports import Device, SoundSystem
from app.core.setting_kinds import Value
from app.settings import Settings
from app.settings_form import Find, device_offers, setting_rows

if TYPE_CHECKING:
    from app.ui.agent_window import AgentWindow
    from app.ui.settings_dialog import SettingsDialog

_LOOK_MS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What the dialog is joined to; `save` raises SettingError and InputError, `listens` tells that a key is chosen."""

    settings: Callable[[], Settings]
    lacks: Mapping[str, str]
    sound: Callable[[], SoundSystem]
    save: Callable[[Mapping[str, Value], Find], None]
    set_up: Callable[[], object]
    show_kept: Callable[[], object]
    listens: Callable[[bool], None]


class DeviceLook:
    """The devices of this computer, listed once on a thread."""

    def __init__(self, sound: Callable[[], SoundSystem]) -> None:
        self._sound = sound
        self._found: Sequence[Device] | None = None

    @property
    def found(self) -> Sequence[Device] | None:
        """What is there, None until it is known."""
        return self._found

    def start(self) -> None:
        """Begin to look."""
        threading.Thread(target=self._look, name="devices", daemon=True).start()

    def find(self, device_id: str) -> Device:
        """The device of an id. Raises AudioError where it was not seen."""
        return device_of(self._found or (), device_id)

    def _look(self) -> None:
        try:
            self._found = tuple(self._sound().devices())
        except Exception:  # noqa: BLE001 - a thread's edge: whatever a sound library says, there is nothing to choose
            self._found = ()


def open_settings(window: "AgentWindow", ties: Ties) -> None:
    """Let the agent change settings."""
    from app.ui.settings_dialog import SettingsDialog

    settings, look = ties.settings(), DeviceLook(ties.sound)
    dialog = SettingsDialog(
        setting_rows(settings, ties.lacks),
        lambda changes: ties.save(changes, look.find),
        notices=settings.notices,
        theme=window.look.theme,
        set_up=ties.set_up,
        show_kept=ties.show_kept,
        parent=window,
    )
    look.start()
    _fill_in(dialog, settings, look)
    dialog.listens.connect(ties.listens)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()  # not `open`: the panel serves a call beside it


def _fill_in(dialog: "SettingsDialog", settings: Settings, look: DeviceLook) -> None:
    """Offer the devices once they are known."""
    from PySide6.QtCore import QTimer

    clock = QTimer(dialog)

    def fill() -> None:
        if look.found is None:
            return
        clock.stop()
        for name, offers in device_offers(settings, look.found).items():
            dialog.offer(name, offers)

    clock.timeout.connect(fill)
    clock.start(_LOOK_MS)

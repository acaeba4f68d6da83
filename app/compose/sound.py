"""The devices of this computer, to hear and to play on."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.core.errors import AudioError
from app.core.ports import Device, Player, SoundOutput, SoundSystem

if TYPE_CHECKING:
    from app.adapters.portaudio_player import PortAudioPlayer
    from app.adapters.pulse_player import PulsePlayer


def open_sound() -> SoundSystem:
    """The devices of this computer, as its system lets them be captured."""
    from app.adapters import portaudio
    from app.adapters.sound import JoinedSystems

    systems: dict[str, SoundSystem] = {portaudio.PREFIX: portaudio.PortAudioSystem()}
    if sys.platform == "win32":
        from app.adapters import wasapi

        systems[wasapi.PREFIX] = wasapi.WasapiSystem()
    elif sys.platform == "linux":
        from app.adapters import pulse

        if pulse.answers():
            systems = {pulse.PREFIX: pulse.PulseSystem()}
    return JoinedSystems(systems)


def device_of(found: Sequence[Device], device_id: str) -> Device:
    """The device of an id among those that were found. Raises AudioError."""
    for device in found:
        if device.id == device_id:
            return device
    raise AudioError(
        "There is no device {device_id}.", "Run calmline devices to see what there is.", device_id=device_id
    )


def open_player() -> Player:
    """What plays the doctor's tone on this computer."""
    return _player()


def open_output() -> SoundOutput:
    """What plays a practice call on this computer."""
    return _player()


def _player() -> "PulsePlayer | PortAudioPlayer":
    if sys.platform == "linux":
        from app.adapters import pulse

        if pulse.answers():
            from app.adapters.pulse_player import PulsePlayer

            return PulsePlayer()
    from app.adapters.portaudio_player import PortAudioPlayer

    return PortAudioPlayer()

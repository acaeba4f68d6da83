"""Which devices a live call hears."""

import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.compose.sound import open_sound
from app.core.errors import InputError
from app.core.message import Message
from app.core.ports import Device, DeviceKind, SoundSystem
from app.settings import Settings, Side, device_changes

if TYPE_CHECKING:
    from app.adapters.sound import Pick
    from app.runtime.lines import LiveLines

NO_DEVICE = "none"
_KIND_OF: Mapping[Side, DeviceKind] = {"microphone": DeviceKind.INPUT, "caller": DeviceKind.PLAYBACK}
_NAME_OF: Mapping[Side, str] = {"microphone": "microphone", "caller": "device for the caller"}
_MOVED = "The chosen {side}, {name}, is on another socket and heard there; to keep that: {command}"


Ask = Callable[[str], bool]
"""Puts a question to the person, who says yes or no."""


def open_lines(
    settings: Settings,
    *,
    microphone: str | None,
    caller: str | None,
    limit_s: float | None = None,
    ask: Ask | None = None,
    sound: Callable[[], SoundSystem] = open_sound,
) -> "tuple[LiveLines, list[str]]":
    """A live call from two devices, each by id, `none`, or None for the chosen or default one; and what to tell.

    Raises AudioError, InputError.
    """
    from app.runtime.lines import LiveLines

    system = sound()
    found = system.devices()
    agents, callers, notes = choose_devices(settings, found, microphone=microphone, caller=caller, ask=ask)
    if agents is None and callers is None:
        raise InputError("There is no device to hear.", "Connect one; calmline devices lists what is there.")
    for unlisted in {microphone, caller} - {None, NO_DEVICE, *(device.id for device in found)}:
        system.open(unlisted or "").close()
    names = {device.id: device.name for device in found}
    return LiveLines(system, microphone=agents, caller=callers, names=names, limit_s=limit_s), notes


def choose_devices(
    settings: Settings,
    found: Sequence[Device],
    *,
    microphone: str | None,
    caller: str | None,
    ask: Ask | None = None,
) -> tuple[str | None, str | None, list[str]]:
    """Ids of the microphone and of the caller's device, None for a silent side; and what to tell. Raises InputError."""
    notes: list[str] = []

    def of(side: Side, named: str | None) -> str | None:
        nonlocal settings
        if named is not None:
            return None if named == NO_DEVICE else named
        settings, device_id = _device(settings, found, side, ask, notes)
        return device_id

    return of("microphone", microphone), of("caller", caller), notes


def _device(
    settings: Settings, found: Sequence[Device], side: Side, ask: Ask | None, notes: list[str]
) -> tuple[Settings, str | None]:
    """Id of the device that was chosen for a side, else of the default one; a choice on another socket is offered."""
    from app.adapters.settings_files import change_settings
    from app.adapters.sound import pick

    picked = pick(_KIND_OF[side], settings.device(side), found, settings.refused)
    if picked.moved is not None and ask is not None and not settings.is_locked(side):
        wanted = ask(f"The chosen {_NAME_OF[side]}, {picked.moved.name}, is on another socket. Use it from now on?")
        refused = {"refused": (*settings.refused, picked.moved.id)}
        settings = change_settings(settings, device_changes(side, picked.moved) if wanted else refused)
        picked = pick(_KIND_OF[side], settings.device(side), found, settings.refused)
    names = {device.id: device.name for device in found}
    notes.extend(_notes(side, picked, names.get(picked.device_id or ""), is_locked=settings.is_locked(side)))
    return settings, picked.device_id


def _notes(side: Side, picked: "Pick", name: str | None, *, is_locked: bool) -> Iterator[str]:
    """What to tell about a device that was picked; one that is not there has no name."""
    chosen = Message(_NAME_OF[side])
    if picked.moved is not None and is_locked:
        yield Message("The chosen {side}, {name}, is on another socket and heard there.", side=chosen, name=name)
    elif picked.moved is not None:
        keep = f"calmline devices --{side} {_quoted(picked.moved.id)}"
        yield Message(_MOVED, side=chosen, name=name, command=keep)
    elif picked.device_id is None:
        kind = Message(_KIND_OF[side].value)
        yield Message("There is no {kind} device: that side of the call is silent.", kind=kind)
    elif picked.is_missing and name:
        yield Message("The chosen {side} is not there; {name} is heard instead.", side=chosen, name=name)
    elif picked.is_missing:
        yield Message("The chosen {side} does not play yet; it is heard once it does.", side=chosen)


def _quoted(argument: str) -> str:
    """An argument as this system's shell wants it."""
    return subprocess.list2cmdline([argument]) if sys.platform == "win32" else shlex.quote(argument)

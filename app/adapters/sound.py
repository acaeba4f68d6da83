"""Several sound systems as one, and which of their devices to hear."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.core.errors import AudioError
from app.core.ports import Capture, Device, DeviceKind, SoundSystem


class JoinedSystems:
    """Systems by the prefix of their devices' ids."""

    def __init__(self, systems: Mapping[str, SoundSystem]) -> None:
        self._systems = systems

    def devices(self) -> list[Device]:
        """The devices of every system that answers. Raises AudioError where none does."""
        found: list[Device] = []
        errors: list[AudioError] = []
        for system in self._systems.values():
            try:
                found += system.devices()
            except AudioError as error:
                errors.append(error)
        if len(errors) == len(self._systems):
            raise errors[0]
        return found

    def open(self, device_id: str) -> Capture:
        """Capture a device of the system that its id names. Raises AudioError."""
        system = self._systems.get(device_id.partition(":")[0])
        if system is None:
            raise AudioError(
                "There is no device {device_id}.", "Run calmline devices to see what there is.", device_id=device_id
            )
        return system.open(device_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """The id to hear for one side of a call, None for silence; `moved` is the chosen device under a new id.

    `is_missing` where something was chosen that is not there.
    """

    device_id: str | None
    moved: Device | None = None
    is_missing: bool = False


def pick(
    kind: DeviceKind,
    chosen: tuple[str | None, str | None],
    devices: Sequence[Device],
    refused: Collection[str] = (),
) -> Pick:
    """The chosen device by id and product, else the default one of a kind.

    A chosen application that does not play yet is waited for.
    """
    device_id, product = chosen
    found = find_again(device_id, product, devices) if device_id is not None else None
    if found is not None and found.id == device_id:
        return Pick(device_id=device_id)
    if found is not None and found.id not in refused:
        return Pick(device_id=found.id, moved=found)
    if device_id is not None and (product or "").startswith(f"{DeviceKind.APPLICATION}:"):
        return Pick(device_id=device_id, is_missing=True)
    instead = default_of(kind, devices)
    return Pick(device_id=instead.id if instead else None, is_missing=device_id is not None)


def find_again(device_id: str, product: str | None, devices: Sequence[Device]) -> Device | None:
    """The chosen device; else the one device of the same product, which a new socket gave a new id."""
    for device in devices:
        if device.id == device_id:
            return device
    alike = [device for device in devices if product is not None and device.product == product]
    return alike[0] if len(alike) == 1 else None


def default_of(kind: DeviceKind, devices: Sequence[Device]) -> Device | None:
    """The computer's default device of a kind, else the first of them."""
    alike = [device for device in devices if device.kind is kind]
    return next((device for device in alike if device.is_default), alike[0] if alike else None)

"""Several sound systems as one, and which of their devices to hear."""

from collections.abc import Mapping, Sequence

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
            raise AudioError(f"There is no device {device_id}.", "Run calmline devices to see what there is.")
        return system.open(device_id)


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

"""Sound on Linux: the devices and applications of PulseAudio, or of PipeWire where it answers in its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.core.errors import AudioError
from app.core.ports import Capture, Device, DeviceKind

PREFIX = "pulse"

_CLIENT = "Calmline"
_INPUT, _PLAYBACK, _APPLICATION = (f"{PREFIX}:{kind}:" for kind in ("input", "playback", "application"))


class PulseSystem:
    """What a sound server can let us hear; ids are the server's own names, which outlast a restart."""

    def devices(self) -> list[Device]:
        """Microphones, players and the applications that play now. Raises AudioError."""
        with connected() as pulse:
            server = pulse.server_info()
            return [
                *(_input(it, server) for it in pulse.source_list() if not _is_monitor(it)),
                *(_playback(it, server) for it in pulse.sink_list()),
                *{device.id: device for device in map(_application, pulse.sink_input_list())}.values(),
            ]

    def open(self, device_id: str) -> Capture:
        """Capture a device; a monitor source opens too, under its name as an input. Raises AudioError."""
        from app.adapters.pulse_capture import PulseCapture

        with connected() as pulse:
            server = pulse.server_info()
            known = [
                *(_input(it, server) for it in pulse.source_list()),
                *(_playback(it, server) for it in pulse.sink_list()),
                *map(_application, pulse.sink_input_list()),
            ]
        for device in known:
            if device.id == device_id:
                return PulseCapture(device)
        name = device_id.rpartition(":")[2]
        raise AudioError(
            "The sound server does not know {name}.", "Run calmline devices to see what is there.", name=name
        )


def answers() -> bool:
    """Whether there is a sound server."""
    try:
        with connected():
            return True
    except AudioError:
        return False


@contextmanager
def connected() -> Iterator[Any]:
    """A connection of the calling thread's own. Raises AudioError, also where the connection breaks meanwhile."""
    try:
        from app.adapters.pulse_stream import STREAM_ERRORS, pulsectl
    except OSError as error:
        raise AudioError("PulseAudio's library is missing.", "Install libpulse0.") from error
    try:
        with pulsectl.Pulse(_CLIENT, connect=False) as pulse:
            pulse.connect()  # its own timeout would be waited out even where the server answers
            yield pulse
    except STREAM_ERRORS as error:
        raise AudioError("No sound server answers.", "Start PipeWire or PulseAudio.") from error


def source_of(device: Device, pulse: Any) -> tuple[str, int | None] | None:
    """Name of the source to record, and which of the streams played there where it is one; None where none plays."""
    name = name_of(device)
    if device.kind is DeviceKind.INPUT:
        return name, None
    if device.kind is DeviceKind.PLAYBACK:
        return pulse.get_sink_by_name(name).monitor_source_name, None
    playing = [it for it in pulse.sink_input_list() if _application(it).id == device.id and not it.corked]
    if not playing:
        return None
    newest = max(playing, key=lambda it: it.index)
    return pulse.sink_info(newest.sink).monitor_source_name, newest.index


def is_muted(device: Device, pulse: Any) -> bool | None:
    """Whether the server has muted a device; None for an application, whose own mute it does not see."""
    if device.kind is DeviceKind.INPUT:
        return bool(pulse.get_source_by_name(name_of(device)).mute)
    if device.kind is DeviceKind.PLAYBACK:
        return bool(pulse.get_sink_by_name(name_of(device)).mute)
    return None


def name_of(device: Device) -> str:
    """The server's name in a device's id."""
    return device.id.split(":", 2)[2]


def _input(source: Any, server: Any) -> Device:
    return Device(
        id=_INPUT + source.name,
        name=source.description,
        kind=DeviceKind.INPUT,
        product=_product(source, DeviceKind.INPUT),
        is_default=source.name == server.default_source_name,
        is_muted=bool(source.mute),
    )


def _playback(sink: Any, server: Any) -> Device:
    return Device(
        id=_PLAYBACK + sink.name,
        name=sink.description,
        kind=DeviceKind.PLAYBACK,
        product=_product(sink, DeviceKind.PLAYBACK),
        is_default=sink.name == server.default_sink_name,
        is_muted=bool(sink.mute),
    )


def _application(played: Any) -> Device:
    about = played.proplist
    name = about.get("application.name") or about.get("application.process.binary") or played.name
    return Device(
        id=_APPLICATION + (about.get("application.process.binary") or name),
        name=name,
        kind=DeviceKind.APPLICATION,
        product=f"{DeviceKind.APPLICATION}:{name}",
    )


def _product(info: Any, kind: DeviceKind) -> str:
    """The same for every device of one make and model; a headset's microphone and player differ."""
    about = info.proplist
    numbers = [about[key] for key in ("device.vendor.id", "device.product.id") if key in about]
    return f"{kind}:{':'.join(numbers) or info.description}"


def _is_monitor(source: Any) -> bool:
    return source.monitor_of_sink_name is not None

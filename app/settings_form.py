"""The settings as a person changes them: what there is to choose now, and whether what was chosen is there."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from app.adapters.model_shelf import ModelShelf
from app.adapters.models import find_model
from app.adapters.settings_files import change_settings
from app.compose import device_of, open_playbooks, open_sound
from app.core.errors import CalmlineError, PlaybookError, SettingError
from app.core.message import Message
from app.core.ports import Device, DeviceKind
from app.core.setting_kinds import Value
from app.core.setting_list import SETTINGS, Offers, SettingRow
from app.desk_look import keys_of
from app.settings import DEFAULT_MODEL, Settings, device_changes
from app.ui.key_rows import key_rows

_NOTHING: Mapping[str, str] = MappingProxyType({})
Find = Callable[[str], Device]

_DEFAULT_DEVICE, _CHOSEN_DEVICE = "The computer's default", "The chosen device"
_BUILT_IN = "{name} (built in)"
_AWAY = "{name} (not there now)"
_OF_CALLER = {
    DeviceKind.APPLICATION: Message("{name} (application)"),
    DeviceKind.PLAYBACK: "",
    DeviceKind.INPUT: Message("{name} (input)"),
}


def setting_rows(settings: Settings, lacks: Mapping[str, str] = _NOTHING) -> tuple[SettingRow, ...]:
    """Every setting that the dialog shows, with what there is to choose from; `lacks`: why some cannot be followed.

    No device is asked for: of those there are the default and the chosen one, until `device_offers` tells of all.
    """
    offers: dict[str, Callable[[], Offers]] = {
        "microphone": lambda: _before_looking(settings.microphone),
        "caller": lambda: _before_looking(settings.caller),
        "model": lambda: _models(settings),
        "playbook": lambda: _playbooks(settings),
        "language": lambda: _languages(settings),
    }
    shown = (
        setting_row(
            settings,
            name,
            _with_current(offers[name](), settings.value(name)) if name in offers else (),
            unavailable=lacks.get(name, ""),
        )
        for name, setting in SETTINGS.items()
        if setting.group is not None and not setting.is_table
    )
    return (*shown, *key_rows(keys_of(settings)[0], settings.is_locked))


def device_offers(settings: Settings, devices: Sequence[Device]) -> dict[str, Offers]:
    """What there is to choose for each side of a call, by the name of its setting."""
    return {
        "microphone": _with_current(_microphones(devices), settings.microphone),
        "caller": _with_current(_callers(devices), settings.caller),
    }


def setting_row(settings: Settings, name: str, offers: Offers = (), *, unavailable: str = "") -> SettingRow:
    """One setting as a form shows it."""
    return SettingRow(
        setting=SETTINGS[name],
        value=settings.value(name),
        is_locked=settings.is_locked(name),
        unavailable=unavailable,
        offers=offers,
    )


def keep_changes(settings: Settings, changes: Mapping[str, Value], find: Find | None = None) -> Settings:
    """Keep what was changed in a dialog; the settings from then on. Raises SettingError, InputError.

    `find` gives the device of an id, and raises AudioError where it is not there.
    """
    return change_settings(settings, whole_changes(settings, changes, find))


def whole_changes(settings: Settings, changes: Mapping[str, Value], find: Find | None = None) -> dict[str, Value]:
    """The changes, a device with its product. Raises SettingError where one names what is not there."""
    whole: dict[str, Value] = {}
    for name, value in changes.items():
        try:
            whole |= _whole(
                settings, name, value, find or (lambda device_id: device_of(open_sound().devices(), device_id))
            )
        except CalmlineError as error:
            raise SettingError(name, error.message, error.advice) from error
    return whole


def _whole(settings: Settings, name: str, value: Value, find: Find) -> dict[str, Value]:
    match name, value:
        case "model", str():
            find_model(value, settings.model_folder)
            return {name: value if Path(value).name == value else str(Path(value).absolute())}
        case "playbook", str():
            shelf = open_playbooks(settings)
            shelf.load(value)
            return {name: value if value in shelf.names() else str(shelf.find(value).absolute())}
        case ("microphone" | "caller") as side, str():
            return device_changes(side, find(value))
        case _:
            return {name: value}


def _before_looking(device_id: Value) -> Offers:
    """What can be offered while it is not known which devices there are."""
    default: Offers = ((None, Message(_DEFAULT_DEVICE)),)
    return default if device_id is None else (*default, (device_id, Message(_CHOSEN_DEVICE)))


def _microphones(devices: Sequence[Device]) -> Offers:
    inputs = tuple((device.id, device.name) for device in devices if device.kind is DeviceKind.INPUT)
    return ((None, Message(_DEFAULT_DEVICE)), *inputs)


def _callers(devices: Sequence[Device]) -> Offers:
    """What plays first, then what records."""
    titles = [
        (device.id, Message(title, name=device.name) if title else device.name)
        for kind, title in _OF_CALLER.items()
        for device in devices
        if device.kind is kind
    ]
    return ((None, Message(_DEFAULT_DEVICE)), *titles)


def _models(settings: Settings) -> Offers:
    ready = (row.name for row in ModelShelf(settings.model_folder).rows() if row.state == "ready")
    return tuple((name, Message(_BUILT_IN, name=name) if name == DEFAULT_MODEL else name) for name in ready)


def _playbooks(settings: Settings) -> Offers:
    """Those that can be used."""
    shelf, found = open_playbooks(settings), []
    for name in shelf.names():
        with suppress(PlaybookError):
            found.append((name, shelf.load(name).title))
    return tuple(found)


def _languages(settings: Settings) -> Offers:
    """The computer's, then those there are, each by its own name."""
    from app.ui.language import SYSTEM, languages

    return ((SYSTEM, Message("As the computer")), *languages(settings.translation_folders).items())


def _with_current(offers: Offers, value: Value) -> Offers:
    """The offers and what is chosen, which may be unplugged, or a file."""
    if any(value == offered for offered, _ in offers):
        return offers
    path = Path(str(value))
    return (*offers, (value, str(path) if _is_there(path) else Message(_AWAY, name=value)))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long
        return False

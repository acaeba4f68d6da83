"""Where settings are kept: the user's own file, and the centre's policy, which goes before it."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.adapters.output_files import WholeFile
from app.adapters.private_files import make_private_folder
from app.adapters.settings_toml import Wording, read_values, to_toml
from app.core.errors import InputError, SettingError
from app.core.message import Message, sentences
from app.core.setting_kinds import Value
from app.core.setting_list import SETTINGS, companions
from app.paths import POLICY_VARIABLE, is_policy_named, policy_file, user_folder
from app.settings import Layer, Origin, Settings, checked, known, locked, settle

_FILE = "settings.toml"
_BAD = "settings.toml.bad"
_CHOICES = "choices.toml"
"""What held the user's choices before there were settings."""
_CHOICES_TAKEN = "choices.toml.old"
_NOT_THERE = "{path}, which {variable} names, is not there."
_NOT_READ = "{path} cannot be read."
_ASIDE = Message(
    "{file} had errors and is written anew; as it was it is kept beside it as {aside}.", file=_FILE, aside=_BAD
)
_OWNER_ALONE = 0o600

_OWN = Wording(
    unknown=Message("That line is left out."),
    unfit=Message("Until that is put right, {default} is used."),
    broken=Message("Until that is put right, no setting of your own is used."),
)
_CENTRES = Wording(
    unknown=Message("That line of your centre's policy is left out: please tell them."),
    unfit=Message("Until your centre puts that right, it is locked at {default}: please tell them."),
    broken=Message("Only the lines of your centre's policy that can be read are in force: please tell them."),
)
_UNREADABLE = "Your centre's policy is not in force, and nothing is locked: please tell them."


def load_settings(given: Mapping[str, Value] | None = None, *, home: Path | None = None) -> Settings:
    """Defaults, then the user's file, the centre's policy and the command line (`given`).

    What is wrong in a file is among the notices. Raises SettingError where `given` cannot be followed.
    """
    home = home or user_folder()
    return settle(home=home, user=_user_layer(home), policy=_policy_layer(), given=given or {})


def change_settings(settings: Settings, changes: Mapping[str, Value]) -> Settings:
    """Keep changes in the user's file, None being the default; the settings as they are then.

    A file with faults is kept aside first. Raises SettingError where a setting is locked or cannot have the value, and
    InputError.
    """
    for name, value in changes.items():
        known(name)
        if settings.is_locked(name):
            raise locked(name, "Leave it as it is")
        if value is not None:
            checked(name, value)
    _check_days(settings, changes)
    layer = _user_layer(settings.home)
    if layer.faults:
        _keep_aside(settings.home)
    _write(settings.home, {**layer.values, **_with_companions(changes)})
    again = load_settings(_named(settings, changes), home=settings.home)
    notices = (*again.notices, *([_ASIDE] if layer.faults else []))
    return replace(again, scorer=settings.scorer, chunk_s=settings.chunk_s, notices=notices)


def _check_days(settings: Settings, changes: Mapping[str, Value]) -> None:
    """Raises SettingError where words were to stay for longer than the figures that they belong to."""
    changed = [name for name in ("text_days", "figures_days") if name in changes]
    text, figures = (_days(settings, changes, name) for name in ("text_days", "figures_days"))
    if not changed or text <= figures:
        return
    raise SettingError(
        changed[0],
        "Words cannot stay for longer than the figures of their call: {text} days and {figures}.",
        "Let words stay for fewer days, or figures for more.",
        text=text,
        figures=figures,
    )


def _days(settings: Settings, changes: Mapping[str, Value], name: str) -> int:
    value = changes.get(name, settings.value(name))
    return int(str(SETTINGS[name].default if value is None else value))


def settings_file(home: Path) -> Path:
    """The user's own file."""
    return home / _FILE


def _with_companions(changes: Mapping[str, Value]) -> dict[str, Value]:
    """The changes, and that a product goes with its device."""
    return {one: None for name in changes for one in companions(name)} | dict(changes)


def _named(settings: Settings, changes: Mapping[str, Value]) -> dict[str, Value]:
    """What the command line set and is not changed now."""
    names = [name for name, origin in settings.origins.items() if origin is Origin.COMMAND and name not in changes]
    return {name: value for name in names if (value := settings.value(name)) is not None}


def _policy_layer() -> Layer:
    path = policy_file()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if not is_policy_named():
            return Layer()
        return Layer(faults=(sentences(Message(_NOT_THERE, path=path, variable=POLICY_VARIABLE), _UNREADABLE),))
    except (OSError, UnicodeDecodeError):
        return Layer(faults=(sentences(Message(_NOT_READ, path=path), _UNREADABLE),))
    return read_values(path, text, _CENTRES, by_line=True)


def _user_layer(home: Path) -> Layer:
    _take_over_choices(home)
    for path in (home / _FILE, home / _CHOICES):  # choices where they cannot be taken over, as on a disk only read
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, UnicodeDecodeError):
            return Layer(faults=(sentences(Message(_NOT_READ, path=path), _OWN.broken),))
        return read_values(path, text, _OWN, by_line=False)
    return Layer()


def _take_over_choices(home: Path) -> None:
    """Make the file of choices the settings file, once; beside one that is there it is kept under another name."""
    choices, path = home / _CHOICES, home / _FILE
    with suppress(OSError, InputError, UnicodeDecodeError):
        if not choices.exists():
            return
        if not path.exists():
            choices.replace(path)
            path.chmod(_OWNER_ALONE)
        elif _have_added_choices(home):
            choices.replace(home / _CHOICES_TAKEN)


def _have_added_choices(home: Path) -> bool:
    """Put what was chosen below what the settings file says; not while that has faults."""
    texts = [(home / name).read_text(encoding="utf-8-sig") for name in (_CHOICES, _FILE)]
    chosen, own = (read_values(home, text, _OWN, by_line=False) for text in texts)
    if not own.faults:
        _write(home, {**chosen.values, **_with_companions(own.values)})
    return not own.faults


def _write(home: Path, values: Mapping[str, Value]) -> None:
    try:
        make_private_folder(home)
    except OSError as error:
        raise InputError("{home} cannot be made.", "Check the folder's permissions.", home=home) from error
    path = home / _FILE
    with WholeFile(path) as file:
        with suppress(OSError):
            path.chmod(_OWNER_ALONE)
        file.write(to_toml(values))


def _keep_aside(home: Path) -> None:
    """Keep the file as it is under another name. Raises InputError, since it is about to be replaced."""
    bad = home / _BAD
    try:
        try:
            shutil.copyfile(home / _FILE, bad)
        except PermissionError:
            (home / _FILE).replace(bad)
        bad.chmod(_OWNER_ALONE)
    except OSError as error:
        raise InputError(
            "{file} has errors and cannot be kept aside.", "Move it away by hand.", file=home / _FILE
        ) from error

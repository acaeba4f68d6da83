"""The keys as settings at the command line: one for each action, checked as the window checks them."""

from collections.abc import Iterator

from app.core.errors import SettingError
from app.core.setting_list import SETTINGS, Setting
from app.desk_look import keys_of, written
from app.settings import Settings

_TABLE = "keys"
_INSTEAD = "Choose another key."


def key_settings(settings: Settings) -> Iterator[tuple[str, Setting]]:
    """Name and setting of every action's key, and of what is set and belongs to no action."""
    from app.ui.actions import Act

    for entry in (*Act, *(name for name in settings.keys if name not in set(Act))):
        name = f"{_TABLE}.{entry}"
        yield name, _named_key(name) or SETTINGS[_TABLE]


def _named_key(name: str) -> Setting | None:
    """The setting of an action's key, with its own default and help; None where there is no such action."""
    from app.ui.key_rows import act_of, key_setting

    act = act_of(name)
    return None if act is None else key_setting(act)


def checked_key(settings: Settings, name: str, key: str) -> str:
    """The key as it is written, for a setting such as "keys.help". Raises SettingError where it cannot be had."""
    from app.ui.actions import Act, trouble_with

    entry = name.partition(".")[2]
    if entry not in set(Act):
        acts = ", ".join(Act)
        raise SettingError(name, "There is no action {name}.", "It can be: {acts}.", name=repr(entry), acts=acts)
    normal = written(key)
    trouble = trouble_with(normal or key, Act(entry), keys_of(settings)[0])
    if trouble:
        raise SettingError(name, trouble, _INSTEAD)
    return normal

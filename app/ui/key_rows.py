"""The keys as settings: one row for each act."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from app.core.setting_list import SETTINGS, Setting, SettingRow
from app.ui.actions import SPECS, Act
from app.ui.tr import tr

_TABLE: Final = "keys"
_BOTH = "{act} / {opposite}"


def key_rows(keys: Mapping[Act, str], is_locked: Callable[[str], bool]) -> tuple[SettingRow, ...]:
    """A row for each act; one that another act's key does too is shown only where it has a key of its own."""
    opposites = {spec.undo for spec in SPECS.values()}
    return tuple(_row(act, keys.get(act, ""), is_locked) for act in SPECS if act not in opposites or keys.get(act))


def act_of(name: str) -> Act | None:
    """The act whose key a setting is, None for other settings."""
    table, _, act = name.partition(".")
    return Act(act) if table == _TABLE and act in set(Act) else None


def title_of(act: Act) -> str:
    """What an act's key does: the act, and its opposite where the act is done already."""
    spec = SPECS[act]
    if spec.undo is None:
        return tr(spec.title)
    return tr(_BOTH, act=tr(spec.title), opposite=tr(SPECS[spec.undo].title))


def key_setting(act: Act) -> Setting:
    """An act's key as a setting, with its own default and help."""
    name, spec = f"{_TABLE}.{act}", SPECS[act]
    return replace(SETTINGS[_TABLE], name=name, title=spec.title, help=spec.about, default=spec.key, is_table=False)


def _row(act: Act, key: str, is_locked: Callable[[str], bool]) -> SettingRow:
    setting = key_setting(act)
    return SettingRow(setting=setting, value=key, is_locked=is_locked(setting.name))

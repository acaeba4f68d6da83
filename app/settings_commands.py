"""`calmline settings`: every setting with its value, range and help; setting one, and going back to its default."""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, assert_never

import typer

from app.call_options import call_settings, kept_settings
from app.core.errors import InputError
from app.core.setting_kinds import Key, Number, OneOf, Switch, Text, Texts, UnfitError, Value
from app.core.setting_list import SETTINGS, Group, Setting
from app.paths import policy_file
from app.settings import Origin, Settings, known, locked, unfit, unknown

settings_group = typer.Typer(
    name="settings",
    help="Show and change settings. Without a command it lists them.",
    rich_markup_mode=None,
)

_FROM = {
    Origin.DEFAULT: "default",
    Origin.USER: "yours",
    Origin.POLICY: "set by your centre",
    Origin.COMMAND: "command line",
}

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A name that calmline settings lists")]


@settings_group.callback(invoke_without_command=True)
def list_settings(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print one JSON list instead")] = False
) -> None:
    """Show every setting: its value and where that comes from, its default, what it can be, and what it is for."""
    if context.invoked_subcommand is not None:
        return
    settings = call_settings()
    if as_json:
        print(json.dumps([_entry(*row, settings) for row in _rows(settings)], ensure_ascii=False, indent=1))
        return
    from app.adapters.settings_files import settings_file

    for group in Group:
        print(group)
        for name, setting in _rows(settings):
            if setting.group is group:
                print("\n".join(_lines(name, setting, settings)))
        print()
    print(f"Yours are kept in {settings_file(settings.home)}, your centre's in {policy_file()}.")


@settings_group.command("set", context_settings={"ignore_unknown_options": True})  # a number may be below zero
def set_one(
    name: NameArgument, value: Annotated[str, typer.Argument(metavar="VALUE", help="What to set it to")]
) -> None:
    """Set a setting from the next run on, as in: calmline settings set text_size 120."""
    setting, settings = known(name), call_settings()
    if settings.is_locked(name):
        raise locked(name, "Leave it as it is")
    try:
        parsed = setting.kind.parse(value)
    except UnfitError as error:
        raise unfit(name, value, error) from None
    if name not in SETTINGS:
        from app.key_settings import checked_key

        parsed = checked_key(settings, name, str(parsed))
    changed = _keep(settings, {name: parsed})
    print(f"{name} is now {setting.kind.shown(changed.value(name))}.")


@settings_group.command()
def reset(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A name that calmline settings lists")] = None,
    every: Annotated[bool, typer.Option("--all", help="All settings that are yours")] = False,
) -> None:
    """Go back to the default of a setting, or of all."""
    if (name is None) != every:
        raise InputError("It is not clear what to reset.", "Name one setting, or give --all.")
    settings = call_settings()
    if name is None:
        _keep(settings, dict.fromkeys(name for name, origin in settings.origins.items() if origin is Origin.USER))
        print("Every setting of yours is back at its default.")
    elif name in SETTINGS and SETTINGS[name].is_table:
        _keep(settings, dict.fromkeys(f"{name}.{entry}" for entry in settings.keys))
        print(f"{name} are back at their defaults.")
    else:
        setting = _setting(name, settings)
        changed = _keep(settings, {name: None})
        print(f"{name} is back at {_shown(setting, _value(name, setting, changed))}.")


def _keep(settings: Settings, changes: Mapping[str, Value]) -> Settings:
    from app.settings_form import whole_changes

    return kept_settings(settings, whole_changes(settings, changes))


def _rows(settings: Settings) -> Iterator[tuple[str, Setting]]:
    """Name and setting of every value that is shown; of a table each entry."""
    for name, setting in SETTINGS.items():
        if setting.is_table:
            from app.key_settings import key_settings

            yield from key_settings(settings)
        elif setting.group is not None:
            yield name, setting


def _setting(name: str, settings: Settings) -> Setting:
    """The setting of a name, of a table one that is set or can be. Raises SettingError."""
    if not known(name).is_table:
        return known(name)
    from app.key_settings import key_settings

    entries = dict(key_settings(settings))
    if name not in entries:
        raise unknown(name, entries)
    return entries[name]


def _value(name: str, setting: Setting, settings: Settings) -> Value:
    """The value that counts; an action's key stays at its default until it is set."""
    return setting.default if settings.origin(name) is Origin.DEFAULT else settings.value(name)


def _lines(name: str, setting: Setting, settings: Settings) -> Iterator[str]:
    origin = settings.origin(name)
    told = _FROM[origin] if origin is Origin.DEFAULT else f"{_FROM[origin]}; default {_shown(setting, setting.default)}"
    yield f"  {name} = {_shown(setting, _value(name, setting, settings))}  ({told})"
    yield f"      {setting.help}"
    yield f"      It can be {setting.kind.about}."


def _shown(setting: Setting, value: Value) -> str:
    return setting.kind.shown(value)


def _entry(name: str, setting: Setting, settings: Settings) -> dict[str, object]:
    return {
        "name": name,
        "title": setting.title,
        "group": setting.group,
        "value": _value(name, setting, settings),
        "default": setting.default,
        "range": _range(setting),
        "from": settings.origin(name),
        "locked": settings.is_locked(name),
        "help": setting.help,
    }


def _range(setting: Setting) -> dict[str, object]:
    match setting.kind:
        case OneOf(titles=titles):
            return {"choices": list(titles)}
        case Number(low=low, high=high, unit=unit):
            return {"low": low, "high": high, "unit": unit}
        case Switch():
            return {"choices": [True, False]}
        case Text(longest=longest) | Key(longest=longest):
            return {"longest": longest}
        case Texts():
            return {}
        case _ as never:
            assert_never(never)

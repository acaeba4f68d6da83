"""Event lines read back: JSON values as the events that they were."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from app.core.events import Event

_LARGEST = 86_400.0
"""No call is longer than a day; everything else that is a float is smaller."""

_EVENTS: Mapping[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}


def event_from_json(data: Mapping[str, Any]) -> Event:
    """The event of a line; fields of later versions are left out. Raises KeyError, TypeError or ValueError."""
    name = data["type"]
    kind, wanted = _EVENTS[name], _hints(name)
    values = {field.name: data[field.name] for field in fields(kind) if field.name in data}
    return kind(**{key: _value(wanted[key], value) for key, value in values.items()})


@cache
def _hints(name: str) -> dict[str, Any]:
    return get_type_hints(_EVENTS[name])


def _value(wanted: Any, value: Any) -> Any:
    if isinstance(wanted, UnionType):
        [wanted] = [kind for kind in get_args(wanted) if kind is not type(None)]
        return None if value is None else _value(wanted, value)
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return tuple(_value(get_args(wanted)[0], inner) for inner in value)
    if issubclass(wanted, StrEnum):
        return wanted(value)
    if wanted is float and type(value) is int:
        value = float(value)
    if type(value) is not wanted:
        raise TypeError(f"not a {wanted.__name__}")
    if wanted is float and not abs(value) <= _LARGEST:
        raise ValueError("no second of a call, and no share")
    return value

"""The text of a settings file: read into values and faults that name line and key, and written."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.message import Message, sentences
from app.core.setting_kinds import UnfitError, Value
from app.core.setting_list import SETTINGS, Setting, nearest, setting_of
from app.settings import Layer

_HEADING = "# Calmline's settings: calmline settings lists them all. Comments of your own are not kept here.\n\n"
_ASSIGNMENT = re.compile(r"""^\s*["']?([A-Za-z_]\w*)["']?\s*[.=]""")
_TABLE = re.compile(r"^\s*\[[^\[\]]+\]\s*(#.*)?$")


_UNKNOWN = "{path}, line {line}: unknown key {name!r}. Did you mean {near!r}?"
_UNFIT = "{path}, line {line}: {name!r} has to be {error}."


@dataclass(frozen=True, slots=True)
class Wording:
    """What a file's faults come to; `{default}` is the value that counts instead."""

    unknown: str
    unfit: str
    broken: str


def read_values(path: Path, text: str, wording: Wording, *, by_line: bool) -> Layer:
    """What a file sets. Where it is not valid TOML nothing is read, or `by_line` each line that is valid by itself."""
    try:
        return _layer(path, text, tomllib.loads(text), wording)
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError is a ValueError, as is a number too long
        fault = sentences(Message("{path} is not valid TOML: {error}.", path=path, error=error), wording.broken)
    if not by_line:
        return Layer(faults=(fault,))
    data, torn = _line_by_line(text)
    layer = _layer(path, text, data, wording)
    spoilt = layer.spoilt | {name for name in torn if name in SETTINGS and name not in layer.values}
    return Layer(values=layer.values, spoilt=spoilt, faults=(fault, *layer.faults))


def to_toml(values: Mapping[str, Value]) -> str:
    """A whole file with these values; None is left out."""
    there = {name: value for name, value in values.items() if value is not None}
    lines = [_HEADING, *(f"{name} = {_toml(there[name])}\n" for name in SETTINGS if name in there)]
    for table in (setting.name for setting in SETTINGS.values() if setting.is_table):
        entries = {name.partition(".")[2]: value for name, value in there.items() if name.startswith(f"{table}.")}
        if entries:
            lines += [f"\n[{table}]\n", *(f"{_quoted(entry)} = {_toml(it)}\n" for entry, it in entries.items())]
    return "".join(lines)


def _layer(path: Path, text: str, data: Mapping[str, Any], wording: Wording) -> Layer:
    values: dict[str, Value] = {}
    spoilt: set[str] = set()
    faults: list[str] = []
    for name, raw in _flat(data):
        where = {"path": path, "line": _line_of(text, name), "name": name}
        setting = setting_of(name) or SETTINGS.get(name)
        if setting is None:
            faults.append(sentences(Message(_UNKNOWN, near=nearest(name), **where), wording.unknown))
            continue
        try:
            values[name] = _read(setting, name, raw)
        except UnfitError as error:
            spoilt.add(name)
            instead = Message(wording.unfit, default=_default(setting))
            faults.append(sentences(Message(_UNFIT, error=error, **where), instead))
    return Layer(values=values, spoilt=frozenset(spoilt), faults=tuple(faults))


def _flat(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Names and values, those of a table as "table.entry"."""
    for name, raw in data.items():
        setting = SETTINGS.get(name)
        if setting is not None and setting.is_table and isinstance(raw, dict):
            yield from ((f"{name}.{entry}", value) for entry, value in raw.items())
        else:
            yield name, raw


def _read(setting: Setting, name: str, raw: object) -> Value:
    if setting.is_table and setting_of(name) is None:
        raise UnfitError('a table: [keys], and below it lines such as pause = "Ctrl+Alt+P"')
    return setting.kind.read(raw)


def _default(setting: Setting) -> str:
    return setting.kind.shown(setting.default) if setting.default is not None else Message("the default")


def _line_by_line(text: str) -> tuple[dict[str, Any], set[str]]:
    """What the valid lines of broken TOML set, and the names on the others."""
    data: dict[str, Any] = {}
    torn: set[str] = set()
    table = ""
    for line in text.splitlines():
        if _TABLE.match(line):
            table = line
            continue
        try:
            _mix(data, tomllib.loads(f"{table}\n{line}"))
        except (ValueError, RecursionError):
            named = _ASSIGNMENT.match(line)
            torn |= {named[1]} if named and not table else set()
    return data, torn


def _mix(data: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        both = isinstance(value, dict) and isinstance(data.get(name), dict)
        data[name] = {**data[name], **value} if both else value


def _line_of(text: str, name: str) -> int:
    """The line that sets a name, or names the table that it stands in."""
    table, _, entry = name.partition(".")
    lines = text.splitlines()
    first = _first(lines, rf"""^\s*\[*\s*["']?{re.escape(table)}\b""", 0)
    return 1 + (_first(lines, rf"""(^|[\s{{,."']){re.escape(entry)}["']?\s*=""", first) if entry else first)


def _first(lines: list[str], pattern: str, start: int) -> int:
    named = re.compile(pattern)
    return next((number for number, line in enumerate(lines) if number >= start and named.search(line)), start)


def _toml(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case tuple():
            return f"[{', '.join(map(_quoted, value))}]"
        case _:
            return _quoted(value or "")


def _quoted(value: str) -> str:
    """A TOML string: JSON's, but for one character; what no file can hold becomes a question mark."""
    whole = value.encode(errors="replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")

"""Playbooks kept as TOML files, by name in a folder or by path; one may extend another."""

import math
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.adapters.playbooks.faults import PlaybookText
from app.adapters.toml_folders import is_there, names_in
from app.adapters.toml_lines import Place
from app.core.errors import PlaybookError
from app.core.playbook import (
    OWN_SLOTS,
    SLOTS,
    Boundary,
    Disclosure,
    Duty,
    Grant,
    Item,
    Playbook,
    Rule,
    SafetyLines,
    slots_in,
)

_DEEPEST = 4
"""So many playbooks may extend one another."""

_LONGEST_S = 24 * 3600.0


_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, kw_only=True)
class _Disclosure:
    __pydantic_config__: ClassVar[Any] = _STRICT

    text: str | None = None
    say: str | None = None
    announced: bool | None = None
    agent_says: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class _Boundary:
    __pydantic_config__: ClassVar[Any] = _STRICT

    warnings: int | None = None
    warning: str | None = None
    closing: str | None = None


@dataclass(frozen=True, kw_only=True)
class _SafetyLines:
    __pydantic_config__: ClassVar[Any] = _STRICT

    self_harm: str | None = None
    threat: str | None = None
    medical: str | None = None
    child: str | None = None
    bereavement: str | None = None


@dataclass(frozen=True, kw_only=True)
class _File:
    """What a file may hold: a playbook, or what it changes in the one that it extends; None where it says nothing."""

    __pydantic_config__: ClassVar[Any] = _STRICT

    name: str
    title: str
    language: str
    version: str
    author: str
    date: str
    extends: str = ""
    off: tuple[str, ...] = ()
    rule: tuple[Rule, ...] = ()
    grant: tuple[Grant, ...] = ()
    opening: tuple[Item, ...] | None = None
    closing: tuple[Item, ...] | None = None
    closing_says: tuple[str, ...] | None = None
    duty: tuple[Duty, ...] = ()
    disclosure: _Disclosure | None = None
    boundary: _Boundary | None = None
    safety: _SafetyLines | None = None


_FILE = TypeAdapter(_File)


class PlaybookFolders:
    """Looks a playbook up in several folders, the first that has it wins; a path is read as it is."""

    def __init__(self, folders: tuple[Path, ...], signals: frozenset[str]) -> None:
        self._folders = folders
        self._signals = signals

    def load(self, name: str) -> Playbook:
        """The playbook of this name or path. Raises PlaybookError, which names file, line and key."""
        return self.load_with_sources(name)[0]

    def load_with_sources(self, name: str) -> tuple[Playbook, dict[Path, str]]:
        """The same, and the text of every file that it is made of. Raises PlaybookError."""
        sources: dict[Path, str] = {}
        return self._load(name, sources).completed(), sources

    def names(self) -> list[str]:
        """Names of the playbooks in the folders."""
        return names_in(self._folders)

    def find(self, name: str, child: Path | None = None) -> Path:
        """The file of this name or path, as seen from a file that extends it. Raises PlaybookError."""
        if name.endswith(".toml") or "/" in name or "\\" in name:
            return Path(name) if child is None else child.parent / name
        for folder in self._folders:
            path = folder / f"{name}.toml"
            if is_there(path) and (child is None or path.resolve() != child.resolve()):
                return path
        known = ", ".join(self.names())
        raise PlaybookError(
            "There is no playbook named {name!r}.",
            "Use one of: {known}; or the path of a .toml file.",
            name=name,
            known=known,
        )

    def _load(self, name: str, sources: dict[Path, str], child: Path | None = None) -> Playbook:
        path = self.find(name, child)
        text, file = _read(path, sources)
        _check(text, file, self._signals)
        if not file.extends:
            if not file.rule:
                raise text.fault((), "the key 'rule' is missing.", "Add rules, or name a playbook that it extends.")
            return _extended(None, file, text)
        if len(sources) > _DEEPEST:
            raise text.fault(("extends",), "too many playbooks extend one another.", "Extend 'general' itself.")
        base = self._load(file.extends, sources, path)
        unknown = next((rule_id for rule_id in file.off if rule_id not in {rule.id for rule in base.rule}), None)
        if unknown is not None:
            raise text.unknown(("off",), "rule", unknown, [rule.id for rule in base.rule])
        return _extended(base, file, text)


def _read(path: Path, sources: dict[Path, str]) -> tuple[PlaybookText, _File]:
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise PlaybookError(
            "The playbook {path} cannot be read.", "Check the file and its permissions.", path=path
        ) from error
    if path in sources:
        raise PlaybookError("The playbook {path} and others extend one another.", "Extend 'general' itself.", path=path)
    sources[path] = source
    text = PlaybookText(path, source, _File)
    try:
        return text, _FILE.validate_python(tomllib.loads(source))
    except ValidationError as error:
        raise text.explained(error) from error
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError is a ValueError, as is a number too long
        raise text.not_toml(error) from error


def _extended(base: Playbook | None, file: _File, text: PlaybookText) -> Playbook:
    """The playbook of a file; what it does not say is as in the base, a rule of the same id takes its place."""
    head = {name: getattr(file, name) for name in ("name", "title", "language", "version", "author", "date")}
    own = {rule.id: rule for rule in file.rule}
    if base is None:
        base = Playbook(**head, rule=())
    if file.disclosure is not None and base.disclosure is None and file.disclosure.text is None:
        raise text.fault(("disclosure", "text"), "the key 'text' is missing.", "Add it.")
    kept = tuple(own.pop(rule.id, rule) for rule in base.rule if rule.id not in file.off)
    return replace(
        base,
        **head,
        **{name: value for name, value in _told(file).items() if name in {"opening", "closing", "closing_says"}},
        disclosure=_disclosed(base.disclosure, file.disclosure),
        boundary=_changed(base.boundary, file.boundary),
        safety=_changed(base.safety, file.safety),
        rule=(*kept, *own.values()),
        grant=(*file.grant, *base.grant),
        duty=(*file.duty, *base.duty),
    )


def _disclosed(base: Disclosure | None, part: _Disclosure | None) -> Disclosure | None:
    return base if part is None else _changed(base or Disclosure(text=""), part)


_Part = TypeVar("_Part", Disclosure, Boundary, SafetyLines)


def _changed(base: _Part, part: _Disclosure | _Boundary | _SafetyLines | None) -> _Part:
    """The base with what a file says of it, key by key."""
    return base if part is None else replace(base, **_told(part))


def _told(part: Any) -> dict[str, Any]:
    """What a file says of a table."""
    return {field.name: getattr(part, field.name) for field in fields(part) if getattr(part, field.name) is not None}


def _check(text: PlaybookText, file: _File, signals: frozenset[str]) -> None:
    """What types alone cannot say. Raises PlaybookError."""
    seen: set[str] = set()
    for number, rule in enumerate(file.rule):
        place: Place = ("rule", number)
        if rule.id in seen:
            raise text.fault((*place, "id"), f"two rules have the id {rule.id!r}.", "Rename one of them.")
        seen.add(rule.id)
        _check_signals(text, place, rule, signals)
        _check_slots(text, place, rule)
        for key, value, least, most in _ranges(rule):
            if not least <= value <= most:
                where = (*place, "when", key) if hasattr(rule.when, key) else (*place, key)
                raise text.fault(where, f"{key!r} is not between {least:g} and {most:g}.", "Correct the value.")
    _check_own_words(text, file)
    if file.boundary is not None and file.boundary.warnings is not None and file.boundary.warnings < 1:
        raise text.fault(("boundary", "warnings"), "a caller is warned at least once.", "Write 1 or more.")


def _check_own_words(text: PlaybookText, file: _File) -> None:
    """The company's words stand as they are: a slot in them would be shown with its braces."""
    for table in ("boundary", "safety"):
        part = getattr(file, table)
        for key, value in ({} if part is None else _told(part)).items():
            if isinstance(value, str) and slots_in(value):
                raise text.fault((table, key), f"{key!r} cannot name {{{slots_in(value)[0]}}}.", "Write it out.")


def _check_signals(text: PlaybookText, place: Place, rule: Rule, known: frozenset[str]) -> None:
    asked = {"signals": rule.when.signals, "heard": rule.when.heard}
    for key, signal in ((key, signal) for key, signals in asked.items() for signal in signals):
        if signal not in known:
            raise text.unknown((*place, "when", key), "signal", signal, known)


def _check_slots(text: PlaybookText, place: Place, rule: Rule) -> None:
    for key in ("title", "say", "say_plain", "because", "because_plain"):
        allowed = SLOTS | OWN_SLOTS if key in ("say", "because") else frozenset[str]()
        for slot in slots_in(getattr(rule, key)):
            if slot not in SLOTS | OWN_SLOTS:
                raise text.unknown((*place, key), "slot", slot, SLOTS | OWN_SLOTS)
            if slot not in allowed:
                raise text.fault((*place, key), f"{key!r} cannot name {{{slot}}}.", "Name it in say or because.")


def _ranges(rule: Rule) -> Iterator[tuple[str, float, float, float]]:
    """Keys with numbers, their values, and between what they must lie."""
    when = rule.when
    for key in ("level_min", "level_max"):
        yield key, getattr(when, key), 0.0, 1.0
    for key in ("within_s", "turn_s", "silence_s", "call_s"):
        yield key, getattr(when, key), 0.0, _LONGEST_S
    for key in ("cooldown_s", "show_s"):
        yield key, getattr(rule, key), 0.0, _LONGEST_S
    yield "max_per_call", rule.max_per_call, 0, math.inf

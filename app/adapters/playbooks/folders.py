"""Playbooks kept as TOML files, by name in a folder or by path; one may extend another."""

import math
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from pydantic import TypeAdapter, ValidationError

from app.adapters.playbooks.faults import Place, PlaybookText
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


@dataclass(frozen=True, kw_only=True)
class _File:
    """What a file may hold: a playbook, or what it changes in the one that it extends."""

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid"}

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
    disclosure: Disclosure | None = None
    boundary: Boundary | None = None
    safety: SafetyLines | None = None


_FILE = TypeAdapter(_File)


class PlaybookFolders:
    """Looks a playbook up in several folders, the first that has it wins; a path is read as it is."""

    def __init__(self, folders: tuple[Path, ...], signals: frozenset[str]) -> None:
        self._folders = folders
        self._signals = signals

    def load(self, name: str) -> Playbook:
        """The playbook of this name or path. Raises PlaybookError, which names file, line and key."""
        return self._load(name, None, 0).completed()

    def names(self) -> list[str]:
        """Names of the playbooks in the folders."""
        return sorted({path.stem for folder in self._folders for path in folder.glob("*.toml")})

    def files(self, name: str) -> list[Path]:
        """The files that a playbook which can be loaded is made of, its own first."""
        path = self.find(name)
        found = [path]
        while base := _read(path)[1].extends:
            path = self.find(base, below=path)
            found.append(path)
        return found

    def find(self, name: str, below: Path | None = None) -> Path:
        """The file of this name or path; `below` is one that is not to be taken. Raises PlaybookError."""
        if name.endswith(".toml") or "/" in name or "\\" in name:
            return Path(name)
        for folder in self._folders:
            path = folder / f"{name}.toml"
            if path != below and path.is_file():
                return path
        known = ", ".join(self.names())
        raise PlaybookError(
            f"There is no playbook named {name!r}.", f"Use one of: {known}; or the path of a .toml file."
        )

    def _load(self, name: str, child: Path | None, depth: int) -> Playbook:
        path = self.find(name, below=child)
        text, file = _read(path)
        _check(text, file, self._signals)
        if not file.extends:
            if not file.rule:
                raise text.fault((), "the key 'rule' is missing.", "Add rules, or name a playbook that it extends.")
            return _extended(None, file)
        if depth >= _DEEPEST:
            raise text.fault(("extends",), "too many playbooks extend one another.", "Extend 'general' itself.")
        base = self._load(file.extends, path, depth + 1)
        unknown = next((rule_id for rule_id in file.off if rule_id not in {rule.id for rule in base.rule}), None)
        if unknown is not None:
            raise text.unknown(("off",), "rule", unknown, [rule.id for rule in base.rule])
        return _extended(base, file)


def _read(path: Path) -> tuple[PlaybookText, _File]:
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise PlaybookError(f"The playbook {path} cannot be read.", "Check the file and its permissions.") from error
    text = PlaybookText(path, source, _File)
    try:
        return text, _FILE.validate_python(tomllib.loads(source))
    except ValidationError as error:
        raise text.explained(error) from error
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError is a ValueError, as is a number too long
        raise text.not_toml(error) from error


def _extended(base: Playbook | None, file: _File) -> Playbook:
    """The playbook of a file; what it does not say is as in the base, a rule of the same id takes its place."""
    head = {name: getattr(file, name) for name in ("name", "title", "language", "version", "author", "date")}
    own = {rule.id: rule for rule in file.rule}
    if base is None:
        base = Playbook(**head, rule=())
    kept = tuple(own.pop(rule.id, rule) for rule in base.rule if rule.id not in file.off)
    said = {
        name: getattr(file, name)
        for name in ("opening", "closing", "closing_says", "disclosure", "boundary", "safety")
        if getattr(file, name) is not None
    }
    return replace(
        base,
        **head,
        **said,
        rule=(*kept, *own.values()),
        grant=(*file.grant, *base.grant),
        duty=(*file.duty, *base.duty),
    )


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
    if file.boundary is not None and file.boundary.warnings < 1:
        raise text.fault(("boundary", "warnings"), "a caller is warned at least once.", "Write 1 or more.")


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

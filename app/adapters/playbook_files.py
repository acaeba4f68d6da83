"""Playbooks kept as TOML files, by name in a folder or by path."""

import difflib
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.core.errors import PlaybookError
from app.core.playbook import Playbook, Rule, When

_PLAYBOOK = TypeAdapter(Playbook)
_MISSPELT = "unexpected_keyword_argument"
_RULE_HEAD = re.compile(r"^\s*\[\[\s*rule\s*\]\]")


class PlaybookFolders:
    """Looks a playbook up in several folders, the first that has it wins; a path is read as it is."""

    def __init__(self, folders: tuple[Path, ...], signals: frozenset[str]) -> None:
        self._folders = folders
        self._signals = signals

    def load(self, name: str) -> Playbook:
        """The playbook of this name or path. Raises PlaybookError, which names file, line and key."""
        path = self._find(name)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise PlaybookError(
                f"The playbook {path} cannot be read.", "Check the file and its permissions."
            ) from error
        playbook = _parse(path, text)
        _check_signals(path, text, playbook, self._signals)
        return playbook

    def names(self) -> list[str]:
        """Names of the playbooks in the folders."""
        return sorted({path.stem for folder in self._folders for path in folder.glob("*.toml")})

    def _find(self, name: str) -> Path:
        if name.endswith(".toml") or "/" in name or "\\" in name:
            return Path(name)
        for folder in self._folders:
            path = folder / f"{name}.toml"
            if path.is_file():
                return path
        known = ", ".join(self.names())
        raise PlaybookError(
            f"There is no playbook named {name!r}.", f"Use one of: {known}; or the path of a .toml file."
        )


def _parse(path: Path, text: str) -> Playbook:
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError is a ValueError, as is a number too long
        raise PlaybookError(f"The playbook {path} is not valid TOML: {error}.", "Correct that line.") from error
    try:
        playbook = _PLAYBOOK.validate_python(data)
    except ValidationError as error:
        raise _explained(path, text, _first_fault(error)) from error
    _check_ids(path, playbook)
    return playbook


def _check_ids(path: Path, playbook: Playbook) -> None:
    ids = [rule.id for rule in playbook.rule]
    twice = next((rule_id for rule_id in ids if ids.count(rule_id) > 1), None)
    if twice is not None:
        raise PlaybookError(f"The playbook {path} has two rules with the id {twice!r}.", "Rename one of them.")


def _check_signals(path: Path, text: str, playbook: Playbook, known: frozenset[str]) -> None:
    for number, rule in enumerate(playbook.rule):
        asked = {"signals": rule.when.signals, "heard": rule.when.heard}
        for key, signal in ((key, signal) for key, signals in asked.items() for signal in signals):
            if signal not in known:
                where = f"The playbook {path}, line {_line_of(text, key, number)}: "
                nearest = difflib.get_close_matches(signal, known, n=1, cutoff=0.0)[0]
                raise PlaybookError(f"{where}unknown signal {signal!r}.", f"Did you mean {nearest!r}?")


def _first_fault(error: ValidationError) -> Any:
    """A misspelt key before what is missing because of it."""
    faults = error.errors(include_url=False, include_input=False)
    return next((fault for fault in faults if fault["type"] == _MISSPELT), faults[0])


def _explained(path: Path, text: str, fault: Any) -> PlaybookError:
    """One fault in words: file, line, key and, for a misspelt one, the nearest valid key."""
    location = [part for part in fault["loc"] if part != "rule"]
    keys = [str(part) for part in location if isinstance(part, str)]
    number = next((part for part in location if isinstance(part, int)), None)
    key = keys[-1] if keys else ""
    where = f"The playbook {path}, line {_line_of(text, key, number)}: "
    if fault["type"] == _MISSPELT:
        nearest = _nearest(key, keys[:-1], in_rule=number is not None)
        return PlaybookError(f"{where}unknown key {key!r}.", f"Did you mean {nearest!r}?")
    if fault["type"] == "missing":
        return PlaybookError(f"{where}the key {key!r} is missing.", "Add it.")
    return PlaybookError(f"{where}{key!r}: {fault['msg']}.", "Correct the value.")


def _nearest(key: str, parents: list[str], *, in_rule: bool) -> str:
    part = (When if "when" in parents else Rule) if in_rule else Playbook
    valid = [field.name for field in fields(part)]
    return difflib.get_close_matches(key, valid, n=1, cutoff=0.0)[0]


def _line_of(text: str, key: str, rule_number: int | None) -> int:
    """Line of a key, searched from the head of its rule on; the head's own line where the key is not there."""
    lines = text.splitlines()
    heads = [*(n for n, line in enumerate(lines) if _RULE_HEAD.match(line)), len(lines)]
    start, end = 0, heads[0]
    if rule_number is not None and rule_number + 1 < len(heads):
        start, end = heads[rule_number : rule_number + 2]
    named = re.compile(rf"(^|[{{,\s])\"?{re.escape(key)}\"?\s*=")
    found = next((n for n in range(start, end) if named.search(lines[n])), start)
    return found + 1

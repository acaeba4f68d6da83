"""A fault of a playbook file in one line: its place, its key, and the nearest key or word there is."""

import difflib
from collections.abc import Collection
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.adapters.toml_lines import Place, TomlLines
from app.core.errors import PlaybookError
from app.core.message import Message
from app.core.playbook import Boundary, Disclosure, Duty, Grant, Item, Rule, SafetyLines, When

_MISSPELT = "unexpected_keyword_argument"
_PARTS: dict[str, type] = {
    "rule": Rule,
    "when": When,
    "grant": Grant,
    "opening": Item,
    "closing": Item,
    "duty": Duty,
    "disclosure": Disclosure,
    "boundary": Boundary,
    "safety": SafetyLines,
}


class PlaybookText:
    """A file and its text, for errors that name a line of it."""

    def __init__(self, path: Path, text: str, whole: type) -> None:
        self._path = path
        self._lines = TomlLines(text)
        self._whole = whole

    def fault(self, place: Place, what: str, advice: str) -> PlaybookError:
        """An error at a place."""
        line = self._lines.line_of(place)
        told = Message("The playbook {path}, line {line}: {what}", path=self._path, line=line, what=what)
        return PlaybookError(told, advice)

    def unknown(self, place: Place, kind: str, name: str, known: Collection[str]) -> PlaybookError:
        """An error about a name that is none of those known."""
        nearest = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.0)
        return self.fault(place, f"unknown {kind} {name!r}.", f"Did you mean {nearest[0]!r}?" if nearest else "")

    def not_toml(self, error: Exception) -> PlaybookError:
        """An error of a file that cannot be parsed."""
        return PlaybookError(
            "The playbook {path} is not valid TOML: {error}.", "Correct that line.", path=self._path, error=error
        )

    def explained(self, error: ValidationError) -> PlaybookError:
        """The fault to be mended first, a misspelt key before what is missing because of it."""
        faults = error.errors(include_url=False, include_input=False)
        fault: Any = next((fault for fault in faults if fault["type"] == _MISSPELT), faults[0])
        place = fault["loc"]
        key = next((part for part in reversed(place) if isinstance(part, str)), "")
        if fault["type"] == _MISSPELT:
            return self.unknown(place, "key", key, _keys(place[:-1], self._whole))
        if fault["type"] == "missing":
            return self.fault(place, f"the key {key!r} is missing.", "Add it.")
        return self.fault(place, f"{key!r}: {fault['msg']}.", "Correct the value.")


def _keys(place: Place, whole: type) -> list[str]:
    """The keys there are at a place."""
    names = [part for part in place if isinstance(part, str)]
    part = _PARTS.get(names[-1], whole) if names else whole
    return [field.name for field in fields(part)] if is_dataclass(part) else []

"""A fault of a playbook file in one line: its place, its key, and the nearest key or word there is."""

import difflib
import re
from collections.abc import Collection, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.core.errors import PlaybookError
from app.core.message import Message
from app.core.playbook import Boundary, Disclosure, Duty, Grant, Item, Rule, SafetyLines, When

Place = Sequence[str | int]
"""Keys and numbers on the way to a value: ("rule", 3, "when", "phase")."""

_TEXT = re.compile(r"""("(?:[^"\\]|\\.)*"|'[^']*')(?!\s*=)""")
_COMMENT = re.compile(r"#.*")
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
        self._lines = [_bare(line) for line in text.splitlines()]
        self._whole = whole

    def fault(self, place: Place, what: str, advice: str) -> PlaybookError:
        """An error at a place."""
        return PlaybookError(
            Message("The playbook {path}, line {line}: {what}", path=self._path, line=self._line_of(place), what=what),
            advice,
        )

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

    def _line_of(self, place: Place) -> int:
        """Line of a value's key, searched within its part of the file; the part's first line where it is not there."""
        start, end = self._part(place)
        key = next((part for part in reversed(place) if isinstance(part, str)), "")
        named = re.compile(rf"(^|[{{,.\s])[\"']?{re.escape(key)}[\"']?\s*=")
        first = start
        if "when" in place[:-1]:
            inner = re.compile(r"\[\s*\w+\s*\.\s*when\b|(^|[{,\s])when\s*[.=]")
            first = next((n for n in range(start, end) if inner.search(self._lines[n])), start)
        return next((n for n in (*range(first, end), *range(start, first)) if named.search(self._lines[n])), start) + 1

    def _part(self, place: Place) -> tuple[int, int]:
        """The lines of the table that a place is in, with the tables inside it."""
        table, number = (place[0], place[1] if len(place) > 1 else None) if place else ("", None)
        quote = re.escape(str(table))
        head = rf"\[\[\s*{quote}\s*\]\]" if isinstance(number, int) else rf"\[\s*{quote}\s*\]"
        heads = [n for n, line in enumerate(self._lines) if re.match(rf"\s*{head}", line)]
        index = number if isinstance(number, int) else 0
        if index >= len(heads):
            return 0, next((n for n, line in enumerate(self._lines) if re.match(r"\s*\[", line)), len(self._lines))
        inside = re.compile(rf"\s*\[\s*{quote}\s*\.")
        rest = range(heads[index] + 1, len(self._lines))
        ends = (n for n in rest if re.match(r"\s*\[", self._lines[n]) and not inside.match(self._lines[n]))
        return heads[index], next(ends, len(self._lines))


def _bare(line: str) -> str:
    """A line of TOML without what stands in its texts and comments; quoted keys stay."""
    return _COMMENT.sub("", _TEXT.sub('""', line))


def _keys(place: Place, whole: type) -> list[str]:
    """The keys there are at a place."""
    names = [part for part in place if isinstance(part, str)]
    part = _PARTS.get(names[-1], whole) if names else whole
    return [field.name for field in fields(part)] if is_dataclass(part) else []

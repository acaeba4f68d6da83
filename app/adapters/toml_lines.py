"""Where in the text of a TOML file a value stands, for errors that name its line."""

import re
from collections.abc import Iterator, Sequence

Place = Sequence[str | int]
"""Keys and numbers on the way to a value: ("rule", 3, "when", "phase")."""

_TEXT = re.compile(r"""("(?:[^"\\]|\\.)*"|'[^']*')(?!\s*=)""")
_COMMENT = re.compile(r"#.*")
_HEAD = re.compile(r"\s*\[")


class TomlLines:
    """The lines of a file."""

    def __init__(self, text: str) -> None:
        self._lines = [_bare(line) for line in text.splitlines()]

    def line_of(self, place: Place) -> int:
        """Line of a value's key, searched within its table; the table's first line where it is not there. From 1."""
        key = next((part for part in reversed(place) if isinstance(part, str)), "")
        start, end, inner = self._table(place)
        first = next(self._naming(inner, start, end), start) if inner and inner != key else start
        heads = self._heads_of(key) if len(place) == 1 else ()
        found = (*self._naming(key, first, end), *self._naming(key, start, first), *heads)
        return next(iter(found), start) + 1

    def _naming(self, key: str, start: int, end: int) -> Iterator[int]:
        """Lines that give the key a value, or begin the table of this name."""
        quote = re.escape(key)
        value = rf"(^|[{{,.\s])[\"']?{quote}[\"']?\s*(=|\.)" if key else r"="
        head = rf"\s*\[+\s*([\w\"'-]+\s*\.\s*)*{quote}\s*\]" if key else value
        named = re.compile(rf"{value}|^{head}")
        return (n for n in range(start, end) if named.search(self._lines[n]))

    def _table(self, place: Place) -> tuple[int, int, str]:
        """The lines of the innermost table of a list on the way, else of the outermost one, and what comes next there.

        What comes next may have a head of its own, stand in braces or have a dot; it is "" where nothing does.
        """
        start, end, name = 0, next(self._heads(0), len(self._lines)), ""
        whole = len(self._lines)
        for at, part in enumerate(place):
            if isinstance(part, int):
                continue
            dotted = f"{name}.{part}" if name else part
            number = place[at + 1] if at + 1 < len(place) else None
            if name and not isinstance(number, int):
                return start, end, part
            heads = [n for n in self._heads(start if name else 0, whole) if self._opens(n, dotted, number)]
            index = number if isinstance(number, int) else 0
            if index >= len(heads):
                return start, end, part
            start, name = heads[index], dotted
            whole = end = next((n for n in self._heads(start + 1, whole) if not self._is_inside(n, dotted)), whole)
        return start, end, ""

    def _heads(self, start: int, end: int | None = None) -> Iterator[int]:
        lasts = len(self._lines) if end is None else end
        return (n for n in range(start, lasts) if _HEAD.match(self._lines[n]))

    def _heads_of(self, name: str) -> Iterator[int]:
        return (n for n in self._heads(0) if self._opens(n, name, None) or self._opens(n, name, 0))

    def _opens(self, line: int, name: str, number: str | int | None) -> bool:
        quote = r"\s*\.\s*".join(map(re.escape, name.split(".")))
        head = rf"\s*\[\[\s*{quote}\s*\]\]" if isinstance(number, int) else rf"\s*\[\s*{quote}\s*\]"
        return re.match(head, self._lines[line]) is not None

    def _is_inside(self, line: int, name: str) -> bool:
        quote = r"\s*\.\s*".join(map(re.escape, name.split(".")))
        return re.match(rf"\s*\[+\s*{quote}\s*\.", self._lines[line]) is not None


def _bare(line: str) -> str:
    """A line of TOML without what stands in its texts and comments; quoted keys stay."""
    return _COMMENT.sub("", _TEXT.sub('""', line))

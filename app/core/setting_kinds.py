"""What a setting's value may be: checked when it is read from a file, parsed when it is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = str | int | bool | tuple[str, ...] | None
"""None where nothing is set and nothing has to be."""

_LONGEST_TEXT = 4096
_LONGEST_KEY = 80
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})


class UnfitError(Exception):
    """A value that a setting cannot have; the text says what it can have, to follow "It has to be"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text; `what` says which, and `unset` what counts without any."""

    what: str = "a text"
    longest: int = _LONGEST_TEXT
    may_be_empty: bool = False
    unset: str = "none"

    @property
    def about(self) -> str:
        """What it can be."""
        return f"{self.what} of at most {self.longest} characters" if self.longest < _LONGEST_TEXT else self.what

    def read(self, raw: object) -> str:
        """The value of what a file holds. Raises UnfitError."""
        if not isinstance(raw, str) or not (raw or self.may_be_empty) or len(raw) > self.longest:
            raise UnfitError(self.about)
        return raw

    def parse(self, typed: str) -> str:
        """The value of what was typed. Raises UnfitError."""
        return self.read(typed)

    def shown(self, value: Value) -> str:
        """The value in words."""
        return f'"{value}"' if value else self.unset


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key with what is held beside it, in one line of text; empty for no key."""

    about: str = field(default="a key such as Ctrl+Alt+Shift+P, or an empty text", init=False)
    longest: int = _LONGEST_KEY

    def read(self, raw: object) -> str:
        """The value of what a file holds. Raises UnfitError."""
        if not isinstance(raw, str) or len(raw) > self.longest:
            raise UnfitError(self.about)
        return raw

    def parse(self, typed: str) -> str:
        """The value of what was typed. Raises UnfitError."""
        return self.read(typed)

    def shown(self, value: Value) -> str:
        """The value in words."""
        return f'"{value}"' if value else "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of a few words, each with the title that the window shows."""

    titles: Mapping[str, str]

    @property
    def about(self) -> str:
        """What it can be."""
        *others, last = self.titles
        return f"{', '.join(others)} or {last}"

    def read(self, raw: object) -> str:
        """The value of what a file holds. Raises UnfitError."""
        if not isinstance(raw, str) or raw not in self.titles:
            raise UnfitError(self.about)
        return raw

    def parse(self, typed: str) -> str:
        """The value of what was typed. Raises UnfitError."""
        return self.read(typed)

    def shown(self, value: Value) -> str:
        """The value in words."""
        return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number within bounds, in a unit; `step` is what an arrow key adds.

    `zero` is what 0 is called, and `top` what the highest number is.
    """

    low: int
    high: int
    step: int = 1
    unit: str = ""
    zero: str = ""
    top: str = ""

    @property
    def about(self) -> str:
        """What it can be."""
        bounds = f"a whole number from {self.low} to {self.high}"
        unit = f" ({self.unit})" if self.unit else ""
        zero = f"; 0 means {self.zero}" if self.zero else ""
        top = f"; {self.high} means {self.top}" if self.top else ""
        return f"{bounds}{unit}{zero}{top}"

    def read(self, raw: object) -> int:
        """The value of what a file holds. Raises UnfitError."""
        if not isinstance(raw, int) or isinstance(raw, bool) or not self.low <= raw <= self.high:
            raise UnfitError(self.about)
        return raw

    def parse(self, typed: str) -> int:
        """The value of what was typed, with its unit or without. Raises UnfitError."""
        try:
            return self.read(int(typed.removesuffix(self.unit)))
        except ValueError:
            raise UnfitError(self.about) from None

    def shown(self, value: Value) -> str:
        """The value in words."""
        if value == 0 and self.zero:
            return self.zero
        return self.top if value == self.high and self.top else f"{value} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """On or off; `label` is what its box says, where that is more than on and off."""

    label: str = ""
    about: str = field(default="true or false", init=False)

    def read(self, raw: object) -> bool:
        """The value of what a file holds. Raises UnfitError."""
        if not isinstance(raw, bool):
            raise UnfitError(self.about)
        return raw

    def parse(self, typed: str) -> bool:
        """The value of what was typed. Raises UnfitError."""
        if typed.lower() not in _YES | _NO:
            raise UnfitError(self.about)
        return typed.lower() in _YES

    def shown(self, value: Value) -> str:
        """The value in words."""
        return "true" if value else "false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Several texts."""

    about: str = field(default='a list of texts: ["...", "..."]', init=False)

    def read(self, raw: object) -> tuple[str, ...]:
        """The value of what a file holds. Raises UnfitError."""
        if not isinstance(raw, list | tuple) or not all(isinstance(one, str) for one in raw):
            raise UnfitError(self.about)
        return tuple(raw)

    def parse(self, typed: str) -> tuple[str, ...]:
        """The value of what was typed, with commas between."""
        return tuple(part for one in typed.split(",") if (part := one.strip()))

    def shown(self, value: Value) -> str:
        """The value in words."""
        return ", ".join(value) if isinstance(value, tuple) and value else "none"


Kind: TypeAlias = Text | Key | OneOf | Number | Switch | Texts

"""A key with its modifiers, as settings and windows write it: "Ctrl+Alt+Shift+P"."""

from dataclasses import dataclass
from enum import StrEnum


class Modifier(StrEnum):
    """A key that is held while another one is pressed; `META` is the one with the system's mark."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    META = "Meta"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """What is pressed together; `key` is "P", "," or "F9"."""

    key: str
    modifiers: frozenset[Modifier] = frozenset()


def chord_of(text: str) -> Chord | None:
    """What a text names, None where that is no key with modifiers."""
    before, _, key = (text[:-1].rstrip("+"), "+", "+") if text.endswith("+") else text.rpartition("+")
    held = set(before.split("+")) if before else set[str]()
    if not key or not held <= set(Modifier):
        return None
    return Chord(key=key, modifiers=frozenset(map(Modifier, held)))

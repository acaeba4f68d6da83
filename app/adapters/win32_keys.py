"""Keys that count everywhere under Windows: the system is asked for single ones, and tells of no other."""

import threading
from collections.abc import Callable, Mapping
from ctypes import byref, wintypes
from typing import Any, Final

from app.adapters.win32 import library
from app.core.chords import Chord, Modifier
from app.core.errors import WindowError

_BITS = {Modifier.ALT: 0x1, Modifier.CTRL: 0x2, Modifier.SHIFT: 0x4, Modifier.META: 0x8}
_NO_REPEAT: Final = 0x4000
_HOTKEY, _QUIT = 0x0312, 0x0012
"""Messages: a key was pressed; the thread is to end."""
_NAMED = {
    "Backspace": 0x08, "Tab": 0x09, "Return": 0x0D, "Enter": 0x0D, "Pause": 0x13, "Esc": 0x1B, "Space": 0x20,
    "PgUp": 0x21, "PgDown": 0x22, "End": 0x23, "Home": 0x24, "Left": 0x25, "Up": 0x26, "Right": 0x27, "Down": 0x28,
    "Print": 0x2C, "Ins": 0x2D, "Del": 0x2E, "Menu": 0x5D,
}  # fmt: skip
_F1: Final = 0x70
_LAST_F: Final = 24
_ON_NO_KEY: Final = 0xFF
_CLOSING_S = 2.0


class Win32Keys:
    """Asks on a thread with messages of its own; `user32`, `kernel32` stand in for the system's in a test."""

    def __init__(self, user32: Any = None, kernel32: Any = None) -> None:
        self._user32 = user32 or library("user32")
        self._kernel32 = kernel32 or library("kernel32")

    def hold(self, keys: Mapping[str, Chord], pressed: Callable[[str], None]) -> "Win32HeldKeys":
        """Have `pressed` called on a thread with the name of a key whenever it is pressed. Raises WindowError."""
        return Win32HeldKeys(self._user32, self._kernel32, keys, pressed)


class Win32HeldKeys:
    """The thread that holds keys and waits for them: Windows tells the one that asked."""

    def __init__(self, user32: Any, kernel32: Any, keys: Mapping[str, Chord], pressed: Callable[[str], None]) -> None:
        self._user32 = user32
        self._kernel32 = kernel32
        self._pressed = pressed
        self._names = dict(enumerate(keys, start=1))
        self._refused: set[str] = set()
        self._number = 0
        self._asked = threading.Event()
        self._thread = threading.Thread(target=self._wait, args=(keys,), name="keys", daemon=True)
        self._thread.start()
        if not self._asked.wait(_CLOSING_S):
            raise WindowError("Windows gives no keys.", "Calmline's keys work in its own window alone.")

    @property
    def refused(self) -> frozenset[str]:
        """Names of keys that another program holds, or that the keyboard does not have."""
        return frozenset(self._refused)

    def close(self) -> None:
        """Let go of all keys."""
        self._user32.PostThreadMessageW(self._number, _QUIT, 0, 0)
        self._thread.join(_CLOSING_S)

    def _wait(self, keys: Mapping[str, Chord]) -> None:
        message = wintypes.MSG()
        self._user32.PeekMessageW(byref(message), None, 0, 0, 0)  # from here on the thread can be sent messages
        self._number = self._kernel32.GetCurrentThreadId()
        for number, name in self._names.items():
            if not self._ask(number, keys[name]):
                self._refused.add(name)
        self._asked.set()
        while self._user32.GetMessageW(byref(message), None, 0, 0) > 0:
            if message.message == _HOTKEY and message.wParam in self._names:
                self._pressed(self._names[message.wParam])
        for number in self._names:
            self._user32.UnregisterHotKey(None, number)

    def _ask(self, number: int, chord: Chord) -> bool:
        code = self._code(chord.key)
        held = sum(_BITS[one] for one in chord.modifiers)
        return code is not None and bool(self._user32.RegisterHotKey(None, number, held | _NO_REPEAT, code))

    def _code(self, key: str) -> int | None:
        """The system's number of a key, on the keyboard as it is laid out now."""
        if key.startswith("F") and key[1:].isdecimal() and 1 <= int(key[1:]) <= _LAST_F:
            return _F1 + int(key[1:]) - 1
        if len(key) > 1:
            return _NAMED.get(key)
        if key.isascii() and key.isalnum():
            return ord(key.upper())
        code: int = self._user32.VkKeyScanW(ord(key)) & 0xFF
        return None if code == _ON_NO_KEY else code

"""What is asked of Windows, with libraries that stand in for the system's."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import get_ident
from typing import Any

import pytest

from app.adapters.win32_capture import Win32Shield
from app.adapters.win32_keys import Win32HeldKeys, Win32Keys
from app.core.chords import chord_of
from app.core.errors import WindowError
from tests.conditions import until

CTRL_ALT_SHIFT, NO_REPEAT = 0x7, 0x4000
HOTKEY, QUIT = 0x0312, 0x0012


@dataclass
class User32:
    """Keys, messages and windows of a computer; `taken` are keys that another program holds."""

    taken: set[int] = field(default_factory=set)
    hides: bool = True
    held: dict[int, tuple[int, int]] = field(default_factory=dict)
    asked: list[tuple[int, int]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    messages: SimpleQueue[tuple[int, int]] = field(default_factory=SimpleQueue)

    def RegisterHotKey(self, window: None, number: int, held: int, code: int) -> int:  # noqa: N802
        assert window is None
        self.threads.add(get_ident())
        if code in self.taken:
            return 0
        self.held[number] = (held, code)
        return 1

    def UnregisterHotKey(self, _window: None, number: int) -> int:  # noqa: N802
        self.threads.add(get_ident())
        return int(self.held.pop(number, None) is not None)

    def PeekMessageW(self, *_: object) -> int:  # noqa: N802
        return 0

    def GetMessageW(self, message: Any, *_: object) -> int:  # noqa: N802
        kind, number = self.messages.get()
        message._obj.message, message._obj.wParam = kind, number
        return int(kind != QUIT)

    def PostThreadMessageW(self, _thread: int, kind: int, *_: object) -> int:  # noqa: N802
        self.messages.put((kind, 0))
        return 1

    def VkKeyScanW(self, letter: int) -> int:  # noqa: N802
        return {ord(","): 0x1BC}.get(letter, -1)

    def SetWindowDisplayAffinity(self, window: wintypes.HWND, affinity: int) -> int:  # noqa: N802
        self.asked.append((window.value or 0, affinity))
        return int(self.hides)


class Kernel32:
    """Knows which thread runs."""

    def GetCurrentThreadId(self) -> int:  # noqa: N802
        return get_ident()


@contextmanager
def held(user32: User32, pressed: list[str], **keys: str) -> Iterator[Win32HeldKeys]:
    chords = {name: chord for name, key in keys.items() if (chord := chord_of(key))}
    holding = Win32Keys(user32, Kernel32()).hold(chords, pressed.append)
    yield holding
    holding.close()


def test_each_key_is_asked_for_once_and_told_by_name() -> None:
    user32, pressed = User32(), list[str]()
    with held(user32, pressed, pause="Ctrl+Alt+Shift+P", settings="Ctrl+Alt+Shift+,", curve="F9") as holding:
        assert holding.refused == frozenset()
        assert [*user32.held.values()] == [
            (CTRL_ALT_SHIFT | NO_REPEAT, ord("P")), (CTRL_ALT_SHIFT | NO_REPEAT, 0xBC), (NO_REPEAT, 0x78),
        ]  # fmt: skip
        user32.messages.put((HOTKEY, 2))
        user32.messages.put((0x0113, 1))
        user32.messages.put((HOTKEY, 1))
        until(lambda: len(pressed) == 2)
        assert pressed == ["settings", "pause"]


def test_keys_are_let_go_of_by_the_thread_that_asked_for_them() -> None:
    user32 = User32()
    with held(user32, [], pause="Ctrl+Alt+Shift+P"):
        pass
    assert user32.held == {}
    assert len(user32.threads) == 1
    assert get_ident() not in user32.threads


def test_a_key_that_another_program_holds_and_one_that_is_nowhere_are_named() -> None:
    with held(User32(taken={ord("P")}), [], pause="Ctrl+Alt+Shift+P", odd="Ctrl+Alt+Shift+ß", mark="F24") as holding:
        assert holding.refused == {"pause", "odd"}


def test_a_window_is_hidden_and_shown_again() -> None:
    user32 = User32()
    shield = Win32Shield(user32)
    shield.hide(7, wanted=True)
    shield.hide(7, wanted=False)
    assert user32.asked == [(7, 0x11), (7, 0)]


def test_a_system_that_does_not_hide_says_so() -> None:
    with pytest.raises(WindowError, match="does not hide"):
        Win32Shield(User32(hides=False)).hide(7, wanted=True)


@pytest.mark.skipif(sys.platform == "win32", reason="here are the libraries")
def test_elsewhere_there_is_nothing_to_ask() -> None:
    with pytest.raises(WindowError):
        Win32Shield()

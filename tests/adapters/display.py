"""An X server of a test's own, and hands that press its keys."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

if sys.platform == "linux":
    import xcffib
    import xcffib.xproto
    from xcffib import keysymdef, xtest
    from xcffib.xproto import CW, EventMask, InputFocus, KeyPressEvent, WindowClass

has_display = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
_DOWN, _UP = 2, 3
"""What the server calls a key that is pressed, and one that is let go of."""


@dataclass
class Display:
    """Names the server, and presses what a person would."""

    name: str
    connection: Any
    _codes: dict[str, int] = field(default_factory=dict)

    @property
    def root(self) -> int:
        """The window behind all others."""
        found: int = self.connection.get_setup().roots[0].root
        return found

    def press(self, *symbols: str) -> None:
        """Press keys one after the other, then let go of the last one first."""
        self.tap(self.codes(*symbols))

    def tap(self, codes: Sequence[int]) -> bool:
        """The same with the numbers of keys; false, to go on pressing until something comes of it."""

        pressing = self.connection(xtest.key)
        for kind, keys in ((_DOWN, codes), (_UP, codes[::-1])):
            for code in keys:
                pressing.FakeInput(kind, code, 0, 0, 0, 0, 0)
        self.settle()
        return False

    def settle(self) -> None:
        """Come back when the server has done all that it was asked."""
        self.connection.core.GetInputFocus().reply()

    def focus(self) -> int:
        """The window that has the keyboard."""
        found: int = self.connection.core.GetInputFocus().reply().focus
        return found

    def give_focus(self, title: str) -> None:
        """Give the keyboard to the window of a title."""
        core, name = self.connection.core, xcffib.xproto.Atom.WM_NAME
        for window in core.QueryTree(self.root).reply().children:
            found = core.GetProperty(False, window, name, xcffib.xproto.GetPropertyType.Any, 0, 100).reply()
            if found.value.to_string() == title:
                core.SetInputFocus(InputFocus.PointerRoot, window, 0)
        self.settle()

    def codes(self, *symbols: str) -> list[int]:
        """The numbers of keys."""
        return [self.code(symbol) for symbol in symbols]

    def code(self, symbol: str) -> int:
        """The number of the key that gives a symbol."""

        setup = self.connection.get_setup()
        count = setup.max_keycode - setup.min_keycode + 1
        mapping = self.connection.core.GetKeyboardMapping(setup.min_keycode, count).reply()
        at = list(mapping.keysyms).index(getattr(keysymdef, f"XK_{symbol}"))
        return int(setup.min_keycode + at // mapping.keysyms_per_keycode)


class Window:
    """A window of another program, which has the keyboard."""

    def __init__(self, display: Display) -> None:

        self._connection = xcffib.connect(display.name)
        core, screen = self._connection.core, self._connection.get_setup().roots[0]
        self.id: int = self._connection.generate_id()
        core.CreateWindow(
            screen.root_depth, self.id, screen.root, 0, 0, 200, 200, 0, WindowClass.InputOutput, screen.root_visual,
            CW.OverrideRedirect | CW.EventMask, [1, EventMask.KeyPress],
        )  # fmt: skip
        core.MapWindow(self.id)
        core.SetInputFocus(InputFocus.PointerRoot, self.id, 0)
        core.GetInputFocus().reply()

    def typed(self) -> list[int]:
        """Codes of the keys that have reached it since."""

        self._connection.core.GetInputFocus().reply()
        found = []
        while (event := self._connection.poll_for_event()) is not None:
            if isinstance(event, KeyPressEvent):
                found.append(event.detail)
        return found

    def close(self) -> None:
        """Go."""
        self._connection.disconnect()


@contextmanager
def display() -> Iterator[Display]:
    """Start a server that nothing else knows, and end it."""

    reading, writing = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        connection = xcffib.connect(f":{number}")
        yield Display(f":{number}", connection)
        with suppress(xcffib.XcffibException):
            connection.disconnect()
    finally:
        process.terminate()
        process.wait()

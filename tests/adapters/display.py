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
    from xcffib import keysymdef, randr, xtest
    from xcffib.xproto import CW, ConfigWindow, EventMask, GetPropertyType, InputFocus, KeyPressEvent, WindowClass

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
        for window in self._titled(title):
            self.connection.core.SetInputFocus(InputFocus.PointerRoot, window, 0)
        self.settle()

    def place(self, title: str) -> tuple[int, int, int, int]:
        """Where the window of a title is: x, y, width and height, all 0 where there is none."""
        for window in self._titled(title):
            found = self.connection.core.GetGeometry(window).reply()
            return (found.x, found.y, found.width, found.height)
        return (0, 0, 0, 0)

    def move(self, title: str, x: int, y: int) -> None:
        """Move the window of a title, as somebody does who drags it."""
        for window in self._titled(title):
            self.connection.core.ConfigureWindow(window, ConfigWindow.X | ConfigWindow.Y, [x, y])
        self.settle()

    def resize(self, width: int, height: int) -> None:
        """Give the screen another size, as another monitor does."""
        screens = self.connection(randr.key)
        there = screens.GetScreenResources(self.root).reply()
        [crtc], [output], name = there.crtcs, there.outputs, f"{width}x{height}"
        timing = randr.ModeInfo.synthetic(
            id=0, width=width, height=height, dot_clock=40_000_000, hskew=0, mode_flags=0, name_len=len(name),
            hsync_start=width + 1, hsync_end=width + 2, htotal=width + 3,
            vsync_start=height + 1, vsync_end=height + 2, vtotal=height + 3,
        )  # fmt: skip
        mode = screens.CreateMode(self.root, timing, len(name), name).reply().mode
        screens.AddOutputMode(output, mode)
        screens.SetCrtcConfig(crtc, 0, 0, 0, 0, 0, randr.Rotation.Rotate_0, 0, []).reply()
        screens.SetScreenSize(self.root, width, height, width // 4, height // 4)
        screens.SetCrtcConfig(crtc, 0, 0, 0, 0, mode, randr.Rotation.Rotate_0, 1, [output]).reply()
        self.settle()

    def _titled(self, title: str) -> list[int]:
        """The windows of a title."""
        core, name = self.connection.core, xcffib.xproto.Atom.WM_NAME
        of_root = core.QueryTree(self.root).reply().children
        read = [(one, core.GetProperty(False, one, name, GetPropertyType.Any, 0, 100).reply()) for one in of_root]
        return [window for window, found in read if found.value.to_string() == title]

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

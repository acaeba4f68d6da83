"""Windows that others do not see on a shared screen, as Windows 10 (2004) and later can have them."""

from ctypes import c_void_p
from typing import Any, Final

from app.adapters.win32 import library
from app.core.errors import WindowError

_SHOWN: Final = 0x00
_HIDDEN: Final = 0x11
"""WDA_EXCLUDEFROMCAPTURE; an older Windows shows a black window instead."""


class Win32Shield:
    """Asks the window manager; `user32` stands in for the system's library in a test."""

    def __init__(self, user32: Any = None) -> None:
        self._user32 = user32 or library("user32")

    def hide(self, window: int, *, wanted: bool) -> None:
        """Leave a window out of captures, or not any more. Raises WindowError."""
        if not self._user32.SetWindowDisplayAffinity(c_void_p(window), _HIDDEN if wanted else _SHOWN):
            raise WindowError(
                "Windows does not hide Calmline from screen sharing.", "Share single windows, not the whole screen."
            )

"""Windows that others do not see on a shared screen, as macOS up to 14 can have them."""

import ctypes
from collections.abc import Callable
from ctypes.util import find_library
from typing import Any, Final

from app.core.errors import WindowError

_SHOWN: Final = 1
_HIDDEN: Final = 0
"""NSWindowSharingReadOnly and NSWindowSharingNone."""

Send = Callable[[int, str, int | None], int | None]
"""Sends an object a message, with one whole number or none, and hands its answer on."""


class CocoaShield:
    """Asks the window of a view; `send` stands in for the language's runtime in a test."""

    def __init__(self, send: Send | None = None) -> None:
        self._send = send or _runtime()

    def hide(self, window: int, *, wanted: bool) -> None:
        """Leave the window of this view out of captures, or not any more. Raises WindowError."""
        found = self._send(window, "window", None)
        if not found:
            raise WindowError(
                "macOS does not hide Calmline from screen sharing.", "Share single windows, not the whole screen."
            )
        self._send(found, "setSharingType:", _HIDDEN if wanted else _SHOWN)


def _runtime() -> Send:
    """The runtime of Objective-C. Raises WindowError where there is none."""
    name = find_library("objc")
    if name is None:
        raise WindowError("The runtime of Objective-C is a part of macOS.", "")
    objc: Any = ctypes.CDLL(name)
    selector = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_char_p)(("sel_registerName", objc))
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", objc))

    def send(receiver: int, message: str, value: int | None) -> int | None:
        named = selector(message.encode())
        if value is None:
            answer: int | None = ask(receiver, named)
            return answer
        tell(receiver, named, value)
        return None

    return send

"""What the system around the windows does for them."""

import os
from contextlib import suppress
from platform import mac_ver as mac_version

from app.core.errors import WindowError
from app.core.window_system import EVERYWHERE, HIDE, NO_KEYS, NO_KEYS_HERE, NOT_HIDDEN, WAYLAND_LACKS, WindowSystem

_MAC_THAT_SHOWS_ALL = 15


def window_system(platform: str) -> WindowSystem:
    """What can be asked of the system that shows the windows; `platform` is Qt's name of it."""
    match platform:
        case "windows":
            from app.adapters.win32_capture import Win32Shield
            from app.adapters.win32_keys import Win32Keys

            return WindowSystem(shield=Win32Shield(), keys=Win32Keys())
        case "cocoa":
            return _mac_system()
        case "xcb" if not os.environ.get("WAYLAND_DISPLAY"):
            from app.adapters.x11_keys import X11Keys

            return WindowSystem(keys=X11Keys(), lacks={HIDE: NOT_HIDDEN})
        case "xcb":
            return WindowSystem(lacks={HIDE: NOT_HIDDEN, EVERYWHERE: NO_KEYS})
        case _ if platform.startswith("wayland"):
            return WindowSystem(lacks=WAYLAND_LACKS)
        case _:
            return WindowSystem()


def _mac_system() -> WindowSystem:
    """From macOS 15 on programs that share the screen see every window."""
    from app.adapters.cocoa_capture import CocoaShield

    lacks = {EVERYWHERE: NO_KEYS_HERE}
    if int(mac_version()[0].partition(".")[0] or 0) < _MAC_THAT_SHOWS_ALL:
        with suppress(WindowError):
            return WindowSystem(shield=CocoaShield(), lacks=lacks)
    return WindowSystem(lacks={**lacks, HIDE: NOT_HIDDEN})

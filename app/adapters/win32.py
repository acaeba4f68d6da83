"""The libraries of Windows that windows and keys are asked of."""

import ctypes
import sys
from typing import Any

from app.core.errors import WindowError


def library(name: str) -> Any:
    """A library of the system, with the last error kept. Raises WindowError elsewhere."""
    if sys.platform != "win32":
        raise WindowError("{name} is a part of Windows.", "", name=name)
    return ctypes.WinDLL(name, use_last_error=True)

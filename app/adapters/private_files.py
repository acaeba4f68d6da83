"""Folders and files that are for their owner alone, those that were there before included."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from app.paths import is_for_calmline_alone

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def write_for_owner_alone() -> None:
    """From now on whatever this process makes, its libraries included, is for its owner alone."""
    os.umask(_OTHERS)


def make_private_folder(folder: Path) -> None:
    """Make a folder for its owner alone. Raises OSError.

    One that is there is closed to others, but not one that CALMLINE_HOME names: others may need it.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    if is_for_calmline_alone(folder):
        close_to_others(folder)


def close_to_others(path: Path) -> None:
    """Leave others nothing of a file or folder of the user's own, unless it is gone meanwhile. Raises OSError."""
    if sys.platform == "win32":  # there the user's own folder is closed by what it lies in
        return
    with suppress(FileNotFoundError):
        about = path.stat()
        if about.st_uid == os.getuid() and about.st_mode & _OTHERS:
            path.chmod(stat.S_IMODE(about.st_mode) & ~_OTHERS)


def bring_to_disk(path: Path) -> None:
    """Have what was written to a file, or the names in a folder, outlive a power cut; not every system can."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
